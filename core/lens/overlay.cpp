// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lens/overlay.h"

#include "core/base/hash.h"
#include "core/base/json.h"
#include "core/lens/characters.h"
#include "core/lens/lens_messages.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <utility>

namespace plumb::lens {
namespace {

constexpr std::array<std::string_view, 6> kFrameworkPillars{
    "operationalExcellence", "security", "reliability", "performance", "costOptimization", "sustainability"};
constexpr std::size_t kMaxShortTitle = 28;
constexpr std::size_t kMaxFindingTitle = 60;

class OverlayReader {
public:
    explicit OverlayReader(MessageList& messages) : m_messages(messages) {}
    Overlay read(const Json& root);

private:
    void wrong(const Path& path, std::string text, std::string fix) {
        m_messages.add("O001", path, std::move(text), std::move(fix));
    }
    const Json* object(const Json& parent, const Path& path, std::string_view key);
    const Json* array(const Json& parent, const Path& path, std::string_view key);
    std::string text(const Json& parent, const Path& path, std::string_view key);
    std::vector<std::string> texts(const Json& parent, const Path& path, std::string_view key);
    int rating(const Json& parent, const Path& path, std::string_view key);
    std::string framework(const Json& parent, const Path& path);
    template <typename T, std::size_t N>
    std::optional<T> word(const Json& parent, const Path& path, std::string_view key,
                          const std::array<std::pair<std::string_view, T>, N>& words);
    template <typename Visit> void eachMember(const Json& parent, const Path& path, std::string_view key, Visit visit);

    void phases(const Json& root, const Path& path, Overlay& overlay);
    void signs(const Json& root, const Path& path, Overlay& overlay);
    QuestionOverlay question(const Json& value, const Path& path, const Overlay& overlay);
    double weight(const Json& value, const Path& path);
    FacilitatorCard card(const Json& value, const Path& path);
    void finding(const Json& value, const Path& path, QuestionOverlay& out);

