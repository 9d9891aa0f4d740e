// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/cost_settings_dialog.h"

#include "ui/bridge/session_bridge.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/segmented.h"

#include <cmath>
#include <QGridLayout>
#include <QLineEdit>
#include <QLocale>
#include <QVBoxLayout>

namespace plumb::ui {

namespace {

const QLocale kEnglish(QLocale::English);

double numberIn(const QLineEdit* edit) {
    QString text = edit->text().simplified();
    text.remove(QLatin1Char('%')).remove(QLatin1Char(' '));
    bool fine = false;
    const double value = kEnglish.toDouble(text, &fine);
    return fine ? value : std::nan("");
}

bool within(double value, double low, double high) {
    return value >= low && value <= high; // false for what is no number
}

bool whole(double value, double low, double high) {
    return within(value, low, high) && value == std::floor(value);
}

} // namespace

CostSettingsDialog::CostSettingsDialog(const review::CostSettings& settings, First first, QWidget* parent)
    : Dialog(tr("Cost settings"), tr("Every figure of the place and of the report holds under these."), parent)
    , m_settings(settings)
    , m_month(new SegmentedControl(tr("Length of a month")))
    , m_hours(edit(QStringLiteral("hoursEdit"), kEnglish.toString(settings.hoursPerMonth, 'g', 8)))
    , m_currency(edit(QStringLiteral("currencyEdit"), q(settings.currency)))
    , m_horizon(edit(QStringLiteral("horizonEdit"), QString::number(settings.horizonMonths)))
    , m_rate(edit(QStringLiteral("rateEdit"), kEnglish.toString(settings.discountRate * 100, 'g', 8)))
    , m_trials(edit(QStringLiteral("trialsEdit"), kEnglish.toString(qlonglong(settings.trials))))
    , m_seed(edit(QStringLiteral("seedEdit"), QString::number(settings.seed))) {
    setObjectName(QStringLiteral("costSettingsDialog"));
    m_month->setObjectName(QStringLiteral("monthSegments"));
    m_month->addSegment(tr("730 hours"), tr("A twelfth of a year, as AWS counts"));
    m_month->addSegment(tr("720 hours"), tr("30 days"));
    m_month->setCurrentIndex(settings.hoursPerMonth == 730 ? 0 : settings.hoursPerMonth == 720 ? 1 : -1);
    connect(m_month, &SegmentedControl::chosen, this,
            [this](int index) { m_hours->setText(index == 0 ? QStringLiteral("730") : QStringLiteral("720")); });
    content()->addWidget(new Field(tr("Length of a month"), m_month));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(scaled(12));
    grid->setVerticalSpacing(scaled(12));
    grid->addWidget(m_hoursField = new Field(tr("Hours"), m_hours), 0, 0);
    grid->addWidget(m_currencyField = new Field(tr("Currency"), m_currency), 0, 1);
    grid->addWidget(m_horizonField = new Field(tr("Horizon, months"), m_horizon), 1, 0);
    grid->addWidget(m_rateField = new Field(tr("Discount rate, % a year"), m_rate), 1, 1);
    grid->addWidget(m_trialsField = new Field(tr("Trials"), m_trials), 2, 0);
    grid->addWidget(m_seedField = new Field(tr("Seed"), m_seed), 2, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    content()->addLayout(grid);
    acceptButton()->setText(tr("Set"));
    for (QLineEdit* each : {m_hours, m_currency, m_horizon, m_rate, m_trials, m_seed})
        connect(each, &QLineEdit::textChanged, this, &CostSettingsDialog::check);
    QLineEdit* const start = first == First::Month      ? m_hours
                             : first == First::Currency ? m_currency
                             : first == First::Horizon  ? m_horizon
                                                        : m_trials;
    start->setFocus();
    start->selectAll();
    check();
}

QLineEdit* CostSettingsDialog::edit(const QString& name, const QString& text) {
    auto* made = new QLineEdit(text);
    made->setObjectName(name);
    return made;
}

void CostSettingsDialog::check() {
    const double hours = numberIn(m_hours);
    m_month->setCurrentIndex(hours == 730 ? 0 : hours == 720 ? 1 : -1);
    const QString currency = m_currency->text().simplified();
    m_hoursField->setError(within(hours, 672, 744) ? QString() : tr("A month has 672 to 744 hours."));
    m_currencyField->setError(currency.isEmpty() || currency.size() > 8 ? tr("Give a code such as USD or EUR.")
                                                                        : QString());
    m_horizonField->setError(whole(numberIn(m_horizon), 12, 60) ? QString() : tr("12 to 60 whole months."));
    m_rateField->setError(within(numberIn(m_rate), -99, 1000) ? QString() : tr("Above \u2212100 %, such as 10."));
    m_trialsField->setError(whole(numberIn(m_trials), 100, 10'000'000) ? QString()
                                                                       : tr("100 to 10,000,000, such as 10,000."));
    m_seedField->setError(whole(numberIn(m_seed), 0, 9e15) ? QString() : tr("A whole number from 0 on."));
    bool fine = true;
    for (const Field* each : {m_hoursField, m_currencyField, m_horizonField, m_rateField, m_trialsField, m_seedField})
        fine = fine && each->error().isEmpty();
    acceptButton()->setEnabled(fine);
    adjustSize();
}

review::CostSettings CostSettingsDialog::settings() const {
    review::CostSettings out = m_settings;
    out.hoursPerMonth = numberIn(m_hours);
    out.currency = s(m_currency->text().simplified());
    out.horizonMonths = static_cast<int>(numberIn(m_horizon));
    out.discountRate = numberIn(m_rate) / 100;
    out.trials = static_cast<std::int64_t>(numberIn(m_trials));
    out.seed = static_cast<std::int64_t>(numberIn(m_seed));
    return out;
}

} // namespace plumb::ui
