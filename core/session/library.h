// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The questionnaires that come with the program, as bytes. They are handed in by app/ (which links the questionnaires
// target), so that core reads no files of its own accord.
#pragma once

#include <span>
#include <string_view>

namespace plumb::session {

struct BuiltInLens {
    std::string_view id;      ///< folder name: "ai-quick-scan"
    std::string_view lens;    ///< bytes of lens.json
    std::string_view overlay; ///< bytes of overlay.json
};

/// All built-ins in the order in which they are offered.
using Library = std::span<const BuiltInLens>;

/// nullptr when there is none with that id.
[[nodiscard]] const BuiltInLens* find(Library library, std::string_view id) noexcept;

} // namespace plumb::session
