// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What merging another copy would do, in words for the page that asks: every conflict with its place, both values and
// who wrote them, and what comes over without a question. Values only; made once from a plan and both reviews.
#pragma once

#include "core/session/session.h"
#include "ui/theme/icon.h"

#include <QString>
#include <QStringList>
#include <vector>

namespace plumb::ui {

/// One side of a conflict.
struct MergeSide {
    QString value;     ///< as people read it, or what was done ("Deleted")
    bool said = false; ///< `value` is a sentence about it and not something that was written
    QString who, when; ///< "Ines Albrecht", "18 Nov, 14:05"
    QString did;       ///< the step of the history
    QString facts;     ///< "Linked to F-07, two evidence items"; may be empty
    friend bool operator==(const MergeSide&, const MergeSide&) = default;
};

struct MergeItem {
    QString name;        ///< of the conflict, for resolving
    QString title;       ///< "Answers filtered: recommendation"
    QString thing, cell; ///< its parts; `cell` is empty for a whole row
    QString where;       ///< "Finding F-06"
    QStringList path;    ///< "Finding F-06", "Recommendation"
    QString heading;     ///< what it is about, in full
    QString sentence;    ///< what happened and what to do
    QString before;      ///< the value that both had
    bool known = true;   ///< false: there is no value that both had
    MergeSide ours, theirs;
    bool editable = false; ///< what is kept may be a text of one's own
    bool joinable = false; ///< both texts can be kept
    bool marked = false;   ///< changed words are worth underlining
    bool oneLine = false;  ///< a text without line breaks
    int limit = 0;         ///< bytes, of what is kept
    friend bool operator==(const MergeItem&, const MergeItem&) = default;
};

/// "Findings 12".
struct MergeCount {
    Icon icon = Icon::Questions;
    QString words;
    int count = 0;
    friend bool operator==(const MergeCount&, const MergeCount&) = default;
};

struct MergeWords {
    QString ours, theirs; ///< file names
    QString parted;       ///< "parted on 17 Nov 2026, 18:02", "have no step in common"
    QString partedShort;  ///< "17 Nov, 18:02"; empty without a common step
    std::vector<MergeItem> items;
    std::vector<MergeCount> counts; ///< only kinds that come over
    int taken = 0;                  ///< their sum
    QStringList remarks;
    bool nothing = false; ///< the other copy has nothing new
};

/// `theirs` may be null; `ours` and `other` are file names; `now` leaves the year out of dates of the same year.
[[nodiscard]] MergeWords mergeWords(const session::Session& session, const review::Review* theirs,
                                    const store::MergePlan& plan, const QString& ours, const QString& other,
                                    Instant now);

/// "68 changes", "1 change", "no change".
[[nodiscard]] QString changesWords(int count);

} // namespace plumb::ui
