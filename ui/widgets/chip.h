// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A filter that is on or off, with a count; or a chip that opens a menu. Width does not change when it is switched.
#pragma once

#include <optional>

#include <QAbstractButton>
#include <QPointer>

class QMenu;

namespace plumb::ui {

class Chip : public QAbstractButton {
    Q_OBJECT
public:
    explicit Chip(const QString& label, QWidget* parent = nullptr);

    /// Number behind the label; nothing takes it away.
    void setCount(std::optional<int> count);
    [[nodiscard]] std::optional<int> count() const noexcept { return m_count; }
    /// Shows a chevron before the label and opens the menu on click. Not owned.
    void setMenu(QMenu* menu);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void updateName();
    std::optional<int> m_count;
    QPointer<QMenu> m_menu;
};

} // namespace plumb::ui
