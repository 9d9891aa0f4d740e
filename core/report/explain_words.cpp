// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The why sentence of a question. The first sentence states facts of the answer that the deciding rule reads; the
// second states what the search for smaller risks found. Neither paraphrases a rule, so both stay true for any rule a
// lens can have, dead rules and negations included.
#include "core/report/build.h"
#include "core/report/words.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace plumb::report {
namespace {

using lens::Explanation;
using lens::Lowering;
using lens::State;
using Indices = std::vector<std::size_t>;

constexpr std::size_t kNamed = 3;        ///< more choices than this are counted, not listed
constexpr std::size_t kSetsCapped = 16;  ///< explain() lists at most this many sets a level
constexpr std::size_t kSearchBound = 20; ///< beyond this many practices the search is bounded

bool isDefaultRule(const lens::Question& question, const Explanation& e) {
    return e.rule && *e.rule < question.rules.size() && question.rules[*e.rule].condition.isDefault();
}

bool same(Indices a, Indices b) {
    std::sort(a.begin(), a.end());
    std::sort(b.begin(), b.end());
    return a == b;
}

std::size_t binomial(std::size_t n, std::size_t k) {
    std::size_t result = 1;
    for (std::size_t i = 1; i <= k; ++i)
        result = result * (n - k + i) / i;
    return result;
}

/// What the deciding rule's terms say about the answer, each choice once.
struct Facts {
    Indices missing; ///< practices that are not in place and that the rule looks for
    Indices inPlace;
    Indices against; ///< ticked, and the lower rule wants it clear
    Indices absent;  ///< a rule for None wants it clear, and it is
    Indices neutral; ///< not applicable
    Indices none;    ///< ticked none-choices
};

Facts factsOf(const lens::Question& question, const Explanation& e) {
    Facts facts;
    std::set<std::size_t> seen;
    const bool byDefault = isDefaultRule(question, e);
    for (const lens::Term& term : e.terms) {
        if (term.choice >= question.choices.size() || !seen.insert(term.choice).second)
            continue;
        if (term.notApplicable)
            facts.neutral.push_back(term.choice);
        else if (question.choices[term.choice].isNone) {
            if (term.selected)
                facts.none.push_back(term.choice);
        } else if (e.state == State::None) {
            if (term.selected && !term.negated)
                facts.inPlace.push_back(term.choice);
            else if (!term.selected && term.negated)
                facts.absent.push_back(term.choice);
        } else if (byDefault) {
            if (!term.selected && !term.negated)
                facts.missing.push_back(term.choice);
            else if (term.selected && term.negated)
                facts.against.push_back(term.choice);
        } else if (!term.selected && term.negated)
            facts.missing.push_back(term.choice);
        else if (term.selected && !term.negated)
            facts.inPlace.push_back(term.choice);
    }
    return facts;
}

/// Writes the two sentences into a Text; neighbouring plain pieces are joined.
class Writer {
public:
    Writer(const lens::Question& question, const Explanation& explanation, std::size_t titleLimit)
        : m_question(question), m_e(explanation), m_limit(titleLimit), m_facts(factsOf(question, explanation)) {}

    Text write() {
        switch (m_e.state) {
        case State::Unanswered:
            unanswered();
            break;
        case State::NotApplicable:
            plain("This question does not apply to the workload, so it counts neither way.");
            break;
        case State::Unmatched:
            unmatched();
            break;
        case State::None:
            none();
            break;
        case State::Medium:
        case State::High:
            raised();
            break;
        }
        return std::move(m_out);
    }

private:
    void plain(std::string_view text) {
        if (!m_out.empty() && m_out.back().style == Span::Style::Plain && m_out.back().url.empty())
            m_out.back().text += text;
        else
            m_out.push_back({Span::Style::Plain, std::string(text), {}, std::nullopt});
    }
    void state(lens::Risk risk) {
        const State shown = toState(risk);
        m_out.push_back({Span::Style::Plain, std::string(stateWord(shown)), {}, shown});
    }
    void choice(std::size_t index) {
        plain(fmt::format("“{}”", shortened(oneLine(m_question.choices[index].title), m_limit)));
        if (const std::string key = choiceKey(m_question, index); !key.empty()) {
            plain(" ");
            m_out.push_back({Span::Style::Key, key, {}, std::nullopt});
        }
    }
    /// "A", "A and B", "A, B and C".
    void list(const Indices& choices, std::string_view last) {
        for (std::size_t i = 0; i < choices.size(); ++i) {
            if (i > 0)
                plain(i + 1 == choices.size() ? fmt::format(" {} ", last) : std::string(", "));
            choice(choices[i]);
        }
    }
    /// "A, B and C among them".
    void among(const Indices& choices) {
        list({choices.begin(), choices.begin() + 2}, "and");
        plain(" among them");
    }
    void areInPlace(const Indices& choices, std::string_view word) {
        if (choices.size() > kNamed) {
            plain(fmt::format("{} practices are {}, ", counted(choices.size()), word));
            among(choices);
        } else {
            list(choices, "and");
            plain(fmt::format(" {} {}", choices.size() == 1 ? "is" : "are", word));
        }
    }
    void areMissing(const Indices& choices) {
        if (choices.size() == 1) {
            choice(choices[0]);
            plain(" is not in place");
        } else if (choices.size() == 2) {
            plain("Neither ");
            list(choices, "nor");
            plain(" is in place");
        } else if (choices.size() <= kNamed) {
            plain("None of ");
            list(choices, "and");
            plain(" is in place");
        } else {
            plain(fmt::format("{} practices are not in place, ", counted(choices.size())));
            among(choices);
        }
    }
    void butNot(const Indices& choices) {
        if (choices.size() > kNamed) {
            plain(fmt::format(", but {} others are not", choices.size()));
            return;
        }
        plain(choices.size() == 1 ? ", but not " : choices.size() == 2 ? ", but neither " : ", but none of ");
        list(choices, choices.size() == 2 ? "nor" : "and");
    }
    void neutral() {
        if (m_facts.neutral.empty())
            return;
        plain(" ");
        if (m_facts.neutral.size() > kNamed)
            plain(fmt::format("{} choices are not applicable and count neither way.", counted(m_facts.neutral.size())));
        else {
            list(m_facts.neutral, "and");
            plain(m_facts.neutral.size() == 1 ? " is not applicable and counts neither way."
                                              : " are not applicable and count neither way.");
        }
    }

