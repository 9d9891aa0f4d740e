// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/roadmap_layout.h"

#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include <QCoreApplication>
#include <QFontMetricsF>

namespace plumb::ui {

namespace {

constexpr double kRightMargin = 20, kTextGap = 6, kClearance = 14;
constexpr double kLongestTitle = 300; ///< of an item whose bar is shorter

QString words(const char* text) {
    return QCoreApplication::translate("plumb::ui::Roadmap", text);
}

/// Heights of a lane's parts, with the text scale.
struct Rows {
    double top = scaled(13), pitch = scaled(47), text = scaled(18), bar = 8, gap = scaled(3), bottom = scaled(6);
    double mark = scaled(16);
};

class Layouter {
public:
    Layouter(const std::vector<PlanStep>& steps, const std::vector<score::Period>& periods, double width, LaneBy by)
        : m_steps(steps), m_by(by) {
        m_out.width = width;
        m_out.laneWidth = scaled(Theme::instance().compact() ? 124 : 132);
        const double each = (width - m_out.laneWidth - kRightMargin) / static_cast<double>(periods.size());
        double left = m_out.laneWidth;
        for (const score::Period& period : periods) {
            const double right = std::round(left + each);
            m_out.columns.push_back({std::round(left), right, toDay(period.from), toDay(period.to)});
            left += each;
        }
        m_right = width - kRightMargin / 2;
        m_out.items.resize(steps.size());
    }

    RoadmapLayout run() {
        if (m_out.columns.empty())
            return m_out;
        for (const Members& lane : lanes())
            placeLane(lane.name, lane.steps);
        placeLater();
        link();
        return std::move(m_out);
    }

private:
    [[nodiscard]] bool later(const PlanStep& step) const { return step.from > m_out.columns.back().to; }

    /// Left edge of a day; the day after the last one is the right edge of the columns.
    [[nodiscard]] double x(const QDate& day) const {
        for (const RoadmapLayout::Column& column : m_out.columns)
            if (day <= column.to) {
                const auto days = static_cast<double>(column.from.daysTo(column.to) + 1);
                const auto at = static_cast<double>(std::max<qint64>(0, column.from.daysTo(day)));
                return column.left + (column.right - column.left) * at / days;
            }
        return m_out.columns.back().right;
    }

    struct Members {
        QString name;
        int place = 0;
        std::vector<std::size_t> steps;
    };

    /// Owners by name or pillars in their order, so that lanes keep their place when the plan moves; nobody's last.
    [[nodiscard]] std::vector<Members> lanes() const {
        std::vector<Members> out;
        for (std::size_t i = 0; i < m_steps.size(); ++i) {
            if (later(m_steps[i]))
                continue;
            const QString& name = m_by == LaneBy::Owner ? m_steps[i].owner : m_steps[i].pillar;
            const auto found =
                std::find_if(out.begin(), out.end(), [&](const Members& lane) { return lane.name == name; });
            if (found != out.end())
                found->steps.push_back(i);
            else
                out.push_back({name, m_by == LaneBy::Owner ? 0 : m_steps[i].pillarPlace, {i}});
        }
        std::sort(out.begin(), out.end(), [](const Members& a, const Members& b) {
            if (a.name.isEmpty() != b.name.isEmpty())
                return b.name.isEmpty();
            return a.place != b.place ? a.place < b.place : QString::localeAwareCompare(a.name, b.name) < 0;
        });
        return out;
    }

    struct Span {
        double left, right;
    };

    void placeLane(const QString& name, std::vector<std::size_t> members) {
        std::stable_sort(members.begin(), members.end(),
                         [&](std::size_t a, std::size_t b) { return m_steps[a].from < m_steps[b].from; });
        const double top = m_out.height;
        double days = 0;
        std::vector<std::vector<Span>> rows;
        for (const std::size_t i : members) {
            days += m_steps[i].days;
            RoadmapLayout::Item& item = m_out.items[i];
            item.step = i;
            item.lane = m_out.lanes.size();
            placeAcross(item, m_steps[i]);
            const Span span{item.mark.left() - 2, std::max(item.effort.right(), item.bar.right()) + kClearance};
            std::size_t row = 0;
            const auto meets = [&](const Span& other) { return span.left < other.right && other.left < span.right; };
            while (row < rows.size() && std::any_of(rows[row].begin(), rows[row].end(), meets))
                ++row;
            if (row == rows.size())
                rows.emplace_back();
            rows[row].push_back(span);
            placeDown(item, top + m_rows.top + static_cast<double>(row) * m_rows.pitch);
        }
        const QString meta = words("%1, %2 days").arg(stepCount(members.size()), personDays(days));
        const double height = m_rows.top + static_cast<double>(rows.size()) * m_rows.pitch + m_rows.bottom;
        const QString nobody = m_by == LaneBy::Owner ? words("No owner") : words("No pillar");
        m_out.lanes.push_back({name.isEmpty() ? nobody : name, meta, top, height});
        m_out.height = top + height;
    }

