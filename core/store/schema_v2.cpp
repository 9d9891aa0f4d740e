// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Step 2 of the ladder: findings, planning and review events. FROZEN once released: never edit this text, add a step.
#include "core/store/schema.h"

namespace plumb::store {

const std::string_view kSchemaStep2 = R"sql(
CREATE TABLE finding(
    key TEXT NOT NULL PRIMARY KEY CHECK(length(key) BETWEEN 1 AND 1001),
    number INTEGER NOT NULL CHECK(number BETWEEN 1 AND 1000000000),
    lens_id TEXT NOT NULL CHECK(length(lens_id) <= 500),
    question_id TEXT NOT NULL CHECK(length(question_id) <= 500),
    title TEXT NOT NULL CHECK(length(title) <= 300),
    observation TEXT NOT NULL CHECK(length(observation) <= 100000),
    consequence TEXT NOT NULL CHECK(length(consequence) <= 100000),
    recommendation TEXT NOT NULL CHECK(length(recommendation) <= 100000),
    severity TEXT NOT NULL CHECK(severity IN ('MEDIUM', 'HIGH')),
    framework TEXT NOT NULL CHECK(length(framework) <= 500),
    likelihood INTEGER NOT NULL CHECK(likelihood BETWEEN 0 AND 5),
    impact INTEGER NOT NULL CHECK(impact BETWEEN 0 AND 5),
    residual_likelihood INTEGER NOT NULL CHECK(residual_likelihood BETWEEN 0 AND 5),
    residual_impact INTEGER NOT NULL CHECK(residual_impact BETWEEN 0 AND 5),
    owner TEXT NOT NULL CHECK(length(owner) <= 200),
    due TEXT NOT NULL CHECK(due = '' OR due GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
    effort TEXT NOT NULL CHECK(effort IN ('', 'S', 'M', 'L')),
    days REAL NOT NULL CHECK(days BETWEEN 0 AND 1000),
    progress INTEGER NOT NULL CHECK(progress BETWEEN 0 AND 100),
    status TEXT NOT NULL CHECK(status IN ('open', 'in progress', 'resolved', 'accepted', 'transferred',
        'false alarm')),
    reason TEXT NOT NULL CHECK(length(reason) <= 100000),
    decided_by TEXT NOT NULL CHECK(length(decided_by) <= 500),
    until TEXT NOT NULL CHECK(until = '' OR until GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
    loss_per_year REAL NOT NULL,
    loss_p10 REAL NOT NULL,
    loss_p90 REAL NOT NULL,
    CHECK(CASE WHEN lens_id = '' THEN question_id = '' AND instr(key, '/') = 0
        ELSE question_id <> '' AND key = lens_id || '/' || question_id END),
    CHECK(status NOT IN ('accepted', 'transferred', 'false alarm') OR reason <> ''),
    CHECK(status <> 'accepted' OR (decided_by <> '' AND until <> '')),
    CHECK(CASE WHEN loss_per_year = 0 THEN loss_p10 = 0 AND loss_p90 = 0
        ELSE loss_per_year > 0 AND loss_per_year <= 1000000 AND loss_p10 > 0 AND loss_p10 <= loss_p90
            AND loss_p90 <= 1000000000000 END)
) STRICT;

CREATE TABLE finding_need(
    finding_key TEXT NOT NULL REFERENCES finding(key),
    needs_key TEXT NOT NULL REFERENCES finding(key),
    PRIMARY KEY(finding_key, needs_key),
    CHECK(finding_key <> needs_key)
) STRICT;

CREATE TABLE finding_evidence(
    finding_key TEXT NOT NULL REFERENCES finding(key),
    evidence_id TEXT NOT NULL REFERENCES evidence(id),
    PRIMARY KEY(finding_key, evidence_id)
) STRICT;

CREATE TABLE finding_measure(
    finding_key TEXT NOT NULL REFERENCES finding(key),
    measure TEXT NOT NULL CHECK(length(measure) BETWEEN 1 AND 200),
    PRIMARY KEY(finding_key, measure)
) STRICT;

CREATE TABLE finding_practice(
    finding_key TEXT NOT NULL REFERENCES finding(key),
    lens_id TEXT NOT NULL REFERENCES lens(lens_id),
    question_id TEXT NOT NULL CHECK(length(question_id) BETWEEN 1 AND 500),
    choice_id TEXT NOT NULL CHECK(length(choice_id) BETWEEN 1 AND 500),
    PRIMARY KEY(finding_key, lens_id, question_id, choice_id)
) STRICT;

CREATE TABLE finding_trade_off(
    finding_key TEXT NOT NULL REFERENCES finding(key),
    framework TEXT NOT NULL CHECK(length(framework) BETWEEN 1 AND 500),
    helps INTEGER NOT NULL CHECK(helps IN (0, 1)),
    note TEXT NOT NULL CHECK(length(note) <= 100000),
    PRIMARY KEY(finding_key, framework)
) STRICT;

CREATE TABLE planning(
    id INTEGER NOT NULL PRIMARY KEY CHECK(id = 1),
    mode TEXT NOT NULL CHECK(mode IN ('days', 'capacity')),
    capacity REAL NOT NULL CHECK(capacity > 0 AND capacity <= 100000),
    start TEXT NOT NULL CHECK(start = '' OR start GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
    cadence_months INTEGER NOT NULL CHECK(cadence_months BETWEEN 1 AND 60)
) STRICT;

CREATE TABLE priority(
    framework TEXT NOT NULL PRIMARY KEY CHECK(length(framework) BETWEEN 1 AND 500),
    rank INTEGER NOT NULL CHECK(rank BETWEEN 0 AND 1000000)
) STRICT;

CREATE TABLE review_event(
    id TEXT NOT NULL PRIMARY KEY CHECK(length(id) BETWEEN 1 AND 500),
    kind TEXT NOT NULL CHECK(kind IN ('review', 'model update', 'data change', 'other')),
    date TEXT NOT NULL CHECK(date GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
    note TEXT NOT NULL CHECK(length(note) <= 100000)
) STRICT;

INSERT INTO meta(key, value) VALUES('next_finding', '1');
)sql";

} // namespace plumb::store
