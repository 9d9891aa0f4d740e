// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The head of the Costs place: what a month costs now and after, what is saved, what it takes once, and what that is
// worth, each with its range or its condition; and the two things to do.
#pragma once

#include "core/base/result.h" // first: Qt's moc can't read <array> before the rest of the library

#include <array>
#include <QWidget>

class QHBoxLayout;

namespace plumb::ui {

class ActionTable;
class Button;
class Figure;
class WrapLabel;
struct CostShown;

class CostsFigures final : public QWidget {
    Q_OBJECT
public:
    CostsFigures(ActionTable* actions, bool readOnly, QWidget* parent = nullptr);

    /// Null: nothing is known yet.
    void show(const CostShown* shown);
    using QWidget::show;
    void setActionsShown(bool shown);             ///< the empty place offers them itself
    [[nodiscard]] QString text(int figure) const; ///< "$16,700, P10-P90 ...", for tests and assistive tools

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Part {
        QWidget* whole = nullptr;
        WrapLabel* caption = nullptr;
        Figure* figure = nullptr;
        WrapLabel* below = nullptr;
    };
    void put(int part, const QString& caption, const QString& figure, const QString& below);
    void applyMetrics();
    void arrange();

    std::array<Part, 5> m_parts;
    QHBoxLayout* m_row = nullptr;
    Button* m_import = nullptr;
    Button* m_add = nullptr;
};

} // namespace plumb::ui
