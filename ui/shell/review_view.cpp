// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/review_view.h"

#include "ui/bridge/action_table.h"
#include "ui/bridge/settings.h"
#include "ui/dialogs/snapshot_dialog.h"
#include "ui/shell/rail.h"
#include "ui/shell/review_strip.h"
#include "ui/shell/top_bar.h"
#include "ui/theme/theme.h"
#include "ui/widgets/undo_bar.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QLocale>
#include <QPainter>
#include <QSplitter>
#include <QStackedWidget>

namespace plumb::ui {

ReviewView::ReviewView(SessionBridge* bridge, ActionTable* actions, Settings* settings, Clock* clock,
                       PageFactory factory, QWidget* parent)
    : QWidget(parent)
    , m_bridge(bridge)
    , m_actions(actions)
    , m_settings(settings)
    , m_clock(clock)
    , m_factory(std::move(factory))
    , m_rail(new Rail(actions, this))
    , m_bar(new TopBar(actions, this))
    , m_stack(new QStackedWidget(this))
    , m_strip(new ReviewStrip(this)) {
    setObjectName(QStringLiteral("reviewView"));
    m_stack->setObjectName(QStringLiteral("placeStack"));
    auto* const columns = new QHBoxLayout(this);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    auto* const right = new QVBoxLayout;
    right->setSpacing(0);
    columns->addWidget(m_rail);
    columns->addLayout(right, 1);
    right->addWidget(m_bar);
    right->addWidget(m_strip);
    m_strip->hide();
    right->addWidget(m_stack, 1);
    for (const Place place : kPlaces)
        connect(m_actions->action(placeAction(place)), &QAction::triggered, this, [this, place] { go(place); });
    m_undo = new UndoBar(m_stack);
    QAction* const snapshot = m_actions->action(u"review.snapshot");
    snapshot->setEnabled(!bridge->session().readOnly());
    connect(snapshot, &QAction::triggered, this, &ReviewView::takeSnapshot);
    connect(m_undo, &UndoBar::undoRequested, m_actions->action(u"edit.undo"), &QAction::trigger);
    connect(bridge, &SessionBridge::workloadChanged, this, &ReviewView::showWorkload);
    connect(bridge, &SessionBridge::historyChanged, this, &ReviewView::showSaved);
    showWorkload();
    showSaved();
}

ReviewView::~ReviewView() {
    for (QWidget* const page : m_pages) {
        if (page)
            keepSplitters(page, false);
    }
}

void ReviewView::go(Place place) {
    QWidget* const shown = page(place);
    const bool moved = place != m_place || m_stack->currentWidget() != shown;
    m_place = place;
    m_rail->setCurrent(place);
    syncStrip();
    if (!moved)
        return;
    m_stack->setCurrentWidget(shown);
    if (m_over) {
        emit overLeft();
        dropOver();
    }
    // The keys of the place work at once, and Tab starts in it.
    shown->setFocus(Qt::OtherFocusReason);
    emit placeChanged(place);
}

QWidget* ReviewView::page(Place place) {
    QWidget*& made = m_pages[static_cast<std::size_t>(place)];
    if (!made) {
        made = m_factory(place, m_stack);
        m_stack->addWidget(made);
        keepSplitters(made, true);
    }
    return made;
}

void ReviewView::showOver(QWidget* page) {
    dropOver();
    m_over = page;
    m_stack->addWidget(page);
    m_stack->setCurrentWidget(page);
    syncStrip();
    page->setFocus(Qt::OtherFocusReason);
}

void ReviewView::closeOver() {
    if (!m_over)
        return;
    QWidget* const place = page(m_place);
    m_stack->setCurrentWidget(place);
    dropOver();
    syncStrip();
    place->setFocus(Qt::OtherFocusReason);
}

void ReviewView::dropOver() {
    QWidget* const page = std::exchange(m_over, nullptr);
    if (!page)
        return;
    page->hide();
    page->deleteLater(); // it may be what asked for this
    m_stack->removeWidget(page);
}

void ReviewView::showStrip(bool shown, std::optional<Place> onlyOn) {
    m_stripShown = shown;
    m_stripPlace = onlyOn;
    syncStrip();
}

void ReviewView::syncStrip() {
    m_strip->setVisible(m_stripShown && (!m_stripPlace || (*m_stripPlace == m_place && !m_over)));
}

void ReviewView::takeSnapshot() {
    SnapshotDialog::ask(m_bridge, this, [this](const QString& name) {
        m_undo->say(tr("Snapshot “%1” taken").arg(name),
                    m_actions->action(u"edit.undo")->shortcut().toString(QKeySequence::PortableText));
    });
}

void ReviewView::setMenu(QMenu* menu) {
    m_bar->setMenu(menu);
}

void ReviewView::openMenu() {
    m_bar->openMenu();
}

void ReviewView::showWorkload() {
    const review::Workload& workload = m_bridge->session().review().workload;
    QString detail = q(workload.client);
    if (!m_bridge->session().snapshotName().empty())
        detail = tr("Snapshot %1").arg(q(m_bridge->session().snapshotName()));
    else if (m_bridge->session().readOnly())
        detail = detail.isEmpty() ? tr("read-only") : detail + QStringLiteral(" \u00B7 ") + tr("read-only");
    m_bar->setReview(q(workload.name), detail);
}

void ReviewView::showSaved() {
    const session::Session& session = m_bridge->session();
    if (session.readOnly()) {
        m_bar->setSaved({});
        return;
    }
    const auto saved = QDateTime::fromMSecsSinceEpoch(session.savedAt().ms);
    const auto now = QDateTime::fromMSecsSinceEpoch(m_clock->now().ms);
    const bool today = saved.date() == now.date();
    m_bar->setSaved(tr("Saved %1")
                        .arg(today ? saved.toString(QStringLiteral("HH:mm"))
                                   : QLocale(QLocale::English).toString(saved, QStringLiteral("d MMM yyyy"))));
}

void ReviewView::keepSplitters(QWidget* page, bool restore) {
    auto splitters = page->findChildren<QSplitter*>();
    if (auto* const self = qobject_cast<QSplitter*>(page))
        splitters.append(self);
    for (QSplitter* const splitter : std::as_const(splitters)) {
        const QString key = splitter->objectName();
        if (key.isEmpty())
            continue;
        if (restore)
            splitter->restoreState(m_settings->bytes(key));
        else
            m_settings->setBytes(key, splitter->saveState());
    }
}

void ReviewView::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(rect(), tokens()[Token::Surface]);
}

} // namespace plumb::ui
