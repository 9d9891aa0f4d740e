// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Step 3 of the ladder: the cost model and its prices. FROZEN once released: never edit this text, add a step.
#include "core/store/schema.h"

namespace plumb::store {

const std::string_view kSchemaStep3 = R"sql(
CREATE TABLE cost_settings(
    id INTEGER NOT NULL PRIMARY KEY CHECK(id = 1),
    hours_per_month REAL NOT NULL CHECK(hours_per_month > 0 AND hours_per_month <= 744),
    horizon_months INTEGER NOT NULL CHECK(horizon_months BETWEEN 1 AND 120),
    discount_rate REAL NOT NULL CHECK(discount_rate > -1 AND discount_rate <= 10),
    currency TEXT NOT NULL CHECK(length(currency) BETWEEN 1 AND 20),
    trials INTEGER NOT NULL CHECK(trials BETWEEN 100 AND 10000000),
    seed INTEGER NOT NULL CHECK(seed >= 0),
    scenario TEXT NOT NULL CHECK(length(scenario) <= 200 AND scenario NOT GLOB '*[^A-Za-z0-9_.-]*')
) STRICT;

CREATE TABLE cost_item(
    id TEXT NOT NULL PRIMARY KEY CHECK(length(id) BETWEEN 1 AND 200 AND id NOT GLOB '*[^A-Za-z0-9_.-]*'),
    position INTEGER NOT NULL CHECK(position BETWEEN 1 AND 1000000000000000),
    name TEXT NOT NULL CHECK(length(name) BETWEEN 1 AND 300),
    type TEXT NOT NULL CHECK(length(type) BETWEEN 1 AND 200 AND type NOT GLOB '*[^A-Za-z0-9_.-]*'),
    note TEXT NOT NULL CHECK(length(note) <= 100000)
) STRICT;

CREATE TABLE cost_item_field(
    item_id TEXT NOT NULL REFERENCES cost_item(id),
    field TEXT NOT NULL CHECK(length(field) BETWEEN 1 AND 200 AND field NOT GLOB '*[^A-Za-z0-9_.-]*'),
    value TEXT NOT NULL CHECK(length(value) BETWEEN 1 AND 4000),
    PRIMARY KEY(item_id, field)
) STRICT;

CREATE TABLE cost_measure(
    id TEXT NOT NULL PRIMARY KEY CHECK(length(id) BETWEEN 1 AND 200 AND id NOT GLOB '*[^A-Za-z0-9_.-]*'),
    position INTEGER NOT NULL CHECK(position BETWEEN 1 AND 1000000000000000),
    name TEXT NOT NULL CHECK(length(name) BETWEEN 1 AND 300),
    type TEXT NOT NULL CHECK(length(type) BETWEEN 1 AND 200 AND type NOT GLOB '*[^A-Za-z0-9_.-]*'),
    note TEXT NOT NULL CHECK(length(note) <= 100000)
) STRICT;

CREATE TABLE cost_measure_field(
    measure_id TEXT NOT NULL REFERENCES cost_measure(id),
    field TEXT NOT NULL CHECK(length(field) BETWEEN 1 AND 200 AND field NOT GLOB '*[^A-Za-z0-9_.-]*'),
    value TEXT NOT NULL CHECK(length(value) BETWEEN 1 AND 4000),
    PRIMARY KEY(measure_id, field)
) STRICT;

CREATE TABLE cost_measure_item(
    measure_id TEXT NOT NULL REFERENCES cost_measure(id),
    item_id TEXT NOT NULL REFERENCES cost_item(id),
    position INTEGER NOT NULL CHECK(position BETWEEN 1 AND 1000000000000000),
    PRIMARY KEY(measure_id, item_id)
) STRICT;
CREATE INDEX cost_measure_item_by_item ON cost_measure_item(item_id);

CREATE TABLE cost_measure_link(
    measure_id TEXT NOT NULL REFERENCES cost_measure(id),
    kind TEXT NOT NULL CHECK(kind IN ('excludes', 'needs')),
    other_id TEXT NOT NULL REFERENCES cost_measure(id),
    PRIMARY KEY(measure_id, kind, other_id),
    CHECK(measure_id <> other_id)
) STRICT;
CREATE INDEX cost_measure_link_by_other ON cost_measure_link(other_id);

CREATE TABLE cost_scenario(
    id TEXT NOT NULL PRIMARY KEY CHECK(length(id) BETWEEN 1 AND 200 AND id NOT GLOB '*[^A-Za-z0-9_.-]*'),
    position INTEGER NOT NULL CHECK(position BETWEEN 1 AND 1000000000000000),
    name TEXT NOT NULL CHECK(length(name) BETWEEN 1 AND 300)
) STRICT;

CREATE TABLE cost_scenario_measure(
    scenario_id TEXT NOT NULL REFERENCES cost_scenario(id),
    measure_id TEXT NOT NULL REFERENCES cost_measure(id),
    position INTEGER NOT NULL CHECK(position BETWEEN 1 AND 1000000000000000),
    PRIMARY KEY(scenario_id, measure_id)
) STRICT;
CREATE INDEX cost_scenario_measure_by_measure ON cost_scenario_measure(measure_id);

CREATE TABLE cost_price(
    subject TEXT NOT NULL CHECK(length(subject) BETWEEN 1 AND 200),
    field TEXT NOT NULL CHECK(length(field) BETWEEN 1 AND 200 AND field NOT GLOB '*[^A-Za-z0-9_.-]*'),
    unit TEXT NOT NULL CHECK(length(unit) <= 300),
    amount REAL NOT NULL CHECK(amount BETWEEN 0 AND 1000000000000),
    currency TEXT NOT NULL CHECK(length(currency) BETWEEN 1 AND 20),
    region TEXT NOT NULL CHECK(length(region) <= 300),
    source TEXT NOT NULL CHECK(length(source) <= 4000),
    valid_from TEXT NOT NULL CHECK(valid_from = '' OR valid_from GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
    valid_until TEXT NOT NULL
        CHECK(valid_until = '' OR valid_until GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
    PRIMARY KEY(subject, field)
) STRICT;
)sql";

} // namespace plumb::store
