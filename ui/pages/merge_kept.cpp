// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/merge_kept.h"

#include "ui/theme/metrics.h"
#include "ui/theme/type.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QScopedValueRollback>
#include <QTextBlockFormat>
#include <QTextCursor>

namespace plumb::ui {

MergeKept::MergeKept(QWidget* parent) : QTextEdit(parent) {
    setObjectName(QStringLiteral("keptEdit"));
    setAccessibleName(tr("What will be kept"));
    setAcceptRichText(false);
    setTabChangesFocus(true);
    connect(this, &QTextEdit::textChanged, this, [this] {
        if (!m_loading)
            emit written(toPlainText());
    });
    connect(&Theme::instance(), &Theme::changed, this, &MergeKept::applyLook);
    applyLook();
}

void MergeKept::applyLook() {
    const QScopedValueRollback<bool> loading(m_loading, true);
    const QFont face = plumb::ui::font(Role::Choice);
    setFont(face);
    document()->setDefaultFont(face);
    QTextBlockFormat format;
    format.setLineHeight(scaled(23), QTextBlockFormat::FixedHeight);
    document()->setUndoRedoEnabled(false); // how lines stand is no step of the writer's
    QTextCursor all(document());
    all.select(QTextCursor::Document);
    all.mergeBlockFormat(format);
    document()->setUndoRedoEnabled(true);
}

void MergeKept::show(const QString& text) {
    if (toPlainText() == text)
        return;
    const QScopedValueRollback<bool> loading(m_loading, true);
    setPlainText(text);
    applyLook();
}

void MergeKept::setOneLine(bool oneLine) {
    m_oneLine = oneLine;
    setMaximumHeight(oneLine ? scaled(44) : QWIDGETSIZE_MAX);
    updateGeometry();
}

QSize MergeKept::sizeHint() const {
    return minimumSizeHint();
}

QSize MergeKept::minimumSizeHint() const {
    return {scaled(200), scaled(m_oneLine ? 44 : 70)};
}

bool MergeKept::event(QEvent* event) {
    // Escape leaves the field here, whatever it means to the window.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QTextEdit::event(event);
}

void MergeKept::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape) {
        emit left();
        return;
    }
    if (enter && (m_oneLine || (event->modifiers() & Qt::ControlModifier))) {
        event->ignore();
        return;
    }
    QTextEdit::keyPressEvent(event);
}

void MergeKept::insertFromMimeData(const QMimeData* source) {
    if (source->hasText())
        insertPlainText(m_oneLine ? source->text().simplified() : source->text());
}

} // namespace plumb::ui
