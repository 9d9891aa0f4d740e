// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The heat map of lenses by framework pillars: a table whose cells are score cells. Arrows move, Enter or a click opens
// the questions behind a cell. Cells shrink to the compact size when the pane is narrow.
#pragma once

#include "ui/models/heat_map_model.h"

#include <QTableView>

namespace plumb::ui {

class HeatMapView final : public QTableView {
    Q_OBJECT
public:
    explicit HeatMapView(HeatMapModel* model, QWidget* parent = nullptr);

    [[nodiscard]] HeatMapModel* heatMap() const noexcept { return m_model; }
    [[nodiscard]] bool smallCells() const noexcept { return m_small; }
    /// One of two maps beside each other: always small cells, narrower still where room is short, with the score and
    /// how far it moved and nothing else.
    void setSideBySide(bool on);
    [[nodiscard]] bool sideBySide() const noexcept { return m_sideBySide; }
    [[nodiscard]] QSizeF cellSize() const; ///< at the present width
    [[nodiscard]] int labelWidth() const;  ///< of the lenses' names
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void cellChosen(const QString& lens, const QString& framework); ///< empty for totals

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void layOutCells();
    void choose(const QModelIndex& index);
    [[nodiscard]] int contentWidth(bool small) const;
    [[nodiscard]] int widthWith(int label, qreal cell) const;

    HeatMapModel* m_model;
    /// By how much each large cell gets narrower before all get small: together more than a scroll bar.
    [[nodiscard]] int squeeze() const;

    bool m_small = false, m_sideBySide = false;
};

/// The key below the map: score steps, hatching, marks.
class HeatMapLegend final : public QWidget {
    Q_OBJECT
public:
    explicit HeatMapLegend(QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace plumb::ui
