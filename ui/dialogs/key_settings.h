// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The list of actions with their keys, and how to give them others: choose an action, press Enter, press the new key. A
// key that another action has is refused by name.
#pragma once

#include <QAbstractListModel>
#include <QStyledItemDelegate>
#include <QWidget>

class QListView;

namespace plumb::ui {

class ActionTable;
class Button;
class SearchField;
class WrapLabel;

class KeyModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum DataRole { IdRole = Qt::UserRole, CapsRole, ScopeRole, ChangedRole, WaitingRole };
    explicit KeyModel(ActionTable* actions, QObject* parent = nullptr);
    void setFilter(const QString& words);
    void setWaiting(const QString& id); ///< the action that waits for its key; empty: none
    [[nodiscard]] QString waiting() const { return m_waiting; }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    void refresh();
    ActionTable* m_actions;
    QStringList m_ids;
    QString m_waiting;
};

class KeyDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

class KeySettings final : public QWidget {
    Q_OBJECT
public:
    explicit KeySettings(ActionTable* actions, QWidget* parent = nullptr);
    void start(); ///< puts the focus where one begins

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void wait();
    void take(const QKeySequence& key);
    void stopWaiting();
    void say(const QString& sentence, bool fault);
    [[nodiscard]] QString currentId() const;

    ActionTable* m_actions;
    KeyModel* m_model;
    SearchField* m_search;
    QListView* m_list;
    Button *m_change, *m_remove, *m_reset, *m_resetAll;
    WrapLabel* m_note;
};

} // namespace plumb::ui
