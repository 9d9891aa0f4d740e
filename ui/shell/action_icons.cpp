// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/action_icons.h"

#include "ui/bridge/action_table.h"

namespace plumb::ui {

std::optional<Icon> iconFromName(QStringView name) {
    for (std::uint8_t i = 0; i < static_cast<std::uint8_t>(Icon::Count_); ++i) {
        const auto candidate = static_cast<Icon>(i);
        if (name == iconName(candidate))
            return candidate;
    }
    return std::nullopt;
}

void applyIcons(const ActionTable& actions) {
    for (const ActionSpec& spec : actions.specs()) {
        if (const auto found = iconFromName(spec.icon))
            actions.action(spec.id)->setIcon(icon(*found));
    }
}

} // namespace plumb::ui
