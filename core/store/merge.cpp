// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/merge.h"

#include "core/base/json.h"
#include "core/store/history.h"
#include "core/store/io_errors.h"
#include "core/store/merge_content.h"
#include "core/store/merge_history.h"
#include "core/store/merge_repair.h"
#include "core/store/project_impl.h"
#include "core/store/schema.h"
#include "core/store/text_checks.h"
#include "core/store/writer.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <set>
#include <sqlite3.h>
#include <system_error>

namespace plumb::store {
namespace {

/// Everything that is known before anything is written.
struct Prepared {
    Parting parting;
    ThreeStates states;
    MergedTables merged;
    std::vector<std::string> remarks;
    std::vector<RowId> changed; ///< rows of ours that become others
};

Database& databaseOf(Project& project) {
    return static_cast<ProjectImpl&>(project).connection();
}

Result<RowsByTable> readAll(Database& database) {
    std::vector<Table> tables;
    for (const ContentTable& one : kContentTables)
        tables.push_back(one.table);
    return readTables(database, tables);
}

Result<int> nextEvidenceNumber(Database& database) {
    PLUMB_TRY(stored, metaValue(database, "next_evidence"));
    int next = 1;
    std::from_chars(stored.data(), stored.data() + stored.size(), next);
    PLUMB_TRY(last, database.integer("SELECT coalesce(max(number), 0) FROM evidence"));
    return std::max(next, static_cast<int>(last) + 1);
}

Result<Prepared> prepare(Database& ours, Database& theirs, const Choose& choose, Side preferred) {
    Prepared prepared;
    ThreeStates& states = prepared.states;
    PLUMB_TRY(ourRows, readAll(ours));
    PLUMB_TRY(theirRows, readAll(theirs));
    PLUMB_TRY(parting, findParting(ours, theirs, ourRows, theirRows));
    prepared.parting = std::move(parting);
    states.related = prepared.parting.related;
    if (states.related) {
        states.base = ourRows;
        PLUMB_CHECK(takeBack(ours, prepared.parting.ours, states.base));
    }
    states.ours = std::move(ourRows);
    states.theirs = std::move(theirRows);
    PLUMB_TRY(merged, mergeTables(states, choose));
    prepared.merged = std::move(merged);

    LensCache lenses;
    RepairTools tools;
    tools.preferred = preferred;
    PLUMB_TRY(nextFinding, nextFindingNumber(ours));
    PLUMB_TRY(nextEvidence, nextEvidenceNumber(ours));
    tools.nextFinding = nextFinding;
    tools.nextEvidence = nextEvidence;
    tools.lens = [&](std::string_view sha256, std::string_view lensId) {
        auto lens = lenses.lens(ours, sha256, lensId);
        return lens ? lens : lenses.lens(theirs, sha256, lensId);
    };
    PLUMB_TRY(remarks, repairMerged(states, prepared.merged, tools));
    prepared.remarks = std::move(remarks);
    prepared.changed = changedRows(states.ours, prepared.merged.rows);
    PLUMB_CHECK(checkContentThere(ours, theirs, prepared.merged.rows, prepared.changed));
    return prepared;
}

Result<void> checkNotSame(const Project& ours, const Project& theirs) {
    std::error_code ignored;
    if (&ours == &theirs || std::filesystem::equivalent(ours.path(), theirs.path(), ignored))
        return fail(ErrorKind::Usage, "merge.self",
                    fmt::format("{} is this review itself; choose another copy of it.", quotedName(theirs.path())),
                    theirs.path().string(), {theirs.path().string()});
    return {};
}

/// Decides what to do with each conflict, and remembers what could not be decided or was decided in vain.
class Chooser {
public:
    Chooser(const std::map<std::string, Resolution>& resolutions, std::optional<Side> rest)
        : m_resolutions(resolutions), m_rest(rest) {}

    Result<Resolution> operator()(const MergeConflict& conflict) {
        const std::string name = conflict.name();
        const auto chosen = m_resolutions.find(name);
        if (chosen != m_resolutions.end()) {
            m_used.insert(name);
            return chosen->second;
        }
        return Resolution{m_rest.value_or(Side::Ours), {}};
    }

