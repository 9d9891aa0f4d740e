// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The shape of the project file: the ladder of frozen steps, what sqlite_schema must hold at a version, and the climb
// of an older file. What each table means is in docs/file-format.md.
#pragma once

#include "core/base/result.h"
#include "core/store/database.h"
#include "core/store/project.h"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace plumb::store {

/// A step of the ladder: SQL that takes a file of version toVersion - 1 to toVersion. Frozen text, never built from
/// constants of today.
struct Step {
    int toVersion = 0;
    std::string_view sql;
};

extern const std::string_view kSchemaStep1, kSchemaStep2, kSchemaStep3, kSchemaStep4;

/// The released steps, from version 1 up to kSchemaVersion without a gap.
[[nodiscard]] std::span<const Step> ladder() noexcept;

/// Version that a ladder leads to.
[[nodiscard]] int topOf(std::span<const Step> steps) noexcept;

/// A table whose rows take part in the history: the order is that in which rows can be inserted one table after the
/// other.
struct ContentTable {
    Table table;
    const char* name;
    const char* columns; ///< comma separated, in schema order
    const char* key;     ///< its primary key columns, comma separated
    int since = 1;       ///< the schema version that brought it
};
inline constexpr std::array<ContentTable, 29> kContentTables{{
    {Table::Workload, "workload", "id,name,client,owner,description,environment,industry,regions", "id"},
    {Table::Lens, "lens", "lens_id,name,sha256,overlay_sha256,position", "lens_id"},
    {Table::Participant, "participant", "id,name,role,organisation", "id"},
    {Table::Answer, "answer",
     "lens_id,question_id,applicable,reason,reason_text,note,private_note,confidence,basis,needs_verification,parked,"
     "parked_topic",
     "lens_id,question_id"},
    {Table::ChoiceAnswer, "choice_answer", "lens_id,question_id,choice_id,status,reason,note",
     "lens_id,question_id,choice_id"},
    {Table::AnswerPerson, "answer_person", "lens_id,question_id,participant_id,position",
     "lens_id,question_id,participant_id"},
    {Table::Evidence, "evidence",
     "id,number,kind,title,source,url,text,file_name,media_type,date,expires,strength,sha256,bytes,added_at,added_by",
     "id"},
    {Table::EvidenceLink, "evidence_link", "evidence_id,lens_id,question_id,choice_id",
     "evidence_id,lens_id,question_id,choice_id"},
    {Table::Finding, "finding",
     "key,number,lens_id,question_id,title,observation,consequence,recommendation,severity,framework,likelihood,impact,"
     "residual_likelihood,residual_impact,owner,due,effort,days,progress,status,reason,decided_by,until,loss_per_year,"
     "loss_p10,loss_p90",
     "key", 2},
    {Table::FindingNeed, "finding_need", "finding_key,needs_key", "finding_key,needs_key", 2},
    {Table::FindingEvidence, "finding_evidence", "finding_key,evidence_id", "finding_key,evidence_id", 2},
    {Table::FindingMeasure, "finding_measure", "finding_key,measure", "finding_key,measure", 2},
    {Table::FindingPractice, "finding_practice", "finding_key,lens_id,question_id,choice_id",
     "finding_key,lens_id,question_id,choice_id", 2},
    {Table::FindingTradeOff, "finding_trade_off", "finding_key,framework,helps,note", "finding_key,framework", 2},
    {Table::Planning, "planning", "id,mode,capacity,start,cadence_months", "id", 2},
    {Table::Priority, "priority", "framework,rank", "framework", 2},
    {Table::ReviewEvent, "review_event", "id,kind,date,note", "id", 2},
    {Table::CostSettings, "cost_settings",
     "id,hours_per_month,horizon_months,discount_rate,currency,trials,seed,scenario", "id", 3},
    {Table::CostItem, "cost_item", "id,position,name,type,note", "id", 3},
    {Table::CostItemField, "cost_item_field", "item_id,field,value", "item_id,field", 3},
    {Table::CostMeasure, "cost_measure", "id,position,name,type,note", "id", 3},
    {Table::CostMeasureField, "cost_measure_field", "measure_id,field,value", "measure_id,field", 3},
    {Table::CostMeasureItem, "cost_measure_item", "measure_id,item_id,position", "measure_id,item_id", 3},
    {Table::CostMeasureLink, "cost_measure_link", "measure_id,kind,other_id", "measure_id,kind,other_id", 3},
    {Table::CostScenario, "cost_scenario", "id,position,name", "id", 3},
    {Table::CostScenarioMeasure, "cost_scenario_measure", "scenario_id,measure_id,position", "scenario_id,measure_id",
     3},
    {Table::CostPrice, "cost_price", "subject,field,unit,amount,currency,region,source,valid_from,valid_until",
     "subject,field", 3},
    {Table::Snapshot, "snapshot", "id,name,note,time,author,sha256,bytes,score_method,cost_method", "id", 4},
    {Table::Reconfirm, "reconfirm", "lens_id,question_id,why", "lens_id,question_id", 4},
}};

/// Null when it is not one of the content tables.
[[nodiscard]] std::optional<Table> contentTable(std::string_view name) noexcept;

/// One row of sqlite_schema, with white space of the SQL made even.
struct SchemaObject {
    std::string type, name, table, sql;
    friend auto operator<=>(const SchemaObject&, const SchemaObject&) = default;
};
/// Sorted by type and name.
[[nodiscard]] Result<std::vector<SchemaObject>> schemaOf(Database& database);
/// What a file of `version` holds, by climbing in memory.
[[nodiscard]] Result<std::vector<SchemaObject>> expectedSchema(std::span<const Step> steps, int version);

/// Runs the steps above `from`, one transaction each, with foreign_key_check before each commit. On an error the file
/// stands at the version the last whole step led to.
[[nodiscard]] Result<void> climb(Database& database, std::span<const Step> steps, int from);

} // namespace plumb::store
