// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Evidence in the questions place: by dialog, file, paste and drop; opened after asking, renamed, weighed, removed.
#include "core/base/files.h"
#include "tests/ui/questions/questions_driver.h"
#include "ui/pages/questions_evidence_desk.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QFileInfo>
#include <QImage>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QTextEdit>

using namespace plumb;
using namespace plumb::test;
using plumb::ui::q;

namespace {

const QuestionKey kFirst{"generative-ai", "GAI_OPS_1"};

struct Fixture {
    TestReview review{{makeLens({.pillars = 1, .questions = 2})}};
    QuestionsDriver d{review};
    [[nodiscard]] const std::vector<review::Evidence>& all() const { return review.session().review().evidence; }
    QString makeFile(const QString& name, const std::string& bytes) const {
        const QString path = review.path(name);
        if (!writeFileAtomically(path.toStdString(), bytes))
            qFatal("No file");
        return path;
    }
    bool drop(QMimeData& mime) {
        QDragEnterEvent enter(QPoint(600, 300), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&d.page(), &enter);
        QDropEvent dropped(QPointF(600, 300), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&d.page(), &dropped);
        return enter.isAccepted() && dropped.isAccepted();
    }
};

} // namespace

class TestQuestionsEvidence final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }
    void aLinkByTheDialog();
    void aNoteByTheDialog();
    void aFileByTheDialog();
    void givingUpAttachesNothing();
    void aFileByDrop();
    void anImageByPaste();
    void wordsAndAddressesByPaste();
    void aFilePastedIntoTheNoteIsEvidence();
    void renameWeighAndRemove();
    void opensACopyAfterAsking();
    void opensALinkAfterAsking();
    void aMissingFileIsSaidAndNothingChanges();
    void evidenceBelongsToItsQuestion();
    void fileNamesAreMadeSafe();
};

void TestQuestionsEvidence::aLinkByTheDialog() {
    Fixture f;
    f.d.key(Qt::Key_E);
    f.d.type(QStringLiteral("https://wiki.example.org/triage"));
    f.d.inDialog<QLineEdit>(QStringLiteral("evidenceTitleEdit"))->setFocus();
    f.d.type(QStringLiteral("Runbook: triage"));
    f.d.key(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(f.d.evidenceRows(), QStringList{QStringLiteral("Runbook: triage")});
    QCOMPARE(f.all().front().kind, review::EvidenceKind::Link);
    QCOMPARE(q(f.all().front().url), QStringLiteral("https://wiki.example.org/triage"));
}

void TestQuestionsEvidence::aNoteByTheDialog() {
    Fixture f;
    f.d.click(QStringLiteral("addEvidenceButton"));
    f.d.type(QStringLiteral("They showed the alarm"));
    f.d.key(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(f.all().front().kind, review::EvidenceKind::Note);
    QCOMPARE(q(f.all().front().title), QStringLiteral("They showed the alarm"));
}

void TestQuestionsEvidence::aFileByTheDialog() {
    Fixture f;
    f.d.files.path = f.makeFile(QStringLiteral("runs.csv"), "a,b\n1,2\n");
    f.d.key(Qt::Key_E);
    QTest::mouseClick(f.d.inDialog<QAbstractButton>(QStringLiteral("chooseFileButton")), Qt::LeftButton);
    QCOMPARE(f.d.files.asked, 1);
    QCOMPARE(f.d.evidenceRows(), QStringList{QStringLiteral("runs.csv")});
    QCOMPARE(f.all().front().bytes, std::uint64_t{8});
}

void TestQuestionsEvidence::givingUpAttachesNothing() {
    Fixture f;
    f.d.key(Qt::Key_E);
    QVERIFY(!f.d.inDialog<QAbstractButton>(QStringLiteral("acceptButton"))->isEnabled());
    QTest::mouseClick(f.d.inDialog<QAbstractButton>(QStringLiteral("chooseFileButton")), Qt::LeftButton);
    QVERIFY(f.all().empty());
    f.d.key(Qt::Key_E);
    f.d.type(QStringLiteral("never mind"));
    f.d.key(Qt::Key_Escape);
    QVERIFY(f.all().empty());
}

void TestQuestionsEvidence::aFileByDrop() {
    Fixture f;
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(f.makeFile(QStringLiteral("one.txt"), "one")),
                  QUrl::fromLocalFile(f.makeFile(QStringLiteral("two.txt"), "two"))});
    QVERIFY(f.drop(mime));
    QCOMPARE(f.d.evidenceRows(), (QStringList{QStringLiteral("one.txt"), QStringLiteral("two.txt")}));
    QCOMPARE(f.all().front().links.front().question, kFirst);
}

