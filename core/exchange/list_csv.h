// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A small whole CSV file as rows of cells (RFC 4180), for lists that fit into memory, and the numbers in their cells.
// Bills are streamed by another reader. Private to the readers of lists.
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumb::exchange::lists {

/// One record. Empty lines are not records.
struct ListRow {
    std::uint64_t line = 0; ///< where it begins, from 1
    std::vector<std::string> cells;
    bool brokenQuotes = false; ///< text stands after a closing quote; it was kept as it is
    bool badUtf8 = false;
};

struct ListTable {
    std::vector<ListRow> rows;
    char delimiter = ',';
};

/// Reads everything. Line ends are LF, CRLF or CR; a byte order mark at the start is skipped; the delimiter is the one
/// of comma, semicolon and tab that stands most often outside of quotes in the first 64 KB. A quote inside an unquoted
/// cell is text. Errors (Refused): "import.empty", "import.brokenQuotes" (line of the quote that is never closed),
/// "import.unknownFormat" (UTF-16, or NUL bytes). Never throws.
[[nodiscard]] Result<ListTable> readListCsv(std::string_view bytes, std::string_view name);

/// All cells are empty.
[[nodiscard]] bool isBlank(const ListRow& row) noexcept;
/// Without blanks at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text) noexcept;
/// Without blanks at both ends, ASCII letters small.
[[nodiscard]] std::string foldedName(std::string_view text);
/// Nothing was given: empty, NULL, null or \N.
[[nodiscard]] bool isNothing(std::string_view cell) noexcept;
/// A decimal number with a point and perhaps an exponent, blanks around it allowed, between -1e12 and 1e12. None for
/// anything else: a decimal comma, a currency sign, "nan".
[[nodiscard]] std::optional<double> decimalNumber(std::string_view cell) noexcept;
[[nodiscard]] bool validUtf8(std::string_view text) noexcept;

} // namespace plumb::exchange::lists
