// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The place where risks become money: left what goes in, right what comes out. Put together from the lists, the editor
// that stands in their place, the figures, the charts and the foot; figures come from CostFeed. The page computes
// nothing, and every change is one undoable command.
#pragma once

#include "core/base/result.h" // first: Qt's moc can't read <array> before the rest of the library
#include "core/cost/loss.h"
#include "ui/pages/costs_foot.h"

#include <memory>
#include <QWidget>
#include <string>
#include <vector>

class QStackedWidget;

namespace plumb::cost {
struct Spec;
}

namespace plumb::ui {

class ActionTable;
class CostEditor;
class CostFeed;
class CostsCharts;
class CostsEditor;
class CostsFigures;
class CostsLists;
class EmptyPlace;
class FileDialogs;
class JobRunner;
class SessionBridge;
class UndoBar;
struct CostChange;
struct CostShown;

class CostsPage final : public QWidget {
    Q_OBJECT
public:
    /// All must outlive the page.
    CostsPage(SessionBridge* bridge, ActionTable* actions, JobRunner* jobs, QWidget* parent);
    ~CostsPage() override;

    void setFileDialogs(FileDialogs* files) { m_files = files; }
    /// Stores what is typed and not stored yet; false when that failed.
    bool commitPending();
    void editItem(const QString& id, const std::string& field = {});
    void editMeasure(const QString& id, const std::string& field = {});
    [[nodiscard]] const CostShown* shown() const noexcept { return m_shown.get(); }
    [[nodiscard]] CostFeed* feed() const noexcept { return m_feed; }

signals:
    void findingWanted(const QString& key); ///< go to this finding

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    // costs_page.cpp: layout and refreshing
    void build();
    QWidget* buildLeft();
    QWidget* buildRight();
    void connectParts();
    void connectLists();
    void connectEditor();
    void applyMetrics();
    void changed();
    void refresh();
    void showLists();
    void showFoot();
    void showState();
    void ask(const cost::Spec& spec, bool whole);
    void receive(const std::shared_ptr<const CostShown>& shown);
    void follow(const QString& link);
    [[nodiscard]] std::string scenario() const; ///< id of the one in the foreground
    [[nodiscard]] std::pair<std::string, std::string> findingOf(std::size_t measure) const;
    [[nodiscard]] std::vector<cost::LossModel> losses(const cost::Spec& spec, bool after) const;

    // costs_page_steps.cpp: what keys and buttons do
    void connectActions();
    void on(QStringView action, void (CostsPage::*what)());
    void tell(const QString& whatWasDone);
    void addItem();
    void addMeasure();
    void addMeasureFor(const std::string& item);
    void importFile();
    void openImport(const QString& path);
    void openPrices();
    void openSettings(CostsFoot::Part part);
    void loadSeed();
    void newScenario();
    void renameScenario();
    void duplicateScenario();
    void deleteScenario();
    void chooseScenario(const QString& id);
    void stepScenario(int by);
    void askName(const QString& title, const QString& sentence, const QString& name, const std::string& except,
                 const std::function<void(const QString&)>& take);
    void switchMeasure(const QString& id, bool on);
    void moveMeasure(const QString& id, int to);
    void orderMeasures(int from, int to);
    void removeThing(bool ofMeasure, const QString& id);
    void showRowMenu(bool ofMeasure, const QString& id, const QPoint& at);
    void closeEditor();
    void syncActions();

    SessionBridge* m_bridge;
    ActionTable* m_actions;
    JobRunner* m_jobs;
    FileDialogs* m_files = nullptr;
    CostEditor* m_editor;
    CostFeed* m_feed;
    std::shared_ptr<const CostShown> m_shown;
    std::string m_local;                 ///< scenario that is looked at in a read-only review
    std::vector<std::string> m_compared; ///< ids beside the one in the foreground
    std::vector<std::string> m_order;    ///< of the measures as they are listed
    bool m_stale = true;
    QStackedWidget* m_left = nullptr;
    QStackedWidget* m_right = nullptr;
    CostsLists* m_lists = nullptr;
    CostsEditor* m_form = nullptr;
    CostsFigures* m_figures = nullptr;
    CostsCharts* m_charts = nullptr;
    CostsFoot* m_foot = nullptr;
    QWidget* m_sheet = nullptr;
    EmptyPlace* m_empty = nullptr;
    EmptyPlace* m_trouble = nullptr;
    QWidget* m_emptySheet = nullptr;
    QWidget* m_troubleSheet = nullptr;
    UndoBar* m_undo = nullptr;
};

} // namespace plumb::ui
