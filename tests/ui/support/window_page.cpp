// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/window_page.h"

#include "ui/shell/notices.h"
#include "ui/shell/review_view.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/wrap_label.h"

#include <QApplication>
#include <QTest>

namespace plumb::test {

void WindowPage::press(const QString& keys) {
    const QKeySequence sequence(keys, QKeySequence::PortableText);
    for (int i = 0; i < sequence.count(); ++i) {
        const QKeyCombination key = sequence[static_cast<uint>(i)];
        QWidget* const target = QApplication::focusWidget() ? QApplication::focusWidget() : m_window;
        QTest::keyClick(target, key.key(), key.keyboardModifiers());
    }
}

void WindowPage::type(const QString& text) {
    QTest::keyClicks(QApplication::focusWidget(), text);
}

void WindowPage::click(const QString& objectName) {
    QTest::mouseClick(find(objectName), Qt::LeftButton);
}

void WindowPage::trigger(const QString& actionId) {
    m_window->actionTable()->action(actionId)->trigger();
}

void WindowPage::activateAgain() {
    m_window->activateWindow();
    if (!QTest::qWaitForWindowActive(m_window))
        qFatal("The window did not become active again");
}

QString WindowPage::place() const {
    return m_window->review() ? ui::placeId(m_window->review()->place()) : QStringLiteral("start");
}

QString WindowPage::notice() const {
    const ui::MessageBar* const bar = m_window->notices()->message();
    if (!bar || !bar->isVisible())
        return {};
    QStringList texts;
    const auto labels = bar->findChildren<ui::WrapLabel*>();
    for (const ui::WrapLabel* const label : labels)
        texts.append(label->text());
    return texts.join(QStringLiteral("\n"));
}

QString WindowPage::undoTip() const {
    return find(QStringLiteral("undoButton"))->toolTip();
}

bool WindowPage::canUndo() const {
    return find(QStringLiteral("undoButton"))->isEnabled();
}

bool WindowPage::canRedo() const {
    return find(QStringLiteral("redoButton"))->isEnabled();
}

QString WindowPage::saved() const {
    return find<ui::WrapLabel>(QStringLiteral("savedLabel"))->text().simplified();
}

bool WindowPage::paletteOpen() const {
    const auto* const palette = m_window->findChild<QWidget*>(QStringLiteral("gotoPalette"));
    return palette && palette->isVisible();
}

QStringList WindowPage::paletteTitles() const {
    return rows(QStringLiteral("gotoList"));
}

QStringList WindowPage::recentNames() const {
    return rows(QStringLiteral("recentList"));
}

QStringList WindowPage::rows(const QString& list) const {
    const QAbstractItemModel* const model = find<QListView>(list)->model();
    QStringList texts;
    for (int row = 0; row < model->rowCount(); ++row)
        texts.append(model->index(row, 0).data().toString());
    return texts;
}

} // namespace plumb::test
