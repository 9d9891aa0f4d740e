// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Lets assistive tools read and press the parts of a painted widget (steps of a roadmap, points of a chart) as if each
// were a button. A widget derives from PaintedParts and calls installPaintedParts() in its constructor.
#pragma once

#include <QRect>
#include <QString>

class QWidget;

namespace plumb::ui {

class PaintedParts {
public:
    virtual ~PaintedParts() = default;
    [[nodiscard]] virtual int partCount() const = 0;
    [[nodiscard]] virtual QString partName(int part) const = 0;
    [[nodiscard]] virtual QRect partRect(int part) const = 0; ///< in the widget's coordinates; empty when out of sight
    [[nodiscard]] virtual int currentPart() const = 0;        ///< -1: none
    virtual void pressPart(int part) = 0;                     ///< what Enter does on it
};

/// Registers the factory; more than once does nothing.
void installPaintedParts();
/// Says that the keyboard stands on another part.
void announceCurrentPart(QWidget* widget, int part);

} // namespace plumb::ui
