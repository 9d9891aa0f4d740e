// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The left side of the start page: pillar, beam and plumb line with its bob, drawn for any height, and the program's
// name. What can be clicked is put over it by the start page.
#pragma once

#include <QWidget>

namespace plumb::ui {

class StartDrawing final : public QWidget {
    Q_OBJECT
public:
    explicit StartDrawing(QWidget* parent = nullptr);

    /// Where the column of words and buttons stands: left edge, top of the first button, width.
    [[nodiscard]] QRect column() const;
    [[nodiscard]] int groundY() const;

signals:
    void arranged(); ///< column() is another

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();
    [[nodiscard]] int beamY() const;
    [[nodiscard]] int shift() const; ///< of everything to the left where the window is narrow
    void paintPillar(QPainter* painter) const;
    void paintWords(QPainter* painter) const;
};

} // namespace plumb::ui
