// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Plays the story of a first review in the real window, with keys (and the mouse where a person would take it). Each
// chapter fails the running test when the window does not answer as it should; see CHAPTER.
#pragma once

#include "tests/journeys/first_review.h"
#include "tests/ui/support/app_fixture.h"
#include "tests/ui/support/questions_place.h"

#include <memory>

/// Runs a chapter and leaves the test function when it has failed.
#define CHAPTER(chapter)                                                                                               \
    do {                                                                                                               \
        chapter;                                                                                                       \
        if (QTest::currentTestFailed())                                                                                \
            return;                                                                                                    \
    } while (false)

namespace plumb::test {

class WindowJourney {
public:
    explicit WindowJourney(FirstReview story); ///< the start page is on the screen
    ~WindowJourney();

    void makesTheReview();        ///< new-review assistant, questionnaire from a file
    void answersTenQuestions();   ///< ends on the tenth
    void attachesEvidence();      ///< a file, a link and a note, to the tenth question
    void doesThreeStepsTooMany(); ///< on the eleventh question
    void undoesThree();
    void closesTheReview(); ///< and the window
    void reopensIt();       ///< in another window, through the file dialog
    void exportsThePdf();

    [[nodiscard]] const FirstReview& story() const noexcept { return m_story; }
    [[nodiscard]] QString reviewFile() const { return m_app.path(QStringLiteral("claims-triage.plumb")); }
    [[nodiscard]] QString pdfFile() const { return m_app.path(QStringLiteral("claims-triage.pdf")); }
    [[nodiscard]] const session::Session& session() const { return m_window->bridge()->session(); }
    [[nodiscard]] WindowPage& page() { return *m_page; }
    [[nodiscard]] QuestionsPlace& questions() { return *m_questions; }
    /// The questions of the review in the order of the questionnaire.
    [[nodiscard]] std::vector<QuestionKey> order() const;

private:
    void openWindow();
    void closeWindow();
    void answer(const Answering& answer);
    void write(const QString& name, const QByteArray& bytes) const;

    FirstReview m_story;
    AppFixture m_app;
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<WindowPage> m_page;
    std::unique_ptr<QuestionsPlace> m_questions;
};

} // namespace plumb::test
