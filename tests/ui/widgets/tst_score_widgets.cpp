// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Score scale and score cell: the ink stands where the number says, and the same can be heard.
#include "tests/ui/widgets/widget_test.h"
#include "ui/widgets/figure.h"
#include "ui/widgets/money_scale.h"
#include "ui/widgets/progress.h"
#include "ui/widgets/score_cell.h"
#include "ui/widgets/score_scale.h"

#include <QPainter>
#include <QSignalSpy>

using namespace plumb::ui;
using namespace plumb::ui::testing;

namespace {

QString s(const char* text) {
    return QString::fromUtf8(text);
}

int columnsOf(const QImage& image, const QColor& ink, int row) {
    int first = -1, last = -1;
    for (int x = 0; x < image.width(); ++x)
        if (image.pixelColor(x, row) == ink) {
            first = first < 0 ? x : first;
            last = x;
        }
    return first < 0 ? -1 : (first + last) / 2;
}

QImage scale(const ScoreView& view, int width = 400) {
    ScoreScale widget;
    widget.resize(width, 56);
    widget.setView(view);
    return widget.grab().toImage();
}

QImage cellImage(const ScoreCell& cell, const CellLook& look = {}) {
    const QSize size = scoreCellSize(look.compact).toSize();
    QImage image(size, QImage::Format_RGB32);
    image.fill(tokens()[Token::Surface]);
    QPainter painter(&image);
    paintScoreCell(&painter, image.rect(), cell, look, tokens());
    return image;
}

} // namespace

