// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/merge_builders.h"

#include "core/store/schema.h"

#include <cstdio>
#include <cstdlib>

namespace plumb::testing {
namespace {

template <typename T> T mustBe(Result<T> result) {
    if (result)
        return std::move(*result);
    std::fprintf(stderr, "%s: %s\n", result.error().id.c_str(), result.error().text.c_str());
    std::abort();
}

} // namespace

TwoCopies::TwoCopies(const std::function<void(store::Project&)>& prepare, int questions) {
    const auto a = folder / "a.plumb", b = folder / "b.plumb";
    ours = newProject(a, world, questions);
    if (prepare)
        prepare(*ours);
    if (const auto copied = ours->copyTo(b, {}); !copied)
        std::abort();
    theirs = mustBe(store::Project::open(b, store::OpenMode::ReadWrite, world.env("Jonas")));
}

void TwoCopies::run(store::Project& project, const std::function<Result<void>(store::Writer&)>& work,
                    std::string_view label) {
    world.clock.advance(60'000);
    mustBe(project.run(label, {}, work));
}

store::MergePlan TwoCopies::plan() const {
    return mustBe(store::planMerge(*ours, *theirs));
}

Result<store::Applied> TwoCopies::merge(std::optional<store::Side> rest,
                                        const std::map<std::string, store::Resolution>& resolutions) const {
    return store::applyMerge(*ours, *theirs, resolutions, rest);
}

std::string told(const store::MergeConflict& conflict) {
    const auto value = [](const std::optional<std::string>& text) { return text.value_or("-"); };
    const auto writing = [](const store::Writing& w) { return " (" + w.author + ": " + w.label + ")"; };
    return conflict.name() + ": " + value(conflict.base) + " | " + value(conflict.ours) + writing(conflict.ourWriting) +
           " | " + value(conflict.theirs) + writing(conflict.theirWriting);
}

std::vector<std::string> told(const store::MergePlan& plan) {
    std::vector<std::string> all;
    for (const store::MergeConflict& conflict : plan.conflicts)
        all.push_back(told(conflict));
    return all;
}

void answer(TwoCopies& copies, store::Project& project, const QuestionKey& key,
            const std::function<void(review::Answer&)>& edit, std::string_view label) {
    review::Answer now = mustBe(project.loadAnswer(key));
    edit(now);
    copies.run(
        project, [&](store::Writer& writer) { return writer.putAnswer(key, now); }, label);
}

std::string taken(const store::MergePlan& plan) {
    std::string text;
    for (const store::ContentTable& table : store::kContentTables)
        if (const auto it = plan.taken.find(table.table); it != plan.taken.end())
            text += (text.empty() ? "" : ", ") + std::string(table.name) + " " + std::to_string(it->second);
    return text;
}

} // namespace plumb::testing
