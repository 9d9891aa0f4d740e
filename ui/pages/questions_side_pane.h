// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The facilitator's pane: the card with opening question, probes, red flags and what good looks like; the evidence; the
// way AI fails in this pillar; the cost measures that the question opens. Never shown on the projector and never
// printed.
#pragma once

#include "ui/models/question_card_data.h"
#include "ui/theme/paint.h"

#include <optional>
#include <QScrollArea>
#include <vector>

class QBoxLayout;

namespace plumb::ui {

class ActionTable;
class Badge;
class BulletList;
class Button;
class EvidenceRow;
class NameList;
class WrapLabel;

/// A question in the last review and now.
struct SinceData {
    QString review;     ///< "21 May 2026"
    bool asked = false; ///< that review had the question
    MarkKind then = MarkKind::Unanswered, now = MarkKind::Unanswered;
    QString noteThen; ///< where it is another one now
    friend bool operator==(const SinceData&, const SinceData&) = default;
};

class QuestionsSidePane final : public QScrollArea {
    Q_OBJECT
public:
    explicit QuestionsSidePane(ActionTable* actions, QWidget* parent = nullptr);

    void setCard(const FacilitatorData& card);
    void setEvidence(const std::vector<EvidenceData>& evidence);
    /// What the question was in the last review; nothing hides the section.
    void setSince(const std::optional<SinceData>& since);

signals:
    void addEvidenceRequested();
    void openEvidence(const QString& id);
    void renameEvidence(const QString& id);
    void strengthChosen(const QString& id, plumb::review::Basis strength);
    void removeEvidence(const QString& id);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Part; ///< caption and list that hide together
    void buildCard(QBoxLayout* column);
    void buildEvidence(QBoxLayout* column, ActionTable* actions);
    void buildMeasures(QBoxLayout* column);
    void buildFailure(QBoxLayout* column);
    void buildSince(QBoxLayout* column);
    QBoxLayout* addSection(QBoxLayout* column, QWidget** section = nullptr);
    BulletList* addBullets(QBoxLayout* section, const QString& caption, WrapLabel** label);
    EvidenceRow* makeRow();
    void showMenu(EvidenceRow* row, const QPoint& at);
    void fitToWidth();
    void applyMetrics();

    FacilitatorData m_card;
    std::vector<EvidenceData> m_evidence;
    std::vector<QBoxLayout*> m_sections;
    Badge* m_badge = nullptr;
    Badge* m_count = nullptr;
    QWidget* m_quote = nullptr;
    WrapLabel* m_opening = nullptr;
    WrapLabel* m_good = nullptr;
    WrapLabel* m_goodCaption = nullptr;
    WrapLabel* m_about = nullptr;
    WrapLabel* m_probesCaption = nullptr;
    WrapLabel* m_flagsCaption = nullptr;
    WrapLabel* m_askCaption = nullptr;
    BulletList* m_probes = nullptr;
    BulletList* m_flags = nullptr;
    BulletList* m_ask = nullptr;
    QBoxLayout* m_rowsLayout = nullptr;
    std::vector<EvidenceRow*> m_rows;
    WrapLabel* m_noEvidence = nullptr;
    QWidget* m_failureSection = nullptr;
    WrapLabel* m_failureTitle = nullptr;
    WrapLabel* m_failure = nullptr;
    WrapLabel* m_story = nullptr;
    std::optional<SinceData> m_since;
    QWidget* m_sinceSection = nullptr;
    WrapLabel* m_sinceStates = nullptr;
    WrapLabel* m_sinceNote = nullptr;
    QWidget* m_measuresSection = nullptr;
    NameList* m_measures = nullptr;
};

} // namespace plumb::ui
