// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/compare_file_dialog.h"

#include "ui/bridge/session_bridge.h"
#include "ui/models/compare_words.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"

#include <QButtonGroup>
#include <QRadioButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace plumb::ui {

CompareFileDialog::CompareFileDialog(const QString& file, const QString& workload,
                                     const std::vector<store::SnapshotRecord>& snapshots, QWidget* parent)
    : Dialog(tr("Compare with %1").arg(file), tr("It reviews “%1”. Which state of it?").arg(workload), parent)
    , m_group(new QButtonGroup(this)) {
    setObjectName(QStringLiteral("compareFileDialog"));
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(4, 4, 4, 4);
    column->setSpacing(scaled(4));
    const auto offer = [&](const QString& words, const std::string& name) {
        auto* radio = new QRadioButton(words);
        radio->setObjectName(QStringLiteral("state%1Radio").arg(m_names.size()));
        m_group->addButton(radio, static_cast<int>(m_names.size()));
        m_names.push_back(name);
        column->addWidget(radio);
    };
    offer(tr("As it is now"), {});
    for (auto record = snapshots.rbegin(); record != snapshots.rend(); ++record)
        offer(tr("%1, taken %2").arg(q(record->name), momentDay(record->time)), record->name);
    column->addStretch(1);
    m_group->button(0)->setChecked(true);
    auto* area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(body);
    area->setFixedHeight(qMin(scaled(260), body->sizeHint().height() + 2));
    QPalette ground = body->palette();
    ground.setColor(QPalette::Window, tokens()[Token::Raised]);
    body->setPalette(ground);
    content()->addWidget(area);
    acceptButton()->setText(tr("Compare"));
    m_group->button(0)->setFocus();
}

std::string CompareFileDialog::chosen() const {
    return m_names[static_cast<std::size_t>(m_group->checkedId())];
}

} // namespace plumb::ui
