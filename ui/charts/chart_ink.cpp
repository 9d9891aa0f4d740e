// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_ink.h"

#include "ui/theme/type.h"

#include <cmath>

#include <QPainter>

namespace plumb::ui {
namespace {

struct Setting {
    double px;
    int weight;
    double line;
    bool tabular;
};

Setting settingOf(ChartText kind) {
    switch (kind) {
    case ChartText::Axis:
        return {11, 400, 16, true};
    case ChartText::Name:
        return {11, 400, 13, false};
    case ChartText::NameStrong:
        return {11, 600, 13, false};
    case ChartText::Code:
        return {11, 500, 16, false};
    case ChartText::Value:
        return {11.5, 600, 15, false};
    case ChartText::Remark:
        return {11.5, 400, 15, false};
    case ChartText::Sentence:
        return {13, 400, 20, false};
    case ChartText::Title:
        return {13, 600, 20, false};
    case ChartText::Conclusion:
    case ChartText::Count_:
        break;
    }
    return {12, 400, 18, false};
}

constexpr double kCapitals = 0.727; ///< of Inter: height of a capital, in sizes

} // namespace

ChartInk::ChartInk(const Tokens& tokens, double textScale, Token ground)
    : m_tokens(&tokens), m_scale(textScale), m_ground(ground) {
    for (std::size_t i = 0; i < static_cast<std::size_t>(ChartText::Count_); ++i) {
        const Setting setting = settingOf(static_cast<ChartText>(i));
        const double px = setting.px * m_scale;
        const double factor = std::abs(px - std::round(px)) < 0.01 ? 1 : 4; // QFont knows whole pixels only
        QFont font = plumb::ui::font(Role::Micro, setting.tabular ? Digits::Tabular : Digits::Proportional);
        font.setPixelSize(std::max(1, static_cast<int>(std::round(px * factor))));
        font.setWeight(static_cast<QFont::Weight>(setting.weight));
        m_faces.push_back({font, factor, px, QFontMetricsF(font)});
    }
}

QColor ChartInk::colour(report::ChartColour colour) const {
    using report::ChartColour;
    switch (colour) {
    case ChartColour::Series1:
    case ChartColour::Saving:
    case ChartColour::HighEnd:
        return (*this)[Token::C1];
    case ChartColour::Series2:
    case ChartColour::Total:
        return (*this)[Token::C2];
    case ChartColour::Series3:
        return (*this)[Token::C4];
    case ChartColour::Series4:
    case ChartColour::Worse:
        return (*this)[Token::C5];
    case ChartColour::Series5:
        return (*this)[Token::C6];
    case ChartColour::LowEnd:
    case ChartColour::Baseline:
        break;
    }
    return (*this)[Token::C3];
}

QList<qreal> ChartInk::dashes(report::ChartColour colour) {
    using report::ChartColour;
    switch (colour) {
    case ChartColour::Series2:
    case ChartColour::Total:
        return {4, 2};
    case ChartColour::Series3:
        return {1.8, 1.6};
    case ChartColour::Series4:
    case ChartColour::Worse:
        return {4, 1.6, 1.2, 1.6};
    case ChartColour::Series5:
        return {0.9, 1.5};
    case ChartColour::Series1:
    case ChartColour::Saving:
    case ChartColour::HighEnd:
    case ChartColour::LowEnd:
    case ChartColour::Baseline:
        break;
    }
    return {};
}

QPen ChartInk::pen(const report::ChartLine& line, bool many) const {
    QPen pen(colour(line.colour), 2, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    QList<qreal> pattern = many ? dashes(line.colour) : QList<qreal>{};
    if (line.dashed && pattern.isEmpty())
        pattern = {3, 2.5};
    if (!pattern.isEmpty())
        pen.setDashPattern(pattern);
    return pen;
}

double ChartInk::width(const QString& text, ChartText kind) const {
    const Face& f = face(kind);
    return f.metrics.horizontalAdvance(text) / f.factor;
}

double ChartInk::lineHeight(ChartText kind) const {
    return settingOf(kind).line * m_scale;
}

QString ChartInk::elided(const QString& text, ChartText kind, double width) const {
    const Face& f = face(kind);
    return f.metrics.elidedText(text, Qt::ElideRight, width * f.factor + 0.5);
}

QStringList ChartInk::wrapped(const QString& text, ChartText kind, double width, int lines) const {
    QStringList result;
    QString line;
    const QStringList words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString longer = line.isEmpty() ? words[i] : line + u' ' + words[i];
        if (line.isEmpty() || this->width(longer, kind) <= width) {
            line = longer;
            continue;
        }
        if (result.size() + 1 == lines) { // what is left stands here, elided
            line = (QStringList{line} + words.mid(i)).join(u' ');
            break;
        }
        result << elided(line, kind, width);
        line = words[i];
    }
    if (!line.isEmpty())
        result << elided(line, kind, width);
    return result;
}

void ChartInk::draw(QPainter* painter, const QRectF& box, const QString& text, ChartText kind, const QColor& colour,
                    Qt::Alignment alignment) const {
    const Face& f = face(kind);
    double x = box.left();
    if (alignment & Qt::AlignRight)
        x = box.right() - width(text, kind);
    else if (alignment & Qt::AlignHCenter)
        x = box.center().x() - width(text, kind) / 2;
    const double baseline = std::round(box.center().y() + f.px * kCapitals / 2);
    painter->setPen(colour);
    painter->setFont(f.font);
    if (f.factor == 1)
        return painter->drawText(QPointF(x, baseline), text);
    painter->save();
    painter->translate(x, baseline);
    painter->scale(1 / f.factor, 1 / f.factor);
    painter->drawText(QPointF(0, 0), text);
    painter->restore();
}

} // namespace plumb::ui
