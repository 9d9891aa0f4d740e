// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Findings: what is derived of them, their numbers, and the commands on them.
#include "core/session/finding_apply.h"
#include "core/session/names.h"
#include "core/session/session_impl.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <unordered_set>

namespace plumb::session {
namespace {

using review::Finding;

bool isRisk(lens::State state) noexcept {
    return state == lens::State::High || state == lens::State::Medium;
}

lens::Risk severityOf(lens::State state) noexcept {
    return state == lens::State::High ? lens::Risk::High : lens::Risk::Medium;
}

/// The number in "F-07", "f7" or "7"; 0 when it is no such code.
int numberIn(std::string_view name) noexcept {
    if (!name.empty() && (name.front() == 'F' || name.front() == 'f')) {
        name.remove_prefix(1);
        if (!name.empty() && name.front() == '-')
            name.remove_prefix(1);
    }
    int number = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
    return error == std::errc() && end == name.data() + name.size() && number > 0 ? number : 0;
}

/// One error for all faults: a single one speaks for itself, of several the text counts them.
Error refusal(std::vector<Message> faults, std::vector<std::string> args) {
    const bool unknown = std::all_of(faults.begin(), faults.end(),
                                     [](const Message& fault) { return fault.id == "session.unknownFinding"; });
    Error error{ErrorKind::Usage, unknown ? "session.unknownFinding" : "finding.invalid", {}, {}, std::move(args), {}};
    error.where = faults.front().pointer;
    error.text = faults.size() == 1 ? faults.front().text
                                    : fmt::format("{} things are wrong; nothing was changed. The first: {}",
                                                  faults.size(), faults.front().text);
    error.messages = std::move(faults);
    return error;
}

/// The prerequisites that remain first, so that no circle stands on the way to a state that has none.
Result<void> putChanges(store::Writer& writer, const std::vector<std::pair<Finding, Finding>>& changes) {
    const bool several = std::count_if(changes.begin(), changes.end(), [](const auto& change) {
                             return change.first.needs != change.second.needs;
                         }) > 1;
    if (several)
        for (const auto& [before, after] : changes) {
            Finding kept = after;
            kept.needs.clear();
            std::set_intersection(before.needs.begin(), before.needs.end(), after.needs.begin(), after.needs.end(),
                                  std::back_inserter(kept.needs));
            if (const auto number = writer.putFinding(kept); !number)
                return fail(number.error());
        }
    for (const auto& [before, after] : changes)
        if (const auto number = writer.putFinding(after); !number)
            return fail(number.error());
    return {};
}

} // namespace

// --- derived state
// ------------------------------------------------------------------------------------------------------

Date Session::Impl::today() const {
    return dayOf(env.clock.now());
}

const std::vector<score::Finding>& Session::Impl::currentFindings() {
    const Date day = today();
    if (derived.day != day)
        derived = {day, {}, {}};
    if (!derived.findings) {
        std::vector<score::Finding> all = score::findings(review, scores, day);
        fillSavings(all);
        derived.findings = std::move(all);
    }
    return *derived.findings;
}

const score::Plan& Session::Impl::currentPlan() {
    const std::vector<score::Finding>& findings = currentFindings();
    if (!derived.plan)
        derived.plan = score::makePlan(review, scores, findings, derived.day);
    return *derived.plan;
}

const std::vector<score::Finding>& Session::findings() const {
    return m_impl->currentFindings();
}

const score::Finding* Session::finding(std::string_view key) const {
    const std::vector<score::Finding>& all = m_impl->currentFindings();
    const auto it = std::find_if(all.begin(), all.end(), [&](const score::Finding& one) { return one.key == key; });
    return it == all.end() ? nullptr : &*it;
}

const score::Plan& Session::plan() const {
    return m_impl->currentPlan();
}

score::Cadence Session::cadence() const {
    return score::cadence(m_impl->review, m_impl->today());
}

Date Session::today() const {
    return m_impl->today();
}

// --- numbers
// ------------------------------------------------------------------------------------------------------------

std::vector<Finding> Session::Impl::recordsToPut(const Upcoming& upcoming) const {
    std::unordered_set<std::string_view> stored;
    for (const Finding& record : review.findings)
        stored.insert(record.key);
    std::vector<Finding> records;
    for (const score::QuestionScore& now : scores.questions()) {
        if (now.key.lens == upcoming.withoutLens)
            continue;
        lens::State state = now.state;
        const bool edited = upcoming.answers && upcoming.answers->contains(now.key);
        if (edited) {
            const lens::Question& question = *review.findQuestion(now.key);
            state = lens::evaluate(question, review::toSelection(question, upcoming.answers->at(now.key)));
        }
        if (!isRisk(state))
            continue;
        const std::string key = review::findingKey(now.key);
        if (!stored.contains(key)) {
            Finding record;
            record.key = key;
            record.question = now.key;
            record.severity = severityOf(state);
            records.push_back(std::move(record));
        } else if (const Finding* record = edited ? review.findFinding(key) : nullptr;
                   record && record->severity != severityOf(state)) {
            // What a finding says after its question is closed: the last severity it had.
            records.push_back(*record);
            records.back().severity = severityOf(state);
        }
    }
    return records;
}

void Session::Impl::addRecords(review::Review& target) {
    std::unordered_set<std::string> stored;
    for (const Finding& record : target.findings)
        stored.insert(record.key);
    score::Scores scores;
    scores.compute(target);
    for (const score::QuestionScore& question : scores.questions()) {
        const std::string key = review::findingKey(question.key);
        if (isRisk(question.state) && stored.insert(key).second) {
            Finding record;
            record.key = key;
            record.question = question.key;
            record.severity = severityOf(question.state);
            target.findings.push_back(std::move(record));
        }
    }
}

void Session::Impl::followSeverities(review::Review& target) {
    score::Scores scores;
    scores.compute(target);
    for (Finding& record : target.findings)
        if (const score::QuestionScore* question = record.byHand() ? nullptr : scores.question(record.question);
            question && isRisk(question->state))
            record.severity = severityOf(question->state);
}

// --- looking up
// ---------------------------------------------------------------------------------------------------------

std::optional<Finding> Session::Impl::recordOf(std::string_view key) {
    if (const Finding* record = review.findFinding(key))
        return *record;
    for (const score::Finding& finding : currentFindings())
        if (finding.key == key) {
            Finding record;
            record.key = finding.key;
            record.question = finding.question;
            record.severity = finding.severity;
            return record;
        }
    return std::nullopt;
}

bool Session::Impl::isFinding(std::string_view key) {
    return recordOf(key).has_value();
}

std::string Session::Impl::nameOf(const Finding& record) const {
    return record.number > 0 ? review::findingCode(record.number) : record.question.question;
}

Error Session::Impl::unknownFinding(std::string_view name) {
    std::vector<std::string> known;
    for (const score::Finding& finding : currentFindings())
        known.push_back(finding.byHand ? review::findingCode(finding.number) : finding.key);
    const std::vector<std::string> near = nearestNames(name, known);
    Error error{ErrorKind::Usage, "session.unknownFinding", {}, std::string(name), {std::string(name)}, {}};
    error.text = fmt::format("The review has no finding \"{}\".{}", shorten(name, 60),
                             near.empty() ? " Findings are named as F-07 or LENS/QUESTION." : didYouMean(near));
    error.args.insert(error.args.end(), near.begin(), near.end());
    return error;
}

Result<std::string> Session::findingNamed(std::string_view name) const {
    if (m_impl->isFinding(name))
        return std::string(name);
    if (const int number = numberIn(name); number > 0)
        for (const Finding& record : m_impl->review.findings)
            if (record.number == number)
                return record.key;
    return fail(m_impl->unknownFinding(name));
}

// --- commands
// -----------------------------------------------------------------------------------------------------------

Result<FindingEdits> Session::Impl::planFindings(const std::vector<std::pair<std::string, FindingEdit>>& edits) {
    FindingEdits planned;
    std::vector<Message> faults;
    const auto known = [this](std::string_view key) { return isFinding(key); };
    for (const auto& [key, edit] : edits) {
        const auto of = [&key = key](const auto& change) { return change.first.key == key; };
        auto change = std::find_if(planned.changes.begin(), planned.changes.end(), of);
        if (change == planned.changes.end()) {
            const std::optional<Finding> record = recordOf(key);
            if (!record) {
                const Error unknown = unknownFinding(key);
                faults.push_back({unknown.id, key, unknown.text, {}});
                continue;
            }
            change = planned.changes.insert(planned.changes.end(), {*record, *record});
        }
        FindingChange applied = applyFindingEdit(change->second, edit, {review, today(), nameOf(change->first), known});
        change->second = std::move(applied.after);
        faults.insert(faults.end(), applied.faults.begin(), applied.faults.end());
        planned.warnings.insert(planned.warnings.end(), applied.warnings.begin(), applied.warnings.end());
    }
    std::vector<std::string> circle;
    if (std::any_of(edits.begin(), edits.end(), [](const auto& edit) { return edit.second.needs.has_value(); }))
        circle = circleAfter(planned);
    if (!circle.empty()) {
        std::vector<std::string> names;
        for (const std::string& key : circle)
            names.push_back(nameOf(*recordOf(key)));
        faults.push_back({"F007", names.front() + "/needs",
                          fmt::format("The prerequisites close a circle: {}.", fmt::join(names, " needs ")),
                          "Take one of these prerequisites away."});
    }
    if (!faults.empty())
        return fail(refusal(std::move(faults), std::move(circle)));
    return planned;
}

std::vector<std::string> Session::Impl::circleAfter(const FindingEdits& planned) const {
    std::map<std::string, std::vector<std::string>> needs;
    for (const Finding& record : review.findings)
        needs[record.key] = record.needs;
    for (const auto& [before, after] : planned.changes) {
        needs[after.key] = after.needs;
        std::erase(needs[after.key], after.key); // said already, by a message of its own
    }
    return score::circleIn({needs.begin(), needs.end()});
}

Result<std::vector<Message>> Session::editFindings(const std::vector<std::pair<std::string, FindingEdit>>& edits,
                                                   std::string_view label) {
    PLUMB_CHECK(m_impl->begin());
    PLUMB_TRY(planned, m_impl->planFindings(edits));
    std::erase_if(planned.changes, [](const auto& change) { return change.first == change.second; });
    if (planned.changes.empty())
        return std::move(planned.warnings);
    std::string text(label);
    if (text.empty() && edits.size() == 1)
        text = edits.front().second.label;
    if (text.empty() && planned.changes.size() == 1)
        text = describeFindingChange(m_impl->nameOf(planned.changes.front().first), planned.changes.front().first,
                                     planned.changes.front().second);
    if (text.empty())
        text = fmt::format("Edit {} findings", planned.changes.size());
    const std::string mergeKey = edits.size() == 1 ? edits.front().second.mergeKey : std::string();
    PLUMB_CHECK(m_impl->command(
        text, mergeKey, [&](store::Writer& writer) -> Result<void> { return putChanges(writer, planned.changes); }));
    return std::move(planned.warnings);
}

Result<std::string> Session::addFinding(const FindingEdit& content) {
    PLUMB_CHECK(m_impl->begin());
    Finding empty;
    empty.key = newUuid(m_impl->env.random);
    const FindingChange change = applyFindingEdit(
        empty, content,
        {m_impl->review, m_impl->today(), {}, [this](std::string_view key) { return m_impl->isFinding(key); }});
    if (!change.faults.empty())
        return fail(refusal(change.faults, {}));
    // Those that the command numbers on the way come first.
    PLUMB_TRY(next, m_impl->project->nextFindingNumber());
    std::size_t before = 0;
    for (const Finding& record : m_impl->recordsToPut({}))
        before += record.number == 0 ? 1 : 0;
    const std::string code = review::findingCode(next + static_cast<int>(before));
    PLUMB_CHECK(m_impl->command("Add finding " + code, {}, [&](store::Writer& writer) -> Result<void> {
        const auto number = writer.putFinding(change.after);
        return number ? Result<void>{} : fail(number.error());
    }));
    return change.after.key;
}

Result<void> Session::removeFinding(std::string_view key) {
    PLUMB_CHECK(m_impl->begin());
    const std::optional<Finding> record = m_impl->recordOf(key);
    if (!record)
        return fail(m_impl->unknownFinding(key));
    const std::string name = m_impl->nameOf(*record);
    if (!record->byHand())
        return fail(ErrorKind::Usage, "session.derivedFinding",
                    fmt::format("{} comes from the answers and can't be removed. Answer its question, resolve it, or "
                                "mark it as a false alarm.",
                                name),
                    name, {name});
    return m_impl->command(fmt::format("Remove finding {}: {}", name, shorten(record->title, 48)), {},
                           [&](store::Writer& writer) { return writer.removeFinding(record->key); });
}

} // namespace plumb::session
