// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rail.h"

#include "ui/bridge/action_table.h"
#include "ui/shell/action_icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include "ui/theme/parts.h"

#include <QAbstractButton>
#include <QPainter>
#include <QVariantAnimation>

namespace plumb::ui {
namespace {

constexpr int kIcon = 20;
/// From the middle of a place's icon down to the tip of the bob, so that icon and bob hang at one height.
constexpr qreal kTipBelowIcon = 5.0;

struct Sizes {
    int head, item, foot, iconMiddle;
    qreal line;
};

Sizes sizes() {
    if (Theme::instance().compact())
        return {scaled(52), scaled(48), scaled(48), scaled(24), 6.5};
    return {scaled(61), scaled(60), scaled(40), scaled(20), 8.5};
}

/// One place, or settings and help (without label).
class RailButton final : public QAbstractButton {
public:
    RailButton(Icon icon, bool labelled, QWidget* parent)
        : QAbstractButton(parent), m_icon(icon), m_labelled(labelled) {
        setCheckable(labelled);
        setFocusPolicy(Qt::TabFocus);
        setAttribute(Qt::WA_Hover);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const Tokens& t = tokens();
        const bool active = isChecked() || isDown();
        const QColor ink = active ? t[Token::Accent] : underMouse() ? t[Token::Ink] : t[Token::Ink2];
        const bool label = m_labelled && !Theme::instance().compact();
        const qreal middle = m_labelled ? sizes().iconMiddle : height() / 2.0;
        paintIcon(&painter, QRectF(0, middle - kIcon, width(), 2 * kIcon), m_icon, kIcon, ink);
        if (label) {
            const qreal top = middle + kIcon / 2.0 + scaled(5);
            drawText(&painter, QRectF(-4, top, width() + 8, lineHeight(Role::Micro)), text(),
                     isChecked() ? Role::MicroStrong : Role::MicroMedium, ink, Qt::AlignCenter);
        }
    }

private:
    Icon m_icon;
    bool m_labelled;
};

} // namespace

void paintProgramMark(QPainter* painter, const QRectF& box) {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(box.topLeft());
    painter->scale(box.width() / 26.0, box.height() / 26.0);
    QPen pen(tokens()[Token::Ink], 2.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    painter->setPen(pen);
    painter->drawLine(QPointF(4, 4), QPointF(22, 4));
    painter->drawLine(QPointF(7.5, 4), QPointF(7.5, 22));
    painter->drawLine(QPointF(4, 22), QPointF(11, 22));
    pen.setColor(tokens()[Token::Accent]);
    pen.setWidthF(1.5);
    pen.setCapStyle(Qt::FlatCap);
    painter->setPen(pen);
    painter->drawLine(QPointF(17, 5), QPointF(17, 15));
    painter->translate(17, 23);
    painter->fillPath(bobPath(0.78), tokens()[Token::Accent]);
    painter->restore();
}

Rail::Rail(ActionTable* actions, QWidget* parent) : QWidget(parent), m_actions(actions) {
    setObjectName(QStringLiteral("rail"));
    setAccessibleName(tr("Places"));
    const auto make = [this](const QString& actionId, const QString& name, bool labelled) {
        const ActionSpec* const spec = m_actions->find(actionId);
        auto* const button = new RailButton(iconFromName(spec->icon).value_or(Icon::Help), labelled, this);
        button->setObjectName(spec->id.section(u'.', 1) + QStringLiteral("RailButton"));
        button->setText(name);
        button->setAccessibleName(name);
        button->setAccessibleDescription(spec->tooltip);
        connect(button, &QAbstractButton::clicked, m_actions->action(actionId), &QAction::trigger);
        // A click on the current place must not untick it.
        connect(button, &QAbstractButton::clicked, this, [this] { setCurrent(m_current); });
        return button;
    };
    for (const Place place : kPlaces)
        m_places[static_cast<std::size_t>(place)] = make(placeAction(place), placeName(place), true);
    m_settings = make(QStringLiteral("app.settings"), m_actions->find(u"app.settings")->text, false);
    m_help = make(QStringLiteral("app.keys"), m_actions->find(u"app.keys")->text, false);
    m_fall = new QVariantAnimation(this);
    m_fall->setDuration(kFadeMs);
    m_fall->setEasingCurve(QEasingCurve::OutCubic);
    connect(m_fall, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
        m_bobY = value.toReal();
        update(0, 0, qCeil(2 * sizes().line), height());
    });
    connect(&Theme::instance(), &Theme::changed, this, &Rail::arrange);
    connect(m_actions, &ActionTable::keysChanged, this, &Rail::relabel);
    relabel();
    arrange();
}

void Rail::relabel() {
    const auto set = [this](QAbstractButton* button, const QString& actionId) {
        const QStringList caps = m_actions->keyCaps(actionId);
        button->setToolTip(caps.isEmpty() ? button->text() : tr("%1 (%2)").arg(button->text(), caps.join(u'+')));
    };
    for (const Place place : kPlaces)
        set(m_places[static_cast<std::size_t>(place)], placeAction(place));
    set(m_settings, QStringLiteral("app.settings"));
    set(m_help, QStringLiteral("app.keys"));
}

void Rail::arrange() {
    const Sizes s = sizes();
    setFixedWidth(railWidth());
    int y = s.head;
    for (QAbstractButton* const button : m_places) {
        button->setGeometry(0, y, width() - 1, s.item);
        y += s.item;
    }
    m_help->setGeometry(0, height() - 8 - s.foot, width() - 1, s.foot);
    m_settings->setGeometry(0, height() - 8 - 2 * s.foot, width() - 1, s.foot);
    m_fall->stop();
    moveBob(false);
    update();
}

qreal Rail::bobTarget() const {
    return m_places[static_cast<std::size_t>(m_current)]->y() + sizes().iconMiddle + kTipBelowIcon;
}

void Rail::setCurrent(Place place) {
    const bool moved = place != m_current;
    m_current = place;
    for (const Place each : kPlaces) {
        auto* const button = m_places[static_cast<std::size_t>(each)];
        button->setChecked(each == place);
        button->setAccessibleName(each == place ? tr("%1, current place").arg(button->text()) : button->text());
    }
    if (moved)
        moveBob(isVisible() && !Theme::instance().reducedMotion());
}

void Rail::moveBob(bool slowly) {
    m_fall->stop();
    if (slowly) {
        m_fall->setStartValue(m_bobY);
        m_fall->setEndValue(bobTarget());
        m_fall->start();
        return;
    }
    m_bobY = bobTarget();
    update();
}

void Rail::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = tokens();
    painter.fillRect(rect(), t[Token::Canvas]);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), t[Token::Line]);
    const int top = topBarHeight();
    const int mark = scaled(26);
    paintProgramMark(&painter, QRectF((width() - 1 - mark) / 2.0, (top - mark) / 2.0, mark, mark));
    plumbLine(&painter, QPointF(sizes().line, m_bobY), 0, t[Token::Accent]);
}

void Rail::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace plumb::ui
