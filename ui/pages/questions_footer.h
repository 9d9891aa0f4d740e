// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The foot of the question card: what the keys do here, and the way to the previous and the next question. A mark that
// is set (verify, park) shows as a switched-on key.
#pragma once

#include <QAbstractButton>
#include <QWidget>

namespace plumb::ui {

class ActionTable;

/// A key with its word; clicking does the same.
class KeyAction final : public QAbstractButton {
    Q_OBJECT
public:
    KeyAction(const QString& key, const QString& word, QWidget* parent = nullptr);
    void setKey(const QString& key);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_key;
};

class QuestionsFooter final : public QWidget {
    Q_OBJECT
public:
    explicit QuestionsFooter(ActionTable* actions, QWidget* parent = nullptr);
    void setMarks(bool needsVerification, bool parked);
    [[nodiscard]] QSize sizeHint() const override;

private:
    KeyAction* add(ActionTable* actions, QStringView id, const QString& word, const QString& name);
    KeyAction* m_verify;
    KeyAction* m_park;
};

} // namespace plumb::ui
