// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The 5x5 matrix of likelihood by impact: how many findings stand in each cell, which cell is chosen, and where one
// finding goes when it is fixed (dot to ring). Each cell is a button of its own, so it can be reached, heard and
// pressed; Tab enters at the chosen one and arrows move.
#pragma once

#include <array>
#include <optional>
#include <QStringList>
#include <QWidget>

namespace plumb::ui {

/// A cell by its two values, each 1-5.
struct MatrixCell {
    int likelihood = 0, impact = 0;
    [[nodiscard]] bool valid() const noexcept {
        return likelihood >= 1 && likelihood <= 5 && impact >= 1 && impact <= 5;
    }
    friend bool operator==(const MatrixCell&, const MatrixCell&) = default;
};

class RiskMatrix final : public QWidget {
    Q_OBJECT
public:
    using Counts = std::array<std::array<int, 5>, 5>; ///< [likelihood-1][impact-1]

    /// Five words each, for 1 to 5.
    RiskMatrix(const QStringList& likelihood, const QStringList& impact, QWidget* parent = nullptr);

    void setCounts(const Counts& counts);
    /// The cell with the frame: the one that filters, or that of the current finding.
    void setChosen(std::optional<MatrixCell> cell);
    [[nodiscard]] std::optional<MatrixCell> chosen() const noexcept { return m_chosen; }
    /// Today and after the fix; an invalid one takes its sign away.
    void setMove(MatrixCell today, MatrixCell after);
    [[nodiscard]] QWidget* cellWidget(MatrixCell cell) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void cellPressed(plumb::ui::MatrixCell cell); ///< click, Enter or Space

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    class Cell;
    class Move;
    void layOut();
    void nameCells();
    [[nodiscard]] Cell* at(MatrixCell cell) const;
    [[nodiscard]] int labelWidth() const;
    void enterAt(MatrixCell cell);

    QStringList m_likelihood, m_impact;
    std::array<Cell*, 25> m_cells{};
    Move* m_move;
    std::optional<MatrixCell> m_chosen;
};

} // namespace plumb::ui
