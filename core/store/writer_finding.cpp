// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of the Writer that stores findings: the row, its number and its links.
#include "core/store/history.h"
#include "core/store/needs.h"
#include "core/store/text_checks.h"
#include "core/store/writer.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <set>

namespace plumb::store {
namespace {

using review::Finding;
using review::FindingStatus;
using review::kMaxName;
using review::kMaxNote;
using Rows = std::set<std::vector<std::string>>;

constexpr int kMaxNumber = 1'000'000'000;
constexpr int kMaxRating = 5;

Result<void> checkTexts(const Finding& f) {
    PLUMB_CHECK(checkText("title of the finding", f.title, review::kMaxFindingTitle));
    PLUMB_CHECK(checkText("observation", f.observation, kMaxNote));
    PLUMB_CHECK(checkText("consequence", f.consequence, kMaxNote));
    PLUMB_CHECK(checkText("recommendation", f.recommendation, kMaxNote));
    PLUMB_CHECK(checkText("framework pillar", f.framework, kMaxName));
    PLUMB_CHECK(checkText("owner", f.owner, review::kMaxOwner));
    PLUMB_CHECK(checkText("reason", f.reason, kMaxNote));
    PLUMB_CHECK(checkText("name of who decided", f.decidedBy, kMaxName));
    for (const std::string& measure : f.measures) {
        PLUMB_CHECK(checkId("cost measure", measure));
        PLUMB_CHECK(checkText("cost measure", measure, review::kMaxMeasure));
    }
    return {};
}

bool isRating(const review::Rating& r) {
    return r.likelihood >= 0 && r.likelihood <= kMaxRating && r.impact >= 0 && r.impact <= kMaxRating;
}

bool isDayOrNone(Date date) {
    return date == Date{} || date.valid();
}

/// Written so that NaN is none.
bool isLoss(const review::LossModel& l) {
    return l.perYear > 0 && l.perYear <= review::kMaxLossesPerYear && l.p10 > 0 && l.p10 <= l.p90 &&
           l.p90 <= review::kMaxMoney;
}

Result<void> checkNumbers(const Finding& f) {
    if (f.severity != lens::Risk::High && f.severity != lens::Risk::Medium)
        return fail(invalidReview("The severity of a finding is neither high nor medium.", f.key));
    if (!isRating(f.inherent) || !isRating(f.residual))
        return fail(invalidReview("Likelihood and impact go from 1 to 5; 0 is not given.", f.key));
    if (!isDayOrNone(f.due) || !isDayOrNone(f.until))
        return fail(invalidReview("A date of the finding is not a day.", f.key));
    if (!(f.days >= 0 && f.days <= review::kMaxDays))
        return fail(invalidReview(fmt::format("The effort goes from 0 to {} person-days.", review::kMaxDays), f.key));
    if (f.progress < 0 || f.progress > 100)
        return fail(invalidReview("The progress goes from 0 to 100 percent.", f.key));
    if (f.loss && !isLoss(*f.loss))
        return fail(invalidReview(fmt::format("A loss model has a frequency above 0 and up to {} a year, and sizes "
                                              "above 0 and up to {}, the smaller one first.",
                                              review::kMaxLossesPerYear, review::kMaxMoney),
                                  f.key));
    return {};
}

Result<void> checkStatus(const Finding& f) {
    const bool accepted = f.status == FindingStatus::Accepted;
    if ((accepted || f.status == FindingStatus::Transferred || f.status == FindingStatus::FalseAlarm) &&
        f.reason.empty())
        return fail(
            invalidReview(fmt::format("A finding that is {} needs a reason.",
                                      f.status == FindingStatus::FalseAlarm ? "a false alarm" : toText(f.status)),
                          f.key));
    if (accepted && f.decidedBy.empty())
        return fail(invalidReview("An accepted risk needs the name of who took the decision.", f.key));
    if (accepted && !f.until.valid())
        return fail(invalidReview("An accepted risk needs the day until which it holds.", f.key));
    return {};
}

Result<void> checkTradeOffs(const Finding& f) {
    std::set<std::string_view> seen;
    for (const review::TradeOff& t : f.tradeOffs) {
        PLUMB_CHECK(checkId("framework pillar of a trade-off", t.framework));
        PLUMB_CHECK(checkText("note of a trade-off", t.note, kMaxNote));
        if (!seen.insert(t.framework).second)
            return fail(invalidReview(fmt::format("Two trade-offs name the pillar \"{}\".", t.framework), t.framework));
    }
    return {};
}

Rows single(const std::vector<std::string>& values) {
    Rows rows;
    for (const std::string& value : values)
        rows.insert({value});
    return rows;
}

} // namespace

Result<void> WriterImpl::checkFindingKey(const Finding& f) {
    if (f.byHand()) {
        PLUMB_CHECK(checkId("key of the finding", f.key));
        if (!f.question.question.empty() || f.key.find('/') != std::string::npos)
            return fail(invalidReview(
                fmt::format("The key \"{}\" of a finding without a question is not an id.", f.key), f.key));
    } else {
        PLUMB_CHECK(question(f.question));
        PLUMB_CHECK(checkId("id of the question", f.question.question));
        if (f.key != review::findingKey(f.question))
            return fail(invalidReview(fmt::format("The key \"{}\" of the finding does not name the question \"{}\".",
                                                  f.key, review::findingKey(f.question)),
                                      f.key));
    }
    // Ids that hold a slash could make one key of two questions.
    PLUMB_TRY(query, m_database.query("SELECT 1 FROM finding WHERE key = ? AND (lens_id <> ? OR question_id <> ?)"));
    PLUMB_TRY(other, query.bind(f.key).bind(f.question.lens).bind(f.question.question).step());
    if (other)
        return fail(invalidReview(fmt::format("The key \"{}\" belongs to another finding.", f.key), f.key));
    return {};
}

Result<void> WriterImpl::checkFindingLinks(const Finding& f) {
    for (const std::string& need : f.needs) {
        PLUMB_TRY(known, exists("SELECT 1 FROM finding WHERE key = ?", need));
        if (!known && need != f.key)
            return fail(invalidReview(fmt::format("The review has no finding \"{}\".", need), need));
        PLUMB_TRY(circle, needsReach(m_database, need, f.key));
        if (circle)
            return fail(invalidReview(
                fmt::format("The finding \"{}\" can't wait for \"{}\", which waits for it.", f.key, need), need));
    }
    for (const std::string& id : f.evidence) {
        PLUMB_TRY(known, exists("SELECT 1 FROM evidence WHERE id = ?", id));
        if (!known)
            return fail(invalidReview(fmt::format("The review has no evidence {}.", id), id));
    }
    for (const review::PracticeRef& practice : f.practices) {
        PLUMB_TRY(question, this->question(practice.question));
        if (!question->choiceIndex(practice.choice))
            return fail(invalidReview(
                fmt::format("The question \"{}\" has no choice \"{}\".", practice.question.question, practice.choice),
                practice.choice));
    }
    return {};
}

Result<void> WriterImpl::checkNumber(const Finding& f) {
    if (f.number == 0)
        return {};
    PLUMB_TRY(query, m_database.query("SELECT 1 FROM finding WHERE number = ? AND key <> ?"));
    PLUMB_TRY(taken, query.bind(f.number).bind(f.key).step());
    if (f.number < 0 || f.number > kMaxNumber || taken)
        return fail(invalidReview(fmt::format("The number {} is taken or out of range.", review::findingCode(f.number)),
                                  f.key));
    return {};
}

Result<void> WriterImpl::checkFinding(const Finding& f) {
    PLUMB_CHECK(checkFindingKey(f));
    PLUMB_CHECK(checkTexts(f));
    PLUMB_CHECK(checkNumbers(f));
    PLUMB_CHECK(checkStatus(f));
    PLUMB_CHECK(checkTradeOffs(f));
    PLUMB_CHECK(checkNumber(f));
    return checkFindingLinks(f);
}

Result<int> WriterImpl::putFinding(const Finding& finding) {
    PLUMB_CHECK(checkFinding(finding));
    auto number = writeFinding(finding);
    if (!number)
        static_cast<void>(watched(fail(number.error())));
    return number;
}

Result<int> nextFindingNumber(Database& database) {
    PLUMB_TRY(stored, metaValue(database, "next_finding"));
    std::int64_t next = 1;
    std::from_chars(stored.data(), stored.data() + stored.size(), next);
    PLUMB_TRY(last, database.integer("SELECT coalesce(max(number), 0) FROM finding"));
    return static_cast<int>(std::clamp<std::int64_t>(std::max(next, last + 1), 1, kMaxNumber + 1));
}

Result<int> WriterImpl::findingNumber(const Finding& finding) {
    PLUMB_TRY(next, nextFindingNumber(m_database));
    std::int64_t number = finding.number;
    if (number == 0) {
        PLUMB_TRY(query, m_database.query("SELECT number FROM finding WHERE key = ?"));
        PLUMB_TRY(row, query.bind(finding.key).step());
        number = row ? query.integer(0) : next;
    }
    if (number > kMaxNumber)
        return fail(invalidReview("There is no number left for a finding.", finding.key));
    if (number >= next)
        PLUMB_CHECK(setMetaValue(m_database, "next_finding", std::to_string(number + 1)));
    return static_cast<int>(number);
}

Result<int> WriterImpl::writeFinding(const Finding& f) {
    PLUMB_TRY(number, findingNumber(f));
    PLUMB_TRY(query,
              m_database.query(
                  "INSERT INTO finding(key, number, lens_id, question_id, title, observation, consequence, "
                  "recommendation, severity, framework, likelihood, impact, residual_likelihood, residual_impact, "
                  "owner, due, effort, days, progress, status, reason, decided_by, until, loss_per_year, loss_p10, "
                  "loss_p90) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                  "ON CONFLICT(key) DO UPDATE SET number = excluded.number, title = excluded.title, "
                  "observation = excluded.observation, consequence = excluded.consequence, "
                  "recommendation = excluded.recommendation, severity = excluded.severity, "
                  "framework = excluded.framework, likelihood = excluded.likelihood, impact = excluded.impact, "
                  "residual_likelihood = excluded.residual_likelihood, residual_impact = excluded.residual_impact, "
                  "owner = excluded.owner, due = excluded.due, effort = excluded.effort, days = excluded.days, "
                  "progress = excluded.progress, status = excluded.status, reason = excluded.reason, "
                  "decided_by = excluded.decided_by, until = excluded.until, "
                  "loss_per_year = excluded.loss_per_year, loss_p10 = excluded.loss_p10, "
                  "loss_p90 = excluded.loss_p90"));
    query.bind(f.key).bind(number).bind(f.question.lens).bind(f.question.question);
    query.bind(f.title).bind(f.observation).bind(f.consequence).bind(f.recommendation);
    query.bind(lens::toText(f.severity)).bind(f.framework);
    query.bind(f.inherent.likelihood).bind(f.inherent.impact).bind(f.residual.likelihood).bind(f.residual.impact);
    query.bind(f.owner).bind(toIso(f.due)).bind(review::toText(f.effort)).bind(f.days).bind(f.progress);
    query.bind(toText(f.status)).bind(f.reason).bind(f.decidedBy).bind(toIso(f.until));
    const review::LossModel loss = f.loss.value_or(review::LossModel{});
    query.bind(loss.perYear).bind(loss.p10).bind(loss.p90);
    PLUMB_CHECK(query.run());
    PLUMB_CHECK(writeFindingLinks(f));
    return number;
}

Result<void> WriterImpl::writeFindingLinks(const Finding& f) {
    PLUMB_CHECK(writeLinkRows("finding_need", "needs_key", f.key, single(f.needs)));
    PLUMB_CHECK(writeLinkRows("finding_evidence", "evidence_id", f.key, single(f.evidence)));
    PLUMB_CHECK(writeLinkRows("finding_measure", "measure", f.key, single(f.measures)));
    Rows practices;
    for (const review::PracticeRef& p : f.practices)
        practices.insert({p.question.lens, p.question.question, p.choice});
    PLUMB_CHECK(writeLinkRows("finding_practice", "lens_id, question_id, choice_id", f.key, practices));
    Rows tradeOffs;
    for (const review::TradeOff& t : f.tradeOffs)
        tradeOffs.insert({t.framework, t.helps ? "1" : "0", t.note});
    return writeLinkRows("finding_trade_off", "framework, helps, note", f.key, tradeOffs);
}

Result<void> WriterImpl::writeLinkRows(std::string_view table, std::string_view columns, std::string_view key,
                                       const std::set<std::vector<std::string>>& now) {
    Rows then;
    std::string marks = "?";
    {
        PLUMB_TRY(query, m_database.query(fmt::format("SELECT {} FROM {} WHERE finding_key = ?", columns, table)));
        for (int i = 0; i < query.columns(); ++i)
            marks += ", ?";
        query.bind(key);
        for (;;) {
            PLUMB_TRY(row, query.step());
            if (!row)
                break;
            std::vector<std::string> values;
            for (int i = 0; i < query.columns(); ++i)
                values.emplace_back(query.text(i));
            then.insert(std::move(values));
        }
    }
    const auto change = [&](const std::string& sql, const std::vector<std::string>& values) -> Result<void> {
        PLUMB_TRY(query, m_database.query(sql));
        query.bind(key);
        for (const std::string& value : values)
            query.bind(value);
        return query.run();
    };
    const std::string remove = fmt::format("DELETE FROM {} WHERE (finding_key, {}) = ({})", table, columns, marks);
    const std::string insert = fmt::format("INSERT INTO {}(finding_key, {}) VALUES({})", table, columns, marks);
    for (const auto& values : then)
        if (!now.contains(values))
            PLUMB_CHECK(change(remove, values));
    for (const auto& values : now)
        if (!then.contains(values))
            PLUMB_CHECK(change(insert, values));
    return {};
}

Result<void> WriterImpl::removeFinding(std::string_view key) {
    for (const std::string_view sql :
         {"DELETE FROM finding_need WHERE finding_key = ?1 OR needs_key = ?1",
          "DELETE FROM finding_evidence WHERE finding_key = ?", "DELETE FROM finding_measure WHERE finding_key = ?",
          "DELETE FROM finding_practice WHERE finding_key = ?", "DELETE FROM finding_trade_off WHERE finding_key = ?",
          "DELETE FROM finding WHERE key = ?"})
        PLUMB_CHECK(watched(removeWhere(sql, key)));
    return {};
}

} // namespace plumb::store
