// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "ui/bridge/error_words.h"
#include "ui/dialogs/about_dialog.h"
#include "ui/dialogs/history_dialog.h"
#include "ui/dialogs/keys_sheet.h"
#include "ui/dialogs/priorities_dialog.h"
#include "ui/dialogs/settings_dialog.h"
#include "ui/models/question_card_data.h"
#include "ui/pages/start_page.h"
#include "ui/shell/action_icons.h"
#include "ui/shell/goto_palette.h"
#include "ui/shell/merge_flow.h"
#include "ui/shell/notices.h"
#include "ui/shell/page_factory.h"
#include "ui/shell/review_view.h"
#include "ui/shell/window_menu.h"
#include "ui/theme/theme.h"

#include <QCloseEvent>
#include <QGuiApplication>
#include <QScreen>
#include <QStackedLayout>

namespace plumb::ui {
namespace {

constexpr QSize kFirstSize(1440, 900), kSmallest(1024, 640);
constexpr int kCompactWidth = 1360, kCompactHeight = 800;
const auto kGeometry = QStringLiteral("geometry");

} // namespace

MainWindow::MainWindow(const Services& services, QWidget* parent)
    : QWidget(parent)
    , m_services(services)
    , m_actions(services.settings)
    , m_stack(new QStackedLayout(this))
    , m_notices(new Notices(this)) {
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QStringLiteral("Plumbline"));
    setWindowIcon(programIcon());
    setAcceptDrops(true);
    m_stack->setContentsMargins(0, 0, 0, 0);
    applyIcons(m_actions);
    wireActions();
    m_actions.attach(this, ActionScope::Window);
    m_actions.attach(this, ActionScope::Review);
    connect(&m_jobs, &JobRunner::slow, m_notices, &Notices::show);
    connect(m_notices, &Notices::undoRequested, this, [this] { undoOrRedo(true); });
    connect(m_services.settings, &Settings::lookChanged, this, &MainWindow::applyLook);
    const QSize screen = QGuiApplication::primaryScreen()->availableSize();
    setMinimumSize(kSmallest.boundedTo(screen));
    if (!restoreGeometry(m_services.settings->bytes(kGeometry)))
        resize(kFirstSize.boundedTo(screen));
    syncReviewActions();
    syncHistory();
}

MainWindow::~MainWindow() {
    m_merge.reset();
    delete m_view; // before the session that it shows
}

void MainWindow::wireActions() {
    const auto on = [this](QStringView id, auto&& slot) {
        connect(m_actions.action(id), &QAction::triggered, this, std::forward<decltype(slot)>(slot));
    };
    on(u"file.new", [this] { newReview(); });
    on(u"file.open", &MainWindow::chooseFile);
    on(u"file.sample", &MainWindow::openSampleReview);
    on(u"file.saveCopy", &MainWindow::saveCopy);
    on(u"file.close", &MainWindow::closeReview);
    on(u"file.exportPdf", &MainWindow::exportPdf);
    on(u"edit.undo", [this] { undoOrRedo(true); });
    on(u"edit.redo", [this] { undoOrRedo(false); });
    on(u"edit.history", &MainWindow::showHistory);
    on(u"review.merge", &MainWindow::chooseCopy);
    on(u"review.upgradeLens", [this] { upgradeLens(); });
    on(u"edit.priorities", [this] {
        if (m_bridge)
            PrioritiesDialog::ask(m_bridge.get(), this);
    });
    on(u"go.palette", &MainWindow::openPalette);
    on(u"app.settings", &MainWindow::showSettings);
    on(u"app.keys", &MainWindow::showKeys);
    on(u"app.about", &MainWindow::showAbout);
    on(u"app.fullScreen", &MainWindow::toggleFullScreen);
    on(u"app.quit", [this] { close(); });
    m_actions.action(u"file.sample")->setVisible(!m_services.sampleScript.empty());
    m_actions.action(u"file.exportPdf")->setVisible(m_services.printPdf != nullptr);
}

void MainWindow::showStartPage() {
    if (!m_start) {
        m_start = new StartPage(m_services.settings, &m_actions, m_services.clock, this);
        connect(m_start, &StartPage::openRequested, this, [this](const QString& path, bool readOnly) {
            openFile(path, readOnly ? session::OpenMode::ReadOnly : session::OpenMode::ReadWrite);
        });
        m_stack->addWidget(m_start);
    }
    m_stack->setCurrentWidget(m_start);
    m_start->setFocus(Qt::OtherFocusReason);
    setWindowTitle(QStringLiteral("Plumbline"));
}

