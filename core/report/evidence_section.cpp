// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The evidence index, and what this report was made from: file, questionnaires, method, program.
#include "core/report/sections.h"
#include "core/report/words.h"

#include <algorithm>
#include <fmt/format.h>

namespace plumb::report {
namespace {

const Item* find(const Context& c, const QuestionKey& key) {
    const auto it = std::find_if(c.items.begin(), c.items.end(), [&](const Item& i) { return i.key == key; });
    return it == c.items.end() ? nullptr : &*it;
}

Text whatItIs(const review::Evidence& e) {
    Text text{strong(cleaned(e.title))};
    std::string second;
    const auto add = [&](std::string part) {
        if (!part.empty())
            second += (second.empty() ? "" : " · ") + part;
    };
    add(cleaned(e.source));
    if (e.fileName != e.title)
        add(cleaned(e.fileName));
    if (!e.sha256.empty())
        add(byteSize(e.bytes));
    if (!second.empty())
        text.push_back(meta("\n" + second));
    if (!e.url.empty()) {
        text.push_back(plain("\n"));
        const bool web = e.url.starts_with("https://") || e.url.starts_with("http://");
        text.push_back(web ? link(cleaned(e.url), e.url) : meta(cleaned(e.url)));
    }
    if (!e.text.empty())
        text.push_back(plain("\n" + cleaned(e.text)));
    if (!e.sha256.empty())
        text.push_back({Span::Style::Code, "\n" + e.sha256, {}, std::nullopt});
    return text;
}

Text dated(const Context& c, const review::Evidence& e) {
    Text text{plain(shortDate(e.date))};
    if (!e.expires.valid())
        return text;
    const bool expired = e.expires < dayOf(c.options.now);
    const std::string line =
        (e.date.valid() ? "\n" : "") + std::string(expired ? "expired " : "until ") + noBreak(shortDate(e.expires));
    text.push_back(expired ? strong(line) : meta(line));
    return text;
}

Text citedBy(const Context& c, const review::Evidence& e) {
    Text text;
    std::vector<const Item*> said;
    for (const review::EvidenceLink& l : e.links) {
        const Item* item = find(c, l.question);
        if (item == nullptr || std::find(said.begin(), said.end(), item) != said.end())
            continue;
        if (!text.empty())
            text.push_back(plain("\n"));
        text.push_back(questionLink(c, *item, item->question->id));
        said.push_back(item);
    }
    if (text.empty())
        text.push_back(meta("nothing yet"));
    return text;
}

/// Full hashes and ids in their own lines: they are there to be compared.
Facts versions(const Context& c) {
    Facts facts;
    facts.rows.emplace_back(
        "Method", Text{plain(fmt::format("Scores by {}. Scores of another method must not be compared with these.",
                                         score::kMethod))});
    for (const review::ReviewLens& lens : c.review.lenses) {
        Text text{strong(cleaned(lens.lens->name)),
                  meta(fmt::format("\n{} · {} · {}", lens.lens->id, plural(lens.lens->pillars.size(), "pillar"),
                                   plural(lens.lens->questionCount(), "question"))),
                  {Span::Style::Code, "\nlens SHA-256 " + lens.lens->sha256, {}, std::nullopt}};
        if (!lens.overlay->sha256.empty())
            text.push_back({Span::Style::Code, "\noverlay SHA-256 " + lens.overlay->sha256, {}, std::nullopt});
        facts.rows.emplace_back("Questionnaire", std::move(text));
    }
    facts.rows.emplace_back("Project file", Text{plain(c.review.fileId.empty() ? "not saved yet" : c.review.fileId),
                                                 meta("\nbegun " + longDate(dayOf(c.review.createdAt)))});
    facts.rows.emplace_back("Program",
                            Text{plain(c.options.version.empty() ? "Plumbline" : "Plumbline " + c.options.version)});
    facts.rows.emplace_back("Report", Text{plain(toIso(c.options.now))});
    return facts;
}

Table peopleTable(const Context& c) {
    Table table;
    table.columns = {{"Name", false, 0.35}, {"Role", false, 0.35}, {"Organisation", false, 0.3}};
    for (const review::Participant& p : c.review.participants)
        table.rows.push_back({{plain(cleaned(p.name))}, {plain(cleaned(p.role))}, {plain(cleaned(p.organisation))}});
    return table;
}

} // namespace

Section evidenceSection(const Context& c) {
    Section section;
    section.id = "evidence";
    section.title = "Evidence";
    section.newPage = true;
    if (c.review.evidence.empty()) {
        section.blocks.push_back(paragraph({plain("No evidence was attached. Every answer rests on what was said.")}));
        return section;
    }
    const auto expired = static_cast<std::size_t>(
        std::count_if(c.review.evidence.begin(), c.review.evidence.end(), [&](const review::Evidence& e) {
            return e.expires.valid() && e.expires < dayOf(c.options.now);
        }));
    std::string sentence =
        fmt::format("{}. The SHA-256 hash below a file tells whether a copy is the one that was looked at.",
                    upperFirst(plural(c.review.evidence.size(), "piece", "pieces")) + " of evidence");
    if (expired > 0)
        sentence += fmt::format(" {} {} expired since.", counted(expired), expired == 1 ? "has" : "have");
    section.blocks.push_back(paragraph({plain(sentence)}, Paragraph::Role::Lead));
    Table table;
    table.wide = true;
    table.columns = {{"No.", false, 0.065},
                     {"Evidence", false, 0.6},
                     {"Kind", false, 0.08},
                     {"Date", false, 0.12},
                     {"Cited by", false, 0.135}};
    for (const review::Evidence& e : c.review.evidence) {
        table.rows.push_back(
            {{plain(fmt::format("E-{:02}", e.number))},
             whatItIs(e),
             {plain(std::string(review::toText(e.kind))), meta("\n" + std::string(review::toText(e.strength)))},
             dated(c, e),
             citedBy(c, e)});
        table.anchors.push_back(fmt::format("evidence-{}", e.number));
    }
    section.blocks.push_back(std::move(table));
    return section;
}

Section methodSection(const Context& c) {
    Section section;
    section.id = "method";
    section.title = "Method and versions";
    section.newPage = true;
    section.blocks.push_back(paragraph(
        {plain("What this report was made from. The same file, questionnaires and version of the method give the "
               "same numbers again.")},
        Paragraph::Role::Lead));
    section.blocks.push_back(versions(c));
    if (!c.review.participants.empty()) {
        Section people;
        people.id = "people";
        people.title = "Who took part";
        people.level = 2;
        people.blocks.push_back(peopleTable(c));
        section.children.push_back(std::move(people));
    }
    return section;
}

} // namespace plumb::report
