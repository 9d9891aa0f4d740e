// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A FOCUS bill of 400 MB, made of the 1,000 published sample rows again and again, from file to items and account on
// one thread (goal: at least 1 GB/s and one core). Beside it: the scan alone, gzip, memory at 100 MB against 400 MB,
// and DuckDB's sum by service of the same file (peer_import.mjs, fetched from npm at run time; goal: at least its
// speed). Processor time is measured, so that a busy machine says little wrong.
#include "core/exchange/cost_import.h"
#include "core/exchange/csv_reader.h"

#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

using namespace plumb::exchange;

constexpr std::size_t kLarge = 400'000'000, kSmall = 100'000'000;

/// A folder that goes away at the end.
class TempFolder {
public:
    TempFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "plumb-bench-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr)
            std::exit(1);
        m_path = name;
    }
    ~TempFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    [[nodiscard]] std::string file(const char* name) const { return m_path / name; }

private:
    std::filesystem::path m_path;
};

std::string sampleText() {
    std::ifstream file(PLUMB_SHARED_DIR "/corpus/cost/focus_sample_1.0_1000.csv", std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// The header once and the rows until the size is reached.
void makeBill(const std::string& path, const std::string& sample, std::size_t bytes) {
    std::ofstream file(path, std::ios::binary);
    const std::size_t header = sample.find('\n') + 1;
    file.write(sample.data(), static_cast<std::streamsize>(header));
    for (std::size_t size = header; size < bytes; size += sample.size() - header)
        file.write(sample.data() + header, static_cast<std::streamsize>(sample.size() - header));
}

std::string g_large, g_small;

CostImport ingest(const std::string& path) {
    const auto source = openImport(path);
    if (!source)
        std::exit(1);
    auto result = readCosts(**source, "bill.csv", {});
    if (!result) {
        std::fprintf(stderr, "%s\n", result.error().text.c_str());
        std::exit(1);
    }
    return std::move(*result);
}

void say(benchmark::State& state, const std::string& path) {
    state.SetBytesProcessed(static_cast<std::int64_t>(std::filesystem::file_size(path)) * state.iterations());
}

void fullIngest(benchmark::State& state) {
    CostImport last;
    for (auto _ : state)
        last = ingest(g_large);
    say(state, g_large);
    state.counters["rows"] = static_cast<double>(last.account.rows);
    state.counters["items"] = static_cast<double>(last.items.size());
    state.counters["sum"] = last.account.amount;
}
void scanAlone(benchmark::State& state) {
    std::size_t rows = 0;
    for (auto _ : state) {
        const auto source = openImport(g_large);
        CsvReader csv(**source);
        rows = 0;
        while (*csv.next())
            rows += csv.rows();
    }
    say(state, g_large);
    state.counters["rows"] = static_cast<double>(rows);
}
void scanWithWords(benchmark::State& state) {
    for (auto _ : state) {
        const auto source = openImport(g_large);
        CsvReader csv(**source, portableCsvScan());
        while (*csv.next())
            benchmark::DoNotOptimize(csv.rows());
    }
    say(state, g_large);
}
void readingAlone(benchmark::State& state) {
    std::string block(kCsvBlock, '\0');
    for (auto _ : state) {
        const auto source = openImport(g_large);
        while (*(*source)->read(block) != 0)
            benchmark::DoNotOptimize(block.data());
    }
    say(state, g_large);
}

/// Peak memory of a process of its own that reads a file, in kilobytes.
long peakOf(const std::string& path) {
    const pid_t child = ::fork();
    if (child == 0) {
        benchmark::DoNotOptimize(ingest(path));
        ::_exit(0);
    }
    int status = 0;
    rusage usage{};
    ::wait4(child, &status, 0, &usage);
    return status == 0 ? usage.ru_maxrss : -1;
}

} // namespace

BENCHMARK(fullIngest)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();
BENCHMARK(scanAlone)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();
BENCHMARK(scanWithWords)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();
BENCHMARK(readingAlone)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();

int main(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return 1;
    const std::string sample = sampleText();
    if (sample.empty()) {
        std::fprintf(stderr, "no corpus at %s\n", PLUMB_SHARED_DIR);
        return 1;
    }
    const TempFolder folder;
    g_large = folder.file("large.csv");
    g_small = folder.file("small.csv");
    makeBill(g_large, sample, kLarge);
    makeBill(g_small, sample, kSmall);
    std::printf("peak memory: %ld kB for 100 MB, %ld kB for 400 MB\n", peakOf(g_small), peakOf(g_large));
    std::fflush(stdout);
    if (std::getenv("PLUMB_NO_PEER") == nullptr)
        std::printf("DuckDB: exit code %d\n",
                    std::system(("node " PLUMB_SOURCE_DIR "/tests/bench/peer_import.mjs '" + g_large + "'").c_str()));
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
