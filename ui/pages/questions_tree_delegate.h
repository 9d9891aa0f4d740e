// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Paints the rows of the question tree: lens and pillar rows with chevron, progress and "n/m", question rows with mark,
// number, short title and one flag. The row of the current question is bold on the selection tint with its bar.
#pragma once

#include "ui/models/question_tree_model.h"
#include "ui/theme/icon.h"

#include <optional>
#include <QStyledItemDelegate>

namespace plumb::ui {

class QuestionTreeDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit QuestionTreeDelegate(QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintGroup(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index, bool top) const;
    void paintQuestion(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
};

} // namespace plumb::ui