    void unanswered() {
        plain("Not answered yet. ");
        if (m_question.worstReachable == m_question.bestReachable) {
            plain("Every answer gives ");
            state(m_question.bestReachable);
        } else {
            plain("The answer can bring it anywhere from ");
            state(m_question.worstReachable);
            plain(" to ");
            state(m_question.bestReachable);
        }
        plain(".");
    }
    void unmatched() {
        plain("No rule of the lens covers this answer, which is a fault of the lens. It is counted as ");
        state(m_question.worstReachable);
        plain(", the highest risk the question can reach.");
        lowering();
    }
    bool always() { // a default rule that stands first decides whatever is ticked
        if (!isDefaultRule(m_question, m_e) || *m_e.rule != 0)
            return false;
        plain("Every answer to this question gives ");
        state(m_question.rules[0].risk);
        plain("; the lens has no other rule for it.");
        return true;
    }
    void none() {
        if (always())
            return;
        if (!m_facts.inPlace.empty())
            areInPlace(m_facts.inPlace, "in place");
        else if (!m_facts.absent.empty() && m_facts.absent.size() <= kNamed) {
            list(m_facts.absent, "and");
            plain(m_facts.absent.size() == 1 ? " is not ticked" : " are not ticked");
        } else if (!m_facts.none.empty()) {
            list(m_facts.none, "and");
            plain(" is ticked");
        } else
            plain("Nothing that would raise the risk holds");
        plain(".");
        neutral();
    }
    void raised() {
        if (always())
            return;
        const bool high = m_e.state == State::High;
        if (!m_facts.none.empty()) {
            list(m_facts.none, "and");
            plain(" is ticked.");
            if (!m_facts.missing.empty())
                plain(" ");
        }
        if (!m_facts.inPlace.empty()) {
            if (!m_facts.none.empty() && m_facts.missing.empty())
                plain(" ");
            areInPlace(m_facts.inPlace, high ? "ticked" : "in place");
            if (!m_facts.missing.empty())
                butNot(m_facts.missing);
            plain(".");
        } else if (!m_facts.missing.empty()) {
            areMissing(m_facts.missing);
            plain(".");
        }
        if (!m_facts.against.empty()) {
            if (!m_out.empty())
                plain(" ");
            areInPlace(m_facts.against, "ticked");
            plain(", which counts against it.");
        }
        if (m_out.empty())
            plain(isDefaultRule(m_question, m_e) ? "No rule for a lower risk holds."
                                                 : "A rule of the lens decides this.");
        lowering();
        neutral();
    }

