// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Files in and out of the window: open, refuse, copy, export, drop.
#include "tests/ui/support/app_fixture.h"
#include "tests/ui/support/window_page.h"
#include "ui/shell/notices.h"

#include <QDropEvent>
#include <QFile>
#include <QMimeData>
#include <QTest>

using namespace plumb;
using namespace plumb::ui;
using plumb::test::AppFixture;
using plumb::test::WindowPage;

class TestWindowFiles final : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<AppFixture> m_app;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<WindowPage> m_page;

    void drop(const QString& path) {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event(QPointF(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &event);
        QCoreApplication::processEvents();
    }
    QString write(const QString& name, const QByteArray& bytes) {
        QFile file(m_app->path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("can't write");
        return file.fileName();
    }
    [[nodiscard]] QString workload() const { return q(m_window->bridge()->session().review().workload.name); }

private slots:
    void init() {
        test::failOnWarnings();
        m_app = std::make_unique<AppFixture>();
        m_window = m_app->makeWindow();
        m_page = std::make_unique<WindowPage>(m_window.get());
    }
    void cleanup() {
        m_page.reset();
        m_window.reset();
        m_app.reset();
    }

    void aChosenFileIsOpened() {
        m_app->dialogs.answers = {m_app->makeReview(QStringLiteral("claims.plumb"), QStringLiteral("Claims AI"))};
        m_page->press(QStringLiteral("Ctrl+O"));
        QCOMPARE(workload(), QStringLiteral("Claims AI"));
        QVERIFY(m_page->title().startsWith(QStringLiteral("Claims AI")));
        QCOMPARE(m_app->settings->recent().size(), 1);
    }

    void givingUpTheDialogChangesNothing() {
        m_page->press(QStringLiteral("Ctrl+O"));
        QCOMPARE(m_page->place(), QStringLiteral("start"));
        QVERIFY(m_page->notice().isEmpty());
    }

    void aFileThatIsNotThereGetsACalmMessage() {
        QVERIFY(!m_window->openFile(m_app->path(QStringLiteral("gone.plumb"))));
        QVERIFY2(m_page->notice().contains(QStringLiteral("gone.plumb")), qPrintable(m_page->notice()));
        QCOMPARE(m_page->place(), QStringLiteral("start"));
        m_page->click(QStringLiteral("noticeCloseButton"));
        QVERIFY(m_page->notice().isEmpty());
    }

    void aMissingRecentFileCanBeTakenOffTheList() {
        const QString path = m_app->makeReview(QStringLiteral("claims.plumb"), QStringLiteral("Claims AI"));
        QVERIFY(m_window->openFile(path));
        m_window->closeReview();
        QVERIFY(QFile::remove(path));
        QVERIFY(!m_window->openFile(path));
        m_page->click(QStringLiteral("noticeChoiceButton"));
        QVERIFY(m_app->settings->recent().isEmpty());
    }

    void aForeignFileIsRefusedAndUntouched() {
        const QByteArray bytes("this is no database, whatever its name says");
        const QString path = write(QStringLiteral("fake.plumb"), bytes);
        QVERIFY(!m_window->openFile(path));
        QVERIFY(!m_page->notice().isEmpty());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), bytes);
    }

    void aLockedFileSaysWhoHoldsItAndOpensReadOnly() {
        const QString path = m_app->makeReview(QStringLiteral("claims.plumb"), QStringLiteral("Claims AI"));
        session::Environment env = environmentFor(m_app->services);
        env.holder = "Kenji on laptop-9, Plumbline, pid 4711";
        const auto other = session::Session::open(path.toStdString(), session::OpenMode::ReadWrite, env);
        QVERIFY(other);
        QVERIFY(!m_window->openFile(path));
        QVERIFY2(m_page->notice().contains(QStringLiteral("Kenji on laptop-9")), qPrintable(m_page->notice()));
        m_page->click(QStringLiteral("noticeChoiceButton"));
        QVERIFY(m_window->bridge());
        QVERIFY(m_window->bridge()->session().readOnly());
    }

    void aDroppedReviewIsOpened() {
        drop(m_app->makeReview(QStringLiteral("dropped.plumb"), QStringLiteral("Dropped")));
        QVERIFY(m_window->bridge());
        QCOMPARE(workload(), QStringLiteral("Dropped"));
    }

    void aDroppedQuestionnaireJoinsTheOpenReview() {
        QVERIFY(m_window->openFile(m_app->makeReview(QStringLiteral("claims.plumb"), QStringLiteral("Claims AI"))));
        QFile lens(QStringLiteral(PLUMB_SOURCE_DIR "/questionnaires/ai-quick-scan/lens.json"));
        QVERIFY(lens.open(QIODevice::ReadOnly));
        drop(write(QStringLiteral("other.json"), lens.readAll().replace("\"name\": \"", "\"name\": \"Second ")));
        QCOMPARE(m_window->bridge()->session().review().lenses.size(), 2u);
        m_page->press(QStringLiteral("Ctrl+Z"));
        QCOMPARE(m_window->bridge()->session().review().lenses.size(), 1u);
    }

    void aDroppedFileOfAnotherKindIsExplained() {
        drop(write(QStringLiteral("letter.docx"), "PK"));
        QVERIFY(m_page->notice().contains(QStringLiteral("letter.docx")));
    }

    void aCopyIsWrittenAndNeverOverAnotherFile() {
        QVERIFY(m_window->openFile(m_app->makeReview(QStringLiteral("claims.plumb"), QStringLiteral("Claims AI"))));
        const QString copy = m_app->path(QStringLiteral("copy.plumb"));
        m_app->dialogs.answers = {copy, copy};
        m_page->press(QStringLiteral("Ctrl+Shift+C"));
        QTRY_VERIFY(m_page->notice().contains(QStringLiteral("copy.plumb")));
        QVERIFY(QFile::exists(copy));
        QCOMPARE(m_app->dialogs.asked.last(), m_app->path(QStringLiteral("claims-copy.plumb")));
        m_page->press(QStringLiteral("Ctrl+Shift+C"));
        QTRY_VERIFY(m_page->notice().contains(QStringLiteral("never overwritten")));
    }

    void theReportIsExportedThroughTheSeam() {
        m_window.reset();
        QString written;
        m_app->services.printPdf = [&written](const report::Document& document, const QString& path,
                                              const store::Progress& progress) -> Result<void> {
            if (document.sections.empty() || !progress(1, 2))
                return fail(ErrorKind::System, "test.empty", "nothing to print");
            written = path;
            return {};
        };
        m_window = m_app->makeWindow();
        m_page = std::make_unique<WindowPage>(m_window.get());
        QVERIFY(m_window->openFile(m_app->makeReview(QStringLiteral("claims.plumb"), QStringLiteral("Claims AI"))));
        m_app->dialogs.answers = {m_app->path(QStringLiteral("report"))};
        m_page->press(QStringLiteral("Ctrl+P"));
        QTRY_VERIFY(m_page->notice().contains(QStringLiteral("report.pdf")));
        QCOMPARE(written, m_app->path(QStringLiteral("report.pdf")));
    }

    void aFailedCommandIsShownAsAMessage() {
        QVERIFY(m_window->openFile(m_app->makeReview(QStringLiteral("claims.plumb"), QStringLiteral("Claims AI"))));
        QVERIFY(!m_window->bridge()->run([](session::Session& s) {
            return s.edit({"no", "such"}, session::AnswerEdit());
        }));
        QVERIFY(!m_page->notice().isEmpty());
    }
};

QTEST_MAIN(TestWindowFiles)
#include "tst_window_files.moc"
