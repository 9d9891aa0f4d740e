// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Is the file whole? Problem ids V001-V014 are listed in docs/file-format.md.
#pragma once

#include "core/store/database.h"
#include "core/store/project.h"

namespace plumb::store {

/// Reads everything, changes nothing. Progress counts bytes of content. An Error only for cancel and failures of the
/// machine; what is wrong with the file is a problem in the report.
[[nodiscard]] Result<VerifyReport> verifyDatabase(Database& database, const Progress& progress);

} // namespace plumb::store
