// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_export.h"

#include "core/report/cost_charts.h"
#include "ui/charts/chart_painter.h"
#include "ui/charts/custom_plot.h"

#include <cmath>

#include <QBuffer>
#include <QCoreApplication>
#include <QRegularExpression>
#include <QSaveFile>
#include <QSvgGenerator>

namespace plumb::ui {
namespace {

constexpr double kMargin = 16, kTitle = 20, kSentence = 18, kGap = 6;

/// Title, sentence and chart on a white sheet.
void paintSheet(QPainter* painter, const report::Chart& chart, const QSizeF& size) {
    const Tokens& tokens = tokensFor(Scheme::Light);
    const ChartInk ink(tokens);
    painter->fillRect(QRectF(QPointF(0, 0), size), ink.ground());
    QRectF box = QRectF(QPointF(0, 0), size).adjusted(kMargin, kMargin, -kMargin, -kMargin);
    if (box.width() < 40 || box.height() < 40)
        box = QRectF(QPointF(0, 0), size);
    const auto row = [&](const std::string& words, ChartText kind, double height, int lines, Token colour) {
        for (const QString& line : ink.wrapped(QString::fromStdString(words), kind, box.width(), lines)) {
            ink.draw(painter, QRectF(box.left(), box.top(), box.width(), height), line, kind, ink[colour]);
            box.setTop(box.top() + height);
        }
    };
    row(chart.title, ChartText::Title, kTitle, 1, Token::Ink);
    row(chart.conclusion, ChartText::Conclusion, kSentence, 2, Token::Ink2);
    if (!chart.title.empty() || !chart.conclusion.empty())
        box.setTop(box.top() + kGap);
    paintChart(painter, box, chart, tokens);
}

} // namespace

QImage chartImage(const report::Chart& chart, QSize size, double scale) {
    if (size.isEmpty() || scale <= 0)
        return {};
    QImage image(QSize(static_cast<int>(std::lround(size.width() * scale)),
                       static_cast<int>(std::lround(size.height() * scale))),
                 QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        return {};
    image.fill(Qt::white);
    QCPPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(scale, scale);
    paintSheet(&painter, chart, size);
    return image;
}

QByteArray chartSvg(const report::Chart& chart, QSize size) {
    QBuffer buffer;
    if (size.isEmpty() || !buffer.open(QIODevice::WriteOnly))
        return {};
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size);
    generator.setResolution(96);
    generator.setViewBox(QRect(QPoint(0, 0), size));
    generator.setTitle(QString::fromStdString(chart.title));
    generator.setDescription(QString::fromStdString(chart.conclusion));
    {
        QCPPainter painter;
        painter.setMode(QCPPainter::pmVectorized);
        if (!painter.begin(&generator))
            return {};
        paintSheet(&painter, chart, size);
    }
    // The family with tabular digits is ours; who opens the file may have Inter, and has one of the others.
    QString text = QString::fromUtf8(buffer.data());
    text.replace(QRegularExpression(QStringLiteral("font-family=\"Inter[^\"]*\"")),
                 QStringLiteral("font-family=\"Inter, 'Helvetica Neue', Arial, sans-serif\""));
    return text.toUtf8();
}

QByteArray chartPng(const report::Chart& chart, QSize size, double scale) {
    QBuffer buffer;
    const QImage image = chartImage(chart, size, scale);
    if (image.isNull() || !buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "PNG"))
        return {};
    return buffer.data();
}

QByteArray chartCsv(const report::Chart& chart) {
    return "\xEF\xBB\xBF" + QByteArray::fromStdString(report::csvOf(chart));
}

QString writeWhole(const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    if (!bytes.isEmpty() && file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return QCoreApplication::translate("plumb::ui::ChartView", "%1 could not be written: %2")
        .arg(path, file.errorString());
}

} // namespace plumb::ui
