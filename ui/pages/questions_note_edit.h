// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A plain text area that hands over what was typed by itself: after a short pause, when the focus leaves and when told
// to. What the review says comes in by show(); text that has not been handed over yet is never overwritten by it.
#pragma once

#include <functional>
#include <QTextEdit>
#include <QTimer>

namespace plumb::ui {

class NoteEdit final : public QTextEdit {
    Q_OBJECT
public:
    static constexpr int kIdleMs = 700;

    explicit NoteEdit(QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override { return {300, 96}; } ///< takes what is left over anyway

    /// Shows the stored text unless the user is ahead of it.
    void show(const QString& stored);
    using QTextEdit::show;
    /// Who takes the text; answers false when it could not be stored (the text then stays dirty).
    void setStore(std::function<bool(const QString&)> store) { m_store = std::move(store); }
    /// Hands over now when there is anything to hand over. False when it could not be stored.
    bool flush();
    [[nodiscard]] bool dirty() const noexcept { return m_dirty; }

signals:
    void left(); ///< Esc: the user wants the keys of the page back
    /// A file or an image came by paste or drop: it is evidence and no text.
    void evidenceOffered(const QMimeData* data);

protected:
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData* source) const override;
    void insertFromMimeData(const QMimeData* source) override;

private:
    void edited();
    void applyLines(); ///< the line height of the design, which a plain text area can't have

    std::function<bool(const QString&)> m_store;
    QTimer m_idle;
    QString m_shown; ///< what is stored, as far as the editor knows
    bool m_dirty = false;
    bool m_loading = false;
};

} // namespace plumb::ui
