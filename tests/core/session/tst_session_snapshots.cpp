// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Snapshots in a session: made, read, put back by the rows that differ, and shown as a review of their own.
#include "core/base/hash.h"
#include "core/session/states.h"
#include "tests/core/session/findings_fixture.h"

#include <sqlite3.h>

using namespace plumb;
using namespace plumb::test;
using session::OpenMode;
using session::Session;
using session::StateRef;

namespace {

Result<std::string> attach(Session& session, std::string_view bytes) {
    session::NewEvidence evidence;
    evidence.record.kind = review::EvidenceKind::File;
    evidence.record.fileName = "bill.pdf";
    evidence.record.links = {{kA11, "p1"}, {kB23, ""}};
    evidence.source = store::memorySource(bytes);
    return session.addEvidence(std::move(evidence));
}

/// What a session holds, as the canonical text of its present.
std::string presentOf(const Session& session) {
    const auto state = session.stateOf({});
    return state ? compare::snapshotBytes(state->state) : state.error().text;
}

/// Rows that the head command changed, as its changeset's size tells: 0 when there is none.
std::uint64_t sizeOfHead(const Session& session) {
    const auto head = session.undoable();
    return head ? head->changesetBytes : 0;
}

void run(const std::filesystem::path& path, const char* sql) {
    sqlite3* database = nullptr;
    QCOMPARE(sqlite3_open(path.c_str(), &database), SQLITE_OK);
    QCOMPARE(sqlite3_exec(database, sql, nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(database);
}

} // namespace

class TstSessionSnapshots final : public FindingsTest {
    Q_OBJECT
private slots:
    void init() { makeReview(); }

    void aSnapshotKeepsTheReviewUnderAName() {
        Recorder recorder(*m_session);
        const auto made = m_session->createSnapshot("  May   review ", "Before the move.");
        VERIFY_OK(made);
        COMPARE_TEXT(recorder.take(), "snapshots; history");
        COMPARE_TEXT(made->name, "May review");
        COMPARE_TEXT(made->note, "Before the move.");
        COMPARE_TEXT(made->author, "Greta Holm");
        COMPARE_TEXT(made->scoreMethod, std::string(score::kMethod));
        COMPARE_TEXT(lastLabel(*m_session), "Snapshot May review");
        QCOMPARE(m_session->snapshots(), std::vector{*made});
        const auto bytes = m_session->snapshotBytes("MAY review");
        VERIFY_OK(bytes);
        COMPARE_TEXT(sha256(*bytes), made->sha256);
        COMPARE_TEXT(*bytes, presentOf(*m_session));
        COMPARE_TEXT(staleness(m_fixture, *m_session), "");
    }
    void aNameIsTakenOnce() {
        VERIFY_OK(m_session->createSnapshot("Spring"));
        Recorder recorder(*m_session);
        VERIFY_ERROR(m_session->createSnapshot(" SPRING "), "snapshot.name");
        VERIFY_ERROR(m_session->createSnapshot("  "), "snapshot.name");
        VERIFY_ERROR(m_session->createSnapshot(std::string(201, 'x')), "snapshot.name");
        COMPARE_TEXT(recorder.take(), "");
        QCOMPARE(m_session->snapshots().size(), 1U);
    }
    void undoAndRedoAreFollowed() {
        VERIFY_OK(m_session->createSnapshot("Spring"));
        Recorder recorder(*m_session);
        VERIFY_OK(m_session->undo());
        COMPARE_TEXT(recorder.take(), "snapshots; history");
        QVERIFY(m_session->snapshots().empty());
        VERIFY_ERROR(m_session->snapshotBytes("Spring"), "store.noSnapshot");
        VERIFY_OK(m_session->redo());
        QCOMPARE(m_session->snapshots().size(), 1U);
        VERIFY_OK(m_session->snapshotBytes("Spring"));
    }
    void anUnknownNameIsAnsweredWithTheNearestOnes() {
        const auto none = m_session->stateOf("Sprign");
        VERIFY_ERROR(none, "store.noSnapshot");
        QVERIFY(none.error().text.find("none yet") != std::string::npos);
        VERIFY_OK(m_session->createSnapshot("Spring"));
        VERIFY_OK(m_session->createSnapshot("Harvest"));
        const auto near = m_session->stateOf("Sprign");
        VERIFY_ERROR(near, "store.noSnapshot");
        QCOMPARE(near.error().args, (std::vector<std::string>{"Sprign", "Spring"}));
        QVERIFY(near.error().text.find("Did you mean Spring?") != std::string::npos);
        VERIFY_ERROR(m_session->restoreSnapshot("Sprign"), "store.noSnapshot");
    }
    void stateOfASnapshotIsTheReviewOfThen() {
        VERIFY_OK(m_session->createSnapshot("Then"));
        const double scoreThen = *m_session->scores().overall().score;
        VERIFY_OK(m_session->edit(kA11, tick({"p2", "p3"})));
        const auto then = m_session->stateOf("then"), now = m_session->stateOf({});
        VERIFY_OK(then);
        VERIFY_OK(now);
        COMPARE_TEXT(then->state.name, "Then");
        COMPARE_TEXT(now->state.name, "now");
        QCOMPARE(then->state.scores.overall().score, std::optional(scoreThen));
        QCOMPARE(then->stored.score, std::optional(scoreThen));
        QCOMPARE(now->stored.score, m_session->scores().overall().score);
        const compare::Comparison moved = compare::compareStates(then->state, now->state);
        QCOMPARE(moved.count(compare::Change::Improved), 1);
        QCOMPARE(moved.count(compare::Change::Unchanged), 11);
    }
    void theTrendGoesThroughEverySnapshotToNow() {
        VERIFY_OK(m_session->createSnapshot("One"));
        const auto before = m_session->scores().overall().score;
        m_fixture.clock().advance(1000);
        VERIFY_OK(m_session->edit(kA11, tick({"p2", "p3"})));
        VERIFY_OK(m_session->createSnapshot("Two"));
        for (int pass = 0; pass < 2; ++pass) {
            const auto trend = m_session->trend();
            VERIFY_OK(trend);
            QCOMPARE(trend->size(), 3U);
            COMPARE_TEXT(trend->at(0).name, "One");
            QCOMPARE(trend->at(0).score, before);
            QVERIFY(trend->at(0).time < trend->at(1).time);
            COMPARE_TEXT(trend->at(2).name, "now");
            QCOMPARE(trend->at(2).score, trend->at(1).score);
            QVERIFY(trend->at(1).score > trend->at(0).score);
        }
    }
    void restoringMakesTheReviewAsItWas() {
        const std::string evidence = "the bill of May";
        const auto piece = attach(*m_session, evidence);
        VERIFY_OK(piece);
        VERIFY_OK(m_session->editFindings({{kFirst, needing({kThird})}, {kSecond, owner("Dev Raman")}}));
        VERIFY_OK(m_session->createSnapshot("Then"));
        const std::string then = presentOf(*m_session);
        review::Workload workload = m_session->review().workload;
        workload.name = "Another name";
        VERIFY_OK(m_session->setWorkload(workload));
        VERIFY_OK(m_session->edit(kA11, untick({"p1"})));
        VERIFY_OK(m_session->edit({"alpha", "A_2_1"}, tick({"none_no"})));
        VERIFY_OK(m_session->removeEvidence(*piece));
        VERIFY_OK(m_session->editFindings({{kFirst, needing({})}, {kThird, needing({kFirst})}}));
        VERIFY_OK(m_session->addFinding(titled("Written by hand")));
        review::Planning planning;
        planning.capacity = 7;
        VERIFY_OK(m_session->setPlanning(planning));
        VERIFY_OK(m_session->putEvent({{}, review::EventKind::Review, {2026, 5, 1}, "x"}));
        VERIFY_OK(m_session->addParticipant({{}, "Petra", "Lead", {}}));
        VERIFY_OK(m_session->removeLens("beta"));
        const std::string changed = presentOf(*m_session);
        QVERIFY(changed != then);

        VERIFY_OK(m_session->restoreSnapshot("then"));
        COMPARE_TEXT(lastLabel(*m_session), "Restore Then");
        COMPARE_TEXT(presentOf(*m_session), then);
        COMPARE_TEXT(staleness(m_fixture, *m_session), "");
        QVERIFY(m_session->verify()->problems.empty());
        QCOMPARE(m_session->snapshots().size(), 1U);
        std::string out;
        VERIFY_OK(m_session->extractEvidence(*piece, *store::memorySink(out)));
        COMPARE_TEXT(out, evidence);
        VERIFY_OK(m_session->undo());
        COMPARE_TEXT(presentOf(*m_session), changed);
        VERIFY_OK(m_session->redo());
        COMPARE_TEXT(presentOf(*m_session), then);
    }
    void restoringWritesTheRowsThatDifferAndNoOthers() {
        VERIFY_OK(m_session->createSnapshot("Then"));
        VERIFY_OK(m_session->edit(kA12, tick({"p3"})));
        const std::uint64_t edited = sizeOfHead(*m_session);
        Recorder recorder(*m_session);
        VERIFY_OK(m_session->restoreSnapshot("Then"));
        COMPARE_TEXT(recorder.take(), "answers A_1_2; history");
        QVERIFY(sizeOfHead(*m_session) <= edited);
        const std::string head = m_session->undoable()->id;
        VERIFY_OK(m_session->restoreSnapshot("Then")); // nothing to do
        COMPARE_TEXT(m_session->undoable()->id, head);
        COMPARE_TEXT(recorder.take(), "");
    }
    void aSnapshotOpensAsAReviewThatCanOnlyBeRead() {
        const std::string bytes(300'000, 'b');
        const auto piece = attach(*m_session, bytes);
        VERIFY_OK(piece);
        VERIFY_OK(m_session->createSnapshot("Then"));
        const std::string then = presentOf(*m_session);
        VERIFY_OK(m_session->removeEvidence(*piece));
        VERIFY_OK(m_session->edit(kA11, tick({"p2", "p3"})));
        const std::string now = presentOf(*m_session);
        const Date day = m_session->today();
        m_fixture.clock().advance(86'400'000);
        std::filesystem::path copy;
        {
            auto shown = Session::openSnapshot(m_session->path(), "THEN", m_fixture.env());
            VERIFY_OK(shown);
            const Session& old = **shown;
            copy = old.path();
            QVERIFY(copy != m_session->path());
            QVERIFY(old.readOnly());
            COMPARE_TEXT(std::string(old.snapshotName()), "Then");
            COMPARE_TEXT(presentOf(old), then);
            QVERIFY(old.today() == day && m_session->today() != day); // due dates are those of then
            std::string out;
            VERIFY_OK(old.extractEvidence(*piece, *store::memorySink(out)));
            QVERIFY(out == bytes);
            VERIFY_ERROR((*shown)->edit(kA11, tick({"p2"})), "session.readOnly");
            VERIFY_ERROR((*shown)->createSnapshot("x"), "session.readOnly");
            VERIFY_ERROR((*shown)->restoreSnapshot("Then"), "session.readOnly");
            QVERIFY(std::filesystem::exists(copy));
        }
        QVERIFY(!std::filesystem::exists(copy.parent_path()));
        m_fixture.clock().advance(-86'400'000);
        COMPARE_TEXT(presentOf(*m_session), now);
        QVERIFY(m_session->snapshotName().empty());
        VERIFY_ERROR(Session::openSnapshot(m_session->path(), "Thn", m_fixture.env()), "store.noSnapshot");
    }
    void aSnapshotWhoseHashDoesNotMatchIsRefusedAndNothingChanges() {
        VERIFY_OK(m_session->createSnapshot("Then"));
        const std::filesystem::path path = m_session->path();
        m_session.reset();
        run(path, "UPDATE snapshot_content SET data = zeroblob(length(data))");
        auto opened = Session::open(path, OpenMode::ReadWrite, m_fixture.env());
        VERIFY_OK(opened);
        m_session = std::move(*opened);
        const std::string head = m_session->undoable()->id;
        VERIFY_ERROR(m_session->snapshotBytes("Then"), "store.damaged");
        VERIFY_ERROR(m_session->stateOf("Then"), "store.damaged");
        VERIFY_ERROR(m_session->restoreSnapshot("Then"), "store.damaged");
        VERIFY_ERROR(m_session->trend(), "store.damaged");
        VERIFY_ERROR(Session::openSnapshot(path, "Then", m_fixture.env()), "store.damaged");
        COMPARE_TEXT(m_session->undoable()->id, head);
    }
    void statesAreNamedAsPeopleWriteThem_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("snapshot");
        const auto row = [](const char* text, const char* file, const char* snapshot) {
            QTest::newRow(*text ? text : "empty")
                << QString::fromUtf8(text) << QString::fromUtf8(file) << QString::fromUtf8(snapshot);
        };
        row("", "", "");
        row("@now", "", "");
        row("@NOW", "", "");
        row("May review", "", "May review");
        row("me@home", "", "me@home");
        row("other.plumb", "other.plumb", "");
        row("dir/Other.PLUMB@now", "dir/Other.PLUMB", "");
        row("dir@x/other.plumb@May @ home", "dir@x/other.plumb", "May @ home");
        row(".plumb", "", ".plumb");
    }
    void statesAreNamedAsPeopleWriteThem() {
        QFETCH(QString, text);
        QFETCH(QString, file);
        QFETCH(QString, snapshot);
        const StateRef expected{file.toStdString(), snapshot.toStdString()};
        QVERIFY(session::parseStateRef(text.toStdString()) == expected);
    }
    void aStateIsReadFromAFileWithoutASession() {
        VERIFY_OK(m_session->createSnapshot("Then"));
        const std::string then = presentOf(*m_session);
        VERIFY_OK(m_session->edit(kA11, tick({"p2"})));
        const auto old = session::readState(m_session->path(), "then", m_fixture.env());
        const auto now = session::readState(m_session->path(), {}, m_fixture.env());
        VERIFY_OK(old);
        VERIFY_OK(now);
        COMPARE_TEXT(compare::snapshotBytes(old->state), then);
        COMPARE_TEXT(compare::snapshotBytes(now->state), presentOf(*m_session));
        COMPARE_TEXT(old->state.name, "Then");
        COMPARE_TEXT(now->state.name, "now");
        VERIFY_ERROR(session::readState(m_session->path(), "Thne", m_fixture.env()), "store.noSnapshot");
        VERIFY_ERROR(session::readState(m_fixture.path("none.plumb"), {}, m_fixture.env()), "file.notFound");
    }
};

QTEST_APPLESS_MAIN(TstSessionSnapshots)
#include "tst_session_snapshots.moc"
