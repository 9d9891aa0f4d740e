// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a person has decided about each conflict of a merge, what is still open, and what it comes to. No widgets.
#pragma once

#include "core/base/result.h"
#include "core/store/merge.h"
#include "ui/models/merge_text.h"

#include <map>
#include <optional>
#include <QObject>
#include <string>
#include <vector>

namespace plumb::ui {

class MergeDecisions final : public QObject {
    Q_OBJECT
public:
    enum class Choice { Open, Ours, Theirs, Both };

    explicit MergeDecisions(std::vector<MergeItem> items, QObject* parent = nullptr);

    [[nodiscard]] const std::vector<MergeItem>& items() const noexcept { return m_items; }
    [[nodiscard]] int count() const { return static_cast<int>(m_items.size()); }
    [[nodiscard]] int done() const;
    [[nodiscard]] Choice choice(int item) const { return m_made.at(static_cast<std::size_t>(item)).choice; }
    /// The text that stays is neither side's nor both joined.
    [[nodiscard]] bool edited(int item) const;
    /// "yours", "theirs", "both", "edited"; empty while it is open.
    [[nodiscard]] QString choiceWord(int item) const;
    /// What will be kept: the chosen value, both joined, or what was typed. Empty while it is open.
    [[nodiscard]] QString kept(int item) const;
    /// Empty, or why what is kept can't be: it is too long.
    [[nodiscard]] QString fault(int item) const;

    /// Both is refused (false) where texts can't be joined. Choosing forgets what was typed.
    bool choose(int item, Choice choice);
    /// For editable ones that are decided.
    void write(int item, const QString& text);
    /// Decides what is still open, and nothing else: decisions are never overwritten in bulk.
    void chooseRest(store::Side side);

    /// The first open one after `item`, from the start again behind the last; none when all are decided.
    [[nodiscard]] std::optional<int> nextOpen(int item) const;
    /// The same backwards.
    [[nodiscard]] std::optional<int> previousOpen(int item) const;
    /// Every decision, by the conflict's name.
    [[nodiscard]] std::map<std::string, store::Resolution> resolutions() const;
    /// Takes over what was decided before about conflicts with the same name and the same values.
    void takeOver(const MergeDecisions& earlier);

signals:
    void changed(int item); ///< -1: several

private:
    struct Made {
        Choice choice = Choice::Open;
        std::optional<QString> text; ///< typed
    };
    std::vector<MergeItem> m_items;
    std::vector<Made> m_made;
};

/// Both texts, yours first, with an empty line between them; only one where it holds the other.
[[nodiscard]] QString joinedTexts(const QString& ours, const QString& theirs);

} // namespace plumb::ui
