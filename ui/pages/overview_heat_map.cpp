// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/overview_heat_map.h"

#include "ui/bridge/session_bridge.h"
#include "ui/theme/focus_ring.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include "ui/theme/parts.h"
#include "ui/widgets/score_cell.h"

#include <algorithm>
#include <QAbstractButton>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPaintEvent>
#include <QStyledItemDelegate>

namespace plumb::ui {

namespace {

constexpr int kLabelWidth = 120;
constexpr int kNarrowLabel = 98, kNarrowCell = 56; ///< side by side, where room is short
constexpr int kHeadHeight = 28;

/// Room before the totals, besides the gap that every cell has.
int totalsExtra() {
    return kTotalsGap - kCellGap;
}

bool isTotal(const QAbstractItemModel* model, int section, Qt::Orientation orientation) {
    return model->headerData(section, orientation, HeatMapModel::TotalRole).toBool();
}

/// A head where its name has no room.
QString shortHead(int column) {
    switch (column) {
    case 0:
        return HeatMapView::tr("Operat.");
    case 2:
        return HeatMapView::tr("Reliab.");
    case 3:
        return HeatMapView::tr("Perform.");
    case 5:
        return HeatMapView::tr("Sustain.");
    default:
        return {};
    }
}

ScoreCell cellOf(const HeatCell& cell, HeatMapModel::Mode mode, const QString& number, bool changes) {
    ScoreCell out;
    if (!cell.exists()) {
        out.kind = ScoreCell::Kind::Absent;
        return out;
    }
    if (!cell.score.score) {
        out.kind = ScoreCell::Kind::NotAsked;
        return out;
    }
    out.score = *cell.score.score;
    out.answered = cell.score.coverage;
    out.worst = markOf(cell.score.worstOpen);
    out.worstCount = cell.markCount();
    if (changes) {
        out.delta = deltaWords(cell.was, cell.score.score);
        if (out.worst == MarkKind::None)
            out.worstCount = 0;
    } else if (mode == HeatMapModel::Mode::Score) {
        out.low = cell.score.worst;
        out.high = cell.score.best;
        if (out.worst == MarkKind::None)
            out.worstCount = 0;
    } else {
        out.number = number;
    }
    return out;
}

class CellDelegate final : public QStyledItemDelegate {
public:
    explicit CellDelegate(HeatMapView* view) : QStyledItemDelegate(view), m_view(view) {}
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const QSizeF size = m_view->cellSize();
        const QRectF box(QPointF(option.rect.right() + 1 - size.width(), option.rect.bottom() + 1 - size.height()),
                         size);
        CellLook look;
        look.compact = m_view->smallCells();
        look.hover = option.state & QStyle::State_MouseOver;
        look.selected = (option.state & QStyle::State_HasFocus) && Theme::instance().focusVisible();
        const HeatMapModel* map = m_view->heatMap();
        ScoreCell cell =
            cellOf(map->cell(index.row(), index.column()), map->mode(), index.data().toString(), map->showsChanges());
        if (m_view->sideBySide()) {
            cell.low.reset();
            cell.worstCount = 0;
            cell.centred = cell.delta.isEmpty();
        }
        paintScoreCell(painter, box, cell, look, tokens());
        if (isTotal(map, index.row(), Qt::Vertical))
            painter->fillRect(QRectF(option.rect.left(), box.top() - kTotalsGap / 2.0, option.rect.width(), 1),
                              tokens()[Token::Line2]);
    }

private:
    HeatMapView* m_view;
};

/// Heads without frames: pillar names over their cells, lens names with their progress beside them.
class PlainHeader final : public QHeaderView {
public:
    PlainHeader(Qt::Orientation orientation, QWidget* parent) : QHeaderView(orientation, parent) {
        setSectionResizeMode(QHeaderView::Fixed);
        setMinimumSectionSize(1);
        setSectionsClickable(false);
        setHighlightSections(false);
    }

protected:
    void paintEvent(QPaintEvent* event) override {
        QPainter painter(viewport());
        painter.fillRect(event->rect(), tokens()[Token::Surface]);
        for (int section = 0; section < count(); ++section) {
            const int at = sectionViewportPosition(section), size = sectionSize(section);
            paintSection(&painter,
                         orientation() == Qt::Horizontal ? QRect(at, 0, size, height()) : QRect(0, at, width(), size),
                         section);
        }
    }
    void paintSection(QPainter* painter, const QRect& rect, int section) const override {
        painter->save();
        if (orientation() == Qt::Horizontal)
            paintColumn(painter, rect, section);
        else
            paintRow(painter, rect, section);
        painter->restore();
    }

private:
    void paintColumn(QPainter* painter, const QRectF& rect, int section) const {
        const qreal left = rect.left() + kCellGap + (isTotal(model(), section, Qt::Horizontal) ? totalsExtra() : 0);
        // A name is never cut: small cells have small heads, and what is longer reaches into the gap.
        const auto* view = static_cast<const HeatMapView*>(parentWidget());
        const Role role = view->smallCells() ? Role::Micro : Role::Small;
        QString words = model()->headerData(section, orientation()).toString();
        const qreal room = rect.right() - left + 12;
        const QString brief = view->smallCells() ? shortHead(section) : QString();
        if (!brief.isEmpty() && textWidth(words, role) > rect.right() - left)
            words = brief;
        drawText(painter, {left, rect.top(), room, rect.height() - 4}, words, role, tokens()[Token::Ink2]);
    }
    void paintRow(QPainter* painter, const QRectF& rect, int section) const {
        const qreal cell = static_cast<const HeatMapView*>(parentWidget())->cellSize().height();
        const qreal middle = rect.bottom() - cell / 2;
        const qreal width = rect.width() - 8;
        drawText(painter, {rect.left(), middle - scaled(19), width, scaled(20) * 1.0},
                 model()->headerData(section, orientation()).toString(), Role::BodyStrong, tokens()[Token::Ink]);
        drawText(painter, {rect.left(), middle + 1, width, scaled(18) * 1.0},
                 model()->headerData(section, orientation(), HeatMapModel::MetaRole).toString(), Role::Micro,
                 tokens()[Token::Ink2]);
        if (isTotal(model(), section, Qt::Vertical))
            painter->fillRect(QRectF(rect.left(), rect.bottom() - cell - kTotalsGap / 2.0, rect.width(), 1),
                              tokens()[Token::Line2]);
    }
};

} // namespace