    // --- what would lower it ---------------------------------------------------------------------------------------
    void lowering() {
        std::vector<lens::Risk> levels;
        for (const Lowering& l : m_e.toLower)
            if (std::find(levels.begin(), levels.end(), l.reaches) == levels.end())
                levels.push_back(l.reaches);
        if (m_e.state == State::Unmatched && levels.empty())
            return;
        plain("\n");
        if (levels.empty()) {
            plain(m_question.choices.size() > kSearchBound ? "No small set of further practices lowers it."
                                                           : "No further practice lowers it.");
            return;
        }
        bool wholeSaid = false;
        for (std::size_t i = 0; i < levels.size(); ++i) {
            if (i > 0)
                plain("; ");
            if (!wholeSaid || !withAsWell(setsFor(levels[i])))
                wholeSaid = level(setsFor(levels[i]), i == 0);
            state(levels[i]);
        }
        plain(".");
    }
    std::vector<Indices> setsFor(lens::Risk risk) const {
        std::vector<Indices> sets;
        for (const Lowering& l : m_e.toLower)
            if (l.reaches == risk)
                sets.push_back(l.practices);
        return sets;
    }
    /// "with B as well, to" after a first part that spoke of everything missing.
    bool withAsWell(const std::vector<Indices>& sets) {
        if (sets.size() != 1 || sets[0].empty())
            return false;
        Indices more;
        std::size_t known = 0;
        for (const std::size_t c : sets[0]) {
            if (std::find(m_facts.missing.begin(), m_facts.missing.end(), c) == m_facts.missing.end())
                more.push_back(c);
            else
                ++known;
        }
        if (known != m_facts.missing.size() || more.empty() || more.size() > 2)
            return false;
        plain("with ");
        list(more, "and");
        plain(" as well, to ");
        return true;
    }
    /// One level's subject and verb. True when the subject was all that is missing.
    bool level(const std::vector<Indices>& sets, bool first) {
        const Indices& missing = m_facts.missing;
        if (sets[0].empty()) { // what is ticked besides the none-choice is enough
            plain(first ? "Clearing the none-choice lowers it to " : "clearing the none-choice lowers it to ");
            return false;
        }
        if (sets.size() == 1 && same(sets[0], missing)) {
            if (missing.size() == 1)
                plain(first ? "Putting it in place lowers the risk to " : "it lowers the risk to ");
            else
                plain(fmt::format("{} lower it to ",
                                  missing.size() == 2
                                      ? (first ? "Both" : "both")
                                      : fmt::format("{} {} together", first ? "All" : "all", small(missing.size()))));
            return true;
        }
        if (anyOf(sets, missing, first) || several(sets, first))
            return false;
        const Indices& set = sets[0];
        if (set.size() > kNamed) {
            plain(fmt::format("{} practices together, ", first ? counted(set.size()) : small(set.size())));
            among(set);
            plain(", lower it to ");
        } else {
            list(set, "and");
            plain(set.size() == 1 ? " lowers it to " : " together lower it to ");
        }
        return false;
    }
    /// Every k of the missing ones: "One of them", "Any two of them".
    bool anyOf(const std::vector<Indices>& sets, const Indices& missing, bool first) {
        const std::size_t k = sets[0].size();
        if (sets.size() < 2 || k >= missing.size() || sets.size() != binomial(missing.size(), k))
            return false;
        for (const Indices& set : sets)
            for (const std::size_t c : set)
                if (std::find(missing.begin(), missing.end(), c) == missing.end())
                    return false;
        if (k == 1)
            plain(missing.size() == 2 ? (first ? "One of them" : "one of them")
                                      : (first ? "Any one of them" : "any one of them"));
        else
            plain(fmt::format("{} {} of them", first ? "Any" : "any", small(k)));
        plain(k == 1 ? " lowers it to " : " lower it to ");
        return true;
    }
    /// Alternatives: "A or B", "A together with B or C", else the first of several sets.
    bool several(const std::vector<Indices>& sets, bool first) {
        if (sets.size() < 2)
            return false;
        Indices common = sets[0], rest;
        for (const Indices& set : sets)
            std::erase_if(common, [&](std::size_t c) { return std::find(set.begin(), set.end(), c) == set.end(); });
        for (const Indices& set : sets)
            for (const std::size_t c : set)
                if (std::find(common.begin(), common.end(), c) == common.end())
                    rest.push_back(c);
        const bool singles = common.size() + 1 == sets[0].size();
        const bool capped = sets.size() >= kSetsCapped;
        if (singles && sets.size() <= kNamed && common.size() <= 2) {
            if (!common.empty()) {
                list(common, "and");
                plain(" together with ");
            }
            list(rest, "or");
            plain(" lowers it to ");
        } else if (singles && common.empty()) {
            plain(fmt::format("{} one of {}{} practices, ", first ? "Any" : "any", capped ? "at least " : "",
                              sets.size()));
            among(rest);
            plain(", lowers it to ");
        } else {
            const Indices& set = sets[0];
            list({set.begin(), set.begin() + static_cast<std::ptrdiff_t>(std::min(set.size(), kNamed))}, "and");
            if (set.size() > kNamed)
                plain(fmt::format(" with {} more", small(set.size() - kNamed)));
            plain(sets.size() == 2 ? " together, or one other such set,"
                                   : fmt::format(" together, or one of {}{} other such sets,",
                                                 capped ? "at least " : "", small(sets.size() - 1)));
            plain(" lower it to ");
        }
        return true;
    }

    const lens::Question& m_question;
    const Explanation& m_e;
    std::size_t m_limit;
    Facts m_facts;
    Text m_out;
};

} // namespace

Text explainInWords(const lens::Question& question, const lens::Explanation& explanation, std::size_t titleLimit) {
    return Writer(question, explanation, titleLimit).write();
}

std::string plainText(const Text& text) {
    std::string out;
    for (const Span& span : text)
        out += span.style == Span::Style::Key ? "(" + span.text + ")" : span.text;
    return out;
}

} // namespace plumb::report
