// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The register: text filter, chips with live counts, the table, and what stands there when nothing does.
#pragma once

#include "ui/models/finding_filter.h"

#include <QWidget>

class QStackedWidget;

namespace plumb::ui {

class ActionTable;
class Chip;
class EmptyPlace;
class FindingSteps;
class FindingsTable;
class SearchField;
class WrapLabel;

class FindingsRegister final : public QWidget {
    Q_OBJECT
public:
    FindingsRegister(SessionBridge* bridge, FindingSteps* steps, ActionTable* actions, QWidget* parent = nullptr);

    [[nodiscard]] FindingTableModel* model() const noexcept { return m_model; }
    [[nodiscard]] FindingFilterProxy* proxy() const noexcept { return m_proxy; }
    [[nodiscard]] FindingsTable* table() const noexcept { return m_table; }
    [[nodiscard]] const FindingFilter& filter() const noexcept { return m_proxy->filter(); }
    void setFilter(const FindingFilter& filter);
    void refresh();
    /// Chooses a finding; a filter that hides it is taken away.
    void showFinding(const std::string& key);
    void focusSearch();
    /// The table as text: one line a finding as shown, columns by `separator`, with a head.
    [[nodiscard]] QString asText(QChar separator) const;

signals:
    void filterChanged();
    void questionsWanted(); ///< from the empty register

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildHead(QWidget* head);
    void addChip(FindingFilter::Chip which, const QString& label, const QString& name);
    void edited(const QString& key, int column, const QVariant& value);
    void refreshCounts();
    void showWhatIs();
    void applyMetrics();

    SessionBridge* m_bridge;
    FindingSteps* m_steps;
    ActionTable* m_actions;
    FindingTableModel* m_model;
    FindingFilterProxy* m_proxy;
    FindingsTable* m_table = nullptr;
    SearchField* m_search = nullptr;
    std::vector<Chip*> m_chips; ///< by FindingFilter::Chip
    Chip* m_more = nullptr;     ///< the part of the filter that no chip shows: a cell, or another view's choice
    QStackedWidget* m_stack = nullptr;
    WrapLabel* m_nothing = nullptr;
    QWidget* m_nothingRow = nullptr;
    QWidget* m_head = nullptr;
};

} // namespace plumb::ui
