// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/questions_place.h"

#include "ui/pages/questions_page.h"
#include "ui/widgets/wrap_label.h"

#include <QApplication>
#include <QClipboard>
#include <QTest>
#include <QTextEdit>

namespace plumb::test {
namespace {

constexpr int kMostStops = 80; ///< more than the window has

/// The dialog that opened on top of the page, ready for keys.
QWidget* openDialog(const char* name) {
    QWidget* const dialog = QApplication::activeModalWidget();
    if (!dialog || dialog->objectName() != QLatin1String(name))
        qFatal("The dialog \"%s\" is not open", name);
    dialog->activateWindow(); // the offscreen platform may forget it
    if (!QTest::qWaitFor([dialog] { return QApplication::activeWindow() == dialog && dialog->focusWidget(); }))
        qFatal("The dialog \"%s\" did not become active", name);
    return dialog;
}

} // namespace

void QuestionsPlace::tick(int number) {
    m_page->press(QString::number(number % 10));
}

void QuestionsPlace::writeNote(const QString& text) {
    m_page->press(QStringLiteral("T"));
    m_page->type(text);
    m_page->press(QStringLiteral("Esc"));
}

void QuestionsPlace::nameWho(const QString& name) {
    m_page->press(QStringLiteral("W"));
    m_page->type(name);
    m_page->press(QStringLiteral("Return"));
}

void QuestionsPlace::chooseSegment(const QString& control, const QString& word) {
    const auto* const wanted = m_page->find<QWidget>(control);
    QString along = QStringLiteral("Right");
    QStringList stops; // for the one who has to find out why
    for (int i = 0; i < kMostStops; ++i) {
        const auto* const focus = qobject_cast<QAbstractButton*>(QApplication::focusWidget());
        const bool inside = focus && wanted->isAncestorOf(focus);
        if (inside && focus->text() == word) {
            m_page->press(QStringLiteral("Space"));
            return;
        }
        stops << (focus ? focus->objectName() : QStringLiteral("-"));
        m_page->press(inside ? along : QStringLiteral("Tab"));
        if (inside && QApplication::focusWidget() == focus)
            along = QStringLiteral("Left"); // it was the last one
    }
    qFatal("No key comes to \"%s\", only to %s", qPrintable(word), qPrintable(stops.join(QStringLiteral(", "))));
}

void QuestionsPlace::notApplicable(int reason, const QString& sentence) {
    m_page->press(QStringLiteral("X"));
    reasonDialog(reason, sentence);
}

void QuestionsPlace::choiceNotApplicable(int number, int reason) {
    m_page->press(QStringLiteral("Alt+%1").arg(number % 10));
    reasonDialog(reason, {});
}

void QuestionsPlace::reasonDialog(int reason, const QString& sentence) {
    openDialog("notApplicableDialog");
    for (int i = 0; i < reason; ++i)
        m_page->press(QStringLiteral("Down"));
    if (!sentence.isEmpty()) {
        m_page->press(QStringLiteral("Tab"));
        m_page->type(sentence);
    }
    m_page->press(QStringLiteral("Return"));
    m_page->activateAgain();
}

void QuestionsPlace::paste(const QString& text) {
    QApplication::clipboard()->setText(text);
    m_page->press(QStringLiteral("Ctrl+Shift+V"));
}

void QuestionsPlace::chooseEvidenceFile() {
    m_page->press(QStringLiteral("E"));
    QWidget* const dialog = openDialog("evidenceDialog");
    QTest::mouseClick(dialog->findChild<QWidget*>(QStringLiteral("chooseFileButton")), Qt::LeftButton);
    m_page->activateAgain();
}

QuestionKey QuestionsPlace::current() const {
    return m_page->find<ui::QuestionsPage>(QStringLiteral("questionsPage"))->current();
}

QString QuestionsPlace::risk() const {
    return m_page->find<ui::WrapLabel>(QStringLiteral("whyLabel"))->text().section(QLatin1Char('.'), 0, 0);
}

bool QuestionsPlace::ticked(const QString& row) const {
    return m_page->find<QAbstractButton>(row + QStringLiteral("Button"))->isChecked();
}

QString QuestionsPlace::note() const {
    return m_page->find<QTextEdit>(QStringLiteral("noteEdit"))->toPlainText();
}

QString QuestionsPlace::segment(const QString& control) const {
    const auto segments = m_page->find<QWidget>(control)->findChildren<QAbstractButton*>();
    for (const QAbstractButton* const each : segments) {
        if (each->isChecked())
            return each->text();
    }
    return {};
}

QStringList QuestionsPlace::evidence() const {
    QStringList rows;
    const auto buttons = m_window->findChildren<QAbstractButton*>(QStringLiteral("evidenceButton"));
    for (const QAbstractButton* const row : buttons) {
        if (!row->isHidden())
            rows << row->text();
    }
    return rows;
}

} // namespace plumb::test
