// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lens/lens.h"

#include "core/lens/characters.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace plumb::lens {
namespace {

char lowerAscii(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool isAsciiWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

bool startsWithNoCase(std::string_view text, std::string_view lowerPrefix) {
    return text.size() >= lowerPrefix.size() &&
           std::equal(lowerPrefix.begin(), lowerPrefix.end(), text.begin(),
                      [](char want, char have) { return want == lowerAscii(have); });
}

} // namespace

std::optional<std::size_t> Question::choiceIndex(std::string_view choiceId) const noexcept {
    for (std::size_t i = 0; i < choices.size(); ++i)
        if (choices[i].id == choiceId)
            return i;
    return std::nullopt;
}

const Question* Lens::findQuestion(std::string_view questionId) const noexcept {
    for (const auto& pillar : pillars)
        for (const auto& question : pillar.questions)
            if (question.id == questionId)
                return &question;
    return nullptr;
}

const Pillar* Lens::pillarOf(std::string_view questionId) const noexcept {
    for (const auto& pillar : pillars)
        for (const auto& question : pillar.questions)
            if (question.id == questionId)
                return &pillar;
    return nullptr;
}

std::size_t Lens::questionCount() const noexcept {
    std::size_t count = 0;
    for (const auto& pillar : pillars)
        count += pillar.questions.size();
    return count;
}

std::size_t Lens::choiceCount() const noexcept {
    std::size_t count = 0;
    for (const auto& pillar : pillars)
        for (const auto& question : pillar.questions)
            count += question.choices.size();
    return count;
}

std::string stableId(std::string_view name) {
    std::string id;
    bool gap = false; // something that is no letter stood here: one hyphen, if more follows
    const auto append = [&](std::string_view text) {
        if (gap && !id.empty())
            id += '-';
        gap = false;
        id.append(text);
    };
    forEachCharacter(name, [&](char32_t c, std::string_view) {
        if (const auto base = withoutAccent(c); !base.empty()) {
            append(base);
        } else if (isCombiningMark(c)) {
            return; // the accent of a decomposed letter
        } else if (c >= 0x80 && isLetterOrDigit(c)) {
            append(fmt::format("u{:x}", static_cast<std::uint32_t>(c)));
        } else {
            gap = true;
        }
    });
    return id.empty() ? std::string("lens") : id;
}

bool isNoneChoice(std::string_view id, std::string_view title) noexcept {
    if (id.ends_with("_no"))
        return true;
    static constexpr std::array<std::string_view, 4> kWhat{"these", "the above", "above", "them"};
    constexpr std::string_view kHead = "none of ";
    if (!startsWithNoCase(title, kHead))
        return false;
    const std::string_view rest = title.substr(kHead.size());
    return std::any_of(kWhat.begin(), kWhat.end(), [&](std::string_view what) {
        return startsWithNoCase(rest, what) && (rest.size() == what.size() || !isAsciiWord(rest[what.size()]));
    });
}

} // namespace plumb::lens
