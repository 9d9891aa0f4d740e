// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What changed, question by question or finding by finding: segments, chips with counts, the list, and what stands
// there when nothing does.
#pragma once

#include "ui/models/compare_rows.h"

#include <array>
#include <functional>
#include <QWidget>
#include <vector>

class QStackedWidget;

namespace plumb::ui {

class ActionTable;
class Chip;
class CompareListView;
class Flow;
class SegmentedControl;
class WrapLabel;

class CompareList final : public QWidget {
    Q_OBJECT
public:
    enum class Kind : std::uint8_t { Questions, Findings };

    explicit CompareList(ActionTable* actions, QWidget* parent = nullptr);

    /// `unchanged` questions are said below the list.
    void show(std::vector<CompareRow> questions, std::vector<CompareRow> findings, int unchanged);
    using QWidget::show;
    void setKind(Kind kind);
    [[nodiscard]] Kind kind() const noexcept { return m_kind; }
    void setFilter(ChangeFilter filter);
    /// Only a cell of the heat map; `words` names it on its chip. Empty: all.
    void setCell(const std::string& lens, const std::string& framework, const QString& words);
    [[nodiscard]] bool inCell(const std::string& lens, const std::string& framework) const {
        return lens == m_lens && framework == m_framework;
    }
    /// The segments stand elsewhere (in the tab row of small windows).
    void setSegmentsShown(bool shown);

    [[nodiscard]] CompareListView* view() const noexcept { return m_views[static_cast<std::size_t>(m_kind)]; }
    [[nodiscard]] const CompareRow* current() const;
    /// All rows of both kinds, unfiltered.
    [[nodiscard]] const std::vector<CompareRow>& questions() const noexcept { return m_questions; }
    [[nodiscard]] const std::vector<CompareRow>& findings() const noexcept { return m_findings; }

signals:
    void kindChanged();
    void currentMoved();
    void touched(); ///< a row was chosen by a person
    void entered(const plumb::ui::CompareRow& row);

private:
    void build(ActionTable* actions);
    void buildHead(ActionTable* actions);
    void addChip(Kind kind, ChangeFilter filter, const QString& label, const QString& name);
    void refreshChips();
    void keepCurrent(Kind kind, const std::function<void()>& change);
    void applyMetrics();
    [[nodiscard]] CompareRowsModel* rows() const noexcept { return m_models[static_cast<std::size_t>(m_kind)]; }

    struct ChipOf {
        Chip* chip;
        Kind kind;
        ChangeFilter filter;
    };
    Kind m_kind = Kind::Questions;
    std::vector<CompareRow> m_questions, m_findings;
    std::array<CompareRowsModel*, 2> m_models{};
    std::array<CompareListView*, 2> m_views{};
    std::vector<ChipOf> m_chips;
    Chip* m_cell = nullptr;
    std::string m_lens, m_framework;
    int m_unchanged = 0;
    QWidget* m_head = nullptr;
    Flow* m_flow = nullptr;
    SegmentedControl* m_segments = nullptr;
    QStackedWidget* m_stack = nullptr;
    QWidget* m_nothingRow = nullptr;
    WrapLabel* m_nothing = nullptr;
    QWidget* m_footRow = nullptr;
    WrapLabel* m_foot = nullptr;
};

} // namespace plumb::ui
