// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/remarks.h"

namespace plumb::compare {
namespace {

/// "a", "a and b", "a, b and c".
std::string listed(const std::vector<std::string>& names) {
    std::string all;
    for (std::size_t i = 0; i < names.size(); ++i)
        all += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
    return all;
}

/// In the middle of a sentence.
std::string named(const State& state) {
    return state.name == "now" ? std::string("the review as it is now") : "\"" + state.name + "\"";
}

std::vector<std::string> missingIn(const review::Review& other, const review::Review& review) {
    std::vector<std::string> names;
    for (const review::ReviewLens& lens : review.lenses)
        if (!other.findLens(lens.lens->id))
            names.push_back(lens.lens->name);
    return names;
}

void remarkOnLenses(std::vector<std::string>& remarks, const State& before, const State& after) {
    const std::vector<std::string> gone = missingIn(after.review, before.review);
    const std::vector<std::string> fresh = missingIn(before.review, after.review);
    if (gone.size() == before.review.lenses.size() && (!gone.empty() || !fresh.empty())) {
        remarks.push_back("The two have no questionnaire in common, so every question is new or retired.");
        return;
    }
    if (!fresh.empty())
        remarks.push_back("Only " + named(after) + " has " + listed(fresh) + ": those questions are new.");
    if (!gone.empty())
        remarks.push_back("Only " + named(before) + " has " + listed(gone) + ": those questions are retired.");
}

void remarkOnScores(std::vector<std::string>& remarks, const State& before, const State& after) {
    if (before.scoreMethod != after.scoreMethod)
        remarks.push_back("The scores were stored by two methods, " + before.scoreMethod + " and " + after.scoreMethod +
                          "; a part of their difference may be the method's.");
    for (const State* state : {&before, &after})
        if (!state->scores.overall().score)
            remarks.push_back("Nothing is answered in " + named(*state) + ", so there is no score to compare.");
}

void remarkOnMoney(std::vector<std::string>& remarks, const State& before, const State& after) {
    if (before.money.empty() != after.money.empty())
        remarks.push_back("Only " + named(before.money.empty() ? after : before) +
                          " has a cost model that can be used, so money is not compared.");
    else if (!before.money.empty() && before.currency != after.currency)
        remarks.push_back("Money is in " + before.currency + " before and in " + after.currency +
                          " after and is not compared.");
}

} // namespace

std::vector<std::string> remarksOn(const State& before, const State& after) {
    std::vector<std::string> remarks;
    if (before.review.workload.name != after.review.workload.name && before.review.fileId != after.review.fileId)
        remarks.push_back("They are reviews of two workloads, " + before.review.workload.name + " and " +
                          after.review.workload.name + ".");
    remarkOnLenses(remarks, before, after);
    remarkOnScores(remarks, before, after);
    remarkOnMoney(remarks, before, after);
    return remarks;
}

} // namespace plumb::compare
