// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the window says by itself, at its bottom and over its places so that nothing moves: a message with what to do,
// progress of slow work, what can be undone. Nothing asks, nothing blocks.
#pragma once

#include "ui/bridge/error_words.h"
#include "ui/bridge/job_runner.h"
#include "ui/theme/icon.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/progress.h"
#include "ui/widgets/undo_bar.h"

#include <functional>
#include <QList>
#include <QObject>
#include <QPointer>
#include <utility>

class QWidget;

namespace plumb::ui {

class Notices final : public QObject {
    Q_OBJECT
public:
    /// A button of a message: its words and what it does. Every message has "Close" besides.
    using Choice = std::pair<QString, std::function<void()>>;

    /// Stands over `window`, which owns it.
    explicit Notices(QWidget* window);

    /// A message that stays until it is closed, a choice is made or another one comes.
    void warn(const ErrorWords& words, const QList<Choice>& choices = {});
    /// The same for something that went well but is worth knowing ("Copy saved").
    void tell(const QString& title, const QString& text, const QList<Choice>& choices = {});
    /// The same for something to think of ("A review is due").
    void remind(const QString& title, const QString& text, const QList<Choice>& choices = {});
    void clear();                                                   ///< takes the message away
    [[nodiscard]] MessageBar* message() const { return m_message; } ///< null when there is none

    /// Offers to undo the last step. `undoKey` in portable text.
    void offerUndo(const QString& whatWasDone, const QString& undoKey);
    /// Shows progress of the job until it ends.
    void show(Job* job);

signals:
    void undoRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void put(Icon icon, Token ink, const QString& title, const QString& text, const QList<Choice>& choices);
    void arrange();
    QWidget* m_window;
    QPointer<MessageBar> m_message;
    QPointer<UndoBar> m_undo;
    QList<QPointer<ProgressPanel>> m_progress;
};

/// "412,000 of 655,000, about 9 s left"; empty while nothing is known.
[[nodiscard]] QString progressWords(std::uint64_t done, std::uint64_t total, int secondsLeft);

} // namespace plumb::ui
