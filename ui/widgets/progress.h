// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Progress: the bar of 34 x 4 beside counts, and the panel for work over 100 ms with what, how much, how long, Cancel.
#pragma once

#include "ui/theme/tokens.h"

#include <QFrame>
#include <QWidget>

namespace plumb::ui {

class WrapLabel;
class Button;

class ProgressBar : public QWidget {
    Q_OBJECT
public:
    explicit ProgressBar(QWidget* parent = nullptr, Token fill = Token::Ink2);
    /// 0-1. Without a fade where motion is reduced.
    void setShare(double share);
    [[nodiscard]] double share() const noexcept { return m_share; }
    /// 0: as wide as the layout gives. Default 34.
    void setBarWidth(int px);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Token m_fill;
    double m_share = 0;
    double m_shown = 0;
    int m_width = 34;
};

class ProgressPanel : public QFrame {
    Q_OBJECT
public:
    explicit ProgressPanel(const QString& title, QWidget* parent = nullptr);
    void setTitle(const QString& title);
    /// "412,000 of 655,000 rows, about 9 s left".
    void setDetail(const QString& detail);
    void setShare(double share);
    void setCancellable(bool cancellable);

signals:
    void cancelled();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    WrapLabel* m_title;
    WrapLabel* m_detail;
    ProgressBar* m_bar;
    Button* m_cancel;
};

} // namespace plumb::ui
