// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Joins the icon names of the action table (which knows no theme) with the theme's icons.
#pragma once

#include "ui/theme/icon.h"

#include <optional>
#include <QStringView>

namespace plumb::ui {

class ActionTable;

/// The icon with that file name; none for an empty or unknown name.
[[nodiscard]] std::optional<Icon> iconFromName(QStringView name);

/// Gives every action of the table its icon. They are rendered when they are first painted.
void applyIcons(const ActionTable& actions);

} // namespace plumb::ui
