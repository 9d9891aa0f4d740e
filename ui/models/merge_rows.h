// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whole rows, and cells that are taken over together, as lines that people read.
#pragma once

#include "core/store/merge.h"
#include "ui/models/merge_cells.h"

#include <QStringList>

namespace plumb::ui {

/// The lines of a row as the merge writes it ("column: value"), in words: "Due date: 15 Jan 2027".
[[nodiscard]] QStringList rowLines(const MergeReviews& reviews, store::Table table, const std::vector<std::string>& key,
                                   const std::string& row);

/// What goes with the cell of a conflict because it only makes sense together (status with reason, who decided and
/// until when), as it stands in `side`; what says nothing is left out.
[[nodiscard]] QStringList companionLines(const MergeReviews& reviews, const review::Review* side,
                                         const store::MergeConflict& conflict);

} // namespace plumb::ui
