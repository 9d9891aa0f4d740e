// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The head of a chart's pane: what it shows, what that means, and at the right end of the title a control of the page
// and the chart's menu.
#pragma once

#include <QPointer>
#include <QWidget>

namespace plumb::ui {

class Button;
class WrapLabel;

class ChartHeader final : public QWidget {
    Q_OBJECT
public:
    explicit ChartHeader(QWidget* parent = nullptr);

    void setWords(const QString& title, const QString& conclusion);
    void setCorner(QWidget* corner); ///< takes ownership; the one before is deleted
    [[nodiscard]] Button* menuButton() const noexcept { return m_menu; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    void place();

    WrapLabel* m_title;
    WrapLabel* m_conclusion;
    Button* m_menu;
    QPointer<QWidget> m_corner;
};

} // namespace plumb::ui
