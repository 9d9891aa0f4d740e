// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/rewrite.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace plumb::session {
namespace {

using review::Finding;
using review::Review;
using store::Writer;

bool sameLens(const review::ReviewLens& a, const review::ReviewLens& b) {
    return a.lens->sha256 == b.lens->sha256 && a.overlay->sha256 == b.overlay->sha256 && a.position == b.position;
}

/// A questionnaire that goes takes all that hangs on its questions along, also findings that `to` has no more.
Result<void> lensesSo(Writer& writer, const Review& from, const Review& to) {
    for (const review::ReviewLens& lens : from.lenses)
        if (!to.findLens(lens.lens->id))
            PLUMB_CHECK(writer.removeLens(lens.lens->id));
    for (const review::ReviewLens& lens : to.lenses) {
        const review::ReviewLens* then = from.findLens(lens.lens->id);
        if (!then || !sameLens(*then, lens))
            PLUMB_CHECK(writer.putLensByHash(lens.lens->id, lens.lens->name, lens.lens->sha256, lens.overlay->sha256,
                                             lens.position));
    }
    return {};
}

Result<void> answersSo(Writer& writer, const Review& from, const Review& to) {
    for (const auto& [key, answer] : from.answers)
        if (!to.answers.contains(key) && to.findLens(key.lens))
            PLUMB_CHECK(writer.putAnswer(key, {}));
    for (const auto& [key, answer] : to.answers)
        if (to.findQuestion(key) && (from.answer(key) != answer || !from.findLens(key.lens)))
            PLUMB_CHECK(writer.putAnswer(key, answer));
    return {};
}

/// For lists of things with an `id`: takes out those that are gone, then puts those that differ.
template <typename T, typename Remove, typename Put>
Result<void> listSo(const std::vector<T>& from, const std::vector<T>& to, const Remove& remove, const Put& put) {
    std::unordered_map<std::string_view, const T*> then;
    std::unordered_set<std::string_view> stays;
    for (const T& one : from)
        then.emplace(one.id, &one);
    for (const T& one : to)
        stays.insert(one.id);
    for (const T& one : from)
        if (!stays.contains(one.id))
            PLUMB_CHECK(remove(one.id));
    for (const T& one : to)
        if (const auto it = then.find(one.id); it == then.end() || *it->second != one)
            PLUMB_CHECK(put(one));
    return {};
}

/// People stay until no answer names them.
Result<void> peopleSo(Writer& writer, const Review& from, const Review& to) {
    const auto keep = [](const std::string&) { return Result<void>{}; };
    return listSo(from.participants, to.participants, keep,
                  [&](const review::Participant& person) { return writer.putParticipant(person); });
}

Result<void> peopleGone(Writer& writer, const Review& from, const Review& to) {
    for (const review::Participant& person : from.participants)
        if (!to.findParticipant(person.id))
            PLUMB_CHECK(writer.removeParticipant(person.id));
    return {};
}

/// What a finding that `from` has must become: a number that another finding gets now has to be free before.
Result<void> findingsSo(Writer& writer, const Review& from, const Review& to) {
    std::unordered_map<std::string_view, const Finding*> then, now;
    for (const Finding& finding : to.findings)
        now.emplace(finding.key, &finding);
    bool removed = std::any_of(from.lenses.begin(), from.lenses.end(),
                               [&](const review::ReviewLens& lens) { return !to.findLens(lens.lens->id); });
    for (const Finding& finding : from.findings) {
        const auto it = now.find(finding.key);
        const bool stays = it != now.end() && (it->second->number == 0 || it->second->number == finding.number);
        if (stays) {
            then.emplace(finding.key, &finding);
            continue;
        }
        PLUMB_CHECK(writer.removeFinding(finding.key));
        removed = removed || it != now.end();
    }
    // Where one goes and comes back under another number, what named it has lost it and is written again.
    std::vector<const Finding*> changed;
    for (const Finding& finding : to.findings)
        if (const auto it = then.find(finding.key); removed || it == then.end() || *it->second != finding)
            changed.push_back(&finding);
    const auto put = [&](const Finding& finding) -> Result<void> {
        if (const auto number = writer.putFinding(finding); !number)
            return fail(number.error());
        return {};
    };
    // First without what they wait for, which may not be there yet or close a circle on the way.
    for (const Finding* finding : changed) {
        Finding bare = *finding;
        bare.needs.clear();
        PLUMB_CHECK(put(bare));
    }
    for (const Finding* finding : changed)
        if (!finding->needs.empty())
            PLUMB_CHECK(put(*finding));
    return {};
}

Result<void> costsSo(Writer& writer, const Review& from, const Review& to) {
    const auto withoutPrices = [](review::Costs costs) {
        costs.prices.clear();
        return costs;
    };
    if (withoutPrices(from.costs) != withoutPrices(to.costs))
        PLUMB_CHECK(writer.putCosts(to.costs));
    if (from.costs.prices != to.costs.prices)
        PLUMB_CHECK(writer.putPrices(to.costs.prices));
    return {};
}

} // namespace

Result<void> makeSo(Writer& writer, const Review& from, const Review& to) {
    if (from.workload != to.workload)
        PLUMB_CHECK(writer.putWorkload(to.workload));
    PLUMB_CHECK(lensesSo(writer, from, to));
    PLUMB_CHECK(peopleSo(writer, from, to));
    PLUMB_CHECK(answersSo(writer, from, to));
    PLUMB_CHECK(listSo(
        from.evidence, to.evidence, [&](const std::string& id) { return writer.removeEvidence(id); },
        [&](const review::Evidence& piece) { return writer.putEvidence(piece); }));
    PLUMB_CHECK(findingsSo(writer, from, to));
    PLUMB_CHECK(peopleGone(writer, from, to));
    if (from.planning != to.planning)
        PLUMB_CHECK(writer.putPlanning(to.planning));
    PLUMB_CHECK(listSo(
        from.events, to.events, [&](const std::string& id) { return writer.removeEvent(id); },
        [&](const review::ReviewEvent& event) { return writer.putEvent(event); }));
    return costsSo(writer, from, to);
}

} // namespace plumb::session
