// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/costs_list_view.h"

#include "ui/theme/focus_ring.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"

#include <algorithm>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QWheelEvent>

namespace plumb::ui {

namespace {

const auto kMime = QStringLiteral("application/x-plumbline-measure");
constexpr int kBox = 16, kBoxGap = 12;

int textLeft(const CostRow& row) {
    return CostListView::padding() + (row.ticked ? kBox + kBoxGap : 0);
}

class CostRowDelegate final : public QStyledItemDelegate {
public:
    explicit CostRowDelegate(CostListView* list) : QStyledItemDelegate(list), m_list(list) {}

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        const bool compact = Theme::instance().compact();
        return {100, scaled(m_list->rows()->twoLines() ? (compact ? 38 : 42) : (compact ? 26 : 28))};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const CostRow& row = m_list->rows()->row(index.row());
        const Tokens& t = tokens();
        const QRectF box = option.rect;
        // Where room is short, the second line takes all of it and the figure stands beside the name.
        const bool narrow = Theme::instance().compact() && !row.meta.isEmpty();
        const QRectF line(box.left(), narrow ? box.center().y() - scaled(18) : box.top(), box.width(),
                          narrow ? scaled(20) : box.height());
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        drawRowBackground(painter, box, option.state.testFlag(QStyle::State_MouseOver), selected, m_list->hasFocus(),
                          t);
        if (row.ticked)
            drawCheckBox(painter, {box.left() + CostListView::padding(), box.center().y() - kBox / 2.0, kBox, kBox},
                         *row.ticked ? BoxState::On : BoxState::Off, !row.locked, t);
        const qreal right = box.right() - CostListView::padding();
        const QColor ink = t[row.dim ? Token::Ink3 : Token::Ink];
        const qreal figure = drawText(painter, {box.left(), line.top(), right - box.left(), line.height()}, row.figure,
                                      Role::Body, ink, Qt::AlignRight | Qt::AlignVCenter, Digits::Tabular);
        qreal room = right - figure - 12 - box.left() - textLeft(row);
        if (row.stale) {
            paintIcon(painter, {right - figure - 12 - 14, line.center().y() - 7, 14, 14}, Icon::Warning, 14,
                      t[Token::Med]);
            room -= 22;
        }
        const qreal left = box.left() + textLeft(row);
        if (row.meta.isEmpty()) {
            drawText(painter, {left, box.top(), room, box.height()}, row.name, Role::Body, t[Token::Ink]);
        } else {
            const qreal top = box.center().y() - scaled(18);
            drawText(painter, {left, top, room, scaled(20) * 1.0}, row.name, Role::BodyMedium, t[Token::Ink]);
            drawText(painter, {left, top + scaled(18), narrow ? right - left : room, scaled(16) * 1.0}, row.meta,
                     Role::Micro, t[Token::Ink3]);
        }
        if (option.state.testFlag(QStyle::State_HasFocus) && m_list->hasFocus() && Theme::instance().focusVisible())
            drawInnerFocus(painter, box, t);
        painter->restore();
    }

private:
    CostListView* m_list;
};

} // namespace

// --- model -----------------------------------------------------------------------------------------------------------

void CostListModel::setRows(std::vector<CostRow> rows) {
    const bool same = std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
                                 [](const CostRow& a, const CostRow& b) { return a.id == b.id; });
    if (same) {
        m_rows = std::move(rows);
        if (!m_rows.empty())
            emit dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int CostListModel::rowOf(const QString& id) const {
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const CostRow& each) { return each.id == id; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

bool CostListModel::twoLines() const {
    return !m_rows.empty() && !m_rows.front().meta.isEmpty();
}

int CostListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant CostListModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const CostRow& at = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return at.name;
    case Qt::ToolTipRole:
        return at.tip;
    case Qt::AccessibleTextRole: {
        QStringList parts{at.name};
        if (!at.figure.isEmpty())
            parts << tr("%1 a month").arg(at.figure);
        if (at.ticked)
            parts << (*at.ticked ? tr("on") : at.locked ? tr("can't be switched on") : tr("off"));
        if (!at.meta.isEmpty())
            parts << at.meta;
        if (at.stale)
            parts << tr("a price is stale");
        return parts.join(QStringLiteral(", "));
    }
    case Qt::CheckStateRole:
        return at.ticked ? QVariant(*at.ticked ? Qt::Checked : Qt::Unchecked) : QVariant();
    default:
        return {};
    }
}

Qt::ItemFlags CostListModel::flags(const QModelIndex& index) const {
    if (!index.isValid())
        return m_movable ? Qt::ItemIsDropEnabled : Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (m_movable)
        flags |= Qt::ItemIsDragEnabled;
    return flags;
}

QStringList CostListModel::mimeTypes() const {
    return {kMime};
}

QMimeData* CostListModel::mimeData(const QModelIndexList& indexes) const {
    auto* data = new QMimeData;
    if (!indexes.isEmpty())
        data->setData(kMime, row(indexes.front().row()).id.toUtf8());
    return data;
}

bool CostListModel::dropMimeData(const QMimeData* data, Qt::DropAction, int at, int, const QModelIndex&) {
    const QString id = QString::fromUtf8(data->data(kMime));
    if (rowOf(id) < 0)
        return false;
    emit dropped(id, at < 0 ? rowCount() : at);
    return false; // who listens moves it; the view must not take the row away
}

