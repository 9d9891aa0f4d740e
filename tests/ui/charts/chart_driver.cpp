// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/charts/chart_driver.h"

#include <QAction>
#include <QFileInfo>
#include <QMenu>
#include <QTest>
#include <QWheelEvent>

namespace plumb::test {

using namespace ui;

ChartDriver::ChartDriver(const report::Chart& chart, QSize size)
    : view(QStringLiteral("sample"))
    , plot(view.findChild<ChartPlot*>(QStringLiteral("sampleChart")))
    , table(view.findChild<ChartTableView*>(QStringLiteral("sampleTable")))
    , links(&view, &ChartView::linkActivated)
    , moves(&view, &ChartView::categoryMoved)
    , notices(&view, &ChartView::notice) {
    view.setFileDialogs(this);
    view.setFolder(folder.path());
    view.show(chart);
    view.resize(size);
    view.show();
    if (!QTest::qWaitForWindowExposed(&view))
        qFatal("No window");
    view.activateWindow();
    plot->setFocus(Qt::TabFocusReason);
    QTest::qWait(0);
}

void ChartDriver::key(Qt::Key key, Qt::KeyboardModifiers held) {
    QWidget* target = QApplication::focusWidget() != nullptr ? QApplication::focusWidget() : plot;
    QTest::keyClick(target, key, held);
}

void ChartDriver::point(QPointF at) {
    QMouseEvent move(QEvent::MouseMove, at, plot->mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QApplication::sendEvent(plot, &move);
}

QPointF ChartDriver::barMiddle(int bar) const {
    return plot->layoutNow().bars.at(static_cast<std::size_t>(bar)).box.center();
}

void ChartDriver::pointAtBar(int bar) {
    point(barMiddle(bar));
}

void ChartDriver::clickBar(int bar) {
    QTest::mouseClick(plot, Qt::LeftButton, {}, barMiddle(bar).toPoint());
}

void ChartDriver::drag(QPointF from, QPointF to) {
    QTest::mousePress(plot, Qt::LeftButton, {}, from.toPoint());
    for (int step = 1; step <= 4; ++step) {
        const QPointF at = from + (to - from) * step / 4;
        QMouseEvent move(QEvent::MouseMove, at, plot->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(plot, &move);
    }
    QTest::mouseRelease(plot, Qt::LeftButton, {}, to.toPoint());
}

void ChartDriver::wheel(QPointF at, int steps, Qt::KeyboardModifiers held) {
    QWheelEvent turn(at, plot->mapToGlobal(at), {}, QPoint(0, 120 * steps), Qt::NoButton, held, Qt::NoScrollPhase,
                     false);
    QApplication::sendEvent(plot, &turn);
}

QAction* ChartDriver::entry(const QString& name) const {
    return view.findChild<QMenu*>(QStringLiteral("sampleMenu"))->findChild<QAction*>(name);
}

bool ChartDriver::menu(const QString& name) {
    auto* button = view.findChild<QWidget*>(QStringLiteral("sampleMenuButton"));
    auto* menu = view.findChild<QMenu*>(QStringLiteral("sampleMenu"));
    QTest::mouseClick(button, Qt::LeftButton);
    if (!QTest::qWaitFor([&] { return menu->isVisible(); }, 2000))
        return false;
    QAction* action = entry(name);
    if (action == nullptr || !action->isEnabled() || !action->isVisible()) {
        menu->close();
        return false;
    }
    menu->setActiveAction(action);
    QTest::keyClick(menu, Qt::Key_Return);
    return true;
}

QStringList ChartDriver::words() const {
    const ChartLayout& layout = plot->layoutNow();
    QStringList words = layout.sentence;
    for (const auto* ticks : {&layout.xTicks, &layout.yTicks})
        for (const ChartTickLabel& tick : *ticks)
            if (tick.shown)
                words << tick.text;
    for (const ChartLabel& label : layout.labels)
        words << label.text;
    for (const ChartCategoryBox& category : layout.categories)
        words << category.lines.join(u' ') << category.sub;
    for (const ChartChip& chip : layout.chips)
        words << chip.text;
    return words;
}

QString ChartDriver::save(QWidget*, const QString&, const QString& suggested, const QString&, bool) {
    asked = QFileInfo(suggested).fileName();
    return answer;
}

} // namespace plumb::test