    static QString stepCount(std::size_t count) { return count == 1 ? words("1 step") : words("%1 steps").arg(count); }

    /// Bar by its days; the text stands on the bar's left end, or further left where the sheet would end.
    void placeAcross(RoadmapLayout::Item& item, const PlanStep& step) const {
        const double left = x(step.from);
        item.openEnd = step.to > m_out.columns.back().to;
        const double end = item.openEnd ? m_right : x(step.to.addDays(1));
        item.bar = QRectF(left, 0, std::max(6.0, end - left), m_rows.bar);
        const QFontMetricsF metrics(font(Role::SmallMedium));
        const double effort = textWidth(step.effort, Role::Micro);
        const double besides = m_rows.mark + kTextGap + kTextGap + effort;
        const double wish = textWidth(step.title, Role::SmallMedium);
        const double most = std::max<double>(scaled(kLongestTitle), item.bar.width() - besides);
        double title = std::ceil(std::min({wish, most, m_right - m_out.columns.front().left - besides}));
        if (title < wish) // the effort stands right behind what is left of the words
            title = std::ceil(metrics.horizontalAdvance(metrics.elidedText(step.title, Qt::ElideRight, title)));
        const double textLeft = std::min(left, m_right - besides - title);
        item.mark = QRectF(textLeft, 0, m_rows.mark, m_rows.mark);
        item.title = QRectF(textLeft + m_rows.mark + kTextGap, 0, title, m_rows.text);
        item.effort = QRectF(item.title.right() + kTextGap, 0, effort + 1, m_rows.text);
    }

    void placeDown(RoadmapLayout::Item& item, double y) const {
        item.title.moveTop(y);
        item.effort.moveTop(y);
        item.mark.moveTop(std::round(y + (m_rows.text - m_rows.mark) / 2));
        item.bar.moveTop(std::round(y + m_rows.text + m_rows.gap));
        const double right = std::max(item.effort.right(), item.later ? 0 : item.bar.right());
        const double bottom = item.later ? item.title.bottom() + 2 : item.bar.bottom() + 7;
        item.frame = QRectF(QPointF(item.mark.left() - 7, y - 5), QPointF(right + 6, bottom));
        if (item.frame.right() > m_out.width - 2)
            item.frame.setRight(m_out.width - 2);
    }

    /// What begins after the last column: as many beside each other as there are columns.
    void placeLater() {
        std::vector<std::size_t> members;
        double days = 0;
        for (std::size_t i = 0; i < m_steps.size(); ++i)
            if (later(m_steps[i])) {
                members.push_back(i);
                days += m_steps[i].days;
            }
        if (members.empty())
            return;
        const double top = m_out.height, pitch = scaled(30);
        for (std::size_t n = 0; n < members.size(); ++n) {
            const RoadmapLayout::Column& column = m_out.columns[n % m_out.columns.size()];
            RoadmapLayout::Item& item = m_out.items[members[n]];
            const PlanStep& step = m_steps[members[n]];
            item.step = members[n];
            item.lane = m_out.lanes.size();
            item.later = true;
            const double effort = textWidth(step.effort, Role::Micro), left = column.left + 11;
            const double room = column.right - left - m_rows.mark - 2 * kTextGap - effort - kClearance;
            item.mark = QRectF(left, 0, m_rows.mark, m_rows.mark);
            item.title = QRectF(left + m_rows.mark + kTextGap, 0,
                                std::ceil(std::min(room, textWidth(step.title, Role::SmallMedium))), m_rows.text);
            item.effort = QRectF(item.title.right() + kTextGap, 0, effort + 1, m_rows.text);
            placeDown(item, top + m_rows.top + std::floor(double(n) / double(m_out.columns.size())) * pitch);
        }
        const double rows = std::ceil(double(members.size()) / double(m_out.columns.size()));
        const double height = std::max<double>(m_rows.top + rows * pitch + m_rows.bottom, scaled(60));
        m_out.lanes.push_back({words("After %1").arg(shortDayWords(m_out.columns.back().to)),
                               words("%1, %2 days").arg(stepCount(members.size()), personDays(days)), top, height});
        m_out.height = top + height;
    }

