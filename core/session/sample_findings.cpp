// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/sample_findings.h"

#include "core/base/json.h"

#include <algorithm>
#include <fmt/format.h>

namespace plumb::session {
namespace {

using Has = std::function<bool(std::string_view)>;

/// The parts of "LENS/QUESTION[/CHOICE]".
std::vector<std::string> partsOf(const std::string& name) {
    std::vector<std::string> parts{{}};
    for (const char c : name)
        if (c == '/')
            parts.emplace_back();
        else
            parts.back() += c;
    return parts;
}

/// Reads one object of the script and knows which of its keys were asked for.
class ObjectReader {
public:
    ObjectReader(const Json& object, std::string pointer, std::vector<Message>& problems)
        : m_object(object), m_pointer(std::move(pointer)), m_problems(problems) {
        if (!object.is_object())
            problem({}, "An object must stand here.");
    }
    void problem(const std::string& key, std::string text) {
        m_problems.push_back({"N004", key.empty() ? m_pointer : childPointer(m_pointer, key), std::move(text), {}});
    }
    /// The member, or null when it is not there or of another type.
    const Json* member(const char* key, bool (Json::*is)() const noexcept, const char* what) {
        m_known.emplace_back(key);
        const auto it = m_object.is_object() ? m_object.find(key) : m_object.end();
        if (!m_object.is_object() || it == m_object.end())
            return nullptr;
        if (((*it).*is)())
            return &*it;
        problem(key, fmt::format("\"{}\" must be {}.", key, what));
        return nullptr;
    }
    void text(const char* key, std::optional<std::string>& out) {
        if (const Json* value = member(key, &Json::is_string, "a text"))
            out = value->get<std::string>();
    }
    template <typename T> void number(const char* key, std::optional<T>& out) {
        if (const Json* value = member(key, &Json::is_number, "a number"))
            out = value->get<T>();
    }
    void date(const char* key, std::optional<Date>& out) {
        std::optional<std::string> written;
        text(key, written);
        if (!written)
            return;
        if (const auto parsed = parseDate(*written))
            out = *parsed;
        else
            problem(key, parsed.error().text);
    }
    /// A word that one of the fromText functions knows.
    template <typename T, typename FromText>
    void word(const char* key, std::optional<T>& out, FromText fromText, const char* allowed) {
        std::optional<std::string> written;
        text(key, written);
        T value{};
        if (written && fromText(*written, value))
            out = value;
        else if (written)
            problem(key, fmt::format("\"{}\" must be {}.", key, allowed));
    }
    void texts(const char* key, std::optional<std::vector<std::string>>& out) {
        const Json* list = member(key, &Json::is_array, "a list");
        if (!list)
            return;
        out.emplace();
        for (const Json& one : *list)
            if (one.is_string())
                out->push_back(one.get<std::string>());
            else
                problem(key, fmt::format("\"{}\" must be a list of texts.", key));
    }
    void noOthers() {
        if (m_object.is_object())
            for (const auto& [key, value] : m_object.items())
                if (std::find(m_known.begin(), m_known.end(), key) == m_known.end())
                    problem(key, fmt::format("The script knows no \"{}\" here.", key));
    }
    [[nodiscard]] std::string at(const char* key) const { return childPointer(m_pointer, key); }

private:
    const Json& m_object;
    std::string m_pointer;
    std::vector<Message>& m_problems;
    std::vector<std::string> m_known;
};

bool severityFrom(std::string_view text, lens::Risk& out) noexcept {
    out = text == "high" ? lens::Risk::High : lens::Risk::Medium;
    return text == "high" || text == "medium";
}

/// [likelihood, impact]
void readRating(ObjectReader& reader, const char* key, std::optional<review::Rating>& out) {
    const Json* list = reader.member(key, &Json::is_array, "[likelihood, impact]");
    if (!list)
        return;
    if (list->size() == 2 && (*list)[0].is_number_integer() && (*list)[1].is_number_integer())
        out = review::Rating{(*list)[0].get<int>(), (*list)[1].get<int>()};
    else
        reader.problem(key, fmt::format("\"{}\" must be [likelihood, impact].", key));
}

void readLoss(ObjectReader& reader, FindingEdit& out, std::vector<Message>& problems) {
    const Json* object = reader.member("loss", &Json::is_object, "an object");
    if (!object)
        return;
    ObjectReader loss(*object, reader.at("loss"), problems);
    std::optional<double> perYear, p10, p90;
    loss.number("perYear", perYear);
    loss.number("p10", p10);
    loss.number("p90", p90);
    loss.noOthers();
    if (perYear && p10 && p90)
        out.loss = review::LossModel{*perYear, *p10, *p90};
    else
        loss.problem({}, "A loss needs perYear, p10 and p90.");
}

void readTradeOffs(ObjectReader& reader, FindingEdit& out, std::vector<Message>& problems) {
    const Json* list = reader.member("tradeOffs", &Json::is_array, "a list");
    if (!list)
        return;
    out.tradeOffs.emplace();
    for (std::size_t i = 0; i < list->size(); ++i) {
        ObjectReader one((*list)[i], childPointer(reader.at("tradeOffs"), i), problems);
        std::optional<std::string> framework, note;
        one.text("framework", framework);
        one.text("note", note);
        const Json* helps = one.member("helps", &Json::is_boolean, "true or false");
        one.noOthers();
        if (framework && helps)
            out.tradeOffs->push_back({*framework, helps->get<bool>(), note.value_or(std::string())});
        else
            one.problem({}, "A trade-off needs framework and helps.");
    }
}

void readPractices(ObjectReader& reader, const Has& has, FindingEdit& out) {
    std::optional<std::vector<std::string>> names;
    reader.texts("practices", names);
    if (!names)
        return;
    out.practices.emplace();
    for (const std::string& name : *names) {
        const std::vector<std::string> parts = partsOf(name);
        if (parts.size() != 3)
            reader.problem("practices", "A practice must be written LENS/QUESTION/CHOICE.");
        else if (has(parts[0]))
            out.practices->push_back({{parts[0], parts[1]}, parts[2]});
    }
}

FindingEdit readFinding(const Json& json, const std::string& pointer, const Has& has, std::vector<Message>& problems) {
    FindingEdit out;
    ObjectReader reader(json, pointer, problems);
    reader.text("title", out.title);
    reader.text("observation", out.observation);
    reader.text("consequence", out.consequence);
    reader.text("recommendation", out.recommendation);
    reader.text("owner", out.owner);
    reader.text("framework", out.framework);
    reader.text("reason", out.reason);
    reader.text("decidedBy", out.decidedBy);
    reader.date("due", out.due);
    reader.date("until", out.until);
    reader.number("days", out.days);
    reader.number("progress", out.progress);
    reader.word("severity", out.severity, severityFrom, "high or medium");
    reader.word(
        "effort", out.effort, [](std::string_view text, lens::Effort& v) { return review::fromText(text, v); },
        "S, M or L");
    reader.word(
        "status", out.status, [](std::string_view text, review::FindingStatus& v) { return review::fromText(text, v); },
        "open, in progress, resolved, accepted, transferred or false alarm");
    readRating(reader, "inherent", out.inherent);
    readRating(reader, "residual", out.residual);
    reader.texts("needs", out.needs);
    reader.texts("evidence", out.evidence);
    reader.texts("measures", out.measures);
    readLoss(reader, out, problems);
    readTradeOffs(reader, out, problems);
    readPractices(reader, has, out);
    reader.noOthers();
    return out;
}

review::Planning readPlanning(const Json& json, std::vector<Message>& problems) {
    review::Planning out;
    ObjectReader reader(json, "/planning", problems);
    std::optional<std::vector<std::string>> priorities;
    std::optional<review::PlanMode> mode;
    std::optional<double> capacity;
    std::optional<Date> start;
    std::optional<int> cadence;
    reader.texts("priorities", priorities);
    reader.word(
        "mode", mode, [](std::string_view text, review::PlanMode& v) { return review::fromText(text, v); },
        "days or capacity");
    reader.number("capacity", capacity);
    reader.date("start", start);
    reader.number("cadenceMonths", cadence);
    reader.noOthers();
    out.priorities = priorities.value_or(out.priorities);
    out.mode = mode.value_or(out.mode);
    out.capacity = capacity.value_or(out.capacity);
    out.start = start.value_or(out.start);
    out.cadenceMonths = cadence.value_or(out.cadenceMonths);
    return out;
}

review::ReviewEvent readEvent(const Json& json, const std::string& pointer, std::vector<Message>& problems) {
    ObjectReader reader(json, pointer, problems);
    std::optional<review::EventKind> kind;
    std::optional<Date> date;
    std::optional<std::string> note;
    reader.word(
        "kind", kind, [](std::string_view text, review::EventKind& v) { return review::fromText(text, v); },
        "review, model update, data change or other");
    reader.date("date", date);
    reader.text("note", note);
    reader.noOthers();
    if (!kind || !date)
        reader.problem({}, "An event needs kind and date.");
    return {{}, kind.value_or(review::EventKind::Other), date.value_or(Date{}), note.value_or(std::string())};
}

/// Numbers of the script as ids. One that the script does not have stays, so that the session refuses it by this name.
void nameEvidence(const EvidenceIds& ids, std::vector<std::string>& evidence) {
    for (std::string& name : evidence)
        if (const auto it = ids.find(name); it != ids.end())
            name = it->second;
    std::erase(evidence, std::string());
}

bool isDerived(const std::string& name) noexcept {
    return name.find('/') != std::string::npos;
}

/// What the names in the script stand for.
struct Names {
    const EvidenceIds& evidence;
    std::map<std::string, std::string> keys; ///< of findings written by hand
};

/// The edit with the names of the script replaced by keys and ids.
FindingEdit resolved(const Session& session, const Names& names, FindingEdit edit) {
    if (edit.needs)
        for (std::string& name : *edit.needs)
            if (const auto it = names.keys.find(name); it != names.keys.end())
                name = it->second;
    if (edit.evidence)
        nameEvidence(names.evidence, *edit.evidence);
    if (edit.until && *edit.until < session.today()) {
        edit.status.reset();
        edit.until.reset();
        edit.reason.reset();
        edit.decidedBy.reset();
    }
    return edit;
}

/// A fault of a finding, at its place in the script.
Error inScript(Error error, const std::string& name) {
    for (Message& message : error.messages)
        message.pointer = childPointer("/findings", name);
    error.where = childPointer("/findings", name);
    return error;
}

} // namespace

ScriptFindings readScriptFindings(const Json& root, const Has& has, std::vector<Message>& problems) {
    ScriptFindings script;
    ObjectReader reader(root, {}, problems);
    if (const Json* findings = reader.member("findings", &Json::is_object, "an object"))
        for (const auto& [name, json] : findings->items()) {
            const std::vector<std::string> parts = partsOf(name);
            if (parts.size() > 1 && !has(parts.front()))
                continue;
            FindingEdit edit = readFinding(json, childPointer("/findings", name), has, problems);
            if (edit.needs)
                std::erase_if(*edit.needs,
                              [&](const std::string& need) { return isDerived(need) && !has(partsOf(need).front()); });
            script.findings.emplace_back(name, std::move(edit));
        }
    std::sort(script.findings.begin(), script.findings.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
    if (const Json* planning = reader.member("planning", &Json::is_object, "an object"))
        script.planning = readPlanning(*planning, problems);
    if (const Json* events = reader.member("events", &Json::is_array, "a list"))
        for (std::size_t i = 0; i < events->size(); ++i)
            script.events.push_back(readEvent((*events)[i], childPointer("/events", i), problems));
    return script;
}

Result<void> playFindings(Session& session, const ScriptFindings& script, const EvidenceIds& evidence) {
    Names names{evidence, {}};
    for (const auto& [name, edit] : script.findings) {
        if (isDerived(name))
            continue;
        FindingEdit content = resolved(session, names, edit);
        content.needs.reset(); // may name one that is not there yet
        const auto key = session.addFinding(content);
        if (!key)
            return fail(inScript(key.error(), name));
        names.keys.emplace(name, *key);
    }
    for (const auto& [name, edit] : script.findings) {
        FindingEdit content = resolved(session, names, edit);
        if (!isDerived(name)) {
            content = FindingEdit{};
            content.needs = resolved(session, names, edit).needs;
        }
        const auto warnings = session.editFindings({{isDerived(name) ? name : names.keys.at(name), content}});
        if (!warnings)
            return fail(inScript(warnings.error(), name));
    }
    if (script.planning)
        PLUMB_CHECK(session.setPlanning(*script.planning));
    for (const review::ReviewEvent& event : script.events)
        if (const auto id = session.putEvent(event); !id)
            return fail(id.error());
    return {};
}

} // namespace plumb::session
