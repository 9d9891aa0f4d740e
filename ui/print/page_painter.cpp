// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/page_painter.h"

#include "ui/theme/paint.h"

#include <algorithm>

#include <QFontMetricsF>
#include <QPainter>

namespace plumb::ui::print {
namespace {

constexpr TextStyle kRunning{8, 11.5, QFont::Normal, Token::Ink2};
constexpr TextStyle kFooter{8, 11.5, QFont::Normal, Token::Ink2, false, true, 100};

const Tokens& light() {
    return tokensFor(Scheme::Light);
}

void fill(QPainter* painter, const QRectF& points, Token ink) {
    painter->fillRect(QRectF(points.topLeft() * kDots, points.size() * kDots), light()[ink]);
}

QString elided(const QString& text, const TextStyle& style, double width) {
    return QFontMetricsF(fontOf(style)).elidedText(text, Qt::ElideRight, width * kDots);
}

/// One line; returns its width in points.
double paintLine(QPainter* painter, const QString& text, const TextStyle& style, const QPointF& at, double width,
                 Qt::Alignment alignment = Qt::AlignLeft) {
    if (text.isEmpty())
        return 0;
    const TextBlock block(elided(text, style, width), style, width + 1, alignment);
    block.paintLine(painter, 0, at, light());
    return block.lineWidth(0);
}

/// A word in a frame, its right edge at `right`. Returns the left edge.
double paintMark(QPainter* painter, const QString& mark, double right, double top) {
    if (mark.isEmpty())
        return right;
    TextStyle style = kRunning;
    style.weight = QFont::DemiBold;
    style.ink = Token::Ink;
    const double width = QFontMetricsF(fontOf(style)).horizontalAdvance(mark) / kDots;
    const QRectF box(right - width - 10, top - 1.2, width + 10, 13.9);
    painter->save();
    painter->scale(kDots, kDots);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(light()[Token::Ink], 0.75));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(box, 2, 2);
    painter->restore();
    paintLine(painter, mark, style, QPointF(box.left() + 5, top), width + 2);
    return box.left();
}

void paintTick(QPainter* painter, const QRectF& box, report::QuestionRecord::Choice::Mark mark) {
    using Mark = report::QuestionRecord::Choice::Mark;
    painter->save();
    painter->scale(kDots, kDots);
    painter->setRenderHint(QPainter::Antialiasing);
    const double side = box.width();
    if (mark == Mark::NotApplicable) {
        painter->setPen(QPen(light()[Token::Control], 1, Qt::SolidLine, Qt::RoundCap));
        painter->drawLine(QPointF(box.left() + 1.5, box.center().y()), QPointF(box.right() - 1.5, box.center().y()));
    } else {
        const bool on = mark == Mark::Ticked;
        painter->setPen(QPen(light()[on ? Token::AFill : Token::Control], 0.75));
        painter->setBrush(on ? QBrush(light()[Token::AFill]) : QBrush(Qt::NoBrush));
        painter->drawRoundedRect(box.adjusted(0.375, 0.375, -0.375, -0.375), 1.8, 1.8);
        if (on) {
            painter->setPen(QPen(light()[Token::OnAccent], side * 0.13, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            painter->setBrush(Qt::NoBrush);
            const QPointF check[] = {{box.left() + side * 0.26, box.top() + side * 0.53},
                                     {box.left() + side * 0.43, box.top() + side * 0.7},
                                     {box.left() + side * 0.75, box.top() + side * 0.33}};
            painter->drawPolyline(check, 3);
        }
    }
    painter->restore();
}

void paintOp(QPainter* painter, const TextOp& op, double y) {
    op.block->paintLine(painter, op.line, op.at + QPointF(0, y), light());
}
void paintOp(QPainter* painter, const RuleOp& op, double y) {
    fill(painter, op.rect.translated(0, y), op.ink);
}
void paintOp(QPainter* painter, const MarkOp& op, double y) {
    painter->save();
    painter->scale(kDots, kDots);
    riskMark(painter, op.box.translated(0, y), markOf(op.state), light());
    painter->restore();
}
void paintOp(QPainter* painter, const TickOp& op, double y) {
    paintTick(painter, op.box.translated(0, y), op.mark);
}
void paintOp(QPainter* painter, const FigureOp& op, double y) {
    painter->save();
    painter->scale(kDots, kDots);
    paintFigure(painter, op.box.translated(0, y), *op.figure, light(), op.look);
    painter->restore();
}

} // namespace

RunningText runningText(const report::Cover& cover) {
    RunningText out;
    const auto text = [](const std::string& s) { return QString::fromStdString(s).simplified(); };
    out.left = text(cover.title) + QStringLiteral(" · Well-Architected review");
    out.mark = text(cover.mark);
    out.footer = text(cover.classification);
    if (!cover.client.empty())
        out.footer += (out.footer.isEmpty() ? QStringLiteral("For ") : QStringLiteral(" · for ")) + text(cover.client);
    out.middle = text(cover.date);
    if (!cover.version.empty())
        out.middle += (out.middle.isEmpty() ? QString() : QStringLiteral(" · ")) + text(cover.version).toLower();
    return out;
}

void paintPage(QPainter* painter, const Page& page, const QString& chapter, const RunningText& running, int number,
               int total, const Grid& grid) {
    const double half = grid.wideWidth() / 2;
    const double chapterWidth = std::min(half, QFontMetricsF(fontOf(kRunning)).horizontalAdvance(chapter) / kDots + 2);
    const double right = grid.pageWidth - grid.right;
    paintLine(painter, chapter, kRunning, QPointF(right - chapterWidth, grid.header), chapterWidth, Qt::AlignRight);
    const double markLeft = paintMark(painter, running.mark, right - chapterWidth - 9, grid.header);
    paintLine(painter, running.left, kRunning, QPointF(grid.left, grid.header), markLeft - grid.left - 14);

    for (const Placed& placed : page.strips)
        for (const Op& op : placed.strip->ops)
            std::visit([&](const auto& o) { paintOp(painter, o, placed.y); }, op);

    const double rule = grid.pageHeight - grid.footerRule, line = grid.pageHeight - grid.footer - kFooter.line;
    fill(painter, QRectF(grid.left, rule, grid.wideWidth(), 0.5), Token::Line2);
    const double third = grid.wideWidth() / 3;
    paintLine(painter, running.footer, kRunning, QPointF(grid.left, line), third * 1.2);
    paintLine(painter, running.middle, kRunning, QPointF(grid.left + third * 1.25, line), third, Qt::AlignHCenter);
    paintLine(painter, QStringLiteral("%1 / %2").arg(number).arg(total), kFooter, QPointF(grid.left + 2 * third, line),
              third, Qt::AlignRight);
}

std::vector<LinkArea> linksOf(const Page& page) {
    std::vector<LinkArea> links;
    for (const Placed& placed : page.strips)
        for (const Op& op : placed.strip->ops)
            if (const auto* text = std::get_if<TextOp>(&op))
                text->block->collectLinks(text->line, text->at + QPointF(0, placed.y), links);
    return links;
}

} // namespace plumb::ui::print
