// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/finding_apply.h"

#include "core/cost/types.h"
#include "core/score/score.h"
#include "core/session/names.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace plumb::session {
namespace {

using review::Finding;
using review::FindingStatus;

constexpr std::array<std::string_view, 20> kMeasureTypes{
    "agent-step-budget", "batch-inference", "cheaper-model",     "consolidate",       "distributed-training",
    "enter-provisioned", "factor",          "leave-provisioned", "move-vector-store", "off-peak-training",
    "output-cap",        "pgvector",        "prompt-caching",    "right-size",        "savings-plan",
    "scale-to-zero",     "schedule",        "schedule-endpoint", "spot-training",     "switch-off"};

bool isFrameworkPillar(std::string_view id) noexcept {
    const auto pillars = score::frameworkPillars();
    return std::any_of(pillars.begin(), pillars.end(), [&](const auto& pillar) { return pillar.id == id; });
}

std::string pillarList() {
    std::string out;
    for (const score::FrameworkPillar& pillar : score::frameworkPillars())
        out += (out.empty() ? "" : ", ") + std::string(pillar.id);
    return out;
}

std::ptrdiff_t pillarPlace(std::string_view id) noexcept {
    const auto pillars = score::frameworkPillars();
    return std::find_if(pillars.begin(), pillars.end(), [&](const auto& pillar) { return pillar.id == id; }) -
           pillars.begin();
}

template <typename T> void sortUnique(std::vector<T>& values) {
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

bool isMoney(double value) noexcept {
    return std::isfinite(value) && value > 0.0 && value <= review::kMaxMoney;
}

/// One edit on its way into one record.
class Application {
public:
    Application(const Finding& before, const FindingEdit& edit, const FindingPlace& place)
        : m_edit(edit), m_place(place), m_before(before) {
        m_change.after = before;
    }
    FindingChange run() {
        applyTexts();
        applyKind();
        applyRating(m_edit.inherent, "inherent", m_change.after.inherent);
        applyRating(m_edit.residual, "residual", m_change.after.residual);
        applyWork();
        applyLoss();
        applyLinks();
        applyTradeOffs();
        applyStatus();
        return std::move(m_change);
    }

private:
    void fault(const char* id, std::string_view field, std::string text, std::string fix) {
        m_change.faults.push_back({id, pointer(field), std::move(text), std::move(fix)});
    }
    std::string pointer(std::string_view field) const { return fmt::format("{}/{}", m_place.name, field); }
    void applyText(const std::optional<std::string>& text, std::string_view field, std::size_t most, bool oneLine,
                   std::string& out);
    void applyTexts();
    void applyKind();
    void applyRating(const std::optional<review::Rating>& rating, std::string_view field, review::Rating& out);
    void applyDue();
    void applyWork();
    void applyLoss();
    void applyNeeds();
    void applyLinks();
    void applyPractices();
    void applyTradeOffs();
    void applyStatus();
    void checkDecision();

    const FindingEdit& m_edit;
    const FindingPlace& m_place;
    const Finding& m_before;
    FindingChange m_change;
};

void Application::applyText(const std::optional<std::string>& text, std::string_view field, std::size_t most,
                            bool oneLine, std::string& out) {
    if (!text)
        return;
    out = oneLine ? tidySpaces(*text) : tidySpaces(*text).empty() ? std::string() : *text;
    if (out.size() > most)
        fault("F001", field, fmt::format("The {} is {} bytes long; at most {} are kept.", field, out.size(), most),
              "Shorten it.");
}

void Application::applyTexts() {
    Finding& after = m_change.after;
    applyText(m_edit.title, "title", review::kMaxFindingTitle, true, after.title);
    applyText(m_edit.observation, "observation", review::kMaxNote, false, after.observation);
    applyText(m_edit.consequence, "consequence", review::kMaxNote, false, after.consequence);
    applyText(m_edit.recommendation, "recommendation", review::kMaxNote, false, after.recommendation);
    applyText(m_edit.owner, "owner", review::kMaxOwner, true, after.owner);
    if (after.byHand() && after.title.empty())
        fault("F009", "title", "A finding written by hand needs a title.", "Say in one line what is wrong.");
}

/// Severity and pillar, which a derived finding takes from its question.
void Application::applyKind() {
    Finding& after = m_change.after;
    if (m_edit.severity || m_edit.framework) {
        if (!after.byHand())
            return fault("F010", m_edit.severity ? "severity" : "framework",
                         "Severity and pillar of a finding that comes from a question follow the answers.",
                         "Answer the question, or write a finding of your own.");
        after.severity = m_edit.severity.value_or(after.severity);
        after.framework = m_edit.framework.value_or(after.framework);
    }
    if (m_edit.severity && after.severity == lens::Risk::None)
        fault("F010", "severity", "The severity of a finding is high or medium.", "Say high or medium.");
    if (m_edit.framework && !after.framework.empty() && !isFrameworkPillar(after.framework))
        fault("F008", "framework", fmt::format("There is no framework pillar \"{}\".", shorten(after.framework, 60)),
              "Use one of " + pillarList() + ".");
}

void Application::applyRating(const std::optional<review::Rating>& rating, std::string_view field,
                              review::Rating& out) {
    if (!rating)
        return;
    const auto within = [](int value) { return value >= 1 && value <= 5; };
    if (*rating != review::Rating{} && (!within(rating->likelihood) || !within(rating->impact)))
        return fault("F002", field,
                     fmt::format("Likelihood {} and impact {} are no rating: both go from 1 to 5.", rating->likelihood,
                                 rating->impact),
                     "Give two numbers from 1 to 5, or 0 and 0 to take the rating back.");
    out = *rating;
}

void Application::applyDue() {
    if (!m_edit.due)
        return;
    m_change.after.due = *m_edit.due;
    if (*m_edit.due == Date{})
        return;
    if (!m_edit.due->valid())
        return fault("F003", "due", "The due date is no day of the calendar.", "Write it as 2027-02-28.");
    if (*m_edit.due < m_place.today && *m_edit.due != m_before.due)
        m_change.warnings.push_back({"F101", pointer("due"),
                                     fmt::format("The due date {} has passed already.", toIso(*m_edit.due)),
                                     "Give a later day if the work is still to be done."});
}

void Application::applyWork() {
    Finding& after = m_change.after;
    applyDue();
    after.effort = m_edit.effort.value_or(after.effort);
    if (m_edit.days) {
        after.days = *m_edit.days;
        if (!std::isfinite(after.days) || after.days < 0.0 || after.days > review::kMaxDays)
            fault("F006", "days", fmt::format("Person-days go from 0 to {}.", review::kMaxDays),
                  "Give a number in that range; 0 takes it back.");
    }
    if (m_edit.progress) {
        after.progress = *m_edit.progress;
        if (after.progress < 0 || after.progress > 100)
            fault("F006", "progress", fmt::format("Progress goes from 0 to 100, not {}.", after.progress),
                  "Give a percentage.");
    }
}

void Application::applyLoss() {
    if (!m_edit.loss)
        return;
    m_change.after.loss = *m_edit.loss;
    if (!*m_edit.loss)
        return;
    const review::LossModel& loss = **m_edit.loss;
    if (!(loss.perYear > 0.0 && loss.perYear <= review::kMaxLossesPerYear) || !isMoney(loss.p10) ||
        !isMoney(loss.p90) || loss.p10 > loss.p90)
        fault("F006", "loss",
              "A loss model needs how often a year (more than 0) and two sizes of one event, both more than 0, the "
              "first not above the second.",
              "Write it as PERYEAR:P10:P90, such as 0.5:20000:150000.");
}

void Application::applyNeeds() {
    if (!m_edit.needs)
        return;
    m_change.after.needs = *m_edit.needs;
    sortUnique(m_change.after.needs);
    for (const std::string& key : m_change.after.needs)
        if (key == m_before.key)
            fault("F007", "needs", "A finding can't need itself.", "Take it out of its own prerequisites.");
        else if (!m_place.isFinding(key))
            fault("F008", "needs", fmt::format("There is no finding \"{}\" to wait for.", shorten(key, 60)),
                  "Name a finding of this review.");
}

void Application::applyLinks() {
    applyNeeds();
    applyPractices();
    Finding& after = m_change.after;
    if (m_edit.evidence) {
        after.evidence = *m_edit.evidence;
        sortUnique(after.evidence);
        for (const std::string& id : after.evidence)
            if (!m_place.review.findEvidence(id))
                fault("F008", "evidence", fmt::format("The review has no evidence \"{}\".", shorten(id, 60)),
                      "Attach it first.");
    }
    if (!m_edit.measures)
        return;
    after.measures = *m_edit.measures;
    sortUnique(after.measures);
    const auto knownToOverlay = [&](const std::string& measure) {
        return std::any_of(
            m_place.review.lenses.begin(), m_place.review.lenses.end(), [&](const review::ReviewLens& lens) {
                return std::any_of(lens.overlay->questions.begin(), lens.overlay->questions.end(),
                                   [&](const auto& entry) {
                                       const std::vector<std::string>& known = entry.second.measures;
                                       return std::find(known.begin(), known.end(), measure) != known.end();
                                   });
            });
    };
    for (const std::string& measure : after.measures)
        if (!m_place.review.costs.findMeasure(measure) && !isMeasureType(measure) && !knownToOverlay(measure))
            fault("F008", "measures", fmt::format("There is no cost measure \"{}\".", shorten(measure, 60)),
                  fmt::format("Use the id of a measure of the cost model, or a type such as {}.",
                              fmt::join(kMeasureTypes, ", ")));
}

void Application::applyPractices() {
    if (!m_edit.practices)
        return;
    m_change.after.practices = *m_edit.practices;
    sortUnique(m_change.after.practices);
    for (const review::PracticeRef& practice : m_change.after.practices) {
        const lens::Question* question = m_place.review.findQuestion(practice.question);
        const auto index = question ? question->choiceIndex(practice.choice) : std::nullopt;
        if (!index || question->choices[*index].isNone)
            fault("F008", "practices",
                  fmt::format("There is no practice \"{}/{}/{}\".", shorten(practice.question.lens, 60),
                              shorten(practice.question.question, 60), shorten(practice.choice, 60)),
                  "Name a practice of the review as LENS/QUESTION/CHOICE.");
    }
}

void Application::applyTradeOffs() {
    if (!m_edit.tradeOffs)
        return;
    std::vector<review::TradeOff>& all = m_change.after.tradeOffs;
    all = *m_edit.tradeOffs;
    for (review::TradeOff& one : all) {
        applyText(std::string(one.note), "tradeOffs", review::kMaxName, true, one.note);
        if (!isFrameworkPillar(one.framework))
            fault("F008", "tradeOffs", fmt::format("There is no framework pillar \"{}\".", shorten(one.framework, 60)),
                  "Use one of " + pillarList() + ".");
    }
    std::stable_sort(all.begin(), all.end(), [](const review::TradeOff& a, const review::TradeOff& b) {
        return pillarPlace(a.framework) < pillarPlace(b.framework);
    });
    const auto twice = std::adjacent_find(all.begin(), all.end(),
                                          [](const auto& a, const auto& b) { return a.framework == b.framework; });
    if (twice != all.end())
        fault("F008", "tradeOffs", fmt::format("The pillar \"{}\" is named twice.", shorten(twice->framework, 60)),
              "Give one trade-off a pillar.");
}

void Application::applyStatus() {
    Finding& after = m_change.after;
    after.status = m_edit.status.value_or(after.status);
    if (after.status != m_before.status) {
        after.reason.clear();
        after.decidedBy.clear();
        after.until = Date{};
    }
    applyText(m_edit.reason, "reason", review::kMaxNote, false, after.reason);
    applyText(m_edit.decidedBy, "decidedBy", review::kMaxOwner, true, after.decidedBy);
    after.until = m_edit.until.value_or(after.until);
    if (after.until != Date{} && !after.until.valid())
        fault("F003", "until", "The last day of the acceptance is no day of the calendar.", "Write it as 2027-02-28.");
    if (after.status != FindingStatus::Accepted)
        after.until = Date{};
    checkDecision();
}

void Application::checkDecision() {
    const Finding& after = m_change.after;
    const bool touched = m_edit.status || m_edit.reason || m_edit.decidedBy || m_edit.until;
    if (!touched)
        return;
    if (after.status == FindingStatus::Accepted) {
        if (after.reason.empty())
            fault("F004", "reason", "An accepted risk needs the reason why it is accepted.",
                  "Say why it can stay as it is.");
        if (after.decidedBy.empty())
            fault("F004", "decidedBy", "An accepted risk needs the name of who accepted it.", "Name the person.");
        if (after.until == Date{})
            fault("F004", "until", "An accepted risk needs the last day on which the acceptance holds.",
                  "Give a day; the finding opens again on the day after it.");
        else if ((m_edit.until || m_edit.status) && after.until.valid() && after.until < m_place.today)
            fault("F004", "until", fmt::format("The acceptance would have ended on {} already.", toIso(after.until)),
                  "Give today or a later day.");
    } else if (after.reason.empty() &&
               (after.status == FindingStatus::FalseAlarm || after.status == FindingStatus::Transferred)) {
        fault("F005", "reason",
              after.status == FindingStatus::FalseAlarm ? "A false alarm needs the reason why it is none."
                                                        : "A transferred risk needs the reason why it was handed on.",
              "Say why.");
    }
}

// --- labels ---------------------------------------------------------------------------------------------------------

constexpr std::size_t kValueLetters = 40;

std::string describeStatus(std::string_view name, const Finding& after) {
    switch (after.status) {
    case FindingStatus::Open:
        return fmt::format("Open {} again", name);
    case FindingStatus::InProgress:
        return fmt::format("Start work on {}", name);
    case FindingStatus::Resolved:
        return fmt::format("Resolve {}", name);
    case FindingStatus::Accepted:
        return fmt::format("Accept {} until {}", name, dayInWords(after.until));
    case FindingStatus::Transferred:
        return after.decidedBy.empty()
                   ? fmt::format("Transfer {}", name)
                   : fmt::format("Transfer {} to \"{}\"", name, shorten(after.decidedBy, kValueLetters));
    case FindingStatus::FalseAlarm:
        break;
    }
    return fmt::format("Mark {} as a false alarm", name);
}

std::string setOrClear(std::string_view what, std::string_view name, const std::string& value) {
    return value.empty() ? fmt::format("Clear {} of {}", what, name)
                         : fmt::format("Set {} of {} to {}", what, name, value);
}

std::string quoted(const std::string& text) {
    return text.empty() ? std::string() : fmt::format("\"{}\"", shorten(text, kValueLetters));
}

std::string ratingText(const review::Rating& rating) {
    return rating.given() ? fmt::format("{} x {}", rating.likelihood, rating.impact) : std::string();
}

} // namespace

bool isMeasureType(std::string_view type) noexcept {
    const std::vector<cost::MeasureTypeInfo>& catalog = cost::measureTypes();
    return std::find(kMeasureTypes.begin(), kMeasureTypes.end(), type) != kMeasureTypes.end() ||
           std::any_of(catalog.begin(), catalog.end(), [&](const auto& info) { return info.name == type; });
}

std::string dayInWords(Date day) {
    static constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                              "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    return day.valid() ? fmt::format("{} {} {}", day.day, kMonths[static_cast<std::size_t>(day.month - 1)], day.year)
                       : std::string();
}

FindingChange applyFindingEdit(const Finding& before, const FindingEdit& edit, const FindingPlace& place) {
    return Application(before, edit, place).run();
}

std::string describeFindingChange(std::string_view name, const Finding& before, const Finding& after) {
    if (before.status != after.status)
        return describeStatus(name, after);
    std::vector<std::string> parts; // one label for each thing that changed
    const auto add = [&](bool changed, std::string label) {
        if (changed)
            parts.push_back(std::move(label));
    };
    const auto edited = [&](std::string_view what) { return fmt::format("Edit {} of {}", what, name); };
    add(before.owner != after.owner, setOrClear("owner", name, quoted(after.owner)));
    add(before.due != after.due, setOrClear("due date", name, dayInWords(after.due)));
    add(before.effort != after.effort, setOrClear("effort", name, std::string(review::toText(after.effort))));
    add(before.days != after.days,
        setOrClear("person-days", name, after.days > 0.0 ? fmt::format("{:g}", after.days) : std::string()));
    add(before.progress != after.progress, fmt::format("Set progress of {} to {} %", name, after.progress));
    add(before.inherent != after.inherent, setOrClear("rating", name, ratingText(after.inherent)));
    add(before.residual != after.residual, setOrClear("rating after the fix", name, ratingText(after.residual)));
    add(before.severity != after.severity,
        setOrClear("severity", name, after.severity == lens::Risk::High ? "high" : "medium"));
    add(before.framework != after.framework, setOrClear("pillar", name, after.framework));
    add(before.title != after.title, edited("title"));
    add(before.observation != after.observation, edited("observation"));
    add(before.consequence != after.consequence, edited("consequence"));
    add(before.recommendation != after.recommendation, edited("recommendation"));
    add(before.loss != after.loss, edited("loss model"));
    add(before.needs != after.needs, edited("prerequisites"));
    add(before.evidence != after.evidence, edited("evidence"));
    add(before.measures != after.measures, edited("measures"));
    add(before.practices != after.practices, edited("practices"));
    add(before.tradeOffs != after.tradeOffs, edited("trade-offs"));
    if (before.reason != after.reason || before.decidedBy != after.decidedBy || before.until != after.until)
        parts.push_back(after.status == FindingStatus::Accepted ? describeStatus(name, after) : edited("decision"));
    return parts.empty() ? std::string() : parts.size() == 1 ? parts.front() : fmt::format("Edit {}", name);
}

} // namespace plumb::session
