// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Says what was done and offers to undo it, bottom centre of a place, for eight seconds and one at a time. It takes no
// focus and stops its clock while the pointer is on it.
#pragma once

#include <QBasicTimer>
#include <QFrame>

namespace plumb::ui {

class WrapLabel;
class Button;

class UndoBar : public QFrame {
    Q_OBJECT
public:
    /// `place` is the page over which the bar stands; it moves with its size.
    explicit UndoBar(QWidget* place);
    /// Shows the sentence; replaces the one that stands. `undoKey` is shown in the button.
    void say(const QString& whatWasDone, const QString& undoKey = QStringLiteral("Ctrl+Z"));
    void dismiss();
    static constexpr int kShownMs = 8000;

signals:
    void undoRequested();
    void dismissed();

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void timerEvent(QTimerEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void place();
    WrapLabel* m_text;
    Button* m_undo;
    Button* m_close;
    QBasicTimer m_timer;
};

} // namespace plumb::ui
