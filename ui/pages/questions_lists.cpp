// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/questions_lists.h"

#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"

#include <QEvent>
#include <QPainter>

namespace plumb::ui {

namespace {

constexpr int kIndent = 14;
constexpr int kDash = 6;

QString sentence(const QStringList& items) {
    return items.join(QStringLiteral(". "));
}

} // namespace

BulletList::BulletList(QWidget* parent) : QWidget(parent) {
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&Theme::instance(), &Theme::changed, this, &BulletList::rebuild);
}

void BulletList::setItems(const QStringList& items) {
    if (items == m_items)
        return;
    m_items = items;
    rebuild();
}

void BulletList::rebuild() {
    m_layouts.clear();
    for (const QString& item : m_items)
        m_layouts.emplace_back(RichText{plain(item)}, Role::Small, Token::Ink2);
    m_laidOutFor = -1;
    setAccessibleDescription(sentence(m_items));
    updateGeometry();
    update();
}

int BulletList::layOut(int width) const {
    qreal height = 0;
    for (RichLayout& layout : m_layouts) {
        if (m_laidOutFor != width)
            layout.layout(qMax(20, width - kIndent));
        height += layout.height();
    }
    m_laidOutFor = width;
    return qCeil(height);
}

QSize BulletList::sizeHint() const {
    return {200, layOut(width() > 0 ? width() : 200)};
}

int BulletList::heightForWidth(int width) const {
    return layOut(width);
}

void BulletList::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        rebuild();
    QWidget::changeEvent(event);
}

void BulletList::paintEvent(QPaintEvent*) {
    static_cast<void>(layOut(width()));
    QPainter painter(this);
    const Tokens& colors = tokens();
    qreal y = 0;
    for (const RichLayout& layout : m_layouts) {
        const qreal middle = qRound(y + lineHeight(Role::Small) / 2.0) + 1;
        painter.fillRect(QRectF(2, middle, kDash, 1.5), colors[Token::Ink2]);
        layout.paint(&painter, {kIndent * 1.0, y}, colors);
        y += layout.height();
    }
}

NameList::NameList(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void NameList::setItems(const QStringList& items, const QStringList& remarks) {
    if (items == m_items && remarks == m_remarks)
        return;
    m_items = items;
    m_remarks = remarks;
    QStringList spoken;
    for (qsizetype i = 0; i < items.size(); ++i)
        spoken << (remarks.value(i).isEmpty() ? items[i] : items[i] + QStringLiteral(", ") + remarks[i]);
    setAccessibleDescription(sentence(spoken));
    updateGeometry();
    update();
}

QSize NameList::sizeHint() const {
    return {200, static_cast<int>(m_items.size()) * scaled(32)};
}

void NameList::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& colors = tokens();
    QRectF row(0, 0, width(), scaled(32));
    for (qsizetype i = 0; i < m_items.size(); ++i) {
        if (row.top() > 0)
            drawHairline(&painter, row, colors[Token::Line]);
        const QString remark = m_remarks.value(i);
        const qreal right = remark.isEmpty() ? 0 : textWidth(remark, Role::Small, Digits::Tabular) + 12;
        drawText(&painter, row.adjusted(0, 0, -right, 0), m_items[i], Role::Body, colors[Token::Ink]);
        drawText(&painter, row, remark, Role::Small, colors[Token::Ink2], Qt::AlignRight | Qt::AlignVCenter,
                 Digits::Tabular);
        row.translate(0, row.height());
    }
}

} // namespace plumb::ui
