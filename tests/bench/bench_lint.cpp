// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How long the 23 lenses of the corpus take: lint of parsed lenses (goal: below 5 ms), reading with all A checks, and
// both from the disk (goal: below 80 ms). Each iteration handles all files.
#include "core/base/files.h"
#include "core/base/json.h"
#include "core/lens/explain.h"
#include "core/lens/lint.h"
#include "core/lens/reader.h"

#include <benchmark/benchmark.h>

#include <filesystem>
#include <string>
#include <vector>

namespace {

using namespace plumb;
using namespace plumb::lens;

std::vector<std::filesystem::path> corpusFiles() {
    std::vector<std::filesystem::path> paths;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(PLUMB_SHARED_DIR "/corpus/lenses", error))
        if (entry.path().extension() == ".json" && entry.path().filename() != "EXPECTED_LINT.json")
            paths.push_back(entry.path());
    return paths;
}

std::vector<std::string> corpusTexts() {
    std::vector<std::string> texts;
    for (const auto& path : corpusFiles())
        texts.push_back(readFile(path, 16U << 20).value_or(std::string{}));
    return texts;
}

std::vector<Lens> corpusLenses() {
    std::vector<Lens> lenses;
    for (const auto& text : corpusTexts())
        if (auto read = readLens(text); read.lens)
            lenses.push_back(std::move(*read.lens));
    return lenses;
}

/// False, with the reason in the report, when the corpus is not on this machine.
bool hasCorpus(benchmark::State& state) {
    if (corpusFiles().empty()) {
        state.SkipWithError("the shared corpus is not there");
        return false;
    }
    return true;
}

void lintParsed(benchmark::State& state) {
    if (!hasCorpus(state))
        return;
    const auto lenses = corpusLenses();
    for (auto _ : state)
        for (const auto& lens : lenses)
            benchmark::DoNotOptimize(lint(lens));
}

void parseJsonText(benchmark::State& state) {
    if (!hasCorpus(state))
        return;
    const auto texts = corpusTexts();
    for (auto _ : state)
        for (const auto& text : texts)
            benchmark::DoNotOptimize(parseJson(text));
}

void readParsed(benchmark::State& state) {
    if (!hasCorpus(state))
        return;
    const auto texts = corpusTexts();
    for (auto _ : state)
        for (const auto& text : texts)
            benchmark::DoNotOptimize(readLens(text));
}

void readAndLintFromDisk(benchmark::State& state) {
    if (!hasCorpus(state))
        return;
    const auto paths = corpusFiles();
    for (auto _ : state)
        for (const auto& path : paths)
            if (const auto read = readLens(readFile(path, 16U << 20).value_or(std::string{})); read.lens)
                benchmark::DoNotOptimize(lint(*read.lens));
}

/// Every question with its first choice ticked: about what the window asks for after each key.
void explainEveryQuestion(benchmark::State& state) {
    if (!hasCorpus(state))
        return;
    const auto lenses = corpusLenses();
    for (auto _ : state)
        for (const auto& lens : lenses)
            for (const auto& pillar : lens.pillars)
                for (const auto& question : pillar.questions) {
                    Selection selection;
                    selection.selected.resize(question.choices.size());
                    selection.notApplicable.resize(question.choices.size());
                    selection.selected[0] = true;
                    benchmark::DoNotOptimize(explain(question, selection));
                }
}

BENCHMARK(lintParsed)->Unit(benchmark::kMillisecond);
BENCHMARK(parseJsonText)->Unit(benchmark::kMillisecond);
BENCHMARK(readParsed)->Unit(benchmark::kMillisecond);
BENCHMARK(readAndLintFromDisk)->Unit(benchmark::kMillisecond);
BENCHMARK(explainEveryQuestion)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
