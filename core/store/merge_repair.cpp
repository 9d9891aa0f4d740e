// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/merge_repair.h"

#include "core/base/fold.h"
#include "core/store/schema.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

namespace plumb::store {
namespace {

constexpr std::int64_t kMaxJump = 100'000; ///< a number further up than this was made up
constexpr std::size_t kMaxSnapshotName = 200;
constexpr std::string_view kOtherVersion = "it was answered with another version of the questionnaire";
constexpr std::size_t kLensSha = 1, kLensOverlay = 2, kLensPosition = 3;         // columns of lens
constexpr std::size_t kSnapName = 0, kSnapNote = 1, kSnapTime = 2, kSnapSha = 4; // of snapshot
constexpr std::size_t kScenarioName = 1, kSettingsScenario = 6;                  // of cost_scenario, cost_settings

const std::string& textOf(const Row& row, std::size_t column) {
    return std::get<std::string>(row[column]);
}

/// `name` with " (2)", or the next number for which `taken` says no; at most `most` bytes.
template <typename Taken> std::string freeName(const std::string& name, std::size_t most, Taken taken) {
    for (int i = 2;; ++i) {
        const std::string tail = fmt::format(" ({})", i);
        std::string head = name.substr(0, std::min(name.size(), most - tail.size()));
        while (!head.empty() && head.size() < name.size() &&
               (static_cast<unsigned char>(name[head.size()]) & 0xC0) == 0x80)
            head.pop_back(); // not inside a character
        if (!taken(head + tail))
            return head + tail;
    }
}

class Repair {
public:
    Repair(const ThreeStates& states, MergedTables& merged, const RepairTools& tools)
        : m_states(states), m_merged(merged), m_tools(tools) {}

    Result<std::vector<std::string>> run() {
        PLUMB_TRY(lenses, changedLenses());
        leaveOutUnasked(lenses);
        PLUMB_CHECK(markOtherVersions(lenses));
        PLUMB_CHECK(tellContradictions());
        leaveOutHanging();
        number(Table::Finding, m_tools.nextFinding, "Finding", 'F');
        number(Table::Evidence, m_tools.nextEvidence, "Evidence", 'E');
        breakCircles(Table::FindingNeed, {}, 1);
        breakCircles(Table::CostMeasureLink, "needs", 2);
        bringSnapshots();
        nameScenarios();
        chooseScenario();
        placeLenses();
        return std::move(m_remarks);
    }

private:
    template <typename... Args> void remark(fmt::format_string<Args...> text, Args&&... args) {
        m_remarks.push_back(fmt::format(text, std::forward<Args>(args)...));
    }
    [[nodiscard]] TableRows& rows(Table table) { return m_merged.rows[table]; }
    static const Row* find(const RowsByTable& tables, const RowId& id) {
        const auto table = tables.find(id.table);
        if (table == tables.end())
            return nullptr;
        const auto row = table->second.find(id.key);
        return row == table->second.end() ? nullptr : &row->second;
    }
    static bool has(const RowsByTable& tables, const RowId& id) { return find(tables, id) != nullptr; }

    // --- questions that the version of the questionnaire has not -----------------------------------------------------

    using Lenses = std::map<std::string, std::shared_ptr<const lens::Lens>>; ///< by id

    /// Questionnaires of which the sides had different versions, as they stay.
    Result<Lenses> changedLenses() {
        Lenses changed;
        for (const auto& [key, row] : rows(Table::Lens)) {
            const RowId id{Table::Lens, key};
            bool same = true;
            for (const RowsByTable* side : {&m_states.base, &m_states.ours, &m_states.theirs})
                if (const Row* other = find(*side, id))
                    same = same && textOf(*other, kLensSha) == textOf(row, kLensSha);
            if (same)
                continue;
            PLUMB_TRY(lens, m_tools.lens(textOf(row, kLensSha), key[0]));
            changed.emplace(key[0], lens);
        }
        return changed;
    }

    static bool isAsked(const lens::Lens& lens, const Asked& asked) {
        const lens::Question* question = lens.findQuestion(asked.question);
        return question && (asked.choice.empty() || question->choiceIndex(asked.choice));
    }

