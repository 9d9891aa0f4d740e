// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/app_fixture.h"
#include "tests/ui/support/window_page.h"
#include "ui/dialogs/about_dialog.h"
#include "ui/dialogs/key_settings.h"
#include "ui/dialogs/keys_sheet.h"
#include "ui/dialogs/settings_dialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/wrap_label.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QListView>
#include <QTest>

using namespace plumb;
using namespace plumb::ui;
using plumb::test::AppFixture;

class TestSettingsDialog final : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<AppFixture> m_app;
    std::unique_ptr<ActionTable> m_actions;
    std::unique_ptr<SettingsDialog> m_dialog;

    void open(bool keys) {
        m_dialog = std::make_unique<SettingsDialog>(m_app->settings.get(), m_actions.get());
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
        if (keys)
            choose("partSegments", 1);
    }
    void choose(const char* segments, int index) {
        auto* const control = m_dialog->findChild<SegmentedControl*>(QLatin1String(segments));
        QTest::mouseClick(control->segment(index), Qt::LeftButton);
    }
    QListView* keyList() { return m_dialog->findChild<QListView*>(QStringLiteral("keyList")); }
    void select(const QString& action) {
        auto* const field = m_dialog->findChild<QLineEdit*>(QStringLiteral("keySearchField"));
        field->setFocus();
        QTest::keyClicks(field, action);
        QVERIFY(keyList()->model()->rowCount() > 0);
    }
    QString note() { return m_dialog->findChild<WrapLabel*>(QStringLiteral("keyNoteLabel"))->text(); }

private slots:
    void init() {
        test::failOnWarnings();
        m_app = std::make_unique<AppFixture>();
        m_actions = std::make_unique<ActionTable>(m_app->settings.get());
    }
    void cleanup() {
        m_dialog.reset();
        m_actions.reset();
        m_app.reset();
    }

    void coloursAndTextSizeHoldAtOnce() {
        open(false);
        choose("themeSegments", 2);
        QCOMPARE(m_app->settings->theme(), ThemeChoice::Dark);
        choose("textScaleSegments", 3);
        QCOMPARE(m_app->settings->textScalePercent(), 130);
        QTest::mouseClick(m_dialog->findChild<QWidget*>(QStringLiteral("motionSwitch")), Qt::LeftButton);
        QVERIFY(m_app->settings->reducedMotion());
    }

    void theNameIsTakenWhenTheFieldIsLeft() {
        open(false);
        auto* const edit = m_dialog->findChild<QLineEdit*>(QStringLiteral("authorEdit"));
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, QStringLiteral("Jonas Weber"));
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(m_app->settings->author(), QStringLiteral("Jonas Weber"));
    }

    void anActionGetsANewKeyByPressingIt() {
        open(true);
        select(QStringLiteral("Park"));
        QTest::mouseClick(m_dialog->findChild<QWidget*>(QStringLiteral("changeKeyButton")), Qt::LeftButton);
        QTest::keyClick(keyList(), Qt::Key_B);
        QCOMPARE(m_actions->keyCaps(u"questions.park"), QStringList{QStringLiteral("B")});
        QTest::mouseClick(m_dialog->findChild<QWidget*>(QStringLiteral("resetKeyButton")), Qt::LeftButton);
        QVERIFY(m_actions->isDefault(u"questions.park"));
    }

    void aTakenKeyIsRefusedWithTheNameOfItsOwner() {
        open(true);
        select(QStringLiteral("Park"));
        keyList()->setFocus();
        QTest::keyClick(keyList(), Qt::Key_Return);
        QTest::keyClick(keyList(), Qt::Key_K, Qt::ControlModifier);
        QVERIFY2(note().contains(QStringLiteral("Go to anything")), qPrintable(note()));
        QVERIFY(m_actions->isDefault(u"questions.park"));
    }

    void escapeWhileWaitingLeavesKeyAndDialogAlone() {
        open(true);
        select(QStringLiteral("Park"));
        keyList()->setFocus();
        QTest::keyClick(keyList(), Qt::Key_Return);
        QTest::keyClick(keyList(), Qt::Key_Escape);
        QVERIFY(m_dialog->isVisible());
        QVERIFY(m_actions->isDefault(u"questions.park"));
    }

    void theSheetOfKeysHasEveryActionThatHasOne() {
        int lines = 0, choices = 0;
        for (const KeyGroup& group : keyGroups(*m_actions)) {
            QVERIFY(!group.name.isEmpty());
            for (const KeyLine& line : group.lines) {
                ++lines;
                QVERIFY2(!line.keys.isEmpty(), qPrintable(line.text));
            }
        }
        int withKey = 0;
        for (const ActionSpec& spec : m_actions->specs()) {
            withKey += spec.keys.isEmpty() ? 0 : 1;
            choices += spec.id.startsWith(QLatin1String("questions.choice")) ? 1 : 0;
        }
        QCOMPARE(choices, 10);
        QCOMPARE(lines, withKey - choices + 1);
    }

    void aboutNamesTheLicences() {
        const AboutDialog about;
        QString text;
        const auto labels = about.findChildren<WrapLabel*>();
        for (const WrapLabel* const label : labels)
            text += label->text() + u'\n';
        for (const char* const word : {"GNU General Public License", "OFL-1.1", "LGPL-3.0", "CC BY 4.0"})
            QVERIFY2(text.contains(QLatin1String(word)), word);
    }
};

QTEST_MAIN(TestSettingsDialog)
#include "tst_settings_dialog.moc"
