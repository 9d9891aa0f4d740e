// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cost_input.h"

#include "core/base/files.h"
#include "core/cost/plan.h"
#include "core/cost/spec.h"
#include "core/cost/types.h"
#include "core/session/names.h"

#include <algorithm>
#include <fmt/format.h>
#include <fstream>

namespace plumb::cli {
namespace {

constexpr std::string_view kDatabase{"SQLite format 3\0", 16};

/// A file that can't be read is none: who reads it as JSON says why.
bool isReview(const std::string& path) {
    std::string head(kDatabase.size(), '\0');
    std::ifstream file(path, std::ios::binary);
    return file.read(head.data(), static_cast<std::streamsize>(head.size())) && head == kDatabase;
}

Result<CostSource> sourceOfReview(Context& context, const std::string& path) {
    PLUMB_TRY(opened, openToRead(context, path));
    const Result<cost::Spec>& spec = opened->costSpec();
    if (!spec)
        return fail(spec.error());
    CostSource source{*spec, opened->review().costs.settings, true, {}};
    if (const review::CostScenario* chosen = opened->review().costs.chosen())
        source.chosen = chosen->name;
    return source;
}

std::vector<std::string> typeNames(bool ofMeasure) {
    std::vector<std::string> names;
    if (ofMeasure)
        for (const cost::MeasureTypeInfo& info : cost::measureTypes())
            names.emplace_back(info.name);
    else
        for (const cost::ItemTypeInfo& info : cost::itemTypes())
            names.emplace_back(info.name);
    return names;
}

} // namespace

Result<CostSource> costSourceOf(Context& context, const std::string& path) {
    if (path != "-" && isReview(path))
        return sourceOfReview(context, path);
    PLUMB_TRY(document, readJsonFile(context, path));
    auto spec = cost::readSpec(document);
    if (!spec) {
        Error error = std::move(spec).error();
        error.where = path;
        return fail(std::move(error));
    }
    return CostSource{std::move(*spec), {}, false, {}};
}

Result<std::vector<std::string>> costIds(const review::Costs& costs, CostThing thing,
                                         const std::vector<std::string>& names) {
    std::vector<std::string> ids;
    std::optional<Error> refused;
    for (const std::string& name : names) {
        const Result<std::string> id = thing == CostThing::Item      ? session::costItemNamed(costs, name)
                                       : thing == CostThing::Measure ? session::costMeasureNamed(costs, name)
                                                                     : session::costScenarioNamed(costs, name);
        if (id && std::find(ids.begin(), ids.end(), *id) == ids.end())
            ids.push_back(*id);
        if (id)
            continue;
        if (!refused)
            refused = id.error();
        if (names.size() > 1)
            refused->messages.push_back({id.error().id, name, id.error().text, {}});
    }
    if (refused)
        return fail(std::move(*refused));
    return ids;
}

Result<void> checkCostType(bool ofMeasure, const std::string& type) {
    const std::vector<std::string> known = typeNames(ofMeasure);
    if (std::find(known.begin(), known.end(), type) != known.end())
        return {};
    const std::vector<std::string> near = session::nearestNames(type, known);
    return wrongUsage(
        fmt::format("There is no type of {} \"{}\".{}", ofMeasure ? "measures" : "items", session::shorten(type, 60),
                    near.empty() ? fmt::format(" There are {}.", fmt::join(known, ", ")) : session::didYouMean(near)),
        "--type");
}

Result<void> setCostFields(review::CostFields& fields, bool ofMeasure, const std::string& type,
                           const std::vector<std::string>& set, const std::vector<std::string>& unset) {
    for (const std::string& text : set) {
        const std::size_t at = text.find('=');
        const std::string field = session::tidySpaces(std::string_view(text).substr(0, at));
        if (at == std::string::npos || field.empty())
            return wrongUsage(fmt::format("--set is written FIELD=VALUE, not \"{}\"; plumbline-cli cost types {} lists "
                                          "the fields.",
                                          session::shorten(text, 60), type),
                              "--set");
        PLUMB_TRY(json, cost::fieldFromText(ofMeasure, type, field, text.substr(at + 1)));
        fields[field] = json;
    }
    for (const std::string& field : unset)
        if (fields.erase(field) == 0) {
            std::vector<std::string> known;
            for (const auto& [name, value] : fields)
                known.push_back(name);
            return wrongUsage(fmt::format("No field \"{}\" is given there.{}", session::shorten(field, 60),
                                          session::didYouMean(session::nearestNames(field, known))),
                              "--unset");
        }
    return {};
}

std::string changeLabel(const std::string& name, const std::vector<std::string>& set,
                        const std::vector<std::string>& unset, bool others) {
    const std::string shown = session::shorten(name, 48);
    if (others || set.size() + unset.size() != 1)
        return "Change " + shown;
    const std::string field =
        set.empty() ? unset.front() : session::tidySpaces(std::string_view(set[0]).substr(0, set[0].find('=')));
    return fmt::format("Change {} of {}", field, shown);
}

Result<bool> putCosts(session::Session& session, const review::Costs& costs, const std::string& label) {
    const auto before = session.undoable();
    PLUMB_CHECK(session.setCosts(costs, label));
    const auto after = session.undoable();
    return (before ? before->id : std::string()) != (after ? after->id : std::string());
}

} // namespace plumb::cli
