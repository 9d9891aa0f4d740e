// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/risk_matrix.h"

#include "ui/theme/focus_ring.h"
#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"
#include "ui/widgets/accessible.h"

#include <cmath>

#include <QAbstractButton>
#include <QKeyEvent>
#include <QPainter>

namespace plumb::ui {

namespace {

constexpr int kSide = 5;
constexpr int kGap = 3;
constexpr int kCellWidth = 66;
constexpr int kCellHeight = 40;
constexpr int kMinCellWidth = 40;
constexpr int kLabelGap2 = 6;
constexpr int kAxisHeight = 22;

} // namespace

/// One cell: band tint, rating in the corner, how many stand in it.
class RiskMatrix::Cell final : public QAbstractButton {
public:
    Cell(MatrixCell where, RiskMatrix* matrix) : QAbstractButton(matrix), m_where(where), m_matrix(matrix) {
        setObjectName(QStringLiteral("matrix%1x%2Button").arg(where.likelihood).arg(where.impact));
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setCursor(Qt::PointingHandCursor);
        paintsOwnFocus(this);
        installEventFilter(matrix);
        QObject::connect(this, &QAbstractButton::clicked, matrix, [this] {
            setChecked(m_matrix->m_chosen == m_where);
            emit m_matrix->cellPressed(m_where);
        });
    }
    [[nodiscard]] MatrixCell where() const noexcept { return m_where; }
    [[nodiscard]] int count() const noexcept { return m_count; }
    void setCount(int count) {
        m_count = count;
        update();
    }

protected:
    void nextCheckState() override {} // the matrix says which one is chosen

    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Tokens& colors = tokens();
        const QRectF box = rect();
        const int rating = m_where.likelihood * m_where.impact;
        paintFrame(&painter, box, kRadiusMatrix, colors[ratingToken(rating)],
                   colors.highContrast() ? colors[Token::Line] : QColor());
        drawText(&painter, box.adjusted(0, scaled(2), -scaled(6), 0), QString::number(rating), Role::Tiny,
                 colors[Token::Ink2], Qt::AlignRight | Qt::AlignTop, Digits::Tabular);
        if (m_count > 0)
            drawText(&painter, box.adjusted(scaled(11), 0, 0, 0), QString::number(m_count), Role::HeadLarge,
                     colors[Token::Ink], Qt::AlignLeft | Qt::AlignVCenter, Digits::Tabular);
        if (underMouse() && isEnabled())
            paintFrame(&painter, box, kRadiusMatrix, QColor(), colors[Token::Ink]);
        if (isChecked())
            paintFrame(&painter, box, kRadiusMatrix, QColor(), colors[Token::Accent], 2);
        if (hasFocus() && Theme::instance().focusVisible())
            drawInnerFocus(&painter, isChecked() ? box.adjusted(3, 3, -3, -3) : box, colors, kRadiusMatrix);
    }
    void keyPressEvent(QKeyEvent* event) override {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
            click();
        else
            QAbstractButton::keyPressEvent(event);
    }

private:
    MatrixCell m_where;
    RiskMatrix* m_matrix;
    int m_count = 0;
};

