// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One chart on a page: title and conclusion, the plot (QCustomPlot, drawn from core/report/chart.h by the same painter
// as the PDF), hover values, zoom, the keyboard, and a menu that copies it, exports it as SVG, PNG or CSV, or shows the
// table behind it instead of the plot.
//
// Keys of the plot: arrows, Home and End go from bar to bar and from point to point, Enter opens what is behind one,
// Alt+Left and Alt+Right move a bar of a movable chart, + - 0 zoom and show all, Shift+arrows move what is zoomed, Esc
// takes the values away, the Menu key opens the menu. With the mouse: Ctrl and the wheel, or a drawn rectangle.
#pragma once

#include "core/report/chart.h"

#include <memory>
#include <QString>
#include <QWidget>

namespace plumb::ui {

class FileDialogs;

class ChartView final : public QWidget {
    Q_OBJECT
public:
    /// `name` ends up in objectNames: "waterfall" -> "waterfallChart" (the plot, which has the focus),
    /// "waterfallTable", "waterfallMenuButton", and "waterfallView" for the whole.
    explicit ChartView(const QString& name, QWidget* parent = nullptr);
    ~ChartView() override;

    /// Draws another chart, or other figures: nothing moves but what changed, zoom stays while the axes do.
    void show(const report::Chart& chart);
    using QWidget::show;
    [[nodiscard]] const report::Chart& chart() const noexcept;

    void setTableShown(bool shown);
    [[nodiscard]] bool tableShown() const noexcept;
    /// A control in the title row, at its right end before the menu (a segment that switches two charts). Takes
    /// ownership.
    void setCorner(QWidget* corner);
    /// Who asks for the files of exports; not owned. The desktop's own without.
    void setFileDialogs(FileDialogs* files);
    /// Where exports are offered to be kept; the user's documents without.
    void setFolder(const QString& folder);

    /// Title, sentence and chart in the light palette, as they are copied and exported; `size` in px of the design.
    [[nodiscard]] QImage image(QSize size, double scale) const;
    [[nodiscard]] QByteArray svg(QSize size) const;

signals:
    /// Enter, a click or a double click on a bar, point or category that has a link.
    void linkActivated(const QString& link);
    /// A movable bar was dropped, or moved by Alt+Left/Right: the category goes from one place to another.
    void categoryMoved(int from, int to);
    /// Exported or failed: a line for the page's notice.
    void notice(const QString& text);
    /// The menu switched between plot and table.
    void tableShownChanged(bool shown);

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    class Private;
    std::unique_ptr<Private> m_private;
};

} // namespace plumb::ui
