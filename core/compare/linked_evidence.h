// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The evidence behind each question, compared by what it is and not by its id: the same file linked in two projects is
// the same evidence. Private to core/compare.
#pragma once

#include "core/review/review.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace plumb::compare {

class LinkedEvidence {
public:
    explicit LinkedEvidence(const review::Review& review);
    /// The same pieces speak for the same choices of the question in both reviews.
    [[nodiscard]] bool sameFor(const QuestionKey& key, const LinkedEvidence& other) const;

private:
    struct Link {
        const std::string* choice = nullptr;
        const review::Evidence* piece = nullptr;
    };
    using Links = std::vector<Link>;
    [[nodiscard]] const Links& of(const QuestionKey& key) const;
    static bool less(const Link& a, const Link& b);

    std::unordered_map<QuestionKey, Links> m_links; ///< each sorted by choice and content
};

} // namespace plumb::compare
