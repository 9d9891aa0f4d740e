// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The rules behind a question's risk, laid over the card: each rule in words with the keys of its choices, the one that
// decides, and what every choice in it contributes. Esc or Close puts it away; nothing below moves.
#pragma once

#include "core/session/session.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/rich_text.h"

class QBoxLayout;

namespace plumb::ui {

/// A condition as a sentence with key caps: "(1) and ((2) or (3))"; "in every other case" for default.
[[nodiscard]] RichText conditionText(const lens::Question& question, const lens::Condition& condition);
/// The key of a choice as it stands in its row: "1"-"9", "0", "N"; the title's first words beyond ten.
[[nodiscard]] QString choiceKey(const lens::Question& question, std::size_t choice);

class RulePanel final : public FramePane {
    Q_OBJECT
public:
    explicit RulePanel(QWidget* parent = nullptr);

    void setRules(const lens::Question& question, const lens::Explanation& explanation);
    /// Height that shows every rule and term at `width`.
    [[nodiscard]] int wholeHeight(int width) const;

signals:
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void addRule(const lens::Question& question, const lens::RiskRule& rule, bool decides);
    void addTerm(const lens::Question& question, const lens::Term& term);

    QWidget* m_body = nullptr;
    QBoxLayout* m_rows = nullptr;
    QBoxLayout* m_head = nullptr;
};

} // namespace plumb::ui
