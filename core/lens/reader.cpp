// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lens/reader.h"

#include "core/base/hash.h"
#include "core/base/json.h"
#include "core/lens/characters.h"
#include "core/lens/choice_index.h"
#include "core/lens/lens_messages.h"
#include "core/lens/lint.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <unordered_set>
#include <utility>

namespace plumb::lens {
namespace {

constexpr std::size_t kMaxFileBytes = 500'000;
constexpr std::size_t kMaxTitle = 128;
constexpr std::size_t kMaxText = 2048;
constexpr std::size_t kMaxPillars = 10;
constexpr std::size_t kMaxQuestions = 20;
constexpr std::size_t kMaxChoices = 15;
constexpr std::size_t kMaxRules = 3;
constexpr std::size_t kMaxResources = 5;
constexpr std::string_view kSchemaVersion = "2021-11-01";

using SeenIds = std::unordered_set<std::string_view>;

/// A text from the file as a message shows it: cut when it is absurdly long.
std::string shown(std::string_view text) {
    constexpr std::size_t kMost = 100;
    if (text.size() <= kMost)
        return std::string(text);
    std::size_t end = kMost;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end;
    return std::string(text.substr(0, end)) + "...";
}

/// Walks the document once. Pillars, questions and choices keep their positions, so that indices of the model are
/// those of JSON pointers; a file in which one cannot be made is not usable.
class LensReader {
public:
    explicit LensReader(MessageList& messages) : m_messages(messages) {}
    /// Nothing when the document cannot be used.
    std::optional<Lens> read(const Json& root);

private:
    void problem(std::string_view id, const Path& path, std::string text, std::string fix) {
        m_messages.add(id, path, std::move(text), std::move(fix));
    }
    void unusable() { m_usable = false; }

    std::string text(const Json& object, const Path& path, std::string_view key, std::size_t most, bool required);
    void checkCharacters(const std::string& value, const Path& path);
    std::string title(const Json& object, const Path& path, std::string_view key) {
        std::string value = text(object, path, key, kMaxTitle, true);
        checkCharacters(value, Path(path, key));
        return value;
    }
    std::string description(const Json& object, const Path& path, bool required) {
        std::string value = text(object, path, "description", kMaxText, required);
        checkCharacters(value, Path(path, "description"));
        return value;
    }
    std::string id(const Json& object, const Path& path, SeenIds& seen);
    const Json* array(const Json& object, const Path& path, std::string_view key);
    bool isObject(const Json& value, const Path& path, std::string_view what);

    void schemaVersion(const Json& root, Lens& lens);
    Pillar pillar(const Json& value, const Path& path);
    Question question(const Json& value, const Path& path);
    std::vector<std::string> choices(const Json& value, const Path& path, Question& question);
    Choice choice(const Json& value, const Path& path, SeenIds& seen);
    void rules(const Json& value, const Path& path, const ChoiceIndex& choices, Question& question);
    bool rule(const Json& value, const Path& path, const ChoiceIndex& choices, std::array<bool, 3>& seen,
              Question& question);
    std::optional<Condition> condition(const Json& value, const Path& path, const ChoiceIndex& choices);
    std::optional<Risk> risk(const Json& value, const Path& path, std::array<bool, 3>& seen);
    std::optional<Resource> optionalResource(const Json& object, const Path& path, std::string_view key);
    Resource resource(const Json& value, const Path& path);
    std::vector<AdditionalResources> additional(const Json& object, const Path& path);

