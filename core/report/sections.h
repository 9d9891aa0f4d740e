// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The sections of a report, one function each, and what they share. Private to core/report. Facilitator cards and vote
// names have no way in here; private notes only through Options::privateNotes.
#pragma once

#include "core/report/build.h"

#include <map>
#include <string>
#include <vector>

namespace plumb::report {

/// One question of the review with everything about it at hand.
struct Item {
    const review::ReviewLens* lens = nullptr;
    const lens::Pillar* pillar = nullptr;
    const lens::Question* question = nullptr;
    const lens::QuestionOverlay* overlay = nullptr;
    const review::Answer* answer = nullptr;
    QuestionKey key;
    std::size_t number = 0; ///< in its pillar, from 1
    lens::State state = lens::State::Unanswered;
    double weight = 1;
    std::string anchor; ///< of its record

    [[nodiscard]] bool raised() const noexcept {
        return state == lens::State::High || state == lens::State::Medium || state == lens::State::Unmatched;
    }
};

struct Context {
    const review::Review& review;
    const score::Scores& scores;
    const Options& options;
    std::vector<Item> items; ///< review order
};

[[nodiscard]] Context makeContext(const review::Review& review, const score::Scores& scores, const Options& options);

[[nodiscard]] std::string lensName(const review::ReviewLens& lens); ///< short name, else the lens's name
[[nodiscard]] std::string pillarName(const Item& item);             ///< short name, else the pillar's name
[[nodiscard]] std::string shortTitle(const Item& item);             ///< overlay's, else the question cut at 60
[[nodiscard]] std::string place(const Context& c,
                                const Item& item); ///< "Generative AI · Cost 5"; with one lens "Cost 5"
[[nodiscard]] Text why(const Item& item, std::size_t titleLimit = 64); ///< explainInWords of the present answer
/// The same where no choices with their keys stand beside it.
[[nodiscard]] Text withoutKeys(const Text& text);

[[nodiscard]] Span plain(std::string text);
[[nodiscard]] Span strong(std::string text);
[[nodiscard]] Span meta(std::string text);
[[nodiscard]] Span link(std::string text, std::string url);
[[nodiscard]] Span marked(lens::State state, std::string text = {});
/// A link to the question's record, or its plain title when the report has no records.
[[nodiscard]] Span questionLink(const Context& context, const Item& item, std::string text);
[[nodiscard]] Span questionPage(const Context& context, const Item& item);
[[nodiscard]] Paragraph paragraph(Text text, Paragraph::Role role = Paragraph::Role::Body);
[[nodiscard]] ScoreScale scaleOf(const score::ScopeScore& score);
[[nodiscard]] std::string upperFirst(std::string_view text);

// --- sections
// ----------------------------------------------------------------------------------------------------------
[[nodiscard]] Section summarySection(const Context& context);
[[nodiscard]] Section readingSection(const Context& context);
[[nodiscard]] Section resultsSection(const Context& context); ///< heat map, lenses, phases, readiness
/// All lenses, or in `brief` form at most six rows.
[[nodiscard]] Figure heatMapFigure(const Context& context, bool brief);
[[nodiscard]] bool hasReadiness(const Context& context);
[[nodiscard]] Section openSection(const Context& context); ///< unanswered, to verify, parked
[[nodiscard]] Section pillarsSection(const Context& context);
[[nodiscard]] std::vector<Section> answerSections(const Context& context); ///< one chapter a lens
[[nodiscard]] Section evidenceSection(const Context& context);
[[nodiscard]] Section methodSection(const Context& context);

} // namespace plumb::report
