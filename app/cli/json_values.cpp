// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/json_values.h"

#include <fmt/format.h>

namespace plumb::cli {
namespace {

template <typename T> Json orNull(const std::optional<T>& value) {
    return value ? Json(*value) : Json(nullptr);
}

} // namespace

Json toJson(const Message& message) {
    return {{"id", message.id}, {"pointer", message.pointer}, {"text", message.text}, {"fix", message.fix}};
}

Json toJson(const std::vector<Message>& messages) {
    Json out = Json::array();
    for (const Message& message : messages)
        out.push_back(toJson(message));
    return out;
}

Json toJson(const Error& error) {
    return {{"error",
             {{"id", error.id}, {"text", error.text}, {"where", error.where}, {"messages", toJson(error.messages)}}}};
}

Json toJson(const score::ScopeScore& score) {
    return {{"score", orNull(score.score)},
            {"worst", score.worst},
            {"best", score.best},
            {"coverage", score.coverage},
            {"label", score.label ? Json(score::toText(*score.label)) : Json(nullptr)},
            {"verified", orNull(score.verified)},
            {"practiceCoverage", orNull(score.practiceCoverage)},
            {"counts",
             {{"questions", score.questions},
              {"applicable", score.applicable},
              {"answered", score.answered},
              {"high", score.high},
              {"medium", score.medium},
              {"none", score.none},
              {"unmatched", score.unmatched},
              {"notApplicable", score.notApplicable}}}};
}

Json toJson(const review::Workload& workload) {
    return {{"name", workload.name},
            {"client", workload.client},
            {"owner", workload.owner},
            {"description", workload.description},
            {"environment", workload.environment},
            {"industry", workload.industry},
            {"regions", workload.regions}};
}

Json toJson(const lens::Lens& lens) {
    return {{"id", lens.id},
            {"name", lens.name},
            {"questions", lens.questionCount()},
            {"choices", lens.choiceCount()},
            {"sha256", lens.sha256}};
}

Json lensesOf(const review::Review& review) {
    Json out = Json::array();
    for (const review::ReviewLens& lens : review.lenses)
        out.push_back(toJson(*lens.lens));
    return out;
}

Json toJson(const review::Evidence& evidence) {
    Json links = Json::array();
    for (const review::EvidenceLink& link : evidence.links)
        links.push_back(toText(link));
    return {{"id", evidence.id},
            {"number", evidence.number},
            {"kind", review::toText(evidence.kind)},
            {"title", evidence.title},
            {"source", evidence.source},
            {"url", evidence.url},
            {"text", evidence.text},
            {"fileName", evidence.fileName},
            {"mediaType", evidence.mediaType},
            {"date", toIso(evidence.date)},
            {"expires", toIso(evidence.expires)},
            {"strength", review::toText(evidence.strength)},
            {"sha256", evidence.sha256},
            {"bytes", evidence.bytes},
            {"addedAt", toIso(evidence.addedAt)},
            {"addedBy", evidence.addedBy},
            {"links", std::move(links)}};
}

Json toJson(const store::CommandRecord& command) {
    return {{"id", command.id},       {"time", toIso(command.time)}, {"author", command.author},
            {"label", command.label}, {"applied", command.applied},  {"parent", command.parent}};
}

std::string toText(const review::EvidenceLink& link) {
    return link.question.lens + "/" + link.question.question + (link.choice.empty() ? "" : "/" + link.choice);
}

std::string evidenceLabel(int number) {
    return fmt::format("E-{:02}", number);
}

} // namespace plumb::cli