class TestScore : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { start(); }
    void init() { fresh(); }

    void bobStandsOnTheScore_data() {
        QTest::addColumn<double>("score");
        QTest::addColumn<int>("column");
        QTest::newRow("middle") << 50.0 << 200;
        QTest::newRow("sixty nine") << 69.0 << 276;
        QTest::newRow("zero, rule shortened") << 0.0 << 5;
        QTest::newRow("hundred, rule shortened") << 100.0 << 395;
    }
    void bobStandsOnTheScore() {
        QFETCH(double, score);
        QFETCH(int, column);
        QCOMPARE(columnsOf(scale({score, {}, {}, {}, {}}), tokens()[Token::Accent], 4), column);
    }

    void withoutAScoreThereIsNoBob() {
        const QImage image = scale({{}, 30, 90, {}, {}});
        for (int y = 0; y < image.height(); ++y)
            QCOMPARE(columnsOf(image, tokens()[Token::Accent], y), -1);
        QCOMPARE(image.pixelColor(120, 33), tokens()[Token::Control]); // end post of the range
    }

    void scaleSpeaksItsNumbers() {
        ScoreScale widget;
        widget.setView({69, 54, 76, 57, 48});
        QCOMPARE(nameOf(&widget), s("Score 69, range 54 to 76, verified 57, last review 48"));
        widget.setView({{}, 0, 100, {}, {}});
        QCOMPARE(nameOf(&widget), s("No score yet, range 0 to 100"));
        QCOMPARE(widget.sizeHint().height(), 56);
        QCOMPARE(ScoreScale(nullptr, true).sizeHint().height(), 26);
    }

    void cellIsFilledUpToTheAnsweredShare() {
        const QImage image = cellImage({ScoreCell::Kind::Scored, 78, 54, 85, 0.5, MarkKind::High, 1, {}});
        QCOMPARE(image.size(), QSize(98, 72));
        QCOMPARE(image.pixelColor(47, 70), tokens()[Token::H5]);
        QVERIFY(image.pixelColor(51, 68) != tokens()[Token::H5]);
        QCOMPARE(image.pixelColor(97, 40), tokens()[Token::Line2]);
    }

    void fullCellHasNoHatch() {
        const QImage image = cellImage({ScoreCell::Kind::Scored, 0, {}, {}, 1, MarkKind::High, 1, {}});
        QCOMPARE(image.pixelColor(96, 70), tokens()[Token::H0]);
    }

    void highContrastCellsAreBlackWithAFrame() {
        Theme::instance().setChoice(SchemeChoice::HighContrast);
        const QImage image = cellImage({ScoreCell::Kind::Scored, 83, {}, {}, 1, MarkKind::Medium, 1, {}});
        QCOMPARE(image.pixelColor(60, 66), QColor(Qt::black));
        QCOMPARE(image.pixelColor(0, 40), tokens()[Token::Line2]);
    }

    void selectedCellHasItsFrame() {
        CellLook look;
        look.selected = true;
        const QImage image = cellImage({ScoreCell::Kind::Scored, 50, {}, {}, 1, MarkKind::None, 0, {}}, look);
        QCOMPARE(image.pixelColor(1, 40), tokens()[Token::Accent]);
    }

    void absentCellIsADashWithoutFrame() {
        const QImage image = cellImage({ScoreCell::Kind::Absent, 0, {}, {}, 0, MarkKind::None, 0, {}});
        QCOMPARE(image.pixelColor(0, 0), tokens()[Token::Surface]);
        QCOMPARE(image.pixelColor(49, 36), tokens()[Token::Hatch]);
    }

    void cellSpeaks() {
        QCOMPARE(cellSentence({ScoreCell::Kind::Scored, 38, 30, 50, 0.8, MarkKind::High, 2, {}}),
                 s("Score 38, range 30 to 50, 80 % answered, worst open risk High, 2"));
        QCOMPARE(cellSentence({ScoreCell::Kind::NotAsked, 0, {}, {}, 0, MarkKind::None, 0, {}}), s("Not asked"));
        QCOMPARE(cellSentence({ScoreCell::Kind::Absent, 0, {}, {}, 0, MarkKind::None, 0, {}}), s("No such questions"));
    }

    void cellsGrowWithTheText() {
        QCOMPARE(scoreCellSize(true), QSizeF(67, 46));
        Theme::instance().setTextScale(1.5);
        QCOMPARE(scoreCellSize(false), QSizeF(147, 108));
    }

    void progressJumpsWhereMotionIsReduced() {
        ProgressBar bar;
        QCOMPARE(bar.sizeHint(), QSize(34, 4));
        bar.setShare(0.5);
        bar.resize(34, 4);
        QCOMPARE(bar.grab().toImage().pixelColor(10, 2), tokens()[Token::Ink2]);
        QCOMPARE(bar.grab().toImage().pixelColor(25, 2), tokens()[Token::Track]);
        QCOMPARE(nameOf(&bar), s("50 % done"));
        bar.setShare(7);
        QCOMPARE(bar.share(), 1.0);
    }

    void figureMarksAChangeButNotTheFirstValue() {
        Figure figure(Role::Title);
        figure.setName(s("Score"));
        figure.setText(s("69"));
        QVERIFY(!figure.showsChange());
        figure.setText(s("69"));
        QVERIFY(!figure.showsChange());
        figure.setText(s("71"));
        QVERIFY(figure.showsChange());
        QCOMPARE(nameOf(&figure), s("Score: 71"));
        figure.reserve(s("100"));
        const QSize wide = figure.sizeHint();
        figure.setText(s("8"));
        QCOMPARE(figure.sizeHint(), wide);
    }

    void moneyRuleHasRoundSteps_data() {
        QTest::addColumn<double>("largest");
        QTest::addColumn<double>("step");
        QTest::newRow("the sample") << 30900.0 << 10000.0;
        QTest::newRow("small") << 7.0 << 2.0;
        QTest::newRow("four steps") << 4000.0 << 1000.0;
        QTest::newRow("nothing") << 0.0 << 0.25;
    }
    void moneyRuleHasRoundSteps() {
        QFETCH(double, largest);
        QFETCH(double, step);
        double got = 0;
        const double end = moneyScaleEnd({{}, {}, {}, largest}, &got);
        QCOMPARE(got, step);
        QVERIFY(end > largest);
        QVERIFY(end <= 5.01 * step);
    }

    void moneyBobStandsOnTheAmount() {
        MoneyScale widget([](double amount) { return QString::number(qRound(amount / 1000)) + s("k"); });
        widget.resize(400, 56);
        widget.setView({16700, 15700, 17800, 30900}, s("16,700 after, 30,900 now"));
        double step = 0;
        const double end = moneyScaleEnd({16700, 15700, 17800, 30900}, &step);
        const int column = columnsOf(widget.grab().toImage(), tokens()[Token::Accent], 4);
        QVERIFY(qAbs(column - 400 * 16700 / end) <= 1);
        QCOMPARE(nameOf(&widget), s("16,700 after, 30,900 now"));
    }

    void workCanBeCancelled() {
        ProgressPanel panel(s("Reading cur-2026-10.csv"));
        QSignalSpy cancelled(&panel, &ProgressPanel::cancelled);
        panel.resize(448, 66);
        panel.show();
        QTest::mouseClick(panel.findChild<QWidget*>(s("cancelButton")), Qt::LeftButton);
        QCOMPARE(cancelled.count(), 1);
    }
};

QTEST_MAIN(TestScore)
#include "tst_score_widgets.moc"
