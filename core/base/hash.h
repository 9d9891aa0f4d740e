// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// SHA-256 (FIPS 180-4, by OpenSSL) of lenses, evidence and snapshots. Always lower-case hex outside this file.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace plumb {

/// Hashes a stream piece by piece, so that evidence never has to be in memory whole. One object, one hash.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;
    void update(std::span<const std::byte> bytes);
    void update(std::string_view bytes);
    /// 64 hex digits. Call once, as the last thing.
    [[nodiscard]] std::string finish();

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

[[nodiscard]] std::string sha256(std::string_view bytes);

} // namespace plumb
