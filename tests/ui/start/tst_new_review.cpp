// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The new-review assistant, by keyboard.
#include "tests/ui/support/app_fixture.h"
#include "tests/ui/support/window_page.h"
#include "ui/dialogs/new_review_dialog.h"
#include "ui/widgets/wrap_label.h"

#include <QDir>
#include <QLineEdit>
#include <QTest>

using namespace plumb;
using namespace plumb::ui;
using plumb::test::AppFixture;
using plumb::test::WindowPage;

class TestNewReview final : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<AppFixture> m_app;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<WindowPage> m_page;

    /// Opens the assistant by its key and hands it over.
    void assist(const std::function<void(NewReviewDialog& dialog)>& act) {
        test::whenDialogOpens([&act](QWidget* dialog) { act(*qobject_cast<NewReviewDialog*>(dialog)); });
        m_page->press(QStringLiteral("Ctrl+N"));
    }
    static void fill(NewReviewDialog& dialog, const char* name, const QString& text) {
        auto* const edit = dialog.findChild<QLineEdit*>(QLatin1String(name));
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }
    static void tick(NewReviewDialog& dialog, int row) {
        QTest::keyClick(dialog.findChild<QWidget*>(QStringLiteral("lensRow%1Button").arg(row)), Qt::Key_Space);
    }
    static void enter(NewReviewDialog& dialog) { QTest::keyClick(&dialog, Qt::Key_Return); }
    static QString said(NewReviewDialog& dialog, const char* label) {
        const auto* const found = dialog.findChild<WrapLabel*>(QLatin1String(label));
        return found->isVisible() ? found->text() : QString();
    }
    [[nodiscard]] QStringList plumbFiles() const {
        return QDir(m_app->folder.path()).entryList({QStringLiteral("*.plumb*")});
    }
    QString write(const QString& name, const QByteArray& bytes) {
        QFile file(m_app->path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("can't write");
        return file.fileName();
    }

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

    void makesAReviewByKeyboardAlone() {
        assist([](NewReviewDialog& dialog) {
            fill(dialog, "nameEdit", QStringLiteral("Claims AI"));
            fill(dialog, "clientEdit", QStringLiteral("Northwind Mutual"));
            fill(dialog, "ownerEdit", QStringLiteral("K. Abe"));
            tick(dialog, 1);
            enter(dialog);
        });
        QVERIFY(m_window->bridge());
        const review::Review& review = m_window->bridge()->session().review();
        QCOMPARE(q(review.workload.name), QStringLiteral("Claims AI"));
        QCOMPARE(q(review.workload.client), QStringLiteral("Northwind Mutual"));
        QCOMPARE(q(review.workload.environment), QStringLiteral("Production"));
        QCOMPARE(review.lenses.size(), 1u);
        QCOMPARE(plumbFiles().first(), QStringLiteral("claims-ai.plumb"));
        QCOMPARE(m_page->place(), QStringLiteral("questions"));
    }

    void aNameIsAskedForAndNothingIsMadeWithoutIt() {
        assist([](NewReviewDialog& dialog) {
            tick(dialog, 1);
            enter(dialog);
            QVERIFY(dialog.isVisible());
            QCOMPARE(dialog.focusWidget()->objectName(), QStringLiteral("nameEdit"));
        });
        QVERIFY(plumbFiles().isEmpty());
        QCOMPARE(m_page->place(), QStringLiteral("start"));
    }

    void aQuestionnaireIsAskedFor() {
        assist([](NewReviewDialog& dialog) {
            fill(dialog, "nameEdit", QStringLiteral("Claims AI"));
            enter(dialog);
            QVERIFY(dialog.isVisible());
            QVERIFY(!said(dialog, "lensErrorLabel").isEmpty());
        });
        QVERIFY(plumbFiles().isEmpty());
    }

    void everyBuiltInShowsWhatItHolds() {
        assist([this](NewReviewDialog& dialog) {
            const auto& offers = dialog.model()->offers();
            QCOMPARE(offers.size(), m_app->services.library.size());
            for (const LensOffer& offer : offers) {
                QVERIFY2(offer.usable && offer.questions > 0, qPrintable(offer.name));
                QVERIFY2(offer.messages.empty(), qPrintable(offer.name));
            }
        });
    }

    void theSuggestedFileNeverExists() {
        m_app->makeReview(QStringLiteral("claims-ai.plumb"), QStringLiteral("Old"));
        assist([this](NewReviewDialog& dialog) {
            fill(dialog, "nameEdit", QStringLiteral("Claims AI"));
            QCOMPARE(dialog.model()->target(), m_app->path(QStringLiteral("claims-ai-2.plumb")));
        });
    }

    void aChosenFileIsNeverOverwritten() {
        const QString taken = m_app->makeReview(QStringLiteral("old.plumb"), QStringLiteral("Old"));
        QFile file(taken);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray before = file.readAll();
        m_app->dialogs.answers = {taken};
        assist([](NewReviewDialog& dialog) {
            fill(dialog, "nameEdit", QStringLiteral("Claims AI"));
            tick(dialog, 1);
            QTest::mouseClick(dialog.findChild<QWidget*>(QStringLiteral("targetButton")), Qt::LeftButton);
            QVERIFY(!said(dialog, "problemLabel").isEmpty());
            enter(dialog);
            QVERIFY(dialog.isVisible());
        });
        QFile again(taken);
        QVERIFY(again.open(QIODevice::ReadOnly));
        QCOMPARE(again.readAll(), before);
    }

    void aBadLensShowsItsFaultsAndLeavesNoFile() {
        m_app->dialogs.answers = {
            write(QStringLiteral("bad.json"), R"({"schemaVersion": "2021-11-01", "name": "Bad")")};
        assist([](NewReviewDialog& dialog) {
            fill(dialog, "nameEdit", QStringLiteral("Claims AI"));
            QTest::mouseClick(dialog.findChild<QWidget*>(QStringLiteral("addLensButton")), Qt::LeftButton);
            QTRY_VERIFY(!said(dialog, "lensMessagesLabel").isEmpty());
            const LensOffer& bad = dialog.model()->offers().back();
            QVERIFY(!bad.usable && !bad.ticked);
            QVERIFY2(said(dialog, "lensMessagesLabel").contains(q(bad.messages.front().text)),
                     qPrintable(said(dialog, "lensMessagesLabel")));
            enter(dialog);
            QVERIFY(dialog.isVisible());
        });
        QVERIFY(plumbFiles().isEmpty());
    }

    void anImperfectLensCanBeUsedAndItsRemarksAreShown() {
        const char* const lens = R"({"schemaVersion": "2021-11-01", "name": "Small", "description": "d", "pillars": [
            {"id": "p", "name": "P", "questions": [{"id": "q", "title": "Q?", "description": "d",
             "choices": [{"id": "a", "title": "A"}, {"id": "q_no", "title": "None of these"}],
             "riskRules": [{"condition": "a", "risk": "NO_RISK"}, {"condition": "default", "risk": "NO_RISK"}]}]}]})";
        m_app->dialogs.answers = {write(QStringLiteral("small.json"), lens)};
        assist([](NewReviewDialog& dialog) {
            fill(dialog, "nameEdit", QStringLiteral("Claims AI"));
            QTest::mouseClick(dialog.findChild<QWidget*>(QStringLiteral("addLensButton")), Qt::LeftButton);
            QTRY_VERIFY(dialog.model()->offers().back().ticked);
            QVERIFY(!said(dialog, "lensMessagesLabel").isEmpty());
            enter(dialog);
        });
        QVERIFY(m_window->bridge());
        QCOMPARE(q(m_window->bridge()->session().review().lenses.front().lens->name), QStringLiteral("Small"));
    }

    void aFileThatIsNotThereIsExplained() {
        m_app->dialogs.answers = {m_app->path(QStringLiteral("nowhere.json"))};
        assist([](NewReviewDialog& dialog) {
            QTest::mouseClick(dialog.findChild<QWidget*>(QStringLiteral("addLensButton")), Qt::LeftButton);
            QTRY_VERIFY(!said(dialog, "problemLabel").isEmpty());
        });
    }

    void escapeMakesNothing() {
        assist([](NewReviewDialog& dialog) {
            fill(dialog, "nameEdit", QStringLiteral("Claims AI"));
            tick(dialog, 1);
            QTest::keyClick(&dialog, Qt::Key_Escape);
            QVERIFY(!dialog.isVisible());
        });
        QVERIFY(plumbFiles().isEmpty());
        QCOMPARE(m_page->place(), QStringLiteral("start"));
    }
};

QTEST_MAIN(TestNewReview)
#include "tst_new_review.moc"
