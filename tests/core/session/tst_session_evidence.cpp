// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hash.h"
#include "tests/core/session/session_fixture.h"

using namespace plumb;
using namespace plumb::test;
using review::Evidence;
using review::EvidenceKind;
using session::NewEvidence;
using session::Session;

namespace {

const QuestionKey kA11{"alpha", "A_1_1"};
const QuestionKey kA12{"alpha", "A_1_2"};
const QuestionKey kB11{"beta", "B_1_1"};

Result<std::string> addFile(Session& session, const std::string& name, std::string_view bytes,
                            std::vector<review::EvidenceLink> links = {{kA11, ""}}) {
    NewEvidence evidence;
    evidence.record.kind = EvidenceKind::File;
    evidence.record.fileName = name;
    evidence.record.links = std::move(links);
    evidence.source = store::memorySource(bytes);
    return session.addEvidence(std::move(evidence));
}

Evidence note(std::string text) {
    Evidence evidence;
    evidence.kind = EvidenceKind::Note;
    evidence.text = std::move(text);
    evidence.links = {{kA11, ""}};
    return evidence;
}

} // namespace

class TstSessionEvidence final : public QObject {
    Q_OBJECT
private slots:
    void bytesComeBackWithTheirHash() {
        SessionFixture fixture;
        std::string bytes(700'000, '\0');
        for (std::size_t i = 0; i < bytes.size(); ++i)
            bytes[i] = static_cast<char>((i * 31 + i / 256) & 0xFF);
        std::string id;
        {
            const auto session = fixture.create();
            QVERIFY(session);
            const auto added = addFile(*session, "C:\\Users\\greta\\bill 2026.PDF", bytes);
            VERIFY_OK(added);
            id = *added;
            const Evidence& evidence = *session->review().findEvidence(id);
            COMPARE_TEXT(evidence.fileName, "bill 2026.PDF");
            COMPARE_TEXT(evidence.title, "bill 2026.PDF");
            COMPARE_TEXT(evidence.mediaType, "application/pdf");
            COMPARE_TEXT(evidence.sha256, sha256(bytes));
            COMPARE_TEXT(evidence.addedBy, "Greta Holm");
            QCOMPARE(evidence.bytes, bytes.size());
            QCOMPARE(evidence.number, 1);
            COMPARE_TEXT(session->undoable()->label, "Attach E-01: bill 2026.PDF");
        }
        const auto session = fixture.open();
        QVERIFY(session);
        std::string out;
        VERIFY_OK(session->extractEvidence(id, *store::memorySink(out)));
        QVERIFY(out == bytes);
        COMPARE_TEXT(staleness(fixture, *session), "");
    }
    void theSameBytesAreStoredOnce() {
        SessionFixture fixture;
        const auto session = fixture.create();
        QVERIFY(session);
        VERIFY_OK(addFile(*session, "one.txt", "same"));
        VERIFY_OK(addFile(*session, "two.txt", "same"));
        QCOMPARE(session->verify()->blobs, 1U);
        QCOMPARE(session->review().evidence.size(), 2U);
    }
    void eventsNameTheLinkedQuestionsBeforeAndAfter() {
        SessionFixture fixture;
        const auto session = fixture.create();
        QVERIFY(session);
        Recorder recorder(*session);
        const auto id = addFile(*session, "a.txt", "a", {{kB11, "p1"}, {kA11, ""}, {kA11, ""}});
        VERIFY_OK(id);
        COMPARE_TEXT(recorder.take(), "evidence A_1_1 B_1_1; history");
        QCOMPARE(session->review().findEvidence(*id)->links.size(), 2U);
        Evidence changed = *session->review().findEvidence(*id);
        changed.links = {{kA12, ""}};
        VERIFY_OK(session->updateEvidence(changed));
        COMPARE_TEXT(recorder.take(), "evidence A_1_1 A_1_2 B_1_1; history");
        COMPARE_TEXT(session->undoable()->label, "Link E-01: a.txt");
        VERIFY_OK(session->undo());
        COMPARE_TEXT(recorder.take(), "evidence A_1_1 A_1_2 B_1_1; history");
        VERIFY_OK(session->removeEvidence(*id));
        COMPARE_TEXT(recorder.take(), "evidence A_1_1 B_1_1; history");
        COMPARE_TEXT(session->undoable()->label, "Remove E-01: a.txt");
        VERIFY_OK(session->undo());
        COMPARE_TEXT(recorder.take(), "evidence A_1_1 B_1_1; history");
        std::string out;
        VERIFY_OK(session->extractEvidence(*id, *store::memorySink(out)));
        COMPARE_TEXT(out, "a");
    }
    void updatingKeepsWhatBelongsToTheBytes() {
        SessionFixture fixture;
        const auto session = fixture.create();
        QVERIFY(session);
        const auto id = addFile(*session, "a.txt", "a");
        VERIFY_OK(id);
        const Evidence before = *session->review().findEvidence(*id);
        Evidence changed = before;
        changed.title = "Bill of October";
        changed.number = 99;
        changed.sha256 = std::string(64, '0');
        changed.bytes = 5;
        changed.addedBy = "somebody else";
        changed.strength = review::Basis::Verified;
        VERIFY_OK(session->updateEvidence(changed));
        Evidence expected = before;
        expected.title = "Bill of October";
        expected.strength = review::Basis::Verified;
        QVERIFY(*session->review().findEvidence(*id) == expected);
        COMPARE_TEXT(session->undoable()->label, "Change E-01: Bill of October");
    }
    void numbersAreNeverUsedTwice() {
        SessionFixture fixture;
        {
            const auto session = fixture.create();
            QVERIFY(session);
            VERIFY_OK(session->addEvidence({note("one"), nullptr}));
            VERIFY_OK(session->addEvidence({note("two"), nullptr}));
            VERIFY_OK(session->undo());
            VERIFY_OK(session->addEvidence({note("three"), nullptr}));
            QCOMPARE(session->review().evidence.back().number, 3);
            VERIFY_OK(session->removeEvidence(session->review().evidence.back().id));
        }
        const auto session = fixture.open();
        QVERIFY(session);
        VERIFY_OK(session->addEvidence({note("four"), nullptr}));
        QCOMPARE(session->review().evidence.back().number, 4);
    }
    void linksAndNotesHaveNoBytes() {
        SessionFixture fixture;
        const auto session = fixture.create();
        QVERIFY(session);
        Evidence link;
        link.kind = EvidenceKind::Link;
        VERIFY_ERROR(session->addEvidence({link, nullptr}), "session.noContent");
        link.url = "https://intranet.example.com/flow";
        link.text = "not for links";
        const auto id = session->addEvidence({link, nullptr});
        VERIFY_OK(id);
        const Evidence& stored = *session->review().findEvidence(*id);
        COMPARE_TEXT(stored.title, "https://intranet.example.com/flow");
        COMPARE_TEXT(stored.text, "");
        COMPARE_TEXT(stored.sha256, "");
        std::string out;
        VERIFY_ERROR(session->extractEvidence(*id, *store::memorySink(out)), "session.noContent");
        VERIFY_ERROR(session->addEvidence({note(" "), nullptr}), "session.noContent");
        VERIFY_ERROR(session->addEvidence({note("x"), store::memorySource("x")}), "session.noContent");
        Evidence file;
        file.kind = EvidenceKind::File;
        VERIFY_ERROR(session->addEvidence({file, nullptr}), "session.noContent");
        Evidence turned = stored;
        turned.kind = EvidenceKind::File;
        VERIFY_ERROR(session->updateEvidence(turned), "session.noContent");
    }
    void linksLeadSomewhere() {
        SessionFixture fixture;
        const auto session = fixture.create();
        QVERIFY(session);
        VERIFY_ERROR(addFile(*session, "a.txt", "a", {{{"alpha", "A_9_9"}, ""}}), "session.unknownQuestion");
        VERIFY_ERROR(addFile(*session, "a.txt", "a", {{{"gamma", "A_1_1"}, ""}}), "session.unknownLens");
        const auto refused = addFile(*session, "a.txt", "a", {{kA11, "none_on"}});
        VERIFY_ERROR(refused, "session.unknownChoice");
        QCOMPARE(refused.error().args.back(), std::string("none_no"));
        QVERIFY(session->review().evidence.empty());
    }
    void unknownEvidenceIsRefused() {
        SessionFixture fixture;
        const auto session = fixture.create();
        QVERIFY(session);
        std::string out;
        VERIFY_ERROR(session->removeEvidence("E-01"), "session.unknownEvidence");
        VERIFY_ERROR(session->updateEvidence(note("x")), "session.unknownEvidence");
        VERIFY_ERROR(session->extractEvidence("x", *store::memorySink(out)), "session.unknownEvidence");
    }
    void cancellingLeavesNothing() {
        SessionFixture fixture;
        const auto session = fixture.create();
        QVERIFY(session);
        const std::string bytes(2'000'000, 'x');
        NewEvidence evidence;
        evidence.record.kind = EvidenceKind::File;
        evidence.record.fileName = "big.bin";
        evidence.source = store::memorySource(bytes);
        Recorder recorder(*session);
        const auto cancelled =
            session->addEvidence(std::move(evidence), [](std::uint64_t, std::uint64_t) { return false; });
        QVERIFY(!cancelled);
        QCOMPARE(cancelled.error().kind, ErrorKind::Cancelled);
        QVERIFY(session->review().evidence.empty());
        COMPARE_TEXT(recorder.take(), "");
        QCOMPARE(session->verify()->blobs, 0U);
        COMPARE_TEXT(staleness(fixture, *session), "");
    }
};

QTEST_APPLESS_MAIN(TstSessionEvidence)
#include "tst_session_evidence.moc"
