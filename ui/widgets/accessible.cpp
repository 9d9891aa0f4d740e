// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See accessible.h.
#include "ui/widgets/accessible.h"

#include <array>
#include <utility>

#include <QAccessible>
#include <QAccessibleWidget>

namespace plumb::ui {
namespace {

constexpr std::array<std::pair<const char*, QAccessible::Role>, 16> kRoles{{
    {"plumb::ui::WrapLabel", QAccessible::StaticText},
    {"plumb::ui::Badge", QAccessible::StaticText},
    {"plumb::ui::KeyCap", QAccessible::StaticText},
    {"plumb::ui::RiskMark", QAccessible::Graphic},
    {"plumb::ui::IconLabel", QAccessible::Graphic},
    {"plumb::ui::Avatar", QAccessible::StaticText},
    {"plumb::ui::ScoreScale", QAccessible::Chart},
    {"plumb::ui::MoneyScale", QAccessible::Chart},
    {"plumb::ui::Figure", QAccessible::StaticText},
    {"plumb::ui::ProgressBar", QAccessible::ProgressBar},
    {"plumb::ui::RiskPanel", QAccessible::Grouping},
    {"plumb::ui::SegmentedControl", QAccessible::Grouping},
    {"plumb::ui::RiskMatrix", QAccessible::Grouping},
    {"plumb::ui::UndoBar", QAccessible::AlertMessage},
    {"plumb::ui::MessageBar", QAccessible::Note},
    {"plumb::ui::Hairline", QAccessible::Separator},
}};

QAccessibleInterface* make(const QString& className, QObject* object) {
    auto* widget = qobject_cast<QWidget*>(object);
    if (widget == nullptr)
        return nullptr;
    for (const auto& [name, role] : kRoles)
        if (className == QLatin1String(name))
            return new QAccessibleWidget(widget, role);
    return nullptr;
}

} // namespace

void installAccessibility() {
    static const bool done = (QAccessible::installFactory(make), true);
    Q_UNUSED(done)
}

} // namespace plumb::ui
