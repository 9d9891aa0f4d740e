// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare_list_view.h"

#include "ui/theme/focus_ring.h"
#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"

#include <cmath>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace plumb::ui {

namespace {

constexpr int kMark = 16, kArrow = 14, kMarkGap = 9;

int rowHeight() {
    return scaled(Theme::instance().compact() ? 32 : 35);
}

} // namespace

int CompareDelegate::side() {
    return Theme::instance().compact() ? 20 : kPaddingMainSmall;
}

QSize CompareDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {scaled(240), rowHeight()};
}

void CompareDelegate::paintMarks(QPainter* painter, const QRectF& row, const CompareRow& data) const {
    const Tokens& colors = tokens();
    qreal x = row.left() + side();
    const auto square = [&](int size) {
        const QRectF box(x, std::round(row.center().y() - size / 2.0), size, size);
        x += size + kMarkGap;
        return box;
    };
    const QRectF from = square(kMark), arrow = square(kArrow), to = square(kMark);
    if (data.from)
        riskMark(painter, from, *data.from, colors);
    paintIcon(painter, arrow, Icon::ArrowRight, kArrow, colors[Token::Ink2]);
    if (data.to)
        riskMark(painter, to, *data.to, colors);
}

void CompareDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto* rows = qobject_cast<const CompareRowsModel*>(index.model());
    if (rows == nullptr)
        return;
    const CompareRow& data = rows->row(index.row());
    const Tokens& colors = tokens();
    const QRectF row = option.rect;
    const bool selected = option.state & QStyle::State_Selected;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    drawRowBackground(painter, row, option.state & QStyle::State_MouseOver, selected, m_view->hasFocus(), colors);
    painter->fillRect(QRectF(row.left() + side(), row.bottom() - 1, row.width() - 2.0 * side(), 1),
                      colors[Token::Line]);
    paintMarks(painter, row, data);
    const qreal left = row.left() + side() + 2 * kMark + kArrow + 3 * kMarkGap + 4;
    qreal right = row.right() - side();
    paintIcon(painter, {right - 14, row.top(), 14, row.height()}, data.icon, 14, colors[Token::Ink2]);
    right -= 14 + 6;
    right -= drawText(painter, {left, row.top(), right - left, row.height()}, data.word, Role::Small,
                      colors[Token::Ink2], Qt::AlignRight | Qt::AlignVCenter);
    right -= 12;
    const qreal used = drawText(painter, {left, row.top(), right - left, row.height()}, data.title,
                                selected ? Role::BodyMedium : Role::Body, colors[Token::Ink]);
    const qreal room = right - left - used - 8;
    // Where it is gives way before its title does: whole, else its first part (lens or code), else not at all.
    for (const QString& where : {data.where, data.where.section(QLatin1Char(','), 0, 0)})
        if (textWidth(where, Role::Micro) <= room) {
            drawText(painter, {left + used + 8, row.top(), room + 1, row.height()}, where, Role::Micro,
                     colors[Token::Ink3]);
            break;
        }
    if ((option.state & QStyle::State_HasFocus) && Theme::instance().focusVisible())
        drawInnerFocus(painter, row, colors);
    painter->restore();
}

CompareListView::CompareListView(CompareRowsModel* rows, QWidget* parent) : QListView(parent), m_rows(rows) {
    setObjectName(QStringLiteral("changesList"));
    setModel(rows);
    setItemDelegate(new CompareDelegate(this));
    setUniformItemSizes(true);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
    paintsOwnFocus(this);
    connect(&Theme::instance(), &Theme::changed, this, [this] { scheduleDelayedItemsLayout(); });
}

const CompareRow* CompareListView::current() const {
    const QModelIndex index = currentIndex();
    return index.isValid() && index.row() < m_rows->rowCount() ? &m_rows->row(index.row()) : nullptr;
}

void CompareListView::choose(int row) {
    const QModelIndex index = row < 0 ? QModelIndex() : m_rows->index(row);
    setCurrentIndex(index);
    if (index.isValid())
        scrollTo(index);
}

void CompareListView::step(int by) {
    if (m_rows->rowCount() == 0)
        return;
    choose(qBound(0, currentIndex().isValid() ? currentIndex().row() + by : 0, m_rows->rowCount() - 1));
    emit touched();
}

void CompareListView::keyPressEvent(QKeyEvent* event) {
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && plain && current() != nullptr) {
        emit entered(CompareRow(*current()));
    } else if ((event->key() == Qt::Key_Down || event->key() == Qt::Key_Up) && plain) {
        step(event->key() == Qt::Key_Down ? 1 : -1);
    } else if (event->key() == Qt::Key_Space && plain && current() != nullptr) {
        emit touched();
    } else {
        const QModelIndex before = currentIndex();
        QListView::keyPressEvent(event);
        if (currentIndex() != before)
            emit touched();
    }
}

void CompareListView::mouseReleaseEvent(QMouseEvent* event) {
    QListView::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton && indexAt(event->position().toPoint()).isValid())
        emit touched();
}

void CompareListView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && indexAt(event->position().toPoint()).isValid() && current() != nullptr)
        emit entered(CompareRow(*current()));
}

void CompareListView::focusInEvent(QFocusEvent* event) {
    QListView::focusInEvent(event);
    viewport()->update();
}

void CompareListView::focusOutEvent(QFocusEvent* event) {
    QListView::focusOutEvent(event);
    viewport()->update();
}

void CompareListView::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QListView::currentChanged(current, previous);
    emit currentMoved();
}

} // namespace plumb::ui
