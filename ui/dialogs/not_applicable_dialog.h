// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Asks why a question or one of its choices is not applicable: one of four reasons and a sentence for the report. The
// sentence is needed for "another reason" only.
#pragma once

#include "core/base/result.h" // first: Qt's moc can't read <array> before the rest of the library
#include "core/review/review.h"
#include "ui/widgets/dialog.h"

class QButtonGroup;
class QPlainTextEdit;

namespace plumb::ui {

class NotApplicableDialog final : public Dialog {
    Q_OBJECT
public:
    enum class About { Question, Choice };
    explicit NotApplicableDialog(About about, QWidget* parent = nullptr);

    [[nodiscard]] review::NaReason reason() const;
    [[nodiscard]] QString sentence() const;
    void setReason(review::NaReason reason);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void check();
    QButtonGroup* m_reasons;
    QPlainTextEdit* m_sentence;
};

} // namespace plumb::ui