    void leaveOutUnasked(const Lenses& lenses) {
        if (lenses.empty())
            return;
        const auto unasked = [&](const RowId& id, const Row& row) {
            const auto asked = askedBy(id, row);
            const auto lens = asked ? lenses.find(asked->lens) : lenses.end();
            return lens != lenses.end() && !isAsked(*lens->second, *asked);
        };
        std::set<std::string> told;
        for (auto& [table, all] : m_merged.rows)
            for (auto it = all.begin(); it != all.end();) {
                const RowId id{table, it->first};
                if (!unasked(id, it->second)) {
                    ++it;
                    continue;
                }
                const Asked asked = *askedBy(id, it->second);
                told.insert(fmt::format("\"{}\" of \"{}\"",
                                        asked.question + (asked.choice.empty() ? "" : "/" + asked.choice), asked.lens));
                it = all.erase(it);
            }
        for (const std::string& question : told)
            remark("What one copy says on {} is left out: the version of the questionnaire that stays does not ask it.",
                   question);
        // Nobody can choose about what can't stay, unless the choice of a version brings it back.
        std::set<std::string> open;
        for (const FoundConflict& found : m_merged.conflicts)
            if (found.said.table == Table::Lens)
                open.insert(found.said.key[0]);
        std::erase_if(m_merged.conflicts, [&](const FoundConflict& found) {
            const RowId id{found.said.table, found.said.key};
            const Row* row = find(m_states.ours, id);
            if (!row)
                row = find(m_states.theirs, id);
            const auto asked = row ? askedBy(id, *row) : std::nullopt;
            return asked && !open.contains(asked->lens) && unasked(id, *row);
        });
    }

    /// What one side answered while the other put in another version: a person looks at it again where the question
    /// changed.
    Result<void> markOtherVersions(const Lenses& lenses) {
        for (const auto& [lensId, now] : lenses)
            for (const auto& [side, other] :
                 {std::pair(&m_states.ours, &m_states.theirs), std::pair(&m_states.theirs, &m_states.ours)}) {
                const Row* had = find(*side, {Table::Lens, {lensId}});
                if (!had || textOf(*had, kLensSha) == now->sha256)
                    continue;
                PLUMB_TRY(before, m_tools.lens(textOf(*had, kLensSha), lensId));
                int marked = 0;
                for (const std::string& question : answeredBy(*side, *other, lensId)) {
                    const lens::Question* was = before->findQuestion(question);
                    const lens::Question* is = now->findQuestion(question);
                    if (was && is && *was != *is)
                        marked += rows(Table::Reconfirm)
                                      .try_emplace({lensId, question}, Row{std::string(kOtherVersion)})
                                      .second;
                }
                if (marked > 0)
                    remark("Answers on \"{}\" that were given with another version of it wait to be confirmed again: "
                           "{}.",
                           lensId, marked);
            }
        return {};
    }

    /// Questions on which what stays comes from this side alone and is new since the copies parted.
    std::set<std::string> answeredBy(const RowsByTable& side, const RowsByTable& other, const std::string& lensId) {
        std::set<std::string> questions;
        for (const Table table : {Table::Answer, Table::ChoiceAnswer})
            for (const auto& [key, row] : rows(table)) {
                const RowId id{table, key};
                const Row* here = key[0] == lensId ? find(side, id) : nullptr;
                const auto has = [&](const RowsByTable& tables) {
                    const Row* there = find(tables, id);
                    return there && *there == *here;
                };
                if (here && !has(m_states.base) && !has(other))
                    questions.insert(key[1]);
            }
        return questions;
    }

    using Ticks = std::map<std::pair<std::string, std::string>, std::set<std::string>>; ///< by questionnaire, question

    static Ticks ticksOf(const RowsByTable& tables) {
        Ticks ticks;
        if (const auto all = tables.find(Table::ChoiceAnswer); all != tables.end())
            for (const auto& [key, row] : all->second)
                if (textOf(row, 0) == "selected")
                    ticks[{key[0], key[1]}].insert(key[2]);
        return ticks;
    }

    /// "None of these" from one side and a practice from the other: both stay, and somebody should look.
    Result<void> tellContradictions() {
        const Ticks ours = ticksOf(m_states.ours), theirs = ticksOf(m_states.theirs);
        const auto has = [](const Ticks& ticks, const Ticks::value_type& entry) {
            const auto it = ticks.find(entry.first);
            return it != ticks.end() && it->second == entry.second;
        };
        for (const auto& entry : ticksOf(m_merged.rows)) {
            const auto& [lensId, questionId] = entry.first;
            const Row* row = find(m_merged.rows, {Table::Lens, {lensId}});
            if (entry.second.size() < 2 || has(ours, entry) || has(theirs, entry) || !row)
                continue;
            PLUMB_TRY(lens, m_tools.lens(textOf(*row, kLensSha), lensId));
            const lens::Question* question = lens->findQuestion(questionId);
            if (question && std::any_of(question->choices.begin(), question->choices.end(), [&](const auto& choice) {
                    return choice.isNone && entry.second.contains(choice.id);
                }))
                remark("On \"{}\" of \"{}\" one copy ticked that there is none of it, and the other something: look "
                       "at it again.",
                       questionId, lensId);
        }
        return {};
    }

