// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whether an overlay fits a lens. Reading an overlay (overlay.h) needs no lens, because one overlay may serve several
// versions of a lens; this says what would have no effect on the given one.
#pragma once

#include "core/lens/lens.h"
#include "core/lens/overlay.h"

#include <vector>

namespace plumb::lens {

/// O004 for each pillar, question and choice that the overlay names and the lens has not, in file order, with pointers
/// into the overlay. None of them keeps the overlay from being used: such an entry is kept and has no effect.
[[nodiscard]] std::vector<Message> lintOverlay(const Overlay& overlay, const Lens& lens);

} // namespace plumb::lens
