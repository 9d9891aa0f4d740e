// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The review in one page: verdict, numbers, heat map, risks to close first, what is not known yet.
#include "core/report/sections.h"
#include "core/report/words.h"

#include <algorithm>
#include <fmt/format.h>

namespace plumb::report {
namespace {

constexpr std::size_t kTopRisks = 5;

Section part(std::string label, std::vector<Block> blocks) {
    Section section;
    section.label = std::move(label);
    section.level = 2;
    section.blocks = std::move(blocks);
    return section;
}

std::string openRisks(const score::ScopeScore& s) {
    if (s.high > 0 && s.medium > 0)
        return fmt::format("{} high and {} medium {} open", s.high, s.medium,
                           s.high + s.medium == 1 ? "risk is" : "risks are");
    const int n = s.high > 0 ? s.high : s.medium;
    if (n == 0)
        return "no high or medium risk is open";
    return fmt::format("{} {} {} open", n, s.high > 0 ? "high" : "medium", n == 1 ? "risk is" : "risks are");
}

Paragraph scoreSentence(const score::ScopeScore& s) {
    if (s.applicable == 0)
        return paragraph(
            {plain(s.questions == 0 ? "Nothing to judge yet: this review has no questionnaire."
                                    : "Nothing to judge: no question of this review applies to the workload.")},
            Paragraph::Role::Lead);
    if (!s.label)
        return paragraph(
            {plain(s.applicable == 1
                       ? std::string("Nothing to judge yet: the only question is not answered.")
                       : fmt::format("Nothing to judge yet: none of {} questions is answered.", s.applicable))},
            Paragraph::Role::Lead);
    const std::size_t open = static_cast<std::size_t>(s.applicable - s.answered);
    const std::string rest =
        open == 0 ? "Every question that applies is answered."
                  : fmt::format("{} of {} {} not answered yet.", open,
                                plural(static_cast<std::size_t>(s.applicable), "question"), open == 1 ? "is" : "are");
    return paragraph({plain("The workload is "), strong(std::string(score::toText(*s.label))),
                      plain(fmt::format(": {}. {}", openRisks(s), rest))},
                     Paragraph::Role::Lead);
}

/// "one endpoint per model; no drift monitor".
std::string missingSigns(const score::Readiness& readiness, score::Readiness::Sign::Status status) {
    std::string out;
    for (const auto& sign : readiness.signs)
        if (sign.status == status)
            out += (out.empty() ? "" : "; ") + cleaned(sign.missing.empty() ? sign.name : sign.missing);
    return out;
}

Paragraph readinessSentence(const score::Readiness& r) {
    using Status = score::Readiness::Sign::Status;
    const auto count = [&](Status s) {
        return static_cast<std::size_t>(
            std::count_if(r.signs.begin(), r.signs.end(), [s](auto& x) { return x.status == s; }));
    };
    const std::size_t all = r.signs.size(), there = count(Status::InPlace);
    Text text;
    switch (r.verdict) {
    case score::Readiness::Verdict::Production:
        text = {plain("It is built for "), strong("production"),
                plain(fmt::format(": all {} signs of a production architecture are in place.", small(all)))};
        break;
    case score::Readiness::Verdict::ProofOfConcept: {
        text = {plain("It is a "), strong("proof of concept in production"),
                plain(fmt::format(": {} of {} signs of a production architecture {} in place.", small(there),
                                  small(all), there == 1 ? "is" : "are"))};
        if (const std::string gone = missingSigns(r, Status::Missing); !gone.empty())
            text.push_back(plain(fmt::format(" In the way: {}.", gone)));
        if (const std::string partly = missingSigns(r, Status::Partly); !partly.empty())
            text.push_back(plain(fmt::format(" Half way: {}.", partly)));
        break;
    }
    case score::Readiness::Verdict::NotDetermined:
        text = {plain("Whether it is built for production is "), strong("not determined"),
                plain(fmt::format(": {} of {} signs {} not answered yet.", small(count(Status::Unanswered)), small(all),
                                  count(Status::Unanswered) == 1 ? "is" : "are"))};
        break;
    }
    return paragraph(std::move(text));
}

KeyFigures numbers(const score::ScopeScore& s) {
    KeyFigures figures;
    figures.items.push_back({fmt::format("Score, range {} to {}", wholeNumber(s.worst), wholeNumber(s.best)),
                             s.score ? wholeNumber(*s.score) : "–", s.score ? "of 100" : "no answer yet",
                             fmt::format("{} answered, by weight", percent(s.coverage))});
    figures.items.push_back({"High risks open", std::to_string(s.high), "", fmt::format("and {} medium", s.medium)});
    figures.items.push_back({"Verified score", s.verified ? wholeNumber(*s.verified) : "–", s.verified ? "of 100" : "",
                             "shown or verified only"});
    return figures;
}

/// The worst first: High, then faults of the lens, then Medium; then by weight, then by likelihood times impact.
std::vector<const Item*> ranked(const Context& c) {
    std::vector<const Item*> items;
    for (const Item& item : c.items)
        if (item.raised())
            items.push_back(&item);
    const auto rank = [](const Item& item) {
        return item.state == lens::State::High ? 0 : item.state == lens::State::Unmatched ? 1 : 2;
    };
    std::stable_sort(items.begin(), items.end(), [&](const Item* a, const Item* b) {
        if (rank(*a) != rank(*b))
            return rank(*a) < rank(*b);
        if (a->weight != b->weight)
            return a->weight > b->weight;
        return a->overlay->likelihood * a->overlay->impact > b->overlay->likelihood * b->overlay->impact;
    });
    return items;
}

/// The first sentence of the why, which says what is not in place.
Text firstSentence(const Text& whole) {
    Text out;
    for (const Span& span : withoutKeys(whole)) {
        const std::size_t end = span.text.find('\n');
        out.push_back({Span::Style::Meta, span.text.substr(0, end), {}, span.mark});
        if (end != std::string::npos)
            break;
    }
    return out;
}

/// With many lenses the heat map takes the room of the second lines.
Block topRisks(const Context& c, const std::vector<const Item*>& items) {
    if (items.empty())
        return paragraph({plain(c.scores.overall().answered == 0 ? "None is known before the first answer."
                                                                 : "None: no answered question is above no risk.")});
    constexpr std::size_t kLensesWithWhy = 5;
    Table table;
    table.columns = {{"", false, 0.05}, {"Risk", false, 0.86}, {"Page", true, 0.09}};
    for (std::size_t i = 0; i < std::min(items.size(), kTopRisks); ++i) {
        const Item& item = *items[i];
        Text risk{questionLink(c, item, shortTitle(item)), meta("  " + place(c, item))};
        if (c.review.lenses.size() <= kLensesWithWhy) {
            risk.push_back(plain("\n"));
            for (Span& span : firstSentence(why(item, 58)))
                risk.push_back(std::move(span));
        }
        table.rows.push_back({{marked(item.state)}, std::move(risk), {questionPage(c, item)}});
    }
    return table;
}

Paragraph notAnswered(const Context& c) {
    std::string list;
    for (const review::ReviewLens& lens : c.review.lenses) {
        const score::ScopeScore s = c.scores.cell(c.review, lens.lens->id, "");
        if (s.applicable > s.answered)
            list += fmt::format("{}{} {} of {}", list.empty() ? "" : ", ", lensName(lens), s.applicable - s.answered,
                                s.applicable);
    }
    std::size_t verify = 0, parked = 0;
    for (const Item& item : c.items) {
        verify += item.answer->needsVerification ? 1 : 0;
        parked += item.answer->parked ? 1 : 0;
    }
    Text text{plain(c.items.empty() ? "There are no questions yet."
                    : list.empty()  ? "Every question that applies is answered."
                                    : fmt::format("Not answered: {}.", list))};
    if (verify > 0)
        text.push_back(plain(fmt::format(" {} for verification.",
                                         verify == 1 ? "1 answer waits" : fmt::format("{} answers wait", verify))));
    if (parked > 0)
        text.push_back(
            plain(fmt::format(" {} parked.", parked == 1 ? "1 topic is" : fmt::format("{} topics are", parked))));
    return paragraph(std::move(text));
}

Paragraph readOn(const Context& c) {
    const auto page = [](std::string id) { return Span{Span::Style::PageRef, id, "#" + id, std::nullopt}; };
    Text text{plain("How to read the scores: page "),
              page("how-to-read"),
              plain(". Results: page "),
              page("results"),
              plain(". Pillars: page "),
              page("pillars")};
    if (c.options.allQuestions && !c.review.lenses.empty()) {
        text.push_back(plain(". Every answer: page "));
        text.push_back(page("answers-" + c.review.lenses.front().lens->id));
    }
    text.push_back(plain(". Evidence: page "));
    text.push_back(page("evidence"));
    text.push_back(plain("."));
    return paragraph(std::move(text), Paragraph::Role::Small);
}

} // namespace

Section summarySection(const Context& c) {
    const score::ScopeScore& overall = c.scores.overall();
    Section section;
    section.id = "summary";
    section.title = "The review in one page";
    section.newPage = true;
    section.onePage = true;
    std::vector<Block> verdict{scoreSentence(overall)};
    if (hasReadiness(c))
        verdict.push_back(readinessSentence(c.scores.readiness(c.review)));
    section.children.push_back(part("Verdict", std::move(verdict)));
    section.children.push_back(part("Three numbers", {numbers(overall)}));
    if (!c.review.lenses.empty())
        section.children.push_back(part("Lenses and pillars", {heatMapFigure(c, true)}));
    const auto items = ranked(c);
    const std::size_t shown = std::min(items.size(), kTopRisks);
    section.children.push_back(
        part(shown < 2 ? std::string("Risks to close first") : fmt::format("{} risks to close first", counted(shown)),
             {topRisks(c, items)}));
    section.children.push_back(part("Not known yet", {notAnswered(c)}));
    section.children.push_back(part("Where to read on", {readOn(c)}));
    return section;
}

} // namespace plumb::report