    /// Rows that hang on a row that does not stay. Tables come with those that others point to first.
    void leaveOutHanging() {
        for (const ContentTable& one : kContentTables) {
            TableRows& all = rows(one.table);
            for (auto it = all.begin(); it != all.end();) {
                const RowId id{one.table, it->first};
                const auto parents = parentsOf(id, it->second);
                const auto gone = std::find_if(parents.begin(), parents.end(),
                                               [&](const RowId& parent) { return !has(m_merged.rows, parent); });
                if (gone == parents.end()) {
                    ++it;
                    continue;
                }
                if (has(m_states.theirs, id) && !has(m_states.theirs, *gone))
                    remark("A row of {} in the other copy points to nothing and is left out.", one.name);
                it = all.erase(it);
            }
        }
    }

    // --- numbers -----------------------------------------------------------------------------------------------------

    /// Gives rows that come in a number of their own where theirs was given here.
    void number(Table table, int nextHere, std::string_view what, char letter) {
        const std::size_t column = *mergeRulesOf(table).number;
        const auto numberOf = [&](const Row& row) { return std::get<std::int64_t>(row[column]); };
        std::set<std::int64_t> taken;
        std::vector<std::tuple<bool, std::int64_t, RowKey>> incoming; // those that were here before come first
        for (const auto& [key, row] : rows(table)) {
            const RowId id{table, key};
            if (!has(m_states.ours, id)) {
                incoming.emplace_back(!has(m_states.base, id), numberOf(row), key);
                continue;
            }
            taken.insert(numberOf(row));
            const Row* theirs = find(m_states.theirs, id);
            if (theirs && numberOf(*theirs) != numberOf(row) && !has(m_states.base, id))
                remark("{0} {1}-{2:02} of the other copy is {1}-{3:02} here.", what, letter, numberOf(*theirs),
                       numberOf(row));
        }
        std::sort(incoming.begin(), incoming.end());
        std::int64_t next = nextHere;
        std::vector<RowKey> again;
        for (const auto& [isNew, given, key] : incoming) {
            const bool free = !isNew || (given >= nextHere && given < nextHere + kMaxJump);
            if (free && taken.insert(given).second)
                next = std::max(next, given + 1);
            else
                again.push_back(key);
        }
        for (const RowKey& key : again) {
            Row& row = rows(table).at(key);
            remark("{0} {1}-{2:02} of the other copy becomes {1}-{3:02}.", what, letter, numberOf(row), next);
            row[column] = next++;
        }
    }

    // --- circles -----------------------------------------------------------------------------------------------------

    using Graph = std::map<std::string, std::set<std::string>>;

    static bool reaches(const Graph& graph, const std::string& from, const std::string& to) {
        std::set<std::string> seen{from};
        std::vector<std::string> open{from};
        while (!open.empty()) {
            const std::string at = std::move(open.back());
            open.pop_back();
            if (at == to)
                return true;
            if (const auto it = graph.find(at); it != graph.end())
                for (const std::string& next : it->second)
                    if (seen.insert(next).second)
                        open.push_back(next);
        }
        return false;
    }

    /// A row says that its first key needs the one in `other`. Each side's needs are in order; of two that are not so
    /// together, the one of the side that is not preferred is left out.
    void breakCircles(Table table, std::string_view kind, std::size_t other) {
        const RowsByTable& first = m_tools.preferred == Side::Ours ? m_states.ours : m_states.theirs;
        Graph graph;
        std::vector<RowKey> later;
        for (const auto& [key, row] : rows(table)) {
            if (!kind.empty() && key[1] != kind)
                continue;
            if (has(first, {table, key}))
                graph[key[0]].insert(key[other]);
            else
                later.push_back(key);
        }
        for (const RowKey& key : later) {
            if (!reaches(graph, key[other], key[0])) {
                graph[key[0]].insert(key[other]);
                continue;
            }
            rows(table).erase(key);
            remark("{} can't wait for {}, which waits for it: this need of {} is left out.", nameOf(table, key[0]),
                   nameOf(table, key[other]), m_tools.preferred == Side::Ours ? "the other copy" : "this copy");
        }
    }

    std::string nameOf(Table table, const std::string& key) {
        if (table != Table::FindingNeed)
            return fmt::format("The measure \"{}\"", key);
        const Row& row = rows(Table::Finding).at({key});
        return fmt::format("F-{:02}", std::get<std::int64_t>(row[*mergeRulesOf(Table::Finding).number]));
    }

    // --- names -------------------------------------------------------------------------------------------------------

