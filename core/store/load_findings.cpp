// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Findings with their links, the planning and the events, from rows to values.
#include "core/store/load.h"
#include "core/store/needs.h"
#include "core/store/row_reader.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>

namespace plumb::store {
namespace {

using ByKey = std::map<std::string_view, review::Finding*>;

constexpr std::array<std::string_view, 6> kFrameworkOrder{
    "operationalExcellence", "security", "reliability", "performance", "costOptimization", "sustainability"};

std::ptrdiff_t frameworkRank(std::string_view id) {
    return std::find(kFrameworkOrder.begin(), kFrameworkOrder.end(), id) - kFrameworkOrder.begin();
}

lens::Risk takeSeverity(RowReader& row, int column) {
    const std::string text = row.text(column);
    for (const lens::Risk risk : {lens::Risk::Medium, lens::Risk::High})
        if (text == lens::toText(risk))
            return risk;
    row.wrong("a word that Plumbline does not know");
    return lens::Risk::High;
}

review::Finding takeFinding(RowReader& row) {
    review::Finding f;
    f.key = row.text(0);
    f.number = row.number(1);
    f.question = {row.text(2), row.text(3)};
    f.title = row.text(4);
    f.observation = row.text(5);
    f.consequence = row.text(6);
    f.recommendation = row.text(7);
    f.severity = takeSeverity(row, 8);
    f.framework = row.text(9);
    f.inherent = {row.number(10), row.number(11)};
    f.residual = {row.number(12), row.number(13)};
    f.owner = row.text(14);
    f.due = row.date(15);
    f.effort = row.word<lens::Effort>(16);
    f.days = row.real(17);
    f.progress = row.number(18);
    f.status = row.word<review::FindingStatus>(19);
    f.reason = row.text(20);
    f.decidedBy = row.text(21);
    f.until = row.date(22);
    if (row.real(23) > 0)
        f.loss = review::LossModel{row.real(23), row.real(24), row.real(25)};
    return f;
}

/// Calls `take` with the finding and the row of each link of `table`, whose first column is the finding's key.
Result<void> eachLink(Database& database, const ByKey& findings, std::string_view table, std::string_view columns,
                      const std::function<void(review::Finding&, RowReader&)>& take) {
    PLUMB_TRY(query, database.query(fmt::format("SELECT finding_key, {} FROM {} ORDER BY 1, 2", columns, table)));
    return eachRow(database, query, table, [&](RowReader& row) {
        const auto it = findings.find(row.text(0));
        if (it != findings.end())
            take(*it->second, row);
    });
}

Result<void> readLinks(Database& database, const ByKey& findings) {
    using review::Finding;
    PLUMB_CHECK(eachLink(database, findings, "finding_need", "needs_key",
                         [](Finding& f, RowReader& row) { f.needs.push_back(row.text(1)); }));
    PLUMB_CHECK(eachLink(database, findings, "finding_evidence", "evidence_id",
                         [](Finding& f, RowReader& row) { f.evidence.push_back(row.text(1)); }));
    PLUMB_CHECK(eachLink(database, findings, "finding_measure", "measure",
                         [](Finding& f, RowReader& row) { f.measures.push_back(row.text(1)); }));
    PLUMB_CHECK(eachLink(database, findings, "finding_practice", "lens_id, question_id, choice_id",
                         [](Finding& f, RowReader& row) {
                             f.practices.push_back({{row.text(1), row.text(2)}, row.text(3)});
                         }));
    PLUMB_CHECK(
        eachLink(database, findings, "finding_trade_off", "framework, helps, note", [](Finding& f, RowReader& row) {
            f.tradeOffs.push_back({row.text(1), row.flag(2), row.text(3)});
        }));
    for (const auto& [key, finding] : findings) {
        std::sort(finding->practices.begin(), finding->practices.end());
        std::stable_sort(finding->tradeOffs.begin(), finding->tradeOffs.end(), [](const auto& a, const auto& b) {
            return frameworkRank(a.framework) < frameworkRank(b.framework);
        });
    }
    return {};
}

} // namespace

Result<std::vector<review::Finding>> readFindings(Database& database) {
    std::vector<review::Finding> findings;
    {
        PLUMB_TRY(query, database.query(
                             "SELECT key, number, lens_id, question_id, title, observation, consequence, "
                             "recommendation, severity, framework, likelihood, impact, residual_likelihood, "
                             "residual_impact, owner, due, effort, days, progress, status, reason, decided_by, until, "
                             "loss_per_year, loss_p10, loss_p90 FROM finding ORDER BY number, key"));
        PLUMB_CHECK(eachRow(database, query, "finding", [&](RowReader& row) { findings.push_back(takeFinding(row)); }));
    }
    ByKey byKey;
    for (review::Finding& finding : findings)
        byKey.emplace(finding.key, &finding);
    PLUMB_CHECK(readLinks(database, byKey));
    PLUMB_TRY(circle, needsInCircle(database));
    if (circle)
        return fail(ErrorKind::Refused, "store.hostile",
                    fmt::format("{} is refused: the findings {} and {} need each other.", quotedName(database.path()),
                                circle->finding, circle->needs),
                    database.path().string(), {"finding_need"});
    return findings;
}

Result<review::Planning> readPlanning(Database& database) {
    review::Planning planning;
    {
        PLUMB_TRY(query, database.query("SELECT mode, capacity, start, cadence_months FROM planning WHERE id = 1"));
        PLUMB_CHECK(eachRow(database, query, "planning", [&](RowReader& row) {
            planning.mode = row.word<review::PlanMode>(0);
            planning.capacity = row.real(1);
            planning.start = row.date(2);
            planning.cadenceMonths = row.number(3);
        }));
    }
    PLUMB_TRY(query, database.query("SELECT framework FROM priority ORDER BY rank, framework"));
    PLUMB_CHECK(
        eachRow(database, query, "priority", [&](RowReader& row) { planning.priorities.push_back(row.text(0)); }));
    return planning;
}

Result<std::vector<review::ReviewEvent>> readEvents(Database& database) {
    std::vector<review::ReviewEvent> events;
    PLUMB_TRY(query, database.query("SELECT id, kind, date, note FROM review_event ORDER BY date, id"));
    PLUMB_CHECK(eachRow(database, query, "review_event", [&](RowReader& row) {
        events.push_back({row.text(0), row.word<review::EventKind>(1), row.date(2), row.text(3)});
    }));
    return events;
}

} // namespace plumb::store
