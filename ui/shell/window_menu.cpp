// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/window_menu.h"

#include "ui/bridge/action_table.h"
#include "ui/bridge/settings.h"
#include "ui/theme/icon.h"

namespace plumb::ui {
namespace {

constexpr int kRecentShown = 9;

} // namespace

WindowMenu::WindowMenu(ActionTable* actions, Settings* settings, QWidget* parent)
    : QMenu(parent), m_settings(settings), m_recent(new QMenu(tr("Open recent"), this)) {
    setObjectName(QStringLiteral("windowMenu"));
    setToolTipsVisible(true);
    m_recent->setObjectName(QStringLiteral("recentMenu"));
    m_recent->setToolTipsVisible(true);
    m_recent->setIcon(plumb::ui::icon(Icon::Clock));
    const auto add = [&](std::initializer_list<QStringView> ids) {
        for (const QStringView id : ids)
            addAction(actions->action(id));
    };
    add({u"file.new", u"file.open"});
    addMenu(m_recent);
    addSeparator();
    add({u"file.saveCopy", u"file.exportPdf"});
    addSeparator();
    add({u"review.merge", u"review.upgradeLens"});
    addSeparator();
    add({u"edit.undo", u"edit.redo", u"edit.history"});
    addSeparator();
    add({u"app.settings", u"app.keys", u"app.about"});
    addSeparator();
    add({u"file.close", u"app.quit"});
    connect(m_recent, &QMenu::aboutToShow, this, &WindowMenu::fillRecent);
}

void WindowMenu::fillRecent() {
    m_recent->clear();
    const auto reviews = m_settings->recent();
    for (const RecentReview& review : reviews.mid(0, kRecentShown)) {
        // An ampersand in a name is no mnemonic.
        QString name = review.name.isEmpty() ? review.path : review.name;
        QAction* const action = m_recent->addAction(name.replace(u'&', QLatin1String("&&")));
        action->setToolTip(review.path);
        connect(action, &QAction::triggered, this, [this, path = review.path] { emit openRecent(path); });
    }
    if (reviews.isEmpty())
        m_recent->addAction(tr("Nothing was opened yet"))->setEnabled(false);
}

} // namespace plumb::ui
