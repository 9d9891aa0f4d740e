// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The window: start page or open review, and everything that goes around them: actions, files, dialogs, notices. One window
// holds at most one review.
#pragma once

#include "ui/bridge/action_table.h"
#include "ui/bridge/job_runner.h"
#include "ui/bridge/session_bridge.h"
#include "ui/shell/places.h"
#include "ui/shell/review_files.h"

#include <memory>
#include <QWidget>

class QMenu;
class QStackedLayout;

namespace plumb::ui {

class GotoPalette;
struct GotoItem;
class Notices;
class ReviewView;
class StartPage;

class MainWindow final : public QWidget {
    Q_OBJECT
public:
    explicit MainWindow(const Services& services, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Opens a file and shows it; when that fails a notice says why and the window stays as it was. A review that was open
    /// is closed (it is saved already). Answers whether it is open now.
    bool openFile(const QString& path, session::OpenMode mode = session::OpenMode::ReadWrite);
    bool openSampleReview();
    void showSession(std::unique_ptr<session::Session> session);
    void closeReview();

    [[nodiscard]] SessionBridge* bridge() const noexcept { return m_bridge.get(); } ///< null on the start page
    [[nodiscard]] ReviewView* review() const noexcept { return m_view; }
    [[nodiscard]] ActionTable* actions() noexcept { return &m_actions; }
    [[nodiscard]] JobRunner* jobs() noexcept { return &m_jobs; }
    [[nodiscard]] Notices* notices() const noexcept { return m_notices; }
    void go(Place place);
    void openQuestion(const QuestionKey& key);

public slots:
    void newReview();
    void open();
    void saveCopy();
    void exportPdf();
    void showHistory();
    void showSettings();
    void showKeys();
    void showAbout();
    void openPalette();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void wireActions();
    void makeMenu();
    void fillRecentMenu();
    void syncReviewActions();
    void syncHistory();
    void syncTitle();
    void undoOrRedo(bool undo);
    void refuse(const Error& error, const QString& path);
    void newReviewWith(const QString& lensFile);
    void goTo(const GotoItem& item);
    void remember();
    void restoreGeometryOnce();
    void makeStartPage();
    [[nodiscard]] QWidget* makePage(Place place, QWidget* parent);
    void toggleFullScreen();

    Services m_services;
    ActionTable m_actions;
    JobRunner m_jobs;
    std::unique_ptr<SessionBridge> m_bridge;
    QStackedLayout* m_stack;
    StartPage* m_start = nullptr;
    ReviewView* m_view = nullptr;
    GotoPalette* m_palette = nullptr;
    Notices* m_notices;
    QMenu* m_menu = nullptr;
    QMenu* m_recentMenu = nullptr;
};

} // namespace plumb::ui
