// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The real lens files of the shared corpus, for tests. The folder may be absent: then lists are empty and tests skip.
#pragma once

#include "core/base/files.h"

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

namespace corpus {

inline std::filesystem::path folder(const char* name) {
    return std::filesystem::path(PLUMB_SHARED_DIR) / "corpus" / name;
}

/// Names of the lens files in a folder of the corpus ("lenses", "lens-versions"), sorted.
inline std::vector<std::string> names(const char* name) {
    std::vector<std::string> out;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder(name), error))
        if (entry.path().extension() == ".json" && entry.path().filename() != "EXPECTED_LINT.json")
            out.push_back(entry.path().filename().string());
    std::sort(out.begin(), out.end());
    return out;
}

/// The bytes of a file; empty when it cannot be read, which no test takes for a lens.
inline std::string bytes(const char* name, const std::string& file) {
    return plumb::readFile(folder(name) / file, 16U << 20).value_or(std::string{});
}

} // namespace corpus
