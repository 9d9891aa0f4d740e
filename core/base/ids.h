// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Identifiers that core hands out, and the source of randomness it is given for them.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>

namespace plumb {

/// Where core gets random bytes from. Core never opens a random device itself.
class Random {
public:
    virtual ~Random() = default;
    virtual void fill(std::span<std::byte> out) = 0;
};

/// The operating system's generator. Only app/ and ui/ make one.
class SystemRandom final : public Random {
public:
    void fill(std::span<std::byte> out) override;
};

/// A repeatable sequence, for tests and for the sample review.
class SeededRandom final : public Random {
public:
    explicit SeededRandom(std::uint64_t seed) : m_state(seed) {}
    void fill(std::span<std::byte> out) override;

private:
    std::uint64_t m_state;
};

/// A version 4 UUID in lower-case text, "6f1c0e9a-....".
[[nodiscard]] std::string newUuid(Random& random);

/// A question of a lens in a review: the key of an answer.
struct QuestionKey {
    std::string lens;     ///< lens id in the review
    std::string question; ///< question id
    friend auto operator<=>(const QuestionKey&, const QuestionKey&) = default;
};

} // namespace plumb

template <> struct std::hash<plumb::QuestionKey> {
    std::size_t operator()(const plumb::QuestionKey& k) const noexcept {
        return std::hash<std::string>{}(k.lens) * 1099511628211ULL ^ std::hash<std::string>{}(k.question);
    }
};
