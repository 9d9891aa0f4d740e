// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/merge_rules.h"

#include "core/store/schema.h"
#include "core/store/text_checks.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <string_view>

namespace plumb::store {
namespace {

using Names = std::vector<std::string_view>;

std::vector<std::string> split(std::string_view list) {
    std::vector<std::string> names;
    for (std::size_t at = 0; at <= list.size();) {
        const std::size_t end = std::min(list.find(',', at), list.size());
        names.emplace_back(list.substr(at, end - at));
        at = end + 1;
    }
    return names;
}

/// Cells that only make sense together.
std::vector<Names> togetherIn(Table table) {
    switch (table) {
    case Table::Lens:
        return {{"sha256", "overlay_sha256", "name"}};
    case Table::ChoiceAnswer:
        return {{"status", "reason"}};
    case Table::Evidence:
        return {{"sha256", "kind", "bytes"}};
    case Table::Finding:
        return {{"status", "reason", "decided_by", "until"}, {"loss_per_year", "loss_p10", "loss_p90"}};
    case Table::CostPrice:
        return {{"amount", "unit", "currency"}};
    default:
        return {};
    }
}

struct FreeText {
    std::string_view column;
    std::size_t most; ///< bytes
};

std::vector<FreeText> textsIn(Table table) {
    using namespace review;
    switch (table) {
    case Table::Workload:
        return {{"name", kMaxName},        {"client", kMaxName},   {"owner", kMaxName},  {"description", kMaxNote},
                {"environment", kMaxName}, {"industry", kMaxName}, {"regions", kMaxName}};
    case Table::Answer:
        return {{"reason_text", kMaxNote}, {"note", kMaxNote}, {"private_note", kMaxNote}, {"parked_topic", kMaxNote}};
    case Table::ChoiceAnswer:
    case Table::FindingTradeOff:
    case Table::ReviewEvent:
        return {{"note", kMaxNote}};
    case Table::Reconfirm:
        return {{"why", kMaxNote}};
    case Table::Participant:
        return {{"name", kMaxName}, {"role", kMaxName}, {"organisation", kMaxName}};
    case Table::Evidence:
        return {
            {"title", kMaxName}, {"source", kMaxName}, {"url", kMaxNote}, {"text", kMaxNote}, {"file_name", kMaxName}};
    case Table::Finding:
        return {{"title", kMaxFindingTitle},  {"observation", kMaxNote}, {"consequence", kMaxNote},
                {"recommendation", kMaxNote}, {"owner", kMaxOwner},      {"reason", kMaxNote}};
    case Table::CostItem:
    case Table::CostMeasure:
        return {{"name", kMaxCostName}, {"note", kMaxNote}};
    case Table::CostScenario:
        return {{"name", kMaxCostName}};
    case Table::CostPrice:
        return {{"region", kMaxCostName}, {"source", kMaxPriceSource}};
    default:
        return {};
    }
}

/// The row that a question, a choice or the settings have before anybody says anything, as the Writer leaves it out.
std::optional<Row> nothingSaidIn(Table table) {
    const auto text = [](auto value) { return Cell(std::string(toText(value))); };
    const auto number = [](auto value) { return Cell(static_cast<std::int64_t>(value)); };
    switch (table) {
    case Table::Answer: {
        const review::Answer a;
        return Row{number(a.applicable), text(a.reason),     a.reasonText,  a.note,
                   a.privateNote,        text(a.confidence), text(a.basis), number(a.needsVerification),
                   number(a.parked),     a.parkedTopic};
    }
    case Table::ChoiceAnswer: {
        const review::ChoiceAnswer c;
        return Row{text(c.status), text(c.reason), c.note};
    }
    case Table::Planning: {
        const review::Planning p;
        return Row{text(p.mode), p.capacity, toIso(p.start), number(p.cadenceMonths)};
    }
    case Table::CostSettings: {
        const review::CostSettings s;
        return Row{s.hoursPerMonth, number(s.horizonMonths), s.discountRate, s.currency, s.trials, s.seed, s.scenario};
    }
    case Table::Reconfirm:
        return Row{std::string{}};
    default:
        return std::nullopt;
    }
}

MergeRules rulesFor(const ContentTable& table) {
    MergeRules rules;
    rules.keys = split(table.key).size();
    rules.columns = split(table.columns);
    rules.columns.erase(rules.columns.begin(), rules.columns.begin() + static_cast<std::ptrdiff_t>(rules.keys));
    const auto place = [&](std::string_view name) {
        return static_cast<std::size_t>(std::find(rules.columns.begin(), rules.columns.end(), name) -
                                        rules.columns.begin());
    };
    std::vector<std::vector<std::size_t>> unitOf(rules.columns.size());
    for (std::size_t i = 0; i < rules.columns.size(); ++i)
        unitOf[i] = {i};
    for (const Names& names : togetherIn(table.table)) {
        std::vector<std::size_t> unit;
        for (const std::string_view name : names)
            unit.push_back(place(name));
        for (const std::size_t i : unit)
            unitOf[i] = {};
        unitOf[*std::min_element(unit.begin(), unit.end())] = unit;
    }
    for (auto& unit : unitOf)
        if (!unit.empty())
            rules.units.push_back(std::move(unit));
    rules.quiet.resize(rules.columns.size());
    rules.texts.resize(rules.columns.size());
    for (std::size_t i = 0; i < rules.columns.size(); ++i) {
        const std::string& name = rules.columns[i];
        rules.quiet[i] = name == "position" || name == "rank" || name == "number";
        if (name == "number")
            rules.number = i;
    }
    for (const FreeText& text : textsIn(table.table))
        rules.texts[place(text.column)] = text.most;
    rules.nothingSaid = nothingSaidIn(table.table);
    return rules;
}

RowId rowOf(Table table, std::string key) {
    return {table, {std::move(key)}};
}

const std::string& textAt(const Row& row, std::size_t i) {
    static const std::string none;
    const std::string* text = i < row.size() ? std::get_if<std::string>(&row[i]) : nullptr;
    return text ? *text : none;
}

constexpr std::size_t kFindingLens = 1, kFindingQuestion = 2, kFindingSeverity = 7;

} // namespace

const MergeRules& mergeRulesOf(Table table) {
    static const std::map<Table, MergeRules> all = [] {
        std::map<Table, MergeRules> rules;
        for (const ContentTable& one : kContentTables)
            rules.emplace(one.table, rulesFor(one));
        return rules;
    }();
    return all.at(table);
}

bool isQuiet(const MergeRules& rules, Table table, const std::vector<std::size_t>& unit, const Row& row) {
    return rules.quiet[unit.front()] || table == Table::Snapshot ||
           (table == Table::Finding && unit.front() == kFindingSeverity && !textAt(row, kFindingLens).empty());
}

bool sameCell(const Cell& a, const Cell& b) noexcept {
    if (a.index() == b.index())
        return a == b;
    const auto number = [](const Cell& cell) -> std::optional<double> {
        if (const auto* whole = std::get_if<std::int64_t>(&cell))
            return static_cast<double>(*whole);
        if (const auto* real = std::get_if<double>(&cell))
            return *real;
        return std::nullopt;
    };
    const auto x = number(a), y = number(b);
    return x && y && *x == *y;
}

bool sameUnit(const std::vector<std::size_t>& unit, const Row& a, const Row& b) noexcept {
    return std::all_of(unit.begin(), unit.end(), [&](std::size_t i) { return sameCell(a[i], b[i]); });
}

bool sameButQuiet(Table table, const Row& a, const Row& b) {
    const MergeRules& rules = mergeRulesOf(table);
    return std::all_of(rules.units.begin(), rules.units.end(), [&](const std::vector<std::size_t>& unit) {
        return sameUnit(unit, a, b) || isQuiet(rules, table, unit, a);
    });
}

std::string cellText(const Cell& cell) {
    return std::visit([](const auto& value) { return fmt::format("{}", value); }, cell);
}

std::string rowText(Table table, const Row& row) {
    const MergeRules& rules = mergeRulesOf(table);
    std::string text;
    for (std::size_t i = 0; i < row.size(); ++i)
        if (const std::string value = cellText(row[i]); !value.empty() && !rules.quiet[i])
            text += fmt::format("{}{}: {}", text.empty() ? "" : "\n", rules.columns[i], value);
    return text;
}

std::vector<RowId> parentsOf(const RowId& id, const Row& row) {
    const RowKey& k = id.key;
    switch (id.table) {
    case Table::Answer:
    case Table::ChoiceAnswer:
    case Table::Reconfirm:
        return {rowOf(Table::Lens, k[0])};
    case Table::AnswerPerson:
        return {rowOf(Table::Lens, k[0]), rowOf(Table::Participant, k[2])};
    case Table::EvidenceLink:
        return {rowOf(Table::Evidence, k[0]), rowOf(Table::Lens, k[1])};
    case Table::Finding:
        if (const std::string& lens = textAt(row, kFindingLens); !lens.empty())
            return {rowOf(Table::Lens, lens)};
        return {};
    case Table::FindingNeed:
        return {rowOf(Table::Finding, k[0]), rowOf(Table::Finding, k[1])};
    case Table::FindingEvidence:
        return {rowOf(Table::Finding, k[0]), rowOf(Table::Evidence, k[1])};
    case Table::FindingMeasure:
    case Table::FindingTradeOff:
        return {rowOf(Table::Finding, k[0])};
    case Table::FindingPractice:
        return {rowOf(Table::Finding, k[0]), rowOf(Table::Lens, k[1])};
    case Table::CostItemField:
        return {rowOf(Table::CostItem, k[0])};
    case Table::CostMeasureField:
        return {rowOf(Table::CostMeasure, k[0])};
    case Table::CostMeasureItem:
        return {rowOf(Table::CostMeasure, k[0]), rowOf(Table::CostItem, k[1])};
    case Table::CostMeasureLink:
        return {rowOf(Table::CostMeasure, k[0]), rowOf(Table::CostMeasure, k[2])};
    case Table::CostScenarioMeasure:
        return {rowOf(Table::CostScenario, k[0]), rowOf(Table::CostMeasure, k[1])};
    default:
        return {};
    }
}

std::optional<Asked> askedBy(const RowId& id, const Row& row) {
    const RowKey& k = id.key;
    switch (id.table) {
    case Table::Answer:
    case Table::AnswerPerson:
    case Table::Reconfirm:
        return Asked{k[0], k[1], {}};
    case Table::ChoiceAnswer:
        return Asked{k[0], k[1], k[2]};
    case Table::EvidenceLink:
    case Table::FindingPractice:
        return Asked{k[1], k[2], k[3]};
    case Table::Finding:
        if (const std::string& lens = textAt(row, kFindingLens); !lens.empty())
            return Asked{lens, textAt(row, kFindingQuestion), {}};
        return std::nullopt;
    default:
        return std::nullopt;
    }
}

} // namespace plumb::store
