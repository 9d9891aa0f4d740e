// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pane_parts.h"

#include "ui/theme/focus_ring.h"
#include "ui/theme/theme.h"

#include <QScrollArea>
#include <QTreeView>
#include <QVBoxLayout>

namespace plumb::ui {

QVBoxLayout* columnOf(QWidget* pane) {
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    return column;
}

WrapLabel* oneLine(const QString& text, Role role, Token color, Digits digits) {
    auto* label = new WrapLabel(text, role, color);
    label->setMaxLines(1);
    label->setDigits(digits);
    return label;
}

void setUpPaneTree(QTreeView* tree) {
    tree->setHeaderHidden(true);
    tree->setIndentation(0);
    tree->setRootIsDecorated(false);
    tree->setExpandsOnDoubleClick(false);
    tree->setFrameShape(QFrame::NoFrame);
    tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    tree->setMouseTracking(true);
    tree->viewport()->setAttribute(Qt::WA_Hover);
    paintsOwnFocus(tree);
    const auto colors = [tree] {
        QPalette palette = tree->palette();
        palette.setColor(QPalette::Base, tokens()[Token::Sunken]);
        tree->setPalette(palette);
        tree->doItemsLayout();
    };
    QObject::connect(&Theme::instance(), &Theme::changed, tree, colors);
    colors();
}

void setUpPaneScroll(QScrollArea* area) {
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const auto colors = [area] {
        QPalette palette = area->palette();
        palette.setColor(QPalette::Window, tokens()[Token::Sunken]);
        area->setPalette(palette);
    };
    QObject::connect(&Theme::instance(), &Theme::changed, area, colors);
    colors();
}

} // namespace plumb::ui
