// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/list_csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace plumb::exchange::lists {
namespace {

constexpr std::size_t kSniffBytes = 64u << 10;
constexpr double kMostAmount = 1e12; ///< sums of many stay below 1e15, which the cost model takes

char delimiterOf(std::string_view bytes) {
    constexpr std::array<char, 3> kDelimiters{',', ';', '\t'};
    std::array<std::size_t, 3> counts{};
    bool quoted = false;
    for (const char c : bytes.substr(0, kSniffBytes)) {
        if (c == '"')
            quoted = !quoted;
        else if (!quoted)
            for (std::size_t i = 0; i < kDelimiters.size(); ++i)
                counts[i] += c == kDelimiters[i] ? 1 : 0;
    }
    return kDelimiters[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin())];
}

/// One pass over the bytes; `m_at` is the next one to look at.
class Scanner {
public:
    Scanner(std::string_view bytes, char delimiter) : m_bytes(bytes), m_delimiter(delimiter) {}

    /// False at the end.
    bool next(ListRow& row) {
        skipEmptyLines();
        if (atEnd())
            return false;
        row = {m_line, {}, false, false};
        do {
            row.cells.push_back(cell(row));
        } while (take(m_delimiter));
        takeLineEnd();
        row.badUtf8 =
            !std::all_of(row.cells.begin(), row.cells.end(), [](const std::string& text) { return validUtf8(text); });
        return true;
    }
    /// Line of a quote that is never closed; 0 when there is none.
    [[nodiscard]] std::uint64_t openQuote() const noexcept { return m_openQuote; }

private:
    [[nodiscard]] bool atEnd() const noexcept { return m_at >= m_bytes.size(); }
    [[nodiscard]] bool atCellEnd() const noexcept {
        return atEnd() || m_bytes[m_at] == m_delimiter || m_bytes[m_at] == '\n' || m_bytes[m_at] == '\r';
    }
    bool take(char c) noexcept {
        if (atEnd() || m_bytes[m_at] != c)
            return false;
        ++m_at;
        return true;
    }
    bool takeLineEnd() noexcept {
        const bool carriage = take('\r');
        const bool feed = take('\n');
        m_line += carriage || feed ? 1 : 0;
        return carriage || feed;
    }
    void skipEmptyLines() noexcept {
        while (takeLineEnd()) {
        }
    }
    std::string cell(ListRow& row) {
        std::string text;
        const bool quoted = take('"');
        if (quoted)
            quotedPart(text);
        const std::size_t from = m_at;
        while (!atCellEnd())
            ++m_at;
        const std::string_view rest = m_bytes.substr(from, m_at - from);
        row.brokenQuotes = row.brokenQuotes || (quoted && !trimmed(rest).empty());
        text += rest;
        return text;
    }
    void quotedPart(std::string& text) {
        const std::uint64_t opened = m_line;
        while (!atEnd()) {
            const std::size_t quote = std::min(m_bytes.find('"', m_at), m_bytes.size());
            append(text, m_bytes.substr(m_at, quote - m_at));
            m_at = quote;
            if (!take('"'))
                break;
            if (!take('"'))
                return;
            text += '"';
        }
        m_openQuote = m_openQuote == 0 ? opened : m_openQuote;
    }
    void append(std::string& text, std::string_view part) {
        for (std::size_t i = 0; i < part.size(); ++i)
            m_line += part[i] == '\n' || (part[i] == '\r' && (i + 1 == part.size() || part[i + 1] != '\n')) ? 1 : 0;
        text += part;
    }

    std::string_view m_bytes;
    char m_delimiter;
    std::size_t m_at = 0;
    std::uint64_t m_line = 1;
    std::uint64_t m_openQuote = 0;
};

} // namespace

std::string_view trimmed(std::string_view text) noexcept {
    constexpr std::string_view kBlanks = " \t\r\n";
    const std::size_t first = text.find_first_not_of(kBlanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

bool isBlank(const ListRow& row) noexcept {
    return std::all_of(row.cells.begin(), row.cells.end(),
                       [](const std::string& cell) { return trimmed(cell).empty(); });
}

std::string foldedName(std::string_view text) {
    std::string out(trimmed(text));
    for (char& c : out)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return out;
}

bool isNothing(std::string_view cell) noexcept {
    const std::string_view text = trimmed(cell);
    return text.empty() || text == "NULL" || text == "null" || text == "\\N";
}

std::optional<double> decimalNumber(std::string_view cell) noexcept {
    std::string_view text = trimmed(cell);
    if (text.size() > 1 && text.front() == '+' && text[1] != '-')
        text.remove_prefix(1);
    if (text.find_first_not_of("0123456789+-.eE") != std::string_view::npos) // "nan", "inf" and "0x1" are none
        return std::nullopt;
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc::result_out_of_range && end == text.data() + text.size())
        return text.find("e-") != std::string_view::npos || text.find("E-") != std::string_view::npos
                   ? std::optional(0.0)
                   : std::nullopt;
    if (error != std::errc() || end != text.data() + text.size() || !(std::abs(value) <= kMostAmount))
        return std::nullopt;
    return value;
}

bool validUtf8(std::string_view text) noexcept {
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        if (lead < 0x80) {
            ++i;
            continue;
        }
        const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        if (lead < 0xC2 || lead > 0xF4 || i + length > text.size())
            return false;
        for (std::size_t k = 1; k < length; ++k)
            if ((static_cast<unsigned char>(text[i + k]) & 0xC0) != 0x80)
                return false;
        const auto second = static_cast<unsigned char>(text[i + 1]);
        if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) || (lead == 0xF0 && second < 0x90) ||
            (lead == 0xF4 && second > 0x8F))
            return false;
        i += length;
    }
    return true;
}

Result<ListTable> readListCsv(std::string_view bytes, std::string_view name) {
    const auto refuse = [&](std::string id, std::string text) {
        return fail(ErrorKind::Refused, std::move(id), std::move(text), std::string(name));
    };
    if (bytes.starts_with("\xEF\xBB\xBF"))
        bytes.remove_prefix(3);
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
        return refuse("import.unknownFormat", "The file is UTF-16. Save it as CSV in UTF-8.");
    if (const std::size_t nul = bytes.find('\0'); nul != std::string_view::npos)
        return refuse("import.unknownFormat", fmt::format("The file is no text: byte {} is NUL.", nul + 1));
    ListTable table;
    table.delimiter = delimiterOf(bytes);
    Scanner scanner(bytes, table.delimiter);
    for (ListRow row; scanner.next(row);)
        table.rows.push_back(std::move(row));
    if (scanner.openQuote() != 0)
        return fail(ErrorKind::Refused, "import.brokenQuotes",
                    fmt::format("The quote in line {} is never closed.", scanner.openQuote()),
                    fmt::format("line {}", scanner.openQuote()), {std::to_string(scanner.openQuote())});
    if (table.rows.empty())
        return refuse("import.empty", "The file is empty.");
    return table;
}

} // namespace plumb::exchange::lists
