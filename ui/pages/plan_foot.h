// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One line below the roadmap: what the plan brings in its 90 days. What does not fit is left out from the right.
#pragma once

// First, so that moc of Qt 6.4 gets through <concepts>.
#include <QtGlobal>

#include "core/score/plan.h"

#include <vector>

#include <QWidget>

namespace plumb::ui {

class WrapLabel;

class PlanFoot final : public QWidget {
    Q_OBJECT
public:
    explicit PlanFoot(QWidget* parent = nullptr);
    /// `bill`: today's, 0 when none is known; `sign` of its currency.
    void show(const score::Plan& plan, double bill, const QString& sign);
    using QWidget::show;
    [[nodiscard]] QString text() const; ///< all of it, also what does not fit
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    void arrange();
    struct Part {
        WrapLabel* label;
        bool wanted = true; ///< has something to say
    };
    std::vector<Part> m_parts; ///< in order of rank
};

} // namespace plumb::ui
