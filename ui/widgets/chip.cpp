// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See chip.h.
#include "ui/widgets/chip.h"

#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"

#include <cmath>

#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

namespace plumb::ui {
namespace {

constexpr qreal kPadding = 9;
constexpr qreal kGap = 5;

} // namespace

Chip::Chip(const QString& label, QWidget* parent) : QAbstractButton(parent) {
    setObjectName(QStringLiteral("chip"));
    setText(label);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    followTheme(this);
    updateName();
    connect(this, &QAbstractButton::clicked, this, [this] {
        if (m_menu)
            m_menu->popup(mapToGlobal(QPoint(0, height() + 4)));
    });
}

void Chip::setCount(std::optional<int> count) {
    if (m_count == count)
        return;
    m_count = count;
    updateName();
    updateGeometry();
    update();
}

void Chip::setMenu(QMenu* menu) {
    m_menu = menu;
    setCheckable(menu == nullptr);
    updateGeometry();
    update();
}

void Chip::updateName() {
    setAccessibleName(m_count ? text() + QStringLiteral(", ") + locale().toString(*m_count) : text());
}

QSize Chip::sizeHint() const {
    qreal width = 2 * kPadding + textWidth(text(), Role::SmallMedium);
    if (m_count)
        width += kGap + textWidth(locale().toString(*m_count), Role::SmallStrong, Digits::Tabular);
    if (m_menu)
        width += scaled(14) + kGap;
    return {static_cast<int>(std::ceil(width)), chipHeight()};
}

void Chip::paintEvent(QPaintEvent*) {
    const Tokens& t = tokens();
    QPainter painter(this);
    const bool on = isChecked() || (m_menu && m_menu->isVisible());
    QColor fill = t[on ? Token::ATint : Token::Surface];
    if (isEnabled() && !on && (isDown() || underMouse()))
        fill = t[isDown() ? Token::Press : Token::Hover];
    paintFrame(&painter, rect(), kRadiusField, fill, t[on ? Token::ALine : Token::Line2],
               on && t.highContrast() ? 2 : 1);
    const Token label = !isEnabled() ? Token::Disabled : on ? Token::Accent : Token::Ink2;
    const Token number = !isEnabled() ? Token::Disabled : on ? Token::Accent : Token::Ink;
    QRectF rest = QRectF(rect()).adjusted(kPadding, 0, 0, 0);
    if (m_menu) {
        paintIcon(&painter, QRectF(rest.left(), 0, scaled(14), height()), Icon::ChevronDown, scaled(14), t[label]);
        rest.setLeft(rest.left() + scaled(14) + kGap);
    }
    rest.setLeft(rest.left() + drawText(&painter, rest, text(), Role::SmallMedium, t[label]) + kGap);
    if (m_count)
        drawText(&painter, rest, locale().toString(*m_count), Role::SmallStrong, t[number],
                 Qt::AlignLeft | Qt::AlignVCenter, Digits::Tabular);
}

void Chip::keyPressEvent(QKeyEvent* event) {
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && event->modifiers() == Qt::NoModifier)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace plumb::ui
