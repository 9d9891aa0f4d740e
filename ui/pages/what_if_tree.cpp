// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/what_if_tree.h"

#include "ui/theme/focus_ring.h"
#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"
#include "ui/widgets/pane_parts.h"
#include "ui/widgets/rich_layout.h"

#include <algorithm>
#include <cmath>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QResizeEvent>

namespace plumb::ui {

namespace {

using Kind = WhatIfModel::Kind;

constexpr int kBox = 16, kMark = 16, kChevron = 14, kRight = 16;

struct Columns {
    int chevron, box, mark, text; ///< left edges; a group has no mark, a practice neither chevron nor mark
};

Columns columnsOf(Kind kind) {
    switch (kind) {
    case Kind::Group:
        return {10, 30, 0, 54};
    case Kind::Item:
        return {24, 44, 70, 94};
    case Kind::Practice:
        break;
    }
    return {0, 70, 0, 94};
}

Kind kindOf(const QModelIndex& index) {
    return static_cast<Kind>(index.data(WhatIfModel::KindRole).toInt());
}

BoxState boxOf(const QModelIndex& index) {
    const int state = index.data(Qt::CheckStateRole).toInt();
    return state == Qt::Checked ? BoxState::On : state == Qt::PartiallyChecked ? BoxState::Partial : BoxState::Off;
}

RichLayout linesOf(const QString& text, qreal width) {
    RichLayout layout({plain(text)}, Role::Small, Token::Ink);
    layout.layout(qMax(width, 40.0), 3);
    return layout;
}

} // namespace

WhatIfDelegate::WhatIfDelegate(WhatIfTree* tree) : QStyledItemDelegate(tree), m_tree(tree) {}

bool WhatIfDelegate::onChevron(const QModelIndex& index, int x) {
    const Columns at = columnsOf(kindOf(index));
    return kindOf(index) != Kind::Practice && x < at.box - 3;
}

bool WhatIfDelegate::onBox(const QModelIndex& index, int x) {
    const Columns at = columnsOf(kindOf(index));
    return x >= at.box - 3 && x < at.box + kBox + 3;
}

int WhatIfDelegate::textWidthOf(const QModelIndex& index) const {
    return m_tree->viewport()->width() - columnsOf(kindOf(index)).text - kRight;
}

QSize WhatIfDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
    switch (kindOf(index)) {
    case Kind::Group:
        return {100, lensRowHeight()};
    case Kind::Item:
        return {100, scaled(Theme::instance().compact() ? 30 : 34)};
    case Kind::Practice:
        break;
    }
    return {100, qRound(linesOf(index.data().toString(), textWidthOf(index)).height()) + scaled(10)};
}

void WhatIfDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Tokens& colors = tokens();
    const Kind kind = kindOf(index);
    const Columns at = columnsOf(kind);
    const QRectF row = option.rect;
    const qreal middle = row.center().y() + 0.5;
    const bool tickable = index.data(WhatIfModel::TickableRole).toBool();
    const bool current = option.state.testFlag(QStyle::State_Selected);
    const auto square = [&](int left, int size) {
        return QRectF(row.left() + left, std::round(middle - size / 2.0), size, size);
    };
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    drawRowBackground(painter, row, option.state.testFlag(QStyle::State_MouseOver), current,
                      option.state.testFlag(QStyle::State_Active), colors);
    if (kind != Kind::Practice && index.model()->rowCount(index) > 0)
        paintIcon(painter, square(at.chevron, kChevron),
                  option.state.testFlag(QStyle::State_Open) ? Icon::ChevronDown : Icon::ChevronRight, kChevron,
                  colors[Token::Ink2]);
    if (tickable)
        drawCheckBox(painter, square(at.box, kBox), boxOf(index), true, colors);
    else
        riskMark(painter, square(at.box, kBox), MarkKind::NotApplicable, colors);
    if (kind == Kind::Practice) {
        const RichLayout lines = linesOf(index.data().toString(), textWidthOf(index));
        lines.paint(painter, {row.left() + at.text, std::round(middle - lines.height() / 2)}, colors);
    } else {
        if (kind == Kind::Item)
            riskMark(painter, square(at.mark, kMark), static_cast<MarkKind>(index.data(WhatIfModel::MarkRole).toInt()),
                     colors);
        const QString meta = index.data(WhatIfModel::MetaRole).toString();
        const QString effort = index.data(WhatIfModel::EffortRole).toString();
        const qreal metaWidth = textWidth(meta, Role::Micro, Digits::Tabular);
        const qreal right = row.right() + 1 - kRight;
        drawText(painter, {right - metaWidth, row.top(), metaWidth, row.height()}, meta, Role::Micro,
                 colors[Token::Ink3], Qt::AlignRight | Qt::AlignVCenter, Digits::Tabular);
        const qreal effortWidth = effort.isEmpty() ? 0 : textWidth(effort, Role::Micro) + 6;
        const qreal room = right - metaWidth - 10 - effortWidth - row.left() - at.text;
        const qreal used =
            drawText(painter, {row.left() + at.text, row.top(), room, row.height()}, index.data().toString(),
                     kind == Kind::Group ? Role::BodyStrong
                     : current           ? Role::BodyStrong
                                         : Role::Body,
                     colors[tickable ? Token::Ink : Token::Ink2]);
        if (!effort.isEmpty())
            drawText(painter, {row.left() + at.text + used + 6, row.top(), effortWidth, row.height()}, effort,
                     Role::Micro, colors[Token::Ink3]);
    }
    if (option.state.testFlag(QStyle::State_HasFocus) && Theme::instance().focusVisible())
        drawInnerFocus(painter, row, colors);
    painter->restore();
}

