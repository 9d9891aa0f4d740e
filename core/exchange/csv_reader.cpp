// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csv_reader.h"

#include <algorithm>
#include <cstring>
#include <fmt/format.h>
#include <span>

namespace plumb::exchange {
namespace {

constexpr std::size_t kPadding = 64;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Moves what is left of a list of offsets to its front, `by` bytes less each.
std::size_t keepFrom(std::uint32_t* list, std::size_t from, std::size_t count, std::uint32_t by) {
    for (std::size_t i = from; i < count; ++i)
        list[i - from] = list[i] - by;
    return count - from;
}

std::size_t firstAtOrBehind(const std::uint32_t* list, std::size_t count, std::uint32_t offset) {
    return static_cast<std::size_t>(std::lower_bound(list, list + count, offset) - list);
}

/// A copy in new memory that is not set to zero first.
template <typename T> void enlarge(std::unique_ptr<T[]>& memory, std::size_t used, std::size_t size) {
    std::unique_ptr<T[]> larger(new T[size]);
    if (used != 0)
        std::memcpy(larger.get(), memory.get(), used * sizeof(T));
    memory = std::move(larger);
}

} // namespace

std::string csvText(std::string_view field) {
    std::string text;
    text.reserve(field.size());
    for (std::size_t i = 0; i < field.size(); ++i) {
        text += field[i];
        if (field[i] == '"' && i + 1 < field.size() && field[i + 1] == '"')
            ++i;
    }
    return text;
}

CsvReader::CsvReader(ImportSource& source, CsvScan scan, std::size_t block)
    : m_source(source), m_scan(scan), m_block(block) {}

bool CsvReader::hasFault(const CsvRow& row) const noexcept {
    const std::size_t next = firstAtOrBehind(m_marks.faults, m_marks.faultCount, row.begin);
    return next < m_marks.faultCount && m_marks.faults[next] < row.ends[row.fields - 1];
}

std::uint64_t CsvReader::lineOf(std::size_t index) const noexcept {
    const std::uint32_t begin = index == 0 ? m_begin : m_ends[m_rows[index - 1]] + 1;
    return m_line + index + firstAtOrBehind(m_marks.quotedBreaks, m_marks.quotedBreakCount, begin);
}

/// Forgets the rows of the last batch and moves the beginning of the next row to the front.
void CsvReader::dropRead() {
    std::uint32_t begin = m_begin;
    std::size_t firstEnd = 0;
    if (m_marks.rowCount != 0) {
        const std::uint32_t last = m_rows[m_marks.rowCount - 1];
        begin = m_ends[last] + 1;
        firstEnd = last + std::size_t{1};
    }
    const std::size_t breaksRead = firstAtOrBehind(m_marks.quotedBreaks, m_marks.quotedBreakCount, begin);
    m_line += m_marks.rowCount + breaksRead;
    m_marks.endCount = keepFrom(m_marks.ends, firstEnd, m_marks.endCount, begin);
    m_marks.quotedBreakCount = keepFrom(m_marks.quotedBreaks, breaksRead, m_marks.quotedBreakCount, begin);
    m_marks.faultCount =
        keepFrom(m_marks.faults, firstAtOrBehind(m_marks.faults, m_marks.faultCount, begin), m_marks.faultCount, begin);
    m_marks.rowCount = 0;
    if (begin != 0 && m_filled > begin)
        std::memmove(m_buffer.get(), m_buffer.get() + begin, m_filled - begin);
    m_filled -= begin;
    m_scanned -= begin;
    m_begin = 0;
}

void CsvReader::grow(std::size_t bytes) {
    if (bytes <= m_capacity)
        return;
    bytes = std::max(bytes, m_capacity + m_capacity / 2);
    enlarge(m_buffer, m_filled, bytes + kPadding);
    const std::size_t marks = bytes + kPadding;
    enlarge(m_ends, m_marks.endCount, marks);
    enlarge(m_rows, 0, marks);
    enlarge(m_breaks, m_marks.quotedBreakCount, marks);
    enlarge(m_faults, m_marks.faultCount, marks);
    m_marks.ends = m_ends.get();
    m_marks.rows = m_rows.get();
    m_marks.quotedBreaks = m_breaks.get();
    m_marks.faults = m_faults.get();
    m_capacity = bytes;
}

Result<void> CsvReader::readMore() {
    grow(m_filled + m_block + 1); // one for the line feed that a last row may lack
    const std::size_t wanted = m_filled + m_block;
    while (m_filled < wanted && !m_atEnd) {
        PLUMB_TRY(got, m_source.read(std::span(m_buffer.get() + m_filled, wanted - m_filled)));
        m_filled += got;
        m_atEnd = got == 0;
    }
    if (m_atStart && m_filled >= kByteOrderMark.size() &&
        std::memcmp(m_buffer.get(), kByteOrderMark.data(), kByteOrderMark.size()) == 0)
        m_scanned = m_begin = static_cast<std::uint32_t>(kByteOrderMark.size());
    m_atStart = false;
    return {};
}

void CsvReader::scanWhatCame() {
    const std::size_t blocks = (m_filled - m_scanned) / 64;
    m_scan(m_buffer.get() + m_scanned, blocks, static_cast<std::uint32_t>(m_scanned), m_state, m_marks);
    m_scanned += blocks * 64;
    if (!m_atEnd)
        return;
    if (m_filled > m_begin && m_buffer[m_filled - 1] != '\n')
        m_buffer[m_filled++] = '\n';
    scanCsvBytes(m_buffer.get() + m_scanned, m_filled - m_scanned, static_cast<std::uint32_t>(m_scanned), m_state,
                 m_marks);
    m_scanned = m_filled;
}

/// Line of the last quote in the buffer that opens a field.
std::uint64_t CsvReader::lineOfOpenQuote() const noexcept {
    std::uint64_t line = m_line, found = m_line;
    bool quoted = false, fieldStart = true;
    for (std::size_t i = m_begin; i < m_filled; ++i) {
        const char c = m_buffer[i];
        if (c == '"' && quoted) {
            if (i + 1 < m_filled && m_buffer[i + 1] == '"')
                ++i;
            else
                quoted = false;
        } else if (c == '"' && fieldStart) {
            quoted = true;
            found = line;
        }
        fieldStart = !quoted && (c == ',' || c == '\n');
        line += c == '\n' ? 1 : 0;
    }
    return found;
}

Error CsvReader::notClosed() const {
    const std::uint64_t line = lineOfOpenQuote();
    return {ErrorKind::Refused,
            "import.brokenQuotes",
            fmt::format("The quote that opens a field in line {} is never closed.", line),
            fmt::format("line {}", line),
            {std::to_string(line)},
            {}};
}

/// Only the first row of a batch can be longer than a block.
Result<void> CsvReader::checkLength() const {
    const std::size_t end = m_marks.rowCount != 0 ? m_ends[m_rows[0]] : m_filled;
    if (end - m_begin <= kMostRowBytes)
        return {};
    if (m_marks.rowCount == 0 && m_state.inQuotes != 0)
        return fail(notClosed());
    return fail(ErrorKind::Refused, "import.tooLarge",
                fmt::format("The row that begins in line {} is longer than 16 MB.", m_line),
                fmt::format("line {}", m_line), {std::to_string(m_line)});
}

Result<bool> CsvReader::next() {
    dropRead();
    while (!m_atEnd && m_marks.rowCount == 0) {
        PLUMB_CHECK(readMore());
        scanWhatCame();
        PLUMB_CHECK(checkLength());
    }
    if (m_atEnd && m_marks.rowCount == 0 && m_state.inQuotes != 0)
        return fail(notClosed());
    return m_marks.rowCount != 0;
}

} // namespace plumb::exchange
