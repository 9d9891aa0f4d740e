// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/merge_tables.h"

#include "core/store/schema.h"
#include "core/store/text_checks.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

namespace plumb::store {
namespace {

const Row* find(const RowsByTable& tables, const RowId& id) {
    const auto table = tables.find(id.table);
    if (table == tables.end())
        return nullptr;
    const auto row = table->second.find(id.key);
    return row == table->second.end() ? nullptr : &row->second;
}

bool same(const Row* a, const Row* b) {
    return a == b || (a && b && std::equal(a->begin(), a->end(), b->begin(), b->end(), sameCell));
}

std::optional<std::string> textOf(const Row* row, std::size_t column) {
    return row ? std::optional(cellText((*row)[column])) : std::nullopt;
}

class Merger {
public:
    Merger(const ThreeStates& states, const Choose& choose) : m_states(states), m_choose(choose) {}

    Result<MergedTables> run() {
        findDeleted();
        PLUMB_CHECK(chooseDeleted());
        for (const ContentTable& one : kContentTables)
            PLUMB_CHECK(mergeTable(one.table));
        std::stable_sort(m_merged.conflicts.begin(), m_merged.conflicts.end(), [](const auto& a, const auto& b) {
            return std::tie(a.said.table, a.said.key) < std::tie(b.said.table, b.said.key);
        });
        return std::move(m_merged);
    }

private:
    /// A row that was there when the copies parted and that only one side has still.
    struct Deleted {
        Side by = Side::Ours;
        std::set<RowId> because; ///< rows that the other side changed
        bool keep = false;       ///< chosen
    };

    [[nodiscard]] const RowsByTable& rowsOf(Side side) const {
        return side == Side::Ours ? m_states.ours : m_states.theirs;
    }

    // --- rows that one side deleted and the other worked on ----------------------------------------------------------

    void findDeleted() {
        if (!m_states.related)
            return;
        for (const auto& [table, rows] : m_states.base) {
            if (mergeRulesOf(table).nothingSaid)
                continue;
            for (const auto& [key, cells] : rows) {
                const RowId id{table, key};
                const bool here = find(m_states.ours, id), there = find(m_states.theirs, id);
                if (here != there)
                    m_deleted[id].by = here ? Side::Theirs : Side::Ours;
            }
        }
        if (m_deleted.empty())
            return;
        for (const Side keeper : {Side::Ours, Side::Theirs})
            for (const auto& [table, rows] : rowsOf(keeper))
                for (const auto& [key, cells] : rows)
                    noteChange({table, key}, cells, keeper);
        std::erase_if(m_deleted, [](const auto& entry) { return entry.second.because.empty(); });
    }

    /// A row that `keeper` made or changed keeps alive what it hangs on.
    void noteChange(const RowId& id, const Row& row, Side keeper) {
        const Row* before = find(m_states.base, id);
        if (before && sameButQuiet(id.table, *before, row))
            return;
        std::set<RowId> all{id};
        addAncestors(id, row, rowsOf(keeper), all);
        for (const RowId& one : all)
            if (const auto it = m_deleted.find(one); it != m_deleted.end() && it->second.by != keeper)
                it->second.because.insert(id);
    }

    static void addAncestors(const RowId& id, const Row& row, const RowsByTable& rows, std::set<RowId>& into) {
        for (const RowId& parent : parentsOf(id, row))
            if (into.insert(parent).second)
                if (const Row* cells = find(rows, parent))
                    addAncestors(parent, *cells, rows, into);
    }

    /// The deleted rows in conflict that this one hangs on, without itself; only those that hang on no other.
    [[nodiscard]] std::set<RowId> governors(const RowId& id) const {
        std::set<RowId> found;
        for (const Side side : {Side::Ours, Side::Theirs}) {
            const Row* row = find(rowsOf(side), id);
            if (!row)
                continue;
            std::set<RowId> above;
            addAncestors(id, *row, rowsOf(side), above);
            for (const RowId& one : above)
                if (m_deleted.contains(one) && one != id)
                    found.insert(one);
        }
        std::erase_if(found, [this](const RowId& one) { return !governors(one).empty(); });
        return found;
    }

    Result<void> chooseDeleted() {
        for (auto& [id, deleted] : m_deleted) {
            if (!governors(id).empty())
                continue;
            FoundConflict found;
            found.said = {id.table,
                          id.key,
                          {},
                          wholeText(m_states.base, id),
                          wholeText(m_states.ours, id),
                          wholeText(m_states.theirs, id),
                          {},
                          {}};
            found.ourRows = found.theirRows = {id};
            (deleted.by == Side::Ours ? found.theirRows : found.ourRows)
                .assign(deleted.because.begin(), deleted.because.end());
            PLUMB_TRY(chosen, m_choose(found.said));
            if (chosen.value)
                return fail(noOwnValue(found.said));
            deleted.keep = chosen.side != deleted.by;
            m_merged.conflicts.push_back(std::move(found));
        }
        return {};
    }

    static std::optional<std::string> wholeText(const RowsByTable& rows, const RowId& id) {
        const Row* row = find(rows, id);
        return row ? std::optional(rowText(id.table, *row)) : std::nullopt;
    }

