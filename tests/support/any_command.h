// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Random commands on the small review of newProject(), for properties of histories.
#pragma once

#ifndef Q_MOC_RUN // moc of Qt 6.4 does not get through <concepts>
#include "core/store/project.h"

#include <vector>
#endif

namespace plumb::testing {

inline constexpr int kCommandKinds = 21; ///< `what` of randomCommand() counts from 0

/// One random command on a small review, so that commands meet. `where` chooses the question, 0 to 2; `value` what is
/// written, 0 to 99.
Result<store::Applied> randomCommand(store::Project& project, int what, int where, int value);

/// One change of the cost model: an item, a measure with its links or a scenario comes, changes, moves or goes.
[[nodiscard]] review::Costs anyCosts(store::Project& project, int where, int value);
[[nodiscard]] std::vector<review::Price> anyPrices(int where, int value);

} // namespace plumb::testing
