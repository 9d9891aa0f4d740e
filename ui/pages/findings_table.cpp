// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/findings_table.h"

#include "ui/pages/findings_delegate.h"
#include "ui/theme/focus_ring.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"

#include <algorithm>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace plumb::ui {

namespace {

using Column = FindingTableModel::Column;

/// Widths at text scale 1; the title takes the rest.
constexpr int kWidths[] = {0, 76, 100, 74, 52, 66, 122};
constexpr int kLeastTitle = 180;

/// The table head of the design: words in ink3 over line2, where their column's content starts.
class RegisterHead final : public QHeaderView {
public:
    explicit RegisterHead(QWidget* parent) : QHeaderView(Qt::Horizontal, parent) {
        setSectionResizeMode(QHeaderView::Fixed);
        setMinimumSectionSize(1);
        setSectionsClickable(true);
        setHighlightSections(false);
        setSortIndicatorShown(true);
        setStretchLastSection(false);
        viewport()->setAttribute(Qt::WA_Hover);
    }

protected:
    void paintEvent(QPaintEvent* event) override {
        {
            QPainter painter(viewport());
            painter.fillRect(rect(), tokens()[Token::Surface]);
            painter.fillRect(0, height() - 1, width(), 1, tokens()[Token::Line2]);
        }
        QHeaderView::paintEvent(event); // with a painter of its own
    }
    void paintSection(QPainter* painter, const QRect& rect, int section) const override {
        const Tokens& colors = tokens();
        const bool sorted = sortIndicatorSection() == section;
        const QString words = model()->headerData(section, Qt::Horizontal).toString();
        const QColor ink = colors[sorted ? Token::Ink2 : Token::Ink3];
        const qreal arrow = sorted ? scaled(15) : 0;
        QRectF text = rect;
        painter->save();
        painter->fillRect(rect, colors[Token::Surface]);
        Qt::Alignment side = Qt::AlignLeft;
        if (section == Column::Title)
            text.setLeft(text.left() + FindingsDelegate::titleLeft());
        else if (section == Column::Rating || section == Column::Monthly)
            side = Qt::AlignRight;
        else if (section == Column::Effort)
            side = Qt::AlignHCenter;
        else
            text.setLeft(text.left() + FindingsDelegate::kCellLeft);
        if (side != Qt::AlignLeft)
            text.setRight(text.right() - arrow + 1);
        const qreal width = textWidth(words, Role::SmallMedium);
        drawText(painter, text, words, Role::SmallMedium, ink, side | Qt::AlignVCenter);
        if (sorted) {
            const qreal end = side == Qt::AlignLeft    ? text.left() + width
                              : side == Qt::AlignRight ? text.right()
                                                       : text.center().x() + width / 2;
            paintIcon(painter, {end + scaled(3), text.top(), scaled(12) * 1.0, text.height()},
                      sortIndicatorOrder() == Qt::AscendingOrder ? Icon::ArrowUp : Icon::ArrowDown, scaled(12),
                      colors[Token::Ink2]);
        }
        painter->fillRect(rect.left(), rect.bottom(), rect.width(), 1, colors[Token::Line2]);
        painter->restore();
    }
};

} // namespace

FindingsTable::FindingsTable(FindingFilterProxy* proxy, bool readOnly, QWidget* parent)
    : QTableView(parent), m_proxy(proxy), m_cells(new FindingsDelegate(this)), m_readOnly(readOnly) {
    setObjectName(QStringLiteral("findingsTable"));
    setAccessibleName(tr("Findings"));
    auto* head = new RegisterHead(this);
    head->setObjectName(QStringLiteral("findingsHead"));
    head->setAccessibleName(tr("Columns of the findings"));
    setHorizontalHeader(head);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(1);
    setModel(proxy);
    setItemDelegate(m_cells);
    head->setSortIndicator(proxy->sortColumn(), proxy->sortOrder());
    connect(head, &QHeaderView::sortIndicatorChanged, this, [this](int column, Qt::SortOrder order) {
        m_proxy->sort(column, order);
        if (currentIndex().isValid())
            scrollTo(currentIndex());
    });
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setMouseTracking(true);
    paintsOwnFocus(this);
    connect(&Theme::instance(), &Theme::changed, this, &FindingsTable::layOut);
    connect(proxy, &QAbstractItemModel::rowsInserted, this, &FindingsTable::layOut);
    connect(proxy, &QAbstractItemModel::modelReset, this, &FindingsTable::layOut);
    connect(proxy->table(), &FindingTableModel::refreshed, this, &FindingsTable::layOut);
    layOut();
}

void FindingsTable::layOut() {
    horizontalHeader()->setFixedHeight(tableHeadHeight());
    verticalHeader()->setDefaultSectionSize(tableRowHeight());
    bool money = false;
    for (int row = 0; row < m_proxy->table()->rowCount() && !money; ++row)
        money = m_proxy->table()->finding(row).monthlySaving != 0.0;
    setColumnHidden(Column::Monthly, !money);
    int others = 0;
    for (int column = 1; column < FindingTableModel::ColumnCount_; ++column) {
        if (column == Column::Effort || (column == Column::Monthly && !money))
            continue;
        setColumnWidth(column, scaled(kWidths[column]));
        others += scaled(kWidths[column]);
    }
    // Where even the title has no room, effort goes: it is in the detail.
    const int effort = scaled(kWidths[Column::Effort]);
    const bool narrow = viewport()->width() - others - effort < scaled(kLeastTitle);
    setColumnHidden(Column::Effort, narrow);
    if (!narrow) {
        setColumnWidth(Column::Effort, effort);
        others += effort;
    }
    // Last, and from the width there is now: a scroll bar may have come meanwhile.
    setColumnWidth(Column::Title, qMax(viewport()->width() - others, scaled(120)));
    viewport()->update();
}

