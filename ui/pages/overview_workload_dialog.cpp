// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/overview_workload_dialog.h"

#include "ui/bridge/session_bridge.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace plumb::ui {

WorkloadDialog::WorkloadDialog(const review::Workload& workload, QWidget* parent)
    : Dialog(tr("Workload"), tr("It stands on the overview and on the cover of the report."), parent, Width::Wide)
    , m_start(workload)
    , m_description(new QPlainTextEdit) {
    setObjectName(QStringLiteral("workloadDialog"));
    QWidget* fields[6] = {};
    m_name = addLine(tr("Name"), QStringLiteral("nameEdit"), workload.name, &fields[0]);
    m_nameField = static_cast<Field*>(fields[0]);
    m_client = addLine(tr("Client"), QStringLiteral("clientEdit"), workload.client, &fields[1]);
    m_owner = addLine(tr("Owner"), QStringLiteral("ownerEdit"), workload.owner, &fields[2]);
    m_environment = addLine(tr("Environment"), QStringLiteral("environmentEdit"), workload.environment, &fields[3]);
    m_industry = addLine(tr("Industry"), QStringLiteral("industryEdit"), workload.industry, &fields[4]);
    m_regions = addLine(tr("Regions"), QStringLiteral("regionsEdit"), workload.regions, &fields[5]);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(12);
    grid->addWidget(fields[0], 0, 0, 1, 2);
    for (int i = 1; i < 6; ++i)
        grid->addWidget(fields[i], 1 + (i - 1) / 2, (i - 1) % 2);
    m_description->setObjectName(QStringLiteral("descriptionEdit"));
    m_description->setPlainText(q(workload.description));
    m_description->setTabChangesFocus(true);
    m_description->setFixedHeight(scaled(76));
    grid->addWidget(new Field(tr("What it does"), m_description), 4, 0, 1, 2);
    content()->addLayout(grid);
    acceptButton()->setText(tr("Save"));
    setAcceptKey(QStringLiteral("Ctrl+Return"));
    connect(m_name, &QLineEdit::textChanged, this, &WorkloadDialog::check);
    m_name->setFocus();
    m_name->selectAll();
    check();
}

QLineEdit* WorkloadDialog::addLine(const QString& caption, const QString& name, const std::string& value,
                                   QWidget** field) {
    auto* edit = new QLineEdit(q(value));
    edit->setObjectName(name);
    edit->setMaxLength(static_cast<int>(review::kMaxName) / 4);
    *field = new Field(caption, edit);
    return edit;
}

void WorkloadDialog::check() {
    const bool named = !m_name->text().trimmed().isEmpty();
    m_nameField->setError(named ? QString() : tr("A workload needs a name."));
    acceptButton()->setEnabled(named);
}

review::Workload WorkloadDialog::workload() const {
    review::Workload out = m_start;
    out.name = s(m_name->text().trimmed());
    out.client = s(m_client->text().trimmed());
    out.owner = s(m_owner->text().trimmed());
    out.environment = s(m_environment->text().trimmed());
    out.industry = s(m_industry->text().trimmed());
    out.regions = s(m_regions->text().trimmed());
    out.description = s(m_description->toPlainText().trimmed());
    return out;
}

} // namespace plumb::ui
