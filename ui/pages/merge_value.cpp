// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/merge_value.h"

#include "ui/theme/metrics.h"

#include <cmath>
#include <QFontMetricsF>
#include <QPainter>
#include <QScrollArea>

namespace plumb::ui {

MergeValue::MergeValue(Role role, Token color, int line, QWidget* parent)
    : QWidget(parent), m_role(role), m_color(color), m_line(line) {
    setObjectName(QStringLiteral("mergeValue"));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        m_laidOut = -1;
        updateGeometry();
        update();
    });
}

void MergeValue::setText(const QString& text, const QVector<TextSpan>& changed, bool quiet) {
    m_text = text;
    m_changed = changed;
    m_quiet = quiet;
    m_laidOut = -1;
    setAccessibleName(text);
    updateGeometry();
    update();
}

qreal MergeValue::layOut(qreal width) const {
    const qreal line = scaled(m_line);
    if (m_laidOut != width) {
        QString flowed = m_text;
        flowed.replace(QLatin1Char('\n'), QChar(QChar::LineSeparator));
        m_layout.setText(flowed);
        m_layout.setFont(plumb::ui::font(m_role));
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        m_layout.setTextOption(option);
        m_layout.beginLayout();
        for (int row = 0;; ++row) {
            QTextLine next = m_layout.createLine();
            if (!next.isValid())
                break;
            next.setLineWidth(width);
            next.setPosition({0, row * line + std::round((line - next.height()) / 2)});
        }
        m_layout.endLayout();
        m_laidOut = width;
    }
    return m_layout.lineCount() * line;
}

int MergeValue::heightForWidth(int width) const {
    return static_cast<int>(std::ceil(layOut(qMax(40, width))));
}

QSize MergeValue::sizeHint() const {
    return {scaled(240), heightForWidth(width() > 40 ? width() : scaled(240))};
}

QSize MergeValue::minimumSizeHint() const {
    return {40, scaled(m_line)};
}

void MergeValue::resizeEvent(QResizeEvent*) {
    updateGeometry();
}

void MergeValue::markLine(QPainter* painter, const QTextLine& line) const {
    const qreal room = scaled(m_line);
    const qreal top = std::round((line.y() + line.height() / 2) - room / 2);
    for (const TextSpan& span : m_changed) {
        const int from = qMax(static_cast<int>(span.start), line.textStart());
        const int to = qMin(static_cast<int>(span.start + span.length), line.textStart() + line.textLength());
        if (from >= to)
            continue;
        const qreal left = line.cursorToX(from);
        // A space at the end of the line hangs out of it.
        const qreal right = qMin(line.cursorToX(to), line.naturalTextWidth());
        const QRectF box(left, top + 2, right - left, room - 3);
        painter->fillRect(box, tokens()[Token::ATint]);
        painter->fillRect(QRectF(box.left(), box.bottom() - 2, box.width(), 2), tokens()[Token::Accent]);
    }
}

void MergeValue::paintEvent(QPaintEvent* event) {
    layOut(width());
    QPainter painter(this);
    for (int row = 0; row < m_layout.lineCount(); ++row)
        if (const QTextLine line = m_layout.lineAt(row);
            line.rect().intersects(QRectF(event->rect()).adjusted(0, -8, 0, 8)))
            markLine(&painter, line);
    painter.setPen(tokens()[m_quiet ? Token::Ink2 : m_color]);
    m_layout.draw(&painter, {0, 0}, {}, QRectF(event->rect()));
}

QScrollArea* scrolled(MergeValue* value, const QString& objectName) {
    auto* const area = new QScrollArea;
    area->setObjectName(objectName);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->viewport()->setAutoFillBackground(false);
    value->setAutoFillBackground(false);
    area->setWidget(value);
    value->setAutoFillBackground(false); // setWidget() switches it on
    return area;
}

} // namespace plumb::ui