void TestQuestionsEvidence::anImageByPaste() {
    Fixture f;
    QImage image(8, 8, QImage::Format_RGB32);
    image.fill(Qt::red);
    QApplication::clipboard()->setImage(image);
    f.d.key(Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(f.all().size(), std::size_t{1});
    QCOMPARE(f.all().front().kind, review::EvidenceKind::Image);
    QCOMPARE(q(f.all().front().mediaType), QStringLiteral("image/png"));
    QVERIFY(f.all().front().bytes > 50);
}

void TestQuestionsEvidence::wordsAndAddressesByPaste() {
    Fixture f;
    QApplication::clipboard()->setText(QStringLiteral("  https://example.org/a "));
    f.d.key(Qt::Key_V, Qt::ControlModifier);
    QApplication::clipboard()->setText(QStringLiteral("Two words"));
    f.d.key(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(f.all().size(), std::size_t{2});
    QCOMPARE(q(f.all()[0].url), QStringLiteral("https://example.org/a"));
    QCOMPARE(q(f.all()[1].text), QStringLiteral("Two words"));
    QApplication::clipboard()->setText(QStringLiteral("   "));
    f.d.key(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(f.all().size(), std::size_t{2});
}

void TestQuestionsEvidence::aFilePastedIntoTheNoteIsEvidence() {
    Fixture f;
    auto* mime = new QMimeData;
    mime->setUrls({QUrl::fromLocalFile(f.makeFile(QStringLiteral("pasted.txt"), "x"))});
    QApplication::clipboard()->setMimeData(mime);
    f.d.key(Qt::Key_T);
    f.d.key(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(f.d.evidenceRows(), QStringList{QStringLiteral("pasted.txt")});
    QCOMPARE(f.d.find<QTextEdit>(QStringLiteral("noteEdit"))->toPlainText(), QString());
}

void TestQuestionsEvidence::renameWeighAndRemove() {
    Fixture f;
    QApplication::clipboard()->setText(QStringLiteral("https://example.org/a"));
    f.d.key(Qt::Key_V, Qt::ControlModifier);
    auto* row = f.d.find<QAbstractButton>(QStringLiteral("evidenceButton"));
    row->setFocus(Qt::TabFocusReason);
    f.d.key(Qt::Key_F2);
    f.d.type(QStringLiteral("Bill of October"));
    f.d.key(Qt::Key_Return);
    QCOMPARE(f.d.evidenceRows(), QStringList{QStringLiteral("Bill of October")});
    QContextMenuEvent menu(QContextMenuEvent::Keyboard, row->rect().center(), row->mapToGlobal(row->rect().center()));
    QApplication::sendEvent(row, &menu);
    f.d.choose(QStringLiteral("Verified"));
    QCOMPARE(f.all().front().strength, review::Basis::Verified);
    QVERIFY(row->accessibleName().endsWith(QStringLiteral("verified")));
    row->setFocus(Qt::TabFocusReason);
    f.d.key(Qt::Key_Delete);
    QVERIFY(f.all().empty());
    QVERIFY(f.d.evidenceRows().isEmpty());
    f.d.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(f.d.evidenceRows(), QStringList{QStringLiteral("Bill of October")});
}

void TestQuestionsEvidence::opensACopyAfterAsking() {
    Fixture f;
    f.d.files.path = f.makeFile(QStringLiteral("runs.csv"), "a,b\n");
    f.d.key(Qt::Key_E);
    QTest::mouseClick(f.d.inDialog<QAbstractButton>(QStringLiteral("chooseFileButton")), Qt::LeftButton);
    f.d.click(QStringLiteral("evidenceButton"));
    QVERIFY(f.d.opened.isEmpty());
    f.d.key(Qt::Key_Return);
    QCOMPARE(f.d.opened.size(), 1);
    const QFileInfo copy(f.d.opened.front().toLocalFile());
    QCOMPARE(copy.fileName(), QStringLiteral("runs.csv"));
    QCOMPARE(copy.size(), 4);
    QVERIFY(copy.absoluteFilePath() != f.d.files.path);
    QVERIFY(!(QFileInfo(copy.dir().filePath(QStringLiteral(".."))).permissions() & QFile::ReadOther));
}

void TestQuestionsEvidence::opensALinkAfterAsking() {
    Fixture f;
    QApplication::clipboard()->setText(QStringLiteral("https://example.org/a"));
    f.d.key(Qt::Key_V, Qt::ControlModifier);
    f.d.click(QStringLiteral("evidenceButton"));
    f.d.key(Qt::Key_Escape);
    QVERIFY(f.d.opened.isEmpty());
    f.d.click(QStringLiteral("evidenceButton"));
    f.d.key(Qt::Key_Return);
    QCOMPARE(f.d.opened, QList<QUrl>{QUrl(QStringLiteral("https://example.org/a"))});
}

void TestQuestionsEvidence::aMissingFileIsSaidAndNothingChanges() {
    Fixture f;
    QSignalSpy failed(f.review.bridge(), &ui::SessionBridge::failed);
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(f.review.path(QStringLiteral("gone.txt")))});
    QVERIFY(!f.drop(mime));
    QCOMPARE(failed.count(), 1);
    QVERIFY(f.all().empty());
}

void TestQuestionsEvidence::evidenceBelongsToItsQuestion() {
    Fixture f;
    QApplication::clipboard()->setText(QStringLiteral("https://example.org/a"));
    f.d.key(Qt::Key_V, Qt::ControlModifier);
    f.d.key(Qt::Key_J);
    QVERIFY(f.d.evidenceRows().isEmpty());
    f.d.key(Qt::Key_K);
    QCOMPARE(f.d.evidenceRows().size(), 1);
}

void TestQuestionsEvidence::fileNamesAreMadeSafe() {
    QCOMPARE(ui::safeFileName(QStringLiteral("../../etc/passwd")), QStringLiteral("passwd"));
    QCOMPARE(ui::safeFileName(QStringLiteral("..\\..\\run.bat")), QStringLiteral("run.bat"));
    QCOMPARE(ui::safeFileName(QStringLiteral("...hidden")), QStringLiteral("hidden"));
    QCOMPARE(ui::safeFileName(QStringLiteral("-rf\n.txt")), QStringLiteral("rf.txt"));
    QCOMPARE(ui::safeFileName(QStringLiteral("/")), QStringLiteral("evidence"));
}

QTEST_MAIN(TestQuestionsEvidence)
#include "tst_questions_evidence.moc"
