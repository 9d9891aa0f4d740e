// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A line edit with a magnifier, a clear button while it holds text, and the key that leads to it while it is empty.
// Escape clears it first.
#pragma once

#include <QLineEdit>

namespace plumb::ui {

class SearchField : public QLineEdit {
    Q_OBJECT
public:
    explicit SearchField(const QString& placeholder, QWidget* parent = nullptr);
    /// Portable text, "Ctrl+K"; shown, not bound.
    void setKey(const QString& portableShortcut);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void applyMargins();
    QString m_key;
};

} // namespace plumb::ui