void MainWindow::showSession(std::unique_ptr<session::Session> session, std::optional<Place> place) {
    closeReview();
    m_notices->clear();
    m_bridge = std::make_unique<SessionBridge>(std::move(session));
    rememberRecent();
    connect(m_bridge.get(), &SessionBridge::failed, this,
            [this](const Error& error) { m_notices->warn(wordsFor(error)); });
    connect(m_bridge.get(), &SessionBridge::historyChanged, this, &MainWindow::syncHistory);
    const auto title = [this] {
        setWindowTitle(tr("%1 \u2013 Plumbline").arg(q(m_bridge->session().review().workload.name)));
    };
    connect(m_bridge.get(), &SessionBridge::workloadChanged, this, title);
    title();
    syncReviewActions();
    syncHistory();
    m_view = new ReviewView(
        m_bridge.get(), &m_actions, m_services.settings, m_services.clock,
        [this](Place wanted, QWidget* into) { return makePlace(wanted, into); }, this);
    if (!m_menu) {
        m_menu = new WindowMenu(&m_actions, m_services.settings, this);
        connect(m_menu, &WindowMenu::openRecent, this, [this](const QString& path) { openFile(path); });
    }
    m_view->setMenu(m_menu);
    connect(m_view, &ReviewView::placeChanged, this,
            [this](Place now) { m_services.settings->setPlace(placeId(now)); });
    m_stack->addWidget(m_view);
    m_stack->setCurrentWidget(m_view);
    if (m_services.place)
        place = std::exchange(m_services.place, std::nullopt);
    prepareReview();
    m_view->go(place.value_or(placeFromId(m_services.settings->place()).value_or(Place::Overview)));
    remindOfReview();
}

void MainWindow::remindOfReview() {
    const session::Session& session = m_bridge->session();
    const score::Cadence cadence = session.cadence();
    if (!cadence.overdue || !session.snapshotName().empty()) // what was then reminds nobody of today
        return;
    QList<Notices::Choice> choices;
    if (!session.readOnly())
        choices.append({tr("Record a review"), [this] {
                            go(Place::Overview);
                            m_actions.action(u"overview.event")->trigger();
                        }});
    m_notices->remind(tr("A review is due since %1").arg(dayWords(cadence.due)), q(cadence.text), choices);
}

void MainWindow::closeReview() {
    if (!m_bridge || m_merging)
        return;
    commitTyped();
    remember();
    if (m_palette)
        m_palette->closePalette();
    m_merge.reset();
    delete std::exchange(m_view, nullptr);
    m_bridge.reset();
    m_snapshotOf.clear();
    syncReviewActions();
    syncHistory();
    showStartPage();
}

QWidget* MainWindow::makePlace(Place place, QWidget* parent) {
    PageNeeds needs;
    needs.bridge = m_bridge.get();
    needs.actions = &m_actions;
    needs.dialogs = m_services.dialogs;
    needs.jobs = &m_jobs;
    needs.intents.openQuestion = [this](const QuestionKey& key) { openQuestion(key); };
    needs.intents.openQuestions = [this](const QuestionFilter& filter) {
        go(Place::Questions);
        showQuestions(m_view->page(Place::Questions), filter);
    };
    needs.intents.openSnapshot = [this](const QString& name) { openSnapshot(name); };
    needs.intents.openFinding = [this](const QString& key) {
        go(Place::Findings);
        showFinding(m_view->page(Place::Findings), key);
    };
    return makePage(place, needs, parent);
}

void MainWindow::go(Place place) {
    if (m_view)
        m_view->go(place);
}

void MainWindow::openQuestion(const QuestionKey& key) {
    if (!m_view)
        return;
    m_view->go(Place::Questions);
    showQuestion(m_view->page(Place::Questions), key);
}

void MainWindow::syncReviewActions() {
    for (const ActionSpec& spec : m_actions.specs()) {
        if (spec.scope == ActionScope::Review)
            m_actions.action(spec.id)->setEnabled(m_bridge != nullptr);
    }
    const bool writable = m_bridge && !m_bridge->session().readOnly();
    for (const char16_t* const id : {u"edit.priorities", u"review.merge", u"review.upgradeLens"})
        m_actions.action(id)->setEnabled(writable);
}

void MainWindow::syncHistory() {
    const auto show = [this](QStringView id, const std::optional<session::CommandRecord>& step,
                             const QString& pattern) {
        QAction* const action = m_actions.action(id);
        const ActionSpec* const spec = m_actions.find(id);
        // While a merge is decided the state that it was planned from stays as it is.
        action->setEnabled(step && !m_bridge->session().readOnly() && !(m_merge && m_merge->page()));
        QString label = step ? q(step->label) : QString();
        action->setToolTip(step ? pattern.arg(label) : spec->tooltip);
        action->setText(step ? pattern.arg(label.replace(u'&', QLatin1String("&&"))) : spec->text);
    };
    show(u"edit.undo", m_bridge ? m_bridge->session().undoable() : std::nullopt, tr("Undo: %1"));
    show(u"edit.redo", m_bridge ? m_bridge->session().redoable() : std::nullopt, tr("Redo: %1"));
}