    MessageList& m_messages;
    bool m_usable = true;
    SeenIds m_pillarIds, m_questionIds;
};

std::string LensReader::text(const Json& object, const Path& path, std::string_view key, std::size_t most,
                             bool required) {
    const Json* value = member(object, key);
    const Path place(path, key);
    const auto fix = [&] { return fmt::format("Write a text of at most {} characters.", most); };
    if (value == nullptr) {
        if (required)
            problem("A004", place, fmt::format("The field \"{}\" is missing.", key), fix());
        return {};
    }
    if (!value->is_string()) {
        problem("A004", place, fmt::format("The field \"{}\" is {}, not a text.", key, typeName(*value)), fix());
        return {};
    }
    const auto& read = value->get_ref<const std::string&>();
    if (read.empty() && required)
        problem("A004", place, fmt::format("The field \"{}\" is empty.", key), fix());
    if (read.size() > most && characterCount(read) > most)
        problem(
            "A004", place,
            fmt::format("The field \"{}\" has {} characters; at most {} are allowed.", key, characterCount(read), most),
            "Shorten the text.");
    return read;
}

void LensReader::checkCharacters(const std::string& value, const Path& path) {
    std::string bad;
    std::vector<char32_t> listed;
    forEachCharacter(value, [&](char32_t c, std::string_view bytes) {
        if (isAllowedInTitle(c) || std::find(listed.begin(), listed.end(), c) != listed.end() || listed.size() >= 8)
            return;
        listed.push_back(c);
        const bool visible = c > 0x20 && (c < 0x7F || c > 0xA0);
        bad += fmt::format("{}{}", bad.empty() ? "" : " ",
                           visible ? std::string(bytes) : fmt::format("U+{:04X}", static_cast<std::uint32_t>(c)));
    });
    if (!bad.empty())
        problem("A008", path, fmt::format("The AWS tool does not accept these characters here: {}", bad),
                "Use letters, digits, spaces, line breaks and - _ . , : / ( ) @ ! & # + ' ? only.");
}

std::string LensReader::id(const Json& object, const Path& path, SeenIds& seen) {
    const Json* value = member(object, "id");
    const Path place(path, "id");
    if (value == nullptr || !value->is_string() || value->get_ref<const std::string&>().empty()) {
        unusable();
        problem("A004", place,
                value == nullptr     ? std::string("The id is missing.")
                : value->is_string() ? std::string("The id is empty.")
                                     : fmt::format("The id is {}, not a text.", typeName(*value)),
                "Give it an id of 3 to 128 letters, digits and underscores.");
        return {};
    }
    const auto& read = value->get_ref<const std::string&>();
    const bool plain = std::all_of(read.begin(), read.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    });
    if (!plain || read.size() < 3 || read.size() > 128)
        problem("A005", place,
                fmt::format("\"{}\" is not an id of 3 to 128 letters, digits and underscores.", shown(read)),
                "Use only A-Z, a-z, 0-9 and _ in ids, and at least three of them.");
    if (!seen.insert(read).second)
        problem("A007", place, fmt::format("The id \"{}\" stands here for the second time.", shown(read)),
                "Give each one an id of its own.");
    return read;
}

const Json* LensReader::array(const Json& object, const Path& path, std::string_view key) {
    const Json* value = member(object, key);
    if (value != nullptr && value->is_array())
        return value;
    problem("A004", Path(path, key),
            value == nullptr ? fmt::format("The field \"{}\" is missing.", key)
                             : fmt::format("The field \"{}\" is {}, not an array.", key, typeName(*value)),
            "Write it as an array: [ ... ].");
    return nullptr;
}

bool LensReader::isObject(const Json& value, const Path& path, std::string_view what) {
    if (value.is_object())
        return true;
    problem("A004", path, fmt::format("The {} is {}, not an object.", what, typeName(value)),
            "Write it as an object: { ... }.");
    return false;
}

std::optional<Lens> LensReader::read(const Json& root) {
    const Path top;
    if (!isObject(root, top, "document"))
        return std::nullopt;
    Lens lens;
    schemaVersion(root, lens);
    lens.name = title(root, top, "name");
    lens.id = stableId(lens.name);
    lens.description = description(root, top, true);
    const Json* pillars = array(root, top, "pillars");
    if (pillars == nullptr)
        return std::nullopt;
    const Path place(top, "pillars");
    if (pillars->empty() || pillars->size() > kMaxPillars)
        problem("A006", place,
                fmt::format("The lens has {} pillars; 1 to {} are allowed.", pillars->size(), kMaxPillars),
                "Add, merge or split pillars.");
    for (std::size_t i = 0; i < pillars->size(); ++i) {
        Pillar made = pillar((*pillars)[i], Path(place, i));
        if (m_usable)
            lens.pillars.push_back(std::move(made));
    }
    return m_usable ? std::optional(std::move(lens)) : std::nullopt;
}

void LensReader::schemaVersion(const Json& root, Lens& lens) {
    const Json* value = member(root, "schemaVersion");
    if (value != nullptr && value->is_string())
        lens.schemaVersion = value->get_ref<const std::string&>();
    if (lens.schemaVersion != kSchemaVersion)
        problem("A002", Path(Path(), "schemaVersion"),
                value == nullptr ? std::string("The field \"schemaVersion\" is missing.")
                                 : fmt::format("The schema version is not \"{}\".", kSchemaVersion),
                fmt::format("Write \"schemaVersion\": \"{}\".", kSchemaVersion));
}

Pillar LensReader::pillar(const Json& value, const Path& path) {
    Pillar made;
    if (!isObject(value, path, "pillar")) {
        unusable();
        return made;
    }
    made.id = id(value, path, m_pillarIds);
    made.name = title(value, path, "name");
    const Json* questions = array(value, path, "questions");
    if (questions == nullptr)
        return made;
    const Path place(path, "questions");
    if (questions->empty() || questions->size() > kMaxQuestions)
        problem("A006", place,
                fmt::format("The pillar has {} questions; 1 to {} are allowed.", questions->size(), kMaxQuestions),
                "Move questions to other pillars, or add one.");
    for (std::size_t i = 0; i < questions->size(); ++i) {
        Question read = question((*questions)[i], Path(place, i));
        if (m_usable)
            made.questions.push_back(std::move(read));
    }
    return made;
}

Question LensReader::question(const Json& value, const Path& path) {
    Question made;
    if (!isObject(value, path, "question")) {
        unusable();
        return made;
    }
    made.id = id(value, path, m_questionIds);
    made.title = title(value, path, "title");
    made.description = description(value, path, false);
    made.helpfulResource = optionalResource(value, path, "helpfulResource");
    const std::vector<std::string> ids = choices(value, path, made);
    if (const Json* list = array(value, path, "riskRules"))
        rules(*list, Path(path, "riskRules"), ChoiceIndex(ids), made);
    if (m_usable) {
        const Reachable range = reachable(made);
        made.worstReachable = range.worst;
        made.bestReachable = range.best;
    }
    return made;
}

/// The ids are returned also when the file has turned out unusable, so that conditions are still checked against them.
std::vector<std::string> LensReader::choices(const Json& value, const Path& path, Question& question) {
    std::vector<std::string> ids;
    const Json* list = array(value, path, "choices");
    if (list == nullptr)
        return ids;
    const Path place(path, "choices");
    if (list->empty())
        problem("A004", place, "The question has no choices.", "Add at least one choice.");
    if (list->size() > kMaxChoices)
        problem("A006", place,
                fmt::format("The question has {} choices; at most {} are allowed.", list->size(), kMaxChoices),
                "Merge choices or split the question.");
    SeenIds seen;
    for (std::size_t i = 0; i < list->size(); ++i) {
        Choice read = choice((*list)[i], Path(place, i), seen);
        ids.push_back(read.id);
        if (m_usable)
            question.choices.push_back(std::move(read));
    }
    return ids;
}

Choice LensReader::choice(const Json& value, const Path& path, SeenIds& seen) {
    Choice made;
    if (!isObject(value, path, "choice")) {
        unusable();
        return made;
    }
    made.id = id(value, path, seen);
    made.title = title(value, path, "title");
    if (const Json* extra = member(value, "description"); extra != nullptr && extra->is_string())
        made.description = extra->get_ref<const std::string&>(); // not a key of the format, but real lenses have it
    made.isNone = isNoneChoice(made.id, made.title);
    made.helpfulResource = optionalResource(value, path, "helpfulResource");
    made.improvementPlan = optionalResource(value, path, "improvementPlan");
    if (!made.id.ends_with("_no") && (!made.improvementPlan || made.improvementPlan->displayText.empty()))
        problem("A009", Path(path, "improvementPlan"),
                fmt::format("Choice \"{}\" has no text in its improvementPlan.", shown(made.id)),
                "Add an improvementPlan with a displayText that says what to do.");
    made.additionalResources = additional(value, path);
    return made;
}

void LensReader::rules(const Json& value, const Path& path, const ChoiceIndex& choices, Question& question) {
    if (value.empty())
        problem("A004", path, "The question has no risk rules.", "Add rules, the last with the condition \"default\".");
    if (value.size() > kMaxRules)
        problem("A006", path,
                fmt::format("The question has {} risk rules; at most {} are allowed.", value.size(), kMaxRules),
                "Write one rule a risk level.");
    std::array<bool, 3> seen{};
    bool hasDefault = false;
    for (std::size_t i = 0; i < value.size(); ++i)
        hasDefault = rule(value[i], Path(path, i), choices, seen, question) || hasDefault;
    if (!hasDefault && !value.empty())
        problem("A011", path, "No risk rule has the condition \"default\".",
                "Make the condition of the last rule \"default\".");
}

/// True for a rule with the condition "default".
bool LensReader::rule(const Json& value, const Path& path, const ChoiceIndex& choices, std::array<bool, 3>& seen,
                      Question& question) {
    if (!isObject(value, path, "risk rule"))
        return false;
    auto parsed = condition(value, path, choices);
    const auto level = risk(value, path, seen);
    const bool isDefault = parsed && parsed->isDefault();
    if (!parsed || !level || !m_usable)
        return isDefault;
    RiskRule made;
    made.text = member(value, "condition")->get_ref<const std::string&>();
    made.condition = std::move(*parsed);
    made.risk = *level;
    question.rules.push_back(std::move(made));
    return isDefault;
}

std::optional<Condition> LensReader::condition(const Json& value, const Path& path, const ChoiceIndex& choices) {
    const Json* text = member(value, "condition");
    const Path place(path, "condition");
    if (text == nullptr || !text->is_string()) {
        problem("A004", place,
                text == nullptr ? std::string("The field \"condition\" is missing.")
                                : fmt::format("The field \"condition\" is {}, not a text.", typeName(*text)),
                "Write a condition over choice ids, or \"default\".");
        return std::nullopt;
    }
    auto parsed = parseConditionWith(text->get_ref<const std::string&>(), choices);
    if (!parsed) {
        unusable();
        problem("A012", place,
                fmt::format("The condition does not parse at {}: {}.", parsed.error().where, parsed.error().text),
                "Use choice ids, &&, ||, !, parentheses, or \"default\" alone.");
        return std::nullopt;
    }
    for (const std::string& unknown : parsed->unknownIds)
        problem("A013", place,
                fmt::format("The condition names \"{}\", which is no choice of this question.", shown(unknown)),
                "Use an id from the question's choices, or add the choice.");
    return std::move(*parsed);
}

std::optional<Risk> LensReader::risk(const Json& value, const Path& path, std::array<bool, 3>& seen) {
    static constexpr std::array<std::pair<std::string_view, Risk>, 3> kNames{
        {{"NO_RISK", Risk::None}, {"MEDIUM_RISK", Risk::Medium}, {"HIGH_RISK", Risk::High}}};
    const Json* text = member(value, "risk");
    const Path place(path, "risk");
    const auto found = std::find_if(kNames.begin(), kNames.end(), [&](const auto& name) {
        return text != nullptr && text->is_string() && text->get_ref<const std::string&>() == name.first;
    });
    if (found == kNames.end()) {
        problem("A004", place,
                text == nullptr ? "The field \"risk\" is missing; the rule is left out."
                                : "The risk is not one of NO_RISK, MEDIUM_RISK and HIGH_RISK; the rule is left out.",
                "Write NO_RISK, MEDIUM_RISK or HIGH_RISK.");
        return std::nullopt;
    }
    if (std::exchange(seen[static_cast<std::size_t>(found->second)], true))
        problem("A006", place, fmt::format("The question has a second rule for {}.", found->first),
                "Join the conditions of rules for one level with ||.");
    return found->second;
}

std::optional<Resource> LensReader::optionalResource(const Json& object, const Path& path, std::string_view key) {
    const Json* value = member(object, key);
    if (value == nullptr)
        return std::nullopt;
    const Path place(path, key);
    if (!isObject(*value, place, key))
        return std::nullopt;
    return resource(*value, place);
}

Resource LensReader::resource(const Json& value, const Path& path) {
    Resource made;
    made.displayText = text(value, path, "displayText", kMaxText, false);
    made.url = text(value, path, "url", kMaxText, false);
    if (made.url.empty()) // published lenses have empty ones
        return made;
    const Path place(path, "url");
    if (!made.url.starts_with("https://") && !made.url.starts_with("http://"))
        problem("A010", place, fmt::format("\"{}\" is not an http or https address.", shown(made.url)),
                "Write an address that begins with https://.");
    if (made.displayText.empty())
        problem("A010", place, "The address has no displayText.", "Add a displayText that says what the address is.");
    return made;
}

std::vector<AdditionalResources> LensReader::additional(const Json& object, const Path& path) {
    std::vector<AdditionalResources> made;
    if (member(object, "additionalResources") == nullptr)
        return made;
    const Json* list = array(object, path, "additionalResources");
    if (list == nullptr)
        return made;
    const Path place(path, "additionalResources");
    std::array<std::size_t, 2> counts{};
    for (std::size_t i = 0; i < list->size(); ++i) {
        const Path entry(place, i);
        if (!isObject((*list)[i], entry, "additional resource"))
            continue;
        AdditionalResources group;
        group.type = text((*list)[i], entry, "type", kMaxTitle, true);
        const bool plan = group.type == "IMPROVEMENT_PLAN";
        if (!group.type.empty() && !plan && group.type != "HELPFUL_RESOURCE")
            problem("A004", Path(entry, "type"),
                    fmt::format("\"{}\" is not a type of additional resources.", shown(group.type)),
                    "Write HELPFUL_RESOURCE or IMPROVEMENT_PLAN.");
        if (const Json* content = array((*list)[i], entry, "content")) {
            const Path contentPlace(entry, "content");
            std::size_t& count = counts[plan ? 1 : 0];
            const std::size_t before = std::exchange(count, count + content->size());
            if (before <= kMaxResources && count > kMaxResources)
                problem("A006", contentPlace,
                        fmt::format("There are more than {} resources of one type.", kMaxResources),
                        "Keep the most useful ones.");
            for (std::size_t k = 0; k < content->size(); ++k)
                if (const Path at(contentPlace, k); isObject((*content)[k], at, "resource"))
                    group.content.push_back(resource((*content)[k], at));
        }
        made.push_back(std::move(group));
    }
    return made;
}

} // namespace

