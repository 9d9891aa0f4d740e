// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The questions place as a person uses it: keys, clicks and what stands on the screen. Tests speak to this and not to
// widgets.
#pragma once

#include "tests/ui/models/review_fixture.h"
#include "ui/bridge/action_table.h"
#include "ui/bridge/file_dialogs.h"
#include "ui/pages/questions_page.h"

#include <QtTest>

namespace plumb::test {

/// Answers file dialogs.
class ChosenFile final : public ui::FileDialogs {
public:
    QString path; ///< what the user picks; empty: gives up
    int asked = 0;
    QString open(QWidget*, const QString&, const QString&, const QString&) override {
        ++asked;
        return path;
    }
    QString save(QWidget*, const QString&, const QString&, const QString&, bool) override { return {}; }
};

class QuestionsDriver {
public:
    explicit QuestionsDriver(TestReview& review, const QSize& size = {1364, 848});
    ~QuestionsDriver();

    [[nodiscard]] ui::QuestionsPage& page() { return *m_page; }
    ui::ActionTable actions{nullptr};
    ChosenFile files;
    QList<QUrl> opened; ///< what was handed to the desktop

    /// A key to whatever has the focus in the active window, as from a keyboard.
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(const QString& text);
    [[nodiscard]] QString questionId() const;
    template <typename W> [[nodiscard]] W* find(const QString& objectName) const {
        W* widget = m_page->findChild<W*>(objectName);
        if (widget == nullptr)
            qFatal("No %s", qPrintable(objectName));
        return widget;
    }
    void click(const QString& objectName);
    [[nodiscard]] QString text(const QString& labelName) const; ///< of a WrapLabel
    [[nodiscard]] bool checked(const QString& buttonName) const;
    [[nodiscard]] QStringList treeRows() const; ///< accessible texts of the questions that the list shows
    [[nodiscard]] QStringList evidenceRows() const;

    /// The dialog that is open; fails when there is none.
    [[nodiscard]] QWidget* dialog() const;
    template <typename W> [[nodiscard]] W* inDialog(const QString& objectName) const {
        W* widget = dialog()->findChild<W*>(objectName);
        if (widget == nullptr)
            qFatal("No %s in the dialog", qPrintable(objectName));
        return widget;
    }
    /// Triggers the entry of the open menu whose text starts with `text`.
    void choose(const QString& text);

private:
    [[nodiscard]] QWidget* target() const; ///< what a key press reaches
    TestReview& m_review;
    std::unique_ptr<ui::QuestionsPage> m_page;
};

} // namespace plumb::test
