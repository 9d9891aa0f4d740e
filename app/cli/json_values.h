// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Values of core as JSON, one function each, so that every verb writes them alike (docs/cli.md).
#pragma once

#include "core/base/json.h"
#include "core/lens/overlay.h"
#include "core/review/review.h"
#include "core/score/score.h"
#include "core/store/project.h"

namespace plumb::cli {

/// {"error":{"id","text","where","messages":[...]}}
[[nodiscard]] Json toJson(const Error& error);
/// {"id","pointer","text","fix"}
[[nodiscard]] Json toJson(const Message& message);
[[nodiscard]] Json toJson(const std::vector<Message>& messages);
/// score, worst, best, coverage, label, verified, practiceCoverage, counts; null for what is not there.
[[nodiscard]] Json toJson(const score::ScopeScore& score);
/// name, client, owner, description, environment, industry, regions
[[nodiscard]] Json toJson(const review::Workload& workload);
/// id, name, questions, choices, sha256
[[nodiscard]] Json toJson(const lens::Lens& lens);
/// The same for each lens of a review.
[[nodiscard]] Json lensesOf(const review::Review& review);
/// Everything but the bytes; links as "LENS/QUESTION[/CHOICE]".
[[nodiscard]] Json toJson(const review::Evidence& evidence);
/// id, time, author, label, applied, parent
[[nodiscard]] Json toJson(const store::CommandRecord& command);

/// "LENS/QUESTION" or "LENS/QUESTION/CHOICE".
[[nodiscard]] std::string toText(const review::EvidenceLink& link);
/// "E-07"
[[nodiscard]] std::string evidenceLabel(int number);

} // namespace plumb::cli
