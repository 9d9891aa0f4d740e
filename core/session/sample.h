// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The sample review: an invented company, answered by a script (resources/sample/sample.json) through the same commands
// a person uses.
#pragma once

#include "core/session/library.h"
#include "core/session/session.h"

#include <filesystem>
#include <string_view>

namespace plumb::session {

/// Makes the sample at `path`. `script` is the bytes of sample.json: workload, lenses (built-in ids), people, answers
/// ({LENS:{QID:{selected,na,applicable,reason,note,by,confidence,basis,mark,park}}}), evidence (title, kind, text or
/// url, links). Built-ins that the library has not are skipped. Errors: as Session::create, and "sample.script"
/// (Refused).
[[nodiscard]] Result<std::unique_ptr<Session>> makeSample(const std::filesystem::path& path, Library library,
                                                          std::string_view script, Environment env);

} // namespace plumb::session