void FindingsTable::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    layOut();
}

std::vector<std::string> FindingsTable::selectedKeys() const {
    std::vector<int> rows;
    for (const QModelIndex& index : selectionModel()->selectedRows())
        rows.push_back(index.row());
    std::sort(rows.begin(), rows.end());
    std::vector<std::string> keys;
    for (const int row : rows)
        keys.push_back(m_proxy->finding(m_proxy->index(row, 0))->key);
    return keys;
}

std::string FindingsTable::currentKey() const {
    const score::Finding* finding = m_proxy->finding(currentIndex());
    return finding == nullptr ? std::string() : finding->key;
}

void FindingsTable::choose(const std::string& key) {
    const QModelIndex index = m_proxy->indexOf(key);
    if (!index.isValid())
        return;
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(index);
}

void FindingsTable::step(int by) {
    if (m_proxy->rowCount() == 0)
        return;
    const int row = qBound(0, currentIndex().isValid() ? currentIndex().row() + by : 0, m_proxy->rowCount() - 1);
    if (const score::Finding* finding = m_proxy->finding(m_proxy->index(row, 0)))
        choose(finding->key);
}

void FindingsTable::editColumn(int column) {
    if (!currentIndex().isValid())
        return;
    const QModelIndex cell = currentIndex().siblingAtColumn(column);
    selectionModel()->setCurrentIndex(cell, QItemSelectionModel::NoUpdate);
    openCell(cell);
}

void FindingsTable::openCell(const QModelIndex& index) {
    if (m_readOnly)
        return;
    if (index.column() == Column::Owner || index.column() == Column::Due) {
        scrollTo(index);
        edit(index);
    } else if (index.column() == Column::Effort || index.column() == Column::Status) {
        emit menuWanted(index.column(), viewport()->mapToGlobal(visualRect(index).bottomLeft()));
    }
}

void FindingsTable::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool plain = event->modifiers() == Qt::NoModifier;
    if (isEditing() || !currentIndex().isValid())
        return QTableView::keyPressEvent(event);
    if ((enter && plain && currentIndex().column() == Column::Title) || (enter && (m_readOnly || !plain))) {
        emit entered(q(currentKey()));
    } else if ((enter || event->key() == Qt::Key_F2) && plain) {
        openCell(currentIndex().column() == Column::Title ? currentIndex().siblingAtColumn(Column::Owner)
                                                          : currentIndex());
    } else if ((event->key() == Qt::Key_Home || event->key() == Qt::Key_End) && plain) {
        step(event->key() == Qt::Key_Home ? -m_proxy->rowCount() : m_proxy->rowCount());
    } else if (event->key() == Qt::Key_Escape && selectionModel()->selectedRows().size() > 1) {
        choose(currentKey());
    } else {
        QTableView::keyPressEvent(event);
    }
}

void FindingsTable::setHoverRow(int row) {
    if (row == m_hoverRow)
        return;
    m_hoverRow = row;
    viewport()->update();
}

void FindingsTable::mouseMoveEvent(QMouseEvent* event) {
    const QModelIndex index = indexAt(event->position().toPoint());
    setHoverRow(index.row());
    QTableView::mouseMoveEvent(event);
}

void FindingsTable::leaveEvent(QEvent* event) {
    setHoverRow(-1);
    QTableView::leaveEvent(event);
}

void FindingsTable::mouseReleaseEvent(QMouseEvent* event) {
    QTableView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    const score::Finding* finding = m_proxy->finding(index);
    // "+ Owner" looks like a button and is one.
    if (finding != nullptr && event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier &&
        index.column() == Column::Owner && finding->owner.empty() && finding->open)
        openCell(index);
}

void FindingsTable::mouseDoubleClickEvent(QMouseEvent* event) {
    const QModelIndex index = indexAt(event->position().toPoint());
    if (!index.isValid() || event->button() != Qt::LeftButton)
        return;
    if (index.column() == Column::Title || index.column() == Column::Rating || m_readOnly)
        emit entered(q(currentKey()));
    else
        openCell(index);
}

void FindingsTable::contextMenuEvent(QContextMenuEvent* event) {
    if (currentIndex().isValid())
        emit contextWanted(event->reason() == QContextMenuEvent::Keyboard
                               ? viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft())
                               : event->globalPos());
}

void FindingsTable::focusInEvent(QFocusEvent* event) {
    QTableView::focusInEvent(event);
    if (!currentIndex().isValid() && m_proxy->rowCount() > 0)
        step(0);
    viewport()->update();
}

void FindingsTable::focusOutEvent(QFocusEvent* event) {
    QTableView::focusOutEvent(event);
    viewport()->update();
}

void FindingsTable::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTableView::currentChanged(current, previous);
    viewport()->update();
    emit currentMoved();
}

void FindingsTable::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) {
    QTableView::selectionChanged(selected, deselected);
    viewport()->update();
    emit currentMoved();
}

} // namespace plumb::ui
