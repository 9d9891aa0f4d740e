// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The Compare place: which two states, their heat maps side by side, what changed question by question and finding by
// finding, why the score moved, and the score over all reviews. Put together from its parts; comparisons come from
// CompareFeed. The page computes nothing; taking and going back to snapshots are commands that can be undone.
#pragma once

#include "core/base/result.h" // first: Qt's moc can't read <array> before the rest of the library
#include "core/compare/compare.h"
#include "core/session/states.h"

#include <memory>
#include <optional>
#include <QTimer>
#include <QWidget>
#include <vector>

class QScrollArea;
class QStackedWidget;

namespace plumb::ui {

class ActionTable;
class ChartView;
class CompareCauses;
class CompareDetail;
class CompareFeed;
class CompareHeader;
class CompareList;
class CompareMaps;
struct CompareRow;
struct CompareShown;
class EmptyPlace;
class FileDialogs;
class Hairline;
class JobRunner;
class SegmentedControl;
class SessionBridge;
class UndoBar;
class WrapLabel;

class ComparePage final : public QWidget {
    Q_OBJECT
public:
    /// All must outlive the page.
    ComparePage(SessionBridge* bridge, ActionTable* actions, JobRunner* jobs, QWidget* parent);
    ~ComparePage() override;

    void setFileDialogs(FileDialogs* files);
    /// Compares these two from now on.
    void setSides(session::StateRef from, session::StateRef to);
    /// A snapshot with the present.
    void compareWithNow(const QString& snapshot);
    [[nodiscard]] const session::StateRef& from() const noexcept { return m_from; }
    [[nodiscard]] const session::StateRef& to() const noexcept { return m_to; }
    [[nodiscard]] const CompareShown* shown() const noexcept { return m_shown.get(); }
    [[nodiscard]] CompareFeed* feed() const noexcept { return m_feed; }
    /// The states are being read, or will be in a moment.
    [[nodiscard]] bool busy() const;

signals:
    void questionWanted(const plumb::QuestionKey& key);
    void findingWanted(const QString& key);
    void snapshotOpenWanted(const QString& name); ///< show it read-only

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class Tab : std::uint8_t { Questions, Findings, Causes, Money, Trend };

    // compare_page.cpp: layout and refreshing
    void build();
    void buildRemarks();
    void buildSheet();
    QWidget* buildLower();
    QWidget* buildTabs();
    void buildPlaces();
    void connectParts();
    void arrange();
    void changed(bool snapshots);
    void refresh();
    void settleSides();
    void ask();
    void receive(const std::shared_ptr<const CompareShown>& shown);
    void refuse(const session::StateRef& which, const Error& error);
    void showRemarks();
    void showTrend();
    void showDetail();
    void syncActions();
    [[nodiscard]] bool isOwnPresent(const session::StateRef& ref) const;
    [[nodiscard]] Instant now() const; ///< noon of the session's day
    [[nodiscard]] QString sinceWords() const;
    [[nodiscard]] const store::SnapshotRecord* record(const session::StateRef& ref) const;

    // compare_page_steps.cpp: what keys and buttons do
    void connectActions();
    void on(QStringView action, void (ComparePage::*what)());
    void showTab(Tab tab);
    void swap();
    void chooseFile() { chooseFileFor(false); }
    void chooseFileFor(bool after);
    void offerStates(const QString& path, bool after);
    void openRow(const CompareRow& row);
    void openCurrent();
    void step(int by);
    void narrow(const QString& lens, const QString& framework);
    void toggleDetail();
    void setDetailOpen(bool open);
    void copyTable();
    void saveCsv();
    void openSnapshots();
    void exportSnapshot(const QString& name);
    void restoreSnapshot(const QString& name);
    void write(const QString& path, const QByteArray& bytes);
    [[nodiscard]] QString folder() const;

    SessionBridge* m_bridge;
    ActionTable* m_actions;
    JobRunner* m_jobs;
    FileDialogs* m_files = nullptr;
    CompareFeed* m_feed;
    session::StateRef m_from, m_to;
    bool m_picked = false; ///< a person chose the sides
    std::vector<session::StateRef> m_others;
    std::shared_ptr<const CompareShown> m_shown;
    bool m_stale = true, m_tabbed = false, m_detailOpen = false;
    Tab m_tab = Tab::Questions;
    QString m_remarksSeen; ///< that were put off
    QTimer m_soon;         ///< until answers are compared again
    CompareHeader* m_header = nullptr;
    QWidget* m_remarkRow = nullptr;
    QWidget* m_remarkLine = nullptr;
    WrapLabel* m_remarks = nullptr;
    QStackedWidget* m_stack = nullptr;
    QScrollArea* m_scroll = nullptr;
    CompareMaps* m_maps = nullptr;
    QWidget* m_tabRow = nullptr;
    SegmentedControl* m_tabs = nullptr;
    QWidget* m_lower = nullptr;
    CompareList* m_list = nullptr;
    QWidget* m_causesPane = nullptr;
    CompareCauses* m_causes = nullptr;
    QStackedWidget* m_side = nullptr;
    QWidget* m_trendPane = nullptr;
    ChartView* m_trend = nullptr;
    CompareDetail* m_detail = nullptr;
    Hairline* m_lineLeft = nullptr;
    Hairline* m_lineRight = nullptr;
    EmptyPlace* m_empty = nullptr;
    QWidget* m_emptySheet = nullptr;
    EmptyPlace* m_trouble = nullptr;
    QWidget* m_troubleSheet = nullptr;
    UndoBar* m_undo = nullptr;
};

} // namespace plumb::ui
