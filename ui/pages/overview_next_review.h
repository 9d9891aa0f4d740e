// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// When a review is due again and why, what was recorded since, and the two things to do about it: record an event, set
// how often a review is held.
#pragma once

#include "core/base/result.h" // first: Qt's moc can't read <array> before the rest of the library
#include "core/session/session.h"
#include "ui/theme/icon.h"

#include <QAbstractButton>
#include <QWidget>
#include <vector>

class QBoxLayout;
class QHBoxLayout;

namespace plumb::ui {

class ActionTable;
class Button;
class IconLabel;
class WrapLabel;

/// One recorded event: icon of its kind, day, what happened.
class EventRow final : public QAbstractButton {
    Q_OBJECT
public:
    explicit EventRow(QWidget* parent = nullptr);
    void setEvent(const review::ReviewEvent& event);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    Icon m_icon = Icon::Calendar;
    QString m_kind, m_day, m_note;
};

class NextReviewPane final : public QWidget {
    Q_OBJECT
public:
    static constexpr std::size_t kShown = 3; ///< latest events
    explicit NextReviewPane(ActionTable* actions, QWidget* parent = nullptr);
    void show(const session::Session& session);
    using QWidget::show;

signals:
    void eventChosen(const plumb::review::ReviewEvent& event); ///< to change it

private:
    QHBoxLayout* buildFoot(ActionTable* actions);
    WrapLabel* m_day;
    WrapLabel* m_left; ///< "in 58 days", "12 days overdue"
    IconLabel* m_icon;
    WrapLabel* m_why;
    WrapLabel* m_rule;
    QBoxLayout* m_rows;
    Button* m_record;
    Button* m_cadence;
    std::vector<EventRow*> m_buttons;
    std::vector<review::ReviewEvent> m_events;
};

} // namespace plumb::ui
