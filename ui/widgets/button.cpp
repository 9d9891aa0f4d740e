// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See button.h.
#include "ui/widgets/button.h"

#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"
#include "ui/theme/style.h"

#include <cmath>

#include <QAction>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QToolTip>

namespace plumb::ui {
namespace {

constexpr qreal kIconGap = 7;
constexpr qreal kKeyGap = 8;

} // namespace

Button::Button(const QString& text, ButtonLook look, QWidget* parent) : QAbstractButton(parent), m_look(look) {
    setText(text);
    init();
}

Button::Button(Icon icon, const QString& name, ButtonLook look, QWidget* parent)
    : QAbstractButton(parent), m_look(look), m_leading(icon) {
    setToolTip(name);
    setAccessibleName(name);
    init();
}

void Button::init() {
    setObjectName(QStringLiteral("button"));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    if (m_look == ButtonLook::Link)
        setCursor(Qt::PointingHandCursor);
    followTheme(this);
    connect(this, &QAbstractButton::clicked, this, [this] {
        if (m_menu)
            m_menu->popup(mapToGlobal(QPoint(0, height() + 4)));
    });
}

void Button::setLook(ButtonLook look) {
    m_look = look;
    updateGeometry();
    update();
}

void Button::setButtonSize(Size size) {
    m_size = size;
    updateGeometry();
    update();
}

void Button::setLeadingIcon(Icon icon) {
    m_leading = icon;
    updateGeometry();
    update();
}

void Button::setTrailingIcon(Icon icon) {
    m_trailing = icon;
    updateGeometry();
    update();
}

void Button::setIconColor(Token token) {
    m_iconColor = token;
    update();
}

void Button::setKey(const QString& portableShortcut) {
    m_key = portableShortcut;
    updateGeometry();
    update();
}

void Button::setKeyShown(bool shown) {
    m_keyShown = shown;
    updateGeometry();
    update();
}

void Button::setLeftAligned(bool left) {
    m_leftAligned = left;
    update();
}

void Button::setMenu(QMenu* menu) {
    m_menu = menu;
}

void Button::bind(QAction* action) {
    if (m_action)
        m_action->disconnect(this);
    m_action = action;
    if (action == nullptr)
        return;
    connect(action, &QAction::changed, this, &Button::syncAction);
    connect(this, &QAbstractButton::clicked, action, &QAction::trigger);
    syncAction();
}

void Button::syncAction() {
    setEnabled(m_action->isEnabled());
    setVisible(m_action->isVisible());
    // Checkable by paint only: the action owns the state, a click must not flip it a second time.
    if (m_action->isCheckable() && !isCheckable())
        update();
    if (accessibleName().isEmpty() || iconOnly()) {
        QString name = m_action->text();
        name.remove(QLatin1Char('&'));
        setAccessibleName(name);
    }
    if (!m_action->toolTip().isEmpty())
        setToolTip(m_action->toolTip());
    setKey(m_action->shortcut().toString(QKeySequence::PortableText));
}

int Button::heightHint() const {
    switch (m_size) {
    case Size::Small:
        return smallControlHeight();
    case Size::Large:
        return largeControlHeight();
    case Size::Normal:
        break;
    }
    return controlHeight();
}

int Button::padding() const {
    if (m_look == ButtonLook::Link)
        return 0;
    return m_size == Size::Small ? 11 : 13; // with the frame's pixel
}

QSize Button::sizeHint() const {
    const int high = heightHint();
    if (iconOnly())
        return {high, high};
    qreal wide = 2 * padding() + std::ceil(textWidth(text(), Role::BodyMedium));
    if (m_leading)
        wide += scaled(16) + kIconGap;
    if (m_trailing)
        wide += scaled(14) + kIconGap;
    if (m_keyShown && !m_key.isEmpty())
        wide += kKeyGap + keyCapSize(keyText(m_key), badgeHeight()).width() - 3;
    return {static_cast<int>(std::ceil(wide)), high};
}

QSize Button::minimumSizeHint() const {
    return sizeHint();
}

void Button::paintEvent(QPaintEvent*) {
    const Tokens& t = tokens();
    QPainter painter(this);
    const bool checked = isChecked() || (m_action && m_action->isCheckable() && m_action->isChecked());
    const ButtonState state{isEnabled(), underMouse(), isDown() || (m_menu && m_menu->isVisible()), checked};
    if (m_look != ButtonLook::Link)
        drawButtonPanel(&painter, rect(), m_look, state, t);
    const QColor ink = t[buttonInk(m_look, state)];
    const QColor iconInk = m_iconColor != Token::Count_ && isEnabled() ? t[m_iconColor] : ink;
    if (iconOnly()) {
        if (m_leading)
            paintIcon(&painter, rect(), *m_leading, scaled(m_size == Size::Small ? 16 : 18), iconInk);
        return;
    }
    QRectF rest = QRectF(rect()).adjusted(padding(), 0, -padding(), 0);
    if (m_keyShown && !m_key.isEmpty()) {
        const QString key = keyText(m_key);
        const QSizeF cap = keyCapSize(key, badgeHeight());
        const KeyLook look = m_look == ButtonLook::Filled ? KeyLook::OnAccent : KeyLook::Plain;
        const QRectF box(rest.right() - cap.width() + 3, std::floor((height() - cap.height()) / 2), cap.width(),
                         cap.height());
        drawKeyCap(&painter, box, key, t, look, isEnabled());
        rest.setRight(box.left() - kKeyGap);
    }
    const qreal wide = textWidth(text(), Role::BodyMedium);
    const qreal lead = m_leading ? scaled(16) + kIconGap : 0, trail = m_trailing ? scaled(14) + kIconGap : 0;
    const bool left = m_leftAligned || (m_keyShown && !m_key.isEmpty());
    if (!left)
        rest.setLeft(std::floor(qMax(rest.left(), rest.center().x() - (wide + lead + trail) / 2)));
    if (m_leading) {
        paintIcon(&painter, QRectF(rest.left(), 0, scaled(16), height()), *m_leading, scaled(16), iconInk);
        rest.setLeft(rest.left() + lead);
    }
    const qreal drawn = drawText(&painter, QRectF(rest.left(), 0, rest.right() - rest.left() - trail + 1, height()),
                                 text(), Role::BodyMedium, ink);
    if (m_trailing)
        paintIcon(&painter, QRectF(rest.left() + drawn + kIconGap, 0, scaled(14), height()), *m_trailing, scaled(14),
                  iconInk);
    if (m_look == ButtonLook::Link && isEnabled() && underMouse())
        painter.fillRect(QRectF(rest.left(), std::round(height() / 2.0 + scaled(13) * 0.5) + 1, drawn, 1), ink);
}

bool Button::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip && !m_key.isEmpty() && (iconOnly() || !m_keyShown)) {
        showTip(static_cast<QHelpEvent*>(event)->globalPos());
        return true;
    }
    return QAbstractButton::event(event);
}

void Button::showTip(const QPoint& at) {
    const QString what = toolTip().isEmpty() ? text() : toolTip();
    QToolTip::showText(at, tipWithKey(what, m_key), this);
}

void Button::keyPressEvent(QKeyEvent* event) {
    // Enter presses the button that has the focus; Qt only does it for Space.
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && event->modifiers() == Qt::NoModifier) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

} // namespace plumb::ui
