// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads a snapshot or the present of a review's file in a job: the file is opened again, read-only, since the window's
// session must not be used there.
#pragma once

#include "core/base/result.h" // first: Qt's moc can't read <array> before the rest of the library
#include "core/session/states.h"

#include <filesystem>
#include <string>
#include <vector>

namespace plumb::ui {

/// `snapshot` empty: the present. `now` is the moment that dates are judged by. Any thread. Errors as of
/// session::readState().
[[nodiscard]] Result<compare::ReadSnapshot> readFileState(const std::filesystem::path& file,
                                                          const std::string& snapshot, Instant now);

/// What a file has to offer.
struct FileStates {
    std::string workload; ///< what it reviews
    std::vector<store::SnapshotRecord> snapshots;
};
/// Any thread. Errors as of session::Session::open().
[[nodiscard]] Result<FileStates> readFileStates(const std::filesystem::path& file, Instant now);

} // namespace plumb::ui
