// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a person waits for in a review of 1,000 questions: from a key press until the answer is on disk, scored and
// painted, and from a key press until the next question is painted. The window is offscreen and painted by the raster
// engine, which is what a slow laptop does as well. "disk" has real fsyncs; "memory" is a file in /dev/shm, so that our
// own work is left.
//
// Targets: 16 ms (median) for both in memory.
#include "tests/ui/models/review_fixture.h"
#include "ui/bridge/action_table.h"
#include "ui/pages/questions_page.h"
#include "ui/theme/theme.h"

#include <algorithm>
#include <benchmark/benchmark.h>
#include <chrono>
#include <filesystem>
#include <QApplication>
#include <QTest>

namespace plumb::bench {
namespace {

using SteadyClock = std::chrono::steady_clock;

/// Counts what is painted below a page, so that a benchmark that paints nothing is found out.
class PaintCounter final : public QObject {
public:
    int painted = 0;
    bool eventFilter(QObject*, QEvent* event) override {
        painted += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
};

/// Value below which the share `p` (0-1) of the samples lies.
double percentile(std::vector<double> samples, double p) {
    std::sort(samples.begin(), samples.end());
    return samples.empty() ? 0.0 : samples[static_cast<std::size_t>(p * static_cast<double>(samples.size() - 1) + 0.5)];
}

std::string placeOf(bool onDisk) {
    const char* folder = std::getenv("PLUMB_BENCH_DIR");
    const std::filesystem::path place =
        onDisk ? std::filesystem::path(folder != nullptr ? folder : PLUMB_BINARY_DIR) / "bench_ui"
               : "/dev/shm/plumb_bench_ui";
    std::error_code ignored;
    std::filesystem::remove_all(place, ignored);
    std::filesystem::create_directories(place);
    return place.string();
}

std::vector<session::LensSource> thousandQuestions() {
    std::vector<session::LensSource> lenses;
    for (int i = 1; i <= 5; ++i) {
        const std::string n = std::to_string(i);
        lenses.push_back(test::makeLens({"lens-" + n, "Lens " + n, "Lens " + n, "L" + n, 10, 20, 6, true, true}));
    }
    return lenses;
}

class Window {
public:
    explicit Window(bool onDisk)
        : m_review(thousandQuestions(), placeOf(onDisk)), m_page(m_review.bridge(), &m_actions, nullptr) {
        m_page.resize(1364, 848);
        m_page.show();
        m_page.activateWindow();
        if (!QTest::qWaitForWindowActive(&m_page))
            qFatal("The window did not become active");
        m_page.findChild<QWidget*>(QStringLiteral("choice1Button"))->installEventFilter(&m_counter);
        paint();
    }
    void press(Qt::Key key) {
        QTest::keyClick(&m_page, key);
        paint();
    }
    [[nodiscard]] int painted() const { return m_counter.painted; }

private:
    /// Everything that is waiting: layout, update requests, painting into the backing store.
    static void paint() {
        QCoreApplication::sendPostedEvents();
        QApplication::processEvents();
    }
    PaintCounter m_counter;
    test::TestReview m_review;
    ui::ActionTable m_actions{nullptr};
    ui::QuestionsPage m_page;
};

void run(benchmark::State& state, bool onDisk, Qt::Key measured, Qt::Key between) {
    Window window(onDisk);
    std::vector<double> samples;
    for ([[maybe_unused]] auto iteration : state) {
        const auto begin = SteadyClock::now();
        window.press(measured);
        const double seconds = std::chrono::duration<double>(SteadyClock::now() - begin).count();
        state.SetIterationTime(seconds);
        samples.push_back(seconds * 1000.0);
        window.press(between);
    }
    if (window.painted() < static_cast<int>(samples.size()))
        state.SkipWithError("answers were not painted");
    state.counters["median_ms"] = percentile(samples, 0.5);
    state.counters["p95_ms"] = percentile(samples, 0.95);
    state.counters["max_ms"] = percentile(samples, 1.0);
}

void answerUi(benchmark::State& state, bool onDisk) {
    run(state, onDisk, Qt::Key_1, Qt::Key_J);
}

void nextQuestion(benchmark::State& state, bool onDisk) {
    run(state, onDisk, Qt::Key_J, Qt::Key_2);
}

} // namespace

BENCHMARK_CAPTURE(answerUi, memory, false)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(300);
BENCHMARK_CAPTURE(answerUi, disk, true)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(200);
BENCHMARK_CAPTURE(nextQuestion, memory, false)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(300);

} // namespace plumb::bench

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    plumb::ui::Theme::instance().install();
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
