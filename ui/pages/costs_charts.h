// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The charts of the Costs place: above where the saving comes from and when it pays back, below how sure it is, what
// moves it and what the alternatives are. Where room is short the lower row becomes tabs. Charts are made by
// core/report from one CostShown and only while they are seen.
#pragma once

#include "core/base/result.h" // first: Qt's moc can't read <array> before the rest of the library
#include "core/report/cost_charts.h"

#include <array>
#include <functional>
#include <memory>
#include <QWidget>
#include <vector>

class QAbstractButton;
class QBoxLayout;
class QMenu;

namespace plumb::ui {

class ActionTable;
class ChartView;
class SegmentedControl;
struct CostShown;

class CostsCharts final : public QWidget {
    Q_OBJECT
public:
    enum class Kind : std::uint8_t { Waterfall, Cumulative, Confidence, Tornado, BreakEven, Frontier, Losses };
    static constexpr std::size_t kKinds = 7;
    /// Code and key of the finding behind a measure, by its position in the specification.
    using FindingOf = std::function<std::pair<std::string, std::string>(std::size_t measure)>;

    CostsCharts(ActionTable* actions, bool readOnly, FindingOf findingOf, QWidget* parent = nullptr);

    void show(std::shared_ptr<const CostShown> shown);
    using QWidget::show;
    /// Brings a chart of the lower row into sight.
    void showLower(Kind kind);
    [[nodiscard]] ChartView* view(Kind kind) const { return m_views[static_cast<std::size_t>(kind)]; }
    [[nodiscard]] bool tabbed() const noexcept { return m_tabbed; }

signals:
    void linkActivated(const QString& link);
    /// A measure of the scenario is to go from one place of its order to another, counted from 0.
    void orderWanted(int from, int to);
    void notice(const QString& text);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void build(ActionTable* actions);
    void buildCorners();
    QWidget* pane(Kind kind);
    QAbstractButton* picker();
    void arrange();
    void draw();
    void draw(Kind kind);
    [[nodiscard]] bool wanted(Kind kind) const;
    [[nodiscard]] report::Chart chartOf(Kind kind) const;

    bool m_readOnly;
    FindingOf m_findingOf;
    std::shared_ptr<const CostShown> m_shown;
    std::array<ChartView*, kKinds> m_views{};
    std::array<QWidget*, kKinds> m_panes{};
    std::array<bool, kKinds> m_stale{};
    std::vector<QWidget*> m_lines; ///< between the panes of the lower row
    QBoxLayout* m_column = nullptr;
    QWidget* m_tabRow = nullptr;
    SegmentedControl* m_tabs = nullptr;
    SegmentedControl* m_attribution = nullptr;
    SegmentedControl* m_spread = nullptr;
    SegmentedControl* m_swing = nullptr;
    QMenu* m_menu = nullptr;
    bool m_tabbed = false;
    Kind m_tab = Kind::Confidence, m_third = Kind::BreakEven;
    cost::BreakEvenKind m_breakEven = cost::BreakEvenKind::Provisioned;
    bool m_breakEvenChosen = false;
};

} // namespace plumb::ui
