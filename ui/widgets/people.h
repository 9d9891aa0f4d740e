// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// People: a circle with initials, and the row of those who answered a question with a button to add one.
#pragma once

#include <QStringList>
#include <QWidget>

namespace plumb::ui {

class Button;

class Avatar : public QWidget {
    Q_OBJECT
public:
    explicit Avatar(const QString& name, QWidget* parent = nullptr, bool strong = false);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_name;
    bool m_strong;
};

/// A row of people; each is a button (to remove or look at), the plus asks for another. The first one is the strong
/// one.
class PeopleList : public QWidget {
    Q_OBJECT
public:
    explicit PeopleList(const QString& name, QWidget* parent = nullptr);
    void setPeople(const QStringList& names);
    [[nodiscard]] const QStringList& people() const noexcept { return m_people; }
    [[nodiscard]] Button* addButton() const noexcept { return m_add; }

signals:
    void personClicked(int index);
    void addClicked();

private:
    QStringList m_people;
    QList<QWidget*> m_tags;
    Button* m_add;
};

} // namespace plumb::ui
