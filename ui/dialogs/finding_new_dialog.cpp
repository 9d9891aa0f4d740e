// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/finding_new_dialog.h"

#include "core/score/score.h"
#include "ui/bridge/session_bridge.h"
#include "ui/models/question_facts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/segmented.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace plumb::ui {

FindingNewDialog::FindingNewDialog(QWidget* parent)
    : Dialog(tr("Add a finding"),
             tr("For what no question asks about. It stands in the register, plan and report like "
                "the others."),
             parent)
    , m_title(new QLineEdit)
    , m_severity(new SegmentedControl(tr("Severity")))
    , m_pillar(new QComboBox)
    , m_observation(new QPlainTextEdit) {
    setObjectName(QStringLiteral("findingNewDialog"));
    content()->setSpacing(scaled(12));
    m_title->setObjectName(QStringLiteral("titleEdit"));
    m_title->setMaxLength(static_cast<int>(review::kMaxFindingTitle) / 3);
    m_title->setPlaceholderText(tr("Nobody is named for a harmful answer"));
    content()->addWidget(new Field(tr("What is wrong, in one line"), m_title));
    auto* row = new QHBoxLayout;
    row->setSpacing(scaled(12));
    m_severity->setObjectName(QStringLiteral("severitySegments"));
    m_severity->addSegment(tr("High"));
    m_severity->addSegment(tr("Medium"));
    m_severity->setCurrentIndex(0);
    row->addWidget(new Field(tr("Severity"), m_severity));
    m_pillar->setObjectName(QStringLiteral("pillarCombo"));
    m_pillar->addItem(tr("None"), QString());
    for (const score::FrameworkPillar& pillar : score::frameworkPillars())
        m_pillar->addItem(frameworkName(pillar.id), q(pillar.id));
    row->addWidget(new Field(tr("Pillar"), m_pillar), 1);
    content()->addLayout(row);
    m_observation->setObjectName(QStringLiteral("observationEdit"));
    m_observation->setTabChangesFocus(true);
    m_observation->setFixedHeight(scaled(76));
    content()->addWidget(new Field(tr("What was seen"), m_observation));
    acceptButton()->setText(tr("Add"));
    setAcceptKey(QStringLiteral("Ctrl+Return"));
    connect(m_title, &QLineEdit::textChanged, this, &FindingNewDialog::check);
    m_title->setFocus();
    check();
}

void FindingNewDialog::check() {
    const bool ready = !m_title->text().simplified().isEmpty();
    acceptButton()->setEnabled(ready);
    acceptButton()->setToolTip(ready ? QString() : tr("Say what is wrong first"));
}

session::FindingEdit FindingNewDialog::finding() const {
    session::FindingEdit edit;
    edit.title = s(m_title->text().simplified());
    edit.severity = m_severity->currentIndex() == 1 ? lens::Risk::Medium : lens::Risk::High;
    if (const QString pillar = m_pillar->currentData().toString(); !pillar.isEmpty())
        edit.framework = s(pillar);
    if (const QString seen = m_observation->toPlainText().trimmed(); !seen.isEmpty())
        edit.observation = s(seen);
    return edit;
}

} // namespace plumb::ui
