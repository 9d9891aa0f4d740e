// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The change list of a comparison as rows for a list view: questions that changed, or findings and what became of them,
// narrowed by a chip and by a cell of the heat map. Holds copies; the comparison may go.
#pragma once

#include "core/base/result.h" // first: Qt's moc can't read <array> before the rest of the library
#include "core/compare/compare.h"
#include "ui/theme/icon.h"
#include "ui/theme/paint.h"

#include <optional>
#include <QAbstractListModel>
#include <QString>
#include <vector>

namespace plumb::ui {

/// What the chips let through.
enum class ChangeFilter : std::uint8_t {
    All,
    // questions
    Improved,
    Worsened,
    NewQuestions,
    Other,
    // findings
    NewFindings,
    Regressed,
    StillOpen,
    Resolved,
    Accepted
};

struct CompareRow {
    bool finding = false;
    std::optional<MarkKind> from, to; ///< none: that side has not the question
    QString title, where, word;       ///< "ML, Ops 4" is `where`
    Icon icon = Icon::Minus;
    ChangeFilter chip = ChangeFilter::Other;
    QuestionKey question;  ///< of a finding: empty when it was written by hand
    std::string key;       ///< of a finding
    std::string framework; ///< framework pillar id, or empty
    std::size_t place = 0; ///< in comparison.questions or findings
    QString sentence;      ///< for assistive tools
    friend bool operator==(const CompareRow&, const CompareRow&) = default;
};

/// Questions that changed: improved first, then first answers, worsened and the rest, greatest effect first.
[[nodiscard]] std::vector<CompareRow> questionRows(const compare::Comparison& comparison, const review::Review& before,
                                                   const review::Review& after);
/// Findings: new and regressed ones first, then open, resolved, accepted, and those nobody asks about any more.
[[nodiscard]] std::vector<CompareRow> findingRows(const compare::Comparison& comparison, const compare::State& before,
                                                  const compare::State& after);

class CompareRowsModel final : public QAbstractListModel {
    Q_OBJECT
public:
    explicit CompareRowsModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    /// Rows that stay keep their place; where anything else differs the model resets.
    void setRows(std::vector<CompareRow> rows);
    void setFilter(ChangeFilter filter);
    [[nodiscard]] ChangeFilter filter() const noexcept { return m_filter; }
    /// Lens and framework pillar of a heat-map cell; empty: all.
    void setCell(const std::string& lens, const std::string& framework);
    [[nodiscard]] bool narrowed() const noexcept { return !m_lens.empty() || !m_framework.empty(); }
    [[nodiscard]] int count(ChangeFilter filter) const; ///< inside the cell

    [[nodiscard]] const CompareRow& row(int row) const { return m_rows[m_shown[static_cast<std::size_t>(row)]]; }
    [[nodiscard]] int rowOf(const CompareRow& like) const; ///< the same question or finding; -1
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    void refilter();
    [[nodiscard]] bool inCell(const CompareRow& row) const;

    std::vector<CompareRow> m_rows;
    std::vector<std::size_t> m_shown;
    ChangeFilter m_filter = ChangeFilter::All;
    std::string m_lens, m_framework;
};

} // namespace plumb::ui
