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

/// Column of a framework pillar; none when it is none.
std::optional<std::size_t> columnNamed(std::string_view framework) {
    const auto pillars = score::frameworkPillars();
    const auto found = std::ranges::find(pillars, framework, &score::FrameworkPillar::id);
    if (found == pillars.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - pillars.begin());
}

/// Columns of questions one after the other: what a whole pillar has is looked up once.
class Columns {
public:
    std::optional<std::size_t> of(const Side& side) {
        const lens::Overlay& overlay = *side.lens->overlay;
        if (!overlay.questions.empty() && !overlay.question(side.question->id).framework.empty())
            return columnNamed(overlay.question(side.question->id).framework);
        if (side.pillar != m_pillar || side.lens != m_lens) {
            m_lens = side.lens;
            m_pillar = side.pillar;
            m_column = columnNamed(score::frameworkOf(*side.lens, *side.pillar, *side.question));
        }
        return m_column;
    }

private:
    const review::ReviewLens* m_lens = nullptr;
    const lens::Pillar* m_pillar = nullptr;
    std::optional<std::size_t> m_column;
};

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
            column = m_olds.of(pair.before);
            place(line, column, &Members::before, pair.before);
        }
        if (!pair.after.there())
            return;
        const bool same = pair.sameLens && pair.before.lens->overlay == pair.after.lens->overlay;
        place(line, same ? column : m_news.of(pair.after), &Members::after, pair.after);
    }
    Line& lineOf(const review::ReviewLens& lens) {
        if (&lens == m_lastLens)
            return m_lines[m_lastLine];
        m_lastLens = &lens;
        const auto [it, fresh] = m_places.try_emplace(lens.lens->id, m_lines.size());
        if (fresh)
            m_lines.push_back({&lens, {}});
        m_lastLine = it->second;
        return m_lines[m_lastLine];
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
            if (!std::ranges::is_sorted(members.before, std::less<>()))
                std::ranges::sort(members.before, std::less<>());
            cell.before = score::scoreScope(members.before);
            cell.after = score::scoreScope(members.after);
            cells.push_back(std::move(cell));
        }
    }

    Columns m_olds, m_news;
    const review::ReviewLens* m_lastLens = nullptr;
    std::size_t m_lastLine = 0;
    std::vector<Line> m_lines;
    std::unordered_map<std::string_view, std::size_t> m_places;
    Line m_all;
};

} // namespace

std::vector<GroupChange> groupChanges(const std::vector<Pair>& pairs) {
    return Grid(pairs).take();
}

} // namespace plumb::compare
