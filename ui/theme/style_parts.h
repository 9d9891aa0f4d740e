// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Painters behind Style, one per kind of control. Private to ui/theme.
#pragma once

#include "ui/theme/tokens.h"

#include <QStyleOption>

class QPainter;
class QWidget;

namespace plumb::ui::styling {

inline constexpr int kFieldPadding = 10;
inline constexpr int kArrowRoom = 32; ///< of a combo box
inline constexpr int kSpinRoom = 24;

/// QPlainTextEdit and QTextEdit, which look like fields and not like panes.
[[nodiscard]] bool isTextArea(const QWidget* widget);
/// A tool button that opens a menu as a whole.
[[nodiscard]] bool opensMenu(const QStyleOptionToolButton& option);

// style_controls.cpp
void fieldFrame(const QStyleOption* option, QPainter* painter, const QWidget* widget, bool fill);
void comboBox(const QStyleOptionComboBox* option, QPainter* painter, const QWidget* widget);
void spinBox(const QStyleOptionSpinBox* option, QPainter* painter, const QWidget* widget, const QRect& up,
             const QRect& down);
void pushButton(const QStyleOptionButton* option, QPainter* painter);
void pushButtonLabel(const QStyleOptionButton* option, QPainter* painter);
void toolButtonPanel(const QStyleOption* option, QPainter* painter);
void slider(const QStyleOptionSlider* option, QPainter* painter, const QRect& groove, const QRect& handle);

// style_views.cpp
void scrollBar(const QStyleOptionSlider* option, QPainter* painter, const QRect& handle);
void headerSection(const QStyleOptionHeader* option, QPainter* painter);
void headerLabel(const QStyleOptionHeader* option, QPainter* painter);
void tabShape(const QStyleOptionTab* option, QPainter* painter);
void tabLabel(const QStyleOptionTab* option, QPainter* painter);
void progressBar(const QStyleOptionProgressBar* option, QPainter* painter);
void menuItem(const QStyleOptionMenuItem* option, QPainter* painter);
[[nodiscard]] QSize menuItemSize(const QStyleOptionMenuItem* option);
void menuBarItem(const QStyleOptionMenuItem* option, QPainter* painter);
void branch(const QStyleOption* option, QPainter* painter);
void itemRow(const QStyleOptionViewItem* option, QPainter* painter);

} // namespace plumb::ui::styling
