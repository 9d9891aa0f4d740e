// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How to read the scores, the heat map with the numbers behind it, the signs of a production architecture, and what is
// still open.
#include "core/report/sections.h"
#include "core/report/words.h"

#include <algorithm>
#include <fmt/format.h>

namespace plumb::report {
namespace {

using Sign = score::Readiness::Sign;

constexpr std::size_t kBriefRows = 6;

HeatMap::Cell cellOf(const score::ScopeScore& s) {
    HeatMap::Cell cell;
    cell.exists = s.questions > 0;
    cell.score = s.score;
    cell.worst = s.worst;
    cell.best = s.best;
    cell.coverage = s.coverage;
    cell.mark = s.applicable == 0 && s.questions > 0 ? lens::State::NotApplicable : s.worstOpen;
    switch (s.worstOpen) {
    case lens::State::High:
        cell.markCount = s.high;
        break;
    case lens::State::Medium:
        cell.markCount = s.medium;
        break;
    default:
        break;
    }
    return cell;
}

std::string answeredOf(const score::ScopeScore& s) {
    return s.applicable == 0 && s.questions > 0 ? "does not apply"
                                                : fmt::format("{} of {} answered", s.answered, s.applicable);
}

bool anyFramework(const Context& c) {
    return std::any_of(c.items.begin(), c.items.end(),
                       [](const Item& i) { return !score::frameworkOf(*i.lens, *i.pillar, *i.question).empty(); });
}

/// Keeps the rows with the lowest scores, in their order.
void keepWorst(std::vector<HeatMap::Row>& rows, std::size_t count) {
    std::vector<double> scores;
    for (const HeatMap::Row& row : rows)
        scores.push_back(row.cells.back().score.value_or(101));
    std::sort(scores.begin(), scores.end());
    const double limit = scores[count - 1];
    std::size_t below = 0, kept = 0;
    for (const double score : scores)
        below += score < limit ? 1 : 0;
    std::size_t ties = count - below;
    std::erase_if(rows, [&](const HeatMap::Row& row) {
        const double score = row.cells.back().score.value_or(101);
        const bool keep = kept < count && (score < limit || (score == limit && ties > 0 && ties-- > 0));
        kept += keep ? 1 : 0;
        return !keep;
    });
}

/// Lens x framework pillar; where no question belongs to a framework pillar, the lenses' own pillars as rows.
HeatMap heatMapOf(const Context& c, bool brief) {
    HeatMap map;
    if (!anyFramework(c)) {
        map.totalColumn = "Score";
        if (!brief)
            for (const score::Group& g : c.scores.groups(c.review, score::GroupBy::Pillar))
                map.rows.push_back({cleaned(g.name), answeredOf(g.score), {cellOf(g.score)}});
        else
            for (const review::ReviewLens& lens : c.review.lenses) {
                const score::ScopeScore s = c.scores.cell(c.review, lens.lens->id, "");
                map.rows.push_back({lensName(lens), answeredOf(s), {cellOf(s)}});
            }
    } else {
        map.totalColumn = "All pillars";
        for (const score::FrameworkPillar& pillar : score::frameworkPillars())
            map.columns.emplace_back(pillar.shortName);
        for (const review::ReviewLens& lens : c.review.lenses) {
            HeatMap::Row row{lensName(lens), {}, {}};
            for (const score::FrameworkPillar& pillar : score::frameworkPillars())
                row.cells.push_back(cellOf(c.scores.cell(c.review, lens.lens->id, pillar.id)));
            const score::ScopeScore all = c.scores.cell(c.review, lens.lens->id, "");
            row.cells.push_back(cellOf(all));
            row.meta = answeredOf(all);
            map.rows.push_back(std::move(row));
        }
    }
    const bool sum = map.rows.size() > 1;
    if (brief && map.rows.size() > kBriefRows)
        keepWorst(map.rows, kBriefRows);
    if (sum) {
        HeatMap::Row total{
            c.review.lenses.size() > 1 ? "All lenses" : "Whole lens", answeredOf(c.scores.overall()), {}};
        if (!map.columns.empty())
            for (const score::FrameworkPillar& pillar : score::frameworkPillars())
                total.cells.push_back(cellOf(c.scores.cell(c.review, "", pillar.id)));
        total.cells.push_back(cellOf(c.scores.overall()));
        map.rows.push_back(std::move(total));
    }
    return map;
}

std::string alternativeOf(const HeatMap& map) {
    std::string text;
    for (const HeatMap::Row& row : map.rows) {
        text += row.name + ":";
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const HeatMap::Cell& cell = row.cells[i];
            if (!cell.exists)
                continue;
            text += fmt::format(" {} {},", i < map.columns.size() ? map.columns[i] : map.totalColumn,
                                cell.score ? wholeNumber(*cell.score) : std::string("not answered"));
        }
        text.back() = '.';
        text += ' ';
    }
    return text;
}

std::vector<Text> scoreRow(const std::string& name, const score::ScopeScore& s, bool sum) {
    const auto cell = [sum](std::string text) { return Text{sum ? strong(std::move(text)) : plain(std::move(text))}; };
    const auto score = [](const std::optional<double>& v) { return v ? wholeNumber(*v) : std::string("–"); };
    return {cell(name),
            cell(score(s.score)),
            cell(s.applicable == 0 ? "–" : rangeText(s.worst, s.best)),
            cell(s.applicable == 0 ? "–" : percent(s.coverage)),
            cell(score(s.verified)),
            cell(s.practiceCoverage ? percent(*s.practiceCoverage) : "–"),
            cell(std::to_string(s.high)),
            cell(std::to_string(s.medium)),
            cell(s.label ? upperFirst(score::toText(*s.label)) : "–")};
}

Table scoreTable(const Context& c, score::GroupBy by, std::string head, std::string caption) {
    Table table;
    table.caption = std::move(caption);
    table.wide = true;
    table.columns = {
        {std::move(head), false, 0.235}, {"Score", true, 0.075},     {"Range", true, 0.09}, {"Coverage", true, 0.105},
        {"Verified", true, 0.095},       {"Practices", true, 0.105}, {"High", true, 0.07},  {"Medium", true, 0.09},
        {"Verdict", false, 0.135}};
    for (const score::Group& g : c.scores.groups(c.review, by)) {
        const review::ReviewLens* lens = by == score::GroupBy::Lens ? c.review.findLens(g.id) : nullptr;
        table.rows.push_back(scoreRow(lens != nullptr ? lensName(*lens) : cleaned(g.name), g.score, false));
    }
    if (by == score::GroupBy::Lens && table.rows.size() > 1) {
        table.rows.push_back(scoreRow("All lenses", c.scores.overall(), true));
        table.sumRow = true;
    }
    return table;
}

lens::State signState(Sign::Status status) {
    switch (status) {
    case Sign::Status::InPlace:
        return lens::State::None;
    case Sign::Status::Partly:
        return lens::State::Medium;
    case Sign::Status::Missing:
        return lens::State::High;
    case Sign::Status::Unanswered:
        break;
    }
    return lens::State::Unanswered;
}

std::string signWord(Sign::Status status) {
    switch (status) {
    case Sign::Status::InPlace:
        return "In place";
    case Sign::Status::Partly:
        return "Half way";
    case Sign::Status::Missing:
        return "Missing";
    case Sign::Status::Unanswered:
        break;
    }
    return "Not answered";
}

const Item* find(const Context& c, std::string_view lens, std::string_view question) {
    for (const Item& item : c.items)
        if (item.key.lens == lens && item.key.question == question)
            return &item;
    return nullptr;
}

Section readinessSection(const Context& c) {
    const score::Readiness r = c.scores.readiness(c.review);
    Section section;
    section.id = "readiness";
    section.title = "Production or proof of concept";
    section.level = 2;
    const std::string verdict = r.verdict == score::Readiness::Verdict::NotDetermined ? "not determined yet"
                                : r.verdict == score::Readiness::Verdict::Production  ? "production"
                                                                                     : "proof of concept in production";
    section.blocks.push_back(
        paragraph({plain("The verdict is "), strong(verdict),
                   plain(". It says production only when every sign below is in place; a sign that is half "
                         "way or missing makes it a proof of concept, whatever the score is.")}));
    Table table;
    table.columns = {{"", false, 0.055},
                     {"Sign", false, 0.385},
                     {"Status", false, 0.16},
                     {"What is in the way", false, 0.31},
                     {"Page", true, 0.09}};
    for (const Sign& sign : r.signs) {
        const Item* item = find(c, r.lens, sign.question);
        const bool there = sign.status == Sign::Status::InPlace || sign.status == Sign::Status::Unanswered;
        const std::string name = cleaned(sign.name);
        table.rows.push_back({{marked(signState(sign.status))},
                              {item != nullptr ? questionLink(c, *item, name) : plain(name)},
                              {plain(signWord(sign.status))},
                              {plain(there ? "" : cleaned(sign.missing))},
                              {item != nullptr ? questionPage(c, *item) : plain("")}});
    }
    section.blocks.push_back(std::move(table));
    return section;
}

Table questionTable(const Context& c, const std::vector<const Item*>& items, std::string last) {
    Table table;
    const bool third = !last.empty();
    table.columns = {{"", false, 0.05}, {"Question", false, third ? 0.28 : 0.49}};
    if (third)
        table.columns.push_back({std::move(last), false, 0.37});
    table.columns.push_back({"Where", false, third ? 0.22 : 0.37});
    table.columns.push_back({"Page", true, 0.08});
    for (const Item* item : items) {
        std::vector<Text> row{{marked(item->state)}, {questionLink(c, *item, shortTitle(*item))}};
        if (third) {
            row.push_back({plain(cleaned(item->answer->parkedTopic))});
            row.push_back({plain(place(c, *item))});
        } else
            row.push_back({plain(place(c, *item))});
        row.push_back({questionPage(c, *item)});
        table.rows.push_back(std::move(row));
    }
    return table;
}

void addOpen(const Context& c, Section& into, std::string id, std::string title, std::string sentence,
             const std::vector<const Item*>& items, std::string last = {}) {
    if (items.empty())
        return;
    Section section;
    section.id = std::move(id);
    section.title = std::move(title);
    section.level = 2;
    section.blocks.push_back(paragraph({plain(std::move(sentence))}));
    section.blocks.push_back(questionTable(c, items, std::move(last)));
    into.children.push_back(std::move(section));
}

} // namespace

