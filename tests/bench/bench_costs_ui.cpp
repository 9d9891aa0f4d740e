// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a person waits for at a slider of the Costs place: from its move until the model was simulated anew with 100,000
// trials and every chart in sight is painted. Offscreen, by the raster engine, at 1440x900 (five charts) and 1280x720
// (three).
//
// Target: 50 ms (median).
#include "tests/ui/costs/costs_driver.h"
#include "ui/pages/costs_feed.h"
#include "ui/theme/theme.h"

#include <algorithm>
#include <benchmark/benchmark.h>
#include <chrono>
#include <QApplication>
#include <QSlider>

namespace plumb::bench {
namespace {

using SteadyClock = std::chrono::steady_clock;

/// Counts what is painted in one widget, so that a benchmark that paints nothing is found out.
class PaintCounter final : public QObject {
public:
    int painted = 0;
    bool eventFilter(QObject*, QEvent* event) override {
        painted += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
};

void slide(benchmark::State& state, const QSize& size) {
    review::Costs costs = test::northwindCosts();
    costs.settings.trials = 100'000;
    const QString item = QString::fromStdString(costs.items.front().id);
    test::CostsDriver place(costs, size);
    place.page().editItem(item);
    auto* slider = place.find<QSlider>(QStringLiteral("utilisationSlider"));
    PaintCounter counter;
    place.find(QStringLiteral("waterfallChart"))->installEventFilter(&counter);
    slider->setSliderDown(true);
    std::vector<double> samples;
    int position = 300;
    for ([[maybe_unused]] auto iteration : state) {
        position = position == 300 ? 600 : 300;
        const auto begin = SteadyClock::now();
        slider->setSliderPosition(position);
        while (place.page().feed()->busy())
            QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 1);
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        const double seconds = std::chrono::duration<double>(SteadyClock::now() - begin).count();
        state.SetIterationTime(seconds);
        samples.push_back(seconds * 1000.0);
    }
    slider->setSliderDown(false);
    place.settle();
    if (counter.painted < static_cast<int>(samples.size()))
        state.SkipWithError("the waterfall was not painted each time");
    std::sort(samples.begin(), samples.end());
    state.counters["median_ms"] = samples[samples.size() / 2];
    state.counters["p95_ms"] = samples[samples.size() * 95 / 100];
}

} // namespace

BENCHMARK_CAPTURE(slide, 1440x900, QSize(1364, 848))->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(60);
BENCHMARK_CAPTURE(slide, 1280x720, QSize(1224, 672))->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(60);

} // namespace plumb::bench

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    plumb::ui::Theme::instance().install();
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
