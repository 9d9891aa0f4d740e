// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/questions_flow.h"

#include <QEvent>

namespace plumb::ui {

Flow::Flow(int gap, QWidget* parent) : QWidget(parent), m_gap(gap) {
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void Flow::add(QWidget* widget) {
    widget->setParent(this);
    m_widgets.push_back(widget);
    updateGeometry();
}

int Flow::place(int width, bool move) const {
    int x = 0, y = 0, line = 0;
    for (QWidget* widget : m_widgets) {
        if (widget->isHidden() && widget->testAttribute(Qt::WA_WState_ExplicitShowHide))
            continue;
        const QSize size = widget->sizeHint();
        if (x > 0 && x + size.width() > width) {
            x = 0;
            y += line + m_gap;
            line = 0;
        }
        if (move)
            widget->setGeometry(QRect(QPoint(x, y), size));
        x += size.width() + m_gap;
        line = qMax(line, size.height());
    }
    return y + line;
}

QSize Flow::sizeHint() const {
    const int wide = width() > 0 ? width() : 260;
    return {wide, place(wide, false)};
}

int Flow::heightForWidth(int width) const {
    return place(width, false);
}

void Flow::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    place(width(), true);
}

bool Flow::event(QEvent* event) {
    if (event->type() == QEvent::LayoutRequest) { // a chip's count got wider
        place(width(), true);
        updateGeometry();
    }
    return QWidget::event(event);
}

} // namespace plumb::ui
