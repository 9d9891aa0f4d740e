// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One calm line below the top bar: what is special about the review that is open, and the way on.
#pragma once

#include "ui/theme/icon.h"

#include <QWidget>

namespace plumb::ui {

class Button;
class IconLabel;
class WrapLabel;

class ReviewStrip final : public QWidget {
    Q_OBJECT
public:
    explicit ReviewStrip(QWidget* parent = nullptr);

    /// `closable`: can be put off.
    void say(Icon icon, const QString& title, const QString& sentence, const QString& button, bool closable);
    [[nodiscard]] Button* button() const noexcept { return m_button; }

signals:
    void pressed();
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void applyMetrics();
    IconLabel* m_icon;
    WrapLabel* m_title;
    WrapLabel* m_sentence;
    Button* m_button;
    Button* m_close;
};

} // namespace plumb::ui
