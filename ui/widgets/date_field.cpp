// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/date_field.h"

#include "ui/theme/style.h"

#include <QKeyEvent>
#include <QLocale>

namespace plumb::ui {

namespace {

QString words(QDate date) {
    return date.isValid() ? QLocale().toString(date, QStringLiteral("d MMM yyyy")) : QString();
}

} // namespace

DateField::DateField(QDate today, QWidget* parent) : QLineEdit(parent), m_today(today) {
    setPlaceholderText(tr("Day"));
    setToolTip(tr("A day, such as 15 Jan 2027; Up and Down change it"));
    connect(this, &QLineEdit::textEdited, this, &DateField::check);
}

QDate DateField::parse(const QString& text, QDate today) {
    const QString plain = text.simplified();
    const QLocale locale, english(QLocale::English);
    for (const QString& format : {QStringLiteral("yyyy-M-d"), QStringLiteral("d MMM yyyy"),
                                  QStringLiteral("d MMMM yyyy"), QStringLiteral("d.M.yyyy")}) {
        for (const QLocale& each : {locale, english})
            if (const QDate date = each.toDate(plain, format); date.isValid() && date.year() >= 1900)
                return date;
    }
    if (!today.isValid())
        return {};
    for (const QString& format :
         {QStringLiteral("d MMM yyyy"), QStringLiteral("d MMMM yyyy"), QStringLiteral("d.M. yyyy")}) {
        for (const int year : {today.year(), today.year() + 1})
            for (const QLocale& each : {locale, english}) {
                const QDate date = each.toDate(plain + QLatin1Char(' ') + QString::number(year), format);
                if (date.isValid() && date >= today)
                    return date;
            }
    }
    return {};
}

void DateField::setDate(QDate date) {
    m_set = date;
    setText(words(date));
    setCursorPosition(0);
    check();
}

QDate DateField::date() const {
    return parse(text(), m_today);
}

bool DateField::acceptable() const {
    return text().simplified().isEmpty() || date().isValid();
}

void DateField::check() {
    const bool wrong = !acceptable();
    if (property(kErrorProperty).toBool() == wrong)
        return;
    // While one types every beginning is wrong; it is said when the field is left.
    if (wrong && hasFocus())
        return;
    setProperty(kErrorProperty, wrong);
    update();
    emit refused(wrong ? tr("There is no such day.") : QString());
}

void DateField::commit() {
    if (!acceptable()) {
        setProperty(kErrorProperty, true);
        update();
        emit refused(tr("There is no such day."));
        return;
    }
    const QDate now = date();
    if (now == m_set)
        return;
    m_set = now;
    setText(words(now));
    setCursorPosition(0);
    emit committed(now);
}

void DateField::keyPressEvent(QKeyEvent* event) {
    const auto step = [this](int days, int months) {
        const QDate from = date().isValid() ? date() : m_today.isValid() ? m_today : QDate::currentDate();
        setText(words(from.addDays(days).addMonths(months)));
        check();
    };
    switch (event->key()) {
    case Qt::Key_Up:
        return isReadOnly() ? QLineEdit::keyPressEvent(event) : step(1, 0);
    case Qt::Key_Down:
        return isReadOnly() ? QLineEdit::keyPressEvent(event) : step(-1, 0);
    case Qt::Key_PageUp:
        return isReadOnly() ? QLineEdit::keyPressEvent(event) : step(0, 1);
    case Qt::Key_PageDown:
        return isReadOnly() ? QLineEdit::keyPressEvent(event) : step(0, -1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        commit();
        break; // goes on: an editor in a table closes by it
    case Qt::Key_Escape:
        if (text() != words(m_set)) {
            setDate(m_set);
            return;
        }
        break;
    default:
        break;
    }
    QLineEdit::keyPressEvent(event);
}

void DateField::focusOutEvent(QFocusEvent* event) {
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        commit();
}

} // namespace plumb::ui
