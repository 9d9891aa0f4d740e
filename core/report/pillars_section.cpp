// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pillar by pillar: how AI workloads fail there, what it cost somebody, and which questions are open.
#include "core/report/sections.h"
#include "core/report/words.h"

#include <fmt/format.h>

namespace plumb::report {
namespace {

std::string summaryOf(const score::ScopeScore& s) {
    if (s.applicable == 0)
        return "None of its questions applies to this workload.";
    if (!s.score)
        return fmt::format("Not answered yet: {}.", plural(static_cast<std::size_t>(s.applicable), "question"));
    return fmt::format("Score {}, range {} to {}, {} of {} answered. {} high, {} medium, {} without risk.",
                       wholeNumber(*s.score), wholeNumber(s.worst), wholeNumber(s.best), s.answered, s.applicable,
                       s.high, s.medium, s.none);
}

Table openTable(const Context& c, const std::vector<const Item*>& items) {
    Table table;
    table.columns = {{"", false, 0.05}, {"Open question", false, 0.28}, {"Why", false, 0.59}, {"Page", true, 0.08}};
    for (const Item* item : items)
        table.rows.push_back(
            {{marked(item->state)},
             {questionLink(c, *item, shortTitle(*item))},
             item->state == lens::State::Unanswered ? Text{plain("Not answered yet.")} : withoutKeys(why(*item, 48)),
             {questionPage(c, *item)}});
    return table;
}

Section pillarPart(const Context& c, const review::ReviewLens& lens, const lens::Pillar& pillar,
                   const score::ScopeScore& s) {
    const lens::PillarOverlay& overlay = lens.overlay->pillar(pillar.id);
    Section section;
    section.id = fmt::format("pillar-{}-{}", lens.lens->id, pillar.id);
    section.title = cleaned(pillar.name);
    section.level = 3;
    section.blocks.push_back(paragraph({plain(summaryOf(s))}, Paragraph::Role::Small));
    if (!overlay.failureMode.empty())
        section.blocks.push_back(paragraph({strong("How AI fails here. "), plain(cleaned(overlay.failureMode))}));
    if (!overlay.story.empty())
        section.blocks.push_back(paragraph({plain(cleaned(overlay.story))}, Paragraph::Role::Quote));
    std::vector<const Item*> open;
    for (const lens::State wanted :
         {lens::State::High, lens::State::Unmatched, lens::State::Medium, lens::State::Unanswered})
        for (const Item& item : c.items)
            if (item.lens == &lens && item.pillar == &pillar && item.state == wanted)
                open.push_back(&item);
    if (open.empty())
        section.blocks.push_back(paragraph({plain("No question of this pillar is open.")}));
    else
        section.blocks.push_back(openTable(c, open));
    return section;
}

} // namespace

Section pillarsSection(const Context& c) {
    Section section;
    section.id = "pillars";
    section.title = "Pillar by pillar";
    section.newPage = true;
    if (c.review.lenses.empty())
        section.blocks.push_back(paragraph({plain("This review has no questionnaire yet.")}));
    const std::vector<score::Group> groups = c.scores.groups(c.review, score::GroupBy::Pillar);
    for (const review::ReviewLens& lens : c.review.lenses) {
        Section part;
        part.id = "pillars-" + lens.lens->id;
        part.title = lensName(lens);
        part.level = 2;
        for (const lens::Pillar& pillar : lens.lens->pillars) {
            score::ScopeScore s;
            for (const score::Group& g : groups)
                if (g.lens == lens.lens->id && g.id == pillar.id)
                    s = g.score;
            part.children.push_back(pillarPart(c, lens, pillar, s));
        }
        section.children.push_back(std::move(part));
    }
    return section;
}

} // namespace plumb::report
