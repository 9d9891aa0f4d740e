// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/findings_delegate.h"

#include "ui/models/finding_filter.h"
#include "ui/models/finding_text.h"
#include "ui/pages/findings_table.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"
#include "ui/theme/style.h"
#include "ui/widgets/date_field.h"

#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPainterPath>

namespace plumb::ui {

namespace {

using review::FindingStatus;

/// A cell with one line, or with a line and a word below it.
void twoLines(QPainter* painter, const QRectF& cell, const QString& first, const QString& second, const QColor& ink,
              const QColor& below, Role role = Role::Body, Digits digits = Digits::Proportional) {
    if (second.isEmpty()) {
        drawText(painter, cell, first, role, ink, Qt::AlignLeft | Qt::AlignVCenter, digits);
        return;
    }
    const qreal top = cell.center().y() - scaled(18);
    drawText(painter, {cell.left(), top, cell.width(), scaled(20) * 1.0}, first, role, ink,
             Qt::AlignLeft | Qt::AlignVCenter, digits);
    drawText(painter, {cell.left(), top + scaled(19), cell.width(), scaled(16) * 1.0}, second, Role::Micro, below);
}

void statusSign(QPainter* painter, const QRectF& box, FindingStatus status, const QColor& ink) {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    QPen pen(ink, 1.5);
    pen.setCapStyle(Qt::RoundCap);
    painter->setPen(pen);
    const QPointF middle = box.center();
    const qreal radius = box.width() / 2 - 1;
    switch (status) {
    case FindingStatus::Open:
        painter->drawEllipse(middle, radius, radius);
        break;
    case FindingStatus::InProgress:
        pen.setDashPattern({1.4, 2.2});
        painter->setPen(pen);
        painter->drawEllipse(middle, radius, radius);
        painter->setPen(Qt::NoPen);
        painter->setBrush(ink);
        painter->drawEllipse(middle, 1.8, 1.8);
        break;
    case FindingStatus::Resolved:
        painter->drawEllipse(middle, radius, radius);
        painter->drawPolyline(QPolygonF{middle + QPointF(-radius * 0.42, radius * 0.05),
                                        middle + QPointF(-radius * 0.1, radius * 0.36),
                                        middle + QPointF(radius * 0.42, -radius * 0.3)});
        break;
    case FindingStatus::Accepted: {
        QPainterPath shield(middle + QPointF(0, -radius));
        shield.lineTo(middle + QPointF(radius * 0.86, -radius * 0.62));
        shield.lineTo(middle + QPointF(radius * 0.86, 0));
        shield.quadTo(middle + QPointF(radius * 0.8, radius * 0.72), middle + QPointF(0, radius));
        shield.quadTo(middle + QPointF(-radius * 0.8, radius * 0.72), middle + QPointF(-radius * 0.86, 0));
        shield.lineTo(middle + QPointF(-radius * 0.86, -radius * 0.62));
        shield.closeSubpath();
        painter->drawPath(shield);
        break;
    }
    case FindingStatus::Transferred:
        paintIcon(painter, box, Icon::ArrowRight, qRound(box.width()), ink);
        break;
    case FindingStatus::FalseAlarm:
        paintIcon(painter, box, Icon::NotApplicable, qRound(box.width()), ink);
        break;
    }
    painter->restore();
}

/// What a status needs beside its word.
QString statusRemark(const score::Finding& finding, Date today) {
    if (finding.status == FindingStatus::Accepted && finding.until.valid())
        return FindingsDelegate::tr("until %1").arg(shortDay(finding.until, today));
    if (finding.status == FindingStatus::InProgress && finding.progress > 0)
        return FindingsDelegate::tr("%1 %").arg(finding.progress);
    if (finding.expired)
        return FindingsDelegate::tr("acceptance ended");
    if (finding.contradicted)
        return FindingsDelegate::tr("answers still show it");
    if (finding.closedByAnswers)
        return FindingsDelegate::tr("by the answers");
    return {};
}

void ratingBadge(QPainter* painter, const QRectF& cell, int rating, const Tokens& colors) {
    const qreal width = scaled(27), height = scaled(20);
    const QRectF box(std::round(cell.right() - width) - 1, std::round(cell.center().y() - height / 2), width, height);
    paintFrame(painter, box, kRadiusBox, colors[ratingToken(rating)],
               colors.highContrast() ? colors[Token::Line2] : QColor());
    drawText(painter, box, QString::number(rating), Role::SmallStrong, colors[Token::Ink], Qt::AlignCenter,
             Digits::Tabular);
}

} // namespace

FindingsDelegate::FindingsDelegate(FindingsTable* table) : QStyledItemDelegate(table), m_table(table) {}

int FindingsDelegate::markLeft() {
    return Theme::instance().compact() ? 20 : kPaddingMainSmall;
}

int FindingsDelegate::titleLeft() {
    return markLeft() + kMark + scaled(16);
}

QSize FindingsDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {scaled(60), tableRowHeight()};
}

void FindingsDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const score::Finding* finding = m_table->proxy()->finding(index);
    if (finding == nullptr)
        return;
    const Tokens& colors = tokens();
    const QRectF cell = option.rect;
    const QRectF row(0, cell.top(), m_table->viewport()->width(), cell.height());
    const bool selected = option.state & QStyle::State_Selected;
    painter->save();
    painter->setClipRect(option.rect);
    painter->setRenderHint(QPainter::Antialiasing);
    drawRowBackground(painter, row, m_table->hoverRow() == index.row(), selected,
                      m_table->hasFocus() || m_table->isEditing(), colors);
    painter->fillRect(QRectF(row.left(), row.bottom() - 1, row.width(), 1), colors[Token::Line]);
    const QRectF text = cell.adjusted(kCellLeft, 0, -2, 0);
    const QString display = index.data().toString();
    const QColor ink = colors[finding->open ? Token::Ink : Token::Ink2];
    switch (index.column()) {
    case FindingTableModel::Title:
        paintTitle(painter, cell, *finding);
        break;
    case FindingTableModel::Rating:
        ratingBadge(painter, cell, finding->rating, colors);
        break;
    case FindingTableModel::Owner:
        if (!finding->owner.empty())
            drawText(painter, text, display, Role::Body, ink);
        else if (finding->open && !m_table->readOnly()) {
            paintIcon(painter, {text.left(), text.top(), scaled(14) * 1.0, text.height()}, Icon::Plus, scaled(14),
                      colors[Token::Accent]);
            drawText(painter, text.adjusted(scaled(19), 0, 0, 0), tr("Owner"), Role::BodyMedium, colors[Token::Accent]);
        } else
            drawText(painter, text, tr("No owner"), Role::Body, colors[Token::Ink3]);
        break;
    case FindingTableModel::Due:
        twoLines(painter, text, display, finding->overdue ? tr("overdue") : QString(),
                 finding->overdue ? colors[Token::High] : ink, colors[Token::High],
                 finding->overdue ? Role::BodyMedium : Role::Body, Digits::Tabular);
        break;
    case FindingTableModel::Effort:
        drawText(painter, cell, display, Role::Body, ink, Qt::AlignCenter);
        break;
    case FindingTableModel::Monthly:
        drawText(painter, cell, display, Role::Body, ink, Qt::AlignRight | Qt::AlignVCenter, Digits::Tabular);
        break;
    default:
        paintStatus(painter, cell, *finding);
    }
    if (m_table->hasFocus() && Theme::instance().focusVisible() && m_table->currentIndex().row() == index.row()) {
        if (m_table->currentIndex().column() == FindingTableModel::Title)
            drawInnerFocus(painter, row, colors);
        else if (option.state & QStyle::State_HasFocus)
            drawInnerFocus(painter, cell, colors);
    }
    painter->restore();
}

