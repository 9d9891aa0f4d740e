// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Columns for people: as wide as their widest cell, numbers to the right. Widths count characters, not bytes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace plumb::cli {

class TextTable {
public:
    /// One head a column; a leading ">" sets the column to the right and is not shown. Without heads none are printed.
    explicit TextTable(std::vector<std::string> heads);
    /// As many cells as columns.
    void row(std::vector<std::string> cells);
    /// Lines with a line feed each; two spaces between columns, none at the end of a line.
    [[nodiscard]] std::string text() const;

private:
    std::vector<bool> m_right;
    std::vector<std::vector<std::string>> m_rows;
};

/// Characters of UTF-8 text that take a place on a terminal: code points without U+0002 and U+0003.
[[nodiscard]] std::size_t shownWidth(std::string_view text) noexcept;

} // namespace plumb::cli
