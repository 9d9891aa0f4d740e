// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The place where a review is walked through: list of questions, the question card, the facilitator's pane. Every step
// has a key (scope Questions of the action table) and every step is one undoable command.
#pragma once

#include "ui/models/question_editor.h"
#include "ui/models/question_filter.h"

#include <functional>
#include <QWidget>

class QSplitter;
class QStackedWidget;
class QUrl;

namespace plumb::ui {

class ActionTable;
class EmptyPlace;
class EvidenceDesk;
class FileDialogs;
class LastReview;
class QuestionCard;
class QuestionsSidePane;
class QuestionsTreePane;
class SegmentedControl;
class UndoBar;

class QuestionsPage final : public QWidget {
    Q_OBJECT
public:
    QuestionsPage(SessionBridge* bridge, ActionTable* actions, QWidget* parent);
    ~QuestionsPage() override;

    [[nodiscard]] const QuestionKey& current() const noexcept { return m_editor.question(); }
    /// Goes to a question. False when there is none with that key, or what was typed could not be stored.
    bool showQuestion(const QuestionKey& key);
    /// Shows only what the filter lets through and goes to the first of it.
    void setFilter(const QuestionFilter& filter);
    [[nodiscard]] const QuestionFilter& filter() const;
    /// Stores what is typed and not stored yet; the shell calls it before undo, closing and leaving. False when that
    /// failed.
    bool commitPending();

    /// Who knows the last review; may be null. Must outlive the page.
    void setLastReview(LastReview* last);

    /// Seams for tests (see EvidenceDesk).
    void setFileDialogs(FileDialogs* files);
    void setUrlOpener(std::function<bool(const QUrl&)> open);

signals:
    void questionShown(const plumb::QuestionKey& key);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void build();
    void connectSession();
    void connectActions();
    void connectCard();
    void connectSidePane();
    void on(QStringView action, void (QuestionsPage::*what)());
    void arrange();
    void applySizes();

    void step(int by);
    void goNext() { step(1); }
    void goPrevious() { step(-1); }
    void goNextUnanswered();
    void goToCard(); ///< the keys of the page work again
    void answersChanged(const std::vector<QuestionKey>& keys);
    void lensesChanged();
    void refreshAll();
    void refreshAnswer();
    void refreshEvidence();
    void refreshSince();
    void refreshPeople();

    void toggleChoice(int index);
    void toggleNone();
    void askNotApplicable();
    void askChoiceNotApplicable(const QString& choiceId);
    void showChoiceMenu(const QString& choiceId, const QPoint& at);
    void toggleVerify();
    void togglePark();
    void confirmAgain();
    void attachEvidence();
    void pasteEvidence();
    void writeNote();
    void addPerson();
    void toggleRules();
    void focusSearch();
    void focusTree();
    void toggleSidePane();
    void sayUndoable(const QString& text);

    SessionBridge* m_bridge;
    ActionTable* m_actions;
    QuestionEditor m_editor;
    EvidenceDesk* m_desk;
    LastReview* m_last = nullptr;
    QSplitter* m_splitter = nullptr;
    QuestionsTreePane* m_tree = nullptr;
    QWidget* m_middle = nullptr;
    SegmentedControl* m_tabs = nullptr;
    QWidget* m_tabBar = nullptr;
    QStackedWidget* m_stack = nullptr;
    QuestionCard* m_card = nullptr;
    QuestionsSidePane* m_side = nullptr;
    EmptyPlace* m_empty = nullptr;
    UndoBar* m_undo = nullptr;
    bool m_narrow = false;
    bool m_sideWanted = true;
    bool m_sized = false;
};

} // namespace plumb::ui
