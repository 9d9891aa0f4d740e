// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lens/explain.h"

#include "core/lens/standing.h"
#include "core/lens/truth_table.h"

#include <algorithm>
#include <bit>
#include <iterator>
#include <numeric>
#include <optional>
#include <span>
#include <utility>

namespace plumb::lens {
namespace {

constexpr std::size_t kMaxSetSize = 5; ///< looked at when there are many open practices
constexpr std::size_t kManyPractices = 20;
constexpr std::size_t kMaxTried = std::size_t{1} << 21; ///< sets tried in one search, twice 2^20
constexpr std::size_t kMaxSteps = std::size_t{1} << 24; ///< of rule programs in one search

using Kind = Condition::Kind;
constexpr std::uint32_t kNoParent = Condition::kUnknown;

/// The ids of a condition, each with what it contributes. An id under '!' directly (parentheses do not count) is one
/// term together with its '!'; what is not applicable takes its value from the "&&" or "||" around that term.
std::vector<Term> termsOf(const Condition& condition, const Selection& counting) {
    const auto& nodes = condition.nodes;
    std::vector<std::uint32_t> parent(nodes.size(), kNoParent);
    std::vector<bool> odd(nodes.size(), false); // under an odd number of '!'; parents come after children
    for (std::size_t i = nodes.size(); i-- > 0;)
        for (const std::uint32_t child : nodes[i].children) {
            parent[child] = static_cast<std::uint32_t>(i);
            odd[child] = odd[i] != (nodes[i].kind == Kind::Not);
        }
    std::vector<Term> terms;
    for (std::uint32_t i = 0; i < nodes.size(); ++i) {
        const auto& node = nodes[i];
        if (node.kind != Kind::Id || node.choice >= counting.selected.size())
            continue;
        bool inverted = false;
        std::uint32_t around = parent[i];
        for (; around != kNoParent && nodes[around].kind == Kind::Not; around = parent[around])
            inverted = !inverted;
        Term term;
        term.choice = node.choice;
        term.negated = odd[i];
        term.selected = counting.selected[node.choice];
        term.notApplicable = counting.notApplicable[node.choice];
        term.satisfied = !term.notApplicable   ? term.selected != inverted
                         : around == kNoParent ? !inverted
                                               : nodes[around].kind == Kind::And;
        if (std::find(terms.begin(), terms.end(), term) == terms.end())
            terms.push_back(term);
    }
    return terms;
}

std::optional<std::size_t> decidingRule(const Question& question, const Selection& counting) {
    for (std::size_t i = 0; i < question.rules.size(); ++i)
        if (holds(question.rules[i].condition, counting))
            return i;
    return std::nullopt;
}

/// `default` has no terms of its own; what matters then is what the next lower level would have asked for.
const RiskRule* ruleToShow(const Question& question, std::size_t deciding) {
    const RiskRule& rule = question.rules[deciding];
    if (!rule.condition.isDefault())
        return &rule;
    const RiskRule* best = nullptr;
    for (const RiskRule& other : question.rules)
        if (other.risk < rule.risk && !other.condition.isDefault() && (best == nullptr || other.risk > best->risk))
            best = &other;
    return best;
}

/// The levels below a state, the nearest first. An unmatched state counts as the question's worst level.
std::vector<Risk> levelsBelow(State state, const Question& question) {
    const Risk from = state == State::High        ? Risk::High
                      : state == State::Medium    ? Risk::Medium
                      : state == State::Unmatched ? question.worstReachable
                                                  : Risk::None;
    if (from == Risk::High)
        return {Risk::Medium, Risk::None};
    if (from == Risk::Medium)
        return {Risk::None};
    return {};
}

/// Tries sets of further practices in order of size, 64 at a time.
class SetSearch {
public:
    SetSearch(const Question& question, const Selection& counting, const std::vector<Risk>& targets,
              std::size_t maxSets);
    std::vector<Lowering> run();

private:
    struct Goal {
        Risk level;
        std::vector<Lowering> sets;
    };
    void trySize(const std::vector<std::size_t>& candidates, std::size_t size);
    void judge(std::span<const std::vector<std::size_t>> batch);
    [[nodiscard]] bool done() const;
    [[nodiscard]] bool spent() const { return m_tried >= kMaxTried || m_steps >= kMaxSteps; }

