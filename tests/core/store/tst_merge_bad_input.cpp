// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Merging files that lie, and decisions that make no sense: a clear error, and nothing has changed.
#include "core/store/merge.h"
#include "tests/support/merge_builders.h"
#include "tests/support/snapshot_builders.h"
#include "tests/support/store_checks.h"

#include <QTest>

using namespace plumb;
using namespace plumb::testing;
using store::OpenMode;
using store::Project;
using store::Side;
using store::Writer;

namespace {

const QuestionKey kQ0{"test", "q0"};

void putEvidence(TwoCopies& copies, Project& project, const std::string& id, const std::string& bytes = {}) {
    copies.run(project, [&](Writer& w) -> Result<void> {
        review::Evidence e{.id = id, .kind = review::EvidenceKind::File, .title = "Title " + id, .fileName = "a.bin"};
        if (!bytes.empty()) {
            const auto source = store::memorySource(bytes);
            PLUMB_TRY(info, w.putBlob(*source, {}));
            e.sha256 = info.sha256;
            e.bytes = info.bytes;
        }
        return w.putEvidence(e);
    });
}

} // namespace

class TestMergeBadInput : public QObject {
    Q_OBJECT

private slots:
    void damagedContentIsRefused();
    void missingContentIsRefused();
    void valuesThatNoCommandWouldStoreAreRefused_data();
    void valuesThatNoCommandWouldStoreAreRefused();
    void aHistoryThatDoesNotFitIsRefused();
    void ownTextsOnlyStandWhereTextsAre();
    void olderCopiesAreRead();
};

void TestMergeBadInput::damagedContentIsRefused() {
    TwoCopies copies;
    putEvidence(copies, *copies.theirs, "e", "some bytes");
    VERIFY_OK(putSnapshot(*copies.theirs, "Spring", snapshotText()));
    const std::string before = fileBytes(copies.ours->path());
    QVERIFY(rawSql(copies.theirs->path(), "UPDATE blob_chunk SET data = x'00112233445566778899'"));
    VERIFY_FAILS(copies.merge(), "store.damaged");
    QCOMPARE(fileBytes(copies.ours->path()), before);
    QVERIFY(rawSql(copies.theirs->path(), "UPDATE snapshot_content SET data = x'00'; DELETE FROM evidence"));
    VERIFY_FAILS(copies.merge(), "store.damaged");
    QCOMPARE(fileBytes(copies.ours->path()), before);
}

void TestMergeBadInput::missingContentIsRefused() {
    TwoCopies copies;
    putEvidence(copies, *copies.theirs, "e", "some bytes");
    QVERIFY(rawSql(copies.theirs->path(), "DELETE FROM blob_chunk; DELETE FROM blob"));
    VERIFY_FAILS(store::planMerge(*copies.ours, *copies.theirs), "store.damaged");
    VERIFY_FAILS(copies.merge(), "store.damaged");
}

void TestMergeBadInput::valuesThatNoCommandWouldStoreAreRefused_data() {
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("id");
    const auto row = [](const char* name, const char* sql, const char* id) {
        QTest::newRow(name) << QString(sql) << QString(id);
    };
    row("an answer to no question", "INSERT INTO answer VALUES('test','q9',1,'NONE','','x','','','',0,0,'')",
        "merge.refused");
    row("a choice that there is not", "INSERT INTO choice_answer VALUES('test','q0','zz','selected','NONE','')",
        "merge.refused");
    row("a text that is too long", "UPDATE answer SET note = replace(hex(zeroblob(49999)), '0', 'ä')", "merge.refused");
    row("a text that is none", "UPDATE answer SET note = CAST(x'FF' AS TEXT)", "store.hostile");
    row("a day that is none", "INSERT INTO review_event VALUES('e','review','2027-02-31','')", "store.hostile");
    row("a path as a name of a file",
        "INSERT INTO evidence VALUES('e',1,'note','t','','','','../x','','','','','',0,0,'')", "merge.refused");
    row("a finding of a question that there is not",
        "INSERT INTO finding VALUES('test/q9',1,'test','q9','','','','','HIGH','',0,0,0,0,'','','',0,0,'open','','','',"
        "0,0,0)",
        "merge.refused");
    row("needs in a circle",
        "INSERT INTO finding VALUES('a',1,'','','t','','','','HIGH','',0,0,0,0,'','','',0,0,'open','','','',0,0,0),"
        "('b',2,'','','t','','','','HIGH','',0,0,0,0,'','','',0,0,'open','','','',0,0,0);"
        "INSERT INTO finding_need VALUES('a','b'),('b','a')",
        "store.hostile");
    row("a field that is no JSON",
        "INSERT INTO cost_item VALUES('i',1,'n','other',''); INSERT INTO cost_item_field VALUES('i','x','{]')",
        "store.hostile");
}

