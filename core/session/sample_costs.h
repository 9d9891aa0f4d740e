// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of the sample's script that makes the cost model: a specification as `cost eval` takes it, with the settings
// that only a review has, notes, and the findings behind its measures.
#pragma once

#include "core/base/json_fwd.h"
#include "core/session/session.h"

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace plumb::session {

struct ScriptCosts {
    review::Costs costs;
    std::vector<std::pair<std::string, std::string>> links; ///< finding key, measure id
    [[nodiscard]] bool given() const { return !costs.items.empty(); }
};

/// Reads the member "costs" of the script: the fields of a specification, "trials", "seed", "scenario" (the chosen one,
/// by name or id) and "notes" ({id: text}). Links to findings of questionnaires that `has` does not know are left out.
/// What is wrong goes to `problems`.
[[nodiscard]] ScriptCosts readScriptCosts(const Json& root, const std::function<bool(std::string_view lens)>& has,
                                          std::vector<Message>& problems);

/// The commands: the model, then all links.
[[nodiscard]] Result<void> playCosts(Session& session, const ScriptCosts& script);

} // namespace plumb::session