/// The line from dot (today) to ring (after the fix), over the cells.
class RiskMatrix::Move final : public QWidget {
public:
    explicit Move(RiskMatrix* matrix) : QWidget(matrix), m_matrix(matrix) {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setFocusPolicy(Qt::NoFocus);
    }
    void set(MatrixCell today, MatrixCell after) {
        m_today = today;
        m_after = after;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override {
        if (!m_today.valid())
            return;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Tokens& colors = tokens();
        const QColor accent = colors[Token::Accent];
        const qreal dot = scaled(4), ring = scaled(6);
        const QPointF from = spot(m_today, m_today == m_after ? -scaled(9) : 0), to = spot(m_after, scaled(5));
        if (m_after.valid()) {
            const QLineF line(from, to);
            const qreal length = line.length();
            painter.setPen(QPen(accent, 1.5));
            if (length > ring)
                painter.drawLine(from, line.pointAt((length - ring) / length));
            painter.setPen(QPen(accent, 1.6));
            painter.setBrush(colors[Token::Surface]);
            painter.drawEllipse(to, ring, ring);
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(accent);
        painter.drawEllipse(from, dot, dot);
    }

private:
    /// Right of the count and below the rating, so that neither is covered.
    [[nodiscard]] QPointF spot(MatrixCell cell, qreal shift) const {
        const QWidget* box = m_matrix->at(cell);
        if (box == nullptr)
            return {};
        const qreal clear = qMax(box->width() * 0.56 + scaled(2) + shift, scaled(43) * 1.0); // of two digits
        return {box->x() + qMin(clear, box->width() - scaled(9) * 1.0), box->y() + box->height() * 0.68 - scaled(1)};
    }
    RiskMatrix* m_matrix;
    MatrixCell m_today, m_after;
};

RiskMatrix::RiskMatrix(const QStringList& likelihood, const QStringList& impact, QWidget* parent)
    : QWidget(parent), m_likelihood(likelihood), m_impact(impact), m_move(nullptr) {
    installAccessibility();
    setObjectName(QStringLiteral("riskMatrix"));
    setAccessibleName(tr("Findings by likelihood and impact"));
    setFocusPolicy(Qt::NoFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    for (int row = 0; row < kSide; ++row) // from the top: the most likely first, as they are read
        for (int column = 0; column < kSide; ++column)
            m_cells[static_cast<std::size_t>(row * kSide + column)] = new Cell({kSide - row, column + 1}, this);
    m_move = new Move(this);
    nameCells();
    enterAt({kSide, 1});
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        layOut();
        update();
    });
}

RiskMatrix::Cell* RiskMatrix::at(MatrixCell cell) const {
    return cell.valid() ? m_cells[static_cast<std::size_t>((kSide - cell.likelihood) * kSide + cell.impact - 1)]
                        : nullptr;
}

QWidget* RiskMatrix::cellWidget(MatrixCell cell) const {
    return at(cell);
}

void RiskMatrix::setCounts(const Counts& counts) {
    for (Cell* cell : m_cells)
        cell->setCount(counts[static_cast<std::size_t>(cell->where().likelihood - 1)]
                             [static_cast<std::size_t>(cell->where().impact - 1)]);
    nameCells();
}

void RiskMatrix::nameCells() {
    for (Cell* cell : m_cells) {
        const MatrixCell where = cell->where();
        const QString words =
            tr("%1 and %2, rating %3, %n findings", nullptr, cell->count())
                .arg(m_likelihood.value(where.likelihood - 1), m_impact.value(where.impact - 1).toLower())
                .arg(where.likelihood * where.impact);
        cell->setAccessibleName(words);
        cell->setToolTip(words);
    }
}

void RiskMatrix::setChosen(std::optional<MatrixCell> cell) {
    if (cell && !cell->valid())
        cell.reset();
    m_chosen = cell;
    for (Cell* each : m_cells)
        each->setChecked(cell == each->where());
    if (cell)
        enterAt(*cell);
}

void RiskMatrix::enterAt(MatrixCell cell) {
    for (Cell* each : m_cells)
        if (!each->hasFocus())
            each->setFocusPolicy(each->where() == cell ? Qt::StrongFocus : Qt::ClickFocus);
    setFocusProxy(at(cell));
}

void RiskMatrix::setMove(MatrixCell today, MatrixCell after) {
    m_move->set(today, after);
}

int RiskMatrix::labelWidth() const {
    qreal widest = 0;
    for (const QString& word : m_likelihood)
        widest = qMax(widest, textWidth(word, Role::Micro));
    return static_cast<int>(std::ceil(widest)) + scaled(kLabelGap2);
}

QSize RiskMatrix::sizeHint() const {
    return {labelWidth() + kSide * scaled(kCellWidth) + (kSide - 1) * kGap,
            kSide * scaled(kCellHeight) + (kSide - 1) * kGap + scaled(kAxisHeight)};
}

QSize RiskMatrix::minimumSizeHint() const {
    return {labelWidth() + kSide * kMinCellWidth + (kSide - 1) * kGap, sizeHint().height()};
}

void RiskMatrix::layOut() {
    const int left = labelWidth();
    const int room = width() - left - (kSide - 1) * kGap;
    const int cellWidth = qBound(kMinCellWidth, room / kSide, scaled(kCellWidth) + scaled(24));
    const int cellHeight = scaled(kCellHeight);
    for (Cell* cell : m_cells)
        cell->setGeometry(left + (cell->where().impact - 1) * (cellWidth + kGap),
                          (kSide - cell->where().likelihood) * (cellHeight + kGap), cellWidth, cellHeight);
    m_move->setGeometry(rect());
    m_move->raise();
}

void RiskMatrix::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    layOut();
}

void RiskMatrix::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& colors = tokens();
    for (int value = 1; value <= kSide; ++value) {
        const QRectF row = at({value, 1})->geometry();
        drawText(&painter, {0, row.top(), row.left() - scaled(kLabelGap2), row.height()}, m_likelihood.value(value - 1),
                 Role::Micro, colors[Token::Ink2], Qt::AlignRight | Qt::AlignVCenter);
        const QRectF column = at({1, value})->geometry();
        drawText(&painter, {column.left() - 2, column.bottom() + 4, column.width() + 4, scaled(kAxisHeight) - 4.0},
                 m_impact.value(value - 1), Role::Micro, colors[Token::Ink2], Qt::AlignCenter);
    }
}

void RiskMatrix::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    if (QWidget* cell = focusProxy())
        cell->setFocus(event->reason());
}

bool RiskMatrix::eventFilter(QObject* watched, QEvent* event) {
    const auto isArrow = [](int key) {
        return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
    };
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (!isArrow(key))
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    MatrixCell to = static_cast<Cell*>(watched)->where();
    to.impact += key == Qt::Key_Right ? 1 : key == Qt::Key_Left ? -1 : 0;
    to.likelihood += key == Qt::Key_Up ? 1 : key == Qt::Key_Down ? -1 : 0;
    if (Cell* next = at(to)) {
        next->setFocus(Qt::TabFocusReason);
        enterAt(to);
    }
    return true;
}

} // namespace plumb::ui
