// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Prints what the store costs on a review of 1,000 questions: measure_store [FOLDER]. Not a test; docs/file-format.md
// quotes it.
#include "core/store/project_impl.h"
#include "tests/support/cost_builders.h"
#include "tests/support/store_builders.h"

#include <algorithm>
#include <chrono>
#include <cstdio>

using namespace plumb;
using namespace plumb::testing;

namespace {

using Milliseconds = std::chrono::duration<double, std::milli>;

template <typename Work> double timed(Work work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return Milliseconds(std::chrono::steady_clock::now() - start).count();
}

void print(const char* what, std::vector<double> times) {
    std::sort(times.begin(), times.end());
    std::printf("%-42s median %8.3f ms   p95 %8.3f ms\n", what, times[times.size() / 2],
                times[times.size() * 95 / 100]);
}

review::Answer answerOf(int i, int round) {
    const std::string q = "q" + std::to_string(i);
    review::Answer answer;
    answer.choices[q + "_a"].status = review::ChoiceStatus::Selected;
    answer.choices[q + "_b"].status =
        round % 2 == 0 ? review::ChoiceStatus::Selected : review::ChoiceStatus::NotApplicable;
    answer.note = "Note " + std::to_string(round) + " on question " + q + ", two sentences long. This is the second.";
    return answer;
}

void putAnswers(store::Project& project, int firstRound, const char* what) {
    std::vector<double> times;
    for (int n = 0; n < 200; ++n) {
        const int i = n * 37 % 1000;
        const auto answer = answerOf(i, firstRound + n);
        times.push_back(timed([&] {
            static_cast<void>(project.run("Answer", {}, [&](store::Writer& writer) {
                return writer.putAnswer({"test", "q" + std::to_string(i)}, answer);
            }));
        }));
    }
    print(what, std::move(times));
}

void measureCosts(store::Project& project, std::size_t items) {
    review::Costs costs;
    for (std::size_t i = 0; i < items; ++i) {
        costs.items.push_back(costItem("i" + std::to_string(i)));
        for (int f = 0; f < 7; ++f)
            costs.items.back().fields["field" + std::to_string(f)] =
                f < 6 ? std::to_string(f * 0.37) : R"({"dist":"pert","low":0.2,"mode":0.3,"high":0.5})";
    }
    for (std::size_t m = 0; m < items / 10; ++m)
        costs.measures.push_back(costMeasure("m" + std::to_string(m), {"i" + std::to_string(m * 7)}));
    std::printf("%zu cost items: first time %.3f ms, ", items,
                timed([&] { static_cast<void>(putCosts(project, costs)); }));
    costs.items[items / 2].fields["field3"] = "99";
    std::printf("one field %.3f ms, ", timed([&] { static_cast<void>(putCosts(project, costs)); }));
    std::rotate(costs.items.begin(), costs.items.begin() + std::ssize(costs.items) / 2, costs.items.end());
    std::printf("moved by half %.3f ms, ", timed([&] { static_cast<void>(putCosts(project, costs)); }));
    std::printf("load %.3f ms, ", timed([&] { static_cast<void>(project.loadCosts()); }));
    std::printf("all away %.3f ms, ", timed([&] { static_cast<void>(putCosts(project, {})); }));
    std::printf("undo %.3f ms\n", timed([&] { static_cast<void>(project.undo()); }));
}

} // namespace

int main(int argc, char** argv) {
    const std::filesystem::path folder = argc > 1 ? argv[1] : ".";
    const auto path = folder / "measure.plumb";
    std::filesystem::remove(path);
    World world;
    const auto project = newProject(path, world, 1000);
    static_cast<void>(project->run("Fill", {}, [](store::Writer& writer) -> Result<void> {
        for (int i = 0; i < 1000; ++i)
            PLUMB_CHECK(writer.putAnswer({"test", "q" + std::to_string(i)}, answerOf(i, 0)));
        return {};
    }));
    putAnswers(*project, 1, "putAnswer, durable (synchronous=FULL)");
    std::vector<double> undo, redo, cold, warm, opening, search;
    for (int i = 0; i < 50; ++i)
        undo.push_back(timed([&] { static_cast<void>(project->undo()); }));
    for (int i = 0; i < 50; ++i)
        redo.push_back(timed([&] { static_cast<void>(project->redo()); }));
    print("undo, durable", undo);
    print("redo, durable", redo);
    for (int i = 0; i < 20; ++i)
        warm.push_back(timed([&] { static_cast<void>(project->load()); }));
    std::printf("%-42s        %8.3f ms\n", "first search (builds the index)",
                timed([&] { static_cast<void>(project->search("retrieval", 100)); }));
    for (int i = 0; i < 20; ++i)
        search.push_back(timed([&] { static_cast<void>(project->search("retri 77", 100)); }));
    print("search", search);
    std::printf("%-42s        %8.3f ms\n", "verify", timed([&] { static_cast<void>(project->verify({})); }));
    for (int i = 0; i < 10; ++i) {
        Result<std::unique_ptr<store::Project>> reader;
        opening.push_back(timed([&] { reader = store::Project::open(path, store::OpenMode::ReadOnly, world.env()); }));
        cold.push_back(timed([&] { static_cast<void>((*reader)->load()); }));
    }
    print("open read-only with all checks", opening);
    print("load, first (lens parsed)", cold);
    print("load, again (lens kept)", warm);
    static_cast<void>(static_cast<store::ProjectImpl&>(*project).connection().execute("PRAGMA synchronous=OFF"));
    putAnswers(*project, 1000, "putAnswer without fsync (synchronous=OFF)");
    measureCosts(*project, 50);
    measureCosts(*project, 10'000);
    return 0;
}