bool hasReadiness(const Context& c) {
    return !c.scores.readiness(c.review).lens.empty();
}

Figure heatMapFigure(const Context& c, bool brief) {
    HeatMap map = heatMapOf(c, brief);
    Figure figure;
    figure.caption = !map.columns.empty() ? "Score per lens and pillar."
                     : brief              ? "Score per lens."
                                          : "Score per pillar.";
    if (brief && c.review.lenses.size() > kBriefRows)
        figure.caption +=
            fmt::format(" The {} of {} lenses with the lowest scores.", small(kBriefRows), c.review.lenses.size());
    figure.caption += " Hatched: not answered yet.";
    figure.alternative = alternativeOf(map);
    figure.content = std::move(map);
    return figure;
}

Section readingSection(const Context& c) {
    Section section;
    section.id = "how-to-read";
    section.title = "How to read the scores";
    section.newPage = true;
    section.blocks.push_back(
        paragraph({plain("Every score in this report comes with its range and its coverage, because a "
                         "score alone says nothing about what was not asked.")},
                  Paragraph::Role::Lead));
    Figure scale;
    scale.caption = "The whole review on the rule of 0 to 100.";
    scale.content = scaleOf(c.scores.overall());
    const score::ScopeScore& s = c.scores.overall();
    scale.alternative = fmt::format("Score {}, range {} to {}.", s.score ? wholeNumber(*s.score) : "not known yet",
                                    wholeNumber(s.worst), wholeNumber(s.best));
    if (s.applicable > 0)
        section.blocks.push_back(std::move(scale));
    Facts facts;
    facts.rows = {
        {"Risk",
         {plain("Each question has a "), marked(lens::State::High, "High"), plain(", "),
          marked(lens::State::Medium, "Medium"), plain(" or "), marked(lens::State::None, "None"),
          plain(" risk. The rules of the questionnaire decide it from the practices that are in place. "),
          marked(lens::State::Unanswered, "Unanswered"), plain(" is not a level, and neither is "),
          marked(lens::State::NotApplicable, "Not applicable"), plain(".")}},
        {"Score",
         {plain("100 when no answered question has a risk, 0 when all are High. Medium counts half. Questions count by "
                "their weight. What is not answered is left out, not counted as good or bad.")}},
        {"Range",
         {plain("Where the score can still land: the lower end if every open question turned out as bad as its rules "
                "allow, the upper end if as good. Answering only ever makes it narrower.")}},
        {"Coverage", {plain("The share of applicable questions, by weight, that is answered.")}},
        {"Verified",
         {plain("The score again, with only those answers that rest on something shown or verified. What was only said "
                "counts as not answered.")}},
        {"Practices",
         {plain("The share of applicable practices that is in place. A practice of high severity counts three times, "
                "of medium severity twice.")}},
        {"Verdict",
         {strong("At risk"), plain(": a high risk is open. "), strong("Needs work"),
          plain(": a medium risk is open, or the score is below 80, or less than 90 % is answered. "), strong("Sound"),
          plain(": none of these.")}},
        {"Cells",
         {plain("In a heat map the colour fills the answered share of a cell and the rest is hatched. The mark is the "
                "worst "
                "open risk, with the number of such questions beside it where there is room. A dash: the lens has no "
                "such questions.")}},
    };
    section.blocks.push_back(std::move(facts));
    return section;
}

