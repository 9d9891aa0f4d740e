// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reading states from an open project, for the session and for readState(). Private to core/session.
#pragma once

#include "core/compare/state.h"
#include "core/store/project.h"

#include <string>
#include <string_view>

namespace plumb::session {

inline constexpr std::string_view kNow = "now"; ///< name of the present among states

/// "store.noSnapshot" (Usage, args: the name and the nearest ones).
[[nodiscard]] Result<store::SnapshotRecord> snapshotNamed(store::Project& project, std::string_view name);
/// The canonical bytes; errors of snapshotNamed() and "store.damaged".
[[nodiscard]] Result<std::string> snapshotBytesOf(store::Project& project, std::string_view name);
/// The state, called as the snapshot is; errors of snapshotBytesOf() and compare::readSnapshot().
[[nodiscard]] Result<compare::ReadSnapshot> snapshotStateOf(store::Project& project, std::string_view name);
/// The canonical bytes of the review on that day; what follows from them is put into the record.
[[nodiscard]] std::string fillSnapshot(store::SnapshotRecord& record, const review::Review& review, Date day);
[[nodiscard]] compare::ReadSnapshot presentStateOf(const review::Review& review, Date day);

} // namespace plumb::session