    /// "merge.unresolved" and "merge.noConflict".
    [[nodiscard]] Result<void> check(const MergedTables& merged) const {
        std::vector<std::string> open;
        for (const FoundConflict& found : merged.conflicts)
            if (const std::string name = found.said.name(); !m_rest && !m_resolutions.contains(name))
                open.push_back(name);
        if (!open.empty()) {
            const std::string first = open.front();
            return fail(ErrorKind::Conflict, "merge.unresolved",
                        fmt::format("{} {} to be decided: {}{}.", open.size(),
                                    open.size() == 1 ? "conflict has" : "conflicts have", first,
                                    open.size() == 1 ? "" : " and others"),
                        first, std::move(open));
        }
        for (const auto& [name, resolution] : m_resolutions)
            if (!m_used.contains(name))
                return fail(ErrorKind::Usage, "merge.noConflict",
                            fmt::format("There is no conflict \"{}\".", storableText(name.substr(0, 200))),
                            storableText(name), {storableText(name)});
        return {};
    }
    [[nodiscard]] bool ownValues() const {
        return std::any_of(m_resolutions.begin(), m_resolutions.end(),
                           [](const auto& entry) { return entry.second.value.has_value(); });
    }

private:
    const std::map<std::string, Resolution>& m_resolutions;
    std::optional<Side> m_rest;
    std::set<std::string> m_used;
};

/// What the other copy holds is not what the person typed: it is the file that is refused.
Error refusedFile(Error error, const Project& theirs) {
    if (error.kind != ErrorKind::Usage)
        return error;
    return Error{ErrorKind::Refused,
                 "merge.refused",
                 fmt::format("{} can't be merged; nothing was changed. {}", quotedName(theirs.path()), error.text),
                 theirs.path().string(),
                 {error.text},
                 {{error.id, error.where, error.text, {}}}};
}

std::string labelFor(const Project& theirs) {
    std::string name = storableText(theirs.path().filename().string());
    std::replace_if(
        name.begin(), name.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; }, '?');
    return "Merge " + name;
}

MergePlan planOf(Prepared prepared) {
    MergePlan plan;
    plan.related = prepared.parting.related;
    plan.base = prepared.parting.base;
    plan.parted = prepared.parting.time;
    plan.ourCommands = static_cast<int>(prepared.parting.ours.size());
    plan.theirCommands = static_cast<int>(prepared.parting.theirs.size());
    for (const RowId& row : prepared.changed)
        ++plan.taken[row.table];
    for (FoundConflict& found : prepared.merged.conflicts)
        plan.conflicts.push_back(std::move(found.said));
    plan.remarks = std::move(prepared.remarks);
    plan.nothing = prepared.changed.empty() && plan.conflicts.empty();
    return plan;
}

} // namespace

std::string_view nameOf(Table table) noexcept {
    for (const ContentTable& one : kContentTables)
        if (one.table == table)
            return one.name;
    return {};
}

std::string MergeConflict::name() const {
    std::string text(nameOf(table));
    // A key of one part needs no marks, since no column holds a slash.
    for (const std::string& part : key)
        text = key.size() == 1 ? text + "/" + part : childPointer(text, part);
    return text + "/" + column;
}

Result<MergePlan> planMerge(Project& ours, Project& theirs) {
    PLUMB_CHECK(checkNotSame(ours, theirs));
    return atOneMoment(databaseOf(theirs), [&]() -> Result<MergePlan> {
        PLUMB_CHECK(theirs.load()); // whatever it holds that no review has is refused here
        return atOneMoment(databaseOf(ours), [&]() -> Result<MergePlan> {
            const std::map<std::string, Resolution> none;
            Chooser chooser(none, Side::Ours);
            PLUMB_TRY(prepared, prepare(databaseOf(ours), databaseOf(theirs), std::ref(chooser), Side::Ours));
            for (const auto& [side, project] : {std::pair{Side::Ours, &ours}, std::pair{Side::Theirs, &theirs}})
                PLUMB_CHECK(findWriters(databaseOf(*project),
                                        side == Side::Ours ? prepared.parting.ours : prepared.parting.theirs, side,
                                        prepared.merged.conflicts));
            return planOf(std::move(prepared));
        });
    });
}

Result<Applied> applyMerge(Project& ours, Project& theirs, const std::map<std::string, Resolution>& resolutions,
                           std::optional<Side> rest, const Progress& progress) {
    PLUMB_CHECK(checkNotSame(ours, theirs));
    return atOneMoment(databaseOf(theirs), [&]() -> Result<Applied> {
        PLUMB_CHECK(theirs.load());
        return ours.run(labelFor(theirs), {}, [&](Writer& writer) -> Result<void> {
            Chooser chooser(resolutions, rest);
            PLUMB_TRY(prepared,
                      prepare(databaseOf(ours), databaseOf(theirs), std::ref(chooser), rest.value_or(Side::Ours)));
            PLUMB_CHECK(chooser.check(prepared.merged));
            const auto written = writeMerged(databaseOf(ours), databaseOf(theirs), writer, prepared.states.ours,
                                             prepared.merged.rows, progress);
            if (written)
                return {};
            Error error = written.error();
            if (chooser.ownValues() && (databaseOf(ours).lastCode() & 0xFF) == SQLITE_CONSTRAINT)
                return fail(ErrorKind::Usage, "merge.value", "A text that was given can't stand where it shall.");
            return fail(chooser.ownValues() ? std::move(error) : refusedFile(std::move(error), theirs));
        });
    });
}

} // namespace plumb::store
