// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/questions_note_edit.h"

#include "ui/theme/theme.h"
#include "ui/theme/type.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QScopedValueRollback>
#include <QTextBlockFormat>
#include <QUrl>

namespace plumb::ui {

namespace {

bool isEvidence(const QMimeData* data) {
    const QList<QUrl> urls = data->urls();
    return (data->hasImage() && !data->hasText()) || (!urls.isEmpty() && urls.front().isLocalFile());
}

} // namespace

NoteEdit::NoteEdit(QWidget* parent) : QTextEdit(parent) {
    setAcceptRichText(false);
    setTabChangesFocus(true);
    m_idle.setSingleShot(true);
    m_idle.setInterval(kIdleMs);
    connect(&m_idle, &QTimer::timeout, this, &NoteEdit::flush);
    connect(this, &QTextEdit::textChanged, this, &NoteEdit::edited);
    connect(&Theme::instance(), &Theme::changed, this, &NoteEdit::applyLines);
    applyLines();
}

void NoteEdit::applyLines() {
    const QScopedValueRollback<bool> loading(m_loading, true);
    QTextBlockFormat format;
    format.setLineHeight(lineHeight(Role::Body), QTextBlockFormat::FixedHeight);
    document()->setUndoRedoEnabled(false); // how lines stand is no step of the writer's
    QTextCursor all(document());
    all.select(QTextCursor::Document);
    all.mergeBlockFormat(format);
    document()->setUndoRedoEnabled(true);
}

void NoteEdit::edited() {
    // A change of look (line height, colours) is a change of the document for Qt, and none of the text.
    if (m_loading || (!m_dirty && toPlainText() == m_shown))
        return;
    m_dirty = true;
    m_idle.start();
}

void NoteEdit::show(const QString& stored) {
    if (m_dirty)
        return;
    m_shown = stored;
    if (toPlainText() == stored)
        return;
    const QScopedValueRollback<bool> loading(m_loading, true);
    const int position = textCursor().position();
    setPlainText(stored);
    applyLines();
    if (hasFocus()) {
        QTextCursor cursor = textCursor();
        cursor.setPosition(qMin(position, static_cast<int>(stored.size())));
        setTextCursor(cursor);
    }
}

bool NoteEdit::flush() {
    m_idle.stop();
    if (!m_dirty)
        return true;
    // Storing comes back through show(), which must find the text settled.
    m_dirty = false;
    m_shown = toPlainText();
    if (!m_store || m_store(m_shown))
        return true;
    m_dirty = true;
    return false;
}

void NoteEdit::focusOutEvent(QFocusEvent* event) {
    QTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        flush();
}

void NoteEdit::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        flush();
        emit left();
        return;
    }
    QTextEdit::keyPressEvent(event);
}

bool NoteEdit::canInsertFromMimeData(const QMimeData* source) const {
    return source->hasText() || isEvidence(source);
}

void NoteEdit::insertFromMimeData(const QMimeData* source) {
    if (isEvidence(source))
        emit evidenceOffered(source);
    else
        QTextEdit::insertFromMimeData(source);
}

} // namespace plumb::ui
