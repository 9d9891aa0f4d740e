// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Commands on answers, the workload, lenses and people.
#include "core/session/answer_apply.h"
#include "core/session/names.h"
#include "core/session/session_impl.h"

#include <algorithm>
#include <fmt/format.h>

namespace plumb::session {
namespace {

std::vector<std::string> lensIds(const review::Review& review) {
    std::vector<std::string> ids;
    for (const review::ReviewLens& lens : review.lenses)
        ids.push_back(lens.lens->id);
    return ids;
}

std::vector<std::string> questionIds(const lens::Lens& lens) {
    std::vector<std::string> ids;
    for (const lens::Pillar& pillar : lens.pillars)
        for (const lens::Question& question : pillar.questions)
            ids.push_back(question.id);
    return ids;
}

const review::Participant* findByName(const std::vector<review::Participant>& people, std::string_view folded) {
    const auto it = std::find_if(people.begin(), people.end(),
                                 [&](const review::Participant& person) { return foldName(person.name) == folded; });
    return it == people.end() ? nullptr : &*it;
}

std::vector<std::string> withNearest(std::vector<std::string> args, const std::vector<std::string>& near) {
    args.insert(args.end(), near.begin(), near.end());
    return args;
}

/// Whether a lens has answers, evidence or findings that replacing it could leave pointing to nothing.
bool isUsed(const review::Review& review, std::string_view lensId) {
    const auto ofLens = [&](const QuestionKey& key) { return key.lens == lensId; };
    const bool answered = std::any_of(review.answers.begin(), review.answers.end(),
                                      [&](const auto& entry) { return ofLens(entry.first); });
    const auto isItsFinding = [&](const std::string& key) {
        const review::Finding* finding = review.findFinding(key);
        return finding && ofLens(finding->question);
    };
    const bool written = std::any_of(review.findings.begin(), review.findings.end(), [&](const review::Finding& one) {
        return (ofLens(one.question) && !one.untouched()) ||
               std::any_of(one.needs.begin(), one.needs.end(), isItsFinding) ||
               std::any_of(one.practices.begin(), one.practices.end(),
                           [&](const review::PracticeRef& practice) { return ofLens(practice.question); });
    });
    return answered || written ||
           std::any_of(review.evidence.begin(), review.evidence.end(), [&](const review::Evidence& evidence) {
               return std::any_of(evidence.links.begin(), evidence.links.end(),
                                  [&](const review::EvidenceLink& link) { return ofLens(link.question); });
           });
}

} // namespace

// --- looking up
// -----------------------------------------------------------------------------------------------------------

Result<const review::ReviewLens*> Session::Impl::lensOf(std::string_view lensId) const {
    if (const review::ReviewLens* lens = review.findLens(lensId))
        return lens;
    const std::vector<std::string> known = lensIds(review), near = nearestNames(lensId, known);
    const std::string help = known.empty()  ? std::string(" It has none yet.")
                             : near.empty() ? fmt::format(" It has {}.", fmt::join(known, ", "))
                                            : didYouMean(near);
    return fail(ErrorKind::Usage, "session.unknownLens",
                fmt::format("The review has no questionnaire \"{}\".{}", shorten(lensId, 60), help),
                std::string(lensId), withNearest({std::string(lensId)}, near));
}

Result<const lens::Question*> Session::Impl::questionOf(const QuestionKey& key) const {
    PLUMB_TRY(lens, lensOf(key.lens));
    if (const lens::Question* question = lens->lens->findQuestion(key.question))
        return question;
    const std::vector<std::string> near = nearestNames(key.question, questionIds(*lens->lens));
    return fail(ErrorKind::Usage, "session.unknownQuestion",
                fmt::format("The questionnaire \"{}\" has no question \"{}\".{}", key.lens, shorten(key.question, 60),
                            didYouMean(near)),
                key.lens + "/" + key.question, withNearest({key.question, key.lens}, near));
}

// --- answers
// --------------------------------------------------------------------------------------------------------------

Result<std::vector<std::string>> Session::Impl::resolvePeople(const AnswerEdit& edit, EditPlan& plan) {
    if (edit.people)
        for (const std::string& id : *edit.people)
            if (!review.findParticipant(id))
                return fail(ErrorKind::Usage, "session.unknownPerson",
                            fmt::format("There is no participant \"{}\".", id), id, {id});
    std::vector<std::string> ids;
    for (const std::string& name : edit.addPeople) {
        const std::string folded = foldName(name);
        if (folded.empty())
            return fail(ErrorKind::Usage, "session.noName", "A participant needs a name.");
        const review::Participant* person = findByName(review.participants, folded);
        if (!person)
            person = findByName(plan.newPeople, folded);
        if (!person)
            person = &plan.newPeople.emplace_back(review::Participant{newUuid(env.random), tidySpaces(name), {}, {}});
        ids.push_back(person->id);
    }
    return ids;
}

Result<void> Session::Impl::planOne(const QuestionKey& key, const AnswerEdit& edit, EditPlan& plan) {
    PLUMB_TRY(question, questionOf(key));
    PLUMB_TRY(people, resolvePeople(edit, plan));
    const auto planned = plan.answers.find(key);
    const review::Answer& before = planned != plan.answers.end() ? planned->second : review.answer(key);
    PLUMB_TRY(after, applyEdit(key, *question, before, edit, people));
    if (plan.label.empty())
        plan.label = edit.label.empty() ? describeChange(key, *question, before, after) : edit.label;
    plan.answers.insert_or_assign(key, std::move(after));
    return {};
}

Result<EditPlan> Session::Impl::plan(Edits edits) {
    EditPlan plan;
    std::optional<Error> refused;
    for (const auto& [key, edit] : edits) {
        Result<void> planned = planOne(key, edit, plan);
        if (planned)
            continue;
        // One refused edit speaks for itself; of several the error lists all.
        if (!refused)
            refused = planned.error();
        if (edits.size() > 1)
            refused->messages.push_back({planned.error().id, key.lens + "/" + key.question, planned.error().text, {}});
    }
    if (refused)
        return fail(std::move(*refused));
    if (edits.size() > 1 || plan.label.empty())
        plan.label = edits.size() == 1 ? "Answer " + edits.front().first.question
                                       : fmt::format("Answer {} questions", plan.answers.size());
    return plan;
}

Result<void> Session::Impl::edit(Edits edits, std::string_view label, std::string_view mergeKey) {
    PLUMB_CHECK(begin());
    PLUMB_TRY(planned, plan(edits));
    return command(label.empty() ? std::string_view(planned.label) : label, mergeKey,
                   [&](store::Writer& writer) -> Result<void> {
                       for (const review::Participant& person : planned.newPeople)
                           PLUMB_CHECK(writer.putParticipant(person));
                       for (const auto& [key, answer] : planned.answers)
                           PLUMB_CHECK(writer.putAnswer(key, answer));
                       return {};
                   },
                   {&planned.answers, {}});
}

Result<void> Session::edit(const QuestionKey& key, const AnswerEdit& edit) {
    const std::pair<QuestionKey, AnswerEdit> one{key, edit};
    return m_impl->edit({&one, 1}, edit.label, edit.mergeKey);
}

Result<void> Session::edit(const std::vector<std::pair<QuestionKey, AnswerEdit>>& edits, std::string_view label) {
    return m_impl->edit(edits, label, {});
}

// --- workload, lenses, people
// -----------------------------------------------------------------------------------------------

Result<void> Session::setWorkload(const review::Workload& workload) {
    PLUMB_CHECK(m_impl->begin());
    if (tidySpaces(workload.name).empty())
        return fail(ErrorKind::Usage, "session.noName", "A workload needs a name.");
    review::Workload renamed = m_impl->review.workload;
    renamed.name = workload.name;
    const bool onlyName = renamed == workload;
    return m_impl->command(onlyName ? fmt::format("Rename the workload \"{}\"", shorten(workload.name, 40))
                                    : std::string("Change the workload"),
                           {}, [&](store::Writer& writer) { return writer.putWorkload(workload); });
}

Result<std::string> Session::addLens(const LensSource& source) {
    PLUMB_CHECK(m_impl->begin());
    PLUMB_TRY(prepared, prepareLens(source));
    const review::Review& review = m_impl->review;
    const review::ReviewLens* there = review.findLens(prepared.id);
    if (there && isUsed(review, prepared.id))
        return fail(
            ErrorKind::Usage, "session.lensThere",
            fmt::format("The review has the questionnaire \"{}\" already, with answers, evidence or findings; it can "
                        "be upgraded, or removed and added again without them.",
                        prepared.id),
            prepared.id, {prepared.id});
    const int position = there ? there->position : review.lenses.empty() ? 0 : review.lenses.back().position + 1;
    const std::string label =
        fmt::format("{} the questionnaire \"{}\"", there ? "Replace" : "Add", shorten(prepared.name, 40));
    const auto put = [&](store::Writer& writer) -> Result<void> {
        // Numbers of findings that nobody wrote about go with the questions they were given for.
        for (const review::Finding& finding : review.findings)
            if (finding.question.lens == prepared.id)
                PLUMB_CHECK(writer.removeFinding(finding.key));
        return writer.putLens(prepared.id, prepared.name, source.lens, source.overlay, position);
    };
    PLUMB_CHECK(m_impl->command(label, {}, put));
    return prepared.id;
}

Result<void> Session::removeLens(std::string_view lensId) {
    PLUMB_CHECK(m_impl->begin());
    PLUMB_TRY(lens, m_impl->lensOf(lensId));
    const std::string id = lens->lens->id;
    return m_impl->command(fmt::format("Remove the questionnaire \"{}\"", shorten(lens->lens->name, 40)), {},
                           [&](store::Writer& writer) { return writer.removeLens(id); }, {nullptr, id});
}

Result<std::string> Session::addParticipant(const review::Participant& person) {
    PLUMB_CHECK(m_impl->begin());
    const std::string folded = foldName(person.name);
    if (folded.empty())
        return fail(ErrorKind::Usage, "session.noName", "A participant needs a name.");
    review::Participant wanted = person;
    wanted.name = tidySpaces(person.name);
    if (const review::Participant* there = findByName(m_impl->review.participants, folded)) {
        // What is known of somebody is filled up, not written over.
        wanted = *there;
        if (wanted.role.empty())
            wanted.role = person.role;
        if (wanted.organisation.empty())
            wanted.organisation = person.organisation;
        if (wanted == *there)
            return wanted.id;
    } else {
        wanted.id = newUuid(m_impl->env.random);
    }
    PLUMB_CHECK(m_impl->command("Participant " + shorten(wanted.name, 40), {},
                                [&](store::Writer& writer) { return writer.putParticipant(wanted); }));
    return wanted.id;
}

} // namespace plumb::session
