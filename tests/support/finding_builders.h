// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Findings for tests of the store, on the questionnaire that newProject() adds.
#pragma once

#ifndef Q_MOC_RUN // moc of Qt 6.4 does not get through <concepts>
#include "core/store/project.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>
#endif

namespace plumb::testing {

struct World;

inline const QuestionKey kQ0{"test", "q0"}, kQ1{"test", "q1"};
inline const std::string kByHand = "00000000-0000-4000-8000-00000000000a";
inline const std::string kMinutes = "00000000-0000-4000-8000-00000000000e"; ///< a piece of evidence

/// As the first look at an open question makes it.
[[nodiscard]] review::Finding derivedFinding(const QuestionKey& question);
/// By hand, with a title.
[[nodiscard]] review::Finding writtenFinding(const std::string& key = kByHand);
/// By hand, every field set. Needs the finding of kQ1 and the evidence kMinutes to be there.
[[nodiscard]] review::Finding fullFinding();

/// One command each.
Result<store::Applied> putFinding(store::Project& project, const review::Finding& finding);
Result<store::Applied> removeFinding(store::Project& project, const std::string& key);
Result<store::Applied> putPlanning(store::Project& project, const review::Planning& planning);
Result<store::Applied> putEvent(store::Project& project, const review::ReviewEvent& event);

/// A new review with the evidence kMinutes, the finding of kQ1 (F-01) and fullFinding() (F-02).
[[nodiscard]] std::unique_ptr<store::Project> projectWithFindings(const std::filesystem::path& path, World& world);
/// "F-01 test/q1" and so on.
[[nodiscard]] std::vector<std::string> findingKeys(store::Project& project);

} // namespace plumb::testing
