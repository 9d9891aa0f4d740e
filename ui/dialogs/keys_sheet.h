// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The sheet of all keys ("?"), made from the action table each time it is opened.
#pragma once

#include "ui/widgets/dialog.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace plumb::ui {

class ActionTable;

/// A line of the sheet.
struct KeyLine {
    QString text;
    QList<QStringList> keys; ///< caps of each key that does it
};
struct KeyGroup {
    QString name;
    QList<KeyLine> lines;
};

/// What the sheet shows: actions with a key, grouped by where they hold. The keys of the choices share one line while
/// they are the digits.
[[nodiscard]] QList<KeyGroup> keyGroups(const ActionTable& actions);

class KeysSheet final : public Dialog {
    Q_OBJECT
public:
    explicit KeysSheet(const ActionTable& actions, QWidget* parent = nullptr);
};

} // namespace plumb::ui
