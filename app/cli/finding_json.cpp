// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/finding_json.h"

#include "app/cli/json_values.h"

#include <fmt/format.h>

namespace plumb::cli {
namespace {

Json ratingJson(const review::Rating& rating) {
    return {{"likelihood", rating.likelihood}, {"impact", rating.impact}};
}

Json dateJson(Date date) {
    return date.valid() ? Json(toIso(date)) : Json(nullptr);
}

Json practicesJson(const std::vector<review::PracticeRef>& practices) {
    Json out = Json::array();
    for (const review::PracticeRef& practice : practices)
        out.push_back(toText(practice));
    return out;
}

Json lossJson(const score::YearlyLoss& loss) {
    return {{"mean", loss.mean}, {"p10", loss.p10}, {"p50", loss.p50}, {"p90", loss.p90}};
}

/// Which of the texts a person wrote.
Json writtenJson(const score::Finding& f) {
    Json out = Json::array();
    for (const auto& [own, name] :
         {std::pair{f.ownTitle, "title"}, std::pair{f.ownObservation, "observation"},
          std::pair{f.ownConsequence, "consequence"}, std::pair{f.ownRecommendation, "recommendation"}})
        if (own)
            out.push_back(name);
    return out;
}

Json reasonsJson(const std::vector<score::Reason>& reasons) {
    Json out = Json::array();
    for (const score::Reason& reason : reasons)
        out.push_back({{"kind", score::toText(reason.kind)},
                       {"other", reason.other},
                       {"day", dateJson(reason.day)},
                       {"text", reason.text}});
    return out;
}

Json itemJson(const score::PlanItem& item, std::size_t periods) {
    const bool inside = item.period >= 0 && static_cast<std::size_t>(item.period) < periods;
    return {{"key", item.key},
            {"code", item.number > 0 ? review::findingCode(item.number) : item.key},
            {"title", item.title},
            {"owner", item.owner},
            {"severity", lens::toText(item.severity)},
            {"status", review::toText(item.status)},
            {"practices", practicesJson(item.practices)},
            {"effort", review::toText(item.effort)},
            {"days", item.days},
            {"penalty", item.penalty},
            {"scoreGain", item.scoreGain},
            {"monthlySaving", item.monthlySaving},
            {"avoidedLoss", item.avoidedLoss},
            {"value", item.value},
            {"valuePerDay", item.perDay},
            {"quickWin", item.quickWin},
            {"rank", item.rank},
            {"order", item.order},
            {"period", inside ? Json(item.period) : Json(nullptr)},
            {"from", dateJson(item.from)},
            {"to", dateJson(item.to)},
            {"needs", item.needs},
            {"reasons", reasonsJson(item.reasons)},
            {"tradeOffs", item.tradeOffWords}};
}

} // namespace

Json toJson(const score::Finding& f) {
    Json tradeOffs = Json::array();
    for (const review::TradeOff& one : f.tradeOffs)
        tradeOffs.push_back({{"framework", one.framework}, {"helps", one.helps}, {"note", one.note}});
    return {{"key", f.key},
            {"code", codeOf(f)},
            {"number", f.number},
            {"lens", f.question.lens},
            {"question", f.question.question},
            {"byHand", f.byHand},
            {"pillar", f.pillar},
            {"framework", f.framework},
            {"title", f.title},
            {"observation", f.observation},
            {"consequence", f.consequence},
            {"recommendation", f.recommendation},
            {"written", writtenJson(f)},
            {"severity", lens::toText(f.severity)},
            {"risk", lens::toText(f.state)},
            {"status", review::toText(f.status)},
            {"open", f.open},
            {"closedByAnswers", f.closedByAnswers},
            {"contradicted", f.contradicted},
            {"expired", f.expired},
            {"overdue", f.overdue},
            {"inherent", ratingJson(f.inherent)},
            {"residual", ratingJson(f.residual)},
            {"rating", f.rating},
            {"residualRating", f.residualRating},
            {"band", score::toText(f.band)},
            {"owner", f.owner},
            {"due", dateJson(f.due)},
            {"until", dateJson(f.until)},
            {"reason", f.reason},
            {"decidedBy", f.decidedBy},
            {"effort", review::toText(f.effort)},
            {"days", f.days},
            {"progress", f.progress},
            {"penalty", f.penalty},
            {"scoreGain", f.scoreGain},
            {"monthlySaving", f.monthlySaving},
            {"yearlyLoss", lossJson(f.loss)},
            {"practices", practicesJson(f.toClose)},
            {"needs", f.needs},
            {"evidence", f.evidence},
            {"measures", f.measures},
            {"tradeOffs", std::move(tradeOffs)}};
}

Json toJson(const score::Plan& plan, const review::Planning& planning) {
    Json items = Json::array(), periods = Json::array();
    for (const score::PlanItem& item : plan.items)
        items.push_back(itemJson(item, plan.periods.size()));
    for (const score::Period& period : plan.periods)
        periods.push_back({{"name", period.name},
                           {"from", dateJson(period.from)},
                           {"to", dateJson(period.to)},
                           {"capacity", period.capacity > 0.0 ? Json(period.capacity) : Json(nullptr)},
                           {"used", period.used}});
    return {{"mode", review::toText(planning.mode)},
            {"capacity", planning.capacity},
            {"start", dateJson(planning.start)},
            {"priorities", planning.priorities},
            {"items", std::move(items)},
            {"periods", std::move(periods)},
            {"proof", {{"objective", plan.proof.objective}, {"bound", plan.proof.bound}, {"gap", plan.proof.gap()}}},
            {"before", toJson(plan.before)},
            {"after", toJson(plan.after)},
            {"counts",
             {{"highBefore", plan.highBefore},
              {"highAfter", plan.highAfter},
              {"mediumBefore", plan.mediumBefore},
              {"mediumAfter", plan.mediumAfter}}},
            {"monthlySaving", plan.monthlySaving},
            {"readinessAfter", toJson(plan.readinessAfter)}};
}

Json toJson(const score::Cadence& cadence) {
    const char* reason = cadence.reason == score::Cadence::Reason::Time          ? "time"
                         : cadence.reason == score::Cadence::Reason::ModelUpdate ? "model update"
                                                                                 : "data change";
    return {{"due", dateJson(cadence.due)}, {"reason", reason},
            {"text", cadence.text},         {"lastReview", dateJson(cadence.lastReview)},
            {"held", cadence.held},         {"overdue", cadence.overdue},
            {"daysLeft", cadence.daysLeft}, {"event", cadence.event}};
}

Json toJson(const review::ReviewEvent& event) {
    return {{"id", event.id}, {"kind", review::toText(event.kind)}, {"date", toIso(event.date)}, {"note", event.note}};
}

std::string_view toText(score::Readiness::Sign::Status status) noexcept {
    switch (status) {
    case score::Readiness::Sign::Status::InPlace:
        return "in place";
    case score::Readiness::Sign::Status::Partly:
        return "partly";
    case score::Readiness::Sign::Status::Missing:
        return "missing";
    case score::Readiness::Sign::Status::Unanswered:
        break;
    }
    return "unanswered";
}

Json toJson(const score::Readiness& readiness) {
    Json signs = Json::array();
    for (const score::Readiness::Sign& sign : readiness.signs)
        signs.push_back({{"id", sign.id},
                         {"name", sign.name},
                         {"question", sign.question},
                         {"status", toText(sign.status)},
                         {"missing", sign.missing}});
    return {{"verdict", score::toText(readiness.verdict)}, {"lens", readiness.lens}, {"signs", std::move(signs)}};
}

std::string toText(const review::PracticeRef& practice) {
    return practice.question.lens + "/" + practice.question.question + "/" + practice.choice;
}

std::string codeOf(const score::Finding& finding) {
    return finding.number > 0 ? review::findingCode(finding.number) : finding.key;
}

std::string cadenceLine(const score::Cadence& cadence) {
    return fmt::format("Next review: {}{}. {}", toIso(cadence.due), cadence.overdue ? ", overdue" : "", cadence.text);
}

std::string effortText(lens::Effort effort, double days) {
    const std::string_view letter = review::toText(effort);
    return fmt::format("{}{}{:g} d", letter, letter.empty() ? "" : ", ", days);
}

} // namespace plumb::cli
