// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Asks for what a decision about a risk needs: accepted (why, by whom, until when), transferred (why, to whom), false
// alarm (why). The main button stays off until everything is there.
#pragma once

#include "core/base/result.h" // first: Qt's moc can't read <array> before the rest of the library
#include "core/review/finding.h"
#include "ui/widgets/dialog.h"

#include <QStringList>

class QLineEdit;
class QPlainTextEdit;

namespace plumb::ui {

class DateField;
class Field;

class FindingDecisionDialog final : public Dialog {
    Q_OBJECT
public:
    /// `status` is Accepted, Transferred or FalseAlarm; `findings` says how many it is about.
    FindingDecisionDialog(review::FindingStatus status, int findings, const QStringList& people, Date today,
                          QWidget* parent = nullptr);

    [[nodiscard]] QString reason() const;
    [[nodiscard]] QString decidedBy() const;
    [[nodiscard]] Date until() const;
    /// What stands there already.
    void fill(const QString& reason, const QString& decidedBy, Date until);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void check();
    review::FindingStatus m_status;
    Date m_today;
    QPlainTextEdit* m_reason;
    QLineEdit* m_who = nullptr;
    DateField* m_until = nullptr;
    Field* m_untilField = nullptr;
};

} // namespace plumb::ui
