// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One sheet with every control in its states, laid out like the design's picture of components.
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace plumb::ui {

class Gallery final : public QWidget {
    Q_OBJECT
public:
    explicit Gallery(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QVBoxLayout* column(int width);
    void section(QVBoxLayout* column, const QString& title);
    void marks(QVBoxLayout* column);
    void scales(QVBoxLayout* column);
    void choices(QVBoxLayout* column);
    void cells(QVBoxLayout* column);
    void buttons(QVBoxLayout* column);
    void fields(QVBoxLayout* column);
    void choosing(QVBoxLayout* column);
    void chips(QVBoxLayout* column);
    void menu(QVBoxLayout* column);
    void swatches(QVBoxLayout* column);
    void dialog(QVBoxLayout* column);
    void bars(QVBoxLayout* column);
    void empty(QVBoxLayout* column);
    void card(QVBoxLayout* column);
};

} // namespace plumb::ui
