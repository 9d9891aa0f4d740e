// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/questions_flow.h"

#include <utility>

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
    std::vector<std::pair<QWidget*, QRect>> line;
    int x = 0, y = 0, high = 0;
    const auto finish = [&] { // what is lower than its neighbours stands in their middle
        for (const auto& [widget, box] : line)
            if (move)
                widget->setGeometry(box.translated(0, (high - box.height()) / 2));
        line.clear();
    };
    for (QWidget* widget : m_widgets) {
        if (widget->isHidden() && widget->testAttribute(Qt::WA_WState_ExplicitShowHide))
            continue;
        const QSize size = widget->sizeHint().expandedTo(widget->minimumSize()).boundedTo(widget->maximumSize());
        if (x > 0 && x + size.width() > width) {
            finish();
            x = 0;
            y += high + m_gap;
            high = 0;
        }
        line.emplace_back(widget, QRect(QPoint(x, y), size));
        x += size.width() + m_gap;
        high = qMax(high, size.height());
    }
    finish();
    return y + high;
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