HeatMapView::HeatMapView(HeatMapModel* model, QWidget* parent) : QTableView(parent), m_model(model) {
    setObjectName(QStringLiteral("heatMap"));
    setAccessibleName(tr("Scores of lenses by pillars"));
    setHorizontalHeader(new PlainHeader(Qt::Horizontal, this));
    setVerticalHeader(new PlainHeader(Qt::Vertical, this));
    setModel(model);
    setItemDelegate(new CellDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setCornerButtonEnabled(false);
    if (auto* corner = findChild<QAbstractButton*>())
        corner->installEventFilter(this); // it would paint a head of its own
    setSelectionMode(QAbstractItemView::NoSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
    viewport()->setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    paintsOwnFocus(this);
    connect(model, &QAbstractItemModel::modelReset, this, &HeatMapView::layOutCells);
    connect(&Theme::instance(), &Theme::changed, this, &HeatMapView::layOutCells);
    layOutCells();
}

int HeatMapView::widthWith(int label, qreal cell) const {
    return label + m_model->columnCount() * (qRound(cell) + kCellGap) + totalsExtra();
}

int HeatMapView::contentWidth(bool small) const {
    return widthWith(scaled(kLabelWidth), scoreCellSize(small).width());
}

void HeatMapView::setSideBySide(bool on) {
    m_sideBySide = on;
    layOutCells();
}

int HeatMapView::labelWidth() const {
    if (!m_sideBySide || width() <= 0)
        return scaled(kLabelWidth);
    // Cells give way before names do.
    const int room = width() - widthWith(0, scaled(kNarrowCell));
    return qBound(scaled(kNarrowLabel), room, scaled(kLabelWidth));
}

int HeatMapView::squeeze() const {
    const int columns = std::max(m_model->columnCount(), 1);
    return style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, this) / columns + 1;
}

QSizeF HeatMapView::cellSize() const {
    QSizeF size = scoreCellSize(m_small);
    const int columns = m_model->columnCount();
    if (m_sideBySide && columns > 0 && width() > 0 && width() < contentWidth(true)) {
        const int room = (width() - labelWidth() - totalsExtra()) / columns - kCellGap;
        size.setWidth(std::clamp(room, scaled(kNarrowCell), scaled(67)));
    } else if (!m_small && columns > 0 && width() > 0 && width() < contentWidth(false)) {
        const int missing = (contentWidth(false) - width() + columns - 1) / columns;
        size.setWidth(qRound(size.width()) - std::min(missing, squeeze()));
    }
    return size;
}

void HeatMapView::layOutCells() {
    // Small cells are lower, too, so that the page's scroll bar may go and give its width back. That must not make them
    // large again, or the page would never come to rest: large ones give way by more than a bar before they get small.
    const int needed = contentWidth(false) - (m_small ? 0 : squeeze() * m_model->columnCount());
    m_small = m_sideBySide || (width() > 0 && (width() < needed || Theme::instance().compact()));
    const QSizeF cell = cellSize();
    horizontalHeader()->setFixedHeight(scaled(kHeadHeight));
    verticalHeader()->setFixedWidth(labelWidth());
    for (int c = 0; c < m_model->columnCount(); ++c)
        setColumnWidth(c, qRound(cell.width()) + kCellGap + (c + 1 == m_model->columnCount() ? totalsExtra() : 0));
    for (int r = 0; r < m_model->rowCount(); ++r)
        setRowHeight(r, qRound(cell.height()) + kCellGap + (isTotal(m_model, r, Qt::Vertical) ? totalsExtra() : 0));
    updateGeometry();
    viewport()->update();
}

QSize HeatMapView::sizeHint() const {
    return {contentWidth(m_small), horizontalHeader()->height() + verticalHeader()->length()};
}

QSize HeatMapView::minimumSizeHint() const {
    return {m_sideBySide ? widthWith(scaled(kNarrowLabel), scaled(kNarrowCell)) : contentWidth(true),
            sizeHint().height()};
}

void HeatMapView::resizeEvent(QResizeEvent* event) {
    if (event->oldSize().width() != event->size().width())
        layOutCells();
    QTableView::resizeEvent(event);
}

void HeatMapView::choose(const QModelIndex& index) {
    if (index.isValid() && m_model->cell(index.row(), index.column()).exists())
        emit cellChosen(q(m_model->lensAt(index.row())), q(m_model->frameworkAt(index.column())));
}

void HeatMapView::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
        choose(currentIndex());
    else
        QTableView::keyPressEvent(event);
}

