// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A day as text: reads "15 Jan 2027", "2027-01-15", "15.1.2027" and "15 Jan" (the next one); Up and Down move by a day,
// Page Up and Page Down by a month. Empty is no day. Wrong text keeps its frame until it is mended; it is never taken.
#pragma once

#include <QDate>
#include <QLineEdit>

namespace plumb::ui {

class DateField : public QLineEdit {
    Q_OBJECT
public:
    /// `today` completes days without a year and is where the arrows start.
    explicit DateField(QDate today = {}, QWidget* parent = nullptr);

    void setToday(QDate today) { m_today = today; }
    void setDate(QDate date);
    [[nodiscard]] QDate date() const;      ///< invalid: empty or wrong
    [[nodiscard]] bool acceptable() const; ///< empty or a day
    /// The day that a text means; invalid when it means none.
    [[nodiscard]] static QDate parse(const QString& text, QDate today);

signals:
    void committed(const QDate& date); ///< Enter or leaving with a day other than the one that was set; may be invalid
    void refused(const QString& sentence); ///< the text is no day; empty: it is one again

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void commit();
    void check();
    QDate m_today, m_set;
};

} // namespace plumb::ui
