// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Short words with which the catalogs are written. Only for item_types.cpp, measure_types.cpp and types.cpp.
#pragma once

#include "core/cost/types.h"

#include <utility>

namespace plumb::cost::make {

inline constexpr Range kNotNegative{};
inline constexpr Range kPositive{0, std::numeric_limits<double>::infinity(), true, false};
inline constexpr Range kShare{0, 1, false, false};
inline constexpr Range kPositiveShare{0, 1, true, false};

/// A number that must be given.
inline FieldInfo needed(std::string_view name, std::string_view unit, std::string_view meaning, Range range,
                        std::vector<std::string_view> aliases = {}) {
    return {name, FieldKind::Number, unit, meaning, {}, true, range, {}, {}, std::move(aliases)};
}
/// A number with a default.
inline FieldInfo given(std::string_view name, std::string_view unit, std::string_view meaning, double fallback,
                       Range range = kNotNegative) {
    return {name, FieldKind::Number, unit, meaning, fallback, false, range, {}, {}, {}};
}
inline FieldInfo share(std::string_view name, std::string_view meaning, double fallback) {
    return {name, FieldKind::Number, "share", meaning, fallback, false, kShare, {}, {}, {}};
}
/// A number without which something else holds.
inline FieldInfo optional(std::string_view name, std::string_view unit, std::string_view meaning, Range range,
                          std::string_view otherwise, std::vector<std::string_view> aliases = {}) {
    return {name, FieldKind::Number, unit, meaning, {}, false, range, otherwise, {}, std::move(aliases)};
}
inline FieldInfo text(std::string_view name, std::string_view meaning, bool required = false) {
    return {name, FieldKind::Text, "", meaning, {}, required, {}, {}, {}, {}};
}
inline FieldInfo choice(std::string_view name, std::string_view meaning, std::vector<std::string_view> choices) {
    return {name, FieldKind::Choice, "", meaning, {}, false, {}, {}, std::move(choices), {}};
}
inline FieldInfo flag(std::string_view name, std::string_view meaning) {
    return {name, FieldKind::Flag, "", meaning, {}, false, {}, {}, {}, {}};
}
inline std::vector<FieldInfo> join(std::vector<FieldInfo> a, const std::vector<FieldInfo>& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

} // namespace plumb::cost::make
