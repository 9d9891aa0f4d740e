// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a row of the history is about, in words: the question, finding, item or person behind its key.
#pragma once

#include "core/session/session.h"
#include "ui/models/merge_cells.h"

#include <QString>
#include <QStringList>

namespace plumb::ui {

struct MergeThing {
    QString name;                 ///< short: "Answers filtered"
    QString where;                ///< "Finding F-06", "Generative AI, Cost 5", "Cost item"
    QStringList inside;           ///< further steps of the way: the choice, the item
    QString heading;              ///< in full: the question, the finding's title, the item's name
    QString the;                  ///< inside a sentence: "this finding"
    QString ourFacts, theirFacts; ///< "Linked to F-07, two evidence items"; may be empty
};

[[nodiscard]] MergeThing mergeThing(const session::Session& session, const MergeReviews& reviews, store::Table table,
                                    const std::vector<std::string>& key);

} // namespace plumb::ui
