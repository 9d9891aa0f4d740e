// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/finding_loss_dialog.h"

#include "core/score/findings.h"
#include "ui/models/money_text.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/wrap_label.h"

#include <QLineEdit>
#include <QLocale>
#include <QVBoxLayout>

namespace plumb::ui {

namespace {

/// The number in a field, with or without thousands marks, "$" and "k"; negative when it is none.
double numberIn(const QLineEdit* edit) {
    QString text = edit->text().simplified().remove(QLatin1Char('$')).remove(QLatin1Char(' ')).toLower();
    double factor = 1;
    if (text.endsWith(QLatin1Char('k')) || text.endsWith(QLatin1Char('m'))) {
        factor = text.endsWith(QLatin1Char('k')) ? 1e3 : 1e6;
        text.chop(1);
    }
    bool fine = false;
    const double value = QLocale(QLocale::English).toDouble(text, &fine);
    return fine ? value * factor : -1;
}

void put(QLineEdit* edit, double value) {
    edit->setText(QLocale(QLocale::English).toString(value, 'g', 12));
}

} // namespace

FindingLossDialog::FindingLossDialog(const std::optional<review::LossModel>& model, const QString& sign,
                                     QWidget* parent)
    : Dialog(tr("Yearly loss"),
             tr("How often it may happen, and what one time costs: in one of ten times less than the first sum, in one "
                "of ten more than the second. Empty fields take the model back."),
             parent)
    , m_perYear(new QLineEdit)
    , m_low(new QLineEdit)
    , m_high(new QLineEdit)
    , m_result(new WrapLabel(QString(), Role::Body, Token::Ink2))
    , m_sign(sign) {
    setObjectName(QStringLiteral("findingLossDialog"));
    m_perYear->setObjectName(QStringLiteral("perYearEdit"));
    m_low->setObjectName(QStringLiteral("p10Edit"));
    m_high->setObjectName(QStringLiteral("p90Edit"));
    m_perYear->setPlaceholderText(QStringLiteral("0.5"));
    m_low->setPlaceholderText(QStringLiteral("20k"));
    m_high->setPlaceholderText(QStringLiteral("150k"));
    auto* row = new QHBoxLayout;
    row->setSpacing(scaled(12));
    row->addWidget(new Field(tr("Times a year"), m_perYear), 1);
    row->addWidget(new Field(tr("One time costs, P10"), m_low), 1);
    row->addWidget(new Field(tr("P90"), m_high), 1);
    content()->addLayout(row);
    m_result->setObjectName(QStringLiteral("lossLabel"));
    content()->addWidget(m_result);
    if (model) {
        put(m_perYear, model->perYear);
        put(m_low, model->p10);
        put(m_high, model->p90);
    }
    for (QLineEdit* edit : {m_perYear, m_low, m_high})
        connect(edit, &QLineEdit::textChanged, this, &FindingLossDialog::check);
    acceptButton()->setText(tr("Set"));
    m_perYear->setFocus();
    check();
}

bool FindingLossDialog::empty() const {
    return m_perYear->text().isEmpty() && m_low->text().isEmpty() && m_high->text().isEmpty();
}

void FindingLossDialog::check() {
    const double times = numberIn(m_perYear), low = numberIn(m_low), high = numberIn(m_high);
    QString wrong;
    if (!empty()) {
        if (times <= 0)
            wrong = tr("Say how often in a year: a number above 0, such as 0.5.");
        else if (low <= 0 || high <= 0)
            wrong = tr("Give both sums, such as 20k and 150k.");
        else if (low > high)
            wrong = tr("The second sum must not be below the first.");
    }
    if (wrong.isEmpty() && !empty()) {
        const score::YearlyLoss loss = score::yearlyLoss({times, low, high});
        m_result->setText(tr("In the mean %1 a year; one year in ten is above %2.")
                              .arg(shortMoney(loss.mean, m_sign), shortMoney(loss.p90, m_sign)));
    } else {
        m_result->setText(wrong.isEmpty() ? tr("No model: the risk is shown without money.") : wrong);
    }
    acceptButton()->setEnabled(wrong.isEmpty());
    acceptButton()->setToolTip(wrong);
}

std::optional<review::LossModel> FindingLossDialog::model() const {
    if (empty())
        return std::nullopt;
    return review::LossModel{numberIn(m_perYear), numberIn(m_low), numberIn(m_high)};
}

} // namespace plumb::ui
