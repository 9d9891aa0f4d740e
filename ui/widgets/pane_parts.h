// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What panes are put together from: the column inside one, a line of text, and how a tree in a side pane behaves.
#pragma once

#include "ui/widgets/wrap_label.h"

class QScrollArea;
class QTreeView;
class QVBoxLayout;

namespace plumb::ui {

/// A column that fills the pane, without margins and spacing; the pane owns it.
[[nodiscard]] QVBoxLayout* columnOf(QWidget* pane);

/// A label that elides instead of wrapping. Owned by the layout it is put into.
[[nodiscard]] WrapLabel* oneLine(const QString& text, Role role, Token color, Digits digits = Digits::Proportional);

/// A tree whose delegate paints everything, on the ground of a side pane: no header, frame, indentation or editing.
/// Follows the theme for as long as it lives.
void setUpPaneTree(QTreeView* tree);

/// A scroll area on the ground of a side pane, without a frame, sideways scrolling and focus of its own. Follows the
/// theme for as long as it lives.
void setUpPaneScroll(QScrollArea* area);

} // namespace plumb::ui
