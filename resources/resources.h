// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Fonts (:/plumb/fonts), line icons (:/plumb/icons) and the program's mark (:/plumb/app) as Qt resources. They live in
// a static library, whose resources the linker drops unless somebody asks for them.
#pragma once

namespace plumb::ui {

/// Registers the resources. Cheap, may be called again; Theme::install() and the tests do it.
void initResources();

} // namespace plumb::ui
