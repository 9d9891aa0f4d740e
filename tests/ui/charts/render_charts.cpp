// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// For looking at the charts beside the mocks: render_charts FOLDER draws a sheet like mocks/costs.png in each theme, at
// several sizes and text scales, each chart alone, and one page as a PDF.
#include "tests/ui/charts/sample_charts.h"
#include "ui/charts/chart_painter.h"
#include "ui/charts/chart_plot.h"
#include "ui/charts/chart_view.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/panes.h"

#include <memory>

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QGridLayout>
#include <QPdfWriter>
#include <QTextStream>

namespace {

using namespace plumb;
using namespace plumb::ui;

std::unique_ptr<QWidget> sheet(const std::vector<report::Chart>& charts, const std::vector<QRect>& cells) {
    auto page = std::make_unique<Pane>(Token::Surface);
    auto* grid = new QGridLayout(page.get());
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    for (std::size_t i = 0; i < charts.size(); ++i) {
        auto* pane = new QWidget;
        auto* column = new QGridLayout(pane);
        column->setContentsMargins(28, 12, 24, 20);
        auto* view = new ChartView(QString::fromStdString(charts[i].id));
        view->show(charts[i]);
        column->addWidget(view);
        const QRect& cell = cells[i];
        grid->addWidget(pane, cell.y(), cell.x(), cell.height(), cell.width());
    }
    for (int column = 0; column < grid->columnCount(); ++column)
        grid->setColumnStretch(column, 1);
    for (int row = 0; row < grid->rowCount(); ++row)
        grid->setRowStretch(row, 1);
    return page;
}

void settle() {
    for (int i = 0; i < 5; ++i)
        QApplication::processEvents();
}

void shoot(QWidget& page, const QString& file, QSize size) {
    page.resize(size);
    page.show();
    settle();
    page.grab().save(file);
}

void printPage(const QString& file) {
    QPdfWriter writer(file);
    writer.setResolution(1200);
    writer.setPageSize(QPageSize(QPageSize::A4));
    QPainter painter(&writer);
    const double point = 1200 / 72.0;
    double y = 0;
    for (const report::Chart& chart : test::sampleCharts()) {
        const double high = 150 * point;
        if (y + high > writer.height()) {
            writer.newPage();
            y = 0;
        }
        paintChart(&painter, QRectF(0, y, 400 * point, high), chart, tokensFor(Scheme::Light), 0.75 * point);
        y += high + 20 * point;
    }
}

/// How long five charts take to show other figures.
void measure(QWidget& page) {
    const auto plots = page.findChildren<ChartPlot*>();
    QElapsedTimer timer;
    timer.start();
    constexpr int kTimes = 20;
    for (int i = 0; i < kTimes; ++i)
        for (ChartPlot* plot : plots) {
            report::Chart chart = plot->chart();
            for (report::ChartBar& bar : chart.bars)
                bar.to *= 0.999;
            for (report::ChartLine& line : chart.lines)
                for (report::ChartPoint& point : line.points)
                    point.y *= 0.999;
            plot->show(chart);
            plot->replot(QCustomPlot::rpImmediateRefresh);
        }
    QTextStream(stdout) << plots.size() << " charts: " << timer.nsecsElapsed() / 1e6 / kTimes << " ms\n";
}

/// What pointer and keyboard leave on a chart, and its table.
void shootStates(const QDir& folder) {
    const auto send = [](QWidget* to, QEvent::Type type, QPointF at, Qt::MouseButtons held) {
        QMouseEvent event(type, at, to->mapToGlobal(at), type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton,
                          held, Qt::NoModifier);
        QApplication::sendEvent(to, &event);
    };
    const auto page = sheet({test::sampleWaterfall(), test::sampleCumulative(), test::sampleWaterfall(),
                             test::sampleConfidence(), test::sampleTornado(), test::sampleHistogram()},
                            {{0, 0, 1, 1}, {1, 0, 1, 1}, {2, 0, 1, 1}, {0, 1, 1, 1}, {1, 1, 1, 1}, {2, 1, 1, 1}});
    page->resize(1500, 720);
    page->show();
    settle();
    const auto plots = page->findChildren<ChartPlot*>();
    const auto bar = [&](int plot, std::size_t at) { return plots[plot]->layoutNow().bars[at].box.center(); };
    send(plots[0], QEvent::MouseMove, bar(0, 8), Qt::NoButton);
    send(plots[1], QEvent::MouseMove, plots[1]->layoutNow().at(14, 90000), Qt::NoButton);
    send(plots[2], QEvent::MouseButtonPress, bar(2, 2), Qt::LeftButton);
    send(plots[2], QEvent::MouseMove, bar(2, 2) + QPointF(15, 0), Qt::LeftButton);
    send(plots[2], QEvent::MouseMove, QPointF(bar(2, 5).x(), bar(2, 2).y()), Qt::LeftButton);
    plots[3]->zoomBy(2.5);
    page->findChildren<ChartView*>()[5]->setTableShown(true);
    Theme::instance().setAlwaysShowFocus(true);
    page->activateWindow();
    plots[4]->setFocus(Qt::TabFocusReason);
    settle();
    page->grab().save(folder.filePath(QStringLiteral("states.png")));
}

} // namespace

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    const QDir folder(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QDir::currentPath());
    Theme& theme = Theme::instance();
    theme.install();
    const auto costs = sheet({test::sampleWaterfall(), test::sampleCumulative(), test::sampleConfidence(),
                              test::sampleTornado(), test::sampleBreakEven()},
                             {{0, 0, 35, 1}, {35, 0, 25, 1}, {0, 1, 20, 1}, {20, 1, 20, 1}, {40, 1, 20, 1}});
    const auto others = sheet({test::sampleHistogram(), test::sampleFrontier(), test::sampleLoss(),
                               test::sampleCompared(), test::sampleTrend(), test::sampleEmpty()},
                              {{0, 0, 1, 1}, {1, 0, 1, 1}, {2, 0, 1, 1}, {0, 1, 1, 1}, {1, 1, 1, 1}, {2, 1, 1, 1}});
    const std::pair<const char*, SchemeChoice> schemes[] = {
        {"light", SchemeChoice::Light}, {"dark", SchemeChoice::Dark}, {"contrast", SchemeChoice::HighContrast}};
    for (const auto& [name, scheme] : schemes) {
        theme.setChoice(scheme);
        const QString look = QString::fromLatin1(name);
        shoot(*costs, folder.filePath(QStringLiteral("costs-%1.png").arg(look)), {1038, 757});
        shoot(*others, folder.filePath(QStringLiteral("others-%1.png").arg(look)), {1200, 720});
    }
    theme.setChoice(SchemeChoice::Light);
    shoot(*costs, folder.filePath(QStringLiteral("costs-small.png")), {760, 520});
    shoot(*others, folder.filePath(QStringLiteral("others-small.png")), {760, 520});
    theme.setTextScale(1.5);
    shoot(*costs, folder.filePath(QStringLiteral("costs-text-150.png")), {1400, 1000});
    theme.setTextScale(1);
    shoot(*costs, folder.filePath(QStringLiteral("costs-light.png")), {1038, 757});
    measure(*costs);
    for (const report::Chart& chart : test::sampleCharts()) {
        ChartView view(QStringLiteral("alone"));
        view.show(chart);
        view.image({480, 300}, 2).save(folder.filePath(QString::fromStdString("image-" + chart.id + ".png")));
        QFile svg(folder.filePath(QString::fromStdString("image-" + chart.id + ".svg")));
        if (svg.open(QIODevice::WriteOnly))
            svg.write(view.svg({480, 300}));
    }
    shootStates(folder);
    printPage(folder.filePath(QStringLiteral("charts.pdf")));
    return 0;
}
