// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See people.h.
#include "ui/widgets/people.h"

#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/button.h"

#include <cmath>

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QPainter>

namespace plumb::ui {
namespace {

constexpr int kAvatar = 24;

class PersonTag final : public QAbstractButton {
public:
    PersonTag(const QString& name, bool strong, QWidget* parent) : QAbstractButton(parent), m_strong(strong) {
        setObjectName(QStringLiteral("personButton"));
        setText(name);
        setAccessibleName(name);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        followTheme(this);
    }
    QSize sizeHint() const override {
        return {scaled(kAvatar) + 6 + static_cast<int>(std::ceil(textWidth(text(), Role::Body))) + 4, chipHeight()};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override {
        const Tokens& t = tokens();
        QPainter painter(this);
        if (isEnabled() && (underMouse() || isDown()))
            paintFrame(&painter, rect(), height() / 2.0, t[isDown() ? Token::Press : Token::Hover], QColor());
        const qreal side = scaled(kAvatar);
        drawAvatar(&painter, QRectF(0, (height() - side) / 2, side, side), initialsOf(text()), m_strong, t);
        const Token ink = !isEnabled() ? Token::Disabled : m_strong ? Token::Ink : Token::Ink2;
        drawText(&painter, QRectF(side + 6, 0, width() - side - 6, height()), text(), Role::Body, t[ink]);
    }

private:
    bool m_strong;
};

} // namespace

Avatar::Avatar(const QString& name, QWidget* parent, bool strong) : QWidget(parent), m_name(name), m_strong(strong) {
    installAccessibility();
    setObjectName(QStringLiteral("avatar"));
    setAccessibleName(name);
    setToolTip(name);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    followTheme(this);
}

QSize Avatar::sizeHint() const {
    return {scaled(kAvatar), scaled(kAvatar)};
}

void Avatar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    drawAvatar(&painter, rect(), initialsOf(m_name), m_strong, tokens());
}

PeopleList::PeopleList(const QString& name, QWidget* parent)
    : QWidget(parent), m_add(new Button(Icon::Plus, tr("Add a person"), ButtonLook::Ghost, this)) {
    setObjectName(QStringLiteral("peopleList"));
    setAccessibleName(name);
    m_add->setObjectName(QStringLiteral("addPersonButton"));
    m_add->setButtonSize(Button::Size::Small);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_add);
    row->addStretch(1);
    connect(m_add, &QAbstractButton::clicked, this, &PeopleList::addClicked);
}

void PeopleList::setPeople(const QStringList& names) {
    if (names == m_people)
        return;
    m_people = names;
    qDeleteAll(m_tags);
    m_tags.clear();
    auto* row = static_cast<QHBoxLayout*>(layout());
    for (int i = 0; i < names.size(); ++i) {
        auto* tag = new PersonTag(names[i], i == 0, this);
        connect(tag, &QAbstractButton::clicked, this, [this, i] { emit personClicked(i); });
        row->insertWidget(i, tag);
        m_tags.append(tag);
    }
}

} // namespace plumb::ui
