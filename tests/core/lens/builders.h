// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Questions and selections in one line each, for tests.
#pragma once

#include "core/lens/lens.h"
#include "core/lens/lint.h"

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace build {

using namespace plumb::lens;

/// A question with these choices ("..._no" is a none-choice) and rules; throws when a condition does not parse.
inline Question question(const std::vector<std::string>& choices,
                         const std::vector<std::pair<std::string, Risk>>& rules) {
    Question q;
    q.id = "QUESTION";
    q.title = "A question";
    for (const auto& id : choices) {
        Choice choice;
        choice.id = id;
        choice.title = "Choice " + id;
        choice.isNone = isNoneChoice(choice.id, choice.title);
        q.choices.push_back(std::move(choice));
    }
    for (const auto& [text, risk] : rules) {
        auto parsed = parseCondition(text, choices);
        if (!parsed)
            throw std::invalid_argument(parsed.error().text);
        RiskRule rule;
        rule.text = text;
        rule.condition = std::move(*parsed);
        rule.risk = risk;
        q.rules.push_back(std::move(rule));
    }
    const Reachable range = reachable(q);
    q.worstReachable = range.worst;
    q.bestReachable = range.best;
    return q;
}

inline Lens lensOf(const Question& q) {
    Lens lens;
    lens.id = "test";
    lens.schemaVersion = "2021-11-01";
    lens.name = "Test";
    lens.description = "A lens for a test";
    lens.pillars.push_back({"PILLAR", "Pillar", {q}});
    return lens;
}

/// Ticks by id.
inline Selection select(const Question& q, const std::vector<std::string>& selected,
                        const std::vector<std::string>& notApplicable = {}) {
    Selection s;
    for (const auto& choice : q.choices) {
        s.selected.push_back(std::find(selected.begin(), selected.end(), choice.id) != selected.end());
        s.notApplicable.push_back(std::find(notApplicable.begin(), notApplicable.end(), choice.id) !=
                                  notApplicable.end());
    }
    return s;
}

/// Ticks by bit.
inline Selection select(const Question& q, std::uint32_t selected, std::uint32_t notApplicable) {
    Selection s;
    for (std::size_t i = 0; i < q.choices.size(); ++i) {
        s.selected.push_back((selected >> i & 1U) != 0);
        s.notApplicable.push_back((notApplicable >> i & 1U) != 0);
    }
    return s;
}

} // namespace build
