// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The shared signs: where their ink is, that they stay inside their box, and that they are vectors in a PDF.
#include "ui/theme/paint.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QTest>

using namespace plumb::ui;
using plumb::lens::State;

namespace {

constexpr MarkKind kAll[] = {MarkKind::None,          MarkKind::Medium,    MarkKind::High,    MarkKind::Unanswered,
                             MarkKind::NotApplicable, MarkKind::Unmatched, MarkKind::Accepted};

QImage painted(MarkKind kind, int side, bool halo = false, const QColor& ground = Qt::magenta) {
    QImage image(side + 20, side + 20, QImage::Format_RGB32);
    image.fill(ground);
    QPainter painter(&image);
    riskMark(&painter, QRectF(10, 10, side, side), kind, tokensFor(Scheme::Light), halo);
    return image;
}

QRect inkBox(const QImage& image, const QColor& ground) {
    QRect box;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixelColor(x, y) != ground)
                box |= QRect(x, y, 1, 1);
    return box;
}

} // namespace

class TestPaint : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void marksStayInsideTheirBox() {
        for (const MarkKind kind : kAll)
            for (const int side : {14, 16, 18, 28, 60}) {
                const QRect ink = inkBox(painted(kind, side), Qt::magenta);
                QVERIFY(!ink.isEmpty());
                QVERIFY(QRect(10, 10, side, side).contains(ink));
            }
    }

    void marksDifferByShapeAlone() {
        // In one colour: what a colour-blind eye or a grey printer has to tell them by.
        QList<QImage> shapes;
        for (const MarkKind kind : kAll) {
            QImage grey = painted(kind, 60, false, Qt::white).convertToFormat(QImage::Format_Grayscale8);
            for (int y = 0; y < grey.height(); ++y)
                for (int x = 0; x < grey.width(); ++x)
                    grey.setPixel(x, y, qGray(grey.pixel(x, y)) < 240 ? 0 : 255);
            for (const QImage& other : shapes)
                QVERIFY(grey != other);
            shapes.append(grey);
        }
    }

    void highIsAFilledDiamondWithItsLetter() {
        const Tokens& t = tokensFor(Scheme::Light);
        const QImage image = painted(MarkKind::High, 100);
        QCOMPARE(image.pixelColor(10 + 50, 10 + 8), t[Token::High]);
        QCOMPARE(image.pixelColor(10 + 3, 10 + 3), QColor(Qt::magenta));
        QCOMPARE(image.pixelColor(10 + 50, 10 + 50), t[Token::HighOn]); // the bar of the H
    }

    void hollowMarksShowTheGround() {
        QCOMPARE(painted(MarkKind::Unanswered, 100).pixelColor(60, 60), QColor(Qt::magenta));
        QCOMPARE(painted(MarkKind::Accepted, 100).pixelColor(10 + 50, 10 + 22), QColor(Qt::magenta));
    }

    void haloIsThreePixelsOfSurfaceInTheMarksShape() {
        const QImage image = painted(MarkKind::High, 40, true);
        const QColor surface = tokensFor(Scheme::Light)[Token::Surface];
        QCOMPARE(image.pixelColor(30, 8), surface);              // above the tip
        QCOMPARE(image.pixelColor(12, 12), QColor(Qt::magenta)); // corner of the box stays ground
        QCOMPARE(painted(MarkKind::Unanswered, 40, true).pixelColor(30, 30), surface);
    }

    void statesMapToMarks() {
        QCOMPARE(markOf(State::High), MarkKind::High);
        QCOMPARE(markOf(State::NotApplicable), MarkKind::NotApplicable);
        QCOMPARE(markOf(State::Unmatched), MarkKind::Unmatched);
        QCOMPARE(markOf(State::High, true), MarkKind::Accepted);
        QCOMPARE(markOf(State::Medium, true), MarkKind::Accepted);
        QCOMPARE(markOf(State::None, true), MarkKind::None);
        for (const MarkKind kind : kAll)
            QVERIFY(!markWord(kind).isEmpty());
    }

    void bobStandsOnItsTip() {
        QCOMPARE(bobPath(1).boundingRect(), QRectF(-4.5, -12, 9, 12));
        QImage image(40, 60, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        plumbLine(&painter, QPointF(20.3, 50), 5, Qt::blue);
        painter.end();
        QCOMPARE(image.pixelColor(20, 6), QColor(Qt::blue)); // the line, one pixel wide
        QCOMPARE(image.pixelColor(19, 6), QColor(Qt::white));
        QCOMPARE(image.pixelColor(21, 6), QColor(Qt::white));
        QCOMPARE(image.pixelColor(20, 40), QColor(Qt::blue)); // the bob
        QCOMPARE(image.pixelColor(20, 51), QColor(Qt::white));
    }

    void hatchStaysInItsAreaWithoutAClip() {
        QImage image(80, 80, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        hatch(&painter, QRectF(20, 20, 40, 30), Qt::black);
        painter.end();
        const QRect ink = inkBox(image, Qt::white);
        QVERIFY(QRect(19, 19, 42, 32).contains(ink));
        QVERIFY(ink.width() > 36 && ink.height() > 26);
    }

    void hatchOfNothingPaintsNothing() {
        QImage image(20, 20, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        hatch(&painter, QRectF(5, 5, 0, 10), Qt::black);
        hatch(&painter, QRectF(5, 5, -3, 10), Qt::black);
        painter.end();
        QVERIFY(inkBox(image, Qt::white).isEmpty());
    }

    void signsAreVectorsInAPdf() {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        {
            QPdfWriter writer(&buffer);
            QPainter painter(&writer);
            for (const MarkKind kind : kAll)
                riskMark(&painter, QRectF(100, 100, 300, 300), kind, tokensFor(Scheme::Light), true);
            hatch(&painter, QRectF(500, 100, 400, 300), Qt::gray);
            plumbLine(&painter, QPointF(300, 900), 500, Qt::blue, 4);
        }
        QVERIFY(bytes.startsWith("%PDF"));
        QVERIFY(!bytes.contains("/Subtype /Image"));
    }
};

QTEST_MAIN(TestPaint)
#include "tst_paint.moc"
