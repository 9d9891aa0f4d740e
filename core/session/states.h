// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Names of states as people write them ("@now", a snapshot, another file's), and reading one from a file without a
// session: for the command line and for jobs of the window.
#pragma once

#include "core/compare/state.h"
#include "core/store/project.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace plumb::session {

struct StateRef {
    std::filesystem::path file; ///< empty: the review at hand
    std::string snapshot;       ///< empty: the present
    friend bool operator==(const StateRef&, const StateRef&) = default;
};
/// "@now" (any case) and "" are the present, "OTHER.plumb@NAME" a snapshot of another file, "OTHER.plumb" and
/// "OTHER.plumb@now" its present; everything else is the name of a snapshot.
[[nodiscard]] StateRef parseStateRef(std::string_view text);

/// Opens the file read-only and reads a snapshot of it, or its present when `snapshot` is empty; the state is called
/// after the snapshot, or "now". Errors as of Project::open(), Session::stateOf().
[[nodiscard]] Result<compare::ReadSnapshot> readState(const std::filesystem::path& file, std::string_view snapshot,
                                                      store::Environment env);

} // namespace plumb::session
