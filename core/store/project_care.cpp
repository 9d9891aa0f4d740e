// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Care of the file: verify, copy, compact.
#include "core/store/backup.h"
#include "core/store/compact.h"
#include "core/store/project_impl.h"
#include "core/store/verify.h"

namespace plumb::store {

Result<VerifyReport> ProjectImpl::verify(const Progress& progress) {
    return verifyDatabase(database(), progress);
}

Result<void> ProjectImpl::copyTo(const std::filesystem::path& target, const Progress& progress) {
    return copyDatabaseWhole(database(), target, progress);
}

Result<void> ProjectImpl::compact(std::string_view keepFrom) {
    PLUMB_CHECK(checkWritable());
    return compactDatabase(database(), keepFrom);
}

} // namespace plumb::store
