// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every cell of the history's tables as people call it, and its values as people read them. Names of columns never
// reach the screen.
#pragma once

#include "core/review/review.h"
#include "core/store/project.h"

#include <QString>
#include <string_view>

namespace plumb::ui {

/// Both copies, for looking up names. `theirs` may be null.
struct MergeReviews {
    const review::Review* ours = nullptr;
    const review::Review* theirs = nullptr;
};

/// What can be done with a cell besides choosing a side.
enum class CellShape {
    Value, ///< a date, a number, a word out of a list
    Line,  ///< one line of text: can be edited
    Text   ///< text of any length: can be joined and edited
};

/// "recommendation", "due date", "hours on" of a cost field: as it stands inside a sentence. Empty for columns that
/// the table has not.
[[nodiscard]] QString cellWords(store::Table table, const std::vector<std::string>& key, std::string_view column);
[[nodiscard]] CellShape cellShape(store::Table table, std::string_view column);
/// Bytes that a text may have.
[[nodiscard]] int cellLimit(store::Table table, std::string_view column);
/// A stored value as people read it: "In progress", "15 Jan 2027", "$1,200", "Ines Albrecht"; a sentence for nothing:
/// "Nothing written", "No date".
[[nodiscard]] QString cellValue(const MergeReviews& reviews, store::Table table, const std::vector<std::string>& key,
                                std::string_view column, const std::string& value);

} // namespace plumb::ui
