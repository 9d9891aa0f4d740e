// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Random commands on two copies, merged in both directions and for both sides, against an oracle that sees only dumped
// tables. PLUMB_MERGE_RUNS says how many runs (500), PLUMB_MERGE_SHARD which of them (0): ctest starts twenty shards.
#include "core/store/merge.h"
#include "core/store/project_impl.h"
#include "tests/support/any_command.h"
#include "tests/support/finding_builders.h"
#include "tests/support/merge_oracle.h"
#include "tests/support/snapshot_builders.h"
#include "tests/support/store_builders.h"
#include "tests/support/store_checks.h"

#include <QTest>

#include <random>
#include <sqlite3.h>

using namespace plumb;
using namespace plumb::testing;
using store::Project;
using store::Side;

namespace {

int intOf(const char* variable, int otherwise) {
    bool given = false;
    const int value = qEnvironmentVariableIntValue(variable, &given);
    return given ? value : otherwise;
}

sqlite3* handleOf(Project& project) {
    return static_cast<store::ProjectImpl&>(project).connection().handle();
}

struct StatementEnd {
    void operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, StatementEnd>;

Statement prepared(sqlite3* database, const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK)
        qFatal("%s: %s", sql.c_str(), sqlite3_errmsg(database));
    return Statement(statement);
}

/// Makes all rows of one file those of another, over and over: faster than copying the file, after which every
/// statement would have to be prepared again.
class Copier {
public:
    Copier(sqlite3* from, sqlite3* to) : m_to(to) {
        const Statement tables = prepared(from, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid");
        while (sqlite3_step(tables.get()) == SQLITE_ROW) {
            const std::string name = reinterpret_cast<const char*>(sqlite3_column_text(tables.get(), 0));
            Statement read = prepared(from, "SELECT * FROM " + name);
            std::string marks = "?";
            for (int i = 1; i < sqlite3_column_count(read.get()); ++i)
                marks += ",?";
            m_tables.push_back({prepared(to, "DELETE FROM " + name), std::move(read),
                                prepared(to, "INSERT INTO " + name + " VALUES(" + marks + ")")});
        }
    }
    void run() const {
        execute("BEGIN"); // no pragma: it would make every statement be prepared again
        for (auto table = m_tables.rbegin(); table != m_tables.rend(); ++table)
            step(table->clear.get());
        for (const Copy& table : m_tables) {
            while (sqlite3_step(table.read.get()) == SQLITE_ROW) {
                for (int i = 0; i < sqlite3_column_count(table.read.get()); ++i)
                    sqlite3_bind_value(table.write.get(), i + 1, sqlite3_column_value(table.read.get(), i));
                step(table.write.get());
            }
            sqlite3_reset(table.read.get());
        }
        execute("COMMIT");
    }

private:
    struct Copy {
        Statement clear, read, write;
    };
    void execute(const char* sql) const {
        if (sqlite3_exec(m_to, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
            qFatal("%s: %s", sql, sqlite3_errmsg(m_to));
    }
    void step(sqlite3_stmt* statement) const {
        if (sqlite3_step(statement) != SQLITE_DONE)
            qFatal("copy: %s", sqlite3_errmsg(m_to));
        sqlite3_reset(statement);
    }
    sqlite3* m_to;
    std::vector<Copy> m_tables;
};

constexpr int kSnapshotKind = 18; ///< of randomCommand()

/// Dumps of states by the command that led to them.
using States = std::map<std::string, Dump>;

class Runs {
public:
    explicit Runs(unsigned shard) : m_random(shard * 7919U + 1U) {
        m_ours = newProject(m_folder / "a.plumb", m_world, 3);
        m_theirs = newProject(m_folder / "b.plumb", m_world, 1);
        // The files are in memory and go with the test; waiting for a disk shows nothing here.
        for (Project* project : {m_ours.get(), m_theirs.get()})
            if (!connection(*project).execute("PRAGMA synchronous=OFF; PRAGMA journal_mode=MEMORY"))
                qFatal("pragma");
        m_dumpOurs.emplace(handleOf(*m_ours));
        m_dumpTheirs.emplace(handleOf(*m_theirs));
        m_pristine = newProject(m_folder / "c.plumb", m_world, 3);
        fill(*m_pristine);
        m_reset.emplace(handleOf(*m_pristine), handleOf(*m_ours));
        m_part.emplace(handleOf(*m_ours), handleOf(*m_theirs));
    }

    /// What is wrong, with the commands that led there; empty: nothing.
    std::string one(int run) {
        m_log.clear();
        part();
        const Dump base = m_states.at(commonCommand());
        const Dump ours = m_dumpOurs->dump(), theirs = m_dumpTheirs->dump();
        std::string wrong = planBoth(base, ours, theirs);
        if (wrong.empty())
            wrong = mergeBoth(base, ours, theirs, run % 2 == 0, run % 50 < 2);
        return wrong.empty() ? wrong : "run " + std::to_string(run) + ": " + wrong + "\ncommands:\n" + m_log;
    }
    [[nodiscard]] int conflicts() const { return m_conflicts; }
    [[nodiscard]] int changes() const { return m_changes; }
    [[nodiscard]] int circles() const { return m_circles; }
    [[nodiscard]] int rowConflicts() const { return m_rowConflicts; }

private:
    static store::Database& connection(Project& project) {
        return static_cast<store::ProjectImpl&>(project).connection();
    }
    int draw(int most) { return static_cast<int>(m_random() % static_cast<unsigned>(most + 1)); }

    /// Something in every table, so that there is something to change and to take away.
    void fill(Project& project) {
        const auto must = [](const Result<store::Applied>& applied) {
            if (!applied)
                qFatal("%s", applied.error().text.c_str());
        };
        for (int i = 0; i < 3; ++i)
            for (const int what : {0, 3, 5, 6, 10, 12 + 2, 15, 19})
                must(randomCommand(project, what, i, i + 1 + (what == 19 ? 3 : 0)));
        must(randomCommand(project, 16, 1, 4));
        must(randomCommand(project, 17, 0, 2));
        must(randomCommand(project, 13, 0, 1));
        must(more(project, kCommandKinds, 1));
        must(more(project, kCommandKinds + 1, 1));
        must(more(project, kCommandKinds + 3, 1));
        must(more(project, kCommandKinds + 4, 1));
    }

    static std::string head(Project& project) {
        const auto at = project.undoable();
        return at ? at->id : std::string{};
    }

    /// One command more; some take back the last one instead.
    void step(Project& project, const char* who, bool mayUndo) {
        m_world.clock.advance(5000);
        int what = draw(kCommandKinds + 5), where = draw(2);
        const int value = draw(99);
        // Half of the time where the other one was at work, so that they meet.
        if (!m_done.empty() && draw(1) == 0)
            std::tie(what, where) = m_done[static_cast<std::size_t>(draw(static_cast<int>(m_done.size()) - 1))];
        if (draw(14) == 0)
            what = kCommandKinds + 2; // needs, so that circles come about
        else if (draw(9) == 0)
            what = kCommandKinds + draw(3) % 2 * 3; // the questionnaire that comes and goes, or what hangs on it
        m_done.emplace_back(what, where);
        if (what == kSnapshotKind)
            what = kCommandKinds + 4; // see more()
        m_log += std::string(who) + " " + std::to_string(what) + " " + std::to_string(where) + " " +
                 std::to_string(value) + "\n";
        if (mayUndo && what == kCommandKinds + 5) {
            // Not past the beginning of the run: its states are known.
            if (head(project) != head(*m_pristine))
                static_cast<void>(project.undo());
            return;
        }
        const auto done =
            what < kCommandKinds ? randomCommand(project, what, where, value) : more(project, what, value);
        if (!done && done.error().kind != ErrorKind::Usage)
            qFatal("%s", done.error().text.c_str());
    }

    /// What only two copies make interesting: a second questionnaire that comes and goes, needs both ways, snapshots.
    Result<store::Applied> more(Project& project, int what, int value) {
        const QuestionKey key{"other", "q0"};
        return project.run("More", {}, [&](store::Writer& writer) -> Result<void> {
            switch (what - kCommandKinds) {
            case 0:
                return value % 3 == 0 ? writer.removeLens("other")
                                      : writer.putLens("other", "Other", lensJson(1, 2, "Other"), {}, 5);
            case 1: {
                PLUMB_TRY(answer, project.loadAnswer(key));
                answer.choices["q0_a"].note = "other " + std::to_string(value % 5);
                return writer.putAnswer(key, answer);
            }
            case 2: {
                review::Finding f = derivedFinding({"test", "q" + std::to_string(value % 3)});
                f.needs = {"test/q" + std::to_string(value / 3 % 3)};
                PLUMB_CHECK(writer.putFinding(f));
                return {};
            }
            case 3: {
                // Hangs on a questionnaire that comes and goes, and more hangs on it.
                review::Finding f = derivedFinding(key);
                f.measures = {"m" + std::to_string(value % 3)};
                f.title = value % 4 == 0 ? "Title" : "";
                PLUMB_CHECK(writer.putFinding(f));
                return {};
            }
            default: {
                // Snapshots never change: another text has another id.
                const std::string text = snapshotText({}, {}, {}, std::to_string(value % 4));
                auto record = snapshotRecord("Snapshot " + std::to_string(value % 3), text);
                record.id += " " + std::to_string(value % 4);
                const auto put = writer.putSnapshot(record, text);
                return put || put.error().kind == ErrorKind::Usage ? Result<void>{} : put;
            }
            }
        });
    }

    /// A common beginning, and what each does from there.
    void part() {
        m_reset->run();
        m_states.clear();
        const auto note = [&] { m_states[head(*m_ours)] = m_dumpOurs->dump(); };
        note();
        for (int i = draw(6); i > 0; --i) {
            step(*m_ours, "both", false);
            note();
        }
        m_part->run();
        m_done.clear();
        for (int i = draw(8); i > 0; --i)
            step(*m_ours, "ours", true);
        for (int i = draw(8); i > 0; --i)
            step(*m_theirs, "theirs", true);
    }

    /// The last one on both ways to the present.
    std::string commonCommand() {
        std::string common;
        const auto ours = *m_ours->history(), theirs = *m_theirs->history();
        for (const auto& mine : ours)
            for (const auto& other : theirs)
                if (mine.applied && other.applied && mine.id == other.id)
                    common = mine.id;
        return common;
    }

    static std::set<ExpectedConflict> conflictsOf(const store::MergePlan& plan, bool swapped) {
        std::set<ExpectedConflict> all;
        for (const store::MergeConflict& c : plan.conflicts) {
            const auto ours = c.ours.value_or("-"), theirs = c.theirs.value_or("-");
            std::string name(store::nameOf(c.table));
            for (const std::string& part : c.key)
                name += "/" + part;
            all.emplace(name + "/" + c.column, c.base.value_or("-"), swapped ? theirs : ours, swapped ? ours : theirs);
        }
        return all;
    }

    static std::string names(const std::set<ExpectedConflict>& conflicts) {
        std::string text;
        for (const auto& [name, base, ours, theirs] : conflicts)
            text += name + " [" + base + "|" + ours + "|" + theirs + "]\n";
        return text;
    }

    /// Merges into `into`, hands out what came of it and takes it back.
    std::string mergeOne(Project& into, Project& from, Side side, bool verify, const Dump& before, Dump& merged) {
        Dumper& dumper = &into == m_ours.get() ? *m_dumpOurs : *m_dumpTheirs;
        const auto applied = store::applyMerge(into, from, {}, side);
        if (!applied)
            return "merge: " + applied.error().text;
        merged = dumper.dump();
        m_changes += static_cast<int>(applied->rows.size());
        if (verify) {
            const auto report = into.verify({});
            if (!report || !report->problems.empty())
                return "verify: " + (report ? report->problems[0].text : report.error().text);
        }
        if (applied->rows.empty())
            return merged == before ? "" : "nothing was merged, but something changed";
        if (!into.undo())
            return "can't be undone";
        return dumper.dump() == before ? "" : "undo does not give the content back";
    }

    std::string planBoth(const Dump& base, const Dump& ours, const Dump& theirs) {
        const Expected expected = expectedMerge(base, ours, theirs, true);
        const auto plan = store::planMerge(*m_ours, *m_theirs), back = store::planMerge(*m_theirs, *m_ours);
        if (!plan || !back)
            return "plan: " + (plan ? back.error().text : plan.error().text);
        if (conflictsOf(*plan, false) != expected.conflicts)
            return "conflicts:\n" + names(conflictsOf(*plan, false)) + "expected:\n" + names(expected.conflicts);
        if (conflictsOf(*back, true) != expected.conflicts)
            return "conflicts are others the other way round:\n" + names(conflictsOf(*back, true));
        if (plan->base != commonCommand())
            return "parted after " + plan->base;
        m_conflicts += static_cast<int>(expected.conflicts.size());
        for (const auto& conflict : plan->conflicts)
            m_rowConflicts += conflict.column.empty() ? 1 : 0;
        return {};
    }

    std::string mergeBoth(const Dump& base, const Dump& ours, const Dump& theirs, bool preferOurs, bool verify) {
        const Side side = preferOurs ? Side::Ours : Side::Theirs, other = preferOurs ? Side::Theirs : Side::Ours;
        Expected expected = expectedMerge(base, ours, theirs, preferOurs);
        Dump merged, mirrored;
        if (std::string wrong = mergeOne(*m_ours, *m_theirs, side, verify, ours, merged); !wrong.empty())
            return wrong;
        const std::size_t before = expected.rows.size();
        if (!leaveOutCircles(expected.rows, merged))
            return "a need is missing that closes no circle\n" + differences(expected.rows, merged);
        m_circles += static_cast<int>(before - expected.rows.size());
        if (withoutQuiet(merged) != withoutQuiet(expected.rows))
            return "merged:\n" + differences(withoutQuiet(expected.rows), withoutQuiet(merged));
        if (std::string wrong = mergeOne(*m_theirs, *m_ours, other, verify, theirs, mirrored); !wrong.empty())
            return "the other way round: " + wrong;
        if (withoutQuiet(merged) != withoutQuiet(mirrored))
            return "not symmetric:\n" + differences(withoutQuiet(merged), withoutQuiet(mirrored));
        return {};
    }

    Folder m_folder;
    World m_world;
    std::mt19937 m_random;
    std::unique_ptr<Project> m_ours, m_theirs, m_pristine;
    std::optional<Dumper> m_dumpOurs, m_dumpTheirs; // these hold statements, so they go before the projects
    std::optional<Copier> m_reset, m_part;
    States m_states;
    std::vector<std::pair<int, int>> m_done; // what and where, since the copies parted
    std::string m_log;
    int m_conflicts = 0, m_changes = 0, m_circles = 0, m_rowConflicts = 0;
};

} // namespace

class TestMergeProperties : public QObject {
    Q_OBJECT

private slots:
    void mergedIsWhatBothDid();
};

void TestMergeProperties::mergedIsWhatBothDid() {
    const int runs = intOf("PLUMB_MERGE_RUNS", 500);
    Runs all(static_cast<unsigned>(intOf("PLUMB_MERGE_SHARD", 0)));
    for (int run = 0; run < runs; ++run) {
        const std::string wrong = all.one(run);
        QVERIFY2(wrong.empty(), wrong.c_str());
    }
    qInfo("%d runs: %d rows merged, %d conflicts, %d of them rows, %d circles", runs, all.changes(), all.conflicts(),
          all.rowConflicts(), all.circles());
    QVERIFY(runs < 500 || (all.conflicts() > runs / 4 && all.rowConflicts() > 0 && all.circles() > 0));
}

QTEST_GUILESS_MAIN(TestMergeProperties)
#include "tst_merge_properties.moc"
