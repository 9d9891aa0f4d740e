// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/finding_trade_offs_dialog.h"

#include "core/score/score.h"
#include "ui/bridge/session_bridge.h"
#include "ui/models/question_facts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/wrap_label.h"

#include <algorithm>
#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace plumb::ui {

FindingTradeOffsDialog::FindingTradeOffsDialog(const std::vector<review::TradeOff>& tradeOffs, QWidget* parent)
    : Dialog(tr("Trade-offs"), tr("What closing this finding does to each pillar."), parent, Width::Wide) {
    setObjectName(QStringLiteral("findingTradeOffsDialog"));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(scaled(12));
    grid->setVerticalSpacing(scaled(8));
    grid->setColumnStretch(2, 1);
    int line = 0;
    for (const score::FrameworkPillar& pillar : score::frameworkPillars()) {
        const QString name = frameworkName(pillar.id), id = q(pillar.id);
        Row row{std::string(pillar.id), new QComboBox, new QLineEdit};
        row.effect->setObjectName(id + QStringLiteral("Combo"));
        row.effect->setAccessibleName(tr("Effect on %1").arg(name));
        row.effect->addItems({tr("No effect"), tr("Helps"), tr("Harms")});
        row.note->setObjectName(id + QStringLiteral("Edit"));
        row.note->setAccessibleName(tr("How it changes %1").arg(name));
        row.note->setPlaceholderText(tr("How, in a few words"));
        const auto it = std::find_if(tradeOffs.begin(), tradeOffs.end(),
                                     [&](const review::TradeOff& one) { return one.framework == pillar.id; });
        if (it != tradeOffs.end()) {
            row.effect->setCurrentIndex(it->helps ? 1 : 2);
            row.note->setText(q(it->note));
        }
        row.note->setEnabled(row.effect->currentIndex() != 0);
        connect(row.effect, &QComboBox::currentIndexChanged, row.note,
                [note = row.note](int index) { note->setEnabled(index != 0); });
        grid->addWidget(new WrapLabel(name, Role::Body), line, 0);
        grid->addWidget(row.effect, line, 1);
        grid->addWidget(row.note, line, 2);
        m_rows.push_back(row);
        ++line;
    }
    content()->addLayout(grid);
    acceptButton()->setText(tr("Set"));
    m_rows.front().effect->setFocus();
}

std::vector<review::TradeOff> FindingTradeOffsDialog::tradeOffs() const {
    std::vector<review::TradeOff> result;
    for (const Row& row : m_rows)
        if (row.effect->currentIndex() != 0)
            result.push_back({row.framework, row.effect->currentIndex() == 1, s(row.note->text().simplified())});
    return result;
}

} // namespace plumb::ui
