// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a what-if changes, today beside the future: score, money, readiness, risks. Each pane shows one score::WhatIf
// and keeps its places while ticks come and go; a figure that changed is underlined for two seconds.
#pragma once

#include "core/base/result.h" // first: Qt's moc can't read <array> before the rest of the library
#include "core/score/plan.h"
#include "ui/theme/paint.h"

#include <QAbstractButton>
#include <QWidget>
#include <vector>

class QBoxLayout;

namespace plumb::ui {

class Badge;
class Figure;
class IconLabel;
class RiskMark;
class ScoreScale;
class WrapLabel;

/// A risk's way from one mark to another: mark, arrow, mark, title, where. Leads to the question behind it.
class ChangeRow final : public QAbstractButton {
    Q_OBJECT
public:
    explicit ChangeRow(QWidget* parent = nullptr);
    /// `where` empty: one line. The same mark twice: it stands in the second place, without arrow.
    void setChange(MarkKind from, MarkKind to, const QString& title, const QString& where, const QString& tip);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    MarkKind m_from = MarkKind::None, m_to = MarkKind::None;
    QString m_where;
};

/// Score, label, range and coverage.
class WhatIfScorePane final : public QWidget {
    Q_OBJECT
public:
    explicit WhatIfScorePane(QWidget* parent = nullptr);
    void show(const score::WhatIf& future);
    using QWidget::show;

private:
    Figure* m_before;
    Figure* m_after;
    Badge* m_delta;
    RiskMark* m_labelBefore;
    RiskMark* m_labelAfter;
    IconLabel* m_labelArrow = nullptr;
    ScoreScale* m_scale;
    WrapLabel* m_facts;
};

/// Monthly cost; a sentence while no costs are known.
class WhatIfMoneyPane final : public QWidget {
    Q_OBJECT
public:
    explicit WhatIfMoneyPane(QWidget* parent = nullptr);
    void show(const score::WhatIf& future, const QString& sign); ///< `sign` of the currency
    using QWidget::show;

private:
    WrapLabel* m_before;
    Figure* m_after;
    WrapLabel* m_sentence;
};

/// The verdict with its signs.
class WhatIfReadinessPane final : public QWidget {
    Q_OBJECT
public:
    explicit WhatIfReadinessPane(QWidget* parent = nullptr);
    void show(const score::WhatIf& future);
    using QWidget::show;

signals:
    void questionChosen(const plumb::QuestionKey& key);

private:
    WrapLabel* m_verdict;
    WrapLabel* m_note;
    QBoxLayout* m_rows;
    std::vector<ChangeRow*> m_signs;
    score::Readiness m_readiness;
};

/// How many risks are left, and each question whose state changes.
class WhatIfRisksPane final : public QWidget {
    Q_OBJECT
public:
    explicit WhatIfRisksPane(QWidget* parent = nullptr);
    void show(const score::WhatIf& future, bool anyTicked);
    using QWidget::show;

signals:
    void questionChosen(const plumb::QuestionKey& key);

private:
    WrapLabel* m_counts;
    WrapLabel* m_nothing;
    QBoxLayout* m_rows;
    std::vector<ChangeRow*> m_buttons;
    std::vector<QuestionKey> m_keys;
};

} // namespace plumb::ui