    static Error noOwnValue(const MergeConflict& conflict) {
        return Error{ErrorKind::Usage,
                     "merge.value",
                     fmt::format("\"{}\" is no text that can be written anew; choose ours or theirs.", conflict.name()),
                     conflict.name(),
                     {conflict.name()},
                     {}};
    }

    // --- rows --------------------------------------------------------------------------------------------------------

    Result<void> mergeTable(Table table) {
        std::set<RowKey> keys;
        for (const RowsByTable* rows : {&m_states.ours, &m_states.theirs})
            if (const auto it = rows->find(table); it != rows->end())
                for (const auto& [key, cells] : it->second)
                    keys.insert(key);
        TableRows& into = m_merged.rows[table];
        for (const RowKey& key : keys) {
            PLUMB_TRY(row, mergeRow({table, key}));
            if (row)
                into.emplace_hint(into.end(), key, std::move(*row));
        }
        return {};
    }

    /// The row as it stays; none when it does not.
    Result<std::optional<Row>> mergeRow(const RowId& id) {
        const Row* ours = find(m_states.ours, id);
        const Row* theirs = find(m_states.theirs, id);
        const auto row = [](const Row* cells) { return cells ? std::optional(*cells) : std::nullopt; };
        if (!m_deleted.empty()) {
            if (const auto it = m_deleted.find(id); it != m_deleted.end() && governors(id).empty())
                return it->second.keep ? row(ours ? ours : theirs) : std::nullopt;
            if (const auto above = governors(id); !above.empty())
                return std::all_of(above.begin(), above.end(),
                                   [this](const RowId& one) { return m_deleted.at(one).keep; })
                           ? row(ours ? ours : theirs)
                           : std::nullopt;
        }
        const Row* base = find(m_states.base, id);
        if (same(ours, theirs) || (m_states.related && same(base, theirs)))
            return row(ours);
        if (m_states.related && same(base, ours))
            return withNumberOf(id.table, ours, row(theirs));
        const auto& nothing = mergeRulesOf(id.table).nothingSaid;
        if (nothing && m_states.related) {
            const auto orNothing = [&](const Row* cells) { return cells ? cells : &*nothing; };
            PLUMB_TRY(merged, mergeCells(id, orNothing(base), *orNothing(ours), *orNothing(theirs)));
            return same(&merged, &*nothing) ? std::nullopt : std::optional(std::move(merged));
        }
        if (!ours || !theirs) // made by one side; or deleted by one while the other at most moved it
            return base ? std::nullopt : row(ours ? ours : theirs);
        PLUMB_TRY(merged, mergeCells(id, base, *ours, *theirs));
        return std::optional(std::move(merged));
    }

    /// A finding or a piece of evidence keeps the number that it has here.
    static std::optional<Row> withNumberOf(Table table, const Row* ours, std::optional<Row> taken) {
        const auto& number = mergeRulesOf(table).number;
        if (number && ours && taken)
            (*taken)[*number] = (*ours)[*number];
        return taken;
    }

    Result<Row> mergeCells(const RowId& id, const Row* base, const Row& ours, const Row& theirs) {
        const MergeRules& rules = mergeRulesOf(id.table);
        Row merged = ours;
        for (const auto& unit : rules.units) {
            if (sameUnit(unit, ours, theirs) || (base && sameUnit(unit, *base, theirs)))
                continue;
            bool take = base && sameUnit(unit, *base, ours);
            if (rules.number && unit.front() == *rules.number)
                take = false;
            else if (!take && !isQuiet(rules, id.table, unit, ours)) {
                PLUMB_TRY(taken, settle(id, unit, base, ours, theirs, merged));
                take = taken;
            }
            if (take)
                for (const std::size_t i : unit)
                    merged[i] = theirs[i];
        }
        return merged;
    }

    /// A unit that both changed. Whether theirs is to be taken; a value of its own is put in here.
    Result<bool> settle(const RowId& id, const std::vector<std::size_t>& unit, const Row* base, const Row& ours,
                        const Row& theirs, Row& merged) {
        const MergeRules& rules = mergeRulesOf(id.table);
        std::vector<std::size_t> differing;
        std::copy_if(unit.begin(), unit.end(), std::back_inserter(differing),
                     [&](std::size_t i) { return !sameCell(ours[i], theirs[i]); });
        const std::size_t column = differing.front();
        FoundConflict found;
        found.said = {id.table,
                      id.key,
                      rules.columns[column],
                      textOf(base, column),
                      textOf(&ours, column),
                      textOf(&theirs, column),
                      {},
                      {}};
        found.ourRows = found.theirRows = {id};
        PLUMB_TRY(chosen, m_choose(found.said));
        if (chosen.value) {
            if (differing.size() != 1 || rules.texts[column] == 0)
                return fail(noOwnValue(found.said));
            PLUMB_CHECK(checkText(found.said.name(), *chosen.value, rules.texts[column]));
            merged[column] = *chosen.value;
        }
        m_merged.conflicts.push_back(std::move(found));
        return !chosen.value && chosen.side == Side::Theirs;
    }

    const ThreeStates& m_states;
    const Choose& m_choose;
    std::map<RowId, Deleted> m_deleted;
    MergedTables m_merged;
};

} // namespace

Result<MergedTables> mergeTables(const ThreeStates& states, const Choose& choose) {
    return Merger(states, choose).run();
}

} // namespace plumb::store
