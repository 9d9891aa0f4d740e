// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A score on its rule from 0 to 100: hatched range with end posts, bob on the score, ring for the verified score,
// dotted post for the last review. The painter serves delegates and the PDF, the widget pages.
#pragma once

#include "ui/theme/tokens.h"

#include <optional>

#include <QRectF>
#include <QWidget>

class QPainter;

namespace plumb::ui {

/// Numbers of a scope, 0-100. Nothing answered: no score, the range alone is shown.
struct ScoreView {
    std::optional<double> score, low, high, verified, previous;
    friend bool operator==(const ScoreView&, const ScoreView&) = default;
};

/// Paints the scale so that the rule runs from box.left() to box.right(); the bob may stand 5 px beyond both ends.
/// `list` is the small variant (26 px, no labels), the other one needs 56 px.
void paintScoreScale(QPainter* painter, const QRectF& box, const ScoreView& view, const Tokens& tokens, bool list);

/// "Score 69, range 54 to 76, verified 57, last review 48", translated.
[[nodiscard]] QString scoreSentence(const ScoreView& view);

class ScoreScale : public QWidget {
    Q_OBJECT
public:
    explicit ScoreScale(QWidget* parent = nullptr, bool list = false);
    /// How far the bob of a score near 0 or 100 reaches beyond the rule; the rule is drawn shorter only then.
    static constexpr int kOverhang = 5;

    void setView(const ScoreView& view);
    [[nodiscard]] const ScoreView& view() const noexcept { return m_view; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ScoreView m_view;
    bool m_list;
};

} // namespace plumb::ui