    void bringSnapshots() {
        TableRows& all = rows(Table::Snapshot);
        const auto ours = m_states.ours.find(Table::Snapshot);
        const auto theirs = m_states.theirs.find(Table::Snapshot);
        if (theirs == m_states.theirs.end())
            return;
        std::map<std::string, RowKey> names;
        for (const auto& [key, row] : all)
            if (ours != m_states.ours.end() && ours->second.contains(key))
                names.emplace(foldName(textOf(row, kSnapName)), key);
        for (const auto& [key, row] : theirs->second) {
            const auto here = all.find(key);
            const bool mine = ours != m_states.ours.end() && ours->second.contains(key);
            if ((mine && here != all.end() && here->second == row) || (!mine && here == all.end()))
                continue; // the same, or not to come
            if (mine && here == all.end())
                continue; // deleted
            bringSnapshot(key, row, names);
        }
    }

    /// A snapshot that this copy has not, or has another one under its id.
    void bringSnapshot(const RowKey& key, Row row, std::map<std::string, RowKey>& names) {
        TableRows& all = rows(Table::Snapshot);
        RowKey id = key;
        if (const auto here = all.find(key); here != all.end() && here->second != row)
            id = {freeName(key[0], review::kMaxName, [&](const std::string& free) { return all.contains({free}); })};
        const std::string name = textOf(row, kSnapName);
        if (const auto twin = names.find(foldName(name)); twin != names.end()) {
            const Row& there = all.at(twin->second);
            if (textOf(there, kSnapSha) == textOf(row, kSnapSha) &&
                textOf(there, kSnapNote) == textOf(row, kSnapNote)) {
                all.erase(id);
                return; // the same state under the same name
            }
            row[kSnapName] = freeName(name, kMaxSnapshotName,
                                      [&](const std::string& free) { return names.contains(foldName(free)); });
            remark("The snapshot \"{}\" of the other copy becomes \"{}\".", name, textOf(row, kSnapName));
        }
        names.emplace(foldName(textOf(row, kSnapName)), id);
        all.insert_or_assign(id, std::move(row));
    }

    void nameScenarios() {
        TableRows& all = rows(Table::CostScenario);
        std::set<std::string> names;
        std::vector<RowKey> incoming;
        for (const auto& [key, row] : all) {
            const Row* ours = find(m_states.ours, {Table::CostScenario, key});
            if (!ours || textOf(*ours, kScenarioName) != textOf(row, kScenarioName) ||
                !names.insert(textOf(row, kScenarioName)).second)
                incoming.push_back(key);
        }
        for (const RowKey& key : incoming) {
            Cell& cell = all.at(key)[kScenarioName];
            const std::string name = std::get<std::string>(cell);
            if (names.contains(name)) {
                cell =
                    freeName(name, review::kMaxCostName, [&](const std::string& free) { return names.contains(free); });
                remark("The scenario \"{}\" of the other copy becomes \"{}\".", name, std::get<std::string>(cell));
            }
            names.insert(std::get<std::string>(cell));
        }
    }

    /// No foreign key guards the chosen scenario.
    void chooseScenario() {
        TableRows& all = rows(Table::CostSettings);
        if (all.empty())
            return;
        Row& row = all.begin()->second;
        const std::string chosen = textOf(row, kSettingsScenario);
        if (chosen.empty() || rows(Table::CostScenario).contains({chosen}))
            return;
        remark("The chosen scenario \"{}\" is gone; none is chosen now.", chosen);
        row[kSettingsScenario] = std::string{};
        if (std::equal(row.begin(), row.end(), mergeRulesOf(Table::CostSettings).nothingSaid->begin(), sameCell))
            all.clear();
    }

    /// Two questionnaires at one place: ours comes first.
    void placeLenses() {
        if (const auto ours = m_states.ours.find(Table::Lens);
            ours != m_states.ours.end() && ours->second == rows(Table::Lens))
            return;
        std::vector<std::tuple<std::int64_t, bool, RowKey>> order;
        for (const auto& [key, row] : rows(Table::Lens))
            order.emplace_back(std::get<std::int64_t>(row[kLensPosition]), !has(m_states.ours, {Table::Lens, key}),
                               key);
        std::sort(order.begin(), order.end());
        std::int64_t last = -1;
        for (const auto& [position, incoming, key] : order) {
            last = std::max(position, last + 1);
            rows(Table::Lens).at(key)[kLensPosition] = last;
        }
    }

    const ThreeStates& m_states;
    MergedTables& m_merged;
    const RepairTools& m_tools;
    std::vector<std::string> m_remarks;
};

} // namespace

Result<std::vector<std::string>> repairMerged(const ThreeStates& states, MergedTables& merged,
                                              const RepairTools& tools) {
    return Repair(states, merged, tools).run();
}

} // namespace plumb::store
