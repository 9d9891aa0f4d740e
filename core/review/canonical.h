// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A whole review as one canonical JSON text and back: keys sorted, lists in a stated order, UTF-8, no white space,
// numbers in the shortest form that reads back to the same bits. Equal reviews give equal bytes on every machine, so a
// hash of them says whether anything moved. Evidence and questionnaires stand by their hashes.
#pragma once

#include "core/base/json_fwd.h"
#include "core/base/result.h"
#include "core/review/review.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace plumb::review {

/// Everything a person put in; nothing derived. docs/file-format.md lists the members.
[[nodiscard]] Json reviewJson(const Review& review);

/// canonicalText(reviewJson(review)), made at once.
[[nodiscard]] std::string reviewText(const Review& review);

/// Most bytes and values of a snapshot's text, which may come from anybody's file.
inline constexpr std::uint64_t kMaxSnapshotBytes = 64u << 20;
inline constexpr std::size_t kMaxSnapshotValues = 4'000'000;

/// JSON as canonical bytes: keys sorted by their bytes, no white space, numbers in the shortest form that reads back to
/// the same bits. Lists stay as they are.
[[nodiscard]] std::string canonicalText(const Json& value);

/// Canonical or other JSON within those limits. Refused: "snapshot.invalid" with every message.
[[nodiscard]] Result<Json> parseSnapshotText(std::string_view bytes);

/// A questionnaire by the hashes of its two texts (the second may be empty), with the id it has in the review.
struct LensText {
    std::shared_ptr<const lens::Lens> lens;
    std::shared_ptr<const lens::Overlay> overlay; ///< never null
};
using LensByHash =
    std::function<Result<LensText>(std::string_view lensId, std::string_view sha256, std::string_view overlaySha256)>;

/// Reads what reviewJson() wrote. Members that a later version added are ignored; what is missing, of a wrong type or
/// out of range is refused ("snapshot.invalid", with the JSON pointer). readReview(reviewJson(r)) == r.
[[nodiscard]] Result<Review> readReview(const Json& json, const LensByHash& lensByHash);

} // namespace plumb::review
