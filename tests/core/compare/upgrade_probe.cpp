// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Answers every question of one version of a lens by a fixed rule, plans the upgrade to another and prints what becomes
// of the answers, for check_upgrades.py to count again. The rule: question number n (from 0) has its first choice
// ticked; where n is odd its last choice is ticked too; where n is a multiple of 7 it is not applicable instead.
//
// usage: upgrade_probe FROM TO
#include "core/base/json.h"
#include "core/compare/upgrade.h"
#include "core/lens/reader.h"

#include <cstdio>
#include <fstream>
#include <iterator>
#include <set>

using namespace plumb;

namespace {

std::shared_ptr<const lens::Lens> read(const char* path) {
    std::ifstream file(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    auto made = lens::readLensOrFail(bytes, path);
    if (!made) {
        std::fprintf(stderr, "%s: %s\n", path, made.error().text.c_str());
        return nullptr;
    }
    made->id = "lens";
    return std::make_shared<const lens::Lens>(std::move(*made));
}

review::Review answered(const std::shared_ptr<const lens::Lens>& lens) {
    review::Review review;
    review.lenses.push_back({lens, std::make_shared<const lens::Overlay>(), 0});
    std::size_t number = 0;
    std::set<std::string> seen;
    for (const lens::Pillar& pillar : lens->pillars)
        for (const lens::Question& question : pillar.questions) {
            if (!seen.insert(question.id).second)
                continue;
            review::Answer& answer = review.answers[{"lens", question.id}];
            if (number % 7 == 0)
                answer.applicable = false;
            else {
                answer.choices[question.choices.front().id].status = review::ChoiceStatus::Selected;
                if (number % 2 == 1)
                    answer.choices[question.choices.back().id].status = review::ChoiceStatus::Selected;
            }
            ++number;
        }
    return review;
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 3)
        return 2;
    const auto from = read(argv[1]), to = read(argv[2]);
    if (!from || !to)
        return 1;
    const compare::UpgradePlan plan = compare::planUpgrade(answered(from), "lens", *to, {});
    Json out{{"carried", plan.carried}};
    out["reconfirm"] = Json::array();
    for (const auto& each : plan.reconfirm)
        out["reconfirm"].push_back(each.question);
    out["dropped"] = Json::array();
    for (const auto& each : plan.dropped)
        out["dropped"].push_back(each.question + "/" + each.choice);
    out["answers"] = Json::object();
    for (const auto& [id, answer] : plan.answers) {
        Json ticks = Json::array();
        for (const auto& [choice, how] : answer.choices)
            ticks.push_back(choice);
        out["answers"][id] = ticks;
    }
    std::puts(writeJson(out).c_str());
    return 0;
}
