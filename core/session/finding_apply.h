// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What an edit makes of the stored half of a finding, as values: what is wrong with it, and what the history calls it.
// No store, no session.
#pragma once

#include "core/session/finding_edit.h"

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace plumb::session {

/// What an edit is held against.
struct FindingPlace {
    const review::Review& review;
    Date today;
    std::string name; ///< "F-02", else the question's id: begins the pointers of the messages; may be empty
    std::function<bool(std::string_view key)> isFinding; ///< for `needs`
};

/// The record after an edit, and every fault of the edit. With faults the record must not be stored.
struct FindingChange {
    review::Finding after;
    std::vector<Message> faults;   ///< F001-F006, F008-F010, and F007 where a finding needs itself
    std::vector<Message> warnings; ///< F101: a due date that has passed
};

/// Applies `edit` to `before`. Lists come out sorted and without doubles; what the new status has no use for goes away
/// (finding_edit.h). Circles over several findings are the caller's to find.
[[nodiscard]] FindingChange applyFindingEdit(const review::Finding& before, const FindingEdit& edit,
                                             const FindingPlace& place);

/// `Set owner of F-02 to "Dev Raman"`, `Accept F-09 until 28 Feb 2027`; `Edit F-02` when several things changed. Empty
/// when nothing did.
[[nodiscard]] std::string describeFindingChange(std::string_view name, const review::Finding& before,
                                                const review::Finding& after);

/// "28 Feb 2027", for labels; "" for no date.
[[nodiscard]] std::string dayInWords(Date day);

/// Names that mean measures without a cost model in the review: types of the catalog, and what questionnaires call them
/// (cost::typesNamed()).
[[nodiscard]] bool isMeasureType(std::string_view type);

} // namespace plumb::session
