// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See wrap_label.h.
#include "ui/widgets/wrap_label.h"

#include "ui/theme/focus_ring.h"
#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"
#include "ui/widgets/accessible.h"

#include <cmath>

#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

namespace plumb::ui {

WrapLabel::WrapLabel(QWidget* parent) : QWidget(parent) {
    installAccessibility();
    paintsOwnFocus(this);
    setObjectName(QStringLiteral("textLabel"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&Theme::instance(), &Theme::changed, this, [this] { rebuild(); });
    rebuild();
}

WrapLabel::WrapLabel(const QString& text, Role role, Token color, QWidget* parent) : WrapLabel(parent) {
    m_role = role;
    m_color = color;
    setText(text);
}

void WrapLabel::setText(const QString& text) {
    setRich(text.isEmpty() ? RichText{} : RichText{plain(text)});
}

void WrapLabel::setRich(const RichText& text) {
    m_text = text;
    setAccessibleName(plainText(text));
    rebuild();
}

void WrapLabel::setRole(Role role) {
    m_role = role;
    rebuild();
}

void WrapLabel::setColor(Token color) {
    if (m_color == color)
        return;
    m_color = color;
    rebuild();
}

void WrapLabel::setDigits(Digits digits) {
    m_digits = digits;
    rebuild();
}

void WrapLabel::setMaxLines(int lines) {
    m_maxLines = lines;
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(lines != 1);
    setSizePolicy(policy);
    rebuild();
}

void WrapLabel::setAlignment(Qt::Alignment alignment) {
    m_alignment = alignment;
    rebuild();
}

void WrapLabel::setMeasure(int width) {
    m_measure = width;
    rebuild();
}

void WrapLabel::rebuild() {
    m_layout = RichLayout(m_text, m_role, m_color, m_digits);
    m_measurer = RichLayout(m_text, m_role, m_color, m_digits);
    m_layout.layout(widthFor(width()), m_maxLines, m_alignment);
    m_hoverLink = m_focusLink = -1;
    setFocusPolicy(m_layout.linkCount() > 0 ? Qt::StrongFocus : Qt::NoFocus);
    setMouseTracking(m_layout.linkCount() > 0);
    updateGeometry();
    update();
}

qreal WrapLabel::widthFor(int available) const {
    return m_measure > 0 ? qMin(available, scaled(m_measure)) : available;
}

QSize WrapLabel::sizeHint() const {
    const int ideal = m_measure > 0 ? scaled(m_measure) : m_maxLines == 1 ? 4000 : scaled(560);
    m_measurer.layout(ideal, m_maxLines);
    return {static_cast<int>(std::ceil(m_measurer.naturalWidth())) + 1, qRound(m_measurer.height())};
}

QSize WrapLabel::minimumSizeHint() const {
    return {qMin(sizeHint().width(), scaled(m_maxLines == 1 ? 24 : 80)), lineHeight(m_role)};
}

int WrapLabel::heightForWidth(int width) const {
    m_measurer.layout(widthFor(width), m_maxLines);
    return qRound(m_measurer.height());
}

void WrapLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const int active = m_focusLink >= 0 && hasFocus() ? m_focusLink : m_hoverLink;
    const qreal top = m_maxLines == 1 ? std::round((height() - m_layout.height()) / 2) : 0;
    m_layout.paint(&painter, QPointF(0, top), tokens(), active, isEnabled() ? QColor() : tokens()[Token::Disabled]);
    if (hasFocus() && m_focusLink >= 0 && Theme::instance().focusVisible())
        for (const QRectF& box : m_layout.linkRects(m_focusLink))
            drawInnerFocus(&painter, box.adjusted(-2, 0, 2, 0).intersected(rect()), tokens(), kRadiusBox);
}

void WrapLabel::resizeEvent(QResizeEvent*) {
    m_layout.layout(widthFor(width()), m_maxLines, m_alignment);
}

void WrapLabel::mouseMoveEvent(QMouseEvent* event) {
    const int link = m_layout.linkAt(event->position());
    if (link == m_hoverLink)
        return;
    m_hoverLink = link;
    link >= 0 ? setCursor(Qt::PointingHandCursor) : unsetCursor();
    update();
}

void WrapLabel::mouseReleaseEvent(QMouseEvent* event) {
    const int link = m_layout.linkAt(event->position());
    if (event->button() == Qt::LeftButton && link >= 0)
        emit linkActivated(m_layout.linkTarget(link));
    else
        QWidget::mouseReleaseEvent(event);
}

void WrapLabel::leaveEvent(QEvent*) {
    m_hoverLink = -1;
    update();
}

void WrapLabel::keyPressEvent(QKeyEvent* event) {
    const bool opens = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (opens && m_focusLink >= 0)
        emit linkActivated(m_layout.linkTarget(m_focusLink));
    else
        QWidget::keyPressEvent(event);
}

bool WrapLabel::focusNextPrevChild(bool next) {
    const int to = m_focusLink + (next ? 1 : -1);
    if (hasFocus() && to >= 0 && to < m_layout.linkCount()) {
        m_focusLink = to;
        update();
        return true;
    }
    return QWidget::focusNextPrevChild(next);
}

void WrapLabel::focusInEvent(QFocusEvent* event) {
    m_focusLink = event->reason() == Qt::BacktabFocusReason ? m_layout.linkCount() - 1 : 0;
    update();
}

void WrapLabel::focusOutEvent(QFocusEvent*) {
    m_focusLink = -1;
    update();
}

void WrapLabel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::EnabledChange || event->type() == QEvent::LayoutDirectionChange)
        update();
    QWidget::changeEvent(event);
}

bool WrapLabel::event(QEvent* event) {
    // What does not fit can be read in the tooltip, unless somebody set another one.
    if (event->type() == QEvent::ToolTip && m_layout.elided() && toolTip().isEmpty()) {
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), text(), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace plumb::ui
