// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Lines of text: exact heights, objects in the flow, elision, links, signs.
#include "tests/ui/widgets/widget_test.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/field.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/wrap_label.h"

#include <QLineEdit>
#include <QPainter>
#include <QSignalSpy>
#include <QVBoxLayout>

using namespace plumb::ui;
using namespace plumb::ui::testing;

namespace {
QString s(const char* text) {
    return QString::fromUtf8(text);
}
const QString kSentence = s("Ask for the limit that holds today, not the one on the roadmap. An agent that calls five "
                            "tools sends its context six times, so an open-ended run costs far more.");
} // namespace

class TestLabels : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { start(); }
    void init() { fresh(); }

    void linesHaveTheRolesExactHeight() {
        WrapLabel label(kSentence, Role::Body);
        QCOMPARE(label.heightForWidth(3000), 20);
        const int narrow = label.heightForWidth(300);
        QVERIFY(narrow > 40);
        QCOMPARE(narrow % 20, 0);
        label.setRole(Role::Quote);
        QCOMPARE(label.heightForWidth(300) % 23, 0);
        Theme::instance().setTextScale(1.5);
        label.setRole(Role::Body);
        QCOMPARE(label.heightForWidth(300) % 30, 0);
    }

    void linesCanBeLimited() {
        WrapLabel label(kSentence, Role::Body);
        label.setMaxLines(2);
        QCOMPARE(label.heightForWidth(200), 40);
        label.setMaxLines(1);
        QCOMPARE(label.heightForWidth(200), 20);
    }

    void measureLimitsTheLine() {
        RichLayout wide({plain(kSentence)}, Role::Body, Token::Ink);
        wide.layout(620);
        WrapLabel label(kSentence, Role::Body);
        label.setMeasure(620);
        QCOMPARE(label.heightForWidth(2000), qRound(wide.height()));
    }

    void keyCapsTakeTheirWidthInTheLine() {
        RichLayout bare({plain(s("nor the ceiling  is in place"))}, Role::Body, Token::Ink);
        RichLayout with({plain(s("nor the ceiling ")), keyRun(s("2")), plain(s(" is in place"))}, Role::Body,
                        Token::Ink);
        bare.layout(1000);
        with.layout(1000);
        QCOMPARE(with.lineCount(), 1);
        QVERIFY(qAbs(with.naturalWidth() - bare.naturalWidth() - 20) < 2.5);
    }

    void elidedLayoutStaysInItsWidth() {
        RichLayout layout({plain(kSentence)}, Role::Body, Token::Ink);
        layout.layout(200, 2);
        QVERIFY(layout.elided());
        QCOMPARE(layout.lineCount(), 2);
        QVERIFY(layout.naturalWidth() <= 200);
        QImage image(260, 60, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        layout.paint(&painter, QPointF(0, 0), tokens());
        painter.end();
        for (int y = 0; y < 60; ++y)
            for (int x = 203; x < 260; ++x)
                QCOMPARE(image.pixelColor(x, y), QColor(Qt::white));
    }

    void linksOpenByMouseAndKey() {
        WrapLabel label;
        label.setRich(
            {plain(s("See ")), linkRun(s("the rule"), s("rule")), plain(s(" or ")), linkRun(s("help"), s("?"))});
        label.resize(300, 20);
        label.show();
        QVERIFY(QTest::qWaitForWindowActive(&label));
        QSignalSpy opened(&label, &WrapLabel::linkActivated);
        QTest::mouseClick(&label, Qt::LeftButton, {}, QPoint(40, 10));
        QCOMPARE(opened.last().at(0).toString(), s("rule"));
        label.setFocus(Qt::TabFocusReason);
        QTest::keyClick(&label, Qt::Key_Tab);
        QTest::keyClick(&label, Qt::Key_Return);
        QCOMPARE(opened.last().at(0).toString(), s("?"));
        QTest::mouseClick(&label, Qt::LeftButton, {}, QPoint(4, 10));
        QCOMPARE(opened.count(), 2);
    }

    void textWithoutLinksTakesNoFocus() {
        WrapLabel label(kSentence, Role::Body);
        QCOMPARE(label.focusPolicy(), Qt::NoFocus);
        QCOMPARE(roleOf(&label), QAccessible::StaticText);
        QCOMPARE(nameOf(&label), kSentence);
    }

    void readersHearMarksOnce() {
        QCOMPARE(plainText({plain(s("lowers it to ")), markRun(MarkKind::Medium), plain(s(" Medium."))}),
                 s("lowers it to Medium."));
        QCOMPARE(plainText({plain(s("now ")), markRun(MarkKind::High), plain(s(" and")), keyRun(s("1"))}),
                 s("now High and1"));
    }

    void userTextIsNeverMarkup() {
        WrapLabel label(s("<b>50 % & more</b>"), Role::Body);
        QCOMPARE(label.text(), s("<b>50 % & more</b>"));
        RichLayout layout({plain(s("<b>x</b>"))}, Role::Body, Token::Ink);
        layout.layout(500);
        RichLayout shorter({plain(s("x"))}, Role::Body, Token::Ink);
        shorter.layout(500);
        QVERIFY(layout.naturalWidth() > shorter.naturalWidth() * 2);
    }

    void emptyTextIsHarmless() {
        WrapLabel label;
        QVERIFY(label.heightForWidth(100) >= 0);
        label.resize(100, 20);
        label.grab();
    }

    void signsSayWhatTheyAre() {
        Badge badge(s("Verified"), BadgeLook::NoRisk);
        QCOMPARE(badge.sizeHint().height(), 18);
        QCOMPARE(nameOf(&badge), s("Verified"));
        RiskMark mark(MarkKind::High, 16, true);
        QCOMPARE(nameOf(&mark), s("High"));
        mark.setWord(s("At risk"));
        QCOMPARE(nameOf(&mark), s("At risk"));
        KeyCap key(s("Ctrl+K"), nullptr, true);
        QCOMPARE(nameOf(&key), s("Ctrl K"));
        KeyCap whole(s("Ctrl+K"));
        QVERIFY(whole.sizeHint().width() < key.sizeHint().width());
    }

    void searchFieldClearsOnEscapeFirst() {
        SearchField field(s("Search in this review"));
        field.show();
        QTest::keyClicks(&field, s("agent"));
        QCOMPARE(field.text(), s("agent"));
        QTest::keyClick(&field, Qt::Key_Escape);
        QVERIFY(field.text().isEmpty());
        QCOMPARE(nameOf(&field), s("Search in this review"));
        QCOMPARE(field.sizeHint().height(), 32);
    }

    void fieldNamesItsEditorAndShowsErrors() {
        Field field(s("Due"), new QLineEdit);
        auto* editor = static_cast<QLineEdit*>(field.editor());
        QCOMPARE(nameOf(editor), s("Due"));
        field.setError(s("There is no such day."));
        QCOMPARE(editor->accessibleDescription(), s("There is no such day."));
        field.resize(300, field.sizeHint().height());
        field.show();
        QCOMPARE(editor->grab().toImage().pixelColor(100, 0), tokens()[Token::High]);
        field.setError(QString());
        QCOMPARE(editor->grab().toImage().pixelColor(100, 0), tokens()[Token::Control]);
        QVERIFY(field.error().isEmpty());
    }
};

QTEST_MAIN(TestLabels)
#include "tst_labels.moc"
