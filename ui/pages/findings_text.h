// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A text of a finding that is read in place and written in place: it looks like a label until it is entered. As high as
// its text. Hands over when it is left, on Ctrl+Enter (Enter in one line), after a pause, and when told to; emptied,
// the derived text comes back.
#pragma once

#include "ui/theme/tokens.h"
#include "ui/theme/type.h"

#include <functional>
#include <QTextEdit>
#include <QTimer>

namespace plumb::ui {

class FindingText final : public QTextEdit {
    Q_OBJECT
public:
    static constexpr int kIdleMs = 900;
    FindingText(const QString& name, Role role, Token color, bool oneLine, QWidget* parent = nullptr);

    /// Shows the text unless the user is ahead of it. `another`: it belongs to another finding than before.
    void show(const QString& stored, bool another);
    using QTextEdit::show;
    /// Who takes the text; answers false when it could not be stored (the text then stays dirty).
    void setStore(std::function<bool(const QString&)> store) { m_store = std::move(store); }
    bool flush();
    /// Until it is entered it shows so many lines at most, the last one with an ellipsis; 0: all.
    void setFolded(int lines);
    [[nodiscard]] bool dirty() const noexcept { return m_dirty; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

signals:
    void left(); ///< Esc or Enter: the user wants the keys of the place back

protected:
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void insertFromMimeData(const QMimeData* source) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void edited();
    void applyLook();
    [[nodiscard]] int fullHeight(int width) const;
    [[nodiscard]] int foldedHeight() const;
    Role m_role;
    Token m_color;
    bool m_oneLine;
    int m_folded = 0;
    std::function<bool(const QString&)> m_store;
    QTimer m_idle;
    QString m_shown;
    bool m_dirty = false;
    bool m_loading = false;
};

} // namespace plumb::ui
