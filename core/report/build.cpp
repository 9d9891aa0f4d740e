// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Puts the report together: cover, chapters, numbers of chapters. Also the small parts that all sections share.
#include "core/report/build.h"

#include "core/report/sections.h"
#include "core/report/words.h"

#include <cctype>
#include <fmt/format.h>

namespace plumb::report {
namespace {

std::string joined(const std::vector<std::string>& parts, std::string_view between = ", ") {
    std::string out;
    for (const std::string& part : parts)
        out += (out.empty() ? std::string() : std::string(between)) + part;
    return out;
}

std::vector<std::string> lensNames(const Context& c) {
    std::vector<std::string> names;
    for (const review::ReviewLens& lens : c.review.lenses)
        names.push_back(lensName(lens));
    return names;
}

std::string scaleNote(const score::ScopeScore& s) {
    if (s.applicable == 0)
        return s.questions == 0 ? "No questionnaire has been chosen yet." : "No question applies to this workload.";
    const auto all = plural(static_cast<std::size_t>(s.applicable), "question");
    if (!s.score)
        return s.applicable == 1 ? "No score yet: the only question is not answered."
                                 : fmt::format("No score yet: none of {} is answered.", all);
    const auto open = static_cast<std::size_t>(s.applicable - s.answered);
    if (open == 0 && s.applicable == 1)
        return "The only question is answered, so nothing is left to move it.";
    if (open == 0)
        return fmt::format("All {} are answered, so nothing is left to move it.", all);
    return fmt::format("Hatched: where it can still land, {} to {}, while {} of {} {} open.", wholeNumber(s.worst),
                       wholeNumber(s.best), open, all, open == 1 ? "is" : "are");
}

Cover coverOf(const Context& c) {
    const review::Workload& w = c.review.workload;
    Cover cover;
    cover.title = cleaned(w.name);
    const auto names = lensNames(c);
    cover.subtitle = names.empty() ? "Well-Architected review of an AI workload"
                                   : "Well-Architected review of an AI workload: " + joined(names);
    cover.client = cleaned(w.client);
    cover.author = oneLine(c.options.author);
    cover.date = longDate(dayOf(c.options.now));
    cover.mark = c.options.mark;
    cover.version = c.options.mark.empty() ? "Final" : c.options.mark;
    cover.classification = c.options.classification;
    cover.scale = scaleOf(c.scores.overall());
    cover.scaleNote = scaleNote(c.scores.overall());
    cover.facts.emplace_back("Date", cover.date);
    cover.facts.emplace_back("Version", cover.version);
    if (!w.owner.empty())
        cover.facts.emplace_back("Workload owner", cleaned(w.owner));
    if (!w.environment.empty())
        cover.facts.emplace_back("Environment", cleaned(w.environment));
    if (!w.regions.empty())
        cover.facts.emplace_back("Regions", cleaned(w.regions));
    if (!w.industry.empty())
        cover.facts.emplace_back("Industry", cleaned(w.industry));
    if (!c.review.participants.empty())
        cover.facts.emplace_back("Who took part", plural(c.review.participants.size(), "person", "people"));
    return cover;
}

void numberChapters(Document& document) {
    int number = 0;
    for (Section& section : document.sections)
        if (section.id != "summary")
            section.label = fmt::format("Chapter {}", ++number);
}

} // namespace

Context makeContext(const review::Review& review, const score::Scores& scores, const Options& options) {
    Context context{review, scores, options, {}};
    for (const review::ReviewLens& lens : review.lenses)
        for (const lens::Pillar& pillar : lens.lens->pillars) {
            std::size_t number = 0;
            for (const lens::Question& question : pillar.questions) {
                Item item{&lens,     &pillar,
                          &question, &lens.overlay->question(question.id),
                          nullptr,   {lens.lens->id, question.id},
                          ++number,  lens::State::Unanswered,
                          1,         {}};
                item.answer = &review.answer(item.key);
                if (const score::QuestionScore* known = scores.question(item.key)) {
                    item.state = known->state;
                    item.weight = known->weight;
                }
                item.anchor = anchorOf(item.key.lens, item.key.question);
                context.items.push_back(std::move(item));
            }
        }
    return context;
}

std::string lensName(const review::ReviewLens& lens) {
    return lens.overlay->shortName.empty() ? cleaned(lens.lens->name) : cleaned(lens.overlay->shortName);
}

std::string pillarName(const Item& item) {
    const auto& shortName = item.lens->overlay->pillar(item.pillar->id).shortName;
    return cleaned(shortName.empty() ? item.pillar->name : shortName);
}

std::string shortTitle(const Item& item) {
    return item.overlay->shortTitle.empty() ? shortened(oneLine(item.question->title), 60)
                                            : cleaned(item.overlay->shortTitle);
}

std::string place(const Context& c, const Item& item) {
    if (c.review.lenses.size() == 1)
        return fmt::format("{} {}", pillarName(item), item.number);
    return fmt::format("{} · {} {}", lensName(*item.lens), pillarName(item), item.number);
}

Text why(const Item& item, std::size_t titleLimit) {
    return explainInWords(*item.question,
                          lens::explain(*item.question, review::toSelection(*item.question, *item.answer)), titleLimit);
}

Text withoutKeys(const Text& text) {
    Text out;
    for (const Span& span : text) {
        if (span.style == Span::Style::Key) {
            if (!out.empty() && out.back().text.ends_with(' '))
                out.back().text.pop_back();
        } else
            out.push_back(span);
    }
    return out;
}

Span plain(std::string text) {
    return {Span::Style::Plain, std::move(text), {}, std::nullopt};
}
Span strong(std::string text) {
    return {Span::Style::Strong, std::move(text), {}, std::nullopt};
}
Span meta(std::string text) {
    return {Span::Style::Meta, std::move(text), {}, std::nullopt};
}
Span link(std::string text, std::string url) {
    return {Span::Style::Link, std::move(text), std::move(url), std::nullopt};
}
Span marked(lens::State state, std::string text) {
    return {Span::Style::Plain, std::move(text), {}, state};
}
Span questionLink(const Context& context, const Item& item, std::string text) {
    return context.options.allQuestions ? link(std::move(text), "#" + item.anchor) : plain(std::move(text));
}
Span questionPage(const Context& context, const Item& item) {
    if (!context.options.allQuestions)
        return plain("");
    return {Span::Style::PageRef, item.question->id, "#" + item.anchor, std::nullopt};
}
Paragraph paragraph(Text text, Paragraph::Role role) {
    return {role, std::move(text)};
}
ScoreScale scaleOf(const score::ScopeScore& score) {
    return {score.score, score.verified, std::nullopt, score.worst, score.best};
}
std::string upperFirst(std::string_view text) {
    std::string out(text);
    if (!out.empty())
        out[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(out[0])));
    return out;
}

Document build(const review::Review& review, const score::Scores& scores, const Options& options) {
    const Context context = makeContext(review, scores, options);
    Document document;
    document.cover = coverOf(context);
    document.subject = document.cover.subtitle;
    document.keywords = joined(lensNames(context));
    document.producer = options.version.empty() ? "Plumbline" : "Plumbline " + options.version;
    document.createdMs = options.now.ms;
    document.sections.push_back(summarySection(context));
    document.sections.push_back(readingSection(context));
    document.sections.push_back(resultsSection(context));
    document.sections.push_back(openSection(context));
    document.sections.push_back(pillarsSection(context));
    if (options.allQuestions)
        for (Section& section : answerSections(context))
            document.sections.push_back(std::move(section));
    document.sections.push_back(evidenceSection(context));
    document.sections.push_back(methodSection(context));
    numberChapters(document);
    return document;
}

} // namespace plumb::report
