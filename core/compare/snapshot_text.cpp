// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A state as the bytes of a snapshot, and back.
#include "core/base/json.h"
#include "core/base/parallel.h"
#include "core/compare/snapshot_derived.h"
#include "core/compare/take_snapshot.h"

#include <fmt/format.h>
#include <iterator>
#include <utility>

namespace plumb::compare {
namespace {

constexpr std::size_t kMaxMethod = 200;

Error invalid(std::string_view pointer, std::string_view what) {
    review::Faults faults;
    faults.say(std::string(pointer), std::string(what));
    return faults.error();
}

Result<Json> parse(std::string_view bytes) {
    PLUMB_TRY(root, review::parseSnapshotText(bytes));
    const auto format = root.is_object() ? root.find("format") : root.end();
    if (!root.is_object() || format == root.end() || !format->is_string())
        return fail(invalid("/format", "it is no snapshot of a review"));
    if (*format != kSnapshotFormat)
        return fail(
            invalid("/format", fmt::format("its format is \"{}\"; this Plumbline reads \"{}\"",
                                           format->get_ref<const std::string&>().substr(0, 60), kSnapshotFormat)));
    return std::move(root);
}

/// Findings that wait for each other, which no review holds and sums over them could not end.
Result<void> checkNeeds(const review::Review& review) {
    std::vector<std::pair<std::string, std::vector<std::string>>> needs;
    for (const review::Finding& finding : review.findings)
        needs.emplace_back(finding.key, finding.needs);
    if (!score::circleIn(needs).empty())
        return fail(invalid("/review/findings", "findings wait for each other"));
    return {};
}

/// The error with its places below /review.
Error inReview(Error error) {
    if (error.id != "snapshot.invalid")
        return error;
    review::Faults faults;
    for (const Message& message : error.messages)
        faults.say("/review" + message.pointer, message.text);
    return faults.error();
}

struct Head {
    Date day;
    StoredResults stored;
};

Result<Head> readHead(const Json& root) {
    Head head;
    review::Faults faults;
    review::FieldReader reader(root, {}, faults);
    reader.date("day", head.day, review::May::NotBeEmpty);
    reader.object("methods", head.stored, [](auto& io, auto& stored) {
        io.text("cost", stored.costMethod, kMaxMethod);
        io.text("score", stored.scoreMethod, kMaxMethod);
    });
    const auto derived = root.find("derived");
    if (derived == root.end())
        faults.say("/derived", "\"derived\" is missing");
    else
        readDerived(*derived, "/derived", head.stored, faults);
    if (!root.contains("review"))
        faults.say("/review", "\"review\" is missing");
    if (!faults.none())
        return fail(faults.error());
    return head;
}

std::string bytesOf(const State& state, std::string_view derived, std::string_view review) {
    const std::string methods = review::canonicalText({{"cost", kCostMethod}, {"score", state.scoreMethod}});
    std::string bytes;
    bytes.reserve(derived.size() + review.size() + methods.size() + 200);
    fmt::format_to(std::back_inserter(bytes), R"({{"day":"{}","derived":)", toIso(state.day));
    bytes += derived;
    fmt::format_to(std::back_inserter(bytes), R"(,"format":"{}","methods":{},"review":)", kSnapshotFormat, methods);
    bytes += review;
    bytes += '}';
    return bytes;
}

} // namespace

std::string snapshotBytes(const State& state) {
    return bytesOf(state, derivedText(state), review::reviewText(state.review));
}

std::string takeSnapshot(const review::Review& review, Date day) {
    State state;
    std::string derived, text;
    static_cast<void>(inParallel(2, 2, [&](std::size_t piece, std::size_t) {
        if (piece == 1) {
            text = review::reviewText(review);
            return;
        }
        state = figuresOf(review, day);
        derived = derivedText(state);
    }));
    return bytesOf(state, derived, text);
}

StoredResults resultsOf(const State& state) {
    const score::ScopeScore& all = state.scores.overall();
    StoredResults results{
        state.scoreMethod, std::string(kCostMethod), all.score, all.worst, all.best, all.coverage, {}};
    for (const score::QuestionScore& question : state.scores.questions())
        results.questions.emplace(question.key, question.state);
    return results;
}

Result<StoredResults> readStoredResults(std::string_view bytes) {
    PLUMB_TRY(root, parse(bytes));
    PLUMB_TRY(head, readHead(root));
    return std::move(head.stored);
}

Result<ReadSnapshot> readSnapshot(std::string_view bytes, std::string_view name, const review::LensByHash& lensByHash) {
    PLUMB_TRY(root, parse(bytes));
    PLUMB_TRY(head, readHead(root));
    auto review = review::readReview(root["review"], lensByHash);
    if (!review)
        return fail(inReview(std::move(review).error()));
    PLUMB_CHECK(checkNeeds(*review));
    return ReadSnapshot{stateOf(*review, name, head.day), std::move(head.stored)};
}

} // namespace plumb::compare
