// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Lays small widgets out like words of a text: in rows from the left, as many as fit. For chips.
#pragma once

#include <QWidget>
#include <vector>

namespace plumb::ui {

class Flow final : public QWidget {
    Q_OBJECT
public:
    explicit Flow(int gap, QWidget* parent = nullptr);
    void add(QWidget* widget);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    int place(int width, bool move) const;
    int m_gap;
    std::vector<QWidget*> m_widgets;
};

} // namespace plumb::ui