Section resultsSection(const Context& c) {
    Section section;
    section.id = "results";
    section.title = "Results";
    section.newPage = true;
    if (c.review.lenses.empty()) {
        section.blocks.push_back(
            paragraph({plain("This review has no questionnaire yet, so there is nothing to score.")}));
        return section;
    }
    section.blocks.push_back(heatMapFigure(c, false));
    section.blocks.push_back(
        scoreTable(c, score::GroupBy::Lens, "Lens", "The numbers behind the heat map, lens by lens."));
    if (!c.scores.groups(c.review, score::GroupBy::Phase).empty())
        section.blocks.push_back(scoreTable(c, score::GroupBy::Phase, "Phase", "The same by phase of the lifecycle."));
    if (hasReadiness(c))
        section.children.push_back(readinessSection(c));
    return section;
}

Section openSection(const Context& c) {
    std::vector<const Item*> unanswered, verify, parked;
    for (const Item& item : c.items) {
        if (item.state == lens::State::Unanswered)
            unanswered.push_back(&item);
        if (item.answer->needsVerification)
            verify.push_back(&item);
        if (item.answer->parked)
            parked.push_back(&item);
    }
    Section section;
    section.id = "open";
    section.title = "What is not known yet";
    section.newPage = true;
    if (unanswered.empty() && verify.empty() && parked.empty()) {
        section.blocks.push_back(
            paragraph({plain(c.items.empty() ? "There are no questions yet."
                                             : "Every question that applies is answered, no answer waits for "
                                               "verification and no topic is parked.")}));
        return section;
    }
    section.blocks.push_back(
        paragraph({plain("These questions decide how far the score can still move, and how much it can be "
                         "relied on.")},
                  Paragraph::Role::Lead));
    addOpen(c, section, "open-verify", "To be verified", "Answered in the session, but somebody asked to see it.",
            verify);
    addOpen(c, section, "open-parked", "Parked", "Set aside in the session, to be taken up again.", parked, "Topic");
    addOpen(c, section, "open-unanswered", "Not answered",
            "Each of them can still turn out as bad, or as good, as its rules allow.", unanswered);
    return section;
}

} // namespace plumb::report