    void link() {
        std::map<QString, std::size_t> byKey;
        for (std::size_t i = 0; i < m_steps.size(); ++i)
            byKey[m_steps[i].key] = i;
        for (std::size_t to = 0; to < m_steps.size(); ++to)
            for (const QString& key : m_steps[to].needs) {
                const auto from = byKey.find(key);
                if (from != byKey.end() && !m_out.items[to].later && !m_out.items[from->second].later)
                    m_out.links.push_back({from->second, to, elbow(m_out.items[from->second], m_out.items[to])});
            }
    }

    /// From the end of one bar to the start of the other, in right angles.
    [[nodiscard]] static std::vector<QPointF> elbow(const RoadmapLayout::Item& from, const RoadmapLayout::Item& to) {
        constexpr double kRun = 10; // room for the arrowhead and a bit of line
        const auto half = [](double v) { return std::floor(v) + 0.5; };
        const double y0 = half(from.bar.center().y()), y1 = half(to.bar.center().y());
        const double x0 = from.bar.right(), x1 = to.bar.left() - 1;
        if (y0 == y1 && x1 - x0 >= kRun)
            return {{x0, y0}, {x1, y1}};
        if (x1 - x0 >= kRun + 4) {
            const double turn = half(std::min(x0 + 6, x1 - kRun));
            return {{x0, y0}, {turn, y0}, {turn, y1}, {x1, y1}};
        }
        // No room between them: leave the first bar through its lower or upper edge.
        const double turn = half(std::max(from.bar.left() + 2, std::min(x0 - 3, x1 - kRun)));
        const double edge = y1 > y0 ? from.bar.bottom() : from.bar.top();
        if (x1 - turn >= 6)
            return {{turn, edge}, {turn, y1}, {x1, y1}};
        // The second begins before the first one: come from its left.
        const double left = half(x1 - kRun), between = half(y1 > y0 ? edge + 4 : edge - 4);
        return {{turn, edge}, {turn, between}, {left, between}, {left, y1}, {x1, y1}};
    }

    const std::vector<PlanStep>& m_steps;
    LaneBy m_by;
    Rows m_rows;
    double m_right = 0;
    RoadmapLayout m_out;
};

double verticalDistance(int key, const QRectF& from, const QRectF& to) {
    return key == Qt::Key_Down ? to.top() - from.top() : from.top() - to.top();
}

} // namespace

std::size_t RoadmapLayout::neighbour(std::size_t item, int key) const {
    const Item& here = items.at(item);
    const bool sideways = key == Qt::Key_Left || key == Qt::Key_Right;
    std::size_t best = item;
    double bestFirst = std::numeric_limits<double>::max(), bestSecond = bestFirst;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i == item || (sideways && items[i].lane != here.lane))
            continue;
        const double across = items[i].mark.left() - here.mark.left();
        double first = 0, second = 0;
        if (sideways) {
            first = key == Qt::Key_Right ? across : -across;
            second = std::abs(items[i].mark.top() - here.mark.top());
        } else {
            first = verticalDistance(key, here.title, items[i].title);
            second = std::abs(across);
        }
        if (first <= 0.5)
            continue;
        if (first < bestFirst - 0.5 || (first < bestFirst + 0.5 && second < bestSecond)) {
            best = i;
            bestFirst = first;
            bestSecond = second;
        }
    }
    return best;
}

RoadmapLayout layOutRoadmap(const std::vector<PlanStep>& steps, const std::vector<score::Period>& periods, double width,
                            LaneBy lanes) {
    return Layouter(steps, periods, width, lanes).run();
}

} // namespace plumb::ui
