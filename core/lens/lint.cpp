// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lens/lint.h"

#include "core/base/json.h"
#include "core/lens/truth_table.h"

#include <algorithm>
#include <bit>
#include <fmt/format.h>
#include <optional>
#include <string>
#include <utility>

namespace plumb::lens {
namespace {

constexpr std::array<Risk, 3> kRisks{Risk::None, Risk::Medium, Risk::High};

/// Everything the checks of one question look at.
struct Tables {
    const Question& question;
    std::string pointer;
    std::vector<std::size_t> practices;
    std::vector<std::size_t> noneChoices;
    TruthTable subsets;
    std::vector<Levels> alone;
    std::array<bool, 3> reached{}; ///< by Risk, over all states
};

void splitChoices(const Question& question, std::vector<std::size_t>& practices,
                  std::vector<std::size_t>& noneChoices) {
    for (std::size_t i = 0; i < question.choices.size(); ++i)
        (question.choices[i].isNone ? noneChoices : practices).push_back(i);
}

std::array<bool, 3> reachedLevels(const TruthTable& subsets, const std::vector<Levels>& alone) {
    std::array<bool, 3> reached{};
    for (std::size_t w = 0; w < subsets.words.size(); ++w)
        for (const Risk risk : kRisks)
            if (subsets.words[w].of(risk) != 0)
                reached[static_cast<std::size_t>(risk)] = true;
    for (const Levels& levels : alone)
        for (const Risk risk : kRisks)
            if (levels.of(risk) != 0)
                reached[static_cast<std::size_t>(risk)] = true;
    return reached;
}

std::optional<Risk> highestOf(const std::array<bool, 3>& reached) {
    for (std::size_t i = reached.size(); i-- > 0;)
        if (reached[i])
            return kRisks[i];
    return std::nullopt;
}

/// "nothing ticked", or "a, b ticked".
std::string describeState(const Tables& t, std::size_t state) {
    std::string ids;
    for (std::size_t k = 0; k < t.practices.size(); ++k)
        if ((state >> k & 1U) != 0)
            ids += (ids.empty() ? "" : ", ") + t.question.choices[t.practices[k]].id;
    return ids.empty() ? "nothing ticked" : ids + " ticked";
}

std::string_view levelName(const Tables& t, std::size_t state) {
    for (const Risk risk : kRisks)
        if (t.subsets.has(risk, state))
            return toText(risk);
    return toText(State::Unmatched);
}

/// The states in which `wrong(without, with)` is true, where `with` is `without` plus practice k; calls it word by word
/// with both aligned to the state without the practice. Gives the lowest such state.
template <typename Wrong> std::optional<std::size_t> findPair(const TruthTable& table, std::size_t k, Wrong wrong) {
    if (k < kCounting.size()) {
        const std::size_t shift = std::size_t{1} << k;
        const Word without = ~kCounting[k] & table.valid();
        for (std::size_t w = 0; w < table.words.size(); ++w) {
            const Levels& l = table.words[w];
            const Word found = without & wrong(l, Levels{l.high >> shift, l.medium >> shift, l.none >> shift});
            if (found != 0)
                return w * 64 + static_cast<std::size_t>(std::countr_zero(found));
        }
        return std::nullopt;
    }
    const std::size_t stride = std::size_t{1} << (k - kCounting.size());
    for (std::size_t w = 0; w < table.words.size(); ++w) {
        if ((w & stride) != 0)
            continue;
        const Word found = wrong(table.words[w], table.words[w + stride]);
        if (found != 0)
            return w * 64 + static_cast<std::size_t>(std::countr_zero(found));
    }
    return std::nullopt;
}

class Linter {
public:
    LintReport take() { return std::move(m_report); }
    void judge(const Question& question, std::string pointer);

private:
    void add(std::size_t number, std::string pointer, std::string text, std::string fix) {
        ++m_report.counts[number - 1];
        m_report.messages.push_back(
            {fmt::format("S10{}", number), std::move(pointer), std::move(text), std::move(fix)});
    }
    void unreachedLevels(const Tables& t);
    void raising(const Tables& t);
    void endStates(const Tables& t);
    void noneAlone(const Tables& t);
    void unmatched(const Tables& t);
    void idleChoices(const Tables& t);

