// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/sample_costs.h"

#include "core/base/json.h"
#include "core/cost/plan.h"
#include "core/cost/spec.h"

#include <algorithm>
#include <fmt/format.h>

namespace plumb::session {
namespace {

constexpr const char* kPointer = "/costs";

/// Takes a member out of the object; null when it is not there or not of the type.
Json taken(Json& object, const char* key, bool (Json::*is)() const noexcept, const char* what,
           std::vector<Message>& problems) {
    const auto it = object.find(key);
    if (it == object.end())
        return {};
    Json value = std::move(*it);
    object.erase(it);
    if ((value.*is)())
        return value;
    problems.push_back({"N004", childPointer(kPointer, key), fmt::format("\"{}\" must be {}.", key, what), {}});
    return {};
}

void setNotes(const Json& notes, review::Costs& costs, std::vector<Message>& problems) {
    for (const auto& [id, note] : notes.items()) {
        const auto isIt = [&name = id](const auto& thing) { return thing.id == name; };
        const auto item = std::find_if(costs.items.begin(), costs.items.end(), isIt);
        const auto measure = std::find_if(costs.measures.begin(), costs.measures.end(), isIt);
        if (!note.is_string() || (item == costs.items.end() && measure == costs.measures.end()))
            problems.push_back({"N004",
                                childPointer(childPointer(kPointer, "notes"), id),
                                "A note is a text under the id of an item or a measure.",
                                {}});
        else
            (item != costs.items.end() ? item->note : measure->note) = note.get<std::string>();
    }
}

} // namespace

ScriptCosts readScriptCosts(const Json& root, const std::function<bool(std::string_view lens)>& has,
                            std::vector<Message>& problems) {
    ScriptCosts out;
    const auto it = root.is_object() ? root.find("costs") : root.end();
    if (!root.is_object() || it == root.end())
        return out;
    if (!it->is_object()) {
        problems.push_back({"N004", kPointer, "The cost model must be an object.", {}});
        return out;
    }
    Json document = *it;
    const Json trials = taken(document, "trials", &Json::is_number_integer, "a whole number", problems);
    const Json seed = taken(document, "seed", &Json::is_number_integer, "a whole number", problems);
    const Json scenario = taken(document, "scenario", &Json::is_string, "a text", problems);
    const Json notes = taken(document, "notes", &Json::is_object, "an object", problems);
    const auto spec = cost::readSpec(document);
    if (!spec) {
        for (const Message& message : spec.error().messages)
            problems.push_back({message.id, kPointer + message.pointer, message.text, message.fix});
        return out;
    }
    review::Costs keep;
    keep.settings.trials = trials.is_null() ? keep.settings.trials : trials.get<std::int64_t>();
    keep.settings.seed = seed.is_null() ? keep.settings.seed : seed.get<std::int64_t>();
    out.costs = cost::costsOf(*spec, keep);
    if (!notes.is_null())
        setNotes(notes, out.costs, problems);
    if (!scenario.is_null()) {
        const auto chosen = costScenarioNamed(out.costs, scenario.get<std::string>());
        if (chosen)
            out.costs.settings.scenario = *chosen;
        else
            problems.push_back({"N004", childPointer(kPointer, "scenario"), chosen.error().text, {}});
    }
    for (std::size_t k = 0; k < spec->measures.size(); ++k)
        for (const std::string& key : spec->measures[k].findings)
            if (has(std::string_view(key).substr(0, key.find('/'))))
                out.links.emplace_back(key, out.costs.measures[k].id);
    return out;
}

Result<void> playCosts(Session& session, const ScriptCosts& script) {
    if (!script.given())
        return {};
    PLUMB_CHECK(session.setCosts(script.costs, fmt::format("Start the cost model with {} items and {} measures",
                                                           script.costs.items.size(), script.costs.measures.size())));
    std::vector<std::pair<std::string, FindingEdit>> edits;
    for (const auto& [key, measure] : script.links) {
        const auto of = [&name = key](const auto& entry) { return entry.first == name; };
        auto edit = std::find_if(edits.begin(), edits.end(), of);
        if (edit == edits.end()) {
            const score::Finding* finding = session.finding(key);
            edit = edits.insert(edits.end(), {key, {}});
            edit->second.measures = finding ? finding->measures : std::vector<std::string>(); // those of its overlay
        }
        edit->second.measures->push_back(measure);
    }
    const auto linked = session.editFindings(edits, "Link findings to the measures that deal with them");
    return linked ? Result<void>{} : fail(linked.error());
}

} // namespace plumb::session
