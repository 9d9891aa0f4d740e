// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/merge_panel.h"

#include "ui/pages/merge_value.h"
#include "ui/theme/focus_ring.h"
#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>

namespace plumb::ui {

namespace {

constexpr int kPad = 19, kKey = 20, kRadio = 16, kLine = 23;

void setUp(QAbstractButton* button) {
    button->setCheckable(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAttribute(Qt::WA_Hover);
    paintsOwnFocus(button);
    followTheme(button);
}

/// Frame, and focus inside of it.
void paintGround(QPainter* painter, const QAbstractButton* button) {
    const Tokens& t = tokens();
    const QRectF box = button->rect();
    const Token fill = !button->isEnabled()   ? Token::Surface
                       : button->isDown()     ? Token::Press
                       : button->underMouse() ? Token::Hover
                                              : Token::Surface;
    // A chosen one says so by its frame and radio; a fill would compete with the tint of changed words.
    if (button->isChecked())
        paintFrame(painter, box, kRadiusPanel, t[Token::Surface], t[Token::Accent], 2);
    else
        paintFrame(painter, box, kRadiusPanel, t[fill], t[Token::Line2]);
    if (button->hasFocus() && Theme::instance().focusVisible())
        drawInnerFocus(painter, button->isChecked() ? box.adjusted(4, 4, -4, -4) : box, t,
                       button->isChecked() ? kRadiusPanel - 4 : kRadiusPanel);
}

/// Key, radio and title; returns where the title ends.
qreal paintLead(QPainter* painter, const QAbstractButton* button, const QString& key, qreal middle, qreal right) {
    const Tokens& t = tokens();
    const QSizeF cap = keyCapSize(key, scaled(kKey));
    qreal x = kPad;
    drawKeyCap(painter, {QPointF(x, std::round(middle - cap.height() / 2)), cap}, key, t, KeyLook::Plain,
               button->isEnabled());
    x += cap.width() + 10;
    const qreal radio = scaled(kRadio);
    drawRadio(painter, {x, std::round(middle - radio / 2), radio, radio}, button->isChecked(), button->isEnabled(), t);
    x += radio + 10;
    return x + drawText(painter, {x, middle - scaled(10), right - x, scaled(20) * 1.0}, button->text(),
                        Role::BodyStrong, t[button->isEnabled() ? Token::Ink : Token::Disabled]);
}

/// True when the key was for choosing; arrows go on to the page.
bool pressOrPass(QAbstractButton* button, QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers() & Qt::ControlModifier)
            event->ignore();
        else
            button->click();
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right:
        event->ignore();
        return true;
    default:
        return false;
    }
}

} // namespace

MergePanel::MergePanel(const QString& title, const QString& key, bool strong, QWidget* parent)
    : QAbstractButton(parent)
    , m_key(key)
    , m_strong(strong)
    , m_value(new MergeValue(Role::Choice, Token::Ink, kLine))
    , m_scroll(scrolled(m_value, strong ? QStringLiteral("oursScroll") : QStringLiteral("theirsScroll"))) {
    setText(title);
    m_scroll->setParent(this);
    m_scroll->show();
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setUp(this);
    connect(&Theme::instance(), &Theme::changed, this, &MergePanel::arrange);
}

int MergePanel::headHeight() const {
    return scaled(28 + 12) + kPad - kHalfGrid;
}

int MergePanel::footHeight() const {
    return m_side.facts.isEmpty() ? kPad : scaled(47);
}

QSize MergePanel::sizeHint() const {
    return minimumSizeHint();
}

int MergePanel::wholeHeight(int width) const {
    return headHeight() + m_value->heightForWidth(width - 2 * kPad) + footHeight();
}

QSize MergePanel::minimumSizeHint() const {
    return {scaled(220), headHeight() + scaled(2 * kLine) + footHeight()};
}

