// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A number of the model under a person's hand: between which ends a slider moves it, what it becomes there, and what
// stays of it when its shape is changed. Every answer lies inside the range of its field, so that a slider can't make
// a model that is refused.
#pragma once

#include "core/cost/quantity.h"

#include <vector>

namespace plumb::cost {

struct SlideEnds {
    double low = 0, high = 0; ///< low < high
    friend bool operator==(const SlideEnds&, const SlideEnds&) = default;
};

/// P10 and P90 of a range. Of a figure: the whole range of the field where that is bounded (a share: 0 to 1), else from
/// nothing to twice the figure; a figure of 0 up to 1.
[[nodiscard]] SlideEnds slideEnds(const Quantity& quantity, const Range& range);

/// What stands for the number: the figure, the likely value of a triangular or PERT, else P50.
[[nodiscard]] double middleOf(const Quantity& quantity) noexcept;

/// The number with its middle at `value`: a figure becomes it; a triangular or PERT keeps its ends; a uniform range
/// becomes a PERT with the same ends, since one of its values is the likely one now; a lognormal keeps the ratio of P90
/// to P10. Source and validity stay.
[[nodiscard]] Quantity movedTo(const Quantity& quantity, double value) noexcept;

/// Shapes that a field of this range can have.
[[nodiscard]] std::vector<Dist> shapesFor(const Range& range);

/// The number in another shape: the same middle; of a figure a spread of a fifth to both sides, else the ends it had.
/// Source and validity stay.
[[nodiscard]] Quantity reshaped(const Quantity& quantity, Dist dist, const Range& range);

} // namespace plumb::cost