void HeatMapView::mouseReleaseEvent(QMouseEvent* event) {
    QTableView::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton)
        choose(indexAt(event->position().toPoint()));
}

bool HeatMapView::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::Paint || qobject_cast<QAbstractButton*>(watched) == nullptr)
        return QTableView::eventFilter(watched, event);
    auto* corner = static_cast<QWidget*>(watched);
    QPainter(corner).fillRect(corner->rect(), tokens()[Token::Surface]);
    return true;
}

void HeatMapView::focusOutEvent(QFocusEvent* event) {
    QTableView::focusOutEvent(event);
    viewport()->update();
}

HeatMapLegend::HeatMapLegend(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(
        tr("Key: colour is the score from 0 to 100, hatching is not answered yet, marks are the worst open risk"));
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize HeatMapLegend::sizeHint() const {
    return {scaled(560), scaled(20)};
}

void HeatMapLegend::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens& colors = tokens();
    const qreal middle = height() / 2.0;
    qreal x = 0;
    const auto word = [&](const QString& text, qreal gap) {
        x += drawText(&painter, {x, 0, 400, height() * 1.0}, text, Role::Micro, colors[Token::Ink2]) + gap;
    };
    word(tr("Score"), 10);
    word(QStringLiteral("0"), 7);
    const qreal step = scaled(22), high = scaled(9);
    for (int i = 0; i < 7; ++i, x += step) {
        const QRectF box(x, std::round(middle - high / 2), step, high);
        painter.fillRect(box, colors[static_cast<Token>(static_cast<int>(Token::H0) + i)]);
        if (colors.highContrast())
            paintFrame(&painter, box, 0, QColor(), colors[Token::Line2]);
    }
    x += 8;
    word(QStringLiteral("100"), 28);
    const QRectF hatched(x, std::round(middle - scaled(6)), scaled(26), scaled(12));
    hatch(&painter, hatched, colors[Token::Hatch], 5);
    paintFrame(&painter, hatched, 0, QColor(), colors[Token::Line2]);
    x += scaled(26) + 8;
    word(tr("not answered yet"), 28);
    for (const MarkKind mark : {MarkKind::High, MarkKind::Medium, MarkKind::None}) {
        riskMark(&painter, {x, std::round(middle - 7), 14, 14}, mark, colors);
        x += 20;
    }
    word(tr("worst open risk"), 0);
}

} // namespace plumb::ui
