// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every question with its answer as it was given. Cards for the facilitator are not read here; private notes only when
// the options ask for them.
#include "core/report/sections.h"
#include "core/report/words.h"

#include <fmt/format.h>

namespace plumb::report {
namespace {

std::string reasonWords(review::NaReason reason) {
    switch (reason) {
    case review::NaReason::OutOfScope:
        return "out of scope";
    case review::NaReason::BusinessPriorities:
        return "business priorities";
    case review::NaReason::ArchitectureConstraints:
        return "architecture constraints";
    case review::NaReason::Other:
        return "other reason";
    case review::NaReason::None:
        break;
    }
    return {};
}

std::string sentence(std::string text) {
    if (!text.empty() && text.back() != '.' && text.back() != '!' && text.back() != '?')
        text += '.';
    return upperFirst(text);
}

QuestionRecord::Choice choiceOf(const Item& item, std::size_t index) {
    const lens::Choice& choice = item.question->choices[index];
    QuestionRecord::Choice out;
    out.title = oneLine(choice.title);
    out.none = choice.isNone;
    out.key = choiceKey(*item.question, index);
    if (const auto severity = item.lens->overlay->choice(item.question->id, choice.id).severity;
        severity && !choice.isNone)
        out.severity = *severity == lens::Severity::High     ? "high"
                       : *severity == lens::Severity::Medium ? "medium"
                                                             : "low";
    const auto found = item.answer->choices.find(choice.id);
    if (found == item.answer->choices.end())
        return out;
    const review::ChoiceAnswer& given = found->second;
    if (given.status == review::ChoiceStatus::Selected)
        out.mark = QuestionRecord::Choice::Mark::Ticked;
    else if (given.status == review::ChoiceStatus::NotApplicable) {
        out.mark = QuestionRecord::Choice::Mark::NotApplicable;
        const std::string reason = reasonWords(given.reason);
        out.remark = reason.empty() ? "Not applicable." : fmt::format("Not applicable: {}.", reason);
    }
    if (const std::string note = cleaned(given.note); !note.empty())
        out.remark += (out.remark.empty() ? "" : " ") + note;
    return out;
}

std::string basisWords(const review::Answer& answer) {
    std::string text;
    switch (answer.basis) {
    case review::Basis::Said:
        text = "Said in the session";
        break;
    case review::Basis::Shown:
        text = "Shown in the session";
        break;
    case review::Basis::Verified:
        text = "Verified";
        break;
    case review::Basis::Unset:
        break;
    }
    if (answer.confidence != review::Confidence::Unset)
        text += fmt::format("{}confidence {}", text.empty() ? "" : ", ", review::toText(answer.confidence));
    return text.empty() ? text : sentence(text);
}

std::string peopleOf(const Context& c, const review::Answer& answer) {
    std::string text;
    for (const std::string& id : answer.people)
        if (const review::Participant* person = c.review.findParticipant(id)) {
            text += text.empty() ? "" : "; ";
            text += cleaned(person->name);
            if (!person->role.empty())
                text += ", " + cleaned(person->role);
        }
    return text;
}

Text evidenceOf(const Context& c, const QuestionKey& key) {
    Text text;
    for (const review::Evidence* evidence : c.review.evidenceFor(key)) {
        if (!text.empty())
            text.push_back(plain("\n"));
        text.push_back(link(fmt::format("E-{:02}", evidence->number), fmt::format("#evidence-{}", evidence->number)));
        std::string rest = " " + cleaned(evidence->title);
        if (evidence->strength != review::Basis::Unset)
            rest += fmt::format(", {}", review::toText(evidence->strength));
        if (evidence->expires.valid() && evidence->expires < dayOf(c.options.now))
            rest += ", expired " + shortDate(evidence->expires);
        text.push_back(plain(std::move(rest)));
    }
    return text;
}

std::vector<std::pair<std::string, Text>> factsOf(const Context& c, const Item& item) {
    const review::Answer& a = *item.answer;
    std::vector<std::pair<std::string, Text>> facts;
    const auto add = [&](std::string label, std::string text) {
        if (!text.empty())
            facts.emplace_back(std::move(label), Text{plain(std::move(text))});
    };
    if (!a.applicable) {
        std::string reason = reasonWords(a.reason);
        if (const std::string more = cleaned(a.reasonText); !more.empty())
            reason += (reason.empty() ? "" : ". ") + more;
        add("Does not apply", reason.empty() ? "No reason was given." : sentence(reason));
    }
    add("Notes", cleaned(a.note));
    if (c.options.privateNotes)
        add("Private notes", cleaned(a.privateNote));
    add("Basis", basisWords(a));
    add("Said by", peopleOf(c, a));
    if (a.needsVerification)
        add("To do", "Needs verification.");
    if (a.parked)
        add("Parked", a.parkedTopic.empty() ? "To be taken up again." : cleaned(a.parkedTopic));
    if (Text evidence = evidenceOf(c, item.key); !evidence.empty())
        facts.emplace_back("Evidence", std::move(evidence));
    return facts;
}

QuestionRecord recordOf(const Context& c, const Item& item) {
    QuestionRecord record;
    record.anchor = item.anchor;
    record.number = std::to_string(item.number);
    record.code = item.question->id;
    record.title = oneLine(item.question->title);
    record.shortTitle = shortTitle(item);
    record.state = item.state;
    record.meta = {item.question->id, fmt::format("{} {}", pillarName(item), item.number)};
    for (const lens::Phase& phase : item.lens->overlay->phases)
        if (phase.id == item.overlay->phase)
            record.meta.push_back(cleaned(phase.name));
    if (item.weight != 1)
        record.meta.push_back(fmt::format("Weight {:g}", item.weight));
    record.why = why(item);
    for (std::size_t i = 0; i < item.question->choices.size(); ++i)
        record.choices.push_back(choiceOf(item, i));
    record.facts = factsOf(c, item);
    return record;
}

} // namespace

std::vector<Section> answerSections(const Context& c) {
    std::vector<Section> sections;
    for (const review::ReviewLens& lens : c.review.lenses) {
        Section chapter;
        chapter.id = "answers-" + lens.lens->id;
        chapter.title = "Answers: " + lensName(lens);
        chapter.newPage = true;
        const score::ScopeScore s = c.scores.cell(c.review, lens.lens->id, "");
        chapter.blocks.push_back(paragraph(
            {plain(fmt::format("Every question of {} as it was answered: {} answered, {} not, {} not applicable.",
                               cleaned(lens.lens->name), s.answered, s.applicable - s.answered,
                               s.questions - s.applicable))},
            Paragraph::Role::Lead));
        for (const lens::Pillar& pillar : lens.lens->pillars) {
            Section part;
            part.id = fmt::format("answers-{}-{}", lens.lens->id, pillar.id);
            part.title = cleaned(pillar.name);
            part.level = 2;
            for (const Item& item : c.items)
                if (item.lens == &lens && item.pillar == &pillar)
                    part.blocks.emplace_back(recordOf(c, item));
            chapter.children.push_back(std::move(part));
        }
        sections.push_back(std::move(chapter));
    }
    return sections;
}

} // namespace plumb::report
