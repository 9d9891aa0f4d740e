// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Properties over random runs of commands: undoing all gives the beginning, redoing all the end, restore any state
// between; and over changesets with random damage: never a crash, never a change.
#include "core/store/changeset.h"
#include "core/store/project_impl.h"
#include "tests/support/any_command.h"
#include "tests/support/cost_builders.h"
#include "tests/support/store_builders.h"
#include "tests/support/store_checks.h"

#include <QTest>

#include <algorithm>
#include <rapidcheck.h>

using namespace plumb;
using namespace plumb::testing;
using store::Project;

namespace {

using Steps = std::vector<std::tuple<int, int, int>>;

Steps anySteps() {
    return *rc::gen::container<Steps>(
        rc::gen::tuple(rc::gen::inRange(0, 21), rc::gen::inRange(0, 3), rc::gen::inRange(0, 100)));
}

} // namespace

class TestHistoryProperties : public QObject {
    Q_OBJECT

private slots:
    void undoingAllGivesTheBeginningAndRedoingAllTheEnd();
    void anyStateCanBeRestored();
    void anyCostsComeBackAsTheyWerePut();
    void damagedChangesetsNeverCrashOrChangeAnything();
};

void TestHistoryProperties::undoingAllGivesTheBeginningAndRedoingAllTheEnd() {
    QVERIFY(rc::check("undo all, redo all", [] {
        Folder folder;
        World world;
        const auto path = folder / "a.plumb";
        const auto project = newProject(path, world, 3);
        RC_ASSERT(project->undo().has_value());
        const std::string initial = contentDump(path);
        RC_ASSERT(project->redo().has_value());
        for (const auto& [what, where, value] : anySteps())
            RC_ASSERT(randomCommand(*project, what, where, value).has_value());
        const std::string final = contentDump(path);
        const std::size_t commands = project->history()->size();
        for (std::size_t i = 0; i < commands; ++i)
            RC_ASSERT(project->undo().has_value());
        RC_ASSERT(!project->undoable());
        RC_ASSERT(contentDump(path) == initial);
        for (std::size_t i = 0; i < commands; ++i)
            RC_ASSERT(project->redo().has_value());
        RC_ASSERT(!project->redoable());
        RC_ASSERT(contentDump(path) == final);
    }));
}

void TestHistoryProperties::anyStateCanBeRestored() {
    QVERIFY(rc::check("restore over branches", [] {
        Folder folder;
        World world;
        const auto path = folder / "a.plumb";
        const auto project = newProject(path, world, 3);
        std::vector<std::pair<std::string, std::string>> states; // id of a command, the content after it
        for (const auto& [what, where, value] : anySteps()) {
            // Not past the questionnaire, without which there is nothing to answer.
            if (value % 5 == 0 && project->undoable()->label != "Add lens")
                RC_ASSERT(project->undo().has_value());
            const auto applied = randomCommand(*project, what, where, value);
            RC_ASSERT(applied.has_value());
            if (!applied->rows.empty())
                states.emplace_back(applied->command.id, contentDump(path));
        }
        for (const auto& [id, content] : states) {
            RC_ASSERT(project->restore(id).has_value());
            RC_ASSERT(contentDump(path) == content);
        }
        RC_ASSERT(project->verify({})->problems.empty());
    }));
}

void TestHistoryProperties::anyCostsComeBackAsTheyWerePut() {
    QVERIFY(rc::check("costs come back", [] {
        Folder folder;
        World world;
        const auto project = newProject(folder / "a.plumb", world, 1);
        for (const auto& [what, where, value] : anySteps()) {
            review::Costs costs = anyCosts(*project, where, value);
            const std::vector<review::Price> prices = anyPrices(what, value);
            RC_ASSERT(putCosts(*project, costs).has_value());
            RC_ASSERT(putPrices(*project, prices).has_value());
            costs.prices = project->loadCosts()->prices;
            RC_ASSERT(std::is_permutation(prices.begin(), prices.end(), costs.prices.begin(), costs.prices.end()));
            RC_ASSERT(*project->loadCosts() == costs);
            RC_ASSERT(putCosts(*project, costs)->rows.empty());
        }
        RC_ASSERT(project->verify({})->problems.empty());
    }));
}

void TestHistoryProperties::damagedChangesetsNeverCrashOrChangeAnything() {
    Folder folder;
    World world;
    const auto path = folder / "a.plumb";
    const auto project = newProject(path, world, 3);
    for (int i = 0; i < 21; ++i)
        static_cast<void>(randomCommand(*project, i, i, i));
    auto& connection = static_cast<store::ProjectImpl&>(*project).connection();
    std::vector<std::string> whole;
    const auto history = project->history().value();
    for (const auto& record : history)
        whole.push_back(store::changesetOf(connection, record.id).value());
    const std::string before = contentDump(path);
    QVERIFY(rc::check("damaged changesets", [&] {
        std::string bytes = *rc::gen::elementOf(whole);
        const int hits = *rc::gen::inRange(0, 5);
        for (int i = 0; i < hits; ++i)
            bytes[*rc::gen::inRange<std::size_t>(0, bytes.size())] = static_cast<char>(*rc::gen::inRange(0, 256));
        bytes.resize(*rc::gen::inRange<std::size_t>(0, bytes.size() + 1));
        const auto inverse = store::invertChangeset(bytes);
        static_cast<void>(store::rowsOf(bytes));
        static_cast<void>(store::joinChangesets(whole.front(), bytes));
        auto transaction = store::Transaction::begin(connection, store::Transaction::Kind::Write);
        RC_ASSERT(transaction.has_value());
        static_cast<void>(store::applyChangeset(connection, inverse ? *inverse : bytes));
    }));
    QCOMPARE(contentDump(path), before);
}

QTEST_GUILESS_MAIN(TestHistoryProperties)
#include "tst_history_properties.moc"
