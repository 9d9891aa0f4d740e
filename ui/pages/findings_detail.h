// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One finding as a form that is stored as it is left, or what is common to several chosen ones. Reads the session when
// told to; every change is one command.
#pragma once

#include "ui/bridge/session_bridge.h"

#include <QWidget>

class QMenu;

namespace plumb::ui {

class ActionTable;
class Badge;
class Button;
class CalmCombo;
class FactRow;
class FindingFields;
class FindingSteps;
class FindingText;
class RiskMark;
class WrapLabel;

class FindingsDetail final : public QWidget {
    Q_OBJECT
public:
    using Keys = std::vector<std::string>;
    FindingsDetail(SessionBridge* bridge, FindingSteps* steps, ActionTable* actions, QWidget* parent = nullptr);

    /// `keys`: the chosen findings, `current` among them is the one that is shown when it is the only one.
    void show(const Keys& keys, const std::string& current);
    using QWidget::show;
    void refresh(); ///< reads the same ones again
    bool flush();   ///< stores what is typed; false when that failed
    void enter();   ///< moves the keyboard into the form
    [[nodiscard]] const Keys& keys() const noexcept { return m_keys; }

signals:
    void findingActivated(const QString& key); ///< a needed one
    void questionActivated(const plumb::QuestionKey& key);
    void left(); ///< Esc: back to the table

private:
    void buildHead(QWidget* into);
    void buildTexts();
    void buildRatings();
    void buildFacts();
    void connectFields();
    FindingText* addText(const QString& name, const QString& words, bool oneLine);
    void showOne(const score::Finding& finding, bool another);
    void showFacts(const score::Finding& finding);
    void showRemark(const score::Finding& finding);
    void fillMenu();
    void rate();
    [[nodiscard]] QString practiceWords(const score::Finding& finding) const;

    SessionBridge* m_bridge;
    FindingSteps* m_steps;
    ActionTable* m_actions;
    Keys m_keys;
    QWidget* m_one = nullptr; ///< everything that speaks of a single finding
    RiskMark* m_mark = nullptr;
    WrapLabel* m_where = nullptr;
    Badge* m_rating = nullptr;
    Button* m_more = nullptr;
    QMenu* m_menu = nullptr;
    FindingText* m_title = nullptr;
    FindingText* m_observation = nullptr;
    FindingText* m_consequence = nullptr;
    FindingText* m_recommendation = nullptr;
    WrapLabel* m_many = nullptr;
    WrapLabel* m_remark = nullptr;
    FindingFields* m_fields = nullptr;
    QWidget* m_facts = nullptr;
    CalmCombo* m_ratings[4] = {}; ///< likelihood and impact, today and after
    FactRow* m_closes = nullptr;
    FactRow* m_evidence = nullptr;
    FactRow* m_loss = nullptr;
    FactRow* m_needs = nullptr;
    FactRow* m_tradeOffs = nullptr;
    FactRow* m_measures = nullptr;
    Button* m_question = nullptr;
    Button* m_switch = nullptr; ///< measures behind it, in the chosen scenario
};

} // namespace plumb::ui