// --- view ------------------------------------------------------------------------------------------------------------

CostListView::CostListView(const QString& name, const QString& accessible, QWidget* parent)
    : QListView(parent), m_rows(new CostListModel(this)) {
    setObjectName(name);
    setAccessibleName(accessible);
    setModel(m_rows);
    setItemDelegate(new CostRowDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMouseTracking(true);
    setDropIndicatorShown(true);
    setDefaultDropAction(Qt::MoveAction);
    viewport()->setAttribute(Qt::WA_Hover);
    paintsOwnFocus(this);
    const auto colors = [this] {
        QPalette own = palette();
        own.setColor(QPalette::Base, tokens()[Token::Sunken]);
        setPalette(own);
        doItemsLayout();
        updateGeometry();
    };
    connect(&Theme::instance(), &Theme::changed, this, colors);
    connect(m_rows, &CostListModel::dropped, this, [this](const QString& id, int before) {
        const int from = m_rows->rowOf(id);
        emit moveWanted(id, before > from ? before - 1 : before);
    });
    colors();
}

int CostListView::padding() {
    return Theme::instance().compact() ? 16 : kPaddingSide;
}

void CostListView::setRows(std::vector<CostRow> rows, bool movable) {
    const QString current = currentId();
    m_rows->setMovable(movable);
    setDragDropMode(movable ? InternalMove : NoDragDrop);
    m_rows->setRows(std::move(rows));
    if (currentId() != current && m_rows->rowOf(current) >= 0)
        setCurrentId(current);
    updateGeometry();
}

QString CostListView::currentId() const {
    const QModelIndex at = currentIndex();
    return at.isValid() ? m_rows->row(at.row()).id : QString();
}

void CostListView::setCurrentId(const QString& id) {
    if (const int at = m_rows->rowOf(id); at >= 0)
        setCurrentIndex(m_rows->index(at));
}

QSize CostListView::sizeHint() const {
    const int rows = m_rows->rowCount();
    return {scaled(200), rows == 0 ? 0 : rows * sizeHintForRow(0)};
}

void CostListView::toggle(const QModelIndex& index) {
    if (!index.isValid() || !m_rows->row(index.row()).ticked || m_rows->row(index.row()).locked)
        return;
    const CostRow at = m_rows->row(index.row());
    emit switched(at.id, !*at.ticked);
}

void CostListView::keyPressEvent(QKeyEvent* event) {
    const QModelIndex at = currentIndex();
    const bool up = event->key() == Qt::Key_Up, down = event->key() == Qt::Key_Down;
    if (event->modifiers().testFlag(Qt::AltModifier) && (up || down)) {
        const int to = at.row() + (up ? -1 : 1);
        if (at.isValid() && to >= 0 && to < m_rows->rowCount())
            emit moveWanted(currentId(), to);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F2:
        if (at.isValid())
            emit entered(currentId());
        return;
    case Qt::Key_Space:
        toggle(at);
        return;
    case Qt::Key_Delete:
        if (at.isValid())
            emit removeWanted(currentId());
        return;
    default:
        break;
    }
    if (up && at.row() <= 0)
        emit leftUp();
    else if (down && at.row() == m_rows->rowCount() - 1)
        emit leftDown();
    else if (event->text().isEmpty() || event->modifiers() != Qt::NoModifier)
        QListView::keyPressEvent(event); // letters are keys of the place, not a search
    else
        event->ignore();
}

void CostListView::mousePressEvent(QMouseEvent* event) {
    const QModelIndex at = indexAt(event->position().toPoint());
    if (at.isValid() && event->button() == Qt::LeftButton && m_rows->row(at.row()).ticked &&
        event->position().x() < padding() + kBox + kBoxGap / 2) {
        setFocus(Qt::MouseFocusReason);
        setCurrentIndex(at);
        toggle(at);
        return;
    }
    QListView::mousePressEvent(event);
}

void CostListView::mouseDoubleClickEvent(QMouseEvent* event) {
    const QModelIndex at = indexAt(event->position().toPoint());
    if (at.isValid() && event->position().x() >= textLeft(m_rows->row(at.row())) - kBoxGap / 2.0)
        emit entered(m_rows->row(at.row()).id);
}

void CostListView::contextMenuEvent(QContextMenuEvent* event) {
    const QModelIndex at = event->reason() == QContextMenuEvent::Keyboard ? currentIndex() : indexAt(event->pos());
    if (!at.isValid())
        return;
    setCurrentIndex(at);
    emit menuWanted(m_rows->row(at.row()).id,
                    event->reason() == QContextMenuEvent::Keyboard
                        ? viewport()->mapToGlobal(visualRect(at).bottomLeft() + QPoint(padding(), 0))
                        : event->globalPos());
}

void CostListView::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QListView::currentChanged(current, previous);
    follow();
}

void CostListView::focusInEvent(QFocusEvent* event) {
    QListView::focusInEvent(event);
    if (!currentIndex().isValid() && m_rows->rowCount() > 0)
        setCurrentIndex(m_rows->index(0));
    follow();
}

void CostListView::wheelEvent(QWheelEvent* event) {
    event->ignore();
}

void CostListView::follow() {
    if (currentIndex().isValid() && hasFocus())
        emit currentMoved(visualRect(currentIndex()));
}

} // namespace plumb::ui
