// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/findings_text.h"

#include "ui/theme/focus_ring.h"
#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"

#include <cmath>
#include <memory>
#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QScopedValueRollback>
#include <QTextBlock>
#include <QWheelEvent>

namespace plumb::ui {

namespace {

constexpr int kInset = 6; ///< of the text in its frame, which shows when it is entered

} // namespace

FindingText::FindingText(const QString& name, Role role, Token color, bool oneLine, QWidget* parent)
    : QTextEdit(parent), m_role(role), m_color(color), m_oneLine(oneLine) {
    setAccessibleName(name);
    setPlaceholderText(name);
    setAcceptRichText(false);
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    document()->setDocumentMargin(0);
    setViewportMargins(kInset, 2, kInset, 2);
    paintsOwnFocus(this);
    m_idle.setSingleShot(true);
    m_idle.setInterval(kIdleMs);
    connect(&m_idle, &QTimer::timeout, this, [this] {
        if (!toPlainText().trimmed().isEmpty()) // an emptied text is not taken while the pen is on it
            flush();
    });
    connect(this, &QTextEdit::textChanged, this, &FindingText::edited);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            [this] { updateGeometry(); });
    connect(&Theme::instance(), &Theme::changed, this, &FindingText::applyLook);
    applyLook();
}

void FindingText::applyLook() {
    const QScopedValueRollback<bool> loading(m_loading, true);
    const QFont face = plumb::ui::font(m_role);
    setFont(face);
    document()->setDefaultFont(face);
    QPalette colors = palette();
    colors.setColor(QPalette::Text, tokens()[m_color]);
    colors.setColor(QPalette::Base, Qt::transparent);
    setPalette(colors);
    QTextBlockFormat format;
    format.setLineHeight(lineHeight(m_role), QTextBlockFormat::FixedHeight);
    document()->setUndoRedoEnabled(false);
    QTextCursor all(document());
    all.select(QTextCursor::Document);
    all.mergeBlockFormat(format);
    document()->setUndoRedoEnabled(true);
    updateGeometry();
    update();
}

int FindingText::fullHeight(int width) const {
    const qreal inner = qMax(40, width - 2 * kInset);
    std::unique_ptr<QTextDocument> measure(document()->clone());
    measure->setTextWidth(inner);
    return qMax(static_cast<int>(std::ceil(measure->size().height())), lineHeight(m_role)) + 4;
}

int FindingText::foldedHeight() const {
    return m_folded * lineHeight(m_role) + 4;
}

int FindingText::heightForWidth(int width) const {
    const int full = fullHeight(width);
    return m_folded > 0 && !hasFocus() ? qMin(full, foldedHeight()) : full;
}

void FindingText::setFolded(int lines) {
    m_folded = lines;
    updateGeometry();
}

void FindingText::paintEvent(QPaintEvent* event) {
    QTextEdit::paintEvent(event);
    if (m_folded == 0 || hasFocus() || fullHeight(width()) <= foldedHeight())
        return;
    QPainter painter(viewport());
    const QString dots = QStringLiteral("…");
    const qreal line = lineHeight(m_role), wide = textWidth(dots, m_role) + scaled(6);
    const QRectF end(viewport()->width() - wide, viewport()->height() - line, wide, line);
    painter.fillRect(end, tokens()[Token::Sunken]);
    drawText(&painter, end, dots, m_role, tokens()[Token::Accent], Qt::AlignRight | Qt::AlignVCenter);
}

QSize FindingText::sizeHint() const {
    return {200, heightForWidth(width() > 60 ? width() : 360)};
}

QSize FindingText::minimumSizeHint() const {
    return {80, sizeHint().height()};
}

void FindingText::edited() {
    if (m_loading || (!m_dirty && toPlainText() == m_shown))
        return;
    m_dirty = true;
    m_idle.start();
}

void FindingText::show(const QString& stored, bool another) {
    if (m_dirty && !another)
        return;
    m_dirty = false;
    m_idle.stop();
    m_shown = stored;
    if (toPlainText() == stored)
        return;
    const QScopedValueRollback<bool> loading(m_loading, true);
    const int position = textCursor().position();
    setPlainText(stored);
    applyLook();
    if (hasFocus() && !another) {
        QTextCursor cursor = textCursor();
        cursor.setPosition(qMin(position, static_cast<int>(stored.size())));
        setTextCursor(cursor);
    }
    updateGeometry();
}

bool FindingText::flush() {
    m_idle.stop();
    if (!m_dirty)
        return true;
    m_dirty = false;
    const QString before = m_shown;
    const QString text = m_oneLine ? toPlainText().simplified() : toPlainText();
    if (text == before)
        return true;
    m_shown = toPlainText();
    if (!m_store || m_store(text))
        return true;
    m_shown = before;
    m_dirty = true;
    return false;
}

void FindingText::focusInEvent(QFocusEvent* event) {
    QTextEdit::focusInEvent(event);
    updateGeometry();
    update();
    viewport()->update();
}

void FindingText::focusOutEvent(QFocusEvent* event) {
    QTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        flush();
    QTextCursor cursor = textCursor();
    cursor.clearSelection();
    cursor.setPosition(0);
    setTextCursor(cursor);
    updateGeometry();
    update();
    viewport()->update();
}

void FindingText::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape || (enter && (m_oneLine || event->modifiers() & Qt::ControlModifier))) {
        flush();
        emit left();
        return;
    }
    QTextEdit::keyPressEvent(event);
}

void FindingText::insertFromMimeData(const QMimeData* source) {
    if (!source->hasText())
        return;
    textCursor().insertText(m_oneLine ? source->text().simplified() : source->text());
}

bool FindingText::event(QEvent* event) {
    // The viewport paints the text; the frame around it belongs to the widget itself.
    if (event->type() == QEvent::Paint && !isReadOnly()) {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Tokens& colors = tokens();
        if (hasFocus())
            paintFrame(&painter, rect(), kRadiusField, colors[Token::Surface], colors[Token::Accent], 2);
        else if (underMouse())
            paintFrame(&painter, rect(), kRadiusField, QColor(), colors[Token::Line2]);
    }
    return QTextEdit::event(event);
}

void FindingText::resizeEvent(QResizeEvent* event) {
    QTextEdit::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        updateGeometry();
}

void FindingText::enterEvent(QEnterEvent* event) {
    QTextEdit::enterEvent(event);
    update();
}

void FindingText::leaveEvent(QEvent* event) {
    QTextEdit::leaveEvent(event);
    update();
}

void FindingText::wheelEvent(QWheelEvent* event) {
    event->ignore(); // as high as its text: what scrolls is the pane
}

} // namespace plumb::ui
