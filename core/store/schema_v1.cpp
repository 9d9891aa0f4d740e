// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Step 1 of the ladder: an empty file becomes schema version 1. FROZEN once released: never edit this text, add a step.
#include "core/store/schema.h"

namespace plumb::store {

const std::string_view kSchemaStep1 = R"sql(
CREATE TABLE meta(
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE workload(
    id INTEGER NOT NULL PRIMARY KEY CHECK(id = 1),
    name TEXT NOT NULL CHECK(length(name) BETWEEN 1 AND 500),
    client TEXT NOT NULL CHECK(length(client) <= 500),
    owner TEXT NOT NULL CHECK(length(owner) <= 500),
    description TEXT NOT NULL CHECK(length(description) <= 100000),
    environment TEXT NOT NULL CHECK(length(environment) <= 500),
    industry TEXT NOT NULL CHECK(length(industry) <= 500),
    regions TEXT NOT NULL CHECK(length(regions) <= 500)
) STRICT;

CREATE TABLE lens(
    lens_id TEXT NOT NULL PRIMARY KEY CHECK(length(lens_id) BETWEEN 1 AND 500),
    name TEXT NOT NULL CHECK(length(name) <= 500),
    sha256 TEXT NOT NULL CHECK(length(sha256) = 64),
    overlay_sha256 TEXT NOT NULL CHECK(length(overlay_sha256) IN (0, 64)),
    position INTEGER NOT NULL CHECK(position BETWEEN 0 AND 1000000)
) STRICT;

CREATE TABLE answer(
    lens_id TEXT NOT NULL REFERENCES lens(lens_id),
    question_id TEXT NOT NULL CHECK(length(question_id) BETWEEN 1 AND 500),
    applicable INTEGER NOT NULL CHECK(applicable IN (0, 1)),
    reason TEXT NOT NULL CHECK(reason IN ('NONE', 'OUT_OF_SCOPE', 'BUSINESS_PRIORITIES', 'ARCHITECTURE_CONSTRAINTS',
        'OTHER')),
    reason_text TEXT NOT NULL CHECK(length(reason_text) <= 100000),
    note TEXT NOT NULL CHECK(length(note) <= 100000),
    private_note TEXT NOT NULL CHECK(length(private_note) <= 100000),
    confidence TEXT NOT NULL CHECK(confidence IN ('', 'low', 'medium', 'high')),
    basis TEXT NOT NULL CHECK(basis IN ('', 'said', 'shown', 'verified')),
    needs_verification INTEGER NOT NULL CHECK(needs_verification IN (0, 1)),
    parked INTEGER NOT NULL CHECK(parked IN (0, 1)),
    parked_topic TEXT NOT NULL CHECK(length(parked_topic) <= 100000),
    PRIMARY KEY(lens_id, question_id)
) STRICT;

CREATE TABLE choice_answer(
    lens_id TEXT NOT NULL REFERENCES lens(lens_id),
    question_id TEXT NOT NULL CHECK(length(question_id) BETWEEN 1 AND 500),
    choice_id TEXT NOT NULL CHECK(length(choice_id) BETWEEN 1 AND 500),
    status TEXT NOT NULL CHECK(status IN ('unselected', 'selected', 'not_applicable')),
    reason TEXT NOT NULL CHECK(reason IN ('NONE', 'OUT_OF_SCOPE', 'BUSINESS_PRIORITIES', 'ARCHITECTURE_CONSTRAINTS',
        'OTHER')),
    note TEXT NOT NULL CHECK(length(note) <= 100000),
    PRIMARY KEY(lens_id, question_id, choice_id),
    CHECK(status = 'not_applicable' OR reason = 'NONE')
) STRICT;

CREATE TABLE participant(
    id TEXT NOT NULL PRIMARY KEY CHECK(length(id) BETWEEN 1 AND 500),
    name TEXT NOT NULL CHECK(length(name) BETWEEN 1 AND 500),
    role TEXT NOT NULL CHECK(length(role) <= 500),
    organisation TEXT NOT NULL CHECK(length(organisation) <= 500)
) STRICT;

CREATE TABLE answer_person(
    lens_id TEXT NOT NULL REFERENCES lens(lens_id),
    question_id TEXT NOT NULL CHECK(length(question_id) BETWEEN 1 AND 500),
    participant_id TEXT NOT NULL REFERENCES participant(id),
    position INTEGER NOT NULL CHECK(position BETWEEN 0 AND 1000000),
    PRIMARY KEY(lens_id, question_id, participant_id)
) STRICT;

CREATE TABLE evidence(
    id TEXT NOT NULL PRIMARY KEY CHECK(length(id) BETWEEN 1 AND 500),
    number INTEGER NOT NULL CHECK(number BETWEEN 1 AND 1000000000),
    kind TEXT NOT NULL CHECK(kind IN ('file', 'image', 'link', 'note')),
    title TEXT NOT NULL CHECK(length(title) <= 500),
    source TEXT NOT NULL CHECK(length(source) <= 500),
    url TEXT NOT NULL CHECK(length(url) <= 100000),
    text TEXT NOT NULL CHECK(length(text) <= 100000),
    file_name TEXT NOT NULL CHECK(length(file_name) <= 500),
    media_type TEXT NOT NULL CHECK(length(media_type) <= 500),
    date TEXT NOT NULL CHECK(length(date) IN (0, 10)),
    expires TEXT NOT NULL CHECK(length(expires) IN (0, 10)),
    strength TEXT NOT NULL CHECK(strength IN ('', 'said', 'shown', 'verified')),
    sha256 TEXT NOT NULL CHECK(length(sha256) IN (0, 64)),
    bytes INTEGER NOT NULL CHECK(bytes >= 0),
    added_at INTEGER NOT NULL,
    added_by TEXT NOT NULL CHECK(length(added_by) <= 500)
) STRICT;

CREATE TABLE evidence_link(
    evidence_id TEXT NOT NULL REFERENCES evidence(id),
    lens_id TEXT NOT NULL REFERENCES lens(lens_id),
    question_id TEXT NOT NULL CHECK(length(question_id) BETWEEN 1 AND 500),
    choice_id TEXT NOT NULL CHECK(length(choice_id) <= 500),
    PRIMARY KEY(evidence_id, lens_id, question_id, choice_id)
) STRICT;

CREATE TABLE command(
    seq INTEGER NOT NULL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK(length(id) = 36),
    parent TEXT NOT NULL CHECK(length(parent) IN (0, 36)),
    time INTEGER NOT NULL,
    author TEXT NOT NULL CHECK(length(author) BETWEEN 1 AND 500),
    label TEXT NOT NULL CHECK(length(label) <= 500),
    merge_key TEXT NOT NULL CHECK(length(merge_key) <= 2000),
    changeset BLOB NOT NULL
) STRICT;
CREATE INDEX command_parent ON command(parent);

CREATE TABLE blob(
    id INTEGER NOT NULL PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE CHECK(length(sha256) = 64),
    bytes INTEGER NOT NULL CHECK(bytes >= 0)
) STRICT;

CREATE TABLE blob_chunk(
    blob_id INTEGER NOT NULL REFERENCES blob(id) DEFERRABLE INITIALLY DEFERRED,
    seq INTEGER NOT NULL CHECK(seq >= 0),
    data BLOB NOT NULL CHECK(length(data) BETWEEN 1 AND 262144),
    PRIMARY KEY(blob_id, seq)
) STRICT;

CREATE TABLE lens_source(
    sha256 TEXT NOT NULL PRIMARY KEY CHECK(length(sha256) = 64),
    bytes BLOB NOT NULL
) STRICT;
)sql";

} // namespace plumb::store
