// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A questionnaire as values: lens > pillar > question > choice, with its risk rules. Made by core/lens/reader.h from an
// AWS custom-lens file (schemaVersion 2021-11-01) and not changed afterwards. The JSON it came from is kept beside it,
// so that writing loses nothing.
#pragma once

#include "core/base/json_fwd.h"
#include "core/lens/rule.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumb::lens {

/// A text with an optional link, as helpfulResource and improvementPlan hold it.
struct Resource {
    std::string displayText;
    std::string url;
    friend bool operator==(const Resource&, const Resource&) = default;
};

/// additionalResources: further texts of one type.
struct AdditionalResources {
    std::string type; ///< "HELPFUL_RESOURCE" or "IMPROVEMENT_PLAN"; other values are kept
    std::vector<Resource> content;
    friend bool operator==(const AdditionalResources&, const AdditionalResources&) = default;
};

struct Choice {
    std::string id;
    std::string title;
    std::string description;
    std::optional<Resource> helpfulResource;
    std::optional<Resource> improvementPlan;
    std::vector<AdditionalResources> additionalResources;
    bool isNone = false; ///< "None of these" (risk.md 1.6): id ends in _no, or the title says so
    friend bool operator==(const Choice&, const Choice&) = default;
};

/// One rule: the condition as written, as parsed, and the level it sets.
struct RiskRule {
    std::string text; ///< exactly as in the file
    Condition condition;
    Risk risk = Risk::None;
    friend bool operator==(const RiskRule&, const RiskRule&) = default;
};

struct Question {
    std::string id;
    std::string title;
    std::string description;
    std::optional<Resource> helpfulResource;
    std::vector<Choice> choices;
    std::vector<RiskRule> rules;      ///< file order; the first true one decides
    Risk worstReachable = Risk::High; ///< over the states of risk.md section 2; computed by the reader
    Risk bestReachable = Risk::None;
    [[nodiscard]] std::optional<std::size_t> choiceIndex(std::string_view choiceId) const noexcept;
    friend bool operator==(const Question&, const Question&) = default;
};

struct Pillar {
    std::string id;
    std::string name;
    std::vector<Question> questions;
    friend bool operator==(const Pillar&, const Pillar&) = default;
};

/// A whole questionnaire. Copying is cheap enough for tests; the program shares one by std::shared_ptr<const Lens>.
struct Lens {
    std::string id;     ///< stable id in a review: built-in folder name, or made from the name (stableId)
    std::string sha256; ///< of the bytes it was read from
    std::string schemaVersion;
    std::string name;
    std::string description;
    std::vector<Pillar> pillars;
    std::shared_ptr<const Json> source; ///< the document, for lossless writing

    [[nodiscard]] const Question* findQuestion(std::string_view questionId) const noexcept;
    [[nodiscard]] const Pillar* pillarOf(std::string_view questionId) const noexcept;
    [[nodiscard]] std::size_t questionCount() const noexcept;
    [[nodiscard]] std::size_t choiceCount() const noexcept; ///< none-choices included
};

/// "Generative AI Lens" -> "generative-ai-lens": lower case ASCII letters, digits and single hyphens; accents are
/// dropped; other letters become "u" + code point in hex; never empty ("lens").
[[nodiscard]] std::string stableId(std::string_view name);

/// risk.md 1.6: the id ends in "_no", or the title matches /^none of (these|the above|above|them)\b/i.
[[nodiscard]] bool isNoneChoice(std::string_view id, std::string_view title) noexcept;

} // namespace plumb::lens
