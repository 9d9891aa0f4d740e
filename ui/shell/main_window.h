// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The window: start page or open review, and everything that goes around them: actions, files, dialogs, notices. One
// window holds at most one review.
#pragma once

#include "ui/bridge/action_table.h"
#include "ui/bridge/job_runner.h"
#include "ui/bridge/session_bridge.h"
#include "ui/shell/places.h"
#include "ui/shell/review_files.h"

#include <memory>
#include <optional>
#include <QFileInfo>
#include <QWidget>

class QStackedLayout;

namespace plumb::ui {

class GotoPalette;
class MergeFlow;
struct GotoItem;
class Notices;
class ReviewView;
class StartPage;
class WindowMenu;

class MainWindow final : public QWidget {
    Q_OBJECT
public:
    explicit MainWindow(const Services& services, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Opens a file and shows it; when that fails a notice says why and the window stays as it was. A review that was
    /// open is closed (it is saved already). Answers whether it is open now.
    bool openFile(const QString& path, session::OpenMode mode = session::OpenMode::ReadWrite);
    bool openSampleReview();
    /// Shows an open session at `place`, or where the user was last time.
    void showSession(std::unique_ptr<session::Session> session, std::optional<Place> place = std::nullopt);
    void closeReview(); ///< to the start page
    void showStartPage();

    [[nodiscard]] SessionBridge* bridge() const noexcept { return m_bridge.get(); } ///< null on the start page
    [[nodiscard]] ReviewView* review() const noexcept { return m_view; }            ///< null on the start page
    [[nodiscard]] ActionTable* actionTable() noexcept { return &m_actions; }
    [[nodiscard]] JobRunner* jobs() noexcept { return &m_jobs; }
    [[nodiscard]] Notices* notices() const noexcept { return m_notices; }
    void go(Place place); ///< nothing on the start page
    void openQuestion(const QuestionKey& key);
    /// Compares the review with another copy of it and shows what merging would do; a message says why when it can't.
    void mergeCopy(const QString& path);
    /// Shows a snapshot of the open review in this window, for reading; backToReview() opens the review again.
    void openSnapshot(const QString& name);
    void backToReview(); ///< nothing unless a snapshot is shown

protected:
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    // main_window.cpp: the frame
    void wireActions();
    [[nodiscard]] QWidget* makePlace(Place place, QWidget* parent);
    void remindOfReview(); ///< when one is overdue
    void syncReviewActions();
    void syncHistory();
    bool commitTyped(); ///< stores what is typed on any page and not stored yet
    void undoOrRedo(bool undo);
    void openPalette();
    void goTo(const GotoItem& item);
    void showHistory();
    void showSettings();
    void showKeys();
    void showAbout();
    void toggleFullScreen();
    void applyLook();
    void remember();
    void rememberRecent();

    // main_window_files.cpp: files in and out
    void refuse(const Error& error, const QString& path);
    void newReview(const QString& lensFile = {});
    void chooseFile();
    void addLens(const QString& path);
    [[nodiscard]] QFileInfo besideReview() const; ///< the file whose folder is suggested: no temporary one
    void saveCopy();
    void exportPdf();
    void openDropped(const QString& path);

    // main_window_review.cpp: other copies, other versions and earlier states of the review
    void prepareReview(); ///< when its view is made
    void chooseCopy();
    void setMerging(bool merging); ///< nothing else may touch the session meanwhile
    void upgradeLens(const std::string& lensId = {});
    void offerNewerLens();
    void showSnapshotStrip();
    [[nodiscard]] QString undoKey() const;

    Services m_services;
    ActionTable m_actions;
    JobRunner m_jobs;
    std::unique_ptr<SessionBridge> m_bridge;
    QStackedLayout* m_stack;
    StartPage* m_start = nullptr;
    ReviewView* m_view = nullptr;
    GotoPalette* m_palette = nullptr;
    Notices* m_notices;
    WindowMenu* m_menu = nullptr;
    bool m_leavingAnyway = false;
    std::unique_ptr<MergeFlow> m_merge; ///< of the review that is open
    bool m_merging = false;
    QString m_snapshotOf; ///< the review whose snapshot is shown
    bool m_snapshotOfReadOnly = false;
    Place m_snapshotPlace = Place::Overview; ///< where it was opened
};

} // namespace plumb::ui
