// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Speaks core/score to check_scores.py: reads {"cases": [{"lens": FILE, "overlay": FILE or "", "answers": {...}}]} from
// standard input, writes {"cases": [...]} with every number. A lens file is read once however many cases use it.
#include "core/base/json.h"
#include "core/lens/reader.h"
#include "core/score/score.h"

#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <memory>

using namespace plumb;

namespace {

std::string readAll(std::istream& in) {
    return {std::istreambuf_iterator<char>(in), {}};
}

[[noreturn]] void stop(const Error& error) {
    std::cerr << error.where << ": " << error.text << '\n';
    for (const Message& message : error.messages)
        std::cerr << message.id << ' ' << message.pointer << ' ' << message.text << '\n';
    std::exit(1);
}

template <typename T> Json maybe(const std::optional<T>& value) {
    return value ? Json(*value) : Json();
}

Json toJson(const score::ScopeScore& s) {
    return Json{{"score", maybe(s.score)},
                {"worst", s.worst},
                {"best", s.best},
                {"coverage", s.coverage},
                {"verified", maybe(s.verified)},
                {"practiceCoverage", maybe(s.practiceCoverage)},
                {"label", s.label ? Json(std::string(score::toText(*s.label))) : Json()},
                {"questions", s.questions},
                {"applicable", s.applicable},
                {"answered", s.answered},
                {"high", s.high},
                {"medium", s.medium},
                {"none", s.none},
                {"unmatched", s.unmatched},
                {"notApplicable", s.notApplicable},
                {"worstOpen", std::string(lens::toText(s.worstOpen))}};
}

Json toJson(const score::Readiness& readiness) {
    static constexpr const char* kStatus[] = {"in place", "partly", "missing", "unanswered"};
    Json signs = Json::array();
    for (const auto& sign : readiness.signs)
        signs.push_back(Json{{"id", sign.id}, {"status", kStatus[static_cast<int>(sign.status)]}});
    return Json{{"verdict", std::string(score::toText(readiness.verdict))}, {"signs", std::move(signs)}};
}

review::Answer readAnswer(const Json& json) {
    review::Answer answer;
    answer.applicable = json.value("applicable", true);
    if (!review::fromText(json.value("basis", std::string()), answer.basis))
        answer.basis = review::Basis::Unset;
    if (json.contains("choices"))
        for (const auto& [id, status] : json["choices"].items())
            answer.choices[id].status =
                status == "selected" ? review::ChoiceStatus::Selected : review::ChoiceStatus::NotApplicable;
    return answer;
}

std::shared_ptr<const lens::Lens> readLensFile(const std::string& path) {
    static std::map<std::string, std::shared_ptr<const lens::Lens>> known;
    auto& lens = known[path];
    if (!lens) {
        std::ifstream file(path, std::ios::binary);
        auto read = lens::readLensOrFail(readAll(file), path);
        if (!read)
            stop(read.error());
        lens = std::make_shared<const lens::Lens>(std::move(*read));
    }
    return lens;
}

std::shared_ptr<const lens::Overlay> readOverlayFile(const std::string& path) {
    if (path.empty())
        return std::make_shared<const lens::Overlay>();
    std::ifstream file(path, std::ios::binary);
    auto read = lens::readOverlay(readAll(file));
    if (!read)
        stop(read.error());
    return std::make_shared<const lens::Overlay>(std::move(*read));
}

Json scoreCase(const Json& input) {
    review::Review review;
    const auto lens = readLensFile(input.at("lens").get<std::string>());
    review.lenses.push_back({lens, readOverlayFile(input.value("overlay", std::string())), 0});
    for (const auto& [id, answer] : input.at("answers").items())
        review.answers[QuestionKey{lens->id, id}] = readAnswer(answer);
    score::Scores scores;
    scores.compute(review);
    Json out;
    out["overall"] = toJson(scores.overall());
    out["questions"] = Json::object();
    for (const auto& q : scores.questions())
        out["questions"][q.key.question] = Json{{"risk", std::string(lens::toText(q.state))},
                                                {"worst", std::string(lens::toText(q.worst))},
                                                {"best", std::string(lens::toText(q.best))}};
    out["groups"] = Json::array();
    for (const auto by : {score::GroupBy::Pillar, score::GroupBy::Phase, score::GroupBy::Framework})
        for (const auto& group : scores.groups(review, by))
            out["groups"].push_back(
                Json{{"by", std::string(score::toText(by))}, {"id", group.id}, {"score", toJson(group.score)}});
    out["readiness"] = toJson(scores.readiness(review));
    return out;
}

} // namespace

int main() {
    const auto input = parseJsonOrFail(readAll(std::cin), "standard input", {std::size_t(256) << 20, 100});
    if (!input)
        stop(input.error());
    Json out;
    out["cases"] = Json::array();
    for (const Json& one : input->at("cases"))
        out["cases"].push_back(scoreCase(one));
    std::cout << writeJsonCompact(out) << '\n';
    return 0;
}
