// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The selection that counts for the rules of a question. Private to core/lens.
#pragma once

#include "core/lens/lens.h"

namespace plumb::lens {

/// One flag a choice: a none-choice is never not applicable, and what is not applicable is not selected.
[[nodiscard]] Selection standing(const Question& question, const Selection& selection);

} // namespace plumb::lens
