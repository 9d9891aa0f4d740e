// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a questionnaire holds beyond the AWS format: phases, weights, severities, facilitator cards, references. It
// stands beside the lens file and is optional; every default is stated here.
#pragma once

#include "core/base/json_fwd.h"
#include "core/base/result.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumb::lens {

enum class Severity { Low, Medium, High }; ///< weight of a practice in practice coverage: 1, 2, 3
enum class Effort { Unset, S, M, L };      ///< 1, 5, 20 person-days

struct FacilitatorCard {
    std::string opening;
    std::vector<std::string> probes;
    std::vector<std::string> redFlags;
    std::string good;
    [[nodiscard]] bool empty() const noexcept {
        return opening.empty() && probes.empty() && redFlags.empty() && good.empty();
    }
};

struct ChoiceOverlay {
    std::optional<Severity> severity;    ///< unset counts as low (weight 1)
    std::vector<std::string> references; ///< official best-practice ids
    std::vector<std::string> tags;
};

struct QuestionOverlay {
    std::string shortTitle; ///< at most 28 characters; empty: use the title
    std::string phase;      ///< id of a phase, or empty
    std::string framework;  ///< framework pillar id, or empty (then the pillar's)
    double weight = 1.0;    ///< > 0
    FacilitatorCard card;
    std::vector<std::string> evidence; ///< what to ask for
    int likelihood = 0, impact = 0;    ///< 1-5; 0 = not given
    std::string findingTitle;          ///< key "finding/title": how an open risk reads, at most 60 characters
    std::string consequence;           ///< key "finding/consequence": what it means for the business
    Effort effort = Effort::Unset;
    std::vector<std::string> measures; ///< cost measure types
    std::map<std::string, ChoiceOverlay, std::less<>> choices;
};

struct PillarOverlay {
    std::string shortName;
    std::string framework;
    std::string failureMode, story, figure;
};

struct Phase {
    std::string id, name;
};

/// One of the five signs of a production architecture (risk.md 6).
struct ReadinessSign {
    std::string id, name, question;
    std::vector<std::string> choices;
    std::string missing; ///< what to say when it is not in place
};

struct Overlay {
    std::string shortName;
    std::vector<Phase> phases;
    std::map<std::string, PillarOverlay, std::less<>> pillars;
    std::map<std::string, QuestionOverlay, std::less<>> questions;
    std::vector<ReadinessSign> signs;
    std::string sha256;
    std::shared_ptr<const Json> source;

    /// Never null: the overlay of a question, or one with all defaults.
    [[nodiscard]] const QuestionOverlay& question(std::string_view id) const noexcept;
    [[nodiscard]] const PillarOverlay& pillar(std::string_view id) const noexcept;
    [[nodiscard]] const ChoiceOverlay& choice(std::string_view question, std::string_view id) const noexcept;
};

/// Reads an overlay. Unknown keys are kept in `source` and ignored. Refused ("overlay.invalid") with all messages (ids
/// O001 wrong type or value, O002 weight or rating out of range, O003 unknown phase or framework pillar).
[[nodiscard]] Result<Overlay> readOverlay(std::string_view bytes);

} // namespace plumb::lens
