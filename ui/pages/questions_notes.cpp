// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/questions_notes.h"

#include "ui/pages/questions_note_edit.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"
#include "ui/widgets/badge.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QPainter>
#include <QStackedWidget>

namespace plumb::ui {

namespace {
constexpr int kDotRoom = 10;
} // namespace

/// A caption that chooses what stands below it; a dot says that there is something in it.
class NoteTab final : public QAbstractButton {
public:
    NoteTab(const QString& text, bool eye) : m_eye(eye) {
        setText(text);
        setCheckable(true);
        setAutoExclusive(true);
        setFocusPolicy(Qt::TabFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        connect(&Theme::instance(), &Theme::changed, this, [this] { updateGeometry(); });
    }
    void setFilled(bool filled) {
        if (filled == m_filled)
            return;
        m_filled = filled;
        setAccessibleDescription(filled ? tr("has text") : QString());
        update();
    }
    QSize sizeHint() const override {
        return {qCeil(textWidth(text(), Role::Caption)) + (m_eye ? 18 + kDotRoom : 0), scaled(18)};
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Tokens& colors = tokens();
        const QColor ink = colors[isChecked() ? Token::Ink2 : underMouse() ? Token::Ink2 : Token::Ink3];
        qreal left = 0;
        if (m_eye) {
            paintIcon(&painter, {0, height() / 2.0 - 7, 14, 14}, Icon::EyeOff, 14, ink);
            left = 18;
        }
        drawText(&painter, {left, 0, width() - left, height() * 1.0}, text(), Role::Caption, ink);
        if (m_filled && !isChecked()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(colors[Token::Accent]);
            painter.drawEllipse(QRectF(width() - 7, height() / 2.0 - 2.5, 5, 5));
        }
    }

private:
    bool m_eye;
    bool m_filled = false;
};

QuestionsNotes::QuestionsNotes(QWidget* parent)
    : QWidget(parent)
    , m_noteTab(new NoteTab(tr("Notes"), false))
    , m_privateTab(new NoteTab(tr("Private note"), true))
    , m_key(new KeyCap(QStringLiteral("T")))
    , m_stack(new QStackedWidget) {
    m_noteTab->setObjectName(QStringLiteral("noteTabButton"));
    m_noteTab->setChecked(true);
    m_privateTab->setObjectName(QStringLiteral("privateTabButton"));
    m_privateTab->setToolTip(tr("For yourselves: not on the projector and not in the report unless chosen"));
    m_note = makeEdit(QStringLiteral("noteEdit"), tr("What was said, by whom, with numbers"));
    m_note->setAccessibleName(tr("Notes"));
    m_private = makeEdit(QStringLiteral("privateNoteEdit"), tr("For yourselves; not in the report unless chosen"));
    m_private->setAccessibleName(tr("Private note"));
    auto* head = new QHBoxLayout;
    head->setSpacing(scaled(8));
    head->addWidget(m_noteTab);
    head->addWidget(m_key);
    head->addStretch(1);
    head->addWidget(m_privateTab);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kLabelGap);
    column->addLayout(head);
    column->addWidget(m_stack, 1);
    connect(m_noteTab, &QAbstractButton::clicked, this, [this] { showPrivate(false); });
    connect(m_privateTab, &QAbstractButton::clicked, this, [this] { showPrivate(true); });
}

NoteEdit* QuestionsNotes::makeEdit(const QString& name, const QString& placeholder) {
    auto* edit = new NoteEdit;
    edit->setObjectName(name);
    edit->setPlaceholderText(placeholder);
    edit->setMinimumHeight(scaled(52));
    m_stack->addWidget(edit);
    connect(edit, &NoteEdit::left, this, &QuestionsNotes::left);
    connect(edit, &NoteEdit::evidenceOffered, this, &QuestionsNotes::evidenceOffered);
    return edit;
}

void QuestionsNotes::setStores(std::function<bool(const QString&)> note,
                               std::function<bool(const QString&)> privateNote) {
    m_note->setStore(std::move(note));
    m_private->setStore(std::move(privateNote));
}

void QuestionsNotes::setKey(const QString& key) {
    m_key->setKey(key);
    m_key->setVisible(!key.isEmpty());
}

void QuestionsNotes::setReadOnly(bool on) {
    m_note->setReadOnly(on);
    m_private->setReadOnly(on);
}

void QuestionsNotes::show(const QString& note, const QString& privateNote) {
    m_note->show(note);
    m_private->show(privateNote);
    m_noteTab->setFilled(!note.isEmpty());
    m_privateTab->setFilled(!privateNote.isEmpty());
}

bool QuestionsNotes::flush() {
    const bool note = m_note->flush();
    return m_private->flush() && note;
}

bool QuestionsNotes::isPrivate() const {
    return m_stack->currentWidget() == m_private;
}

void QuestionsNotes::showPrivate(bool on) {
    m_stack->setCurrentWidget(on ? m_private : m_note);
    (on ? m_privateTab : m_noteTab)->setChecked(true);
}

void QuestionsNotes::startWriting() {
    auto* edit = static_cast<NoteEdit*>(m_stack->currentWidget());
    edit->setFocus(Qt::ShortcutFocusReason);
    edit->moveCursor(QTextCursor::End);
}

} // namespace plumb::ui
