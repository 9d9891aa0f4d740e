// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The notes of a question: one area that shows the note for the report or, when switched, the private note. The heads
// say which one it is; the private one never leaves the review unless chosen.
#pragma once

#include <functional>
#include <QWidget>

class QMimeData;
class QStackedWidget;

namespace plumb::ui {

class KeyCap;
class NoteEdit;
class NoteTab;

class QuestionsNotes final : public QWidget {
    Q_OBJECT
public:
    explicit QuestionsNotes(QWidget* parent = nullptr);

    void show(const QString& note, const QString& privateNote);
    using QWidget::show;
    void setStores(std::function<bool(const QString&)> note, std::function<bool(const QString&)> privateNote);
    void setKey(const QString& key);
    void setReadOnly(bool on);
    /// Hands over what was typed in either; false when that failed.
    bool flush();
    void startWriting();
    void showPrivate(bool on);
    [[nodiscard]] bool isPrivate() const;
    [[nodiscard]] NoteEdit* note() const noexcept { return m_note; }
    [[nodiscard]] NoteEdit* privateNote() const noexcept { return m_private; }

signals:
    void left();
    void evidenceOffered(const QMimeData* data);

private:
    NoteEdit* makeEdit(const QString& name, const QString& placeholder);
    NoteTab* m_noteTab;
    NoteTab* m_privateTab;
    KeyCap* m_key;
    QStackedWidget* m_stack;
    NoteEdit* m_note;
    NoteEdit* m_private;
};

} // namespace plumb::ui
