// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Asks for what makes a new review due, or for a review that was held: kind, day, one sentence. Also changes or removes
// one that is recorded. Beside it the small dialog that asks how often a review is held.
#pragma once

#include "core/base/result.h" // first: Qt's moc can't read <array> before the rest of the library
#include "core/review/finding.h"
#include "ui/widgets/dialog.h"

class QButtonGroup;
class QLineEdit;
class QSpinBox;

namespace plumb::ui {

class DateField;
class Field;
class SessionBridge;

class ReviewEventDialog final : public Dialog {
    Q_OBJECT
public:
    /// `event` without id: a new one; without date: today.
    ReviewEventDialog(const review::ReviewEvent& event, Date today, QWidget* parent = nullptr);
    [[nodiscard]] review::ReviewEvent event() const;
    [[nodiscard]] bool removed() const noexcept { return m_removed; } ///< accepted by "Remove"

    /// Opens the dialog over `parent`; what comes of it is stored as one command.
    static void ask(SessionBridge* bridge, const review::ReviewEvent& event, QWidget* parent);

private:
    void check();
    review::ReviewEvent m_event;
    Date m_today;
    QButtonGroup* m_kinds;
    DateField* m_date;
    Field* m_dateField;
    QLineEdit* m_note;
    bool m_removed = false;
};

class CadenceDialog final : public Dialog {
    Q_OBJECT
public:
    explicit CadenceDialog(int months, QWidget* parent = nullptr);
    [[nodiscard]] int months() const;
    static void ask(SessionBridge* bridge, QWidget* parent);

private:
    QSpinBox* m_months;
};

/// "Review held", "Model update", "Change in data", "Other event".
[[nodiscard]] QString eventWords(review::EventKind kind);

} // namespace plumb::ui
