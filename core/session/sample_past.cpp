// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/sample_past.h"

#include "core/base/json.h"
#include "core/session/answer_apply.h"
#include "core/session/answers_json.h"
#include "core/session/rewrite.h"
#include "core/session/states_impl.h"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <set>

namespace plumb::session {
namespace {

using review::Answer;
using review::Finding;
using review::Review;

// --- the script ------------------------------------------------------------------------------------------------------

class ReviewReader {
public:
    ReviewReader(const std::function<bool(std::string_view)>& has, std::vector<Message>& problems)
        : m_has(has), m_problems(problems) {}

    /// {LENS: [QID, ...]}
    std::map<std::string, std::vector<std::string>> questions(const Json& review, const char* key,
                                                              const std::string& pointer) {
        std::map<std::string, std::vector<std::string>> out;
        const auto it = review.find(key);
        if (it == review.end())
            return out;
        const std::string place = childPointer(pointer, key);
        if (!it->is_object()) {
            problem(place, "Questions are listed by questionnaire here.");
            return out;
        }
        for (const auto& [lens, ids] : it->items()) {
            if (!m_has(lens))
                continue;
            if (!ids.is_array() || !std::all_of(ids.begin(), ids.end(), [](const Json& id) { return id.is_string(); }))
                problem(childPointer(place, lens), "A list of questions is expected here.");
            else
                out.emplace(lens, ids.get<std::vector<std::string>>());
        }
        return out;
    }
    std::string text(const Json& review, const char* key, const std::string& pointer) {
        const auto it = review.find(key);
        if (it != review.end() && it->is_string())
            return it->get<std::string>();
        problem(childPointer(pointer, key), fmt::format("An earlier review needs \"{}\", as a text.", key));
        return {};
    }
    void problem(const std::string& pointer, std::string text) {
        m_problems.push_back({"N004", pointer, std::move(text), {}});
    }

private:
    const std::function<bool(std::string_view)>& m_has;
    std::vector<Message>& m_problems;
};

// --- the answers of one of them --------------------------------------------------------------------------------------

using Answers = std::map<QuestionKey, Answer>;

std::vector<std::string> idsOf(const Review& review, const std::vector<std::string>& names) {
    std::vector<std::string> ids;
    for (const std::string& name : names)
        for (const review::Participant& person : review.participants)
            if (person.name == name)
                ids.push_back(person.id);
    return ids;
}

Result<Answer> answerOf(const Review& review, const QuestionKey& key, const AnswerEdit& edit) {
    return applyEdit(key, *review.findQuestion(key), {}, edit, idsOf(review, edit.addPeople));
}

Result<Answers> answersOf(const Review& review, const AnswerEdits& edits) {
    Answers answers;
    for (const auto& [key, edit] : edits) {
        PLUMB_TRY(answer, answerOf(review, key, edit));
        answers.insert_or_assign(key, std::move(answer));
    }
    return answers;
}

/// What was ticked, and who said so.
Answer ticksOf(const Answer& answer) {
    Answer ticks;
    ticks.choices = answer.choices;
    ticks.applicable = answer.applicable;
    ticks.reason = answer.reason;
    ticks.people = answer.people;
    ticks.basis = review::Basis::Said;
    return ticks;
}

Result<Answers> answersThen(const Review& review, const ScriptReview& script, const Answers& present) {
    PLUMB_TRY(edits, readAnswers(script.answers, review));
    PLUMB_TRY(answers, answersOf(review, edits));
    const auto take = [&](const auto& lists, const auto& part) {
        for (const auto& [lens, questions] : lists)
            for (const std::string& question : questions)
                if (const auto it = present.find({lens, question}); it != present.end())
                    answers.emplace(it->first, part(it->second));
    };
    take(script.same, [](const Answer& answer) { return answer; });
    take(script.ticks, ticksOf);
    return answers;
}

// --- findings
// --------------------------------------------------------------------------------------------------------

lens::State stateOf(const Review& review, const QuestionKey& key, const Answer& answer) {
    const lens::Question& question = *review.findQuestion(key);
    return lens::evaluate(question, review::toSelection(question, answer));
}

bool isRisk(lens::State state) noexcept {
    return state == lens::State::High || state == lens::State::Medium;
}

/// The records that the present's answers would be given one after the other.
std::vector<Finding> registerOf(const Review& review, const AnswerEdits& present, const Answers& answers) {
    std::vector<Finding> records;
    std::set<QuestionKey> seen;
    for (const auto& [key, edit] : present) {
        const lens::State state = stateOf(review, key, answers.at(key));
        if (!isRisk(state) || !seen.insert(key).second)
            continue;
        Finding record;
        record.key = review::findingKey(key);
        record.number = static_cast<int>(records.size()) + 1;
        record.question = key;
        record.severity = state == lens::State::High ? lens::Risk::High : lens::Risk::Medium;
        records.push_back(std::move(record));
    }
    return records;
}

/// Those that are risks in the review, too. A risk that the present has closed has no number, as it will have none.
std::vector<Finding> openIn(const Review& review, const std::vector<Finding>& all) {
    std::vector<Finding> open;
    for (Finding record : all) {
        const lens::State state = stateOf(review, record.question, review.answer(record.question));
        if (!isRisk(state))
            continue;
        record.severity = state == lens::State::High ? lens::Risk::High : lens::Risk::Medium;
        open.push_back(std::move(record));
    }
    return open;
}

// --- commands
// --------------------------------------------------------------------------------------------------------

class Past {
public:
    Past(store::Project& project, FixedClock& clock, const Environment& env)
        : m_project(project), m_clock(clock), m_env(env) {}

