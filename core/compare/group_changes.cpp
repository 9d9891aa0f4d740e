// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/group_changes.h"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <string_view>
#include <unordered_map>

namespace plumb::compare {
namespace {

constexpr std::size_t kPillars = 6, kTotal = kPillars, kColumns = kPillars + 1;

struct Members {
    std::vector<const score::QuestionScore*> before, after;
};

struct Line {
    const review::ReviewLens* lens = nullptr; ///< null: all lenses
    std::array<Members, kColumns> columns;
};

/// Column of the question's framework pillar; none when it has none.
std::optional<std::size_t> columnOf(const Side& side) {
    const std::string framework = score::frameworkOf(*side.lens, *side.pillar, *side.question);
    const auto pillars = score::frameworkPillars();
    const auto found = std::ranges::find(pillars, framework, &score::FrameworkPillar::id);
    if (found == pillars.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - pillars.begin());
}

class Grid {
public:
    explicit Grid(const std::vector<Pair>& pairs) {
        for (const Pair& pair : pairs)
            add(pair);
    }
    std::vector<GroupChange> take() {
        std::vector<GroupChange> cells;
        for (Line& line : m_lines)
            write(cells, line);
        write(cells, m_all);
        return cells;
    }

private:
    void add(const Pair& pair) {
        Line& line = lineOf(*pair.shown().lens);
        std::optional<std::size_t> column;
        if (pair.before.there()) {
            column = columnOf(pair.before);
            place(line, column, &Members::before, pair.before);
        }
        if (!pair.after.there())
            return;
        const bool same = pair.sameLens && pair.before.lens->overlay == pair.after.lens->overlay;
        place(line, same ? column : columnOf(pair.after), &Members::after, pair.after);
    }
    Line& lineOf(const review::ReviewLens& lens) {
        const auto [it, fresh] = m_places.try_emplace(lens.lens->id, m_lines.size());
        if (fresh)
            m_lines.push_back({&lens, {}});
        return m_lines[it->second];
    }
    void place(Line& line, std::optional<std::size_t> column, std::vector<const score::QuestionScore*> Members::*side,
               const Side& question) {
        for (Line* each : {&line, &m_all}) {
            (each->columns[kTotal].*side).push_back(question.score);
            if (column)
                (each->columns[*column].*side).push_back(question.score);
        }
    }
    static void write(std::vector<GroupChange>& cells, Line& line) {
        for (std::size_t column = 0; column < kColumns; ++column) {
            Members& members = line.columns[column];
            const bool all = !line.lens && column == kTotal;
            if (members.before.empty() && members.after.empty() && !all)
                continue;
            GroupChange cell;
            std::string lens = "All lenses";
            if (line.lens) {
                const std::string& shortName = line.lens->overlay->shortName;
                cell.lens = line.lens->lens->id;
                lens = shortName.empty() ? line.lens->lens->name : shortName;
            }
            cell.name = std::move(lens);
            if (column < kPillars) {
                const score::FrameworkPillar& pillar = score::frameworkPillars()[column];
                cell.framework = pillar.id;
                cell.name = line.lens ? cell.name + ", " + std::string(pillar.shortName) : std::string(pillar.name);
            }
            // Pairs stand in the order of the second review. Sums of the first run in its own, that of its scores in
            // memory, so that a cell is what its heat map showed to the last bit.
            std::ranges::sort(members.before, std::less<>());
            cell.before = score::scoreScope(members.before);
            cell.after = score::scoreScope(members.after);
            cells.push_back(std::move(cell));
        }
    }

    std::vector<Line> m_lines;
    std::unordered_map<std::string_view, std::size_t> m_places;
    Line m_all;
};

} // namespace

std::vector<GroupChange> groupChanges(const std::vector<Pair>& pairs) {
    return Grid(pairs).take();
}

} // namespace plumb::compare
