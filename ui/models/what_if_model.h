// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What can be ticked in a what-if: the plan as period > finding > practice, or the questionnaires as lens > question >
// practice. Ticks are kept here and nowhere else; nothing of the review changes. Brought up to date by refresh().
#pragma once

#include "ui/bridge/session_bridge.h"
#include "ui/theme/paint.h"

#include <QAbstractItemModel>
#include <QSortFilterProxyModel>
#include <set>
#include <vector>

namespace plumb::ui {

class WhatIfModel final : public QAbstractItemModel {
    Q_OBJECT
public:
    enum class Grouping : std::uint8_t { Plan, Questions };
    enum class Kind : std::uint8_t { Group, Item, Practice };
    /// Display: name, title or practice. CheckState: ticked, partly, not. ToolTip: the whole text, or why nothing can
    /// be ticked. AccessibleText: a sentence.
    enum Role {
        KindRole = Qt::UserRole + 1, ///< int of Kind
        MarkRole,                    ///< int of MarkKind; items only
        MetaRole,                    ///< QString: "F-04", "12 days"; groups and items
        EffortRole,                  ///< QString: "S"; items of the plan
        IdRole,                      ///< QString that stays the same over refreshes
        TickableRole,                ///< bool: there is a practice below
        WordsRole,                   ///< QString that a text filter looks through
        LensRole,                    ///< QString id; items of questions
        FrameworkRole,               ///< QString id; items of questions
    };

    /// `bridge` must outlive the model.
    explicit WhatIfModel(SessionBridge* bridge, QObject* parent = nullptr);

    [[nodiscard]] Grouping grouping() const noexcept { return m_grouping; }
    void setGrouping(Grouping grouping);
    /// Reads plan and questions again; ticks of practices that are in place by now, or gone, are dropped.
    void refresh();

    [[nodiscard]] std::vector<review::PracticeRef> ticks() const { return {m_ticks.begin(), m_ticks.end()}; }
    [[nodiscard]] int tickCount() const noexcept { return static_cast<int>(m_ticks.size()); }
    void clear();
    /// Ticks everything below the index, or unticks it when all of it is ticked.
    void toggle(const QModelIndex& index);

    [[nodiscard]] QModelIndex indexOf(const QString& id) const;
    [[nodiscard]] QModelIndex indexOfFinding(const QString& key) const; ///< of the plan; invalid when not in it
    [[nodiscard]] QString finding(const QModelIndex& index) const;      ///< key behind an item or practice of the plan
    [[nodiscard]] QuestionKey question(const QModelIndex& index) const; ///< behind an item or practice, or empty

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override; ///< CheckState
    Qt::ItemFlags flags(const QModelIndex& index) const override;

signals:
    void ticksChanged();

private:
    struct Node {
        Kind kind = Kind::Group;
        QString id, text, meta, effort, tip, words;
        MarkKind mark = MarkKind::Unanswered;
        QString finding;
        QuestionKey question;
        review::PracticeRef practice; ///< practices
        std::string framework;
        int parent = -1, row = 0;
        std::vector<int> children;
    };

    void rebuild();
    void buildPlan();
    void buildQuestions();
    int add(Node node, int parent);
    void addPractices(int item, const std::vector<review::PracticeRef>& practices, bool nameQuestion);
    void dropGone();
    [[nodiscard]] bool tickable(const review::PracticeRef& practice) const;
    void collect(int node, std::vector<const review::PracticeRef*>& out) const;
    [[nodiscard]] Qt::CheckState state(int node) const;
    void announce();
    [[nodiscard]] QModelIndex nodeIndex(int node) const;
    [[nodiscard]] const Node* node(const QModelIndex& index) const;
    [[nodiscard]] QString sentence(int node) const;

    SessionBridge* m_bridge;
    Grouping m_grouping = Grouping::Plan;
    std::vector<Node> m_nodes;
    std::vector<int> m_top;
    std::set<review::PracticeRef> m_ticks;
};

/// Narrows the tree to words and to a cell of the heat map. Rows below a row that fits stay.
class WhatIfFilter final : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit WhatIfFilter(WhatIfModel* model, QObject* parent = nullptr);
    void setWords(const QString& words); ///< every word must occur
    /// Only questions of this lens and framework pillar; empty: any.
    void setCell(const QString& lens, const QString& framework);
    [[nodiscard]] bool narrowed() const { return !m_words.isEmpty() || !m_lens.isEmpty() || !m_framework.isEmpty(); }
    [[nodiscard]] WhatIfModel* model() const { return static_cast<WhatIfModel*>(sourceModel()); }

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QStringList m_words;
    QString m_lens, m_framework;
};

} // namespace plumb::ui
