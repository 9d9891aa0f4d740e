// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Running text broken into lines: styles, risk marks, key caps, links and page references inside it. Made once, painted
// line by line, so that a paragraph can go on over a page break. Any script: directions and missing letters are Qt's
// work.
#pragma once

#include "core/report/document.h"
#include "ui/print/text_style.h"

#include <functional>
#include <memory>
#include <QPointF>
#include <QRectF>
#include <QString>
#include <QTextLayout>
#include <vector>

class QPainter;

namespace plumb::ui::print {

/// Page of an anchor ("#id"), 0 when it is not known yet.
using PageOf = std::function<int(const std::string& target)>;

struct LinkArea {
    QRectF rect;     ///< points
    std::string url; ///< http(s) or "#id"
};

class TextBlock {
public:
    /// `width` in points.
    TextBlock(const report::Text& text, const TextStyle& style, double width, Qt::Alignment alignment = Qt::AlignLeft,
              const PageOf& pageOf = {});
    TextBlock(const QString& text, const TextStyle& style, double width, Qt::Alignment alignment = Qt::AlignLeft);

    [[nodiscard]] int lineCount() const noexcept { return m_layout->lineCount(); }
    [[nodiscard]] double lineHeight() const noexcept { return m_style.line; } ///< points
    [[nodiscard]] double height() const noexcept { return lineCount() * m_style.line; }
    [[nodiscard]] double lineWidth(int line) const; ///< points, as set
    [[nodiscard]] double widest() const;            ///< points

    /// Paints one line with the top left corner of its box at `at` (points). The painter is in dots.
    void paintLine(QPainter* painter, int line, const QPointF& at, const Tokens& tokens) const;
    /// Link areas of a line whose top left corner is at `at`.
    void collectLinks(int line, const QPointF& at, std::vector<LinkArea>& into) const;

private:
    struct Range {
        int start = 0, length = 0;
    };
    struct LinkRange {
        Range range;
        std::string url;
    };
    struct MarkSpot {
        int at = 0;
        lens::State state;
    };
    void add(const report::Span& span, const PageOf& pageOf);
    void addSpacer(double points, const QFont& font);
    void addFormatted(const QString& text, const QTextCharFormat& format);
    void breakLines(double width, Qt::Alignment alignment);
    [[nodiscard]] QRectF rangeRect(const QTextLine& line, Range range,
                                   const QPointF& at) const; ///< points; empty off the line
    [[nodiscard]] double baselineIn() const;

    TextStyle m_style;
    QString m_text;
    std::vector<QTextLayout::FormatRange> m_formats;
    std::vector<LinkRange> m_links;
    std::vector<Range> m_keys;
    std::vector<MarkSpot> m_marks;
    std::unique_ptr<QTextLayout> m_layout;
};

} // namespace plumb::ui::print
