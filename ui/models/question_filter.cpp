// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/question_filter.h"

#include <algorithm>

namespace plumb::ui {

namespace {

/// Enough for every text of a large review; the index is in memory.
constexpr int kSearchLimit = 20'000;

void collect(const QuestionFilterProxy& proxy, const QModelIndex& parent, std::vector<QuestionKey>& out) {
    for (int row = 0, rows = proxy.rowCount(parent); row < rows; ++row) {
        const QModelIndex index = proxy.index(row, 0, parent);
        if (const QuestionFacts* facts = proxy.facts(index))
            out.push_back(facts->key);
        else
            collect(proxy, index, out);
    }
}

} // namespace

bool QuestionFilter::empty() const {
    return *this == QuestionFilter{};
}

QuestionFilterProxy::QuestionFilterProxy(SessionBridge* bridge, QuestionTreeModel* tree, QObject* parent)
    : QSortFilterProxyModel(parent), m_bridge(bridge), m_tree(tree) {
    setRecursiveFilteringEnabled(true);
    setDynamicSortFilter(true);
    setSourceModel(tree);
}

void QuestionFilterProxy::setFilter(const QuestionFilter& filter) {
    m_filter = filter;
    m_filter.search = m_filter.search.trimmed();
    runSearch();
    m_kept.clear();
    invalidateFilter();
}

void QuestionFilterProxy::runSearch() {
    m_hits.clear();
    if (m_filter.search.isEmpty())
        return;
    const auto hits = m_bridge->session().search(s(m_filter.search), kSearchLimit);
    if (!hits)
        return;
    for (const store::SearchHit& hit : *hits)
        if (!hit.question.question.empty())
            m_hits.insert(hit.question);
}

std::string QuestionFilterProxy::phaseName(const QuestionFacts& facts) const {
    const review::ReviewLens* lens = m_bridge->session().review().findLens(facts.key.lens);
    if (lens == nullptr)
        return {};
    for (const lens::Phase& phase : lens->overlay->phases)
        if (phase.id == facts.phase)
            return phase.name;
    return {};
}

bool QuestionFilterProxy::matches(const QuestionFacts& facts) const {
    if (m_filter.unanswered && facts.state != lens::State::Unanswered)
        return false;
    if (m_filter.high && facts.state != lens::State::High)
        return false;
    if ((m_filter.verify && !facts.needsVerification) || (m_filter.parked && !facts.parked) ||
        (m_filter.evidence && facts.evidence == 0) || (m_filter.reconfirm && !facts.reconfirm))
        return false;
    if (!m_filter.phases.empty() && !m_filter.phases.contains(phaseName(facts)))
        return false;
    if (!m_filter.frameworks.empty() && !m_filter.frameworks.contains(facts.framework))
        return false;
    if (!m_filter.lenses.empty() && !m_filter.lenses.contains(facts.key.lens))
        return false;
    return m_filter.search.isEmpty() || m_hits.contains(facts.key);
}

bool QuestionFilterProxy::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const QuestionFacts* facts = m_tree->facts(m_tree->index(row, 0, parent));
    if (facts == nullptr)
        return m_filter.empty();
    if (m_filter.empty() || m_kept.contains(facts->key))
        return true;
    if (!matches(*facts))
        return false;
    m_kept.insert(facts->key);
    return true;
}

const QuestionFacts* QuestionFilterProxy::facts(const QModelIndex& index) const {
    return m_tree->facts(mapToSource(index));
}

QModelIndex QuestionFilterProxy::indexOf(const QuestionKey& key) const {
    return mapFromSource(m_tree->indexOf(key));
}

std::vector<QuestionKey> QuestionFilterProxy::order() const {
    std::vector<QuestionKey> out;
    collect(*this, {}, out);
    return out;
}

int QuestionFilterProxy::shown() const {
    return static_cast<int>(order().size());
}

std::optional<QuestionKey> QuestionFilterProxy::neighbour(const QuestionKey& from, int step) const {
    const std::vector<QuestionKey> keys = order();
    if (keys.empty())
        return std::nullopt;
    const auto at = std::find(keys.begin(), keys.end(), from);
    if (at == keys.end())
        return keys.front();
    const std::ptrdiff_t to = at - keys.begin() + step;
    if (to < 0 || to >= static_cast<std::ptrdiff_t>(keys.size()))
        return std::nullopt;
    return keys[static_cast<std::size_t>(to)];
}

std::optional<QuestionKey> QuestionFilterProxy::nextUnanswered(const QuestionKey& from) const {
    const std::vector<QuestionKey> keys = order();
    if (keys.empty())
        return std::nullopt;
    const auto at = std::find(keys.begin(), keys.end(), from);
    const std::size_t start = at == keys.end() ? keys.size() - 1 : static_cast<std::size_t>(at - keys.begin());
    for (std::size_t i = 1; i <= keys.size(); ++i) {
        const QuestionKey& key = keys[(start + i) % keys.size()];
        const QuestionFacts* facts = m_tree->facts(key);
        if (key != from && facts != nullptr && facts->state == lens::State::Unanswered)
            return key;
    }
    return std::nullopt;
}

} // namespace plumb::ui
