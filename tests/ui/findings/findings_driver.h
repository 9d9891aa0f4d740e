// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The findings place as a person uses it: keys, clicks and what stands on the screen. Tests speak to this and not to
// widgets.
#pragma once

#include "tests/ui/models/review_fixture.h"
#include "ui/bridge/action_table.h"
#include "ui/bridge/file_dialogs.h"
#include "ui/pages/findings_page.h"

#include <QtTest>

namespace plumb::test {

/// Answers the question for a file to write.
class SavedFile final : public ui::FileDialogs {
public:
    QString path;
    QString open(QWidget*, const QString&, const QString&, const QString&) override { return {}; }
    QString save(QWidget*, const QString&, const QString&, const QString&, bool) override { return path; }
};

/// Two pillars of two questions: GAI_OPS_1 high, GAI_OPS_2 high, GAI_SEC_1 medium, GAI_SEC_2 without risk. Ratings:
/// question 1 is 2 x 3 and question 2 is 3 x 3.
class FindingsDriver {
public:
    explicit FindingsDriver(bool answered = true, const QSize& size = {1364, 848});
    ~FindingsDriver();

    TestReview review;
    ui::ActionTable actions{nullptr};
    SavedFile files;
    [[nodiscard]] ui::FindingsPage& page() { return *m_page; }
    [[nodiscard]] session::Session& session() const { return review.session(); }

    static constexpr const char* kOps1 = "generative-ai/GAI_OPS_1";
    static constexpr const char* kOps2 = "generative-ai/GAI_OPS_2";
    static constexpr const char* kSec1 = "generative-ai/GAI_SEC_1";

    [[nodiscard]] const score::Finding& finding(const char* key) const;
    void edit(const char* key, const session::FindingEdit& edit);

    /// A key to whatever has the focus in the active window, as from a keyboard.
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(const QString& text);
    void click(const QString& buttonName);
    template <typename W> [[nodiscard]] W* find(const QString& objectName) const {
        W* widget = m_page->findChild<W*>(objectName);
        if (widget == nullptr)
            qFatal("No %s", qPrintable(objectName));
        return widget;
    }
    [[nodiscard]] QString text(const QString& labelName) const;
    /// Keys of the shown rows from the top, without the lens.
    [[nodiscard]] QStringList rows() const;
    [[nodiscard]] QString cell(int row, int column) const;
    [[nodiscard]] QString current() const;
    void clickCell(int row, int column, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void doubleClickCell(int row, int column);
    void clickHead(int column);
    [[nodiscard]] int chipCount(const QString& name) const;
    [[nodiscard]] QString undoWords() const; ///< of the undo bar; empty when it is not shown
    [[nodiscard]] int steps() const;         ///< commands in the history

    [[nodiscard]] QWidget* dialog() const;
    template <typename W> [[nodiscard]] W* inDialog(const QString& objectName) const {
        W* widget = dialog()->findChild<W*>(objectName);
        if (widget == nullptr)
            qFatal("No %s in the dialog", qPrintable(objectName));
        return widget;
    }
    [[nodiscard]] bool dialogOpen() const;
    /// Triggers the entry of the open menu whose text starts with `text`.
    void choose(const QString& text);

private:
    [[nodiscard]] QWidget* target() const;
    std::unique_ptr<ui::FindingsPage> m_page;
};

} // namespace plumb::test