ReadLens readLens(std::string_view bytes) {
    MessageList messages;
    if (bytes.size() > kMaxFileBytes)
        messages.add("A003", Path(),
                     fmt::format("The file has {} bytes; the AWS tool accepts {}.", bytes.size(), kMaxFileBytes),
                     "Shorten texts or split the lens.");
    JsonDocument document = parseJson(bytes);
    const bool parsed = document.usable;
    messages.add(std::move(document.problems));
    ReadLens result;
    if (parsed || !document.root.is_null()) // after duplicate keys the rest is still checked
        result.lens = LensReader(messages).read(document.root);
    if (!messages.empty())
        result.messages = messages.take(document.root);
    if (!parsed)
        result.lens.reset();
    if (result.lens) {
        result.lens->sha256 = sha256(bytes);
        result.lens->source = std::make_shared<const Json>(std::move(document.root));
    }
    return result;
}

Result<Lens> readLensOrFail(std::string_view bytes, std::string_view where) {
    ReadLens read = readLens(bytes);
    if (read.lens)
        return std::move(*read.lens);
    Error error{ErrorKind::Refused, "lens.unusable",      {},
                std::string(where), {std::string(where)}, std::move(read.messages)};
    const auto blocking = std::find_if(error.messages.begin(), error.messages.end(), [](const Message& m) {
        return m.id == "A001" || m.id == "A012" || (m.id == "A004" && m.pointer.ends_with("/id"));
    });
    error.text = fmt::format("\"{}\" cannot be used as a questionnaire: {}", where,
                             blocking != error.messages.end() ? blocking->text : error.messages.front().text);
    return fail(std::move(error));
}

} // namespace plumb::lens
