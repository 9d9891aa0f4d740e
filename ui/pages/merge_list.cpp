// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/merge_list.h"

#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"

#include <QAbstractItemView>
#include <QPainter>

namespace plumb::ui {

namespace {

constexpr int kMark = 18, kMarkLeft = 19, kTextLeft = 48;

/// Open: an empty ring; at hand: a ring with a dot; decided: a ring with a check.
void paintState(QPainter* painter, const QRectF& box, bool decided, bool current) {
    const Tokens& t = tokens();
    if (decided) {
        paintIcon(painter, box, Icon::Done, scaled(kMark), t[Token::Accent]);
        return;
    }
    const QColor ink = t[current ? Token::Accent : Token::Control];
    const qreal radius = box.width() * 10 / 24; // as the check's ring
    painter->setPen(QPen(ink, 1.5));
    painter->setBrush(Qt::NoBrush);
    painter->drawEllipse(box.center(), radius, radius);
    if (!current)
        return;
    painter->setPen(Qt::NoPen);
    painter->setBrush(ink);
    painter->drawEllipse(box.center(), scaled(2) * 1.0, scaled(2) * 1.0);
}

} // namespace

MergeListModel::MergeListModel(MergeDecisions* decisions, QObject* parent)
    : QAbstractListModel(parent), m_decisions(decisions) {
    connect(decisions, &MergeDecisions::changed, this, [this](int item) {
        const int first = item < 0 ? 0 : item, last = item < 0 ? rowCount() - 1 : item;
        if (last >= first)
            emit dataChanged(index(first), index(last));
    });
}

int MergeListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_decisions->count();
}

QVariant MergeListModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const MergeItem& item = m_decisions->items()[static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole)
        return item.title;
    if (role == Qt::ToolTipRole)
        return item.heading;
    if (role == Qt::AccessibleTextRole) {
        const QString word = m_decisions->choiceWord(index.row());
        return QStringList{item.title, item.where, word.isEmpty() ? tr("open") : word}.join(QStringLiteral(", "));
    }
    return {};
}

void MergeListDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto* const model = static_cast<const MergeListModel*>(index.model());
    const MergeItem& item = model->decisions().items()[static_cast<std::size_t>(index.row())];
    const QString word = model->decisions().choiceWord(index.row());
    const Tokens& t = tokens();
    const QRectF row = option.rect;
    const bool current = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    // The row is what the whole page is about, so its bar stays accent wherever the focus is.
    drawRowBackground(painter, row, option.state.testFlag(QStyle::State_MouseOver), current, true, t);
    const qreal top = std::round(row.center().y() - scaled(19));
    const qreal mark = scaled(kMark);
    paintState(painter, {row.left() + scaled(kMarkLeft), top + (scaled(20) - mark) / 2, mark, mark}, !word.isEmpty(),
               current);
    const qreal left = row.left() + scaled(kTextLeft), right = row.right() - kPaddingSide + 1;
    const qreal wide = drawText(painter, {left, top, right - left, scaled(20) * 1.0}, word, Role::Small, t[Token::Ink2],
                                Qt::AlignRight | Qt::AlignVCenter);
    const qreal room = right - left - (word.isEmpty() ? 0 : wide + 10);
    // What it is about gives way to the part of it.
    const QString cell = item.cell.isEmpty() ? QString() : tr(": %1").arg(item.cell);
    const qreal part = qMin(textWidth(cell, Role::BodyMedium), room * 0.75);
    const qreal name =
        drawText(painter, {left, top, room - part, scaled(20) * 1.0}, item.thing, Role::BodyMedium, t[Token::Ink]);
    drawText(painter, {left + name, top, part + 1, scaled(20) * 1.0}, cell, Role::BodyMedium, t[Token::Ink]);
    drawText(painter, {left, top + scaled(20), right - left, scaled(18) * 1.0}, item.where, Role::Small,
             t[Token::Ink3]);
    const auto* const view = qobject_cast<const QAbstractItemView*>(option.widget);
    if (current && view != nullptr && view->hasFocus() && Theme::instance().focusVisible())
        drawInnerFocus(painter, row, t);
    painter->restore();
}

QSize MergeListDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {option.rect.width(), scaled(Theme::instance().compact() ? 48 : 53)};
}

} // namespace plumb::ui
