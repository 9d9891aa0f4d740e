// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The cover: title, score on its rule with the plumb line falling from the page edge, and the facts of the review.
// Where the line would cross text it starts below the title block. Without a score there is no rule and no line.
#include "ui/charts/figure_painter.h"
#include "ui/print/page_painter.h"

#include <algorithm>
#include <cmath>

#include <QPainter>

namespace plumb::ui::print {
namespace {

constexpr double kTitleTop = 172, kTitleBottom = 470; ///< room for title and subtitle
constexpr TextStyle kSubtitle{12.4, 18.4, QFont::Normal, Token::Ink2};
constexpr TextStyle kWordmark{9.8, 13.6, QFont::DemiBold};
constexpr TextStyle kHeadLine{8.4, 12.6, QFont::Normal, Token::Ink2};
constexpr TextStyle kScoreLabel{9.6, 12, QFont::Normal, Token::Ink2};
constexpr TextStyle kScore{38, 40, QFont::DemiBold, Token::Ink, true, false, 97};
constexpr TextStyle kTickLabel{8.2, 11, QFont::Normal, Token::Ink2, false, true, 100};
constexpr TextStyle kNote{8.6, 12.4, QFont::Normal, Token::Ink2};
constexpr TextStyle kFactLabel{8.4, 12, QFont::Normal, Token::Ink3};
constexpr TextStyle kFact{8.8, 12.4};

class CoverPainter {
public:
    CoverPainter(QPainter* painter, const report::Cover& cover, const std::string& program, const Grid& grid)
        : m_painter(painter), m_cover(cover), m_program(program), m_grid(grid) {}

    void paint() {
        top();
        title();
        score();
        facts();
    }

private:
    static QString q(const std::string& text) { return QString::fromStdString(text); }

    /// All lines; returns the lower edge. Remembers the right edge of what the plumb line may not cross.
    double lines(const QString& text, const TextStyle& style, QPointF at, double width, int most = 99,
                 Qt::Alignment alignment = Qt::AlignLeft) {
        if (text.isEmpty())
            return at.y();
        const TextBlock block(text, style, width, alignment);
        for (int i = 0; i < std::min(block.lineCount(), most); ++i, at.ry() += style.line) {
            block.paintLine(m_painter, i, at, tokensFor(Scheme::Light));
            m_textRight = std::max(m_textRight, at.x() + block.lineWidth(i));
        }
        return at.y();
    }

    void top() {
        const double y = 53;
        lines(q(m_cover.author.empty() ? m_program : m_cover.author), kWordmark, {m_grid.left, y}, m_grid.marginWidth,
              3);
        double at = lines(q(m_cover.classification), kHeadLine, {m_grid.textLeft(), y + 0.6}, 240, 2);
        if (!m_cover.client.empty())
            at = lines(QStringLiteral("For ") + q(m_cover.client), kHeadLine, {m_grid.textLeft(), at}, 240, 2);
        if (!m_cover.mark.empty()) {
            TextStyle bold = kHeadLine;
            bold.weight = QFont::DemiBold;
            bold.ink = Token::Ink;
            const TextBlock mark(q(m_cover.mark), bold, 200);
            mark.paintLine(m_painter, 0, {m_grid.textLeft() + 6, at + 8}, tokensFor(Scheme::Light));
            m_painter->save();
            m_painter->scale(kDots, kDots);
            m_painter->setPen(QPen(tokensFor(Scheme::Light)[Token::Ink], 0.75));
            m_painter->setBrush(Qt::NoBrush);
            m_painter->drawRoundedRect(QRectF(m_grid.textLeft() + 0.4, at + 6.6, mark.lineWidth(0) + 12, 15.4), 2, 2);
            m_painter->restore();
        }
    }

