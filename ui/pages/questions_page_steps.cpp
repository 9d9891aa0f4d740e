// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the keys and clicks of the questions place do.
#include "ui/bridge/action_table.h"
#include "ui/dialogs/not_applicable_dialog.h"
#include "ui/models/question_card_data.h"
#include "ui/pages/questions_answer_fields.h"
#include "ui/pages/questions_card.h"
#include "ui/pages/questions_choices.h"
#include "ui/pages/questions_evidence_desk.h"
#include "ui/pages/questions_notes.h"
#include "ui/pages/questions_page.h"
#include "ui/pages/questions_side_pane.h"
#include "ui/pages/questions_tree_pane.h"
#include "ui/theme/icon.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/undo_bar.h"

#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QShortcut>
#include <QStackedWidget>

namespace plumb::ui {

namespace {

constexpr int kKeyedChoices = 10;

} // namespace

void QuestionsPage::on(QStringView action, void (QuestionsPage::*what)()) {
    connect(m_actions->action(action), &QAction::triggered, this, what);
}

void QuestionsPage::connectActions() {
    on(u"questions.next", &QuestionsPage::goNext);
    on(u"questions.previous", &QuestionsPage::goPrevious);
    on(u"questions.nextUnanswered", &QuestionsPage::goNextUnanswered);
    on(u"questions.none", &QuestionsPage::toggleNone);
    on(u"questions.notApplicable", &QuestionsPage::askNotApplicable);
    on(u"questions.verify", &QuestionsPage::toggleVerify);
    on(u"questions.park", &QuestionsPage::togglePark);
    on(u"questions.confirm", &QuestionsPage::confirmAgain);
    on(u"questions.evidence", &QuestionsPage::attachEvidence);
    on(u"questions.pasteEvidence", &QuestionsPage::pasteEvidence);
    on(u"questions.note", &QuestionsPage::writeNote);
    on(u"questions.people", &QuestionsPage::addPerson);
    on(u"questions.rule", &QuestionsPage::toggleRules);
    on(u"questions.search", &QuestionsPage::focusSearch);
    on(u"questions.tree", &QuestionsPage::focusTree);
    on(u"questions.card", &QuestionsPage::toggleSidePane);
    for (int i = 0; i < kKeyedChoices; ++i) {
        connect(m_actions->action(QString(QStringLiteral("questions.choice%1")).arg(i + 1)), &QAction::triggered, this,
                [this, i] { toggleChoice(i); });
        auto* notApplicable =
            new QShortcut(QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_0 + (i + 1) % 10)), this);
        connect(notApplicable, &QShortcut::activated, this, [this, i] {
            const QuestionCardData card = questionCard(m_bridge->session(), current());
            if (i < static_cast<int>(card.choices.size()) && card.applicable)
                askChoiceNotApplicable(q(card.choices[static_cast<std::size_t>(i)].id));
        });
    }
}

void QuestionsPage::connectCard() {
    QuestionsChoices* choices = m_card->choices();
    connect(choices, &QuestionsChoices::choiceClicked, this, [this](const QString& id) {
        if (!m_editor.toggleChoice(s(id)))
            refreshAnswer();
    });
    connect(choices, &QuestionsChoices::choiceMenuRequested, this, &QuestionsPage::showChoiceMenu);
    connect(choices, &QuestionsChoices::noneClicked, this, &QuestionsPage::toggleNone);
    connect(choices, &QuestionsChoices::notApplicableClicked, this, &QuestionsPage::askNotApplicable);
    QuestionsAnswerFields* fields = m_card->fields();
    connect(fields, &QuestionsAnswerFields::confidenceChosen, this,
            [this](review::Confidence confidence) { m_editor.setConfidence(confidence); });
    connect(fields, &QuestionsAnswerFields::basisChosen, this,
            [this](review::Basis basis) { m_editor.setBasis(basis); });
    connect(fields, &QuestionsAnswerFields::personNamed, this,
            [this](const QString& name) { m_editor.addPerson(name); });
    connect(fields, &QuestionsAnswerFields::personRemoved, this,
            [this](const QString& id) { m_editor.removePerson(s(id)); });
    connect(fields, &QuestionsAnswerFields::left, this, &QuestionsPage::goToCard);
    m_card->notes()->setStores([this](const QString& text) { return m_editor.setNote(text); },
                               [this](const QString& text) { return m_editor.setPrivateNote(text); });
    connect(m_card->notes(), &QuestionsNotes::left, this, &QuestionsPage::goToCard);
    connect(m_card, &QuestionCard::evidenceOffered, this, [this](const QMimeData* mime) { m_desk->take(mime); });
}

void QuestionsPage::connectSidePane() {
    connect(m_side, &QuestionsSidePane::addEvidenceRequested, this, &QuestionsPage::attachEvidence);
    connect(m_side, &QuestionsSidePane::openEvidence, m_desk, &EvidenceDesk::open);
    connect(m_side, &QuestionsSidePane::renameEvidence, m_desk, &EvidenceDesk::rename);
    connect(m_side, &QuestionsSidePane::strengthChosen, m_desk, &EvidenceDesk::setStrength);
    connect(m_side, &QuestionsSidePane::removeEvidence, m_desk, &EvidenceDesk::remove);
    connect(m_desk, &EvidenceDesk::removed, this, [this](const QString& title) {
        if (focusWidget() == nullptr || !m_side->isAncestorOf(focusWidget()))
            goToCard(); // the row that had the focus is gone; a text field must not get the keys
        sayUndoable(tr("Removed: %1").arg(title));
    });
    connect(m_desk, &EvidenceDesk::busy, this, [this](bool started) {
        if (started)
            commitPending();
    });
}

