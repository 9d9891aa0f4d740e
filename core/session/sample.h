// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The sample review: an invented company, answered by a script (resources/sample/sample.json) through the same commands
// a person uses.
#pragma once

#include "core/session/library.h"
#include "core/session/session.h"

#include <filesystem>
#include <string_view>

namespace plumb::session {

/// Makes the sample at `path`. `script` is the bytes of sample.json: workload, lenses (built-in ids), people, answers
/// ({LENS:{QID:{selected,na,applicable,reason,note,by,confidence,basis,mark,park}}}), evidence (title, kind, text or
/// url, links), and if need be findings ({"LENS/QID" or a name of its own: {title, observation, consequence,
/// recommendation, severity, framework, owner, due, effort, days, progress, status, reason, decidedBy, until, inherent,
/// residual: [likelihood, impact], loss{perYear,p10,p90}, needs[], evidence["E-01"], measures[], practices[],
/// tradeOffs[{framework,helps,note}]}}), planning (priorities, mode, capacity, start, cadenceMonths) and events
/// ([{kind,date,note}]), costs (sample_costs.h), and earlier reviews (sample_past.h), which become snapshots. Built-ins
/// that the library has not are skipped. Errors: as Session::create, and "sample.script" (Refused).
[[nodiscard]] Result<std::unique_ptr<Session>> makeSample(const std::filesystem::path& path, Library library,
                                                          std::string_view script, Environment env);

} // namespace plumb::session