WhatIfTree::WhatIfTree(WhatIfFilter* filter, QWidget* parent) : QTreeView(parent), m_filter(filter) {
    setObjectName(QStringLiteral("whatIfTree"));
    setAccessibleName(tr("What to try"));
    setModel(filter);
    setItemDelegate(new WhatIfDelegate(this));
    setUpPaneTree(this);
    const auto remember = [this](const QModelIndex& index, bool open) {
        const QString id = index.data(WhatIfModel::IdRole).toString();
        const bool group = kindOf(index) == Kind::Group;
        QSet<QString>& ids = group ? m_shut : m_open;
        if (m_filter->narrowed())
            return;
        if (group != open)
            ids.insert(id);
        else
            ids.remove(id);
    };
    connect(this, &QTreeView::expanded, this, [remember](const QModelIndex& index) { remember(index, true); });
    connect(this, &QTreeView::collapsed, this, [remember](const QModelIndex& index) { remember(index, false); });
}

void WhatIfTree::openAfterReset() {
    for (int g = 0; g < m_filter->rowCount(); ++g) {
        const QModelIndex group = m_filter->index(g, 0);
        setExpanded(group, m_filter->narrowed() || !m_shut.contains(group.data(WhatIfModel::IdRole).toString()));
        for (int i = 0; i < m_filter->rowCount(group); ++i) {
            const QModelIndex item = m_filter->index(i, 0, group);
            setExpanded(item, m_filter->narrowed() || m_open.contains(item.data(WhatIfModel::IdRole).toString()));
        }
    }
    if (!currentIndex().isValid() && m_filter->rowCount() > 0)
        selectionModel()->setCurrentIndex(m_filter->index(0, 0), QItemSelectionModel::NoUpdate);
}

void WhatIfTree::showFinding(const QString& key) {
    const QModelIndex index = m_filter->mapFromSource(m_filter->model()->indexOfFinding(key));
    if (!index.isValid())
        return;
    expand(index.parent());
    expand(index);
    setCurrentIndex(index);
    scrollTo(index, QAbstractItemView::EnsureVisible);
}

void WhatIfTree::act(const QModelIndex& index, const QPoint& at) {
    const int x = at.x() - visualRect(index).left();
    const bool chevron = WhatIfDelegate::onChevron(index, x);
    const bool name = kindOf(index) == Kind::Group && !WhatIfDelegate::onBox(index, x);
    if (chevron || name)
        setExpanded(index, !isExpanded(index));
    else
        m_filter->model()->toggle(m_filter->mapToSource(index));
}

void WhatIfTree::enter(const QModelIndex& index) {
    const QModelIndex source = m_filter->mapToSource(index);
    const QString finding = m_filter->model()->finding(source);
    const QuestionKey question = m_filter->model()->question(source);
    if (!finding.isEmpty())
        emit findingEntered(finding);
    else if (!question.question.empty())
        emit questionEntered(question);
    else if (index.isValid())
        setExpanded(index, !isExpanded(index));
}

void WhatIfTree::mousePressEvent(QMouseEvent* event) {
    const QModelIndex index = indexAt(event->position().toPoint());
    m_pressed = event->button() == Qt::LeftButton ? index : QModelIndex();
    QTreeView::mousePressEvent(event);
}

void WhatIfTree::mouseReleaseEvent(QMouseEvent* event) {
    const QModelIndex index = indexAt(event->position().toPoint());
    QTreeView::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton && index.isValid() && index == m_pressed)
        act(index, event->position().toPoint());
    m_pressed = QModelIndex();
}

void WhatIfTree::mouseDoubleClickEvent(QMouseEvent* event) {
    mousePressEvent(event); // two quick clicks are two clicks
}

void WhatIfTree::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Space && currentIndex().isValid())
        m_filter->model()->toggle(m_filter->mapToSource(currentIndex()));
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && event->modifiers() == Qt::NoModifier)
        enter(currentIndex());
    else
        QTreeView::keyPressEvent(event);
}

void WhatIfTree::resizeEvent(QResizeEvent* event) {
    QTreeView::resizeEvent(event);
    scheduleDelayedItemsLayout(); // practices wrap
}

bool WhatIfTree::event(QEvent* event) {
    // Arrows, Space and Enter belong to the list while it has the focus, not to the page.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        constexpr int kOwn[] = {Qt::Key_Up,   Qt::Key_Down,  Qt::Key_Left,  Qt::Key_Right,
                                Qt::Key_Home, Qt::Key_Space, Qt::Key_Enter, Qt::Key_Return};
        if (key->modifiers() == Qt::NoModifier &&
            std::find(std::begin(kOwn), std::end(kOwn), key->key()) != std::end(kOwn)) {
            event->accept();
            return true;
        }
    }
    return QTreeView::event(event);
}

} // namespace plumb::ui
