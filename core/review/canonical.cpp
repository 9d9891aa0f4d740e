// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/canonical.h"

#include "core/review/canonical_fields.h"
#include "core/review/canonical_writer.h"

#include <algorithm>
#include <fmt/format.h>
#include <limits>
#include <set>
#include <tuple>
#include <utility>

namespace plumb::review {
namespace {

constexpr std::int64_t kMostBytes = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kHighestNumber = 1'000'000'000;
constexpr std::size_t kMostEntries = 1'000'000; ///< of a list without a limit of its own

// --- what is written, in sorted lists without what says nothing ------------------------------------------------------

struct ChoiceEntry {
    std::string id;
    ChoiceAnswer answer;
};
struct AnswerEntry {
    QuestionKey key;
    Answer answer; ///< without its choices
    std::vector<ChoiceEntry> choices;
};
struct LensEntry {
    std::string id, sha256, overlay;
    int position = 0;
};
struct Contents {
    std::vector<LensEntry> lenses;
    std::vector<AnswerEntry> answers;
    Review rest; ///< without lenses and answers
};

template <typename T, typename KeyOf> void sortBy(std::vector<T>& values, KeyOf keyOf) {
    std::stable_sort(values.begin(), values.end(), [&](const T& a, const T& b) { return keyOf(a) < keyOf(b); });
}

template <typename T> void sortAll(std::vector<T>& values) {
    std::sort(values.begin(), values.end());
}

AnswerEntry entryOf(const QuestionKey& key, const Answer& answer) {
    AnswerEntry entry{key, answer, {}};
    for (auto& [id, choice] : entry.answer.choices)
        if (choice != ChoiceAnswer{})
            entry.choices.push_back({id, choice});
    entry.answer.choices.clear();
    return entry;
}

void sortLists(Review& review) {
    sortBy(review.participants, [](const Participant& p) { return std::tie(p.name, p.id); });
    sortBy(review.evidence, [](const Evidence& e) { return std::tie(e.number, e.id); });
    for (Evidence& evidence : review.evidence)
        sortAll(evidence.links);
    sortBy(review.findings, [](const Finding& f) { return std::tie(f.number, f.key); });
    for (Finding& finding : review.findings) {
        sortAll(finding.needs);
        sortAll(finding.evidence);
        sortAll(finding.measures);
        sortAll(finding.practices);
    }
    sortBy(review.events, [](const ReviewEvent& e) { return std::tie(e.date, e.id); });
    for (CostMeasure& measure : review.costs.measures) {
        sortAll(measure.excludes);
        sortAll(measure.prerequisites);
    }
    sortBy(review.costs.prices, [](const Price& p) { return std::tie(p.subject, p.field); });
}

Contents contentsOf(const Review& review) {
    Contents contents;
    for (const ReviewLens& lens : review.lenses)
        contents.lenses.push_back({lens.lens->id, lens.lens->sha256, lens.overlay->sha256, lens.position});
    sortBy(contents.lenses, [](const LensEntry& l) { return std::tie(l.position, l.id); });
    for (const auto& [key, answer] : review.answers)
        if (AnswerEntry entry = entryOf(key, answer); !entry.choices.empty() || entry.answer != Answer{})
            contents.answers.push_back(std::move(entry));
    Review& rest = contents.rest;
    rest.fileId = review.fileId;
    rest.createdAt = review.createdAt;
    rest.workload = review.workload;
    rest.participants = review.participants;
    rest.evidence = review.evidence;
    rest.findings = review.findings;
    rest.planning = review.planning;
    rest.events = review.events;
    rest.costs = review.costs;
    sortLists(rest);
    return contents;
}

// --- each structure once, for writing and reading
// ---------------------------------------------------------------------

constexpr auto kQuestion = [](auto& io, auto& key) {
    io.text("lens", key.lens, kMaxName, May::NotBeEmpty);
    io.text("question", key.question, kMaxName, May::NotBeEmpty);
};

constexpr auto kLens = [](auto& io, auto& lens) {
    io.text("id", lens.id, kMaxName, May::NotBeEmpty);
    io.hash("overlay", lens.overlay);
    io.integer("position", lens.position, 0, 1'000'000);
    io.hash("sha256", lens.sha256, May::NotBeEmpty);
};

constexpr auto kWorkload = [](auto& io, auto& w) {
    io.text("client", w.client, kMaxName);
    io.text("description", w.description, kMaxNote);
    io.text("environment", w.environment, kMaxName);
    io.text("industry", w.industry, kMaxName);
    io.text("name", w.name, kMaxName, May::NotBeEmpty);
    io.text("owner", w.owner, kMaxName);
    io.text("regions", w.regions, kMaxName);
};

constexpr auto kChoice = [](auto& io, auto& choice) {
    io.text("id", choice.id, kMaxName, May::NotBeEmpty);
    io.text("note", choice.answer.note, kMaxNote);
    io.word("reason", choice.answer.reason);
    io.word("status", choice.answer.status);
};

constexpr auto kAnswer = [](auto& io, auto& entry) {
    auto& a = entry.answer;
    kQuestion(io, entry.key);
    io.flag("applicable", a.applicable);
    io.word("basis", a.basis);
    io.list("choices", entry.choices, kMostEntries, kChoice);
    io.word("confidence", a.confidence);
    io.flag("needsVerification", a.needsVerification);
    io.text("note", a.note, kMaxNote);
    io.flag("parked", a.parked);
    io.text("parkedTopic", a.parkedTopic, kMaxNote);
    io.texts("people", a.people, kMaxName);
    io.text("privateNote", a.privateNote, kMaxNote);
    io.word("reason", a.reason);
    io.text("reasonText", a.reasonText, kMaxNote);
    io.text("reconfirm", a.reconfirm, kMaxNote);
};

constexpr auto kParticipant = [](auto& io, auto& p) {
    io.text("id", p.id, kMaxName, May::NotBeEmpty);
    io.text("name", p.name, kMaxName, May::NotBeEmpty);
    io.text("organisation", p.organisation, kMaxName);
    io.text("role", p.role, kMaxName);
};

constexpr auto kEvidenceLink = [](auto& io, auto& link) {
    kQuestion(io, link.question);
    io.text("choice", link.choice, kMaxName);
};

constexpr auto kEvidence = [](auto& io, auto& e) {
    io.instant("addedAt", e.addedAt);
    io.text("addedBy", e.addedBy, kMaxName);
    io.integer("bytes", e.bytes, 0, kMostBytes);
    io.date("date", e.date);
    io.date("expires", e.expires);
    io.text("fileName", e.fileName, kMaxName);
    io.text("id", e.id, kMaxName, May::NotBeEmpty);
    io.word("kind", e.kind);
    io.list("links", e.links, kMostEntries, kEvidenceLink);
    io.text("mediaType", e.mediaType, kMaxName);
    io.integer("number", e.number, 0, kHighestNumber);
    io.hash("sha256", e.sha256);
    io.text("source", e.source, kMaxName);
    io.word("strength", e.strength);
    io.text("text", e.text, kMaxNote);
    io.text("title", e.title, kMaxName);
    io.text("url", e.url, kMaxNote);
};

constexpr auto kRating = [](auto& io, auto& rating) {
    io.integer("impact", rating.impact, 0, 5);
    io.integer("likelihood", rating.likelihood, 0, 5);
};

constexpr auto kLoss = [](auto& io, auto& loss) {
    constexpr double least = std::numeric_limits<double>::denorm_min();
    io.real("p10", loss.p10, least, kMaxMoney);
    io.real("p90", loss.p90, least, kMaxMoney);
    io.real("perYear", loss.perYear, least, kMaxLossesPerYear);
};

constexpr auto kPractice = [](auto& io, auto& practice) {
    kQuestion(io, practice.question);
    io.text("choice", practice.choice, kMaxName, May::NotBeEmpty);
};

constexpr auto kTradeOff = [](auto& io, auto& tradeOff) {
    io.text("framework", tradeOff.framework, kMaxName, May::NotBeEmpty);
    io.flag("helps", tradeOff.helps);
    io.text("note", tradeOff.note, kMaxNote);
};

constexpr auto kFinding = [](auto& io, auto& f) {
    constexpr std::size_t keyBytes = 2 * kMaxName + 1;
    io.text("consequence", f.consequence, kMaxNote);
    io.real("days", f.days, 0, kMaxDays);
    io.text("decidedBy", f.decidedBy, kMaxName);
    io.date("due", f.due);
    io.word("effort", f.effort);
    io.texts("evidence", f.evidence, kMaxName);
    io.text("framework", f.framework, kMaxName);
    io.object("inherent", f.inherent, kRating);
    io.text("key", f.key, keyBytes, May::NotBeEmpty);
    io.text("lens", f.question.lens, kMaxName);
    io.optional("loss", f.loss, kLoss);
    io.texts("measures", f.measures, kMaxMeasure);
    io.texts("needs", f.needs, keyBytes);
    io.integer("number", f.number, 0, kHighestNumber);
    io.text("observation", f.observation, kMaxNote);
    io.text("owner", f.owner, kMaxOwner);
    io.list("practices", f.practices, kMostEntries, kPractice);
    io.integer("progress", f.progress, 0, 100);
    io.text("question", f.question.question, kMaxName);
    io.text("reason", f.reason, kMaxNote);
    io.text("recommendation", f.recommendation, kMaxNote);
    io.object("residual", f.residual, kRating);
    io.severity("severity", f.severity);
    io.word("status", f.status);
    io.text("title", f.title, kMaxFindingTitle);
    io.list("tradeOffs", f.tradeOffs, kMostEntries, kTradeOff);
    io.date("until", f.until);
};

constexpr auto kPlanning = [](auto& io, auto& p) {
    io.integer("cadenceMonths", p.cadenceMonths, 1, kMaxCadence);
    io.real("capacity", p.capacity, std::numeric_limits<double>::denorm_min(), kMaxCapacity);
    io.word("mode", p.mode);
    io.texts("priorities", p.priorities, kMaxName);
    io.date("start", p.start);
};

constexpr auto kEvent = [](auto& io, auto& e) {
    io.date("date", e.date, May::NotBeEmpty);
    io.text("id", e.id, kMaxName, May::NotBeEmpty);
    io.word("kind", e.kind);
    io.text("note", e.note, kMaxNote);
};

constexpr auto kCostItem = [](auto& io, auto& item) {
    io.textMap("fields", item.fields, kMaxCostId, kMaxCostField);
    io.text("id", item.id, kMaxCostId, May::NotBeEmpty);
    io.text("name", item.name, kMaxCostName, May::NotBeEmpty);
    io.text("note", item.note, kMaxNote);
    io.text("type", item.type, kMaxCostId, May::NotBeEmpty);
};

constexpr auto kCostMeasure = [](auto& io, auto& measure) {
    kCostItem(io, measure);
    io.texts("excludes", measure.excludes, kMaxCostId);
    io.texts("items", measure.items, kMaxCostId);
    io.texts("prerequisites", measure.prerequisites, kMaxCostId);
};

constexpr auto kCostScenario = [](auto& io, auto& scenario) {
    io.text("id", scenario.id, kMaxCostId, May::NotBeEmpty);
    io.texts("measures", scenario.measures, kMaxCostId);
    io.text("name", scenario.name, kMaxCostName, May::NotBeEmpty);
};

constexpr auto kCostSettings = [](auto& io, auto& s) {
    io.text("currency", s.currency, 20, May::NotBeEmpty);
    io.real("discountRate", s.discountRate, std::nextafter(-1.0, 0.0), 10);
    io.integer("horizonMonths", s.horizonMonths, 1, 120);
    io.real("hoursPerMonth", s.hoursPerMonth, std::numeric_limits<double>::denorm_min(), 744);
    io.text("scenario", s.scenario, kMaxCostId);
    io.integer("seed", s.seed, 0, kMostBytes);
    io.integer("trials", s.trials, 100, 10'000'000);
};

constexpr auto kPrice = [](auto& io, auto& p) {
    io.real("amount", p.amount, 0, kMaxMoney);
    io.text("currency", p.currency, 20, May::NotBeEmpty);
    io.text("field", p.field, kMaxCostId, May::NotBeEmpty);
    io.text("region", p.region, kMaxCostName);
    io.text("source", p.source, kMaxCostField);
    io.text("subject", p.subject, kMaxCostId, May::NotBeEmpty);
    io.text("unit", p.unit, kMaxCostName);
    io.date("validFrom", p.validFrom);
    io.date("validUntil", p.validUntil);
};

constexpr auto kCosts = [](auto& io, auto& costs) {
    io.list("items", costs.items, kMaxCostItems, kCostItem);
    io.list("measures", costs.measures, kMaxCostMeasures, kCostMeasure);
    io.list("prices", costs.prices, kMaxPrices, kPrice);
    io.list("scenarios", costs.scenarios, kMaxCostScenarios, kCostScenario);
    io.object("settings", costs.settings, kCostSettings);
};

constexpr auto kContents = [](auto& io, auto& contents) {
    auto& r = contents.rest;
    io.list("answers", contents.answers, kMostEntries, kAnswer);
    io.object("costs", r.costs, kCosts);
    io.instant("createdAt", r.createdAt);
    io.list("events", r.events, kMostEntries, kEvent);
    io.list("evidence", r.evidence, kMostEntries, kEvidence);
    io.text("fileId", r.fileId, kMaxName, May::NotBeEmpty);
    io.list("findings", r.findings, kMostEntries, kFinding);
    io.list("lenses", contents.lenses, kMostEntries, kLens);
    io.list("participants", r.participants, kMostEntries, kParticipant);
    io.object("planning", r.planning, kPlanning);
    io.object("workload", r.workload, kWorkload);
};

// --- what the fields alone do not say
// -----------------------------------------------------------------------------------

/// Two entries of a list with the same key.
template <typename T, typename KeyOf>
void checkUnique(const char* list, const std::vector<T>& values, KeyOf keyOf, Faults& faults) {
    std::set<std::decay_t<decltype(keyOf(values.front()))>> seen;
    for (std::size_t i = 0; i < values.size(); ++i)
        if (!seen.insert(keyOf(values[i])).second)
            faults.say(fmt::format("/{}/{}", list, i), "it stands there twice");
}

bool decided(const Finding& f) {
    switch (f.status) {
    case FindingStatus::Accepted:
        return !f.reason.empty() && !f.decidedBy.empty() && f.until.valid();
    case FindingStatus::Transferred:
    case FindingStatus::FalseAlarm:
        return !f.reason.empty();
    default:
        return true;
    }
}

void checkFinding(const Finding& f, const std::string& pointer, Faults& faults) {
    const bool keyFits = f.byHand() ? f.question.question.empty() && f.key.find('/') == std::string::npos
                                    : !f.question.question.empty() && f.key == findingKey(f.question);
    if (!keyFits)
        faults.say(pointer + "/key", "the key is not that of its question");
    if (!decided(f))
        faults.say(pointer + "/status", "who decided, why or until when is missing");
    if (f.loss && f.loss->p10 > f.loss->p90)
        faults.say(pointer + "/loss", "p10 is above p90");
}

void checkWhole(const Contents& contents, Faults& faults) {
    const Review& r = contents.rest;
    const auto byId = [](const auto& one) { return std::string_view(one.id); };
    checkUnique("lenses", contents.lenses, byId, faults);
    checkUnique(
        "answers", contents.answers, [](const AnswerEntry& a) { return a.key; }, faults);
    for (std::size_t i = 0; i < contents.answers.size(); ++i) {
        const std::string choices = fmt::format("answers/{}/choices", i);
        checkUnique(choices.c_str(), contents.answers[i].choices, byId, faults);
    }
    checkUnique("participants", r.participants, byId, faults);
    checkUnique("evidence", r.evidence, byId, faults);
    checkUnique("events", r.events, byId, faults);
    checkUnique(
        "findings", r.findings, [](const Finding& f) { return std::string_view(f.key); }, faults);
    for (std::size_t i = 0; i < r.findings.size(); ++i)
        checkFinding(r.findings[i], fmt::format("/findings/{}", i), faults);
    checkUnique("costs/items", r.costs.items, byId, faults);
    checkUnique("costs/measures", r.costs.measures, byId, faults);
    checkUnique("costs/scenarios", r.costs.scenarios, byId, faults);
    checkUnique(
        "costs/prices", r.costs.prices, [](const Price& p) { return std::pair(p.subject, p.field); }, faults);
}

Result<std::vector<ReviewLens>> lensesOf(const std::vector<LensEntry>& entries, const LensByHash& lensByHash) {
    std::vector<ReviewLens> lenses;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        PLUMB_TRY(found, lensByHash(entries[i].id, entries[i].sha256, entries[i].overlay));
        if (!found.lens || !found.overlay || found.lens->id != entries[i].id) {
            Faults faults;
            faults.say(fmt::format("/lenses/{}", i), "its questionnaire is not there");
            return fail(faults.error());
        }
        lenses.push_back({found.lens, found.overlay, entries[i].position});
    }
    return lenses;
}

} // namespace

Json reviewJson(const Review& review) {
    const Contents contents = contentsOf(review);
    FieldWriter writer;
    kContents(writer, contents);
    return writer.take();
}

std::string reviewText(const Review& review) {
    const Contents contents = contentsOf(review);
    TextWriter writer;
    kContents(writer, contents);
    return writer.take();
}

Result<Review> readReview(const Json& json, const LensByHash& lensByHash) {
    Faults faults;
    Contents contents;
    FieldReader reader(json, {}, faults);
    kContents(reader, contents);
    if (faults.none())
        checkWhole(contents, faults);
    if (!faults.none())
        return fail(faults.error());
    sortLists(contents.rest);
    sortBy(contents.lenses, [](const LensEntry& l) { return std::tie(l.position, l.id); });
    Review review = std::move(contents.rest);
    PLUMB_TRY(lenses, lensesOf(contents.lenses, lensByHash));
    review.lenses = std::move(lenses);
    for (AnswerEntry& entry : contents.answers) {
        for (ChoiceEntry& choice : entry.choices)
            entry.answer.choices.emplace(std::move(choice.id), std::move(choice.answer));
        review.answers.emplace(std::move(entry.key), std::move(entry.answer));
    }
    return review;
}

} // namespace plumb::review
