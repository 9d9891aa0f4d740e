// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The window as a person uses it: presses keys, clicks, reads what is shown. Tests speak through it and know no layout.
#pragma once

#include "ui/shell/main_window.h"

#include <QAbstractButton>
#include <QListView>
#include <QString>

namespace plumb::test {

class WindowPage {
public:
    explicit WindowPage(ui::MainWindow* window) : m_window(window) {}

    /// Presses a key sequence written as portable text in the widget that has the focus.
    void press(const QString& keys);
    void type(const QString& text); ///< into the widget that has the focus
    void click(const QString& objectName);
    void trigger(const QString& actionId); ///< as from the menu
    /// After a dialog: what the desktop does by itself and the offscreen platform does not.
    void activateAgain();

    [[nodiscard]] QString place() const; ///< "questions"; "start" on the start page
    [[nodiscard]] QString title() const { return m_window->windowTitle(); }
    [[nodiscard]] QString notice() const;  ///< title and sentence of the message; empty when there is none
    [[nodiscard]] QString undoTip() const; ///< tooltip of the undo button
    [[nodiscard]] bool canUndo() const;
    [[nodiscard]] bool canRedo() const;
    [[nodiscard]] QString saved() const;
    [[nodiscard]] bool paletteOpen() const;
    [[nodiscard]] QStringList paletteTitles() const;
    [[nodiscard]] QStringList recentNames() const;

    template <typename T = QWidget> [[nodiscard]] T* find(const QString& objectName) const {
        T* const found = m_window->findChild<T*>(objectName);
        if (!found)
            qFatal("Nothing is called \"%s\"", qPrintable(objectName));
        return found;
    }

private:
    [[nodiscard]] QStringList rows(const QString& list) const;
    ui::MainWindow* m_window;
};

} // namespace plumb::test
