#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The peer figure of bench_answer: the sqlite3 shell writes what one answered question writes (the answer, one choice, one
# history entry), one transaction each, with the project file's journal mode and syncs. Prints nanoseconds for one
# transaction, without the start of the shell.
#
# usage: peer_sqlite_insert.sh FILE COUNT
set -eu
file=$1
count=$2
rm -f "$file" "$file.sql"
trap 'rm -f "$file" "$file.sql"' EXIT

settings='PRAGMA journal_mode=DELETE; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA foreign_keys=ON;'
sqlite3 "$file" "$settings
CREATE TABLE answer(lens TEXT NOT NULL, question TEXT NOT NULL, note TEXT NOT NULL, PRIMARY KEY(lens, question)) STRICT;
CREATE TABLE choice(lens TEXT NOT NULL, question TEXT NOT NULL, choice TEXT NOT NULL, status TEXT NOT NULL,
    PRIMARY KEY(lens, question, choice)) STRICT;
CREATE TABLE command(seq INTEGER NOT NULL PRIMARY KEY, id TEXT NOT NULL UNIQUE, label TEXT NOT NULL,
    changeset BLOB NOT NULL) STRICT;" >/dev/null

{
    echo "$settings"
    i=0
    while [ "$i" -lt "$count" ]; do
        i=$((i + 1))
        echo "BEGIN; INSERT INTO answer VALUES('lens-1', 'q$i', ''); \
INSERT INTO choice VALUES('lens-1', 'q$i', 'p3', 'selected'); \
INSERT INTO command VALUES($i, hex(randomblob(16)), 'Tick \"Practice 3\"', randomblob(160)); COMMIT;"
    done
} >"$file.sql"

t0=$(date +%s%N)
sqlite3 "$file" 'SELECT 1;' >/dev/null
t1=$(date +%s%N)
sqlite3 "$file" <"$file.sql" >/dev/null
t2=$(date +%s%N)
echo $(((t2 - t1 - (t1 - t0)) / count))
