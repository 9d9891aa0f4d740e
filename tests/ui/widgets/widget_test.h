// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the tests of widgets share: the theme, the watch on Qt's warnings, accessible roles.
#pragma once

#include "ui/theme/theme.h"

#include <QAccessible>
#include <QRegularExpression>
#include <QTest>
#include <QWidget>

namespace plumb::ui::testing {

/// In initTestCase().
inline void start() {
    Theme::instance().install();
    Theme::instance().setReducedMotion(true);
}

/// In init(): plain light look, and every warning fails. The offscreen platform's own remark on size hints is no fault.
inline void fresh() {
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support).*")));
    Theme& theme = Theme::instance();
    theme.setChoice(SchemeChoice::Light);
    theme.setTextScale(1);
    theme.setCompact(false);
    theme.setAlwaysShowFocus(false);
}

inline QAccessible::Role roleOf(QWidget* widget) {
    QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(widget);
    return interface != nullptr ? interface->role() : QAccessible::NoRole;
}

inline QString nameOf(QWidget* widget) {
    QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(widget);
    return interface != nullptr ? interface->text(QAccessible::Name) : QString();
}

} // namespace plumb::ui::testing
