// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/question_tree_model.h"

namespace plumb::ui {

QuestionTreeModel::QuestionTreeModel(SessionBridge* bridge, QObject* parent)
    : QAbstractItemModel(parent), m_bridge(bridge) {
    rebuild();
    connect(bridge, &SessionBridge::answersChanged, this, &QuestionTreeModel::update);
    connect(bridge, &SessionBridge::evidenceChanged, this, &QuestionTreeModel::update);
    connect(bridge, &SessionBridge::lensesChanged, this, [this] {
        beginResetModel();
        rebuild();
        endResetModel();
        emit countsChanged();
    });
}

void QuestionTreeModel::setGrouping(Grouping grouping) {
    if (grouping == m_grouping)
        return;
    beginResetModel();
    m_grouping = grouping;
    rebuild();
    endResetModel();
}

void QuestionTreeModel::rebuild() {
    m_facts = allFacts(m_bridge->session());
    m_nodes.clear();
    m_top.clear();
    m_nodeOf.clear();
    m_counts = {};
    for (const QuestionFacts& facts : m_facts)
        count(m_counts, facts);
    if (m_grouping == Grouping::Framework)
        buildByFramework();
    else
        buildByLens(m_grouping == Grouping::Phase);
}

int QuestionTreeModel::addNode(Kind kind, const QString& name, int parent) {
    const int id = static_cast<int>(m_nodes.size());
    std::vector<int>& siblings = parent < 0 ? m_top : m_nodes[static_cast<std::size_t>(parent)].children;
    Node node;
    node.kind = kind;
    node.name = name;
    node.parent = parent;
    node.row = static_cast<int>(siblings.size());
    siblings.push_back(id);
    m_nodes.push_back(std::move(node));
    return id;
}

void QuestionTreeModel::addQuestion(int facts, int parent) {
    const int id = addNode(Kind::Question, {}, parent);
    const QuestionFacts& of = m_facts[static_cast<std::size_t>(facts)];
    m_nodes[static_cast<std::size_t>(id)].facts = facts;
    m_nodeOf.emplace(of.key, id);
    countNode(id, of, 1);
}

void QuestionTreeModel::buildByLens(bool phases) {
    for (const review::ReviewLens& lens : m_bridge->session().review().lenses) {
        const int top = addNode(Kind::Top, lensName(lens), -1);
        struct Group {
            std::string id;
            QString name, tip;
        };
        std::vector<Group> groups;
        if (phases) {
            for (const lens::Phase& phase : lens.overlay->phases)
                groups.push_back({phase.id, q(phase.name), {}});
            groups.push_back({{}, groups.empty() ? tr("All questions") : tr("No phase"), {}});
        } else {
            for (const lens::Pillar& pillar : lens.lens->pillars)
                groups.push_back({pillar.id, pillarName(lens, pillar), q(lens.overlay->pillar(pillar.id).failureMode)});
        }
        for (const auto& [id, name, tip] : groups) {
            int group = -1;
            for (std::size_t i = 0; i < m_facts.size(); ++i) {
                const QuestionFacts& facts = m_facts[i];
                if (facts.key.lens != lens.lens->id || (phases ? facts.phase : facts.pillar) != id)
                    continue;
                if (group < 0) {
                    group = addNode(Kind::Group, name, top);
                    m_nodes[static_cast<std::size_t>(group)].tip = tip;
                }
                addQuestion(static_cast<int>(i), group);
            }
        }
    }
}

void QuestionTreeModel::buildByFramework() {
    std::vector<std::pair<std::string, QString>> pillars;
    for (const score::FrameworkPillar& pillar : score::frameworkPillars())
        pillars.emplace_back(std::string(pillar.id), q(pillar.shortName));
    pillars.emplace_back(std::string(), tr("Other pillars"));
    for (const auto& [id, name] : pillars) {
        int top = -1;
        for (const review::ReviewLens& lens : m_bridge->session().review().lenses) {
            int group = -1;
            for (std::size_t i = 0; i < m_facts.size(); ++i) {
                if (m_facts[i].key.lens != lens.lens->id || m_facts[i].framework != id)
                    continue;
                if (top < 0)
                    top = addNode(Kind::Top, name, -1);
                if (group < 0)
                    group = addNode(Kind::Group, lensName(lens), top);
                addQuestion(static_cast<int>(i), group);
            }
        }
    }
}

void QuestionTreeModel::countNode(int node, const QuestionFacts& facts, int sign) {
    for (int at = m_nodes[static_cast<std::size_t>(node)].parent; at >= 0;
         at = m_nodes[static_cast<std::size_t>(at)].parent) {
        m_nodes[static_cast<std::size_t>(at)].answered += facts.answered() ? sign : 0;
        m_nodes[static_cast<std::size_t>(at)].applicable += facts.applicable() ? sign : 0;
    }
}

void QuestionTreeModel::update(const std::vector<QuestionKey>& keys) {
    const QuestionCounts before = m_counts;
    for (const QuestionKey& key : keys) {
        const auto found = m_nodeOf.find(key);
        if (found == m_nodeOf.end())
            continue;
        const int id = found->second;
        QuestionFacts& facts = m_facts[static_cast<std::size_t>(m_nodes[static_cast<std::size_t>(id)].facts)];
        const QuestionFacts old = facts;
        if (!refreshFacts(facts, m_bridge->session()))
            continue;
        count(m_counts, old, -1);
        count(m_counts, facts);
        countNode(id, old, -1);
        countNode(id, facts, 1);
        const bool progress = old.answered() != facts.answered() || old.applicable() != facts.applicable();
        for (int at = id; at >= 0; at = progress ? m_nodes[static_cast<std::size_t>(at)].parent : -1)
            emit dataChanged(nodeIndex(at), nodeIndex(at));
    }
    if (before != m_counts)
        emit countsChanged();
}

const QuestionTreeModel::Node* QuestionTreeModel::node(const QModelIndex& index) const {
    if (!index.isValid() || index.model() != this)
        return nullptr;
    return &m_nodes[static_cast<std::size_t>(index.internalId())];
}

QModelIndex QuestionTreeModel::nodeIndex(int node) const {
    return createIndex(m_nodes[static_cast<std::size_t>(node)].row, 0, static_cast<quintptr>(node));
}

const QuestionFacts* QuestionTreeModel::facts(const QModelIndex& index) const {
    const Node* at = node(index);
    return at == nullptr || at->facts < 0 ? nullptr : &m_facts[static_cast<std::size_t>(at->facts)];
}

const QuestionFacts* QuestionTreeModel::facts(const QuestionKey& key) const {
    return facts(indexOf(key));
}

QModelIndex QuestionTreeModel::indexOf(const QuestionKey& key) const {
    const auto found = m_nodeOf.find(key);
    return found == m_nodeOf.end() ? QModelIndex() : nodeIndex(found->second);
}

std::optional<QuestionKey> QuestionTreeModel::firstQuestion() const {
    for (const Node& node : m_nodes)
        if (node.facts >= 0)
            return m_facts[static_cast<std::size_t>(node.facts)].key;
    return std::nullopt;
}

QModelIndex QuestionTreeModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent))
        return {};
    const std::vector<int>& children = parent.isValid() ? node(parent)->children : m_top;
    return nodeIndex(children[static_cast<std::size_t>(row)]);
}

