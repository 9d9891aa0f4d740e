// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Making a stored review another one by the rows that differ. Private to core/session.
#pragma once

#include "core/review/review.h"
#include "core/store/project.h"

namespace plumb::session {

/// Inside a command on a file that holds `from`: afterwards it holds `to`. Texts of questionnaires and content of
/// evidence must be in the file, or have been. File id and time of creation stay; findings without a number get one;
/// answers to questions that their questionnaire has not are left out.
[[nodiscard]] Result<void> makeSo(store::Writer& writer, const review::Review& from, const review::Review& to);

} // namespace plumb::session
