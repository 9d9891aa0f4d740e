// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The merge page as a person uses it, over a plan that is written down here: keys, clicks and what stands on the
// screen.
#pragma once

#include <QtGlobal>

#include "tests/ui/models/review_fixture.h"
#include "ui/bridge/action_table.h"
#include "ui/pages/merge_page.h"

#include <QtTest>

namespace plumb::test {

/// A review with answers, findings, evidence and costs, for words of a plan.
class MergeReview {
public:
    MergeReview();
    TestReview review;
    std::string firstFinding, secondFinding; ///< keys
    std::string evidence;                    ///< id
    [[nodiscard]] session::Session& session() const { return review.session(); }
};

/// A conflict by Ines (ours) and Tom (theirs).
[[nodiscard]] store::MergeConflict conflictOf(store::Table table, std::vector<std::string> key, std::string column,
                                              std::optional<std::string> base, std::optional<std::string> ours,
                                              std::optional<std::string> theirs);
/// Nine conflicts of every sort, 68 changes that need nobody.
[[nodiscard]] store::MergePlan samplePlan(const MergeReview& review);
[[nodiscard]] ui::MergeWords wordsOf(const MergeReview& review, const store::MergePlan& plan);

class MergeDriver {
public:
    explicit MergeDriver(const store::MergePlan& plan, bool readOnly = false, const QSize& size = {1364, 848});
    explicit MergeDriver() : MergeDriver(samplePlan(shared())) {}
    ~MergeDriver();

    /// The same review for all pages: nothing here changes it.
    [[nodiscard]] static MergeReview& shared();

    ui::ActionTable actions{nullptr};
    [[nodiscard]] ui::MergePage& page() { return *m_page; }
    [[nodiscard]] ui::MergeDecisions& decisions() { return *m_page->decisions(); }
    int merges = 0, cancels = 0;

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(const QString& text);
    void click(const QString& buttonName);
    void clickRow(int row);
    template <typename W = QWidget> [[nodiscard]] W* find(const QString& objectName) const {
        W* widget = m_page->findChild<W*>(objectName);
        if (widget == nullptr)
            qFatal("No %s", qPrintable(objectName));
        return widget;
    }
    [[nodiscard]] QString text(const QString& labelName) const;
    [[nodiscard]] QStringList rows() const; ///< accessible texts of the list
    [[nodiscard]] QString kept() const;     ///< what the field shows
    [[nodiscard]] bool enabled(const QString& name) const { return find(name)->isEnabled(); }

private:
    std::unique_ptr<ui::MergePage> m_page;
};

} // namespace plumb::test
