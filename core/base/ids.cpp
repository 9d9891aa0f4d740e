// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ids.h"

#include <algorithm>
#include <cstring>
#include <fmt/format.h>
#include <random>

namespace plumb {
namespace {

/// SplitMix64 (Steele, Lea, Flood 2014): one 64-bit output a step.
std::uint64_t splitMix(std::uint64_t& state) {
    std::uint64_t z = (state += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

template <typename Next> void fillWords(std::span<std::byte> out, Next next) {
    while (!out.empty()) {
        const auto word = next();
        const std::size_t n = std::min(out.size(), sizeof word);
        std::memcpy(out.data(), &word, n);
        out = out.subspan(n);
    }
}

} // namespace

void SystemRandom::fill(std::span<std::byte> out) {
    std::random_device device;
    fillWords(out, [&] { return static_cast<std::uint32_t>(device()); });
}

void SeededRandom::fill(std::span<std::byte> out) {
    fillWords(out, [&] { return splitMix(m_state); });
}

std::string newUuid(Random& random) {
    std::array<std::byte, 16> b{};
    random.fill(b);
    b[6] = (b[6] & std::byte{0x0F}) | std::byte{0x40};
    b[8] = (b[8] & std::byte{0x3F}) | std::byte{0x80};
    std::string text;
    text.reserve(36);
    for (std::size_t i = 0; i < b.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            text += '-';
        text += fmt::format("{:02x}", static_cast<unsigned>(b[i]));
    }
    return text;
}

} // namespace plumb
