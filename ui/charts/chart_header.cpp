// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The controls are higher than the title's line; they stand around its middle, so that the sentence below keeps the
// whole width.
#include "ui/charts/chart_header.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/pane_parts.h"

#include <algorithm>

namespace plumb::ui {

ChartHeader::ChartHeader(QWidget* parent)
    : QWidget(parent)
    , m_title(oneLine({}, Role::BodyStrong, Token::Ink))
    , m_conclusion(new WrapLabel({}, Role::Small, Token::Ink2))
    , m_menu(new Button(Icon::More, tr("Chart menu"), ButtonLook::Ghost)) {
    m_title->setParent(this);
    m_conclusion->setParent(this);
    m_conclusion->setMaxLines(2);
    m_menu->setParent(this);
    m_menu->setButtonSize(Button::Size::Small);
    m_menu->setIconColor(Token::Ink3);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        place();
    });
}

void ChartHeader::setWords(const QString& title, const QString& conclusion) {
    if (m_title->text() != title)
        m_title->setText(title);
    if (m_conclusion->text() != conclusion)
        m_conclusion->setText(conclusion);
    updateGeometry();
    place();
}

void ChartHeader::setCorner(QWidget* corner) {
    delete m_corner;
    m_corner = corner;
    if (corner == nullptr)
        return;
    corner->setParent(this);
    corner->show();
    setTabOrder(corner, m_menu);
    place();
}

int ChartHeader::heightForWidth(int width) const {
    return lineHeight(Role::BodyStrong) + scaled(4) +
           std::max(lineHeight(Role::Small), m_conclusion->heightForWidth(width));
}

QSize ChartHeader::sizeHint() const {
    return {scaled(320), heightForWidth(std::max(width(), scaled(160)))};
}

QSize ChartHeader::minimumSizeHint() const {
    return {scaled(120), lineHeight(Role::BodyStrong) + scaled(4) + lineHeight(Role::Small)};
}

void ChartHeader::place() {
    const int top = scaled(4), line = lineHeight(Role::BodyStrong), middle = top + line / 2;
    const QSize button = m_menu->sizeHint();
    int right = width();
    m_menu->setGeometry(right - button.width(), std::max(0, middle - button.height() / 2), button.width(),
                        button.height());
    right -= button.width() + scaled(4);
    if (m_corner) {
        const QSize size = m_corner->sizeHint();
        m_corner->setGeometry(right - size.width(), std::max(0, middle - size.height() / 2), size.width(),
                              size.height());
        right -= size.width() + scaled(8);
    }
    m_title->setGeometry(0, top, std::max(0, right), line);
    m_conclusion->setGeometry(0, top + line, width(), std::max(0, height() - top - line));
    m_conclusion->lower();
}

void ChartHeader::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    place();
}

bool ChartHeader::event(QEvent* event) {
    if (event->type() == QEvent::LayoutRequest) // the corner has another size
        place();
    return QWidget::event(event);
}

} // namespace plumb::ui