    Result<void> become(std::string_view label, Review next) {
        PLUMB_CHECK(m_project.run(label, {}, [&](store::Writer& writer) { return makeSo(writer, review, next); }));
        review = std::move(next);
        return {};
    }
    Result<void> keep(const ScriptReview& script) {
        store::SnapshotRecord record;
        record.id = newUuid(m_env.random);
        record.name = script.name;
        record.note = script.note;
        record.time = m_clock.now();
        record.author = m_env.author;
        const std::string bytes = fillSnapshot(record, review, dayOf(record.time));
        PLUMB_CHECK(m_project.run("Snapshot " + script.name, {},
                                  [&](store::Writer& writer) { return writer.putSnapshot(record, bytes); }));
        return {};
    }

    Review review; ///< as it stands in the file

private:
    store::Project& m_project;
    FixedClock& m_clock;
    const Environment& m_env;
};

/// The register as the present will have it, and the answers that close what has no place in it.
Review readyFor(const Review& before, const std::vector<Finding>& all, const Answers& present) {
    Review ready = before;
    ready.findings = all;
    for (const auto& [key, answer] : before.answers) {
        const auto now = present.find(key);
        if (isRisk(stateOf(before, key, answer)) && now != present.end() && !isRisk(stateOf(before, key, now->second)))
            ready.answers[key] = now->second;
    }
    return ready;
}

} // namespace

std::vector<ScriptReview> readScriptReviews(const Json& root, const std::function<bool(std::string_view)>& has,
                                            const std::function<void(const Json& json, Json& out)>& readAnswersOf,
                                            std::vector<Message>& problems) {
    std::vector<ScriptReview> reviews;
    ReviewReader reader(has, problems);
    const auto list = root.is_object() ? root.find("reviews") : root.end();
    if (!root.is_object() || list == root.end())
        return reviews;
    if (!list->is_array())
        reader.problem("/reviews", "Earlier reviews must be a list.");
    for (std::size_t i = 0; list->is_array() && i < list->size(); ++i) {
        const Json& json = (*list)[i];
        const std::string pointer = childPointer("/reviews", i);
        if (!json.is_object() || !json.contains("answers") || !json["answers"].is_object()) {
            reader.problem(pointer, "An earlier review is an object with name, note, time and answers.");
            continue;
        }
        ScriptReview& review = reviews.emplace_back();
        review.name = reader.text(json, "name", pointer);
        review.note = reader.text(json, "note", pointer);
        const auto time = parseInstant(reader.text(json, "time", pointer));
        if (!time || (i > 0 && *time <= reviews[reviews.size() - 2].time))
            reader.problem(childPointer(pointer, "time"), "A time after that of the review before is expected here.");
        review.time = time.value_or(Instant{});
        readAnswersOf(json["answers"], review.answers);
        review.same = reader.questions(json, "same", pointer);
        review.ticks = reader.questions(json, "ticks", pointer);
    }
    return reviews;
}

AnswerEdit wholeEdit(AnswerEdit edit) {
    const auto orElse = [](auto& field, auto value) {
        if (!field)
            field = std::move(value);
    };
    edit.replaceChoices = true;
    orElse(edit.applicable, true);
    orElse(edit.reason, review::NaReason::None);
    orElse(edit.reasonText, std::string());
    orElse(edit.note, std::string());
    orElse(edit.privateNote, std::string());
    orElse(edit.confidence, review::Confidence::Unset);
    orElse(edit.basis, review::Basis::Unset);
    orElse(edit.needsVerification, false);
    orElse(edit.parked, false);
    orElse(edit.people, std::vector<std::string>());
    return edit;
}

Result<void> playReviews(const std::filesystem::path& path, const std::vector<ScriptReview>& reviews,
                         const std::vector<review::Participant>& people, const AnswerEdits& present, Environment env) {
    FixedClock clock(reviews.front().time);
    PLUMB_TRY(project,
              store::Project::open(path, store::OpenMode::ReadWrite, {clock, env.random, env.author, env.holder}));
    Past past(*project, clock, env);
    PLUMB_TRY(loaded, project->load());
    past.review = std::move(loaded);
    Review first = past.review;
    for (review::Participant person : people) {
        person.id = newUuid(env.random);
        first.participants.push_back(std::move(person));
    }
    PLUMB_CHECK(past.become("People of the review", std::move(first)));
    PLUMB_TRY(answers, answersOf(past.review, present));
    const std::vector<Finding> all = registerOf(past.review, present, answers);
    for (const ScriptReview& script : reviews) {
        clock.advance(script.time.ms - clock.now().ms);
        Review then = past.review;
        PLUMB_TRY(answered, answersThen(then, script, answers));
        then.answers = std::move(answered);
        then.findings = openIn(then, all);
        const std::string label = fmt::format("Answer {} questions", then.answers.size());
        PLUMB_CHECK(past.become(label, std::move(then)));
        PLUMB_CHECK(past.keep(script));
    }
    clock.advance(std::max<std::int64_t>(0, env.clock.now().ms - clock.now().ms));
    return past.become("Record what was closed since " + reviews.back().name, readyFor(past.review, all, answers));
}

} // namespace plumb::session
