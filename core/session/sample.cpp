// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/sample.h"

#include "core/base/json.h"
#include "core/session/answers_json.h"
#include "core/session/sample_costs.h"
#include "core/session/sample_findings.h"
#include "core/session/sample_past.h"

#include <algorithm>
#include <fmt/format.h>
#include <system_error>

namespace plumb::session {
namespace {

struct ScriptEvidence {
    review::Evidence record;
    std::string content; ///< bytes of kind File
    /// Whether a questionnaire of the review is among those it speaks for.
    [[nodiscard]] bool speaks() const noexcept { return !record.links.empty(); }
};

/// The script as values, before its answers are held against the lenses.
struct Script {
    review::Workload workload;
    std::vector<std::string> lenses;
    std::vector<review::Participant> people;
    Json answers;                         ///< in the format of answers_json.h
    std::vector<ScriptEvidence> evidence; ///< all, as numbered in the script
    ScriptFindings findings;
    ScriptCosts costs;
    std::vector<ScriptReview> reviews; ///< earlier ones
};

/// Reads the script's fields and collects what is wrong with them.
class ScriptReader {
public:
    explicit ScriptReader(Library library) : m_library(library) {}
    [[nodiscard]] Script read(const Json& root);
    [[nodiscard]] const std::vector<Message>& problems() const noexcept { return m_problems; }

private:
    void problem(const std::string& pointer, std::string text) {
        m_problems.push_back({"N004", pointer, std::move(text), {}});
    }
    /// A member that must be there and of the type; an empty value of that type when it is not.
    const Json& member(const Json& object, const char* key, Json::value_t type, const std::string& pointer);
    std::string text(const Json& object, const char* key, const std::string& pointer);
    Date date(const Json& object, const char* key, const std::string& pointer);
    void readWorkload(const Json& json, review::Workload& out);
    void readAnswers(const Json& json, Json& out);
    ScriptEvidence readEvidence(const Json& json, const std::string& pointer);
    void readLink(const Json& json, const std::string& pointer, std::vector<review::EvidenceLink>& out);
    bool has(std::string_view lens) const noexcept { return find(m_library, lens) != nullptr; }

