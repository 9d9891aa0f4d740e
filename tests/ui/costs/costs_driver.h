// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The Costs place as a person uses it: keys, clicks and what stands on the screen. Tests speak to this and not to
// widgets.
#pragma once

#include "tests/ui/costs/northwind_costs.h"
#include "tests/ui/models/review_fixture.h"
#include "ui/bridge/action_table.h"
#include "ui/bridge/file_dialogs.h"
#include "ui/bridge/job_runner.h"
#include "ui/pages/costs_page.h"

#include <QtTest>

namespace plumb::test {

/// Answers the question for a file to read.
class ChosenFile final : public ui::FileDialogs {
public:
    QString path;
    QString open(QWidget*, const QString&, const QString&, const QString&) override { return path; }
    QString save(QWidget*, const QString&, const QString&, const QString&, bool) override { return {}; }
};

class CostsDriver {
public:
    /// With these costs; untouched ones: an empty place.
    explicit CostsDriver(const review::Costs& costs = smallCosts(), const QSize& size = {1364, 848});
    ~CostsDriver();

    TestReview review;
    ui::ActionTable actions{nullptr};
    ui::JobRunner jobs;
    ChosenFile files;
    [[nodiscard]] ui::CostsPage& page() { return *m_page; }
    [[nodiscard]] session::Session& session() const { return review.session(); }
    [[nodiscard]] const review::Costs& costs() const { return session().review().costs; }

    /// Until the figures on the screen are those of the model.
    void settle();
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(const QString& text);
    void click(const QString& buttonName);
    template <typename W = QWidget> [[nodiscard]] W* find(const QString& objectName) const {
        W* widget = m_page->findChild<W*>(objectName);
        if (widget == nullptr)
            qFatal("No %s", qPrintable(objectName));
        return widget;
    }
    [[nodiscard]] QString text(const QString& labelName) const;
    [[nodiscard]] QString figure(const QString& name) const; ///< "now", "after", "saving", "oneOff", "net"
    /// "Endpoint 1,000", "[x] Half the endpoint -500", "[ ] ...", "[-] ..." for one that can't be ticked.
    [[nodiscard]] QStringList items() const;
    [[nodiscard]] QStringList measures() const;
    void choose(const QString& list, int row); ///< as by a click
    void clickBox(int measure);
    void doubleClick(const QString& list, int row);
    [[nodiscard]] QString undoWords() const; ///< of the undo bar; empty when it is not shown
    [[nodiscard]] int steps() const;         ///< commands in the history
    /// The text of a field of the editor is replaced, and Enter pressed.
    void fill(const QString& field, const QString& text);
    [[nodiscard]] QString note(const QString& field) const; ///< the sentence below it; empty when there is none

    [[nodiscard]] bool dialogOpen() const;
    [[nodiscard]] QWidget* dialog() const;
    template <typename W = QWidget> [[nodiscard]] W* inDialog(const QString& objectName) const {
        W* widget = dialog()->findChild<W*>(objectName);
        if (widget == nullptr)
            qFatal("No %s in the dialog", qPrintable(objectName));
        return widget;
    }

private:
    [[nodiscard]] QWidget* target() const;
    [[nodiscard]] QStringList rows(const QString& list) const;
    std::unique_ptr<ui::CostsPage> m_page;
};

} // namespace plumb::test
