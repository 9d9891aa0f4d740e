// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What assistive tools hear about the painted widgets of this folder that Qt does not know: labels are static text,
// scales and progress report a value, panels are groups.
#pragma once

namespace plumb::ui {

/// Registers the factory; each widget's constructor calls it, more than once does nothing.
void installAccessibility();

} // namespace plumb::ui
