// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What merging should come to, worked out from dumped tables alone, by looking at everything again for every row: slow,
// and nothing of it is the store's code. docs/merge.md says the rules.
#pragma once

#ifndef Q_MOC_RUN // moc of Qt 6.4 does not get through <concepts>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>
#endif

struct sqlite3;
struct sqlite3_stmt;

namespace plumb::testing {

using DumpKey = std::pair<std::string, std::vector<std::string>>; ///< table, key columns
using DumpRow = std::vector<std::string>;                         ///< the other columns
using Dump = std::map<DumpKey, DumpRow>;

/// Reads every row of the tables of the history, numbers in their shortest form. Must go before its database.
class Dumper {
public:
    explicit Dumper(sqlite3* database);
    ~Dumper();
    Dumper(const Dumper&) = delete;
    Dumper& operator=(const Dumper&) = delete;
    [[nodiscard]] Dump dump();

private:
    std::vector<std::pair<std::string, sqlite3_stmt*>> m_statements; ///< by table
};

/// name, base, ours, theirs; "-" for what is not there.
using ExpectedConflict = std::tuple<std::string, std::string, std::string, std::string>;

struct Expected {
    Dump rows; ///< with every conflict decided for one side
    std::set<ExpectedConflict> conflicts;
};
[[nodiscard]] Expected expectedMerge(const Dump& base, const Dump& ours, const Dump& theirs, bool preferOurs);

/// Without what is no matter of choice (positions, numbers, derived severities) and with names given twice made even.
[[nodiscard]] Dump withoutQuiet(const Dump& dump);
/// Rows that are in one dump only or different, for a failure's message.
[[nodiscard]] std::string differences(const Dump& a, const Dump& b);

/// Takes from `expected` the needs that are not in `merged` since they would close a circle there. False when one is
/// missing that would not.
[[nodiscard]] bool leaveOutCircles(Dump& expected, const Dump& merged);

} // namespace plumb::testing