    void title() {
        // The largest size at which title and subtitle fit, and at which no word is broken.
        TextStyle style{44, 47, QFont::DemiBold, Token::Ink, true, false, 97.5};
        const double width = std::min(m_grid.textWidth(), 330.0), subtitleWidth = 236;
        const TextBlock subtitle(q(m_cover.subtitle), kSubtitle, subtitleWidth);
        const int subtitleLines = std::min(subtitle.lineCount(), 6);
        const double room = kTitleBottom - kTitleTop - 16 - subtitleLines * kSubtitle.line;
        while (style.size > 20) {
            const TextBlock block(q(m_cover.title), style, width);
            if (block.height() <= room && longestWord(style) <= width)
                break;
            style.size -= 2;
            style.line = std::round(style.size * 1.08);
        }
        double y = lines(q(m_cover.title), style, {m_grid.textLeft(), kTitleTop}, width,
                         std::max(1, static_cast<int>(room / style.line)));
        m_titleBottom =
            lines(q(m_cover.subtitle), kSubtitle, {m_grid.textLeft(), y + 16}, subtitleWidth, subtitleLines);
    }

    [[nodiscard]] double longestWord(const TextStyle& style) const {
        double width = 0;
        for (const QString& word : q(m_cover.title).split(QChar::Space))
            width = std::max(width, TextBlock(word, style, 1e5).widest());
        return width;
    }

    void score() {
        const double rule = m_grid.pageHeight - 299, left = m_grid.textLeft(), width = m_grid.textWidth();
        const report::ScoreScale& scale = m_cover.scale;
        if (!scale.score) {
            lines(q(m_cover.scaleNote), kNote, {left, rule + 25}, width);
            return;
        }
        const double x = left + width * std::clamp(*scale.score, 0.0, 100.0) / 100;
        const double lineTop = x > m_textRight + 10 ? 0 : m_titleBottom + 16;
        const QRectF box(left * kDots, (rule - 40) * kDots, width * kDots, 40 * kDots);
        paintCoverScale(m_painter, box, scale, lineTop * kDots, kDots, tokensFor(Scheme::Light));

        const TextBlock number(QString::number(qRound(*scale.score)), kScore, 200);
        const TextBlock label(QStringLiteral("Score of the review"), kScoreLabel, 200);
        const double labelRight = left + label.lineWidth(0) + 14;
        double at = x - 16 - number.lineWidth(0);
        if (at < labelRight)
            at = x + 16;
        number.paintLine(m_painter, 0, {at, rule - 53}, tokensFor(Scheme::Light));
        const bool labelFits = at >= labelRight && x - 8 > labelRight;
        label.paintLine(m_painter, 0,
                        {labelFits ? left : std::max(at + number.lineWidth(0) + 12, labelRight), rule - 28.5},
                        tokensFor(Scheme::Light));

        lines(QStringLiteral("0"), kTickLabel, {left, rule + 8.5}, 30);
        lines(QStringLiteral("50"), kTickLabel, {left + width / 2 - 15, rule + 8.5}, 30, 1, Qt::AlignHCenter);
        lines(QStringLiteral("100"), kTickLabel, {left + width - 30, rule + 8.5}, 30, 1, Qt::AlignRight);
        lines(q(m_cover.scaleNote), kNote, {left, rule + 25}, width, 2);
    }

    void facts() {
        const double top = m_grid.pageHeight - 168, left = m_grid.textLeft(), third = m_grid.textWidth() / 3;
        m_painter->fillRect(QRectF(left * kDots, top * kDots, m_grid.textWidth() * kDots, 0.5 * kDots),
                            tokensFor(Scheme::Light)[Token::Ink]);
        for (std::size_t i = 0; i < std::min<std::size_t>(m_cover.facts.size(), 9); ++i) {
            const double x = left + static_cast<double>(i % 3) * third, y = top + 6 + static_cast<double>(i / 3) * 36;
            lines(q(m_cover.facts[i].first), kFactLabel, {x, y}, third - 10, 1);
            lines(q(m_cover.facts[i].second), kFact, {x, y + 12}, third - 10, i / 3 < 2 ? 1 : 2);
        }
    }

    QPainter* m_painter;
    const report::Cover& m_cover;
    const std::string& m_program;
    const Grid& m_grid;
    double m_textRight = 0, m_titleBottom = 0;
};

} // namespace

void paintCover(QPainter* painter, const report::Cover& cover, const std::string& program, const Grid& grid) {
    CoverPainter(painter, cover, program, grid).paint();
}

} // namespace plumb::ui::print
