// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A second opinion on calendars: reads iCalendar text by RFC 5545 alone and shares no code with the writer.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace plumb::test {

struct IcsLine {
    std::string name;  ///< with its parameters: "DTSTART;VALUE=DATE"
    std::string value; ///< unescaped
};

/// A component with its lines and the components inside it.
struct IcsPart {
    std::string name;
    std::vector<IcsLine> lines;
    std::vector<IcsPart> parts;
    [[nodiscard]] std::string value(const std::string& wanted) const {
        for (const IcsLine& line : lines)
            if (line.name == wanted)
                return line.value;
        return "(none)";
    }
};

struct IcsFile {
    IcsPart root;        ///< holds the VCALENDAR
    std::string problem; ///< what breaks the rules first; empty when nothing does
};

class IcsParser {
public:
    [[nodiscard]] static IcsFile parse(const std::string& bytes) {
        IcsParser parser;
        parser.unfold(bytes);
        std::size_t at = 0;
        IcsFile file;
        parser.readInto(file.root, at, {});
        file.problem = parser.m_problem;
        return file;
    }

private:
    void problem(const std::string& text) {
        if (m_problem.empty())
            m_problem = text;
    }
    /// Physical lines end with CRLF, have at most 75 octets, and go on with a space.
    void unfold(const std::string& bytes) {
        std::size_t at = 0;
        while (at < bytes.size()) {
            const std::size_t end = bytes.find("\r\n", at);
            if (end == std::string::npos)
                return problem("the last line does not end with CRLF");
            const std::string line = bytes.substr(at, end - at);
            at = end + 2;
            if (line.size() > 75)
                problem("more than 75 octets: " + line);
            for (const char c : line)
                if (static_cast<unsigned char>(c) < 0x20 && c != '\t')
                    problem("a control character in: " + line);
            if (!line.empty() && (static_cast<unsigned char>(line[line[0] == ' ' ? 1 : 0]) & 0xC0U) == 0x80U)
                problem("folded inside a character: " + line);
            if (!line.empty() && line[0] == ' ' && !m_lines.empty())
                m_lines.back() += line.substr(1);
            else
                m_lines.push_back(line);
        }
    }
    [[nodiscard]] std::string unescaped(const std::string& value) {
        std::string out;
        for (std::size_t i = 0; i < value.size(); ++i) {
            if (value[i] == ';' || value[i] == ',')
                problem("not escaped: " + value);
            if (value[i] != '\\') {
                out += value[i];
                continue;
            }
            if (++i == value.size())
                problem("a lonely backslash: " + value);
            else if (value[i] == 'n' || value[i] == 'N')
                out += '\n';
            else if (value[i] == '\\' || value[i] == ';' || value[i] == ',')
                out += value[i];
            else
                problem("an unknown escape: " + value);
        }
        return out;
    }
    void readInto(IcsPart& part, std::size_t& at, const std::string& name) {
        part.name = name;
        while (at < m_lines.size()) {
            const std::string line = m_lines[at++];
            const std::size_t colon = line.find(':');
            if (colon == std::string::npos || colon == 0) {
                problem("no name: " + line);
                continue;
            }
            const std::string key = line.substr(0, colon), value = line.substr(colon + 1);
            if (key == "BEGIN")
                readInto(part.parts.emplace_back(), at, value);
            else if (key == "END")
                return value == name ? void() : problem("END of " + value + " in " + name);
            else
                part.lines.push_back({key, unescaped(value)});
        }
        if (!name.empty())
            problem("no END of " + name);
    }

    std::vector<std::string> m_lines;
    std::string m_problem;
};

} // namespace plumb::test
