// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/history_dialog.h"

#include "ui/bridge/session_bridge.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include "ui/theme/parts.h"
#include "ui/widgets/button.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QListView>
#include <QLocale>
#include <QPainter>

namespace plumb::ui {
namespace {

QString timeOf(const session::CommandRecord& record) {
    return QLocale(QLocale::English)
        .toString(QDateTime::fromMSecsSinceEpoch(record.time.ms), QStringLiteral("d MMM yyyy, HH:mm"));
}

} // namespace

HistoryModel::HistoryModel(std::vector<session::CommandRecord> records, QObject* parent)
    : QAbstractListModel(parent), m_records(std::move(records)) {
    for (std::size_t i = 0; i < m_records.size(); ++i) {
        if (m_records[i].applied)
            m_present = static_cast<int>(i);
    }
}

int HistoryModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_records.size());
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const session::CommandRecord& step = record(index.row());
    if (role == Qt::DisplayRole)
        return q(step.label);
    if (role == Qt::AccessibleTextRole) {
        const QString state = index.row() == m_present ? tr("present state") : step.applied ? tr("done") : tr("undone");
        return QStringList{q(step.label), q(step.author), timeOf(step), state}.join(QStringLiteral(", "));
    }
    return {};
}

void HistoryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto* const model = qobject_cast<const HistoryModel*>(index.model());
    if (!model)
        return;
    const session::CommandRecord& step = model->record(index.row());
    const Tokens& t = tokens();
    const QRectF row = option.rect;
    painter->save();
    drawRowBackground(painter, row, option.state.testFlag(QStyle::State_MouseOver),
                      option.state.testFlag(QStyle::State_Selected), option.state.testFlag(QStyle::State_HasFocus), t);
    const qreal x = row.left() + 20;
    if (index.row() == model->presentRow())
        plumbLine(painter, QPointF(x, row.center().y() + 6), row.top(), t[Token::Accent]);
    else if (index.row() < model->presentRow())
        painter->fillRect(QRectF(x, row.top(), 1, row.height()), t[Token::Accent]);
    const QRectF text(x + 20, row.top(), row.right() - x - 32, row.height());
    const qreal right = drawText(painter, text, timeOf(step), Role::Micro, t[Token::Ink3],
                                 Qt::AlignRight | Qt::AlignVCenter, Digits::Tabular);
    const qreal room = text.width() - right - 16;
    const qreal name = drawText(painter, QRectF(text.left(), text.top(), room, text.height()), q(step.label),
                                Role::Body, t[step.applied ? Token::Ink : Token::Ink3]);
    // A name that would be cut to a letter says nothing.
    if (const QString author = q(step.author); room - name - 10 >= textWidth(author, Role::Micro))
        drawText(painter, QRectF(text.left() + name + 10, text.top(), room - name - 10, text.height()), author,
                 Role::Micro, t[Token::Ink3]);
    painter->restore();
}

QSize HistoryDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {option.rect.width(), scaled(30)};
}

HistoryDialog::HistoryDialog(std::vector<session::CommandRecord> records, bool readOnly, QWidget* parent)
    : Dialog(tr("Undo history"), tr("Going back is a step of its own and can be undone too. Nothing is lost."), parent,
             Width::Wide)
    , m_model(new HistoryModel(std::move(records), this))
    , m_list(new QListView(this)) {
    setObjectName(QStringLiteral("historyDialog"));
    m_list->setObjectName(QStringLiteral("historyList"));
    m_list->setAccessibleName(tr("Steps"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new HistoryDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMinimumHeight(scaled(330));
    content()->addWidget(m_list, 1);
    acceptButton()->setText(tr("Go back to here"));
    const auto sync = [this, readOnly] { acceptButton()->setEnabled(!readOnly && !chosen().empty()); };
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, sync);
    const QModelIndex present = m_model->index(m_model->presentRow(), 0);
    m_list->setCurrentIndex(present);
    m_list->scrollTo(present, QAbstractItemView::PositionAtCenter);
    m_list->setFocus();
    sync();
}

std::string HistoryDialog::chosen() const {
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() && index.row() != m_model->presentRow() ? m_model->record(index.row()).id : std::string();
}

} // namespace plumb::ui
