// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/costs_figures.h"

#include "ui/bridge/action_table.h"
#include "ui/models/cost_text.h"
#include "ui/models/money_text.h"
#include "ui/pages/costs_feed.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/figure.h"
#include "ui/widgets/pane_parts.h"

#include <cmath>
#include <QHBoxLayout>

namespace plumb::ui {

namespace {

const QString kUnknown = QStringLiteral("\u2013"); // a dash: there is none
constexpr const char* kNames[] = {"now", "after", "saving", "oneOff", "net"};

QString rangeWords(const cost::Spread& spread, const QString& sign) {
    if (shortMoney(spread.p10, sign) == shortMoney(spread.p90, sign))
        return CostsFigures::tr("per month");
    return CostsFigures::tr("P10–P90 %1").arg(moneyRange(spread.p10, spread.p90, sign));
}

QString paybackWords(const cost::ScenarioPicture& scenario, int horizon) {
    if (scenario.result.oneOff <= 0)
        return CostsFigures::tr("nothing to pay back");
    if (scenario.paidBack)
        return CostsFigures::tr("paid back in month %1").arg(*scenario.paidBack);
    return CostsFigures::tr("not back in %1 months").arg(horizon);
}

} // namespace

CostsFigures::CostsFigures(ActionTable* actions, bool readOnly, QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("costFigures"));
    m_row = new QHBoxLayout(this);
    m_row->setSpacing(scaled(36));
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        Part& part = m_parts[i];
        const QString name = QString::fromLatin1(kNames[i]);
        part.whole = new QWidget;
        auto* column = columnOf(part.whole);
        part.caption = oneLine(QString(), Role::Caption, Token::Ink2);
        part.figure = new Figure(Role::Title, nullptr, i == 1 ? Token::Accent : Token::Ink);
        part.figure->setObjectName(name + QStringLiteral("Figure"));
        part.below = oneLine(QString(), Role::Micro, Token::Ink2, Digits::Tabular);
        part.below->setObjectName(name + QStringLiteral("Label"));
        column->addStretch(1);
        column->addWidget(part.caption);
        column->addWidget(part.figure);
        column->addWidget(part.below);
        column->addStretch(1);
        m_row->addWidget(part.whole);
    }
    m_row->addStretch(1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(kGrid);
    m_import = new Button(tr("Import"), ButtonLook::Plain);
    m_import->setObjectName(QStringLiteral("importButton"));
    m_import->setLeadingIcon(Icon::Download);
    m_add = new Button(tr("Measure"), ButtonLook::Filled);
    m_add->setObjectName(QStringLiteral("addMeasureButton"));
    m_add->setLeadingIcon(Icon::Plus);
    m_add->setAccessibleName(tr("Add a measure"));
    const std::pair<Button*, const char16_t*> does[] = {{m_import, u"costs.import"}, {m_add, u"costs.addMeasure"}};
    for (const auto& [button, id] : does) {
        button->setEnabled(!readOnly);
        button->setToolTip(readOnly ? tr("This review is open read-only") : actions->tooltip(id));
        connect(button, &QAbstractButton::clicked, actions->action(id), &QAction::trigger);
        buttons->addWidget(button);
    }
    m_row->addLayout(buttons);
    connect(&Theme::instance(), &Theme::changed, this, &CostsFigures::applyMetrics);
    applyMetrics();
    show(nullptr);
}

void CostsFigures::put(int part, const QString& caption, const QString& figure, const QString& below) {
    Part& at = m_parts[static_cast<std::size_t>(part)];
    at.caption->setText(caption);
    at.figure->setName(caption);
    at.figure->setText(figure);
    at.below->setText(below);
}

void CostsFigures::show(const CostShown* shown) {
    const cost::ScenarioPicture* after = shown == nullptr ? nullptr : shown->first();
    const QString sign = shown == nullptr ? QString() : signOf(shown->spec().currency);
    const int horizon = shown == nullptr ? 24 : shown->spec().horizonMonths;
    put(0, tr("Now"), shown == nullptr ? QString() : roundedMoney(shown->picture.baseline, sign), tr("per month"));
    if (shown == nullptr) { // not known yet, which is no change later
        put(1, tr("After"), {}, tr("per month"));
        put(2, tr("Saving"), {}, tr("per month"));
        put(3, tr("One-off cost"), {}, {});
        put(4, tr("Net in %1 months").arg(horizon), {}, tr("present value"));
        arrange();
        return;
    }
    if (after == nullptr) {
        put(1, tr("After"), kUnknown, tr("no scenario"));
        put(2, tr("Saving"), kUnknown, tr("per month"));
        put(3, tr("One-off cost"), kUnknown, tr("no measure"));
        put(4, tr("Net in %1 months").arg(horizon), kUnknown, tr("present value"));
        arrange();
        return;
    }
    const cost::ScenarioResult& result = after->result;
    put(1, tr("After"), roundedMoney(result.monthly, sign), rangeWords(after->monthly, sign));
    put(2, tr("Saving"), roundedMoney(result.saving, sign),
        shown->picture.baseline > 0 ? tr("%1 of the bill").arg(percentWords(result.saving / shown->picture.baseline))
                                    : tr("per month"));
    put(3, tr("One-off cost"), roundedMoney(result.oneOff, sign), paybackWords(*after, horizon));
    const double rate = shown->spec().discountRate * 100;
    put(4, tr("Net in %1 months").arg(horizon), roundedMoney(result.npv, sign),
        tr("present value at %1 %").arg(QString::number(rate, 'g', 3)));
    arrange();
}

void CostsFigures::setActionsShown(bool shown) {
    m_import->setVisible(shown);
    m_add->setVisible(shown);
}

QString CostsFigures::text(int figure) const {
    const Part& part = m_parts[static_cast<std::size_t>(figure)];
    return part.figure->text() + QStringLiteral(", ") + part.below->text();
}

void CostsFigures::applyMetrics() {
    const bool compact = Theme::instance().compact();
    setFixedHeight(scaled(compact ? 76 : 92));
    m_row->setContentsMargins(compact ? 20 : 28, 0, compact ? 20 : 28, 0);
    m_row->setSpacing(scaled(compact ? 24 : 36));
    arrange();
}

void CostsFigures::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void CostsFigures::arrange() {
    // Where room is short the words of the buttons go first, then the figures from the end.
    int needed = m_row->contentsMargins().left() + m_row->contentsMargins().right() + scaled(220);
    std::array<bool, 5> fits{};
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        needed += m_parts[i].whole->sizeHint().width() + m_row->spacing();
        fits[i] = i < 3 || needed <= width();
        m_parts[i].whole->setVisible(fits[i]);
    }
}

} // namespace plumb::ui
