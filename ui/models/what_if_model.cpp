// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/what_if_model.h"

#include "ui/models/question_facts.h"

#include <algorithm>

namespace plumb::ui {

namespace {

/// "1 day", "0.5 days", "20 days"
QString daysWords(double days) {
    const double rounded = qRound(days * 10) / 10.0;
    return qFuzzyCompare(rounded, 1.0) ? WhatIfModel::tr("1 day") : WhatIfModel::tr("%1 days").arg(rounded);
}

review::ChoiceStatus statusOf(const review::Answer& answer, const std::string& choice) {
    const auto it = answer.choices.find(choice);
    return it == answer.choices.end() ? review::ChoiceStatus::Unselected : it->second.status;
}

} // namespace

WhatIfModel::WhatIfModel(SessionBridge* bridge, QObject* parent) : QAbstractItemModel(parent), m_bridge(bridge) {
    rebuild();
}

void WhatIfModel::setGrouping(Grouping grouping) {
    if (grouping == m_grouping)
        return;
    beginResetModel();
    m_grouping = grouping;
    rebuild();
    endResetModel();
}

void WhatIfModel::refresh() {
    const std::size_t before = m_ticks.size();
    beginResetModel();
    dropGone();
    rebuild();
    endResetModel();
    if (m_ticks.size() != before)
        emit ticksChanged();
}

void WhatIfModel::clear() {
    if (m_ticks.empty())
        return;
    m_ticks.clear();
    announce();
}

bool WhatIfModel::tickable(const review::PracticeRef& practice) const {
    const review::Review& review = m_bridge->session().review();
    const lens::Question* question = review.findQuestion(practice.question);
    const review::Answer& answer = review.answer(practice.question);
    if (question == nullptr || !answer.applicable)
        return false;
    const auto choice = std::find_if(question->choices.begin(), question->choices.end(),
                                     [&](const lens::Choice& each) { return each.id == practice.choice; });
    if (choice == question->choices.end() || choice->isNone)
        return false;
    // One that is in place still clears a "None of these" beside it.
    const review::ChoiceStatus status = statusOf(answer, practice.choice);
    const bool contradicted =
        std::any_of(question->choices.begin(), question->choices.end(), [&](const lens::Choice& each) {
            return each.isNone && statusOf(answer, each.id) == review::ChoiceStatus::Selected;
        });
    return status == review::ChoiceStatus::Unselected || (status == review::ChoiceStatus::Selected && contradicted);
}

void WhatIfModel::dropGone() {
    std::erase_if(m_ticks, [this](const review::PracticeRef& practice) { return !tickable(practice); });
}

void WhatIfModel::rebuild() {
    m_nodes.clear();
    m_top.clear();
    if (m_grouping == Grouping::Plan)
        buildPlan();
    else
        buildQuestions();
}

int WhatIfModel::add(Node node, int parent) {
    const int index = static_cast<int>(m_nodes.size());
    std::vector<int>& siblings = parent < 0 ? m_top : m_nodes[static_cast<std::size_t>(parent)].children;
    node.parent = parent;
    node.row = static_cast<int>(siblings.size());
    siblings.push_back(index);
    m_nodes.push_back(std::move(node));
    return index;
}

void WhatIfModel::addPractices(int item, const std::vector<review::PracticeRef>& practices, bool nameQuestion) {
    const review::Review& review = m_bridge->session().review();
    for (const review::PracticeRef& practice : practices) {
        if (!tickable(practice))
            continue;
        const lens::Question& question = *review.findQuestion(practice.question);
        const auto choice = std::find_if(question.choices.begin(), question.choices.end(),
                                         [&](const lens::Choice& each) { return each.id == practice.choice; });
        const Node& above = m_nodes[static_cast<std::size_t>(item)];
        Node node;
        node.kind = Kind::Practice;
        node.id = above.id + QLatin1Char('/') + q(practice.question.lens) + QLatin1Char('/') +
                  q(practice.question.question) + QLatin1Char('/') + q(practice.choice);
        node.text = q(choice->title);
        node.tip = nameQuestion ? tr("%1 \u2013 %2").arg(q(choice->title), q(question.title)) : q(choice->title);
        node.words = node.text;
        node.finding = above.finding;
        node.question = practice.question;
        node.practice = practice;
        add(std::move(node), item);
    }
}

void WhatIfModel::buildPlan() {
    const session::Session& session = m_bridge->session();
    const score::Plan& plan = session.plan();
    std::vector<int> groups(plan.periods.size() + 1, -1);
    std::vector<double> days(plan.periods.size() + 1, 0.0);
    for (const score::PlanItem& item : plan.items)
        days[std::min(static_cast<std::size_t>(item.period), plan.periods.size())] += item.days;
    for (std::size_t period = 0; period < groups.size(); ++period) {
        for (const score::PlanItem& item : plan.items) {
            if (std::min(static_cast<std::size_t>(item.period), plan.periods.size()) != period)
                continue;
            if (groups[period] < 0) {
                Node group;
                group.id = QStringLiteral("period/%1").arg(period);
                group.text = period < plan.periods.size() ? q(plan.periods[period].name) : tr("Later");
                group.meta = daysWords(days[period]);
                groups[period] = add(std::move(group), -1);
            }
            const score::Finding* finding = session.finding(item.key);
            Node node;
            node.kind = Kind::Item;
            node.id = QStringLiteral("finding/") + q(item.key);
            node.text = q(item.title);
            node.meta = item.number > 0 ? q(review::findingCode(item.number)) : QString();
            node.effort = q(review::toText(item.effort));
            node.mark = item.status == review::FindingStatus::Accepted ? MarkKind::Accepted
                        : item.severity == lens::Risk::High            ? MarkKind::High
                                                                       : MarkKind::Medium;
            node.finding = q(item.key);
            node.question = finding != nullptr ? finding->question : QuestionKey{};
            node.words = node.meta + QLatin1Char(' ') + node.text + QLatin1Char(' ') + q(item.owner);
            const int index = add(std::move(node), groups[period]);
            addPractices(index, item.practices, true);
            Node& made = m_nodes[static_cast<std::size_t>(index)];
            made.tip = made.children.empty()
                           ? tr("%1. Nothing to tick: no practice of the questionnaires closes it.").arg(made.text)
                           : made.text;
        }
    }
}

void WhatIfModel::buildQuestions() {
    const session::Session& session = m_bridge->session();
    for (const review::ReviewLens& lens : session.review().lenses) {
        int group = -1;
        for (const lens::Pillar& pillar : lens.lens->pillars) {
            int number = 0;
            for (const lens::Question& question : pillar.questions) {
                ++number;
                const QuestionKey key{lens.lens->id, question.id};
                const lens::State now = session.state(key);
                if (now == lens::State::None || now == lens::State::NotApplicable)
                    continue;
                if (group < 0) {
                    Node top;
                    top.id = QStringLiteral("lens/") + q(lens.lens->id);
                    top.text = lensName(lens);
                    group = add(std::move(top), -1);
                }
                const std::string& shortTitle = lens.overlay->question(question.id).shortTitle;
                Node node;
                node.kind = Kind::Item;
                node.id = QStringLiteral("question/%1/%2").arg(q(key.lens), q(key.question));
                node.text = q(shortTitle.empty() ? question.title : shortTitle);
                node.meta = tr("%1 %2").arg(pillarName(lens, pillar)).arg(number);
                node.tip = q(question.title);
                node.mark = markOf(now);
                node.question = key;
                node.framework = score::frameworkOf(lens, pillar, question);
                node.words = node.text + QLatin1Char(' ') + node.tip + QLatin1Char(' ') + node.meta;
                const int index = add(std::move(node), group);
                std::vector<review::PracticeRef> practices;
                for (const lens::Choice& choice : question.choices)
                    practices.push_back({key, choice.id});
                addPractices(index, practices, false);
            }
        }
        if (group >= 0) {
            Node& top = m_nodes[static_cast<std::size_t>(group)];
            top.meta = top.children.size() == 1 ? tr("1 question") : tr("%1 questions").arg(top.children.size());
        }
    }
}

void WhatIfModel::collect(int node, std::vector<const review::PracticeRef*>& out) const {
    const Node& at = m_nodes[static_cast<std::size_t>(node)];
    if (at.kind == Kind::Practice)
        out.push_back(&at.practice);
    for (const int child : at.children)
        collect(child, out);
}

Qt::CheckState WhatIfModel::state(int node) const {
    std::vector<const review::PracticeRef*> practices;
    collect(node, practices);
    const auto ticked = std::count_if(practices.begin(), practices.end(),
                                      [this](const review::PracticeRef* each) { return m_ticks.count(*each) > 0; });
    return ticked == 0                                            ? Qt::Unchecked
           : static_cast<std::size_t>(ticked) == practices.size() ? Qt::Checked
                                                                  : Qt::PartiallyChecked;
}

void WhatIfModel::toggle(const QModelIndex& index) {
    if (node(index) == nullptr)
        return;
    const int at = static_cast<int>(index.internalId());
    std::vector<const review::PracticeRef*> practices;
    collect(at, practices);
    if (practices.empty())
        return;
    const bool on = state(at) != Qt::Checked;
    for (const review::PracticeRef* practice : practices) {
        if (on)
            m_ticks.insert(*practice);
        else
            m_ticks.erase(*practice);
    }
    announce();
}

void WhatIfModel::announce() {
    // The same practice may stand below several findings, and each row shows the state of what is below it.
    const auto tell = [this](const auto& self, const std::vector<int>& nodes) -> void {
        if (nodes.empty())
            return;
        emit dataChanged(nodeIndex(nodes.front()), nodeIndex(nodes.back()), {Qt::CheckStateRole});
        for (const int each : nodes)
            self(self, m_nodes[static_cast<std::size_t>(each)].children);
    };
    tell(tell, m_top);
    emit ticksChanged();
}

QModelIndex WhatIfModel::nodeIndex(int node) const {
    return createIndex(m_nodes[static_cast<std::size_t>(node)].row, 0, static_cast<quintptr>(node));
}

const WhatIfModel::Node* WhatIfModel::node(const QModelIndex& index) const {
    return index.isValid() && index.internalId() < m_nodes.size() ? &m_nodes[index.internalId()] : nullptr;
}

QModelIndex WhatIfModel::indexOf(const QString& id) const {
    for (std::size_t i = 0; i < m_nodes.size(); ++i)
        if (m_nodes[i].id == id)
            return nodeIndex(static_cast<int>(i));
    return {};
}

QModelIndex WhatIfModel::indexOfFinding(const QString& key) const {
    return indexOf(QStringLiteral("finding/") + key);
}

QString WhatIfModel::finding(const QModelIndex& index) const {
    const Node* at = node(index);
    return at != nullptr ? at->finding : QString();
}

QuestionKey WhatIfModel::question(const QModelIndex& index) const {
    const Node* at = node(index);
    return at != nullptr ? at->question : QuestionKey{};
}

QModelIndex WhatIfModel::index(int row, int column, const QModelIndex& parent) const {
    const Node* above = node(parent);
    const std::vector<int>& nodes = above != nullptr ? above->children : m_top;
    if (row < 0 || static_cast<std::size_t>(row) >= nodes.size() || column != 0)
        return {};
    return createIndex(row, 0, static_cast<quintptr>(nodes[static_cast<std::size_t>(row)]));
}

QModelIndex WhatIfModel::parent(const QModelIndex& child) const {
    const Node* at = node(child);
    return at == nullptr || at->parent < 0 ? QModelIndex() : nodeIndex(at->parent);
}

int WhatIfModel::rowCount(const QModelIndex& parent) const {
    const Node* at = node(parent);
    return static_cast<int>(at != nullptr ? at->children.size() : m_top.size());
}

int WhatIfModel::columnCount(const QModelIndex&) const {
    return 1;
}

QString WhatIfModel::sentence(int at) const {
    const Node& node = m_nodes[static_cast<std::size_t>(at)];
    if (node.kind == Kind::Practice)
        return node.text;
    QStringList parts{node.text};
    if (node.kind == Kind::Item)
        parts.prepend(markWord(node.mark));
    if (!node.meta.isEmpty())
        parts << node.meta;
    if (!node.effort.isEmpty())
        parts << tr("effort %1").arg(node.effort);
    return parts.join(QStringLiteral(", "));
}

QVariant WhatIfModel::data(const QModelIndex& index, int role) const {
    const Node* at = node(index);
    if (at == nullptr)
        return {};
    const int number = static_cast<int>(index.internalId());
    switch (role) {
    case Qt::DisplayRole:
        return at->text;
    case Qt::ToolTipRole:
        return at->tip;
    case Qt::AccessibleTextRole:
        return sentence(number);
    case Qt::CheckStateRole: {
        std::vector<const review::PracticeRef*> practices;
        collect(number, practices);
        return practices.empty() ? QVariant() : QVariant(state(number));
    }
    case KindRole:
        return static_cast<int>(at->kind);
    case MarkRole:
        return static_cast<int>(at->mark);
    case MetaRole:
        return at->meta;
    case EffortRole:
        return at->effort;
    case IdRole:
        return at->id;
    case TickableRole: {
        std::vector<const review::PracticeRef*> practices;
        collect(number, practices);
        return !practices.empty();
    }
    case WordsRole:
        return at->words;
    case LensRole:
        return q(at->question.lens);
    case FrameworkRole:
        return q(at->framework);
    default:
        return {};
    }
}

bool WhatIfModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::CheckStateRole || node(index) == nullptr)
        return false;
    if (value.toInt() != state(static_cast<int>(index.internalId())))
        toggle(index);
    return true;
}

