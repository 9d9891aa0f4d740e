// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See choice_row.h.
#include "ui/widgets/choice_row.h"

#include "ui/theme/focus_ring.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include "ui/theme/parts.h"

#include <cmath>

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QPainter>

namespace plumb::ui {
namespace {

constexpr int kPadding = 8;
constexpr int kGap = 12;

} // namespace

ChoiceRow::ChoiceRow(const QString& text, QWidget* parent, Kind kind) : QAbstractButton(parent), m_kind(kind) {
    setObjectName(QStringLiteral("choiceRow"));
    QAbstractButton::setText(text);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    paintsOwnFocus(this);
    connect(&Theme::instance(), &Theme::changed, this, &ChoiceRow::rebuild);
    rebuild();
    updateAccessible();
}

void ChoiceRow::rebuild() {
    m_layout = RichLayout({plain(text())}, role(), Token::Ink);
    updateGeometry();
    update();
}

void ChoiceRow::setText(const QString& text) {
    QAbstractButton::setText(text);
    updateAccessible();
    rebuild();
}

void ChoiceRow::setKey(const QString& key) {
    m_key = key;
    updateAccessible();
    update();
}

void ChoiceRow::setWeight(const QString& weight) {
    m_weight = weight;
    updateAccessible();
    updateGeometry();
    update();
}

void ChoiceRow::setNotApplicable(const QString& reason) {
    m_reason = reason;
    updateAccessible();
    updateGeometry();
    update();
}

void ChoiceRow::updateAccessible() {
    setAccessibleName(text());
    QStringList parts;
    if (!m_key.isEmpty())
        parts << tr("Key %1").arg(m_key);
    if (!m_weight.isEmpty())
        parts << tr("weight %1").arg(m_weight);
    if (notApplicable())
        parts << tr("not applicable: %1").arg(m_reason);
    setAccessibleDescription(parts.join(QStringLiteral(", ")));
}

qreal ChoiceRow::textLeft() const {
    const qreal gap = m_kind == Kind::Choice ? kGap : kGap - 1;
    return kPadding + scaled(22) + kGap + scaled(m_kind == Kind::Choice ? 18 : 16) + gap;
}

qreal ChoiceRow::rightRoom() const {
    const QString& right = notApplicable() ? m_reason : m_weight;
    return right.isEmpty() ? kPadding : std::ceil(textWidth(right, Role::Micro)) + kPadding + 2 * kGap;
}

QSize ChoiceRow::sizeHint() const {
    const int width = qRound(textLeft() + rightRoom() + textWidth(text(), role())) + 2;
    // The policy is fixed, so the hint must know the present width or a layout would cut the second line off.
    return {width, heightForWidth(testAttribute(Qt::WA_Resized) ? qMin(width, this->width()) : width)};
}

QSize ChoiceRow::minimumSizeHint() const {
    return {scaled(200), m_kind == Kind::Choice ? choiceRowHeight() : scaled(36)};
}

int ChoiceRow::heightForWidth(int width) const {
    m_layout.layout(qMax(40.0, width - textLeft() - rightRoom()));
    const int one = m_kind == Kind::Choice ? choiceRowHeight() : scaled(Theme::instance().compact() ? 32 : 36);
    // Two lines stand in 52: 6 above and below, more lines keep that padding.
    return m_layout.lineCount() <= 1 ? one : qMax(one, qRound(m_layout.height()) + scaled(12));
}

void ChoiceRow::paintEvent(QPaintEvent*) {
    const Tokens& t = tokens();
    QPainter painter(this);
    const QRectF row = rect();
    const bool chosen = isChecked() && !notApplicable();
    if (chosen && m_kind == Kind::Choice)
        painter.fillRect(row, t[Token::ATint]);
    else if (isEnabled() && (isDown() || underMouse()))
        painter.fillRect(row, t[isDown() ? Token::Press : Token::Hover]);
    if (m_kind == Kind::Choice)
        drawHairline(&painter, QRectF(0, row.bottom() - 1, row.width(), 1), t[Token::Line]);

    // The content stands in the middle of what the hairline leaves.
    const qreal middle = (row.height() - (m_kind == Kind::Choice ? 1 : 0)) / 2;
    const auto box = [middle](qreal x, qreal w, qreal h) { return QRectF(x, std::round(middle - h / 2), w, h); };
    if (!m_key.isEmpty())
        drawKeyCap(&painter, box(kPadding, scaled(22), scaled(20)), m_key, t, KeyLook::Plain, isEnabled());
    const qreal side = scaled(m_kind == Kind::Choice ? 18 : 16);
    const QRectF tick = box(kPadding + scaled(22) + kGap, side, side);
    if (notApplicable())
        riskMark(&painter, tick, MarkKind::NotApplicable, t);
    else
        drawCheckBox(&painter, tick, isChecked() ? BoxState::On : BoxState::Off, isEnabled(), t);

    const qreal left = textLeft(), room = rightRoom();
    m_layout.layout(qMax(40.0, row.width() - left - room));
    const Token ink = !isEnabled()                                            ? Token::Disabled
                      : notApplicable() || (m_kind == Kind::Aside && !chosen) ? Token::Ink2
                                                                              : Token::Ink;
    const QPointF at(left, std::round(middle - m_layout.height() / 2));
    m_layout.paint(&painter, at, t, -1, t[ink]);
    if (notApplicable()) {
        const qreal line = m_layout.height() / qMax(1, m_layout.lineCount());
        for (int i = 0; i < m_layout.lineCount(); ++i)
            painter.fillRect(QRectF(left, std::round(at.y() + (i + 0.5) * line), m_layout.lineWidth(i), 1), t[ink]);
    }
    const QString& right = notApplicable() ? m_reason : m_weight;
    drawText(&painter, QRectF(row.right() - room, 0, room - kPadding, 2 * middle), right, Role::Micro,
             t[isEnabled() ? Token::Ink3 : Token::Disabled], Qt::AlignRight | Qt::AlignVCenter);
    if (t.highContrast() && chosen && m_kind == Kind::Choice)
        paintFrame(&painter, row, 0, QColor(), t[Token::ALine], 2);
    if (hasFocus() && Theme::instance().focusVisible())
        drawInnerFocus(&painter, t.highContrast() && chosen ? row.adjusted(4, 4, -4, -4) : row, t,
                       m_kind == Kind::Choice ? 0 : kRadiusField);
}

void ChoiceRow::resizeEvent(QResizeEvent*) {
    if (heightForWidth(width()) != height())
        updateGeometry();
}

void ChoiceRow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else if (event->key() == Qt::Key_Menu)
        emit menuRequested(mapToGlobal(QPoint(qRound(textLeft()), height())));
    else if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)
        event->ignore(); // next and previous question, or scrolling: the page decides
    else
        QAbstractButton::keyPressEvent(event);
}

void ChoiceRow::contextMenuEvent(QContextMenuEvent* event) {
    emit menuRequested(event->globalPos());
}

void ChoiceRow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::EnabledChange)
        update();
    QAbstractButton::changeEvent(event);
}

void ChoiceRow::nextCheckState() {
    if (notApplicable())
        emit notApplicableClicked();
    else
        QAbstractButton::nextCheckState();
}

} // namespace plumb::ui
