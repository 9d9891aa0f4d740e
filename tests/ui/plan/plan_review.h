// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A review whose plan looks like the one of the mocks: sixteen findings with owners, efforts and dependencies.
#pragma once

// First, so that moc of Qt 6.4 gets through <concepts>.
#include <QtGlobal>

#include "tests/ui/models/review_fixture.h"

#include <string>
#include <vector>

namespace plumb::test {

/// Answers the lens of `makeLens({.pillars = 4, .questions = 4})` so that there are `high` high and `medium` medium
/// findings.
void showRisks(TestReview& review, int high, int medium);
/// Gives the first findings the mock's titles, owners, efforts and needs.
void writeMockFindings(TestReview& review);
/// Changes one finding; aborts the test program when it is refused.
void editFinding(TestReview& review, const std::string& key, const session::FindingEdit& edit);

} // namespace plumb::test
