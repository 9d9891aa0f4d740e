// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What merging must know of each table: which cells only make sense together, which say no more than an order or a
// number, what a row that is not there means, which texts a person may write anew, and which rows a row hangs on. It
// reads and writes nothing.
#pragma once

#include "core/store/project.h"
#include "core/store/table_rows.h"

#include <compare>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace plumb::store {

using Row = std::vector<Cell>; ///< the columns after the key
/// A row of any table.
struct RowId {
    Table table = Table::Answer;
    RowKey key;
    friend auto operator<=>(const RowId&, const RowId&) = default;
};

/// Columns count from the first one after the key.
struct MergeRules {
    std::size_t keys = 1;             ///< how many columns the key has
    std::vector<std::string> columns; ///< names
    /// Lists of columns that are taken over together or not at all (status, reason, who decided, until when). A column
    /// that stands alone is a list of its own.
    std::vector<std::vector<std::size_t>> units;
    std::vector<bool> quiet;           ///< positions and numbers: never a conflict, ours stays
    std::vector<std::size_t> texts;    ///< bytes of a free text, which a resolution may write anew; 0: no such text
    std::optional<std::size_t> number; ///< of findings and evidence
    std::optional<Row> nothingSaid;    ///< the row that stands for "no row"; none: no row is a row that is gone
};

[[nodiscard]] const MergeRules& mergeRulesOf(Table table);

/// Whether the unit is no matter of choice: positions, numbers, the severity of a finding that follows its question,
/// and snapshots, which nobody can change.
[[nodiscard]] bool isQuiet(const MergeRules& rules, Table table, const std::vector<std::size_t>& unit, const Row& row);

/// Equal as values: 2 and 2.0 are the same.
[[nodiscard]] bool sameCell(const Cell& a, const Cell& b) noexcept;
[[nodiscard]] bool sameUnit(const std::vector<std::size_t>& unit, const Row& a, const Row& b) noexcept;
/// Equal but for quiet units.
[[nodiscard]] bool sameButQuiet(Table table, const Row& a, const Row& b);

/// As people read it; a floating-point number in the shortest form that reads back the same.
[[nodiscard]] std::string cellText(const Cell& cell);
/// "column: value" for each cell that says something, one a line.
[[nodiscard]] std::string rowText(Table table, const Row& row);

/// The rows without which the row can't be: those that foreign keys name, and the questionnaire of a finding.
[[nodiscard]] std::vector<RowId> parentsOf(const RowId& id, const Row& row);

/// What of a question the row speaks of: questionnaire, question, choice (empty: none); nothing for other tables.
struct Asked {
    std::string lens, question, choice;
};
[[nodiscard]] std::optional<Asked> askedBy(const RowId& id, const Row& row);

} // namespace plumb::store
