// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Another version of a questionnaire: what the dialog shows before, what it does, and what is left to confirm.
#include "tests/ui/models/review_fixture.h"
#include "tests/ui/questions/questions_driver.h"
#include "ui/dialogs/lens_upgrade_dialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/undo_bar.h"
#include "ui/widgets/wrap_label.h"

#include <QComboBox>
#include <QFile>
#include <QListView>
#include <QTest>

using namespace plumb;
using namespace plumb::ui;
using test::TestReview;

namespace {

const QuestionKey kFirst{"generative-ai", "GAI_OPS_1"}, kLast{"generative-ai", "GAI_OPS_4"};

/// Version 2 has a sixth practice in each question, hence other rules, and no fourth question.
const session::LensSource& newer() {
    static const session::LensSource source = test::makeLens({.questions = 3, .choices = 6});
    return source;
}

/// What comes with the program: this one questionnaire.
class Versions {
public:
    explicit Versions(session::LensSource source)
        : m_source(std::move(source)), m_lens{m_source.id, m_source.lens, m_source.overlay} {}
    Versions(const Versions&) = delete;
    Versions& operator=(const Versions&) = delete;
    [[nodiscard]] session::Library library() const { return {&m_lens, 1}; }

private:
    session::LensSource m_source;
    session::BuiltInLens m_lens;
};

} // namespace

class TestLensUpgrade final : public QObject {
    Q_OBJECT

    std::unique_ptr<TestReview> m_review;
    std::unique_ptr<Versions> m_versions;
    std::unique_ptr<LensUpgradeDialog> m_dialog;
    test::ChosenFile m_files;

    void open(const session::LensSource& offered) {
        m_versions = std::make_unique<Versions>(offered);
        m_dialog = std::make_unique<LensUpgradeDialog>(m_review->bridge(), m_versions->library(), &m_files, QString(),
                                                       std::string());
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
    }
    template <typename W> W* find(const char* name) {
        W* const found = m_dialog->findChild<W*>(QString::fromLatin1(name));
        if (found == nullptr)
            qFatal("No %s", name);
        return found;
    }
    QString text(const char* name) { return find<WrapLabel>(name)->text(); }
    QStringList rows() {
        const auto* const model = find<QListView>("upgradeList")->model();
        QStringList all;
        for (int row = 0; row < model->rowCount(); ++row)
            all << model->index(row, 0).data(Qt::AccessibleTextRole).toString();
        return all;
    }
    void write(const QString& path, const std::string& bytes) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes.data(), static_cast<qint64>(bytes.size()));
    }

