// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How strips are spread over pages: nothing is lost or cut, what belongs together stays together, heads come back.
#include "ui/print/flow.h"

#include <QTest>

using namespace plumb::ui::print;

namespace {

std::vector<Strip> stripsOf(int count, double height) {
    std::vector<Strip> strips(static_cast<std::size_t>(count));
    for (Strip& strip : strips)
        strip.height = height;
    return strips;
}

} // namespace

class TestPagination : public QObject {
    Q_OBJECT
private slots:
    void placesEveryStripOnceInsideThePage();
    void keepsAGroupTogether();
    void breaksAGroupThatIsHigherThanAPage();
    void repeatsHeadsOnTheNextPage();
    void dropsWhiteSpaceAtTheTop();
    void leavesNoSingleLineBehind();
    void makesRoomForWhatHangsBeside();
};

void TestPagination::placesEveryStripOnceInsideThePage() {
    const Grid grid;
    auto strips = stripsOf(300, 13.7);
    for (std::size_t i = 0; i < strips.size(); i += 7)
        strips[i].before = 20;
    const auto pages = paginate(strips, grid);
    std::size_t next = 0;
    for (const Page& page : pages) {
        QVERIFY(!page.strips.empty());
        for (const Placed& placed : page.strips) {
            QCOMPARE(placed.strip, &strips[next++]);
            QVERIFY(placed.y >= grid.bodyTop && placed.y + placed.strip->height <= grid.bodyBottom() + 0.02);
        }
    }
    QCOMPARE(next, strips.size());
}

void TestPagination::keepsAGroupTogether() {
    const Grid grid;
    auto strips = stripsOf(3, grid.bodyHeight() * 0.4);
    strips[1].keepWithNext = true;
    const auto pages = paginate(strips, grid);
    QCOMPARE(pages.size(), std::size_t{2});
    QCOMPARE(pages[0].strips.size(), std::size_t{1});
}

void TestPagination::breaksAGroupThatIsHigherThanAPage() {
    const Grid grid;
    auto strips = stripsOf(5, grid.bodyHeight() * 0.4);
    for (Strip& strip : strips)
        strip.keepWithNext = true;
    QCOMPARE(paginate(strips, grid).size(), std::size_t{3});
}

void TestPagination::repeatsHeadsOnTheNextPage() {
    const Grid grid;
    auto strips = stripsOf(4, grid.bodyHeight() * 0.4);
    const auto head = std::make_shared<const std::vector<Strip>>(stripsOf(1, 20));
    for (std::size_t i = 1; i < strips.size(); ++i)
        strips[i].repeated = head;
    const auto pages = paginate(strips, grid);
    QCOMPARE(pages.size(), std::size_t{2});
    QCOMPARE(pages[1].strips[0].strip, &head->front());
    QCOMPARE(pages[1].strips[1].y, grid.bodyTop + 20);
}

void TestPagination::dropsWhiteSpaceAtTheTop() {
    const Grid grid;
    auto strips = stripsOf(2, 30);
    strips[0].before = strips[1].before = 50;
    strips[1].pageBreak = true;
    const auto pages = paginate(strips, grid);
    QCOMPARE(pages.size(), std::size_t{2});
    QCOMPARE(pages[0].strips[0].y, grid.bodyTop);
    QCOMPARE(pages[1].strips[0].y, grid.bodyTop);
}

void TestPagination::leavesNoSingleLineBehind() {
    const Grid grid;
    for (int before = 0; before < 60; ++before) {
        auto strips = stripsOf(before, 14.4);
        QString text;
        for (int i = 0; i < 12; ++i)
            text += QStringLiteral("line %1").arg(i) + QChar(QChar::LineSeparator);
        text.chop(1);
        const auto block = std::make_shared<const TextBlock>(text, type::kBody, grid.textWidth());
        QCOMPARE(block->lineCount(), 12);
        appendLines(strips, block, grid.textLeft(), 7);
        for (const Page& page : paginate(strips, grid)) {
            std::size_t lines = 0;
            for (const Placed& placed : page.strips)
                lines += placed.strip->ops.empty() ? 0 : 1;
            QVERIFY2(lines != 1, qPrintable(QString::number(before)));
        }
    }
}

void TestPagination::makesRoomForWhatHangsBeside() {
    auto strips = stripsOf(2, 10);
    holdTogether(strips, 0, 50);
    QVERIFY(strips[0].keepWithNext);
    QCOMPARE(strips[0].height + strips[1].height, 50.0);
    auto tall = stripsOf(3, 30);
    holdTogether(tall, 0, 50);
    QVERIFY(tall[0].keepWithNext && !tall[1].keepWithNext);
    QCOMPARE(tall[2].height, 30.0);
}

QTEST_MAIN(TestPagination)
#include "tst_pagination.moc"
