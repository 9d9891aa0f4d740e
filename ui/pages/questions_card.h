// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The question card: where we are, what to ask, the choices, the risk and why, how sure it is, notes, and the keys at
// the foot. Shows values and reports what the user wants; it runs no command itself.
#pragma once

#include "core/session/session.h"
#include "ui/models/question_card_data.h"
#include "ui/pages/questions_rich.h"

#include <QWidget>
#include <vector>

class QBoxLayout;
class QMenu;
class QMimeData;
class QScrollArea;
class QSpacerItem;

namespace plumb::ui {

class ActionTable;
class Badge;
class Button;
class MessageBar;
class NoteEdit;
class QuestionsAnswerFields;
class QuestionsChoices;
class QuestionsFooter;
class QuestionsNotes;
class RiskPanel;
class RulePanel;
class WrapLabel;

class QuestionCard final : public QWidget {
    Q_OBJECT
public:
    explicit QuestionCard(ActionTable* actions, QWidget* parent = nullptr);

    void setData(const QuestionCardData& card, const WhyText& why);
    /// The rules of the question on screen, for the panel that "Show the rule" opens; set before it opens.
    void setRules(const lens::Question* question, const lens::Explanation& explanation);
    void toggleRules();
    void hideRules();
    [[nodiscard]] bool rulesShown() const;

    [[nodiscard]] QuestionsChoices* choices() const noexcept { return m_choices; }
    [[nodiscard]] QuestionsAnswerFields* fields() const noexcept { return m_fields; }
    [[nodiscard]] QuestionsNotes* notes() const noexcept { return m_notes; }

signals:
    void evidenceOffered(const QMimeData* data); ///< dropped or pasted into the card

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* buildPath();
    QWidget* buildReconfirm();
    void buildBody(QBoxLayout* column);
    void buildMenu();
    void refreshKeys();
    void applyMetrics();
    void addGap(QBoxLayout* column);
    void placeRules();
    void setPath(const QuestionCardData& card);

    ActionTable* m_actions;
    QuestionCardData m_data;
    QScrollArea* m_scroll = nullptr;
    QBoxLayout* m_column = nullptr;
    std::vector<QSpacerItem*> m_gaps; ///< between the parts, smaller where room is short
    QBoxLayout* m_footRow = nullptr;
    WrapLabel* m_path = nullptr;
    Badge* m_phase = nullptr;
    Badge* m_code = nullptr;
    Button* m_more = nullptr;
    WrapLabel* m_title = nullptr;
    WrapLabel* m_ask = nullptr;
    QWidget* m_reconfirm = nullptr; ///< only after an upgrade of the questionnaire
    MessageBar* m_reconfirmBar = nullptr;
    QuestionsChoices* m_choices = nullptr;
    RiskPanel* m_risk = nullptr;
    QuestionsAnswerFields* m_fields = nullptr;
    QuestionsNotes* m_notes = nullptr;
    QuestionsFooter* m_footer = nullptr;
    RulePanel* m_rules = nullptr;
};

} // namespace plumb::ui
