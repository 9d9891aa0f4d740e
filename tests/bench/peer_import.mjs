// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// DuckDB's sum of EffectiveCost by ServiceName over a FOCUS CSV, on one thread and on two: node peer_import.mjs FILE
// Fetches @duckdb/node-api with npm into a temporary folder beside this file, which is removed at the end. Prints the
// best of three runs as seconds of wall clock and of processor time.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const file = process.argv[2];
if (!file) {
    console.error("usage: node peer_import.mjs FILE");
    process.exit(2);
}
const folder = mkdtempSync(join(dirname(fileURLToPath(import.meta.url)), ".peer-"));

async function measure(threads, bytes) {
    const { DuckDBInstance } = createRequire(join(folder, "package.json"))("@duckdb/node-api");
    const instance = await DuckDBInstance.create(":memory:", { threads: String(threads) });
    const connection = await instance.connect();
    const query =
        "SELECT ServiceName, sum(EffectiveCost) AS cost, count(*) AS charges " +
        `FROM read_csv('${file.replaceAll("'", "''")}', nullstr = ['NULL', '']) GROUP BY ServiceName`;
    let wall = Infinity, processor = Infinity, sum = 0, rows = 0;
    for (let run = 0; run < 3; ++run) {
        const before = process.cpuUsage(), start = process.hrtime.bigint();
        const reader = await connection.runAndReadAll(query);
        const seconds = Number(process.hrtime.bigint() - start) / 1e9;
        const used = process.cpuUsage(before);
        wall = Math.min(wall, seconds);
        processor = Math.min(processor, (used.user + used.system) / 1e6);
        sum = reader.getRows().reduce((all, row) => all + Number(row[1] ?? 0), 0);
        rows = reader.getRows().reduce((all, row) => all + Number(row[2]), 0);
    }
    console.log(
        `DuckDB, ${threads} thread(s): ${wall.toFixed(3)} s wall (${(bytes / wall / 1e9).toFixed(2)} GB/s), ` +
            `${processor.toFixed(3)} s processor (${(bytes / processor / 1e9).toFixed(2)} GB/s and core), ` +
            `${rows} rows, sum ${sum}`);
}

try {
    writeFileSync(join(folder, "package.json"), "{}");
    execFileSync("npm", ["install", "--silent", "--no-audit", "--no-fund", "@duckdb/node-api"],
                 { cwd: folder, stdio: "inherit" });
    for (const threads of [1, 2])
        await measure(threads, statSync(file).size);
} finally {
    rmSync(folder, { recursive: true, force: true });
}
