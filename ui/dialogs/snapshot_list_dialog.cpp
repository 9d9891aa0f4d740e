// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/snapshot_list_dialog.h"

#include "ui/bridge/session_bridge.h"
#include "ui/models/compare_words.h"
#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/pane_parts.h"

#include <algorithm>
#include <QHBoxLayout>
#include <QListView>
#include <QLocale>
#include <QPainter>

namespace plumb::ui {

SnapshotsModel::SnapshotsModel(std::vector<store::SnapshotRecord> records, QObject* parent)
    : QAbstractListModel(parent), m_records(std::move(records)) {
    std::reverse(m_records.begin(), m_records.end());
}

int SnapshotsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_records.size());
}

QVariant SnapshotsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const store::SnapshotRecord& at = record(index.row());
    if (role == Qt::DisplayRole)
        return q(at.name);
    if (role == Qt::AccessibleTextRole)
        return QStringList{q(at.name), momentWords(at.time), q(at.author), q(at.note)}.join(QStringLiteral(", "));
    return {};
}

void SnapshotsDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto* model = qobject_cast<const SnapshotsModel*>(index.model());
    if (model == nullptr)
        return;
    const store::SnapshotRecord& record = model->record(index.row());
    const Tokens& colors = tokens();
    const QRectF row = option.rect;
    const bool selected = option.state & QStyle::State_Selected;
    painter->save();
    drawRowBackground(painter, row, option.state & QStyle::State_MouseOver, selected,
                      option.state & QStyle::State_HasFocus, colors);
    painter->fillRect(QRectF(row.left(), row.bottom() - 1, row.width(), 1), colors[Token::Line]);
    const qreal left = row.left() + 14, width = row.width() - 28, top = row.center().y() - scaled(19);
    const qreal right = drawText(painter, {left, top, width, scaled(20) * 1.0}, momentWords(record.time), Role::Micro,
                                 colors[Token::Ink2], Qt::AlignRight | Qt::AlignVCenter, Digits::Tabular);
    drawText(painter, {left, top, width - right - 12, scaled(20) * 1.0}, q(record.name), Role::BodyMedium,
             colors[Token::Ink]);
    const QString meta =
        record.note.empty() ? q(record.author) : q(record.author) + QStringLiteral(" · ") + q(record.note).simplified();
    drawText(painter, {left, top + scaled(20), width, scaled(16) * 1.0}, meta, Role::Micro, colors[Token::Ink2]);
    painter->restore();
}

QSize SnapshotsDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {option.rect.width(), scaled(46)};
}

SnapshotListDialog::SnapshotListDialog(std::vector<store::SnapshotRecord> records, bool readOnly, QWidget* parent)
    : Dialog(tr("Snapshots"), tr("Each is the whole review as it stood, and can't be changed."), parent, Width::Wide)
    , m_model(new SnapshotsModel(std::move(records), this))
    , m_list(new QListView)
    , m_note(new WrapLabel(QString(), Role::Small, Token::Ink))
    , m_facts(new WrapLabel(QString(), Role::Micro, Token::Ink2)) {
    setObjectName(QStringLiteral("snapshotListDialog"));
    m_list->setObjectName(QStringLiteral("snapshotsList"));
    m_list->setAccessibleName(tr("Snapshots, newest first"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new SnapshotsDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFixedHeight(scaled(46) * qBound(2, m_model->rowCount(), 5) + 2);
    content()->addWidget(m_list);
    m_note->setObjectName(QStringLiteral("snapshotNoteLabel"));
    m_facts->setObjectName(QStringLiteral("snapshotFactsLabel"));
    m_facts->setDigits(Digits::Tabular);
    content()->addWidget(m_note);
    content()->addWidget(m_facts);
    addButtons(readOnly);
    acceptButton()->setText(tr("Open read-only"));
    connect(acceptButton(), &QAbstractButton::clicked, this, [this] { emit openWanted(chosen()); });
    connect(m_list, &QAbstractItemView::doubleClicked, acceptButton(), &QAbstractButton::click);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &SnapshotListDialog::showChosen);
    m_list->setCurrentIndex(m_model->index(0));
    m_list->setFocus();
    showChosen();
}

void SnapshotListDialog::addButtons(bool readOnly) {
    auto* row = new QHBoxLayout;
    row->setSpacing(kGrid);
    using Wanted = void (SnapshotListDialog::*)(const QString&);
    const auto offer = [&](Icon icon, const QString& words, const QString& name, Wanted wanted, bool stays) {
        auto* button = new Button(words, ButtonLook::Plain);
        button->setLeadingIcon(icon);
        button->setObjectName(name);
        button->setButtonSize(Button::Size::Small);
        connect(button, &QAbstractButton::clicked, this, [this, wanted, stays] {
            const QString snapshot = chosen();
            if (snapshot.isEmpty())
                return;
            if (!stays)
                accept();
            emit(this->*wanted)(snapshot);
        });
        row->addWidget(button);
        return button;
    };
    offer(Icon::Compare, tr("Compare with now"), QStringLiteral("compareSnapshotButton"),
          &SnapshotListDialog::compareWanted, false);
    offer(Icon::Download, tr("Export JSON"), QStringLiteral("exportSnapshotButton"), &SnapshotListDialog::exportWanted,
          true);
    Button* restore = offer(Icon::Restore, tr("Go back to it"), QStringLiteral("restoreSnapshotButton"),
                            &SnapshotListDialog::restoreWanted, false);
    restore->setEnabled(!readOnly);
    restore->setToolTip(readOnly ? tr("This review is open read-only")
                                 : tr("Makes the review as it was then, as one step that can be undone"));
    row->addStretch(1);
    content()->addLayout(row);
}

QString SnapshotListDialog::chosen() const {
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? q(m_model->record(index.row()).name) : QString();
}

void SnapshotListDialog::showChosen() {
    const QModelIndex index = m_list->currentIndex();
    acceptButton()->setEnabled(index.isValid());
    if (!index.isValid())
        return;
    const store::SnapshotRecord& record = m_model->record(index.row());
    m_note->setText(record.note.empty() ? tr("Without a note.") : q(record.note));
    m_facts->setText(tr("SHA-256 %1 · %2 bytes · %3, %4")
                         .arg(q(record.sha256), QLocale(QLocale::English).toString(qulonglong(record.bytes)),
                              q(record.scoreMethod), q(record.costMethod)));
    adjustSize();
}

} // namespace plumb::ui
