// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See focus_ring.h.
#include "ui/theme/focus_ring.h"

#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QApplication>
#include <QFocusFrame>
#include <QFrame>
#include <QMenu>
#include <QMenuBar>
#include <QTabBar>

namespace plumb::ui {
namespace {

bool wantsRing(const QWidget* widget) {
    if (widget == nullptr || widget->isWindow() || widget->property(kOwnFocusProperty).toBool())
        return false;
    if (qobject_cast<const QAbstractItemView*>(widget) || qobject_cast<const QMenuBar*>(widget) ||
        qobject_cast<const QTabBar*>(widget))
        return false;
    // A frameless text area is a sheet of paper, not a control.
    const auto* area = qobject_cast<const QAbstractScrollArea*>(widget);
    return area == nullptr || area->frameShape() != QFrame::NoFrame;
}

} // namespace

void paintsOwnFocus(QWidget* widget) {
    widget->setProperty(kOwnFocusProperty, true);
}

FocusRing::FocusRing(QObject* theme) : QObject(theme) {
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { follow(now); });
    connect(&Theme::instance(), &Theme::focusVisibleChanged, this, [this] {
        follow(QApplication::focusWidget());
        if (QWidget* widget = QApplication::focusWidget())
            widget->update();
    });
}

void FocusRing::follow(QWidget* widget) {
    const bool show = Theme::instance().focusVisible() && wantsRing(widget);
    if (!show) {
        if (m_frame)
            m_frame->setWidget(nullptr);
        return;
    }
    // The frame becomes a child of the widget's parent and dies with it, hence the guarded pointer.
    if (!m_frame) {
        m_frame = new QFocusFrame;
        m_frame->setObjectName(QStringLiteral("focusFrame"));
    }
    m_frame->setWidget(widget->focusProxy() != nullptr ? widget->focusProxy() : widget);
}

} // namespace plumb::ui
