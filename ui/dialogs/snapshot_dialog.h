// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Takes a snapshot: asks for its name and a note. The name is filled in with the day and checked while it is typed; the
// review is kept as one command.
#pragma once

#include "core/base/result.h" // first: Qt's moc can't read <array> before the rest of the library
#include "ui/widgets/dialog.h"

#include <functional>
#include <QStringList>

class QLineEdit;

namespace plumb::ui {

class Field;
class SessionBridge;

class SnapshotDialog final : public Dialog {
    Q_OBJECT
public:
    /// `taken` are the names that there are.
    SnapshotDialog(const QString& suggested, const QStringList& taken, QWidget* parent = nullptr);
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString note() const;
    void setError(const QString& sentence); ///< below the name

    /// Opens it over `parent`; `done` gets the name of the snapshot that was taken. When the session refuses, the
    /// dialog stays open and says why.
    static void ask(SessionBridge* bridge, QWidget* parent, std::function<void(const QString& name)> done);
    /// "22 Nov 2026", with " (2)" and so on when that is taken.
    [[nodiscard]] static QString nameFor(const QString& day, const QStringList& taken);

private:
    void check();
    QStringList m_taken;
    QLineEdit* m_name;
    QLineEdit* m_note;
    Field* m_nameField;
};

} // namespace plumb::ui