QModelIndex QuestionTreeModel::parent(const QModelIndex& child) const {
    const Node* at = node(child);
    return at == nullptr || at->parent < 0 ? QModelIndex() : nodeIndex(at->parent);
}

int QuestionTreeModel::rowCount(const QModelIndex& parent) const {
    if (parent.column() > 0)
        return 0;
    return static_cast<int>(parent.isValid() ? node(parent)->children.size() : m_top.size());
}

int QuestionTreeModel::columnCount(const QModelIndex&) const {
    return 1;
}

Qt::ItemFlags QuestionTreeModel::flags(const QModelIndex& index) const {
    const Node* at = node(index);
    if (at == nullptr)
        return Qt::NoItemFlags;
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return at->kind == Kind::Question ? flags | Qt::ItemNeverHasChildren : flags;
}

QVariant QuestionTreeModel::data(const QModelIndex& index, int role) const {
    const Node* at = node(index);
    if (at == nullptr)
        return {};
    if (role == KindRole)
        return static_cast<int>(at->kind);
    return at->facts < 0 ? groupData(*at, role) : questionData(m_facts[static_cast<std::size_t>(at->facts)], role);
}

QVariant QuestionTreeModel::groupData(const Node& node, int role) const {
    switch (role) {
    case Qt::DisplayRole:
        return node.name;
    case Qt::ToolTipRole:
        return node.tip;
    case Qt::AccessibleTextRole:
        return tr("%1, %2 of %3 answered").arg(node.name).arg(node.answered).arg(node.applicable);
    case AnsweredRole:
        return node.answered;
    case ApplicableRole:
        return node.applicable;
    default:
        return {};
    }
}

QString QuestionTreeModel::questionText(const QuestionFacts& facts) const {
    QString text = tr("%1 %2, %3").arg(facts.number).arg(facts.shortTitle, stateWords(facts.state));
    if (facts.needsVerification)
        text += tr(", needs verification");
    if (facts.parked)
        text += tr(", parked");
    if (facts.reconfirm)
        text += tr(", to be confirmed again");
    if (facts.evidence > 0)
        text += tr(", %n piece(s) of evidence", nullptr, facts.evidence);
    return text;
}

QVariant QuestionTreeModel::questionData(const QuestionFacts& facts, int role) const {
    switch (role) {
    case Qt::DisplayRole:
        return facts.shortTitle;
    case Qt::ToolTipRole:
        return facts.title;
    case Qt::AccessibleTextRole:
        return questionText(facts);
    case StateRole:
        return static_cast<int>(facts.state);
    case NumberRole:
        return facts.number;
    case VerifyRole:
        return facts.needsVerification;
    case ReconfirmRole:
        return facts.reconfirm;
    case ParkedRole:
        return facts.parked;
    case EvidenceRole:
        return facts.evidence;
    case LensRole:
        return q(facts.key.lens);
    case QuestionRole:
        return q(facts.key.question);
    default:
        return {};
    }
}

} // namespace plumb::ui