bool MainWindow::commitTyped() {
    bool stored = true;
    for (const Place place : kPlaces) {
        if (QWidget* const page = m_view ? m_view->pageIfMade(place) : nullptr)
            stored = commitPending(page) && stored;
    }
    return stored;
}

void MainWindow::undoOrRedo(bool undo) {
    if (!m_bridge || m_merging || !commitTyped())
        return;
    m_bridge->run([undo](session::Session& session) -> Result<void> {
        auto done = undo ? session.undo() : session.redo();
        if (!done)
            return fail(std::move(done).error());
        return {};
    });
}

void MainWindow::openPalette() {
    if (!m_palette) {
        m_palette = new GotoPalette(this);
        connect(m_palette, &GotoPalette::chosen, this, &MainWindow::goTo);
    }
    if (m_palette->isOpen())
        m_palette->closePalette();
    else
        m_palette->open(std::make_unique<GotoIndex>(m_actions, m_bridge ? &m_bridge->session() : nullptr));
}

void MainWindow::goTo(const GotoItem& item) {
    switch (item.kind) {
    case GotoItem::Kind::Place:
    case GotoItem::Kind::Action: {
        const ActionScope scope = m_actions.find(item.id)->scope;
        if (scope == ActionScope::Overview)
            go(Place::Overview);
        if (scope == ActionScope::Questions)
            go(Place::Questions);
        if (scope == ActionScope::Findings)
            go(Place::Findings);
        if (scope == ActionScope::Costs)
            go(Place::Costs);
        if (scope == ActionScope::Compare)
            go(Place::Compare);
        m_actions.action(item.id)->trigger();
        break;
    }
    case GotoItem::Kind::Question:
    case GotoItem::Kind::Text:
    case GotoItem::Kind::Evidence:
        if (!item.question.question.empty())
            openQuestion(item.question);
        break;
    case GotoItem::Kind::CostItem:
    case GotoItem::Kind::CostMeasure:
        go(Place::Costs);
        break;
    }
}

void MainWindow::showHistory() {
    if (!m_bridge)
        return;
    auto steps = m_bridge->session().history();
    if (!steps) {
        m_notices->warn(wordsFor(steps.error()));
        return;
    }
    HistoryDialog dialog(std::move(*steps), m_bridge->session().readOnly(), this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const std::string id = dialog.chosen();
    if (m_bridge->run([&id](session::Session& session) { return session.restore(id); }))
        m_notices->offerUndo(tr("Went back in the history"), undoKey());
}

void MainWindow::showSettings() {
    SettingsDialog(m_services.settings, &m_actions, this).exec();
}

void MainWindow::showKeys() {
    KeysSheet(m_actions, this).exec();
}

void MainWindow::showAbout() {
    AboutDialog(this).exec();
}

void MainWindow::toggleFullScreen() {
    setWindowState(windowState() ^ Qt::WindowFullScreen);
}

void MainWindow::applyLook() {
    Theme& theme = Theme::instance();
    theme.setReducedMotion(m_services.settings->reducedMotion());
    theme.setTextScale(m_services.settings->textScalePercent() / 100.0);
    theme.setChoice(static_cast<SchemeChoice>(m_services.settings->theme()));
}

void MainWindow::remember() {
    m_services.settings->setBytes(kGeometry, saveGeometry());
    if (m_bridge)
        rememberRecent();
}

void MainWindow::rememberRecent() {
    if (m_bridge->session().snapshotName().empty()) // a snapshot is shown from a copy that goes
        m_services.settings->addRecent(recentOf(m_bridge->session(), *m_services.clock));
}

void MainWindow::resizeEvent(QResizeEvent* event) {
    Theme::instance().setCompact(width() < kCompactWidth || height() < kCompactHeight);
    QWidget::resizeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (m_merging) { // soon done; the panel with its progress says so and can cancel
        event->ignore();
        return;
    }
    // What was typed and can't be stored (disk full) is not thrown away at the first try; the notice says why.
    if (!commitTyped() && !std::exchange(m_leavingAnyway, true)) {
        event->ignore();
        return;
    }
    remember();
    m_merge.reset();
    delete std::exchange(m_view, nullptr);
    m_bridge.reset();
    event->accept();
}

} // namespace plumb::ui