void TestMergeBadInput::valuesThatNoCommandWouldStoreAreRefused() {
    QFETCH(QString, sql);
    QFETCH(QString, id);
    TwoCopies copies([](Project& p) { static_cast<void>(setNote(p, kQ0, "before")); });
    QVERIFY(rawSql(copies.theirs->path(), sql.toStdString()));
    const std::string before = fileBytes(copies.ours->path());
    const auto refused = copies.merge(Side::Theirs);
    QVERIFY(!refused);
    QCOMPARE(QString::fromStdString(refused.error().id), id);
    QCOMPARE(refused.error().kind, ErrorKind::Refused);
    QCOMPARE(fileBytes(copies.ours->path()), before);
}

void TestMergeBadInput::aHistoryThatDoesNotFitIsRefused() {
    TwoCopies copies;
    answer(copies, *copies.theirs, kQ0, [](review::Answer& a) { a.note = "theirs"; });
    answer(copies, *copies.ours, kQ0, [](review::Answer& a) { a.note = "ours"; });
    const std::string before = fileBytes(copies.ours->path());
    QVERIFY(rawSql(copies.theirs->path(), "UPDATE command SET changeset = x'54FF' WHERE seq = 2"));
    VERIFY_FAILS(store::planMerge(*copies.ours, *copies.theirs), "store.damaged");
    QVERIFY(rawSql(copies.theirs->path(), "UPDATE command SET parent = id"));
    VERIFY_FAILS(store::planMerge(*copies.ours, *copies.theirs), "store.damaged");
    VERIFY_FAILS(copies.merge(Side::Ours), "store.damaged");
    QCOMPARE(fileBytes(copies.ours->path()), before);
}

void TestMergeBadInput::ownTextsOnlyStandWhereTextsAre() {
    TwoCopies copies([](Project& p) {
        static_cast<void>(p.run("Person", {}, [](Writer& w) { return w.putParticipant({"p", "Bea", "", ""}); }));
    });
    answer(copies, *copies.ours, kQ0, [](review::Answer& a) { a.confidence = review::Confidence::Low; });
    answer(copies, *copies.theirs, kQ0, [](review::Answer& a) { a.confidence = review::Confidence::High; });
    VERIFY_FAILS(copies.merge({}, {{"answer/test/q0/confidence", {Side::Ours, "medium"}}}), "merge.value");
    VERIFY_FAILS(copies.merge(Side::Ours, {{"answer/test/q0/note", {Side::Ours, {}}}}), "merge.noConflict");
    copies.run(*copies.ours, [](Writer& w) { return w.putParticipant({"p", "Bea K", "", ""}); });
    copies.run(*copies.theirs, [](Writer& w) { return w.putParticipant({"p", "Bea Kurt", "", ""}); });
    const std::string before = fileBytes(copies.ours->path());
    VERIFY_FAILS(copies.merge(Side::Ours, {{"participant/p/name", {Side::Ours, ""}}}), "merge.value");
    QCOMPARE(fileBytes(copies.ours->path()), before);
    VERIFY_OK(copies.merge(Side::Ours, {{"participant/p/name", {Side::Ours, "Bea Kurt-K"}}}));
    QCOMPARE(copies.ours->loadParticipants()->front().name, "Bea Kurt-K");
}

void TestMergeBadInput::olderCopiesAreRead() {
    const std::filesystem::path older = std::filesystem::path(PLUMB_SOURCE_DIR) / "tests/data/projects/v1.plumb";
    QVERIFY(std::filesystem::exists(older));
    const std::string before = fileBytes(older);
    TwoCopies copies;
    auto opened = Project::open(older, OpenMode::ReadOnly, copies.world.env());
    VERIFY_OK(opened);
    VERIFY_OK(store::planMerge(*copies.ours, **opened));
    VERIFY_OK(store::applyMerge(*copies.ours, **opened, {}, Side::Ours));
    QVERIFY(copies.ours->verify({})->problems.empty());
    QCOMPARE(fileBytes(older), before);
}

QTEST_GUILESS_MAIN(TestMergeBadInput)
#include "tst_merge_bad_input.moc"
