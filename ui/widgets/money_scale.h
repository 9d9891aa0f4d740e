// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Monthly money on a rule: bob on the amount after the scenario, hatched P10-P90 around it, a post with a bar on its
// top for what is paid now. The counterpart of the score scale, with the same height.
#pragma once

#include "ui/theme/tokens.h"

#include <functional>
#include <optional>

#include <QRectF>
#include <QWidget>

class QPainter;

namespace plumb::ui {

/// Amounts in one currency per month; negative ones are taken as 0.
struct MoneyView {
    std::optional<double> after, low, high, now;
    friend bool operator==(const MoneyView&, const MoneyView&) = default;
};

/// End of the rule for these amounts: the next of 1, 2, 2.5, 5 times a power of ten steps above the largest, so that 3
/// to 5 labels fit. `step` receives the distance of the labels.
[[nodiscard]] double moneyScaleEnd(const MoneyView& view, double* step);

class MoneyScale : public QWidget {
    Q_OBJECT
public:
    /// Writes an amount of a label ("$10k"). Formatting belongs to the caller, who knows currency and language.
    using Format = std::function<QString(double)>;
    explicit MoneyScale(Format format, QWidget* parent = nullptr);

    /// `sentence` is what assistive tools hear.
    void setView(const MoneyView& view, const QString& sentence);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Format m_format;
    MoneyView m_view;
};

} // namespace plumb::ui
