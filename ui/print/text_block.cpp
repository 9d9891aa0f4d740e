// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See text_block.h. Room for a mark or a key cap is a no-break space whose letter spacing makes it as wide as needed:
// it stays a space for everybody who copies the text out of the PDF.
#include "ui/print/text_block.h"

#include "ui/theme/paint.h"
#include "ui/theme/parts.h"

#include <algorithm>

#include <QFontMetricsF>
#include <QPainter>
#include <QTextCharFormat>

namespace plumb::ui::print {
namespace {

constexpr QChar kNoBreakSpace(0x00A0);
constexpr double kKeyPad = 2.6; ///< points left and right of a key's letter

/// Text with the breaks that QTextLayout knows, and without what would upset it.
QString forLayout(const std::string& utf8) {
    QString text = QString::fromStdString(utf8);
    text.replace(QChar::LineFeed, QChar::LineSeparator);
    text.replace(QChar::Tabulation, QChar::Space);
    text.remove(QChar::CarriageReturn);
    return text;
}

QTextCharFormat formatOf(const TextStyle& style) {
    QTextCharFormat format;
    format.setFont(fontOf(style));
    format.setForeground(tokensFor(Scheme::Light)[style.ink]);
    return format;
}

TextStyle styled(const report::Span& span, TextStyle style) {
    using Style = report::Span::Style;
    switch (span.style) {
    case Style::Strong:
        style.weight = QFont::DemiBold;
        break;
    case Style::Emphasis:
        style.weight = QFont::Medium;
        break;
    case Style::Link:
        style.ink = Token::Accent;
        break;
    case Style::PageRef:
        style.tabular = true;
        break;
    case Style::Key:
        style = {7.4, style.line, QFont::Medium, Token::Ink2, false, true, 100};
        break;
    case Style::Code:
        style.size = std::min(style.size, 6.7);
        style.ink = Token::Ink3;
        break;
    case Style::Meta:
        style.size = std::min(style.size, 8.0);
        style.ink = Token::Ink2;
        break;
    case Style::Plain:
        break;
    }
    return style;
}

} // namespace

TextBlock::TextBlock(const report::Text& text, const TextStyle& style, double width, Qt::Alignment alignment,
                     const PageOf& pageOf)
    : m_style(style) {
    for (const report::Span& span : text)
        add(span, pageOf);
    breakLines(width, alignment);
}

TextBlock::TextBlock(const QString& text, const TextStyle& style, double width, Qt::Alignment alignment)
    : m_style(style) {
    addFormatted(text, formatOf(style));
    breakLines(width, alignment);
}

void TextBlock::addFormatted(const QString& text, const QTextCharFormat& format) {
    if (text.isEmpty())
        return;
    m_formats.push_back({static_cast<int>(m_text.size()), static_cast<int>(text.size()), format});
    m_text += text;
}

void TextBlock::addSpacer(double points, const QFont& font) {
    QTextCharFormat format;
    QFont wide(font);
    wide.setLetterSpacing(QFont::AbsoluteSpacing, 0);
    wide.setLetterSpacing(QFont::AbsoluteSpacing,
                          points * kDots - QFontMetricsF(wide).horizontalAdvance(kNoBreakSpace));
    format.setFont(wide);
    addFormatted(QString(kNoBreakSpace), format);
}

void TextBlock::add(const report::Span& span, const PageOf& pageOf) {
    using Style = report::Span::Style;
    const TextStyle style = styled(span, m_style);
    if (span.mark) {
        m_marks.push_back({static_cast<int>(m_text.size()), *span.mark});
        addSpacer(style.size * 1.16 + (span.text.empty() ? 0 : style.size * 0.28), fontOf(style));
    }
    const int start = static_cast<int>(m_text.size());
    QString text = forLayout(span.text);
    if (span.style == Style::PageRef) {
        const int page = pageOf && !span.url.empty() ? pageOf(span.url) : 0;
        text = page > 0 ? QString::number(page) : QStringLiteral("00");
    }
    if (span.style == Style::Key) {
        addSpacer(kKeyPad, fontOf(style));
        addFormatted(text, formatOf(style));
        addSpacer(kKeyPad, fontOf(style));
        m_keys.push_back({start, static_cast<int>(m_text.size()) - start});
        return;
    }
    addFormatted(text, formatOf(style));
    if ((span.style == Style::Link || span.style == Style::PageRef) && !span.url.empty() && !text.isEmpty())
        m_links.push_back({{start, static_cast<int>(text.size())}, span.url});
}

void TextBlock::breakLines(double width, Qt::Alignment alignment) {
    m_layout = std::make_unique<QTextLayout>(m_text, fontOf(m_style));
    QTextOption option(alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setUseDesignMetrics(true);
    m_layout->setTextOption(option);
    m_layout->setFormats(QList<QTextLayout::FormatRange>(m_formats.begin(), m_formats.end()));
    m_layout->setCacheEnabled(true);
    m_layout->beginLayout();
    for (QTextLine line = m_layout->createLine(); line.isValid(); line = m_layout->createLine())
        line.setLineWidth(std::max(width, 1.0) * kDots);
    m_layout->endLayout();
}

double TextBlock::lineWidth(int line) const {
    return m_layout->lineAt(line).naturalTextWidth() / kDots;
}

double TextBlock::widest() const {
    double width = 0;
    for (int i = 0; i < lineCount(); ++i)
        width = std::max(width, lineWidth(i));
    return width;
}

double TextBlock::baselineIn() const {
    // By the style's own font: a letter from another font must not push its line.
    const QFontMetricsF metrics(fontOf(m_style));
    return (m_style.line + (metrics.ascent() - metrics.descent()) / kDots) / 2;
}

QRectF TextBlock::rangeRect(const QTextLine& line, Range range, const QPointF& at) const {
    const int first = std::max(range.start, line.textStart());
    const int last = std::min(range.start + range.length, line.textStart() + line.textLength());
    if (first >= last)
        return {};
    const double a = line.cursorToX(first) / kDots, b = line.cursorToX(last) / kDots;
    return {at.x() + std::min(a, b), at.y(), std::abs(b - a), m_style.line};
}

void TextBlock::paintLine(QPainter* painter, int index, const QPointF& at, const Tokens& tokens) const {
    const QTextLine line = m_layout->lineAt(index);
    const double baseline = at.y() + baselineIn();
    for (const Range& key : m_keys) {
        const QRectF box = rangeRect(line, key, at);
        if (box.isEmpty())
            continue;
        painter->save();
        painter->scale(kDots, kDots);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(tokens[Token::Line2], 0.5));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(box.left() + 0.4, baseline - 7.6, box.width() - 0.8, 10), 2, 2);
        painter->restore();
    }
    for (const MarkSpot& mark : m_marks) {
        const QRectF box = rangeRect(line, {mark.at, 1}, at);
        if (box.isEmpty())
            continue;
        painter->save();
        painter->scale(kDots, kDots);
        const double side = m_style.size * 1.12;
        riskMark(painter, QRectF(box.left(), baseline - m_style.size * 0.36 - side / 2, side, side), markOf(mark.state),
                 tokens);
        painter->restore();
    }
    line.draw(painter, QPointF(at.x() * kDots, baseline * kDots - line.ascent()) - QPointF(0, line.y()));
}

void TextBlock::collectLinks(int index, const QPointF& at, std::vector<LinkArea>& into) const {
    const QTextLine line = m_layout->lineAt(index);
    for (const LinkRange& link : m_links)
        if (const QRectF box = rangeRect(line, link.range, at); !box.isEmpty())
            into.push_back({box, link.url});
}

} // namespace plumb::ui::print