void QuestionsPage::toggleChoice(int index) {
    const QuestionCardData card = questionCard(m_bridge->session(), current());
    if (index >= static_cast<int>(card.choices.size()) || !card.applicable)
        return;
    if (m_editor.toggleChoice(card.choices[static_cast<std::size_t>(index)].id))
        m_card->choices()->ensureVisible(index);
}

void QuestionsPage::toggleNone() {
    int cleared = 0;
    const bool applicable = m_bridge->session().review().answer(current()).applicable;
    if (!applicable || !m_editor.toggleNone(&cleared))
        refreshAnswer();
    else if (cleared > 0)
        sayUndoable(cleared == 1 ? tr("None of these: one choice cleared")
                                 : tr("None of these: %1 choices cleared").arg(cleared));
}

void QuestionsPage::askNotApplicable() {
    if (!m_editor.valid())
        return;
    if (!m_bridge->session().review().answer(current()).applicable) {
        m_editor.setApplicable();
        return;
    }
    refreshAnswer(); // the row has ticked itself; it is not so before there is a reason
    auto* dialog = new NotApplicableDialog(NotApplicableDialog::About::Question, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { m_editor.setNotApplicable(dialog->reason(), dialog->sentence()); });
    dialog->open();
}

void QuestionsPage::askChoiceNotApplicable(const QString& choiceId) {
    const review::Answer& answer = m_bridge->session().review().answer(current());
    const auto found = answer.choices.find(s(choiceId));
    if (found != answer.choices.end() && found->second.status == review::ChoiceStatus::NotApplicable) {
        m_editor.setChoiceApplicable(s(choiceId));
        return;
    }
    auto* dialog = new NotApplicableDialog(NotApplicableDialog::About::Choice, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, choiceId] {
        m_editor.setChoiceNotApplicable(s(choiceId), dialog->reason(), dialog->sentence());
    });
    dialog->open();
}

void QuestionsPage::showChoiceMenu(const QString& choiceId, const QPoint& at) {
    const QuestionCardData card = questionCard(m_bridge->session(), current());
    const auto found = std::find_if(card.choices.begin(), card.choices.end(),
                                    [&](const ChoiceData& choice) { return q(choice.id) == choiceId; });
    if (found == card.choices.end() || !card.applicable)
        return;
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("choiceMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* tick = menu->addAction(found->selected ? tr("Not in place") : tr("In place"));
    connect(tick, &QAction::triggered, this, [this, choiceId] { m_editor.toggleChoice(s(choiceId)); });
    QAction* na = menu->addAction(icon(Icon::NotApplicable),
                                  found->notApplicable ? tr("Applicable again") : tr("Not applicable…"));
    if (!found->key.isEmpty())
        na->setText(na->text() + QStringLiteral("\tAlt+") + found->key);
    connect(na, &QAction::triggered, this, [this, choiceId] { askChoiceNotApplicable(choiceId); });
    menu->popup(at);
}

void QuestionsPage::toggleVerify() {
    if (!m_editor.valid() || !m_editor.toggleVerify())
        refreshAnswer();
}

void QuestionsPage::togglePark() {
    if (!m_editor.valid() || !m_editor.togglePark())
        refreshAnswer();
}

void QuestionsPage::confirmAgain() {
    if (m_editor.valid() && m_editor.confirm())
        sayUndoable(tr("Confirmed: the answer still holds"));
}

void QuestionsPage::attachEvidence() {
    if (m_editor.valid())
        m_desk->askForEvidence();
}

void QuestionsPage::pasteEvidence() {
    m_desk->pasteClipboard();
}

void QuestionsPage::writeNote() {
    if (m_editor.valid())
        m_card->notes()->startWriting();
}

void QuestionsPage::addPerson() {
    if (m_editor.valid())
        m_card->fields()->startAdding();
}

void QuestionsPage::toggleRules() {
    const lens::Question* question = m_bridge->session().review().findQuestion(current());
    if (question == nullptr)
        return;
    if (!m_card->rulesShown())
        m_card->setRules(question, m_bridge->session().explain(current()));
    m_card->toggleRules();
    if (!m_card->rulesShown())
        goToCard();
}

void QuestionsPage::focusSearch() {
    m_tree->focusSearch();
}

void QuestionsPage::focusTree() {
    m_tree->focusTree();
}

void QuestionsPage::toggleSidePane() {
    if (m_narrow) {
        const bool show = m_stack->currentWidget() != m_side;
        m_tabs->setCurrentIndex(show ? 1 : 0);
        m_stack->setCurrentWidget(show ? static_cast<QWidget*>(m_side) : m_card);
        return;
    }
    m_sideWanted = !m_sideWanted;
    m_side->setVisible(m_sideWanted);
    applySizes();
}

void QuestionsPage::sayUndoable(const QString& text) {
    m_undo->say(text, m_actions->keyCaps(u"edit.undo").join(QLatin1Char('+')));
}

void QuestionsPage::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Paste) && m_editor.valid())
        pasteEvidence();
    else
        QWidget::keyPressEvent(event);
}

void QuestionsPage::dragEnterEvent(QDragEnterEvent* event) {
    if (m_editor.valid() && EvidenceDesk::canTake(event->mimeData()))
        event->acceptProposedAction();
}

void QuestionsPage::dropEvent(QDropEvent* event) {
    if (m_desk->take(event->mimeData()))
        event->acceptProposedAction();
}

} // namespace plumb::ui
