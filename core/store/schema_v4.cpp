// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Step 4 of the ladder: snapshots, and answers that a person must look at again. FROZEN once released: never edit this
// text, add a step.
#include "core/store/schema.h"

namespace plumb::store {

const std::string_view kSchemaStep4 = R"sql(
CREATE TABLE snapshot(
    id TEXT NOT NULL PRIMARY KEY CHECK(length(id) BETWEEN 1 AND 500),
    name TEXT NOT NULL CHECK(length(name) BETWEEN 1 AND 200),
    note TEXT NOT NULL CHECK(length(note) <= 100000),
    time INTEGER NOT NULL,
    author TEXT NOT NULL CHECK(length(author) <= 500),
    sha256 TEXT NOT NULL CHECK(length(sha256) = 64),
    bytes INTEGER NOT NULL CHECK(bytes BETWEEN 1 AND 67108864),
    score_method TEXT NOT NULL CHECK(length(score_method) <= 200),
    cost_method TEXT NOT NULL CHECK(length(cost_method) <= 200)
) STRICT;

CREATE TABLE reconfirm(
    lens_id TEXT NOT NULL REFERENCES lens(lens_id),
    question_id TEXT NOT NULL CHECK(length(question_id) BETWEEN 1 AND 500),
    why TEXT NOT NULL CHECK(length(why) BETWEEN 1 AND 100000),
    PRIMARY KEY(lens_id, question_id)
) STRICT;

CREATE TABLE snapshot_content(
    sha256 TEXT NOT NULL PRIMARY KEY CHECK(length(sha256) = 64),
    bytes INTEGER NOT NULL CHECK(bytes BETWEEN 1 AND 67108864),
    data BLOB NOT NULL CHECK(length(data) BETWEEN 1 AND 68157440)
) STRICT;
)sql";

} // namespace plumb::store