private slots:
    void initTestCase() {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
        Theme::instance().install();
        Theme::instance().setReducedMotion(true);
    }
    void init() {
        m_review = std::make_unique<TestReview>(std::vector{test::makeLens({})});
        m_review->tick(kFirst, {1, 2});
        m_review->tick(kLast, {3});
        m_files.path.clear();
    }
    void cleanup() {
        m_dialog.reset();
        m_review.reset();
    }

    void theDryRunShowsWhatCarriesAndWhatGoes() {
        open(newer());
        QCOMPARE(text("upgradeSummaryLabel"), QStringLiteral("1 answer to confirm again, 1 dropped"));
        QVERIFY(text("upgradeScoreLabel").startsWith(QStringLiteral("Score of the questionnaire: ")));
        const QStringList all = rows();
        QVERIFY(all.contains(QStringLiteral("To confirm again: 1")));
        QVERIFY(all.contains(QStringLiteral("Dropped; readable in the history: 1")));
        QVERIFY(all.contains(QStringLiteral("Questions that are not asked any more: 3")));
        for (const QString& row : all)
            QVERIFY2(!row.contains(QStringLiteral("GAI_")), qPrintable(row));
        QVERIFY(m_review->session().review().findQuestion(kLast) != nullptr);
    }

    void nothingOverlaps() {
        open(newer());
        const auto* const list = find<QListView>("upgradeList");
        const auto* const button = find<Button>("acceptButton");
        QVERIFY(list->mapTo(m_dialog.get(), list->rect().bottomLeft()).y() <
                button->mapTo(m_dialog.get(), QPoint()).y());
        m_dialog->read(m_review->path(QStringLiteral("nowhere.json")));
        const auto* const note = find<WrapLabel>("upgradeNoteLabel");
        QTRY_VERIFY(note->height() >= note->heightForWidth(note->width()));
    }

    void enterUpgradesAsOneStepThatCanBeUndone() {
        open(newer());
        QTest::keyClick(m_dialog.get(), Qt::Key_Return);
        QCOMPARE(m_dialog->result(), int(QDialog::Accepted));
        QCOMPARE(m_dialog->whatWasDone(),
                 QStringLiteral("Upgraded Generative AI: 1 answer to confirm again, 1 dropped"));
        QVERIFY(m_review->session().review().findQuestion(kLast) == nullptr);
        QVERIFY(!m_review->answer(kFirst).reconfirm.empty());
        QVERIFY(m_review->session().undo().has_value());
        QVERIFY(m_review->session().review().findQuestion(kLast) != nullptr);
        QCOMPARE(m_review->answer(kLast).choices.size(), std::size_t(1));
    }

    void withoutAnotherVersionAFileIsAskedFor() {
        open(test::makeLens({}));
        QVERIFY(text("upgradeNoteLabel").contains(QStringLiteral("Choose a file")));
        QVERIFY(!find<Button>("acceptButton")->isEnabled());
        m_files.path = m_review->path(QStringLiteral("lens.json"));
        write(m_files.path, newer().lens);
        write(m_review->path(QStringLiteral("overlay.json")), newer().overlay);
        QTest::mouseClick(find<Button>("chooseVersionButton"), Qt::LeftButton);
        QCOMPARE(find<QComboBox>("versionCombo")->currentText(), QStringLiteral("lens.json"));
        QVERIFY(find<Button>("acceptButton")->isEnabled());
        QVERIFY(find<WrapLabel>("upgradeNoteLabel")->isHidden());
    }

    void aFileWithoutItsOverlaySaysWhatIsLost() {
        open(test::makeLens({}));
        m_dialog->read(m_review->path(QStringLiteral("nowhere.json")));
        QVERIFY(text("upgradeNoteLabel").startsWith(QStringLiteral("The file is not there")));
        const QString path = m_review->path(QStringLiteral("other.json"));
        write(path, newer().lens);
        m_dialog->read(path);
        QVERIFY(text("upgradeNoteLabel").contains(QStringLiteral("No overlay.json")));
        QVERIFY(find<Button>("acceptButton")->isEnabled());
    }

    void anUnusableVersionIsRefusedWithItsFaults() {
        open(newer());
        const QString path = m_review->path(QStringLiteral("bad.json"));
        write(path, "[1, 2");
        m_dialog->read(path);
        QVERIFY(text("upgradeNoteLabel").startsWith(QStringLiteral("This questionnaire can't be used")));
        QVERIFY(rows().size() > 1);
        QVERIFY(!find<Button>("acceptButton")->isEnabled());
        // The built-in one can still be taken.
        auto* const versions = find<QComboBox>("versionCombo");
        versions->setCurrentIndex(0);
        emit versions->activated(0);
        QVERIFY(find<Button>("acceptButton")->isEnabled());
    }

    void theSameVersionChangesNothing() {
        open(newer());
        const session::LensSource same = test::makeLens({});
        const QString path = m_review->path(QStringLiteral("lens.json"));
        write(path, same.lens);
        write(m_review->path(QStringLiteral("overlay.json")), same.overlay);
        m_dialog->read(path);
        QVERIFY(text("upgradeNoteLabel").startsWith(QStringLiteral("This is the version that the review has")));
        QVERIFY(!find<Button>("acceptButton")->isEnabled());
    }

    void whatMustBeConfirmedIsMarkedAndConfirmed() {
        QVERIFY(m_review->session().upgradeLens("generative-ai", newer()).has_value());
        test::QuestionsDriver page(*m_review);
        page.page().showQuestion(kFirst);
        QVERIFY(page.find<QWidget>(QStringLiteral("reconfirmBar"))->isVisible());
        QVERIFY(page.find<QWidget>(QStringLiteral("reconfirmBar"))
                    ->accessibleName()
                    .startsWith(QStringLiteral("Confirm again: its rules changed")));
        QVERIFY(page.treeRows().first().contains(QStringLiteral("to be confirmed again")));
        auto* const chip = page.find<Chip>(QStringLiteral("reconfirmChip"));
        QVERIFY(chip->isVisible());
        QCOMPARE(chip->count(), std::optional(1));
        page.click(QStringLiteral("reconfirmChip"));
        QCOMPARE(page.treeRows().size(), 1);
        page.page().setFocus();
        page.key(Qt::Key_C);
        QVERIFY(m_review->answer(kFirst).reconfirm.empty());
        QVERIFY(!page.find<QWidget>(QStringLiteral("reconfirmBar"))->isVisible());
        QVERIFY(page.find<UndoBar>(QStringLiteral("undoBar"))->isVisible());
        page.click(QStringLiteral("reconfirmChip"));
        QVERIFY(!chip->isVisible());
    }

    void theButtonConfirmsToo() {
        QVERIFY(m_review->session().upgradeLens("generative-ai", newer()).has_value());
        test::QuestionsDriver page(*m_review);
        page.page().showQuestion(kFirst);
        page.click(QStringLiteral("confirmButton"));
        QVERIFY(m_review->answer(kFirst).reconfirm.empty());
        page.key(Qt::Key_C); // nothing is left to confirm
        QCOMPARE(m_review->session().undoable()->label.find("onfirm") != std::string::npos, true);
    }

    void withoutAnUpgradeNothingIsThere() {
        test::QuestionsDriver page(*m_review);
        QVERIFY(!page.find<QWidget>(QStringLiteral("reconfirmBar"))->isVisible());
        QVERIFY(!page.find<QWidget>(QStringLiteral("reconfirmChip"))->isVisible());
    }
};

QTEST_MAIN(TestLensUpgrade)
#include "tst_lens_upgrade.moc"
