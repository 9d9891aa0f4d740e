// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Lens x framework pillar as a table of score cells: one row a lens, one column a framework pillar, totals last (the
// row only with several lenses). Brought up to date by refresh(), not by itself: the overview does it when it is seen.
#pragma once

#include "ui/bridge/session_bridge.h"

#include <optional>
#include <QAbstractTableModel>
#include <QStringList>
#include <vector>

namespace plumb::ui {

/// What a cell says. `score.questions == 0`: there are no such questions.
struct HeatCell {
    score::ScopeScore score;
    bool total = false;        ///< stands in the total row or column
    std::optional<double> was; ///< the score today, where the map shows a future; the score before, of a comparison
    [[nodiscard]] bool exists() const noexcept { return score.questions > 0; }
    [[nodiscard]] bool asked() const noexcept { return score.answered > 0; }
    [[nodiscard]] int markCount() const noexcept; ///< questions that have the state of score.worstOpen
    friend bool operator==(const HeatCell&, const HeatCell&) = default;
};

/// How far a score moves: "+12", a true minus, "\u00B10"; empty when there was none before.
[[nodiscard]] QString deltaWords(const std::optional<double>& before, const std::optional<double>& after);

/// A map whose cells come from elsewhere (one side of a comparison): a row for each lens, then the totals.
struct HeatSheet {
    std::vector<std::string> lenses; ///< ids
    QStringList names;               ///< as shown, one for each lens
    std::vector<std::vector<HeatCell>> cells;
    bool changes = false; ///< `was` of the cells is the score before
};

class HeatMapModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum class Mode : std::uint8_t { Score, OpenRisks, Coverage };
    enum Role {
        MetaRole = Qt::UserRole + 1, ///< row header's second line, "24 of 29 answered"
        TotalRole,                   ///< bool, of rows and columns
    };

    explicit HeatMapModel(SessionBridge* bridge, QObject* parent = nullptr);
    /// Without a session: shows what show() is given.
    explicit HeatMapModel(QObject* parent = nullptr);

    [[nodiscard]] Mode mode() const noexcept { return m_mode; }
    void setMode(Mode mode);
    /// Reads the scores again; cells that differ are announced one by one, another shape resets. With `future` the
    /// cells are those of the what-if and hold the score of today beside theirs; it is not kept.
    void refresh(const score::WhatIf* future = nullptr);
    /// Cells that differ are announced one by one, another shape resets.
    void show(HeatSheet sheet);
    [[nodiscard]] bool showsFuture() const noexcept { return m_future; }
    /// Cells say how far they moved: beside a future, or beside the state before.
    [[nodiscard]] bool showsChanges() const noexcept { return m_future || m_changes; }

    [[nodiscard]] const HeatCell& cell(int row, int column) const;
    /// Lens id of a row, "" for the total; framework pillar id of a column, "" for the total.
    [[nodiscard]] std::string lensAt(int row) const;
    [[nodiscard]] std::string frameworkAt(int column) const;
    [[nodiscard]] bool hasTotalRow() const noexcept { return m_lenses.size() > 1; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    /// Display: the number as text; AccessibleText and ToolTip: the cell as a sentence.
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString number(const HeatCell& cell) const;
    [[nodiscard]] QString sentence(int row, int column) const;

    void take(std::vector<std::string> lenses, const QStringList& names, std::vector<std::vector<HeatCell>> cells);

    SessionBridge* m_bridge;
    Mode m_mode = Mode::Score;
    bool m_future = false, m_changes = false;
    std::vector<std::string> m_lenses;
    QStringList m_names;
    std::vector<std::vector<HeatCell>> m_cells;
};

} // namespace plumb::ui
