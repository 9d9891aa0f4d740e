// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Lenses as text again: as they were read, or with nothing but what the AWS tool accepts.
#include "core/base/json.h"
#include "core/lens/characters.h"
#include "core/lens/lens_messages.h"
#include "core/lens/reader.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace plumb::lens {
namespace {

constexpr std::size_t kMaxFileBytes = 500'000;

Json toJson(const Pillar& pillar);
Json toJson(const Question& question);

Json toJson(const Resource& resource) {
    Json out = Json::object();
    out["displayText"] = resource.displayText;
    if (!resource.url.empty())
        out["url"] = resource.url;
    return out;
}

Json toJson(const Choice& choice) {
    Json out = Json::object();
    out["id"] = choice.id;
    out["title"] = choice.title;
    if (!choice.description.empty())
        out["description"] = choice.description;
    if (choice.helpfulResource)
        out["helpfulResource"] = toJson(*choice.helpfulResource);
    if (choice.improvementPlan)
        out["improvementPlan"] = toJson(*choice.improvementPlan);
    for (const auto& group : choice.additionalResources) {
        Json content = Json::array();
        for (const auto& resource : group.content)
            content.push_back(toJson(resource));
        Json entry = Json::object();
        entry["type"] = group.type;
        entry["content"] = std::move(content);
        out["additionalResources"].push_back(std::move(entry));
    }
    return out;
}

Json toJson(const RiskRule& rule) {
    Json out = Json::object();
    out["condition"] = rule.text;
    out["risk"] = rule.risk == Risk::High ? "HIGH_RISK" : rule.risk == Risk::Medium ? "MEDIUM_RISK" : "NO_RISK";
    return out;
}

template <typename T> Json listToJson(const std::vector<T>& values) {
    Json out = Json::array();
    for (const auto& value : values)
        out.push_back(toJson(value));
    return out;
}

Json toJson(const Question& question) {
    Json out = Json::object();
    out["id"] = question.id;
    out["title"] = question.title;
    if (!question.description.empty())
        out["description"] = question.description;
    if (question.helpfulResource)
        out["helpfulResource"] = toJson(*question.helpfulResource);
    out["choices"] = listToJson(question.choices);
    out["riskRules"] = listToJson(question.rules);
    return out;
}

Json toJson(const Pillar& pillar) {
    Json out = Json::object();
    out["id"] = pillar.id;
    out["name"] = pillar.name;
    out["questions"] = listToJson(pillar.questions);
    return out;
}

/// A lens that was put together in memory has no source.
Json toJson(const Lens& lens) {
    Json out = Json::object();
    out["schemaVersion"] = lens.schemaVersion;
    out["name"] = lens.name;
    out["description"] = lens.description;
    out["pillars"] = listToJson(lens.pillars);
    return out;
}

/// What the format allows below one kind of object.
struct Shape {
    enum class Use { Keep, Title, Object, List };
    struct Field {
        std::string_view key;
        Use use;
        const Shape* inner = nullptr; ///< of the object, or of each element of the list
    };
    std::span<const Field> fields;
};

using Use = Shape::Use;
constexpr std::array kResourceFields{Shape::Field{"displayText", Use::Keep}, Shape::Field{"url", Use::Keep}};
constexpr Shape kResource{kResourceFields};
constexpr std::array kGroupFields{Shape::Field{"type", Use::Keep}, Shape::Field{"content", Use::List, &kResource}};
constexpr Shape kGroup{kGroupFields};
constexpr std::array kChoiceFields{Shape::Field{"id", Use::Keep}, Shape::Field{"title", Use::Title},
                                   Shape::Field{"helpfulResource", Use::Object, &kResource},
                                   Shape::Field{"improvementPlan", Use::Object, &kResource},
                                   Shape::Field{"additionalResources", Use::List, &kGroup}};
constexpr Shape kChoice{kChoiceFields};
constexpr std::array kRuleFields{Shape::Field{"condition", Use::Keep}, Shape::Field{"risk", Use::Keep}};
constexpr Shape kRule{kRuleFields};
constexpr std::array kQuestionFields{Shape::Field{"id", Use::Keep},
                                     Shape::Field{"title", Use::Title},
                                     Shape::Field{"description", Use::Title},
                                     Shape::Field{"helpfulResource", Use::Object, &kResource},
                                     Shape::Field{"choices", Use::List, &kChoice},
                                     Shape::Field{"riskRules", Use::List, &kRule}};
constexpr Shape kQuestion{kQuestionFields};
constexpr std::array kPillarFields{Shape::Field{"id", Use::Keep}, Shape::Field{"name", Use::Title},
                                   Shape::Field{"questions", Use::List, &kQuestion}};
constexpr Shape kPillar{kPillarFields};
constexpr std::array kLensFields{Shape::Field{"schemaVersion", Use::Keep}, Shape::Field{"name", Use::Title},
                                 Shape::Field{"description", Use::Title}, Shape::Field{"pillars", Use::List, &kPillar}};
constexpr Shape kLens{kLensFields};

/// Values of a wrong type stay as they are, so that the check afterwards names them. The depth is that of the shapes.
Json restricted(const Json& value, const Shape& shape) {
    if (!value.is_object())
        return value;
    Json out = Json::object();
    for (const auto& [key, read] : value.get_ref<const Json::object_t&>()) {
        const auto field = std::find_if(shape.fields.begin(), shape.fields.end(),
                                        [&name = key](const Shape::Field& f) { return f.key == name; });
        if (field == shape.fields.end() || (key == "url" && read == ""))
            continue;
        if (field->use == Use::Title && read.is_string()) {
            out[key] = nearestAllowed(read.get_ref<const std::string&>());
        } else if (field->use == Use::Object) {
            out[key] = restricted(read, *field->inner);
        } else if (field->use == Use::List && read.is_array()) {
            Json list = Json::array();
            for (const Json& element : read)
                list.push_back(restricted(element, *field->inner));
            out[key] = std::move(list);
        } else {
            out[key] = read;
        }
    }
    return out;
}

} // namespace

std::string writeLens(const Lens& lens) {
    return writeJson(lens.source ? *lens.source : toJson(lens));
}

Result<std::string> writeLensStrict(const Lens& lens) {
    const Json strict = restricted(lens.source ? *lens.source : toJson(lens), kLens);
    std::string text = writeJson(strict);
    if (text.size() > kMaxFileBytes)
        text = writeJsonCompact(strict);
    ReadLens check = readLens(text);
    if (check.messages.empty())
        return text;
    return fail(Error{ErrorKind::Refused,
                      "lens.notStrict",
                      "The AWS tool would not accept this lens: " + check.messages.front().text,
                      check.messages.front().pointer,
                      {check.messages.front().text},
                      std::move(check.messages)});
}

} // namespace plumb::lens
