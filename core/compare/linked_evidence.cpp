// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/linked_evidence.h"

#include <algorithm>
#include <tuple>

namespace plumb::compare {
namespace {

/// All that a reader of the evidence sees; ids, numbers and the moment it was added are of one file.
auto contentOf(const review::Evidence& e) {
    return std::tie(e.kind, e.title, e.sha256, e.url, e.text, e.source, e.fileName, e.date, e.expires, e.strength);
}

} // namespace

bool LinkedEvidence::less(const Link& a, const Link& b) {
    if (*a.choice != *b.choice)
        return *a.choice < *b.choice;
    return a.piece != b.piece && contentOf(*a.piece) < contentOf(*b.piece);
}

LinkedEvidence::LinkedEvidence(const review::Review& review) {
    for (const review::Evidence& piece : review.evidence)
        for (const review::EvidenceLink& link : piece.links)
            m_links[link.question].push_back({&link.choice, &piece});
    for (auto& entry : m_links)
        std::sort(entry.second.begin(), entry.second.end(), less);
}

const LinkedEvidence::Links& LinkedEvidence::of(const QuestionKey& key) const {
    static const Links kNone;
    const auto found = m_links.find(key);
    return found == m_links.end() ? kNone : found->second;
}

bool LinkedEvidence::sameFor(const QuestionKey& key, const LinkedEvidence& other) const {
    if (m_links.empty() && other.m_links.empty())
        return true;
    const Links &a = of(key), &b = other.of(key);
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const Link& x, const Link& y) { return !less(x, y) && !less(y, x); });
}

} // namespace plumb::compare
