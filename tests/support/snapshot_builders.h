// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Snapshots for tests of the store, which looks into their bytes only for the hashes that they name.
#pragma once

#ifndef Q_MOC_RUN // moc of Qt 6.4 does not get through <concepts>
#include "core/store/project.h"

#include <string>
#include <string_view>
#endif

namespace plumb::testing {

/// A snapshot's text that names these hashes (each may be empty: none).
[[nodiscard]] std::string snapshotText(std::string_view lens = {}, std::string_view overlay = {},
                                       std::string_view evidence = {}, std::string_view more = {});
/// With the size and hash of `bytes`, its id made from the name.
[[nodiscard]] store::SnapshotRecord snapshotRecord(const std::string& name, std::string_view bytes);

/// One command each.
Result<store::Applied> putSnapshot(store::Project& project, const std::string& name,
                                   std::string_view bytes = "{\"review\":{}}");
Result<store::Applied> setReconfirm(store::Project& project, const QuestionKey& key, std::string_view why);

} // namespace plumb::testing
