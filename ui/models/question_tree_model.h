// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The questions of a review as a tree of three levels: lens > pillar > question, or lens > phase > question, or
// framework pillar > lens > question. Follows the session row by row; it resets only when lenses come or go or the
// grouping changes.
#pragma once

#include "ui/bridge/session_bridge.h"
#include "ui/models/question_facts.h"

#include <map>
#include <optional>
#include <QAbstractItemModel>
#include <vector>

namespace plumb::ui {

class QuestionTreeModel final : public QAbstractItemModel {
    Q_OBJECT
public:
    enum class Grouping : std::uint8_t { Pillar, Phase, Framework };
    enum class Kind : std::uint8_t { Top, Group, Question };
    /// Display = the name or short title, ToolTip = the whole title or how AI fails in the pillar, AccessibleText = a
    /// sentence.
    enum Role {
        KindRole = Qt::UserRole + 1, ///< int of Kind
        StateRole,                   ///< int of lens::State; questions only
        NumberRole,                  ///< int; questions only
        VerifyRole,                  ///< bool
        ReconfirmRole,               ///< bool
        ParkedRole,                  ///< bool
        EvidenceRole,                ///< int
        AnsweredRole,                ///< int: answered questions below
        ApplicableRole,              ///< int: questions below that count
        LensRole,                    ///< QString id; questions only
        QuestionRole,                ///< QString id; questions only
    };

    /// `bridge` must outlive the model.
    explicit QuestionTreeModel(SessionBridge* bridge, QObject* parent = nullptr);

    [[nodiscard]] Grouping grouping() const noexcept { return m_grouping; }
    void setGrouping(Grouping grouping);

    /// The question at an index of this model; nullptr for groups and invalid indexes. Valid until the next reset.
    [[nodiscard]] const QuestionFacts* facts(const QModelIndex& index) const;
    [[nodiscard]] const QuestionFacts* facts(const QuestionKey& key) const;
    [[nodiscard]] QModelIndex indexOf(const QuestionKey& key) const; ///< invalid when there is none
    [[nodiscard]] const QuestionCounts& counts() const noexcept { return m_counts; }
    [[nodiscard]] std::optional<QuestionKey> firstQuestion() const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

signals:
    void countsChanged();

private:
    struct Node {
        Kind kind = Kind::Top;
        QString name;    ///< groups
        QString tip;     ///< pillars: how AI fails there
        int facts = -1;  ///< questions: index into m_facts
        int parent = -1; ///< index into m_nodes
        int row = 0;
        int answered = 0, applicable = 0;
        std::vector<int> children;
    };

    void rebuild();
    int addNode(Kind kind, const QString& name, int parent);
    void addQuestion(int facts, int parent);
    void buildByLens(bool phases);
    void buildByFramework();
    void countNode(int node, const QuestionFacts& facts, int sign);
    void update(const std::vector<QuestionKey>& keys);
    [[nodiscard]] QModelIndex nodeIndex(int node) const;
    [[nodiscard]] const Node* node(const QModelIndex& index) const;
    [[nodiscard]] QString questionText(const QuestionFacts& facts) const;
    [[nodiscard]] QVariant questionData(const QuestionFacts& facts, int role) const;
    [[nodiscard]] QVariant groupData(const Node& node, int role) const;

    SessionBridge* m_bridge;
    Grouping m_grouping = Grouping::Pillar;
    std::vector<QuestionFacts> m_facts;
    std::vector<Node> m_nodes;
    std::vector<int> m_top;
    std::map<QuestionKey, int> m_nodeOf;
    QuestionCounts m_counts;
};

} // namespace plumb::ui
