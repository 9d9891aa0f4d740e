// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The menu behind the review's name: everything that concerns files and the program, from the action table.
#pragma once

#include <QMenu>
#include <QString>

namespace plumb::ui {

class ActionTable;
class Settings;

class WindowMenu final : public QMenu {
    Q_OBJECT
public:
    /// Both must outlive the menu.
    WindowMenu(ActionTable* actions, Settings* settings, QWidget* parent = nullptr);

signals:
    void openRecent(const QString& path);

private:
    void fillRecent();
    Settings* m_settings;
    QMenu* m_recent;
};

} // namespace plumb::ui