void FindingsDelegate::paintTitle(QPainter* painter, const QRectF& cell, const score::Finding& finding) const {
    const Tokens& colors = tokens();
    riskMark(painter, {cell.left() + markLeft(), cell.center().y() - kMark / 2.0, kMark, kMark}, findingMark(finding),
             colors);
    const QString where = tr("%1 · %2").arg(findingCode(finding), findingWhere(finding));
    const QRectF text = cell.adjusted(titleLeft(), 0, -8, 0);
    const qreal top = cell.center().y() - scaled(18);
    drawText(painter, {text.left(), top, text.width(), scaled(20) * 1.0}, q(finding.title), Role::BodyMedium,
             colors[finding.open ? Token::Ink : Token::Ink2]);
    drawText(painter, {text.left(), top + scaled(19), text.width(), scaled(16) * 1.0}, where, Role::Micro,
             colors[Token::Ink3]);
}

void FindingsDelegate::paintStatus(QPainter* painter, const QRectF& cell, const score::Finding& finding) const {
    const Tokens& colors = tokens();
    const QColor ink = colors[Token::Ink2];
    const qreal sign = scaled(14);
    const QRectF text = cell.adjusted(kCellLeft, 0, -2, 0);
    const QString remark = statusRemark(finding, m_table->proxy()->table()->today());
    const qreal middle = remark.isEmpty() ? cell.center().y() : cell.center().y() - scaled(8);
    statusSign(painter, {text.left(), middle - sign / 2, sign, sign}, finding.status, ink);
    twoLines(painter, text.adjusted(scaled(20), 0, 0, 0), statusWord(finding.status), remark,
             finding.status == FindingStatus::Open ? colors[Token::Ink] : ink, colors[Token::Ink3]);
}

QWidget* FindingsDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const {
    if (index.column() == FindingTableModel::Owner) {
        auto* edit = new QLineEdit(parent);
        edit->setObjectName(QStringLiteral("ownerCellEdit"));
        edit->setAccessibleName(tr("Owner"));
        auto* completer = new QCompleter(m_owners ? m_owners() : QStringList(), edit);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        completer->setFilterMode(Qt::MatchContains);
        edit->setCompleter(completer);
        return edit;
    }
    if (index.column() == FindingTableModel::Due) {
        const Date today = m_table->proxy()->table()->today();
        auto* edit = new DateField(QDate(today.year, today.month, today.day), parent);
        edit->setObjectName(QStringLiteral("dueCellEdit"));
        edit->setAccessibleName(tr("Due"));
        return edit;
    }
    return nullptr;
}

void FindingsDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const {
    if (auto* date = qobject_cast<DateField*>(editor)) {
        date->setDate(index.data(Qt::EditRole).toDate());
        date->selectAll();
    } else if (auto* line = qobject_cast<QLineEdit*>(editor)) {
        line->setText(index.data(Qt::EditRole).toString());
        line->selectAll();
    }
}

void FindingsDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const {
    if (auto* date = qobject_cast<DateField*>(editor)) {
        if (date->acceptable())
            model->setData(index, date->date());
    } else if (auto* line = qobject_cast<QLineEdit*>(editor)) {
        model->setData(index, line->text().simplified());
    }
}

void FindingsDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                            const QModelIndex& index) const {
    // Wide enough for a whole name or day, which the cell shows short.
    const int width = qMax(option.rect.width(), scaled(index.column() == FindingTableModel::Owner ? 168 : 116));
    const int height = controlHeight();
    editor->setGeometry(option.rect.left() + 2, option.rect.center().y() - height / 2, width, height);
}

bool FindingsDelegate::eventFilter(QObject* watched, QEvent* event) {
    // A day that is none keeps its editor open until it is mended or given up.
    if (auto* date = qobject_cast<DateField*>(watched); date != nullptr && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if ((key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Tab) && !date->acceptable()) {
            date->setProperty(kErrorProperty, true);
            date->setToolTip(tr("There is no such day."));
            date->update();
            return true;
        }
    }
    return QStyledItemDelegate::eventFilter(watched, event);
}

} // namespace plumb::ui
