// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/lens_upgrade_rows.h"

#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"

#include <QPainter>

namespace plumb::ui {

void UpgradeListModel::setRows(std::vector<UpgradeRow> rows) {
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int UpgradeListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant UpgradeListModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const UpgradeRow& at = row(index.row());
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return at.text;
    if (role == Qt::AccessibleTextRole)
        return at.head               ? tr("%1: %2").arg(at.text, QString::number(at.count))
               : at.detail.isEmpty() ? at.text
                                     : tr("%1, %2").arg(at.text, at.detail);
    return {};
}

QSize UpgradeListDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const UpgradeRow& at = static_cast<const UpgradeListModel*>(index.model())->row(index.row());
    return {option.rect.width(), at.head ? scaled(34) : at.detail.isEmpty() ? scaled(28) : tableRowHeight()};
}

void UpgradeListDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const UpgradeRow& at = static_cast<const UpgradeListModel*>(index.model())->row(index.row());
    const Tokens& t = tokens();
    const QRectF box = option.rect;
    const QRectF text = box.adjusted(12, 0, -12, 0);
    painter->save();
    if (!at.head)
        drawRowBackground(painter, box, option.state.testFlag(QStyle::State_MouseOver),
                          option.state.testFlag(QStyle::State_Selected), option.state.testFlag(QStyle::State_Active),
                          t);
    if (at.head) {
        painter->fillRect(QRectF(box.left(), box.bottom(), box.width(), 1), t[Token::Line2]);
        drawText(painter, text, at.text, Role::SmallStrong, t[Token::Ink]);
        drawText(painter, text, QString::number(at.count), Role::SmallStrong, t[Token::Ink],
                 Qt::AlignRight | Qt::AlignVCenter, Digits::Tabular);
    } else if (at.detail.isEmpty()) {
        drawText(painter, text, at.text, Role::Small, t[Token::Ink]);
    } else {
        const qreal top = box.center().y() - scaled(18);
        drawText(painter, {text.left(), top, text.width(), scaled(20) * 1.0}, at.text, Role::Small, t[Token::Ink]);
        drawText(painter, {text.left(), top + scaled(18), text.width(), scaled(16) * 1.0}, at.detail, Role::Micro,
                 t[Token::Ink3]);
    }
    painter->restore();
}

} // namespace plumb::ui
