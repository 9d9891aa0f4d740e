// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The bar over every place of an open review: which review, go to anything, saved when, undo and redo, a snapshot, the
// report. It shows what it is told and triggers actions of the table.
#pragma once

#include <QWidget>

class QAbstractButton;
class QMenu;

namespace plumb::ui {

class ActionTable;
class Button;
class WrapLabel;

class TopBar final : public QWidget {
    Q_OBJECT
public:
    TopBar(ActionTable* actions, QWidget* parent = nullptr);

    /// Name and what stands behind it ("Northwind Mutual", "Read-only").
    void setReview(const QString& name, const QString& detail);
    void setSaved(const QString& text); ///< "Saved 14:32"
    /// Opens at the review's name. Not owned.
    void setMenu(QMenu* menu);
    void openMenu(); ///< as a click on the name does

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();

    ActionTable* m_actions;
    QAbstractButton* m_review;
    QAbstractButton* m_goto;
    WrapLabel* m_saved;
    Button* m_undo;
    Button* m_redo;
    Button* m_snapshot;
    Button* m_export;
    QMenu* m_menu = nullptr;
    int m_separatorX = 0;
};

} // namespace plumb::ui
