// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Merging another copy of the review. The other file is opened for reading only, and only for as long as it takes.
#include "core/session/session_impl.h"

#include <fmt/format.h>
#include <system_error>

namespace plumb::session {
namespace {

/// The other copy. This review itself is not opened a second time.
Result<std::unique_ptr<store::Project>> openOther(const store::Project& ours, const std::filesystem::path& other,
                                                  const Environment& env) {
    std::error_code ignored;
    if (std::filesystem::equivalent(ours.path(), other, ignored))
        return fail(ErrorKind::Usage, "merge.self",
                    fmt::format("\"{}\" is this review itself; choose another copy of it.", other.filename().string()),
                    other.string(), {other.string()});
    return store::Project::open(other, OpenMode::ReadOnly, env);
}

} // namespace

Result<store::MergePlan> Session::planMerge(const std::filesystem::path& other) const {
    PLUMB_TRY(theirs, openOther(*m_impl->project, other, m_impl->env));
    return store::planMerge(*m_impl->project, *theirs);
}

Result<void> Session::merge(const std::filesystem::path& other,
                            const std::map<std::string, store::Resolution>& resolutions,
                            std::optional<store::Side> rest, const Progress& progress) {
    PLUMB_CHECK(m_impl->begin());
    PLUMB_TRY(theirs, openOther(*m_impl->project, other, m_impl->env));
    PLUMB_TRY(applied, store::applyMerge(*m_impl->project, *theirs, resolutions, rest, progress));
    m_impl->highestEvidence = -1; // evidence may have come in with higher numbers
    return m_impl->follow(applied);
}

} // namespace plumb::session
