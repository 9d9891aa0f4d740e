// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Charts of a comparison: why the score moved, what it costs by scenario, and the score over all reviews. The first
// two share a pane. Made from values; computes nothing.
#pragma once

#include "core/base/result.h" // first: Qt's moc can't read <array> before the rest of the library
#include "core/compare/compare.h"

#include <memory>
#include <QWidget>
#include <vector>

class QStackedWidget;

namespace plumb::ui {

class ActionTable;
class ChartView;
class CompareMoney;
struct CompareShown;
class FileDialogs;
class SegmentedControl;

/// Why the score moved | money, switched by segments or from outside.
class CompareCauses final : public QWidget {
    Q_OBJECT
public:
    enum class Part : std::uint8_t { Score, Money };
    explicit CompareCauses(ActionTable* actions, QWidget* parent = nullptr);

    /// `from` and `to` are short names of the states.
    void show(const CompareShown& shown, const QString& from, const QString& to);
    using QWidget::show;
    void setPart(Part part);
    [[nodiscard]] Part part() const noexcept { return m_part; }
    void setSegmentsShown(bool shown); ///< false: the tab row of small windows has them
    [[nodiscard]] ChartView* chart() const noexcept { return m_chart; }
    [[nodiscard]] CompareMoney* money() const noexcept { return m_money; }

private:
    [[nodiscard]] SegmentedControl* makeSegments(ActionTable* actions);

    Part m_part = Part::Score;
    QStackedWidget* m_stack;
    ChartView* m_chart;
    CompareMoney* m_money;
    std::vector<SegmentedControl*> m_segments;
};

/// The trend with short names below its points: "May 2026".
[[nodiscard]] std::vector<compare::TrendPoint> namedForChart(std::vector<compare::TrendPoint> points);

} // namespace plumb::ui
