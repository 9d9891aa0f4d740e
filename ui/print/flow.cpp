// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/flow.h"

namespace plumb::ui::print {
namespace {

class Paginator {
public:
    Paginator(const std::vector<Strip>& strips, const Grid& grid) : m_strips(strips), m_grid(grid) {}

    std::vector<Page> run() {
        newPage();
        for (std::size_t first = 0; first < m_strips.size();) {
            std::size_t end = first + 1;
            while (end < m_strips.size() && m_strips[end - 1].keepWithNext && !m_strips[end].pageBreak)
                ++end;
            if (m_strips[first].pageBreak && !m_pages.back().strips.empty())
                newPage();
            if (!fits(first, end) && !m_pages.back().strips.empty())
                newPage();
            for (; first < end; ++first)
                place(m_strips[first]);
        }
        return std::move(m_pages);
    }

private:
    void newPage() {
        m_pages.push_back({{}, m_chapter});
        m_y = m_grid.bodyTop;
    }
    [[nodiscard]] bool atTop() const { return m_pages.back().strips.empty(); }

    [[nodiscard]] bool fits(std::size_t first, std::size_t end) const {
        double y = m_y;
        for (std::size_t i = first; i < end; ++i)
            y += (i == first && atTop() ? 0 : m_strips[i].before) + m_strips[i].height;
        return y <= m_grid.bodyBottom() + 0.01;
    }

    void place(const Strip& strip) {
        if (m_y + strip.before + strip.height > m_grid.bodyBottom() + 0.01 && !atTop())
            newPage(); // a group higher than a page
        if (atTop() && strip.repeated)
            for (const Strip& head : *strip.repeated)
                put(head);
        put(strip);
    }

    void put(const Strip& strip) {
        m_y += atTop() ? 0 : strip.before;
        if (strip.chapter >= 0) {
            m_chapter = strip.chapter;
            if (atTop() || m_pages.back().chapter < 0)
                m_pages.back().chapter = m_chapter;
        }
        m_pages.back().strips.push_back({&strip, m_y});
        m_y += strip.height;
    }

    const std::vector<Strip>& m_strips;
    const Grid& m_grid;
    std::vector<Page> m_pages;
    double m_y = 0;
    int m_chapter = -1;
};

} // namespace

void appendLines(std::vector<Strip>& strips, const std::shared_ptr<const TextBlock>& block, double x, double before) {
    const int lines = block->lineCount();
    for (int i = 0; i < lines; ++i) {
        Strip strip;
        strip.before = i == 0 ? before : 0;
        strip.height = block->lineHeight();
        strip.keepWithNext = lines > 1 && (i == 0 || i == lines - 2);
        strip.ops.emplace_back(TextOp{block, i, QPointF(x, 0)});
        strips.push_back(std::move(strip));
    }
}

Strip wholeBlock(const std::shared_ptr<const TextBlock>& block, double x, double before) {
    Strip strip;
    strip.before = before;
    strip.height = block->height();
    addLines(strip.ops, block, QPointF(x, 0));
    return strip;
}

void addLines(std::vector<Op>& ops, const std::shared_ptr<const TextBlock>& block, const QPointF& at) {
    for (int i = 0; i < block->lineCount(); ++i)
        ops.emplace_back(TextOp{block, i, at + QPointF(0, i * block->lineHeight())});
}

void holdTogether(std::vector<Strip>& strips, std::size_t first, double height) {
    double sum = 0;
    for (std::size_t i = first; i < strips.size(); ++i) {
        sum += strips[i].height + (i == first ? 0 : strips[i].before);
        if (sum >= height)
            return;
        if (i + 1 < strips.size())
            strips[i].keepWithNext = true;
    }
    if (strips.size() > first)
        strips.back().height += height - sum;
}

std::vector<Page> paginate(const std::vector<Strip>& strips, const Grid& grid) {
    return Paginator(strips, grid).run();
}

} // namespace plumb::ui::print
