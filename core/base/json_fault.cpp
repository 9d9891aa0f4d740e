// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json_fault.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <fmt/format.h>
#include <utility>

namespace plumb {
namespace {

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

bool isWordByte(char c) {
    const auto u = static_cast<unsigned char>(c);
    return std::isalnum(u) != 0 || c == '_' || c == '.' || c == '+' || c == '-' || c == '$';
}

/// The run of letters, digits and signs around an offset, at most 40 bytes of it.
std::string_view wordAt(std::string_view bytes, std::size_t at) {
    if (at >= bytes.size() || !isWordByte(bytes[at]))
        return {};
    std::size_t begin = at, end = at;
    while (begin > 0 && at - begin < 40 && isWordByte(bytes[begin - 1]))
        --begin;
    while (end < bytes.size() && end - begin < 40 && isWordByte(bytes[end]))
        ++end;
    return bytes.substr(begin, end - begin);
}

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); });
    return out;
}

/// The last byte before `at` that is not white space, or NUL.
char before(std::string_view bytes, std::size_t at) {
    while (at > 0) {
        const char c = bytes[--at];
        if (c != ' ' && c != '\t' && c != '\r' && c != '\n')
            return c;
    }
    return '\0';
}

std::optional<JsonFault> badWord(std::string_view word) {
    const std::string low = lower(word.substr(
        word.find_first_not_of("+-") == std::string_view::npos ? word.size() : word.find_first_not_of("+-")));
    if (low == "nan" || low == "infinity" || low == "inf")
        return JsonFault{fmt::format("{} is not a JSON value", word),
                         "Write null, a number or a text in double quotes."};
    if (low == "true" || low == "false" || low == "null" || low == "none" || low == "undefined")
        return JsonFault{fmt::format("{} is not a JSON value", word), "Write true, false or null in lower case."};
    if (!word.empty() && (std::isdigit(static_cast<unsigned char>(word.front())) != 0 ||
                          std::string_view("+-.").find(word.front()) != std::string_view::npos))
        return JsonFault{fmt::format("\"{}\" is not a number as JSON writes numbers", word),
                         "Write numbers like 12, -0.5 or 1e6."};
    return std::nullopt;
}

/// Faults inside a text in quotes.
std::optional<JsonFault> badText(std::string_view parserText) {
    if (contains(parserText, "ill-formed UTF-8"))
        return JsonFault{"a text is not valid UTF-8", "Save the file as UTF-8; it may be in Latin-1 or Windows-1252."};
    if (contains(parserText, "control character"))
        return JsonFault{"a text holds a line break, tab or other control character that is not escaped",
                         "Close the text before the line ends, or write \\n or \\t in it."};
    if (contains(parserText, "surrogate") || contains(parserText, "'\\u'"))
        return JsonFault{"a \\u escape is not a whole character",
                         "Write four hexadecimal digits, in pairs for characters above U+FFFF."};
    if (contains(parserText, "backslash"))
        return JsonFault{"a backslash is followed by a character that cannot be escaped",
                         "Write \\\\ for a backslash."};
    return std::nullopt;
}

/// What the grammar wanted, when nothing more telling was found.
JsonFault misplaced(std::string_view bytes, std::size_t at, std::string_view parserText) {
    const char c = bytes[at];
    const bool printable = c > ' ' && c < 0x7F;
    const std::string what = printable ? fmt::format("\"{}\"", c) : std::string("this");
    if (contains(parserText, "expected end of input"))
        return {"something follows the end of the document", "Keep one JSON value in the file and remove the rest."};
    if (contains(parserText, "object separator"))
        return {"a colon is missing after the key", "Write a colon between the key and its value."};
    if (contains(parserText, "object key"))
        return {fmt::format("a key in double quotes is expected, not {}", what), "Put the key in double quotes."};
    if (contains(parserText, "; expected '}'"))
        return {fmt::format("a comma or a closing brace is expected, not {}", what),
                "Check for a missing comma or brace before this place."};
    if (contains(parserText, "; expected ']'"))
        return {fmt::format("a comma or a closing bracket is expected, not {}", what),
                "Check for a missing comma or bracket before this place."};
    return {fmt::format("a value is expected, not {}", what),
            "Write a text in double quotes, a number, true, false, null, an object or an array."};
}

JsonFault endOfInput(std::string_view bytes, std::string_view parserText) {
    if (before(bytes, bytes.size()) == '\0')
        return {"the file is empty", "Choose a file that holds a JSON document."};
    if (contains(parserText, "missing closing quote"))
        return {"the file ends inside a text", "The file may have been cut off; get a complete copy."};
    return {"the file ends before the document does", "The file may have been cut off; get a complete copy."};
}

