// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Rows of the detail: what it is at the left, what it says, and a link that changes it.
#pragma once

#include "ui/widgets/rich_text.h"

#include <QWidget>

class QBoxLayout;

namespace plumb::ui {

class Button;
class WrapLabel;

class FactRow final : public QWidget {
    Q_OBJECT
public:
    /// `name` is the row's objectName stem: "needs" makes needsRow, needsLabel, needsButton. Without `link` there is no
    /// button.
    FactRow(const QString& name, const QString& caption, const QString& link, QWidget* parent = nullptr);

    /// An empty text shows `nothing` in ink3.
    void setText(const QString& text, const QString& nothing);
    /// The same with runs of their own colour.
    void setRich(const RichText& text, const QString& nothing);
    /// Puts editors in place of the text.
    void setEditors(const QList<QWidget*>& editors);
    void setEditable(bool editable);
    [[nodiscard]] Button* button() const noexcept { return m_button; }

signals:
    void linkPressed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    WrapLabel* m_text;
    Button* m_button = nullptr;
    QBoxLayout* m_row;
};

} // namespace plumb::ui
