// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/text_table.h"

#include <algorithm>

namespace plumb::cli {

std::size_t shownWidth(std::string_view text) noexcept {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte & 0xC0U) != 0x80U && byte != 0x02 && byte != 0x03;
    }));
}

TextTable::TextTable(std::vector<std::string> heads) {
    bool any = false;
    for (std::string& head : heads) {
        m_right.push_back(head.starts_with('>'));
        if (m_right.back())
            head.erase(0, 1);
        any = any || !head.empty();
    }
    if (any)
        m_rows.push_back(std::move(heads));
}

void TextTable::row(std::vector<std::string> cells) {
    cells.resize(m_right.size());
    m_rows.push_back(std::move(cells));
}

std::string TextTable::text() const {
    std::vector<std::size_t> widths(m_right.size(), 0);
    for (const auto& cells : m_rows)
        for (std::size_t i = 0; i < cells.size(); ++i)
            widths[i] = std::max(widths[i], shownWidth(cells[i]));
    std::string out;
    for (const auto& cells : m_rows) {
        std::string line;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const std::string gap(widths[i] - shownWidth(cells[i]), ' ');
            line += (i == 0 ? "" : "  ") + (m_right[i] ? gap + cells[i] : cells[i] + gap);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out += line + '\n';
    }
    return out;
}

} // namespace plumb::cli
