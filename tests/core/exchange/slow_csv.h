// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A second opinion on CSV: one character after the other by RFC 4180, a quote only at the start of a field. Shares no
// code with the reader it checks.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace plumb::test {

struct SlowRow {
    std::vector<std::string> fields; ///< without quotes
    std::uint64_t line = 0;
    bool broken = false;
    friend bool operator==(const SlowRow&, const SlowRow&) = default;
};

struct SlowCsv {
    std::vector<SlowRow> rows;
    std::uint64_t openLine = 0; ///< of a quote that is never closed; 0: there is none
};

inline SlowCsv slowCsv(std::string_view text) {
    SlowCsv csv;
    if (text.substr(0, 3) == "\xEF\xBB\xBF")
        text.remove_prefix(3);
    std::size_t at = 0;
    std::uint64_t line = 1;
    while (at < text.size()) {
        SlowRow row;
        row.line = line;
        for (bool more = true; more;) {
            std::string field;
            bool quoted = false, ended = false;
            const std::size_t first = at;
            if (at < text.size() && text[at] == '"') {
                quoted = true;
                const std::uint64_t opened = line;
                for (++at;; ++at) {
                    if (at >= text.size()) {
                        csv.openLine = opened;
                        return csv;
                    }
                    if (text[at] == '"' && at + 1 < text.size() && text[at + 1] == '"')
                        ++at;
                    else if (text[at] == '"')
                        break;
                    line += text[at] == '\n' ? 1 : 0;
                    field += text[at];
                }
                ++at;
            }
            std::string behind;
            while (at < text.size() && text[at] != ',' && text[at] != '\n')
                behind += text[at++];
            more = at < text.size() && text[at] == ',';
            ended = at >= text.size() || text[at] == '\n';
            if (quoted && !behind.empty() && behind[0] != '\r')
                row.broken = true;
            if (ended && !behind.empty() && behind.back() == '\r')
                behind.pop_back();
            if (quoted && !behind.empty()) // the whole as it stands
                field = std::string(text.substr(first, at - first - (ended && text[at - 1] == '\r' ? 1 : 0)));
            else
                field += behind;
            row.fields.push_back(field);
            ++at;
        }
        ++line;
        csv.rows.push_back(row);
    }
    return csv;
}

} // namespace plumb::test
