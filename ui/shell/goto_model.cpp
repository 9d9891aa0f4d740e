// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/goto_model.h"

#include "ui/shell/action_icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include "ui/theme/parts.h"

#include <QPainter>

namespace plumb::ui {
namespace {

bool hasMark(const GotoItem& item) {
    return item.kind == GotoItem::Kind::Question || item.kind == GotoItem::Kind::Text;
}

/// Key caps from the right end of `row`; answers the width they took.
qreal paintKeys(QPainter* painter, const QRectF& row, const QStringList& caps) {
    qreal right = row.right();
    for (auto cap = caps.crbegin(); cap != caps.crend(); ++cap) {
        const QSizeF size = keyCapSize(*cap, scaled(18));
        right -= size.width();
        drawKeyCap(painter, QRectF(QPointF(right, row.center().y() - size.height() / 2), size), *cap, tokens());
        right -= 4;
    }
    return row.right() - right;
}

} // namespace

void GotoModel::setItems(std::vector<GotoItem> items) {
    beginResetModel();
    m_items = std::move(items);
    endResetModel();
}

int GotoModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

QVariant GotoModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const GotoItem& found = item(index.row());
    if (role == Qt::DisplayRole)
        return found.title;
    if (role == Qt::AccessibleTextRole) {
        const QString text = found.title + QStringLiteral(", ") + found.detail + QStringLiteral(", ") + found.what;
        return hasMark(found) ? text + QStringLiteral(", ") + markWord(markOf(found.state)) : text;
    }
    return {};
}

void GotoDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto* const model = qobject_cast<const GotoModel*>(index.model());
    if (!model)
        return;
    const GotoItem& item = model->item(index.row());
    const Tokens& t = tokens();
    painter->save();
    const QRectF row = option.rect;
    drawRowBackground(painter, row, option.state.testFlag(QStyle::State_MouseOver),
                      option.state.testFlag(QStyle::State_Selected), true, t);
    const QRectF sign(row.left() + 16, row.top(), 16, row.height());
    if (hasMark(item))
        riskMark(painter, QRectF(sign.left(), sign.center().y() - 8, 16, 16), markOf(item.state), t);
    else if (const auto found = iconFromName(item.icon))
        paintIcon(painter, sign, *found, 16, t[Token::Ink2]);
    QRectF right = row.adjusted(0, 0, -16, 0);
    const qreal taken = item.keys.isEmpty() ? drawText(painter, right, item.what, Role::Micro, t[Token::Ink3],
                                                       Qt::AlignRight | Qt::AlignVCenter)
                                            : paintKeys(painter, right, item.keys);
    const qreal left = sign.right() + 14;
    const QRectF text(left, row.top(), right.right() - taken - 16 - left, row.height());
    const qreal titleHeight = lineHeight(Role::BodyMedium), detailHeight = lineHeight(Role::Micro);
    const qreal top = text.top() + (text.height() - titleHeight - detailHeight) / 2;
    drawText(painter, QRectF(text.left(), top, text.width(), titleHeight), item.title, Role::BodyMedium, t[Token::Ink]);
    drawText(painter, QRectF(text.left(), top + titleHeight, text.width(), detailHeight), item.detail, Role::Micro,
             t[Token::Ink3]);
    painter->restore();
}

QSize GotoDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {option.rect.width(), scaled(46)};
}

} // namespace plumb::ui
