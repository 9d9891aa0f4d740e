// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What another version of a questionnaire would do, as lines that people read. Computes nothing.
#pragma once

#include "core/session/session.h"

#include <QString>
#include <string>
#include <string_view>
#include <vector>

namespace plumb::ui {

struct UpgradeRow {
    bool head = false;
    QString text;   ///< "To confirm again", or the question
    QString detail; ///< why, what; may be empty
    int count = 0;  ///< of a head
    friend bool operator==(const UpgradeRow&, const UpgradeRow&) = default;
};

/// To confirm again, dropped, findings and evidence links that go, new, changed and removed questions; kinds without
/// any are left out.
[[nodiscard]] std::vector<UpgradeRow> upgradeRows(const review::Review& review, const std::string& lensId,
                                                  const compare::UpgradePlan& plan);
/// "41 answers carry over as they are, 3 to confirm again, 1 dropped".
[[nodiscard]] QString upgradeSummary(const compare::UpgradePlan& plan);
/// "Score 68 before and 66 after"; empty without any score.
[[nodiscard]] QString upgradeScore(const compare::UpgradePlan& plan);

/// The built-in questionnaire of that id where it is another version than the review's; null when it is the same, or
/// none of the program's.
[[nodiscard]] const session::BuiltInLens* otherBuiltIn(session::Library library, const review::ReviewLens& lens);

} // namespace plumb::ui
