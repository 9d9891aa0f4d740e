// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Open risks in the order in which they deserve attention: HIGH before MEDIUM, then weight x likelihood x impact, then
// review order. Unmatched questions count as HIGH. A question without a rating is taken as 3 x 3.
#pragma once

#include "ui/models/question_facts.h"

#include <QString>
#include <vector>

namespace plumb::ui {

struct TopRisk {
    QuestionKey key;
    lens::State state = lens::State::High;
    QString title;    ///< how it reads as a finding
    QString question; ///< the whole question
    QString where;    ///< "Generative AI · Cost 5"
    int rating = 0;   ///< likelihood x impact; 0 = not given
    QString saving;   ///< of its finding: "$1,738/mo"; empty when none is known
    QString basis;    ///< "said", "shown", "verified" or "basis open"
    QString owner;    ///< of its finding, shortened; empty: nobody
    double order = 0.0;
    friend bool operator==(const TopRisk&, const TopRisk&) = default;
};

/// At most `limit`, most pressing first.
[[nodiscard]] std::vector<TopRisk> topRisks(const session::Session& session, std::size_t limit);

} // namespace plumb::ui
