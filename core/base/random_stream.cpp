// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random_stream.h"

namespace plumb {
namespace {

constexpr std::uint32_t kMultiplier0 = 0xD2511F53;
constexpr std::uint32_t kMultiplier1 = 0xCD9E8D57;
constexpr std::uint32_t kKeyStep0 = 0x9E3779B9; // golden ratio
constexpr std::uint32_t kKeyStep1 = 0xBB67AE85; // square root of three, less one
constexpr int kRounds = 10;

PhiloxWords counterOf(const StreamKey& key, std::uint32_t quad) noexcept {
    return {quad, key.block, key.stream, key.purpose};
}

std::array<std::uint32_t, 2> keyOf(const StreamKey& key) noexcept {
    return {static_cast<std::uint32_t>(key.seed), static_cast<std::uint32_t>(key.seed >> 32)};
}

} // namespace

PhiloxWords philox4x32(PhiloxWords counter, std::array<std::uint32_t, 2> key) noexcept {
    for (int round = 0; round < kRounds; ++round) {
        const std::uint64_t p0 = std::uint64_t{kMultiplier0} * counter[0];
        const std::uint64_t p1 = std::uint64_t{kMultiplier1} * counter[2];
        counter = {static_cast<std::uint32_t>(p1 >> 32) ^ counter[1] ^ key[0], static_cast<std::uint32_t>(p1),
                   static_cast<std::uint32_t>(p0 >> 32) ^ counter[3] ^ key[1], static_cast<std::uint32_t>(p0)};
        key[0] += kKeyStep0;
        key[1] += kKeyStep1;
    }
    return counter;
}

std::uint32_t drawWord(const StreamKey& key, std::uint32_t index) noexcept {
    const std::uint32_t group = index / kDrawsPerGroup;
    const std::uint32_t inGroup = index % kDrawsPerGroup;
    return philox4x32(counterOf(key, 4 * group + inGroup % 4), keyOf(key))[inGroup / 4];
}

void drawWords(const StreamKey& key, std::span<std::uint32_t> out) noexcept {
    for (std::size_t first = 0; first < out.size(); first += kDrawsPerGroup) {
        for (std::uint32_t j = 0; j < 4; ++j) {
            const auto quad = static_cast<std::uint32_t>(first / 4) + j;
            const PhiloxWords words = philox4x32(counterOf(key, quad), keyOf(key));
            for (std::size_t w = 0; w < 4; ++w)
                if (first + 4 * w + j < out.size())
                    out[first + 4 * w + j] = words[w];
        }
    }
}

} // namespace plumb
