// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The questions place inside the real window, answered from the keyboard. For journeys; tests of the page alone speak
// to QuestionsDriver.
#pragma once

#include "tests/ui/support/window_page.h"

#include <QStringList>

namespace plumb::test {

class QuestionsPlace {
public:
    QuestionsPlace(ui::MainWindow* window, WindowPage* page) : m_window(window), m_page(page) {}

    // --- keys ------------------------------------------------------------------------------------------------------
    void tick(int number); ///< 1 to 10
    void none() { m_page->press(QStringLiteral("N")); }
    void mark() { m_page->press(QStringLiteral("M")); }
    void park() { m_page->press(QStringLiteral("P")); }
    void next() { m_page->press(QStringLiteral("J")); }
    void previous() { m_page->press(QStringLiteral("K")); }
    void writeNote(const QString& text);
    void nameWho(const QString& name);
    /// Walks to a row of segments ("confidenceSegments") with Tab, along it with the arrows, and chooses the one that
    /// says `word` with Space.
    void chooseSegment(const QString& control, const QString& word);
    /// The reason is the `reason`th of the dialog, counted from 0; `sentence` may be empty.
    void notApplicable(int reason, const QString& sentence);
    void choiceNotApplicable(int number, int reason);
    void paste(const QString& text); ///< puts it on the clipboard first

    // --- mouse -----------------------------------------------------------------------------------------------------
    void chooseEvidenceFile(); ///< E, then the button; the file dialog must be prepared

    // --- what is shown ---------------------------------------------------------------------------------------------
    [[nodiscard]] QuestionKey current() const;
    [[nodiscard]] QString risk() const;                  ///< first words of the why sentence: "High risk"
    [[nodiscard]] bool ticked(const QString& row) const; ///< "choice1", "none", "notApplicable", "verify", "park"
    [[nodiscard]] QString note() const;
    [[nodiscard]] QString segment(const QString& control) const; ///< what is chosen; empty when nothing is
    [[nodiscard]] QStringList evidence() const;

private:
    void reasonDialog(int reason, const QString& sentence);
    ui::MainWindow* m_window;
    WindowPage* m_page;
};

} // namespace plumb::test
