// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See risk_panel.h.
#include "ui/widgets/risk_panel.h"

#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/wrap_label.h"

#include <QPainter>

namespace plumb::ui {
namespace {

constexpr int kPadX = 14;
constexpr int kPadY = 11;
constexpr int kMarkSize = 28;
constexpr int kWide = 560; ///< from here on each sentence has one line, below two

QString headlineOf(MarkKind kind) {
    switch (kind) {
    case MarkKind::High:
        return RiskPanel::tr("High risk.");
    case MarkKind::Medium:
        return RiskPanel::tr("Medium risk.");
    case MarkKind::None:
        return RiskPanel::tr("No risk.");
    case MarkKind::Unanswered:
        return RiskPanel::tr("Not answered yet.");
    case MarkKind::NotApplicable:
        return RiskPanel::tr("Not applicable.");
    case MarkKind::Accepted:
        return RiskPanel::tr("Accepted risk.");
    case MarkKind::Unmatched:
        break;
    }
    return RiskPanel::tr("Fault of the lens.");
}

} // namespace

RiskPanel::RiskPanel(QWidget* parent)
    : QFrame(parent)
    , m_mark(new RiskMark(MarkKind::Unanswered, kMarkSize, false, this))
    , m_why(new WrapLabel(QString(), Role::BodyLoose, Token::Ink, this))
    , m_lower(new WrapLabel(QString(), Role::BodyLoose, Token::Ink2, this))
    , m_link(new WrapLabel(QString(), Role::BodyLoose, Token::Accent, this)) {
    installAccessibility();
    setObjectName(QStringLiteral("riskPanel"));
    m_why->setObjectName(QStringLiteral("whyLabel"));
    m_lower->setObjectName(QStringLiteral("lowerLabel"));
    m_link->setObjectName(QStringLiteral("ruleLink"));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setLinkText(tr("Show the rule"));
    connect(m_link, &WrapLabel::linkActivated, this, &RiskPanel::linkActivated);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        place();
    });
    setRisk(MarkKind::Unanswered, {});
}

void RiskPanel::setRisk(MarkKind kind, const RichText& why, const RichText& lower, const QString& headline) {
    m_mark->setKind(kind);
    RichText first{strong(headline.isEmpty() ? headlineOf(kind) : headline, markInk(kind))};
    if (!why.isEmpty())
        first.append(plain(QStringLiteral(" ")));
    first += why;
    m_why->setRich(first);
    m_lower->setRich(lower);
    setAccessibleName(text());
    place();
}

void RiskPanel::setLinkText(const QString& text) {
    m_link->setRich(text.isEmpty() ? RichText{} : RichText{linkRun(text, QStringLiteral("rule"))});
    m_link->setVisible(!text.isEmpty());
    place();
}

QString RiskPanel::text() const {
    return QString(m_why->text() + QLatin1Char(' ') + m_lower->text()).trimmed();
}

int RiskPanel::linesFor(int width) const {
    return width >= scaled(kWide) ? 1 : 2;
}

int RiskPanel::heightForWidth(int width) const {
    return 2 * kPadY + 2 * linesFor(width) * lineHeight(Role::BodyLoose);
}

QSize RiskPanel::sizeHint() const {
    const int ideal = qBound(minimumWidth(), scaled(652), maximumWidth());
    return {ideal, heightForWidth(testAttribute(Qt::WA_Resized) ? width() : ideal)};
}

QSize RiskPanel::minimumSizeHint() const {
    return {scaled(240), sizeHint().height()};
}

void RiskPanel::resizeEvent(QResizeEvent*) {
    if (heightForWidth(width()) != height())
        updateGeometry();
    place();
}

void RiskPanel::place() {
    const int lines = linesFor(width());
    const int high = lines * lineHeight(Role::BodyLoose);
    const int mark = scaled(kMarkSize);
    m_mark->setGeometry(kPadX, (height() - mark) / 2, mark, mark);
    const int left = kPadX + mark + kPadX, wide = qMax(40, width() - left - kPadX);
    m_why->setMaxLines(lines);
    m_lower->setMaxLines(lines);
    m_why->setGeometry(left, kPadY, wide, high);
    const int link = m_link->isHidden() ? 0 : m_link->sizeHint().width();
    const int gap = link > 0 && !m_lower->text().isEmpty() ? 4 : 0;
    const int text = m_lower->text().isEmpty() ? 0 : qMin(m_lower->sizeHint().width(), wide - link - gap);
    m_lower->setGeometry(left, kPadY + high, text, high);
    m_link->setGeometry(left + text + gap, kPadY + high, link, lineHeight(Role::BodyLoose));
}

void RiskPanel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintFrame(&painter, rect(), kRadiusPanel, tokens()[Token::Surface], tokens()[Token::Line2]);
}

} // namespace plumb::ui
