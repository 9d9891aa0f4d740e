// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See search_field.h.
#include "ui/widgets/search_field.h"

#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"

#include <QKeyEvent>
#include <QPainter>

namespace plumb::ui {

SearchField::SearchField(const QString& placeholder, QWidget* parent) : QLineEdit(parent) {
    setObjectName(QStringLiteral("searchField"));
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    setClearButtonEnabled(true);
    connect(&Theme::instance(), &Theme::changed, this, &SearchField::applyMargins);
    applyMargins();
}

void SearchField::setKey(const QString& portableShortcut) {
    m_key = portableShortcut;
    update();
}

void SearchField::applyMargins() {
    setTextMargins(scaled(24), 0, 0, 0);
    updateGeometry();
    update();
}

void SearchField::paintEvent(QPaintEvent* event) {
    QLineEdit::paintEvent(event);
    const Tokens& t = tokens();
    QPainter painter(this);
    paintIcon(&painter, QRectF(11, 0, scaled(16), height()), Icon::Search, scaled(16),
              t[isEnabled() ? Token::Ink2 : Token::Disabled]);
    if (m_key.isEmpty() || !text().isEmpty())
        return;
    const QStringList caps = keyText(m_key).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    qreal right = width() - 8;
    for (auto cap = caps.crbegin(); cap != caps.crend(); ++cap) {
        const QSizeF size = keyCapSize(*cap, badgeHeight());
        drawKeyCap(&painter, QRectF(QPointF(right - size.width(), (height() - size.height()) / 2), size), *cap, t);
        right -= size.width() + 3;
    }
}

void SearchField::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        event->accept();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace plumb::ui
