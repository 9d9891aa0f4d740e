// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The rail at the left: the program's mark, the six places, settings and help, and the plumb line that falls from the
// top edge to the current place. It only triggers actions of the table and shows what it is told.
#pragma once

#include "ui/shell/places.h"

#include <array>
#include <QWidget>

class QAbstractButton;
class QVariantAnimation;

namespace plumb::ui {

class ActionTable;

class Rail final : public QWidget {
    Q_OBJECT
public:
    Rail(ActionTable* actions, QWidget* parent = nullptr);

    /// Moves the plumb line. Triggers nothing.
    void setCurrent(Place place);
    [[nodiscard]] Place current() const noexcept { return m_current; }
    [[nodiscard]] qreal bobY() const noexcept { return m_bobY; } ///< tip of the bob, in this widget

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();
    void moveBob(bool slowly);
    [[nodiscard]] qreal bobTarget() const;
    void relabel();

    ActionTable* m_actions;
    std::array<QAbstractButton*, kPlaces.size()> m_places{};
    QAbstractButton* m_settings = nullptr;
    QAbstractButton* m_help = nullptr;
    QVariantAnimation* m_fall = nullptr;
    Place m_current = Place::Overview;
    qreal m_bobY = 0;
};

/// The mark of the program as drawn in the rail: beam, pillar and bob in a square of 26 at size 1.
void paintProgramMark(QPainter* painter, const QRectF& box);

} // namespace plumb::ui