    LintReport m_report;
};

void Linter::judge(const Question& question, std::string pointer) {
    Tables t{question, std::move(pointer), {}, {}, {}, {}, {}};
    splitChoices(question, t.practices, t.noneChoices);
    RuleProgram program(question);
    if (!canTabulate(program, t.practices.size()))
        return;
    std::vector<Word> ticked(question.choices.size());
    t.subsets = tabulate(program, t.practices, ticked);
    t.alone = tabulateAlone(program, t.noneChoices, question.choices.size());
    t.reached = reachedLevels(t.subsets, t.alone);
    unreachedLevels(t);
    raising(t);
    endStates(t);
    noneAlone(t);
    unmatched(t);
    idleChoices(t);
}

void Linter::unreachedLevels(const Tables& t) {
    std::string levels;
    for (const Risk risk : kRisks) {
        const bool declared = std::any_of(t.question.rules.begin(), t.question.rules.end(),
                                          [&](const RiskRule& rule) { return rule.risk == risk; });
        if (declared && !t.reached[static_cast<std::size_t>(risk)])
            levels += fmt::format("{}{}", levels.empty() ? "" : " and ", toText(risk));
    }
    if (!levels.empty())
        add(1, t.pointer,
            fmt::format("No state of question \"{}\" reaches the declared level {}.", t.question.id, levels),
            "Remove the rule, or change the rules before it so that it can fire.");
}

void Linter::raising(const Tables& t) {
    std::optional<std::pair<std::size_t, std::size_t>> first; // state, practice
    for (std::size_t k = 0; k < t.practices.size(); ++k) {
        const auto state = findPair(t.subsets, k, [](const Levels& without, const Levels& with) {
            return (without.none & (with.medium | with.high)) | (without.medium & with.high);
        });
        if (state && (!first || *state < first->first))
            first = {*state, k};
    }
    if (!first)
        return;
    const auto [state, k] = *first;
    add(2, t.pointer,
        fmt::format("In question \"{}\", ticking {} raises the risk from {} to {} (with {}).", t.question.id,
                    t.question.choices[t.practices[k]].id, levelName(t, state),
                    levelName(t, state | std::size_t{1} << k), describeState(t, state)),
        "Write the rules so that one more practice never makes the risk higher.");
}

void Linter::endStates(const Tables& t) {
    const std::size_t all = t.subsets.states() - 1;
    if (!t.subsets.has(Risk::None, all))
        add(3, t.pointer,
            fmt::format("Question \"{}\" with all practices ticked is {}, not NONE.", t.question.id, levelName(t, all)),
            "Make the NO_RISK condition true when every practice is in place.");
    if (t.subsets.has(Risk::None, 0))
        add(4, t.pointer, fmt::format("Question \"{}\" with nothing ticked evaluates to NONE.", t.question.id),
            "Make the NO_RISK condition ask for at least one practice.");
}

void Linter::noneAlone(const Tables& t) {
    const auto highest = highestOf(t.reached);
    if (!highest)
        return;
    for (std::size_t i = 0; i < t.noneChoices.size(); ++i) {
        const Levels& levels = t.alone[i / 64];
        const Word bit = Word{1} << (i % 64);
        if ((levels.matched() & bit) != 0 && (levels.of(*highest) & bit) == 0) {
            add(6, t.pointer,
                fmt::format("In question \"{}\", {} alone scores {}, below the highest level {}.", t.question.id,
                            t.question.choices[t.noneChoices[i]].id,
                            (levels.none & bit) != 0 ? toText(Risk::None) : toText(Risk::Medium), toText(*highest)),
                "Let the none-choice alone give the highest risk.");
            return;
        }
    }
}

void Linter::unmatched(const Tables& t) {
    const auto report = [&](const std::string& state) {
        add(7, t.pointer, fmt::format("In question \"{}\", no rule matches with {}.", t.question.id, state),
            "Add a rule with the condition \"default\" at the end.");
    };
    for (std::size_t w = 0; w < t.subsets.words.size(); ++w) {
        const Word something = w == 0 ? t.subsets.valid() & ~Word{1} : t.subsets.valid();
        const Word open = something & ~t.subsets.words[w].matched();
        if (open != 0)
            return report(describeState(t, w * 64 + static_cast<std::size_t>(std::countr_zero(open))));
    }
    for (std::size_t i = 0; i < t.noneChoices.size(); ++i)
        if ((t.alone[i / 64].matched() >> (i % 64) & 1U) == 0)
            return report(t.question.choices[t.noneChoices[i]].id + " ticked");
}

void Linter::idleChoices(const Tables& t) {
    for (std::size_t k = 0; k < t.practices.size(); ++k) {
        const auto differs = findPair(t.subsets, k, [](const Levels& without, const Levels& with) {
            return (without.high ^ with.high) | (without.medium ^ with.medium) | (without.none ^ with.none);
        });
        if (!differs)
            add(5, childPointer(childPointer(t.pointer, "choices"), t.practices[k]),
                fmt::format("Choice {} of question \"{}\" never changes the risk.",
                            t.question.choices[t.practices[k]].id, t.question.id),
                "Use the choice in a rule, or remove it.");
    }
}

} // namespace

LintReport lint(const Lens& lens) {
    Linter linter;
    for (std::size_t p = 0; p < lens.pillars.size(); ++p)
        for (std::size_t q = 0; q < lens.pillars[p].questions.size(); ++q)
            linter.judge(lens.pillars[p].questions[q], fmt::format("/pillars/{}/questions/{}", p, q));
    return linter.take();
}

/// Practices that no rule names cannot change a level; they only decide whether something is ticked while all others
/// are not. Where even the named ones are too many for a table, the declared levels bound what can be reached.
Reachable reachable(const Question& question) {
    std::vector<std::size_t> practices, noneChoices, named;
    splitChoices(question, practices, noneChoices);
    RuleProgram program(question);
    std::copy_if(practices.begin(), practices.end(), std::back_inserter(named),
                 [&](std::size_t choice) { return program.mentions(choice); });
    std::array<bool, 3> reached{};
    if (canTabulate(program, named.size())) {
        std::vector<Word> ticked(question.choices.size());
        const TruthTable subsets = tabulate(program, named, ticked);
        reached = reachedLevels(subsets, tabulateAlone(program, noneChoices, question.choices.size()));
    } else {
        for (const RiskRule& rule : question.rules)
            reached[static_cast<std::size_t>(rule.risk)] = true;
    }
    const auto worst = highestOf(reached);
    if (!worst)
        return {};
    return {*worst, reached[0] ? Risk::None : reached[1] ? Risk::Medium : Risk::High};
}

} // namespace plumb::lens
