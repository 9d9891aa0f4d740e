// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/notices.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"

#include <QAccessible>
#include <QEvent>
#include <QLayout>
#include <QLocale>
#include <QWidget>

namespace plumb::ui {
namespace {

constexpr int kWidth = 620, kEdge = 24, kGap = 8;
constexpr int kFoot = 60; ///< above the foot of a place with its keys

} // namespace

Notices::Notices(QWidget* window) : QObject(window), m_window(window) {
    window->installEventFilter(this);
}

void Notices::warn(const ErrorWords& words, const QList<Choice>& choices) {
    put(Icon::Warning, Token::Med, words.title, words.text, choices);
}

void Notices::tell(const QString& title, const QString& text, const QList<Choice>& choices) {
    put(Icon::Info, Token::Accent, title, text, choices);
}

void Notices::remind(const QString& title, const QString& text, const QList<Choice>& choices) {
    put(Icon::Bell, Token::Accent, title, text, choices);
}

void Notices::put(Icon icon, Token ink, const QString& title, const QString& text, const QList<Choice>& choices) {
    clear();
    auto* const bar = new MessageBar(icon, ink, title, text, m_window);
    bar->setObjectName(QStringLiteral("noticeBar"));
    m_message = bar;
    for (const Choice& choice : choices) {
        Button* const button = bar->addButton(choice.first);
        button->setObjectName(QStringLiteral("noticeChoiceButton"));
        // The choice may put up the next message, so this one goes first.
        connect(button, &QAbstractButton::clicked, this, [this, act = choice.second] {
            clear();
            act();
        });
    }
    Button* const close = bar->addButton(tr("Close"), true);
    close->setObjectName(QStringLiteral("noticeCloseButton"));
    connect(close, &QAbstractButton::clicked, this, &Notices::clear);
    arrange();
    bar->show();
    bar->raise();
    QAccessibleEvent alert(bar, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void Notices::clear() {
    if (!m_message)
        return;
    m_message->hide();
    m_message->deleteLater();
    m_message.clear();
    arrange();
}

void Notices::offerUndo(const QString& whatWasDone, const QString& undoKey) {
    if (!m_undo) {
        m_undo = new UndoBar(m_window);
        connect(m_undo, &UndoBar::undoRequested, this, &Notices::undoRequested);
    }
    m_undo->say(whatWasDone, undoKey);
}

void Notices::show(Job* job) {
    auto* const panel = new ProgressPanel(job->title(), m_window);
    panel->setObjectName(QStringLiteral("progressPanel"));
    m_progress.append(panel);
    const auto update = [panel, job] {
        panel->setDetail(job->cancelled() ? tr("Stopping")
                                          : progressWords(job->done(), job->total(), job->secondsLeft()));
        panel->setShare(job->total() > 0 ? static_cast<double>(job->done()) / static_cast<double>(job->total()) : 0.0);
        panel->setCancellable(!job->cancelled());
    };
    connect(job, &Job::progressed, panel, update);
    connect(panel, &ProgressPanel::cancelled, job, &Job::cancel);
    connect(job, &Job::ended, panel, [this, panel] {
        m_progress.removeOne(panel);
        panel->hide();
        panel->deleteLater();
        arrange();
    });
    update();
    arrange();
    panel->show();
    panel->raise();
}

void Notices::arrange() {
    const int width = qMin(scaled(kWidth), m_window->width() - 2 * kEdge);
    int bottom = m_window->height() - scaled(kFoot) - (m_undo && m_undo->isVisible() ? m_undo->height() + kGap : 0);
    const auto place = [&](QWidget* widget) {
        const int high = widget->hasHeightForWidth() ? widget->heightForWidth(width)
                         : widget->layout()
                             ? qMax(widget->layout()->totalHeightForWidth(width), widget->sizeHint().height())
                             : widget->sizeHint().height();
        widget->setGeometry((m_window->width() - width) / 2, bottom - high, width, high);
        bottom -= high + kGap;
    };
    for (const auto& panel : std::as_const(m_progress)) {
        if (panel)
            place(panel);
    }
    if (m_message)
        place(m_message);
}

bool Notices::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_window && event->type() == QEvent::Resize)
        arrange();
    return QObject::eventFilter(watched, event);
}

QString progressWords(std::uint64_t done, std::uint64_t total, int secondsLeft) {
    const QLocale locale(QLocale::English);
    if (total == 0)
        return done == 0 ? QString() : locale.toString(static_cast<qulonglong>(done));
    const QString words =
        Notices::tr("%1 of %2")
            .arg(locale.toString(static_cast<qulonglong>(done)), locale.toString(static_cast<qulonglong>(total)));
    return secondsLeft < 0 ? words : words + Notices::tr(", about %1 s left").arg(secondsLeft);
}

} // namespace plumb::ui