    MessageList& m_messages;
};

const Json* OverlayReader::object(const Json& parent, const Path& path, std::string_view key) {
    const Json* value = member(parent, key);
    if (value == nullptr || value->is_object())
        return value;
    wrong(Path(path, key), fmt::format("\"{}\" is {}, not an object.", key, typeName(*value)), "Write { ... }.");
    return nullptr;
}

const Json* OverlayReader::array(const Json& parent, const Path& path, std::string_view key) {
    const Json* value = member(parent, key);
    if (value == nullptr || value->is_array())
        return value;
    wrong(Path(path, key), fmt::format("\"{}\" is {}, not an array.", key, typeName(*value)), "Write [ ... ].");
    return nullptr;
}

std::string OverlayReader::text(const Json& parent, const Path& path, std::string_view key) {
    const Json* value = member(parent, key);
    if (value == nullptr)
        return {};
    if (value->is_string())
        return value->get_ref<const std::string&>();
    wrong(Path(path, key), fmt::format("\"{}\" is {}, not a text.", key, typeName(*value)),
          "Write it in double quotes.");
    return {};
}

std::vector<std::string> OverlayReader::texts(const Json& parent, const Path& path, std::string_view key) {
    std::vector<std::string> out;
    const Json* list = array(parent, path, key);
    if (list == nullptr)
        return out;
    const Path place(path, key);
    for (std::size_t i = 0; i < list->size(); ++i) {
        if ((*list)[i].is_string())
            out.push_back((*list)[i].get_ref<const std::string&>());
        else
            wrong(Path(place, i), fmt::format("This entry of \"{}\" is {}, not a text.", key, typeName((*list)[i])),
                  "Write it in double quotes.");
    }
    return out;
}

int OverlayReader::rating(const Json& parent, const Path& path, std::string_view key) {
    const Json* value = member(parent, key);
    if (value == nullptr)
        return 0;
    if (!value->is_number_integer()) {
        wrong(Path(path, key), fmt::format("\"{}\" is not a whole number.", key), "Write a number from 1 to 5.");
        return 0;
    }
    const double number = value->get<double>(); // whatever its size
    if (number < 1 || number > 5) {
        m_messages.add("O002", Path(path, key), fmt::format("\"{}\" is not between 1 and 5.", key),
                       "Write a number from 1 to 5, or leave it out.");
        return 0;
    }
    return static_cast<int>(number);
}

std::string OverlayReader::framework(const Json& parent, const Path& path) {
    std::string id = text(parent, path, "framework");
    if (!id.empty() && std::find(kFrameworkPillars.begin(), kFrameworkPillars.end(), id) == kFrameworkPillars.end())
        m_messages.add(
            "O003", Path(path, "framework"), fmt::format("\"{}\" is not a pillar of the framework.", id),
            "Write operationalExcellence, security, reliability, performance, costOptimization or sustainability.");
    return id;
}

template <typename T, std::size_t N>
std::optional<T> OverlayReader::word(const Json& parent, const Path& path, std::string_view key,
                                     const std::array<std::pair<std::string_view, T>, N>& words) {
    const std::string value = text(parent, path, key);
    if (value.empty())
        return std::nullopt;
    std::string allowed;
    for (const auto& [name, meaning] : words) {
        if (value == name)
            return meaning;
        allowed += fmt::format("{}{}", allowed.empty() ? "" : ", ", name);
    }
    wrong(Path(path, key), fmt::format("\"{}\" is no value of \"{}\".", value, key),
          fmt::format("Write one of {}.", allowed));
    return std::nullopt;
}

/// Visits the members of the object below a key that are objects themselves.
template <typename Visit>
void OverlayReader::eachMember(const Json& parent, const Path& path, std::string_view key, Visit visit) {
    const Json* members = object(parent, path, key);
    if (members == nullptr)
        return;
    const Path place(path, key);
    for (const auto& [id, value] : members->get_ref<const Json::object_t&>()) {
        const Path at(place, id);
        if (value.is_object())
            visit(id, value, at);
        else
            wrong(at, fmt::format("The entry \"{}\" is {}, not an object.", id, typeName(value)), "Write { ... }.");
    }
}

Overlay OverlayReader::read(const Json& root) {
    Overlay overlay;
    const Path top;
    if (!root.is_object()) {
        wrong(top, fmt::format("The document is {}, not an object.", typeName(root)), "Write { ... }.");
        return overlay;
    }
    if (const Json* version = member(root, "overlayVersion"); version != nullptr && *version != 1)
        wrong(Path(top, "overlayVersion"), "The overlay version is not 1.", "Use a newer Plumbline, or write 1.");
    overlay.shortName = text(root, top, "shortName");
    phases(root, top, overlay);
    eachMember(root, top, "pillars", [&](const std::string& id, const Json& value, const Path& path) {
        overlay.pillars[id] = {text(value, path, "shortName"), framework(value, path), text(value, path, "failureMode"),
                               text(value, path, "story"), text(value, path, "figure")};
    });
    eachMember(root, top, "questions", [&](const std::string& id, const Json& value, const Path& path) {
        overlay.questions[id] = question(value, path, overlay);
    });
    signs(root, top, overlay);
    return overlay;
}

void OverlayReader::phases(const Json& root, const Path& path, Overlay& overlay) {
    const Json* list = array(root, path, "phases");
    if (list == nullptr)
        return;
    const Path place(path, "phases");
    for (std::size_t i = 0; i < list->size(); ++i) {
        const Path at(place, i);
        Phase phase{text((*list)[i], at, "id"), text((*list)[i], at, "name")};
        if (phase.id.empty())
            wrong(at, "The phase has no id.", "Write {\"id\": \"...\", \"name\": \"...\"}.");
        else
            overlay.phases.push_back(std::move(phase));
    }
}

void OverlayReader::signs(const Json& root, const Path& path, Overlay& overlay) {
    const Json* readiness = object(root, path, "readiness");
    if (readiness == nullptr)
        return;
    const Path above(path, "readiness");
    const Json* list = array(*readiness, above, "signs");
    if (list == nullptr)
        return;
    const Path place(above, "signs");
    for (std::size_t i = 0; i < list->size(); ++i) {
        const Path at(place, i);
        const Json& value = (*list)[i];
        ReadinessSign sign{text(value, at, "id"), text(value, at, "name"), text(value, at, "question"),
                           texts(value, at, "choices"), text(value, at, "missing")};
        if (sign.id.empty() || sign.question.empty() || sign.choices.empty())
            wrong(at, "The sign has no id, question or choices.",
                  "Name the question and the choices that show the sign.");
        else
            overlay.signs.push_back(std::move(sign));
    }
}

QuestionOverlay OverlayReader::question(const Json& value, const Path& path, const Overlay& overlay) {
    static constexpr std::array<std::pair<std::string_view, Effort>, 3> kEfforts{
        {{"S", Effort::S}, {"M", Effort::M}, {"L", Effort::L}}};
    static constexpr std::array<std::pair<std::string_view, Severity>, 3> kSeverities{
        {{"low", Severity::Low}, {"medium", Severity::Medium}, {"high", Severity::High}}};
    QuestionOverlay out;
    out.shortTitle = text(value, path, "shortTitle");
    if (characterCount(out.shortTitle) > kMaxShortTitle)
        wrong(Path(path, "shortTitle"), fmt::format("\"shortTitle\" has more than {} characters.", kMaxShortTitle),
              "Shorten it: it is a row of a tree.");
    out.phase = text(value, path, "phase");
    if (!out.phase.empty() && std::none_of(overlay.phases.begin(), overlay.phases.end(),
                                           [&](const Phase& phase) { return phase.id == out.phase; }))
        m_messages.add("O003", Path(path, "phase"), fmt::format("\"{}\" is not one of the phases.", out.phase),
                       "Use the id of a phase, or add it to \"phases\".");
    out.framework = framework(value, path);
    out.weight = weight(value, path);
    if (const Json* read = object(value, path, "card"))
        out.card = card(*read, Path(path, "card"));
    out.evidence = texts(value, path, "evidence");
    out.likelihood = rating(value, path, "likelihood");
    out.impact = rating(value, path, "impact");
    if (const Json* read = object(value, path, "finding"))
        finding(*read, Path(path, "finding"), out);
    out.effort = word(value, path, "effort", kEfforts).value_or(Effort::Unset);
    out.measures = texts(value, path, "measures");
    eachMember(value, path, "choices", [&](const std::string& id, const Json& choice, const Path& at) {
        out.choices[id] = {word(choice, at, "severity", kSeverities), texts(choice, at, "references"),
                           texts(choice, at, "tags")};
    });
    return out;
}

double OverlayReader::weight(const Json& value, const Path& path) {
    const Json* read = member(value, "weight");
    if (read == nullptr)
        return 1.0;
    const Path place(path, "weight");
    if (!read->is_number()) {
        wrong(place, fmt::format("\"weight\" is {}, not a number.", typeName(*read)), "Write a number above 0.");
        return 1.0;
    }
    const double number = read->get<double>();
    if (std::isfinite(number) && number > 0)
        return number;
    m_messages.add("O002", place, "\"weight\" is not above 0.", "Write a number above 0, or leave it out.");
    return 1.0;
}

FacilitatorCard OverlayReader::card(const Json& value, const Path& path) {
    return {text(value, path, "opening"), texts(value, path, "probes"), texts(value, path, "redFlags"),
            text(value, path, "good")};
}

void OverlayReader::finding(const Json& value, const Path& path, QuestionOverlay& out) {
    out.findingTitle = text(value, path, "title");
    if (characterCount(out.findingTitle) > kMaxFindingTitle)
        wrong(Path(path, "title"), fmt::format("\"title\" has more than {} characters.", kMaxFindingTitle),
              "Shorten it: it is a row of the register.");
    out.consequence = text(value, path, "consequence");
}

template <typename Map>
const typename Map::mapped_type& findOr(const Map& map, std::string_view id,
                                        const typename Map::mapped_type& otherwise) noexcept {
    const auto found = map.find(id);
    return found == map.end() ? otherwise : found->second;
}

} // namespace

const QuestionOverlay& Overlay::question(std::string_view id) const noexcept {
    static const QuestionOverlay kDefault;
    return findOr(questions, id, kDefault);
}

const PillarOverlay& Overlay::pillar(std::string_view id) const noexcept {
    static const PillarOverlay kDefault;
    return findOr(pillars, id, kDefault);
}

const ChoiceOverlay& Overlay::choice(std::string_view questionId, std::string_view id) const noexcept {
    static const ChoiceOverlay kDefault;
    return findOr(question(questionId).choices, id, kDefault);
}

Result<Overlay> readOverlay(std::string_view bytes) {
    JsonDocument document = parseJson(bytes);
    MessageList messages;
    messages.add(std::move(document.problems));
    Overlay overlay;
    if (document.usable || !document.root.is_null())
        overlay = OverlayReader(messages).read(document.root);
    if (!messages.empty()) {
        Error error{ErrorKind::Refused, "overlay.invalid", {}, {}, {}, messages.take(document.root)};
        error.text = fmt::format("The overlay cannot be used: {}", error.messages.front().text);
        error.where = error.messages.front().pointer;
        error.args = {error.messages.front().text};
        return fail(std::move(error));
    }
    overlay.sha256 = sha256(bytes);
    overlay.source = std::make_shared<const Json>(std::move(document.root));
    return overlay;
}

} // namespace plumb::lens
