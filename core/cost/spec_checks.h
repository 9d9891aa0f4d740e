// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What must hold between the parts of a specification. Only for spec.cpp; every fault becomes a message.
#pragma once

#include "core/cost/model.h"

#include <string>
#include <vector>

namespace plumb::cost {

/// Hours within the month; a classic collection does not sleep.
void checkItem(const Item& item, const std::string& pointer, double hoursPerMonth, std::vector<Message>& messages);
void checkMeasure(const Measure& measure, const std::string& pointer, double hoursPerMonth,
                  std::vector<Message>& messages);
/// Prerequisites that lead back to where they start; each circle once, at its first measure.
void checkCircles(const Spec& spec, std::vector<Message>& messages);
/// Prerequisites that are not there, measures that exclude each other.
void checkScenario(const Spec& spec, const Scenario& scenario, const std::string& pointer,
                   std::vector<Message>& messages);
/// The refusal that carries all messages.
[[nodiscard]] Error refusal(std::vector<Message> messages);

} // namespace plumb::cost