void MergePanel::show(const MergeSide& side, const QString& base, bool markWords) {
    m_side = side;
    m_value->setText(side.value, markWords && !side.said ? changedWords(base, side.value) : QVector<TextSpan>(),
                     side.said);
    m_scroll->widget()->move(0, 0);
    QStringList said{text(), side.value};
    if (!side.who.isEmpty())
        said << side.who << side.when;
    if (!side.facts.isEmpty())
        said << side.facts;
    setAccessibleName(said.join(QStringLiteral(", ")));
    setAccessibleDescription(tr("Key %1").arg(m_key));
    setToolTip(side.did);
    arrange();
    updateGeometry();
    update();
}

void MergePanel::arrange() {
    const int top = headHeight();
    m_scroll->setGeometry(kPad, top, qMax(0, width() - 2 * kPad), qMax(0, height() - top - footHeight()));
}

void MergePanel::resizeEvent(QResizeEvent* event) {
    QAbstractButton::resizeEvent(event);
    arrange();
}

void MergePanel::paintEvent(QPaintEvent*) {
    const Tokens& t = tokens();
    QPainter painter(this);
    paintGround(&painter, this);
    const qreal middle = scaled(28), right = width() - kPad;
    const qreal title = paintLead(&painter, this, m_key, middle, right);
    const QString when = m_side.when.isEmpty() ? m_side.who : tr("%1, %2").arg(m_side.who, m_side.when);
    if (!when.isEmpty()) {
        const qreal side = scaled(24);
        const qreal room = right - title - 12 - side - 10;
        const qreal wide = qMin(room, textWidth(when, Role::Small, Digits::Tabular));
        drawText(&painter, {right - wide, middle - scaled(10), wide, scaled(20) * 1.0}, when, Role::Small,
                 t[Token::Ink2], Qt::AlignLeft | Qt::AlignVCenter, Digits::Tabular);
        drawAvatar(&painter, {right - wide - 10 - side, std::round(middle - side / 2), side, side},
                   initialsOf(m_side.who), m_strong, t);
    }
    if (m_side.facts.isEmpty())
        return;
    const qreal foot = height() - footHeight();
    painter.fillRect(QRectF(kPad, foot, width() - 2 * kPad, 1), t[Token::Line]);
    const QRectF row(kPad, foot + 1, width() - 2 * kPad, height() - foot - kHalfGrid);
    paintIcon(&painter, {row.left(), row.top(), 14, row.height()}, Icon::Link, 14, t[Token::Ink2]);
    drawText(&painter, row.adjusted(20, 0, 0, 0), m_side.facts, Role::Small, t[Token::Ink2]);
}

void MergePanel::keyPressEvent(QKeyEvent* event) {
    QScrollBar* const bar = m_scroll->verticalScrollBar();
    if (event->key() == Qt::Key_PageDown || event->key() == Qt::Key_PageUp)
        bar->triggerAction(event->key() == Qt::Key_PageDown ? QAbstractSlider::SliderPageStepAdd
                                                            : QAbstractSlider::SliderPageStepSub);
    else if (!pressOrPass(this, event))
        QAbstractButton::keyPressEvent(event);
}

MergeBoth::MergeBoth(const QString& key, QWidget* parent) : QAbstractButton(parent), m_key(key) {
    setText(tr("Keep both"));
    setAccessibleName(tr("Keep both"));
    setAccessibleDescription(tr("Joins the texts, yours first. You can edit it afterwards. Key %1").arg(key));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setUp(this);
}

QSize MergeBoth::sizeHint() const {
    return {scaled(300), scaled(Theme::instance().compact() ? 44 : 52)};
}

void MergeBoth::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintGround(&painter, this);
    const qreal right = width() - kPad;
    const qreal end = paintLead(&painter, this, m_key, height() / 2.0, right) + 12;
    drawText(&painter, {end, 0, right - end, height() * 1.0},
             tr("Joins the texts, yours first. You can edit it afterwards."), Role::Body,
             tokens()[isEnabled() ? Token::Ink2 : Token::Disabled]);
}

void MergeBoth::keyPressEvent(QKeyEvent* event) {
    if (!pressOrPass(this, event))
        QAbstractButton::keyPressEvent(event);
}

} // namespace plumb::ui
