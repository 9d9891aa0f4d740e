// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/word_diff.h"

#include <algorithm>
#include <cstdint>
#include <QStringView>
#include <vector>

namespace plumb::ui {

namespace {

constexpr std::size_t kMostCells = 4'000'000; ///< of the table below: some milliseconds and 8 MB

bool standsAlone(QChar sign) {
    switch (sign.script()) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Thai:
        return true;
    default:
        return false;
    }
}

std::vector<TextSpan> wordsOf(const QString& text) {
    std::vector<TextSpan> words;
    qsizetype start = -1;
    const auto close = [&](qsizetype end) {
        if (start >= 0)
            words.push_back({start, end - start});
        start = -1;
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i].isSpace()) {
            close(i);
        } else if (standsAlone(text[i])) {
            close(i);
            words.push_back({i, 1});
        } else if (start < 0) {
            start = i;
        }
    }
    close(text.size());
    return words;
}

/// For each word of `text` in [from, textEnd) whether a longest common subsequence with the base's has it.
std::vector<bool> keptBy(const std::vector<QStringView>& base, const std::vector<QStringView>& text) {
    const std::size_t rows = base.size() + 1, columns = text.size() + 1;
    std::vector<std::uint16_t> longest(rows * columns, 0); // lengths stay below 65,536: kMostCells is below its square
    const auto at = [&](std::size_t row, std::size_t column) -> std::uint16_t& {
        return longest[row * columns + column];
    };
    for (std::size_t row = base.size(); row-- > 0;)
        for (std::size_t column = text.size(); column-- > 0;)
            at(row, column) = base[row] == text[column] ? static_cast<std::uint16_t>(at(row + 1, column + 1) + 1)
                                                        : std::max(at(row + 1, column), at(row, column + 1));
    std::vector<bool> kept(text.size(), false);
    for (std::size_t row = 0, column = 0; row < base.size() && column < text.size();) {
        if (base[row] == text[column]) {
            kept[column] = true;
            ++row, ++column;
        } else if (at(row + 1, column) >= at(row, column + 1)) {
            ++row;
        } else {
            ++column;
        }
    }
    return kept;
}

/// A word or two that both texts happen to have between longer changes ("the", "and") say nothing: they count as
/// changed like what stands on both sides of them.
void dropCrumbs(std::vector<bool>& kept) {
    const auto runEnd = [&](std::size_t from) {
        std::size_t end = from;
        while (end < kept.size() && kept[end] == kept[from])
            ++end;
        return end;
    };
    std::size_t before = 0; // length of the changed run before `i`
    for (std::size_t i = 0; i < kept.size();) {
        const std::size_t end = runEnd(i);
        if (!kept[i]) {
            before += end - i;
        } else {
            const std::size_t after = end < kept.size() ? runEnd(end) - end : 0;
            const std::size_t crumbs = end - i;
            const bool dropped = crumbs <= 2 && crumbs < before && crumbs < after;
            if (dropped)
                std::fill(kept.begin() + static_cast<std::ptrdiff_t>(i),
                          kept.begin() + static_cast<std::ptrdiff_t>(end), false);
            before = dropped ? before + crumbs : 0;
        }
        i = end;
    }
}

} // namespace

QVector<TextSpan> changedWords(const QString& base, const QString& text) {
    const std::vector<TextSpan> before = wordsOf(base), words = wordsOf(text);
    const auto inBase = [&](std::size_t i) { return QStringView(base).mid(before[i].start, before[i].length); };
    const auto inText = [&](std::size_t i) { return QStringView(text).mid(words[i].start, words[i].length); };
    std::size_t head = 0;
    const std::size_t shorter = std::min(before.size(), words.size());
    while (head < shorter && inBase(head) == inText(head))
        ++head;
    std::size_t tail = 0;
    while (tail < shorter - head && inBase(before.size() - 1 - tail) == inText(words.size() - 1 - tail))
        ++tail;

    std::vector<QStringView> middleBefore, middle;
    for (std::size_t i = head; i < before.size() - tail; ++i)
        middleBefore.push_back(inBase(i));
    for (std::size_t i = head; i < words.size() - tail; ++i)
        middle.push_back(inText(i));
    const bool tooLong = (middleBefore.size() + 1) * (middle.size() + 1) > kMostCells;
    std::vector<bool> kept = tooLong ? std::vector<bool>(middle.size(), false) : keptBy(middleBefore, middle);
    dropCrumbs(kept);

    QVector<TextSpan> spans;
    for (std::size_t i = 0; i < middle.size(); ++i) {
        if (kept[i])
            continue;
        const TextSpan& word = words[head + i];
        if (i > 0 && !kept[i - 1])
            spans.last().length = word.start + word.length - spans.last().start;
        else
            spans.append(word);
    }
    return spans;
}

} // namespace plumb::ui
