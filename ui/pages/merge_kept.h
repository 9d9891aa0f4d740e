// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The text that will be kept: what was chosen, and what a person makes of it.
#pragma once

#include <QTextEdit>

namespace plumb::ui {

class MergeKept final : public QTextEdit {
    Q_OBJECT
public:
    explicit MergeKept(QWidget* parent = nullptr);

    /// Not an edit: written() stays silent. The cursor stays where it is in the same text.
    void show(const QString& text);
    /// Texts of one line take no line breaks.
    void setOneLine(bool oneLine);
    /// As little as two lines; it grows into the room that is there.
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void written(const QString& text);
    void left(); ///< Escape: back to the keys of the page

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void insertFromMimeData(const QMimeData* source) override;

private:
    void applyLook();
    bool m_loading = false;
    bool m_oneLine = false;
};

} // namespace plumb::ui
