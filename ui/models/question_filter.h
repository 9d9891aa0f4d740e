// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which questions the tree shows. Rows that stop to match while one works through a filtered list stay until the filter
// is set again, so that nothing moves under the pointer; rows that come to match appear at once.
#pragma once

#include "ui/models/question_tree_model.h"

#include <optional>
#include <QSortFilterProxyModel>
#include <set>
#include <unordered_set>

namespace plumb::ui {

/// All parts that are set must hold together.
struct QuestionFilter {
    bool unanswered = false, high = false, verify = false, parked = false, evidence = false, reconfirm = false;
    std::set<std::string> phases;     ///< names of phases (lenses share names, not ids); empty: all
    std::set<std::string> frameworks; ///< framework pillar ids; empty: all
    std::set<std::string> lenses;     ///< lens ids; empty: all
    QString search;                   ///< full text; empty: all

    [[nodiscard]] bool empty() const;
    friend bool operator==(const QuestionFilter&, const QuestionFilter&) = default;
};

class QuestionFilterProxy final : public QSortFilterProxyModel {
    Q_OBJECT
public:
    /// `tree` is the source model; `bridge` answers the full-text search.
    QuestionFilterProxy(SessionBridge* bridge, QuestionTreeModel* tree, QObject* parent = nullptr);

    [[nodiscard]] const QuestionFilter& filter() const noexcept { return m_filter; }
    /// Sets it (also the same again: rows that no longer match go).
    void setFilter(const QuestionFilter& filter);

    [[nodiscard]] int shown() const; ///< questions that are shown

    [[nodiscard]] const QuestionFacts* facts(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexOf(const QuestionKey& key) const; ///< invalid when not shown
    /// The shown questions from top to bottom.
    [[nodiscard]] std::vector<QuestionKey> order() const;
    /// The question `step` (1 or -1) after `from` in the shown order; from the first when `from` is not shown. None at
    /// the end.
    [[nodiscard]] std::optional<QuestionKey> neighbour(const QuestionKey& from, int step) const;
    /// The next unanswered question after `from`, going round once; none when all are answered.
    [[nodiscard]] std::optional<QuestionKey> nextUnanswered(const QuestionKey& from) const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    [[nodiscard]] bool matches(const QuestionFacts& facts) const;
    [[nodiscard]] std::string phaseName(const QuestionFacts& facts) const;
    void runSearch();

    SessionBridge* m_bridge;
    QuestionTreeModel* m_tree;
    QuestionFilter m_filter;
    std::unordered_set<QuestionKey> m_hits;
    mutable std::unordered_set<QuestionKey> m_kept; ///< matched since the filter was set
};

} // namespace plumb::ui
