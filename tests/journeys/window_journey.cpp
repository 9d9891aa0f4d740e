// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/journeys/window_journey.h"

#include "ui/dialogs/new_review_dialog.h"
#include "ui/print/print.h"

#include <algorithm>
#include <QFile>
#include <QLineEdit>
#include <QTest>

namespace plumb::test {
namespace {

constexpr int kPdfMs = 60'000; ///< for machines under a sanitizer; a report takes less than a second

void typeInto(const QWidget* dialog, const char* field, const QString& text) {
    auto* const edit = dialog->findChild<QLineEdit*>(QLatin1String(field));
    QTest::mouseClick(edit, Qt::LeftButton);
    QTest::keyClicks(edit, text);
}

} // namespace

WindowJourney::WindowJourney(FirstReview story) : m_story(std::move(story)) {
    m_app.settings->setAuthor(m_story.author);
    m_app.services.printPdf = [](const report::Document& document, const QString& path,
                                 const store::Progress& progress) -> Result<void> {
        PLUMB_CHECK(ui::print::printPdf(document, path.toStdString(), {}, progress));
        return {};
    };
    openWindow();
}

WindowJourney::~WindowJourney() {
    closeWindow();
}

void WindowJourney::openWindow() {
    m_window = m_app.makeWindow();
    m_page = std::make_unique<WindowPage>(m_window.get());
    m_questions = std::make_unique<QuestionsPlace>(m_window.get(), m_page.get());
}

void WindowJourney::closeWindow() {
    m_questions.reset();
    m_page.reset();
    m_window.reset();
}

void WindowJourney::write(const QString& name, const QByteArray& bytes) const {
    QFile file(m_app.path(name));
    QVERIFY2(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size(), qPrintable(name));
}

std::vector<QuestionKey> WindowJourney::order() const {
    std::vector<QuestionKey> keys;
    const auto& lens = *session().review().lenses.front().lens;
    for (const auto& pillar : lens.pillars) {
        for (const auto& question : pillar.questions)
            keys.push_back({lens.id, question.id});
    }
    return keys;
}

void WindowJourney::makesTheReview() {
    QCOMPARE(m_page->place(), QStringLiteral("start"));
    write(QStringLiteral("questionnaire.json"), m_story.lens);
    m_app.dialogs.answers = {m_app.path(QStringLiteral("questionnaire.json"))};
    whenDialogOpens([this](QWidget* dialog) {
        auto* const assistant = qobject_cast<ui::NewReviewDialog*>(dialog);
        QVERIFY(assistant);
        typeInto(assistant, "nameEdit", m_story.workload);
        typeInto(assistant, "clientEdit", m_story.client);
        typeInto(assistant, "ownerEdit", m_story.owner);
        QTest::mouseClick(assistant->findChild<QWidget*>(QStringLiteral("addLensButton")), Qt::LeftButton);
        QTRY_VERIFY(assistant->model()->offers().back().ticked);
        QTest::keyClick(assistant, Qt::Key_Return);
    });
    m_page->press(QStringLiteral("Ctrl+N"));
    QVERIFY(m_window->bridge());
    QVERIFY(QFile::exists(reviewFile()));
    QCOMPARE(m_page->place(), QStringLiteral("questions"));
    QVERIFY(m_page->title().startsWith(m_story.workload));
    m_page->activateAgain();
}

void WindowJourney::answer(const Answering& answer) {
    for (const int number : answer.ticks)
        m_questions->tick(number);
    if (answer.none)
        m_questions->none();
    if (answer.exempt)
        m_questions->notApplicable(answer.exempt->reason, answer.exempt->sentence);
    if (answer.exemptChoice)
        m_questions->choiceNotApplicable(*answer.exemptChoice, 0);
    if (!answer.note.isEmpty())
        m_questions->writeNote(answer.note);
    if (!answer.who.isEmpty())
        m_questions->nameWho(answer.who);
    if (!answer.confidence.isEmpty())
        m_questions->chooseSegment(QStringLiteral("confidenceSegments"), answer.confidence);
    if (!answer.basis.isEmpty())
        m_questions->chooseSegment(QStringLiteral("basisSegments"), answer.basis);
    if (answer.mark)
        m_questions->mark();
    if (answer.park)
        m_questions->park();
}

void WindowJourney::answersTenQuestions() {
    const auto keys = order();
    QVERIFY(keys.size() > m_story.answers.size());
    for (std::size_t i = 0; i < m_story.answers.size(); ++i) {
        if (i > 0)
            m_questions->next();
        QCOMPARE(ui::q(m_questions->current().question), ui::q(keys[i].question));
        answer(m_story.answers[i]);
    }
    QVERIFY2(m_page->notice().isEmpty(), qPrintable(m_page->notice()));
}

void WindowJourney::attachesEvidence() {
    write(m_story.fileName, m_story.file);
    m_app.dialogs.answers = {m_app.path(m_story.fileName)};
    m_questions->chooseEvidenceFile();
    m_questions->paste(m_story.link);
    m_questions->paste(m_story.text);
    QCOMPARE(m_questions->evidence().size(), 3);
    QCOMPARE(m_questions->evidence().front(), m_story.fileName);
}

void WindowJourney::doesThreeStepsTooMany() {
    m_questions->next();
    m_questions->paste(m_story.strayText);
    m_questions->none();
    m_questions->mark();
    QCOMPARE(m_questions->evidence(), QStringList{m_story.strayText});
    QVERIFY(m_questions->ticked(QStringLiteral("none")) && m_questions->ticked(QStringLiteral("verify")));
}

void WindowJourney::undoesThree() {
    for (int i = 0; i < 3; ++i)
        m_page->press(QStringLiteral("Ctrl+Z"));
    QVERIFY(m_questions->evidence().isEmpty());
    QVERIFY(!m_questions->ticked(QStringLiteral("none")) && !m_questions->ticked(QStringLiteral("verify")));
    QCOMPARE(session().review().answer(m_questions->current()), review::Answer());
    m_questions->previous();
    QCOMPARE(m_questions->evidence().size(), 3); // no further than three
}

void WindowJourney::closesTheReview() {
    m_page->press(QStringLiteral("Ctrl+W"));
    QCOMPARE(m_page->place(), QStringLiteral("start"));
    QCOMPARE(m_page->recentNames().size(), 1);
    QVERIFY(m_window->close());
    closeWindow();
}

void WindowJourney::reopensIt() {
    openWindow();
    m_app.dialogs.answers = {reviewFile()};
    m_page->press(QStringLiteral("Ctrl+O"));
    QVERIFY2(m_window->bridge(), qPrintable(m_page->notice()));
    m_page->press(QStringLiteral("Ctrl+2"));
    QCOMPARE(m_page->place(), QStringLiteral("questions"));
}

void WindowJourney::exportsThePdf() {
    m_app.dialogs.answers = {pdfFile()};
    m_page->press(QStringLiteral("Ctrl+P"));
    QTRY_VERIFY_WITH_TIMEOUT(!m_page->notice().isEmpty(), kPdfMs);
    QVERIFY2(m_page->notice().contains(QStringLiteral("claims-triage.pdf")), qPrintable(m_page->notice()));
    QVERIFY(QFile::exists(pdfFile()));
}

} // namespace plumb::test
