// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// AWS custom-lens files in and out (schemaVersion 2021-11-01). Reading collects every problem; writing keeps unknown
// keys and the order of keys.
#pragma once

#include "core/lens/lens.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumb::lens {

/// What reading gave. `lens` is there when the file can be used (risk.md section 2, last paragraph: no A001, no A004 on
/// an id, no A012, and the top level is an object with pillars); `messages` are all A messages in file order either
/// way.
struct ReadLens {
    std::optional<Lens> lens;
    std::vector<Message> messages;
};

/// Never throws. `bytes` over JsonLimits::maxBytes give A003 and A001 without being looked at.
[[nodiscard]] ReadLens readLens(std::string_view bytes);

/// The lens, or a Refused error ("lens.unusable") with all messages; `where` names the file.
[[nodiscard]] Result<Lens> readLensOrFail(std::string_view bytes, std::string_view where);

/// The document as it was read: equal in meaning (same keys, order, values), formatted by writeJson.
[[nodiscard]] std::string writeLens(const Lens& lens);

/// A file that AWS accepts: only the keys of the format, characters outside A008's set replaced by the nearest allowed
/// one. Refused ("lens.notStrict") with the A messages that remain.
[[nodiscard]] Result<std::string> writeLensStrict(const Lens& lens);

} // namespace plumb::lens
