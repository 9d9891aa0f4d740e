// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Page object over the plan: what a person sees and presses.
#pragma once

// First, so that moc of Qt 6.4 gets through <concepts>.
#include <QtGlobal>

#include "tests/ui/plan/plan_review.h"
#include "ui/bridge/action_table.h"
#include "ui/pages/plan_view.h"
#include "ui/pages/roadmap_view.h"

#include <memory>

#include <QAbstractButton>

namespace plumb::test {

class PlanPlace {
public:
    /// A review with `high` and `medium` findings; with the mock's words when `mock`.
    explicit PlanPlace(int high = 9, int medium = 7, bool mock = true);
    /// The same file, opened for reading only.
    [[nodiscard]] std::unique_ptr<ui::SessionBridge> readOnly();

    TestReview review;
    ui::ActionTable actions{nullptr};
    std::unique_ptr<ui::PlanView> view;

    /// Shows a view over `bridge` instead.
    void show(ui::SessionBridge* bridge);
    [[nodiscard]] ui::RoadmapView* roadmap() const { return view->roadmap(); }
    [[nodiscard]] QString text(const char* label) const;
    [[nodiscard]] QString footText() const;
    [[nodiscard]] QStringList reasons() const; ///< titles of the rows
    [[nodiscard]] std::size_t step(const char* title) const;
    [[nodiscard]] QString keyOf(const char* title) const;
    void press(QWidget* widget, Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const;
    void clickStep(const char* title, bool twice = false) const;
    void clickMode(int segment) const;
    template <typename Widget> [[nodiscard]] Widget* find(const char* name) const {
        return view->findChild<Widget*>(QString::fromLatin1(name));
    }

private:
    FixedClock m_clock{Instant{1'795'000'000'000}};
    SeededRandom m_random{9};
};

} // namespace plumb::test