    Library m_library;
    std::vector<Message> m_problems;
};

const Json& ScriptReader::member(const Json& object, const char* key, Json::value_t type, const std::string& pointer) {
    static const Json kArray = Json::array(), kObject = Json::object();
    const auto it = object.is_object() ? object.find(key) : object.end();
    if (object.is_object() && it != object.end() && it->type() == type)
        return *it;
    problem(childPointer(pointer, key), fmt::format("The script needs \"{}\" here, as {}.", key,
                                                    type == Json::value_t::array ? "a list" : "an object"));
    return type == Json::value_t::array ? kArray : kObject;
}

std::string ScriptReader::text(const Json& object, const char* key, const std::string& pointer) {
    if (!object.is_object() || !object.contains(key))
        return {};
    const Json& value = object[key];
    if (value.is_string())
        return value.get<std::string>();
    problem(childPointer(pointer, key), fmt::format("\"{}\" must be a text.", key));
    return {};
}

Date ScriptReader::date(const Json& object, const char* key, const std::string& pointer) {
    const std::string written = text(object, key, pointer);
    if (written.empty())
        return {};
    const auto parsed = parseDate(written);
    if (!parsed)
        problem(childPointer(pointer, key), parsed.error().text);
    return parsed.value_or(Date{});
}

void ScriptReader::readWorkload(const Json& json, review::Workload& out) {
    const std::string pointer = "/workload";
    out = {text(json, "name", pointer),        text(json, "client", pointer),      text(json, "owner", pointer),
           text(json, "description", pointer), text(json, "environment", pointer), text(json, "industry", pointer),
           text(json, "regions", pointer)};
    if (out.name.empty())
        problem("/workload/name", "The workload needs a name.");
}

/// The script's words for what answers_json.h calls people, needsVerification and parked.
void ScriptReader::readAnswers(const Json& json, Json& out) {
    out = Json::object();
    for (const auto& [lens, questions] : json.items()) {
        if (!has(lens))
            continue;
        Json& ofLens = out[lens] = Json::object();
        if (!questions.is_object()) {
            problem(childPointer("/answers", lens), "The answers of a questionnaire must be an object.");
            continue;
        }
        for (const auto& [question, answer] : questions.items()) {
            Json& copy = ofLens[question] = Json::object();
            for (const auto& [key, value] : answer.items()) {
                if (key == "park") {
                    copy["parked"] = true;
                    copy["parkedTopic"] = value;
                } else {
                    copy[key == "by" ? "people" : key == "mark" ? "needsVerification" : key] = value;
                }
            }
        }
    }
}

void ScriptReader::readLink(const Json& json, const std::string& pointer, std::vector<review::EvidenceLink>& out) {
    const std::string link = json.is_string() ? json.get<std::string>() : std::string();
    const std::size_t first = link.find('/');
    if (first == std::string::npos)
        return problem(pointer, "A link must be written LENS/QUESTION or LENS/QUESTION/CHOICE.");
    const std::size_t second = link.find('/', first + 1);
    const std::string lens = link.substr(0, first);
    if (!has(lens))
        return;
    const std::size_t length = second == std::string::npos ? second : second - first - 1;
    out.push_back({{lens, link.substr(first + 1, length)}, second == std::string::npos ? "" : link.substr(second + 1)});
}

ScriptEvidence ScriptReader::readEvidence(const Json& json, const std::string& pointer) {
    ScriptEvidence out;
    review::Evidence& record = out.record;
    if (!review::fromText(text(json, "kind", pointer), record.kind))
        problem(childPointer(pointer, "kind"), "The kind must be file, image, link or note.");
    if (!review::fromText(text(json, "strength", pointer), record.strength))
        problem(childPointer(pointer, "strength"), "The strength must be said, shown or verified.");
    record.title = text(json, "title", pointer);
    record.source = text(json, "source", pointer);
    record.url = text(json, "url", pointer);
    record.fileName = text(json, "fileName", pointer);
    record.date = date(json, "date", pointer);
    record.expires = date(json, "expires", pointer);
    (record.kind == review::EvidenceKind::Note ? record.text : out.content) = text(json, "text", pointer);
    const Json& links = member(json, "links", Json::value_t::array, pointer);
    for (std::size_t i = 0; i < links.size(); ++i)
        readLink(links[i], childPointer(childPointer(pointer, "links"), i), record.links);
    return out;
}

Script ScriptReader::read(const Json& root) {
    Script script;
    readWorkload(member(root, "workload", Json::value_t::object, ""), script.workload);
    for (const Json& lens : member(root, "lenses", Json::value_t::array, ""))
        if (lens.is_string() && has(lens.get<std::string>()))
            script.lenses.push_back(lens.get<std::string>());
    const Json& people = member(root, "people", Json::value_t::array, "");
    for (std::size_t i = 0; i < people.size(); ++i) {
        const std::string pointer = childPointer("/people", i);
        script.people.push_back({{},
                                 text(people[i], "name", pointer),
                                 text(people[i], "role", pointer),
                                 text(people[i], "organisation", pointer)});
    }
    readAnswers(member(root, "answers", Json::value_t::object, ""), script.answers);
    const Json& evidence = member(root, "evidence", Json::value_t::array, "");
    for (std::size_t i = 0; i < evidence.size(); ++i)
        script.evidence.push_back(readEvidence(evidence[i], childPointer("/evidence", i)));
    script.findings = readScriptFindings(
        root, [this](std::string_view lens) { return has(lens); }, m_problems);
    script.costs = readScriptCosts(
        root, [this](std::string_view lens) { return has(lens); }, m_problems);
    script.reviews = readScriptReviews(
        root, [this](std::string_view lens) { return has(lens); },
        [this](const Json& json, Json& out) { readAnswers(json, out); }, m_problems);
    return script;
}

tl::unexpected<Error> badScript(std::vector<Message> messages) {
    Error error{ErrorKind::Refused, "sample.script", {}, "sample.json", {}, std::move(messages)};
    error.text = fmt::format("The script of the sample review can't be used: {} ({})", error.messages.front().text,
                             error.messages.front().pointer);
    return fail(std::move(error));
}

Result<std::string> addEvidence(Session& session, const ScriptEvidence& evidence) {
    NewEvidence added{evidence.record, nullptr};
    if (evidence.record.kind == review::EvidenceKind::File || evidence.record.kind == review::EvidenceKind::Image)
        added.source = store::memorySource(evidence.content);
    return session.addEvidence(std::move(added));
}

/// The commands a person would give, one after the other.
Result<void> play(Session& session, const Script& script) {
    for (const review::Participant& person : script.people)
        if (const auto id = session.addParticipant(person); !id)
            return fail(id.error());
    PLUMB_TRY(edits, readAnswers(script.answers, session.review()));
    for (const auto& [key, edit] : edits)
        PLUMB_CHECK(session.edit(key, script.reviews.empty() ? edit : wholeEdit(edit)));
    EvidenceIds ids;
    for (std::size_t i = 0; i < script.evidence.size(); ++i) {
        std::string& id = ids[fmt::format("E-{:02}", i + 1)];
        if (!script.evidence[i].speaks())
            continue;
        PLUMB_TRY(added, addEvidence(session, script.evidence[i]));
        id = added;
    }
    PLUMB_CHECK(playFindings(session, script.findings, ids));
    return playCosts(session, script.costs);
}

/// Earlier reviews first, with the times they had; the session then begins anew on top of them.
Result<void> playAll(std::unique_ptr<Session>& session, const std::filesystem::path& path, const Script& script,
                     const Environment& env) {
    if (!script.reviews.empty()) {
        PLUMB_TRY(present, readAnswers(script.answers, session->review()));
        session.reset();
        PLUMB_CHECK(playReviews(path, script.reviews, script.people, present, env));
        PLUMB_TRY(reopened, Session::open(path, OpenMode::ReadWrite, env));
        session = std::move(reopened);
    }
    return play(*session, script);
}

} // namespace

Result<std::unique_ptr<Session>> makeSample(const std::filesystem::path& path, Library library, std::string_view script,
                                            Environment env) {
    const JsonDocument document = parseJson(script);
    if (!document.usable)
        return badScript(document.problems);
    ScriptReader reader(library);
    const Script read = reader.read(document.root);
    if (!reader.problems().empty())
        return badScript(reader.problems());

    NewReview content{read.workload, {}};
    for (const std::string& id : read.lenses) {
        const BuiltInLens* lens = find(library, id);
        content.lenses.push_back({id, std::string(lens->lens), std::string(lens->overlay), id});
    }
    FixedClock then(read.reviews.empty() ? Instant{} : read.reviews.front().time);
    PLUMB_TRY(session,
              Session::create(path, content,
                              read.reviews.empty() ? env : Environment{then, env.random, env.author, env.holder}));
    const Result<void> played = playAll(session, path, read, env);
    if (played)
        return std::move(session);
    session.reset();
    std::error_code ignored;
    std::filesystem::remove(path, ignored);
    const Error& error = played.error();
    if (error.kind != ErrorKind::Usage && error.kind != ErrorKind::Refused)
        return fail(error);
    return badScript(error.messages.empty() ? std::vector<Message>{{error.id, error.where, error.text, {}}}
                                            : error.messages);
}

} // namespace plumb::session