Qt::ItemFlags WhatIfModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    return index.data(TickableRole).toBool() ? flags | Qt::ItemIsUserCheckable : flags;
}

WhatIfFilter::WhatIfFilter(WhatIfModel* model, QObject* parent) : QSortFilterProxyModel(parent) {
    setRecursiveFilteringEnabled(true);
    setAutoAcceptChildRows(true);
    setSourceModel(model);
}

void WhatIfFilter::setWords(const QString& words) {
    m_words = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

void WhatIfFilter::setCell(const QString& lens, const QString& framework) {
    m_lens = lens;
    m_framework = framework;
    invalidateFilter();
}

bool WhatIfFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    if (!narrowed())
        return true;
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    const auto kind = static_cast<WhatIfModel::Kind>(index.data(WhatIfModel::KindRole).toInt());
    if (kind == WhatIfModel::Kind::Group)
        return false; // shown when something below it is
    const QModelIndex item = kind == WhatIfModel::Kind::Practice ? parent : index;
    if (!m_lens.isEmpty() && item.data(WhatIfModel::LensRole).toString() != m_lens)
        return false;
    if (!m_framework.isEmpty() && item.data(WhatIfModel::FrameworkRole).toString() != m_framework)
        return false;
    if (kind == WhatIfModel::Kind::Practice && m_words.isEmpty())
        return false; // comes with its question
    const QString text = index.data(WhatIfModel::WordsRole).toString();
    return std::all_of(m_words.cbegin(), m_words.cend(),
                       [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace plumb::ui
