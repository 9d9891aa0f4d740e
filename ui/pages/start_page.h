// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the window shows while no review is open: start a new one, open one, look at the sample, or go on with a recent
// one. It opens nothing itself.
#pragma once

#include "core/base/time.h"

#include <QSet>
#include <QWidget>

class QListView;

namespace plumb::ui {

class ActionTable;
class Button;
class EmptyPlace;
class MessageBar;
class RecentModel;
class SearchField;
class Settings;
class StartDrawing;
class WrapLabel;

class StartPage final : public QWidget {
    Q_OBJECT
public:
    /// All of them must outlive the page.
    StartPage(Settings* settings, ActionTable* actions, Clock* clock, QWidget* parent = nullptr);

signals:
    void openRequested(const QString& path, bool readOnly);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override; ///< days may have passed
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeColumn();
    void makeList();
    void arrangeColumn();
    void arrangeList();
    void showDue();      ///< the review that is due first
    void showWhatFits(); ///< list, nothing found, or nothing yet
    void openRow(const QModelIndex& index);
    void listMenu(const QPoint& at);
    void removeRow();

    Settings* m_settings;
    ActionTable* m_actions;
    Clock* m_clock;
    RecentModel* m_model;
    StartDrawing* m_drawing;
    Button *m_new = nullptr, *m_open = nullptr, *m_sample = nullptr, *m_options = nullptr, *m_help = nullptr;
    WrapLabel* m_version = nullptr;
    WrapLabel* m_title = nullptr;
    WrapLabel* m_foot = nullptr;
    WrapLabel* m_nothing = nullptr;
    SearchField* m_search = nullptr;
    QListView* m_list = nullptr;
    EmptyPlace* m_empty = nullptr;
    MessageBar* m_due = nullptr;
    QString m_duePath;     ///< of the review that the bar speaks of
    QSet<QString> m_later; ///< put off until the next start
    int m_headY = 0;
};

} // namespace plumb::ui
