// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/plan_foot.h"

#include "ui/bridge/session_bridge.h"
#include "ui/models/money_text.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/wrap_label.h"

#include <QEvent>

namespace plumb::ui {

namespace {

QString whole(std::optional<double> value) {
    return value ? QString::number(qRound(*value)) : QStringLiteral("–");
}

RichText change(RichText lead, const QString& from, const QString& to) {
    lead << strong(from) << plain(QStringLiteral(" ")) << iconRun(Icon::ArrowRight, Token::Ink3)
         << plain(QStringLiteral(" ")) << strong(to);
    return lead;
}

QString verdictWords(score::Readiness::Verdict verdict) {
    switch (verdict) {
    case score::Readiness::Verdict::Production:
        return PlanFoot::tr("production");
    case score::Readiness::Verdict::ProofOfConcept:
        return PlanFoot::tr("proof of concept");
    case score::Readiness::Verdict::NotDetermined:
        break;
    }
    return PlanFoot::tr("not determined");
}

} // namespace

PlanFoot::PlanFoot(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("planFootLabel"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    for (int i = 0; i < 6; ++i) {
        auto* part = new WrapLabel(QString(), Role::Body, i == 0 ? Token::Ink3 : Token::Ink2, this);
        part->setMaxLines(1);
        part->setDigits(Digits::Tabular);
        m_parts.push_back({part});
    }
}

void PlanFoot::show(const score::Plan& plan, double bill, const QString& sign) {
    const QString space = QStringLiteral(" ");
    const int days = score::kPlanPeriods * score::kPlanPeriodDays;
    m_parts[0].label->setText(tr("In %1 days").arg(days));
    m_parts[1].label->setRich(change({plain(tr("Score") + space)}, whole(plan.before.score), whole(plan.after.score)));
    m_parts[2].label->setRich(change({markRun(MarkKind::High), plain(space + tr("High") + space)},
                                     QString::number(plan.highBefore), QString::number(plan.highAfter)));
    m_parts[3].label->setRich(change({markRun(MarkKind::Medium), plain(space + tr("Medium") + space)},
                                     QString::number(plan.mediumBefore), QString::number(plan.mediumAfter)));
    m_parts[4].label->setRich(change({plain(tr("Monthly cost") + space)}, shortMoney(bill, sign),
                                     shortMoney(bill - plan.monthlySaving, sign)));
    m_parts[4].wanted = bill > 0 && plan.monthlySaving >= 0.5;
    m_parts[5].label->setRich({plain(tr("Verdict") + space), strong(verdictWords(plan.readinessAfter.verdict))});
    m_parts[5].wanted = !plan.readinessAfter.signs.empty();
    setAccessibleName(text());
    arrange();
}

QString PlanFoot::text() const {
    QStringList parts;
    for (const Part& part : m_parts)
        if (part.wanted)
            parts << part.label->text().simplified();
    return parts.join(QStringLiteral(" · "));
}

QSize PlanFoot::sizeHint() const {
    return {scaled(600), scaled(47)};
}

void PlanFoot::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

bool PlanFoot::event(QEvent* event) {
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::FontChange)
        arrange();
    return QWidget::event(event);
}

void PlanFoot::arrange() {
    int x = Theme::instance().compact() ? 16 : kPaddingMainSmall;
    const int gap = Theme::instance().compact() ? 20 : 28, end = width() - kGrid;
    bool room = true;
    for (const Part& part : m_parts) {
        const QSize size = part.label->sizeHint();
        room = room && (!part.wanted || x + size.width() <= end);
        part.label->setVisible(room && part.wanted);
        if (!room || !part.wanted)
            continue;
        part.label->setGeometry(x, (height() - size.height()) / 2, size.width(), size.height());
        x += size.width() + gap;
    }
}

} // namespace plumb::ui
