// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Findings, plan settings and events in the script of the sample review: read as strictly as the rest of it, and played
// through the same commands a person gives.
#pragma once

#include "core/base/json_fwd.h"
#include "core/session/session.h"

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace plumb::session {

/// What the script says about findings. Names are "LENS/QUESTION", or any other word for one written by hand; `needs`
/// holds such names and `evidence` numbers ("E-07") until they are played.
struct ScriptFindings {
    std::vector<std::pair<std::string, FindingEdit>> findings; ///< sorted by name
    std::optional<review::Planning> planning;
    std::vector<review::ReviewEvent> events; ///< script order, without ids
};

/// Reads the members "findings" (an object by name), "planning" and "events" of the script; each may be missing. What
/// belongs to a questionnaire that `has` denies is left out. Problems: N004 at their pointers, unknown keys among them.
[[nodiscard]] ScriptFindings readScriptFindings(const Json& root, const std::function<bool(std::string_view lens)>& has,
                                                std::vector<Message>& problems);

/// Ids of the evidence by its number in the script ("E-07"); empty for a piece that was left out, because no
/// questionnaire it speaks for is there.
using EvidenceIds = std::map<std::string, std::string>;

/// Gives the commands: hand-written findings first, then everything else by name, then plan settings and events. An
/// acceptance that has ended by the session's day is left out, so that the sample can be made on any day, and so is
/// evidence that was left out.
[[nodiscard]] Result<void> playFindings(Session& session, const ScriptFindings& script, const EvidenceIds& evidence);

} // namespace plumb::session
