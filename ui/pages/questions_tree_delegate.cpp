// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/questions_tree_delegate.h"

#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include "ui/theme/parts.h"

#include <QPainter>

namespace plumb::ui {

namespace {

constexpr int kMarkPx = 16;
constexpr int kFlagPx = 14;
constexpr int kBarWidth = 34;
constexpr int kBarHeight = 4;
constexpr int kRight = 13; ///< from the last letter to the edge

/// Where things stand in a row, from its left edge, at text scale 1.
struct Columns {
    int chevron, lens, groupChevron, group, mark, number, title;
};

Columns columns() {
    return Theme::instance().compact() ? Columns{15, 28, 27, 40, 38, 75, 82} : Columns{15, 28, 33, 46, 46, 82, 90};
}

std::optional<Icon> flagOf(const QModelIndex& index) {
    if (index.data(QuestionTreeModel::ReconfirmRole).toBool())
        return Icon::Refresh;
    if (index.data(QuestionTreeModel::ParkedRole).toBool())
        return Icon::Park;
    if (index.data(QuestionTreeModel::VerifyRole).toBool())
        return Icon::Verify;
    if (index.data(QuestionTreeModel::EvidenceRole).toInt() > 0)
        return Icon::Attach;
    return std::nullopt;
}

QRectF centred(qreal x, const QRectF& row, qreal size) {
    return {x - size / 2, row.center().y() - size / 2, size, size};
}

} // namespace

QuestionTreeDelegate::QuestionTreeDelegate(QObject* parent) : QStyledItemDelegate(parent) {}

QSize QuestionTreeDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
    const bool top = index.data(QuestionTreeModel::KindRole).toInt() == static_cast<int>(QuestionTreeModel::Kind::Top);
    return {100, top ? lensRowHeight() : treeRowHeight()};
}

void QuestionTreeDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const {
    const auto kind = static_cast<QuestionTreeModel::Kind>(index.data(QuestionTreeModel::KindRole).toInt());
    const bool selected = (option.state & QStyle::State_Selected) && kind == QuestionTreeModel::Kind::Question;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    drawRowBackground(painter, option.rect, option.state & QStyle::State_MouseOver, selected,
                      option.state & QStyle::State_Active, tokens());
    if (kind == QuestionTreeModel::Kind::Question)
        paintQuestion(painter, option, index);
    else
        paintGroup(painter, option, index, kind == QuestionTreeModel::Kind::Top);
    if ((option.state & QStyle::State_HasFocus) && Theme::instance().focusVisible())
        drawInnerFocus(painter, option.rect, tokens());
    painter->restore();
}

void QuestionTreeDelegate::paintGroup(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                                      bool top) const {
    const Tokens& colors = tokens();
    const Columns at = columns();
    const QRectF row = option.rect;
    const bool open = option.state & QStyle::State_Open;
    paintIcon(painter, centred(row.left() + (top ? at.chevron : at.groupChevron), row, kFlagPx),
              open ? Icon::ChevronDown : Icon::ChevronRight, kFlagPx, colors[Token::Ink2]);

    const int answered = index.data(QuestionTreeModel::AnsweredRole).toInt();
    const int applicable = index.data(QuestionTreeModel::ApplicableRole).toInt();
    const QString progress = QStringLiteral("%1/%2").arg(answered).arg(applicable);
    const Role countRole = top ? Role::SmallStrong : Role::Small;
    const qreal right = row.right() - kRight;
    const qreal countWidth = qMax(textWidth(QStringLiteral("00/00"), countRole, Digits::Tabular),
                                  textWidth(progress, countRole, Digits::Tabular));
    drawText(painter, {right - countWidth, row.top(), countWidth, row.height()}, progress, countRole,
             colors[Token::Ink2], Qt::AlignRight | Qt::AlignVCenter, Digits::Tabular);
    const qreal barLeft = right - countWidth - scaled(7) - kBarWidth;
    drawProgress(painter,
                 {qRound(barLeft) * 1.0, qRound(row.center().y() - kBarHeight / 2.0) * 1.0, kBarWidth, kBarHeight},
                 applicable > 0 ? static_cast<double>(answered) / applicable : 0.0, colors);
    const qreal left = row.left() + (top ? at.lens : at.group);
    drawText(painter, {left, row.top(), barLeft - left - 8, row.height()}, index.data().toString(),
             top ? Role::BodyStrong : Role::Body, colors[Token::Ink]);
}

void QuestionTreeDelegate::paintQuestion(QPainter* painter, const QStyleOptionViewItem& option,
                                         const QModelIndex& index) const {
    const Tokens& colors = tokens();
    const Columns at = columns();
    const QRectF row = option.rect;
    const bool current = option.state & QStyle::State_Selected;
    riskMark(painter, {row.left() + at.mark, row.center().y() - kMarkPx / 2.0, kMarkPx, kMarkPx},
             markOf(static_cast<lens::State>(index.data(QuestionTreeModel::StateRole).toInt())), colors);
    drawText(painter, {row.left() + at.mark + kMarkPx, row.top(), at.number - at.mark - kMarkPx * 1.0, row.height()},
             QString::number(index.data(QuestionTreeModel::NumberRole).toInt()), Role::Small, colors[Token::Ink2],
             Qt::AlignRight | Qt::AlignVCenter, Digits::Tabular);
    const qreal flagLeft = row.right() - kRight - kFlagPx;
    if (const auto flag = flagOf(index))
        paintIcon(painter, {flagLeft, row.center().y() - kFlagPx / 2.0, kFlagPx, kFlagPx}, *flag, kFlagPx,
                  colors[Token::Ink2]);
    const qreal left = row.left() + at.title;
    drawText(painter, {left, row.top(), flagLeft - left - 6, row.height()}, index.data().toString(),
             current ? Role::BodyStrong : Role::Body, colors[Token::Ink]);
}

} // namespace plumb::ui
