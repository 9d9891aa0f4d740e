// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Sorting of many numbers in a time that does not depend on how they are spread: digit by digit, the lowest first
// (Knuth 1998, "Sorting and searching", 5.2.5), with IEEE 754 numbers turned into integers of the same order.
#pragma once

#include <vector>

namespace plumb::cost {

/// Rising. No NaNs. `scratch` is grown as needed and can be used again.
void sortNumbers(std::vector<double>& values, std::vector<double>& scratch);

} // namespace plumb::cost