    RuleProgram m_program;
    std::vector<Word> m_ticked;
    std::vector<std::size_t> m_open;  ///< practices that could be added
    std::vector<std::size_t> m_named; ///< those of them that a rule names
    std::size_t m_maxSets = 0;        ///< reported a level
    bool m_answered = false;          ///< the question stays answered with nothing added and none-choices cleared
    std::vector<Goal> m_goals;
    std::vector<std::vector<std::size_t>> m_batch; ///< sets tried together; kept to be filled again
    std::size_t m_settledSize = 0;                 ///< the size being tried
    std::size_t m_tried = 0, m_steps = 0;
};

SetSearch::SetSearch(const Question& question, const Selection& counting, const std::vector<Risk>& targets,
                     std::size_t maxSets)
    : m_program(question, counting.notApplicable), m_ticked(question.choices.size()), m_maxSets(maxSets) {
    for (std::size_t i = 0; i < question.choices.size(); ++i) {
        if (question.choices[i].isNone)
            continue;
        const bool taken = counting.selected[i] || counting.notApplicable[i];
        m_answered = m_answered || taken;
        m_ticked[i] = counting.selected[i] ? ~Word{0} : 0;
        if (!taken)
            m_open.push_back(i);
        if (!taken && m_program.mentions(i))
            m_named.push_back(i);
    }
    for (const Risk level : targets)
        m_goals.push_back({level, {}});
}

bool SetSearch::done() const {
    return std::all_of(m_goals.begin(), m_goals.end(), [](const Goal& goal) { return !goal.sets.empty(); });
}

/// A practice that no rule names can only make the question answered at all; that takes one practice, so larger sets
/// are made of named ones.
std::vector<Lowering> SetSearch::run() {
    const std::size_t largest = m_open.size() > kManyPractices ? std::min(kMaxSetSize, m_named.size()) : m_named.size();
    if (m_answered) {
        const std::vector<std::vector<std::size_t>> nothing(1);
        judge(nothing);
    }
    if (!done())
        trySize(m_open, 1);
    for (std::size_t size = 2; size <= largest && !done() && !spent(); ++size)
        trySize(m_named, size);
    std::vector<Lowering> out;
    for (Goal& goal : m_goals)
        std::move(goal.sets.begin(), goal.sets.end(), std::back_inserter(out));
    return out;
}

void SetSearch::trySize(const std::vector<std::size_t>& candidates, std::size_t size) {
    if (size > candidates.size())
        return;
    m_settledSize = size;
    std::vector<std::size_t> at(size); // positions in candidates, ascending
    std::iota(at.begin(), at.end(), std::size_t{0});
    for (bool more = true; more && !spent();) {
        std::size_t count = 0;
        while (more && count < 64) {
            if (count == m_batch.size())
                m_batch.emplace_back();
            auto& set = m_batch[count++];
            set.resize(size);
            for (std::size_t i = 0; i < size; ++i)
                set[i] = candidates[at[i]];
            std::size_t k = size; // the next combination in lexicographic order
            while (k > 0 && at[k - 1] == candidates.size() - size + k - 1)
                --k;
            more = k > 0;
            if (more)
                std::iota(at.begin() + static_cast<std::ptrdiff_t>(k - 1), at.end(), at[k - 1] + 1);
        }
        judge(std::span(m_batch).first(count));
    }
}

void SetSearch::judge(std::span<const std::vector<std::size_t>> batch) {
    for (std::size_t i = 0; i < batch.size(); ++i)
        for (const std::size_t choice : batch[i])
            m_ticked[choice] |= Word{1} << i;
    const Levels levels = m_program.run(m_ticked);
    const Word valid = batch.size() == 64 ? ~Word{0} : (Word{1} << batch.size()) - 1;
    for (Goal& goal : m_goals) {
        if (!goal.sets.empty() && goal.sets.front().practices.size() < m_settledSize)
            continue;
        for (Word found = levels.of(goal.level) & valid; found != 0 && goal.sets.size() < m_maxSets; found &= found - 1)
            goal.sets.push_back({goal.level, batch[static_cast<std::size_t>(std::countr_zero(found))]});
    }
    for (const auto& set : batch)
        for (const std::size_t choice : set)
            m_ticked[choice] = 0;
    m_tried += batch.size();
    m_steps += m_program.size();
}

} // namespace

Explanation explain(const Question& question, const Selection& selection, std::size_t maxSets) {
    Explanation out;
    out.state = evaluate(question, selection);
    if (out.state == State::Unanswered || out.state == State::NotApplicable)
        return out;
    const Selection counting = standing(question, selection);
    out.rule = decidingRule(question, counting);
    if (out.rule)
        if (const RiskRule* shown = ruleToShow(question, *out.rule))
            out.terms = termsOf(shown->condition, counting);
    const auto targets = levelsBelow(out.state, question);
    if (!targets.empty())
        out.toLower = SetSearch(question, counting, targets, std::max<std::size_t>(maxSets, 1)).run();
    return out;
}

} // namespace plumb::lens
