// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The heat maps of both states side by side: before with its scores, after with its scores and how far they moved.
// Where two have no room they become tabs. Brought up to date by show().
#pragma once

#include "core/base/result.h" // first: Qt's moc can't read <array> before the rest of the library
#include "core/compare/compare.h"

#include <array>
#include <QWidget>

class QBoxLayout;

namespace plumb::ui {

class Badge;
class HeatMapModel;
class HeatMapView;
class Hairline;
class SegmentedControl;
class WrapLabel;

class CompareMaps final : public QWidget {
    Q_OBJECT
public:
    explicit CompareMaps(QWidget* parent = nullptr);

    /// `from` and `to` are the names; `since` stands behind the delta: "since May".
    void show(const compare::Comparison& comparison, const QString& from, const QString& to, const QString& since);
    using QWidget::show;
    [[nodiscard]] HeatMapView* map(bool after) const noexcept { return m_sides[after ? 1 : 0].view; }
    [[nodiscard]] bool tabbed() const noexcept { return m_tabbed; }
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void cellChosen(const QString& lens, const QString& framework); ///< empty for totals

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Side {
        QWidget* pane = nullptr;
        WrapLabel* name = nullptr;
        WrapLabel* facts = nullptr;
        HeatMapModel* model = nullptr;
        HeatMapView* view = nullptr;
    };
    QWidget* buildSide(Side& side, const QString& object, const QString& accessible);
    void arrange();

    std::array<Side, 2> m_sides;
    Badge* m_delta = nullptr;
    Hairline* m_line = nullptr;
    QWidget* m_tabRow = nullptr;
    SegmentedControl* m_tabs = nullptr;
    bool m_tabbed = false;
};

} // namespace plumb::ui
