// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One item or measure to be changed, in the place of the lists, so that the charts stay in sight: its name, its fields
// as the catalog lists them, where the figures come from, and what it is tied to. Each change is one command; a refusal
// stands at its field.
#pragma once

#include "core/base/result.h" // first: Qt's moc can't read <array> before the rest of the library
#include "core/review/costs.h"
#include "ui/widgets/panes.h"

#include <QStringList>
#include <string>
#include <vector>

class QLineEdit;
class QScrollArea;
class QVBoxLayout;

namespace plumb::ui {

class ActionTable;
class Button;
class CostEditor;
class CostField;
class SessionBridge;
class WrapLabel;
struct CostChange;

class CostsEditor final : public Pane {
    Q_OBJECT
public:
    CostsEditor(SessionBridge* bridge, CostEditor* editor, QWidget* parent = nullptr);
    ~CostsEditor() override; ///< stores what is typed

    /// False when there is none with that id.
    bool edit(bool ofMeasure, const std::string& id);
    /// The keyboard goes to a field, or to the name.
    void enter(const std::string& field = {});
    void refresh();                        ///< after the model changed; closes when the thing is gone
    void setFigure(const QString& figure); ///< its money a month, as the lists show it
    bool commitPending();
    [[nodiscard]] QString trouble() const; ///< which field is wrong, and why; empty when none is
    [[nodiscard]] bool ofMeasure() const noexcept { return m_ofMeasure; }
    [[nodiscard]] const std::string& id() const noexcept { return m_id; }

signals:
    void closed();
    void tried(const plumb::review::Costs& costs); ///< a slider is on its way: what the model would be
    void findingWanted(const QString& key);
    void itemWanted(const QString& id);
    void measureWanted(const QString& id);
    void addMeasureWanted(const QString& item);
    void removeWanted(bool ofMeasure, const QString& id);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    void applyMetrics();
    void clear();
    void rebuild(); ///< the form of another thing
    void addFields(const std::vector<std::string>& names);
    void addHeading(const QString& text);
    QLineEdit* addText(const QString& name, const QString& caption, const QString& text);
    WrapLabel* addTies(const QString& name, const QString& caption, const QString& button, void (CostsEditor::*pick)());
    void buildItem(const review::CostItem& item);
    void buildMeasure(const review::CostMeasure& measure);
    void fill();
    void fillItemTies(const review::CostItem& item);
    void fillMeasureTies(const review::CostMeasure& measure);
    void followLink(const QString& target);

    void setField(CostField* field, const QString& json, bool sliding);
    void setName();
    void setNote();
    void takePrices();
    void pickScope();
    void pickExcludes();
    void pickNeeds();
    void pickFindings();
    /// Stores a change and shows a refusal at `field` (may be null).
    [[nodiscard]] std::string wrongField() const;
    bool store(const CostChange& change, CostField* field, const std::string& mergeKey = {});
    void complain(const Error& error, CostField* field);
    [[nodiscard]] CostChange changed(const std::string& field, const QString& json) const;
    [[nodiscard]] const review::CostItem* item() const;
    [[nodiscard]] const review::CostMeasure* measure() const;
    [[nodiscard]] const review::CostFields* fields() const;
    void pickMeasures(const QString& title, const QString& sentence,
                      std::vector<std::string> review::CostMeasure::*ties, const QString& label);

    SessionBridge* m_bridge;
    CostEditor* m_editor;
    bool m_ofMeasure = false, m_storing = false;
    std::string m_id, m_type;
    Button* m_back = nullptr;
    Button* m_remove = nullptr;
    QScrollArea* m_scroll = nullptr;
    QWidget* m_sheet = nullptr;
    QVBoxLayout* m_form = nullptr;
    WrapLabel* m_kind = nullptr;
    WrapLabel* m_figure = nullptr;
    QLineEdit* m_name = nullptr;
    QLineEdit* m_note = nullptr;
    WrapLabel* m_trouble = nullptr;
    WrapLabel* m_scope = nullptr;
    WrapLabel* m_excludes = nullptr;
    WrapLabel* m_needs = nullptr;
    WrapLabel* m_findings = nullptr;
    WrapLabel* m_measures = nullptr;
    std::vector<CostField*> m_fields;
};

} // namespace plumb::ui
