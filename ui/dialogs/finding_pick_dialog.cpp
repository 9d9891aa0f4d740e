// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/finding_pick_dialog.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/search_field.h"

#include <QListWidget>
#include <QVBoxLayout>

namespace plumb::ui {

namespace {

constexpr int kManyRows = 8; ///< from here on a search field stands above the list

} // namespace

FindingPickDialog::FindingPickDialog(const QString& title, const QString& sentence, const std::vector<Row>& rows,
                                     const QStringList& picked, QWidget* parent)
    : Dialog(title, sentence, parent, Width::Wide), m_list(new QListWidget) {
    setObjectName(QStringLiteral("findingPickDialog"));
    auto* search = new SearchField(tr("Filter"));
    search->setObjectName(QStringLiteral("pickSearchEdit"));
    search->setAccessibleName(tr("Filter"));
    search->setVisible(rows.size() >= kManyRows);
    connect(search, &QLineEdit::textChanged, this, &FindingPickDialog::narrow);
    content()->addWidget(search);
    m_list->setObjectName(QStringLiteral("pickList"));
    m_list->setAccessibleName(title);
    m_list->setFixedHeight(scaled(qBound(3, static_cast<int>(rows.size()), 9) * 30 + 4));
    for (const Row& row : rows) {
        auto* item = new QListWidgetItem(row.text, m_list);
        item->setData(Qt::UserRole, row.id);
        item->setToolTip(row.text);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(picked.contains(row.id) ? Qt::Checked : Qt::Unchecked);
    }
    if (m_list->count() > 0)
        m_list->setCurrentRow(0);
    content()->addWidget(m_list);
    acceptButton()->setText(tr("Set"));
    m_list->setFocus();
}

void FindingPickDialog::narrow(const QString& text) {
    for (int i = 0; i < m_list->count(); ++i)
        m_list->item(i)->setHidden(!m_list->item(i)->text().contains(text.simplified(), Qt::CaseInsensitive));
}

QStringList FindingPickDialog::picked() const {
    QStringList ids;
    for (int i = 0; i < m_list->count(); ++i)
        if (m_list->item(i)->checkState() == Qt::Checked)
            ids << m_list->item(i)->data(Qt::UserRole).toString();
    return ids;
}

} // namespace plumb::ui
