// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Findings for who stores or counts them and shows no words.
#pragma once

#include "core/score/findings.h"

namespace plumb::score {

/// findings() without what takes longest: the texts that nobody wrote, `lens`, `pillar`, `toClose` (unless written) and
/// `scoreGain` stay as made. Everything else is the same, the order, too. Thread-safe like findings().
[[nodiscard]] std::vector<Finding> findingFigures(const review::Review& review, const Scores& scores, Date today);

} // namespace plumb::score