/// Where the token begins at whose last byte the parser stopped. What the parser calls the last token is no help: after
/// an invalid one it holds everything since the last valid one.
std::size_t tokenStart(std::string_view bytes, std::size_t at, std::string_view parserText) {
    if (contains(parserText, "unexpected string literal")) {
        std::size_t quote = at;
        while (quote > 0) {
            quote = bytes.rfind('"', quote - 1);
            if (quote == std::string_view::npos)
                return at;
            std::size_t backslashes = 0;
            while (backslashes < quote && bytes[quote - 1 - backslashes] == '\\')
                ++backslashes;
            if (backslashes % 2 == 0)
                return quote;
        }
        return at;
    }
    std::string_view word = wordAt(bytes, at);
    if (word.empty() && at > 0 && contains(parserText, "invalid number"))
        word = wordAt(bytes, at - 1); // the parser saw that the number does not go on
    return word.empty() || contains(parserText, "invalid string")
               ? at
               : static_cast<std::size_t>(word.data() - bytes.data());
}

JsonFault faultAt(std::string_view bytes, std::size_t at, std::size_t start, std::string_view parserText) {
    if (at >= bytes.size())
        return endOfInput(bytes, parserText);
    if (auto fault = badText(parserText))
        return *fault;
    if (contains(parserText, "number overflow"))
        return {"a number is too large", "Write a number between -1.7e308 and 1.7e308."};
    const char first = bytes[start];
    if (first == '/' || first == '#')
        return {"comments are not allowed in JSON", "Remove the comment."};
    if ((bytes[at] == '}' || bytes[at] == ']') && before(bytes, at) == ',')
        return {fmt::format("there is a comma before the closing \"{}\"", bytes[at]), "Remove the trailing comma."};
    const std::string_view word = wordAt(bytes, start);
    const std::size_t digit = word.find_first_not_of('-');
    const bool leadingZero = digit != std::string_view::npos && word[digit] == '0' && digit + 1 < word.size() &&
                             std::isdigit(static_cast<unsigned char>(word[digit + 1])) != 0;
    if (leadingZero || (contains(parserText, "invalid") && !contains(parserText, "expected end of input")))
        if (auto fault = badWord(word))
            return *fault;
    if (first == '\'' || first == '`')
        return {"texts stand in double quotes, not single ones", "Replace the quotes by \"."};
    if ((static_cast<unsigned char>(first) & 0x80U) != 0)
        return {"a character that is not ASCII stands outside a text",
                "Remove it; typographic quotes and special spaces often come from a word processor."};
    return misplaced(bytes, at, parserText);
}

} // namespace

std::string lineAndColumn(std::string_view bytes, std::size_t at) {
    at = std::min(at, bytes.size());
    const std::string_view head = bytes.substr(0, at);
    const auto line = 1 + std::count(head.begin(), head.end(), '\n');
    const std::size_t newline = head.rfind('\n');
    const std::string_view row = newline == std::string_view::npos ? head : head.substr(newline + 1);
    const auto column = 1 + std::count_if(row.begin(), row.end(),
                                          [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
    return fmt::format("line {}, column {}", line, column);
}

std::optional<JsonFault> wrongKindOfFile(std::string_view bytes) {
    using namespace std::string_view_literals;
    static constexpr std::array kMagic{std::pair{"PK\x03\x04"sv, "a ZIP archive or an office document"sv},
                                       std::pair{"%PDF-"sv, "a PDF"sv}, std::pair{"\x1F\x8B"sv, "a gzip archive"sv},
                                       std::pair{"\x89PNG"sv, "a PNG picture"sv},
                                       std::pair{"SQLite format 3\0"sv, "a SQLite database"sv}};
    for (const auto& [magic, name] : kMagic)
        if (bytes.starts_with(magic))
            return JsonFault{fmt::format("The file is {}, not JSON.", name), "Choose a JSON file."};
    const auto isZero = [&](std::size_t i) { return i < bytes.size() && bytes[i] == '\0'; };
    const bool marked = bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("\xFE\xFF"sv);
    const bool little = bytes.size() >= 2 && !isZero(0) && isZero(1) && (bytes.size() == 2 || isZero(3));
    const bool big = bytes.size() >= 2 && isZero(0) && (!isZero(1) || (isZero(2) && bytes.size() >= 4 && !isZero(3)));
    if (marked || little || big)
        return JsonFault{"The file is in UTF-16 or UTF-32.", "Save it as UTF-8."};
    if (const std::size_t zero = bytes.find('\0'); zero != std::string_view::npos)
        return JsonFault{fmt::format("The file holds binary data (a zero byte at offset {}).", zero),
                         "Choose a JSON file."};
    return std::nullopt;
}

JsonFault describeSyntaxFault(std::string_view bytes, std::size_t at, std::string_view parserText) {
    at = std::min(at, bytes.size());
    const std::size_t start = at < bytes.size() ? tokenStart(bytes, at, parserText) : at;
    JsonFault fault = faultAt(bytes, at, start, parserText);
    std::string place = lineAndColumn(bytes, start);
    place.front() = 'L';
    fault.text = fmt::format("{}: {}.", place, fault.text);
    return fault;
}

} // namespace plumb
