// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pictures of the window's own parts, for looking at them beside the mocks: render_shell FOLDER [theme] [WxH]. Not a
// test.
#include "tests/ui/support/app_fixture.h"
#include "tests/ui/support/window_page.h"
#include "ui/dialogs/new_review_dialog.h"
#include "ui/dialogs/settings_dialog.h"
#include "ui/shell/notices.h"
#include "ui/shell/review_view.h"
#include "ui/shell/start_options.h"
#include "ui/shell/window_menu.h"
#include "ui/theme/theme.h"
#include "ui/widgets/segmented.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QTest>

using namespace plumb;
using namespace plumb::ui;

namespace {

QString s_folder;

void save(QWidget* widget, const char* name) {
    QTest::qWait(60);
    if (!widget->grab().save(QDir(s_folder).filePath(QLatin1String(name) + QLatin1String(".png"))))
        qFatal("can't write %s", name);
}

void dialogs(test::AppFixture& app, MainWindow& window) {
    test::WindowPage page(&window);
    test::whenDialogOpens([](QWidget* dialog) { save(dialog, "keys"); });
    page.trigger(QStringLiteral("app.keys"));
    test::whenDialogOpens([](QWidget* dialog) { save(dialog, "about"); });
    page.trigger(QStringLiteral("app.about"));
    test::whenDialogOpens([](QWidget* dialog) { save(dialog, "history"); });
    page.trigger(QStringLiteral("edit.history"));
    test::whenDialogOpens([](QWidget* dialog) {
        save(dialog, "settings");
        auto* const parts = dialog->findChild<SegmentedControl*>(QStringLiteral("partSegments"));
        QTest::mouseClick(parts->segment(1), Qt::LeftButton);
        save(dialog, "settings-keys");
    });
    page.trigger(QStringLiteral("app.settings"));
    test::whenDialogOpens([&app](QWidget* dialog) {
        auto* const assistant = qobject_cast<NewReviewDialog*>(dialog);
        save(dialog, "new-empty");
        QTest::keyClicks(dialog->findChild<QLineEdit*>(QStringLiteral("nameEdit")), QStringLiteral("Claims AI"));
        QTest::keyClick(dialog->findChild<QWidget*>(QStringLiteral("lensRow1Button")), Qt::Key_Space);
        QFile bad(app.path(QStringLiteral("bad.json")));
        if (bad.open(QIODevice::WriteOnly))
            bad.write(R"({"schemaVersion": "2021", "pillars": [{"id": "p p", "questions": []}]})");
        bad.close();
        assistant->addLensFile(bad.fileName());
        QTest::qWait(300);
        save(dialog, "new-bad");
    });
    page.trigger(QStringLiteral("file.new"));
}

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QCoreApplication::setApplicationVersion(QStringLiteral("1.0"));
    const QStringList arguments = QCoreApplication::arguments();
    s_folder = arguments.value(1, QStringLiteral("."));
    QDir().mkpath(s_folder);
    test::AppFixture app;
    app.services.printPdf = [](const report::Document&, const QString&, const store::Progress&) -> Result<void> {
        return {};
    };
    auto window = app.makeWindow(true);
    if (const auto theme = themeFromText(arguments.value(2)))
        app.settings->setTheme(*theme);
    const StartOptions size =
        readStartOptions({QStringLiteral("--size"), arguments.value(3, QStringLiteral("1440x900"))});
    window->resize(size.size);
    test::WindowPage page(window.get());
    page.press(QStringLiteral("Ctrl+3"));
    save(window.get(), "later");
    page.press(QStringLiteral("Ctrl+2"));
    page.press(QStringLiteral("Ctrl+K"));
    save(window.get(), "palette");
    page.type(QStringLiteral("token"));
    save(window.get(), "palette-search");
    page.press(QStringLiteral("Esc"));
    window->openFile(QStringLiteral("/nowhere/claims.plumb"));
    save(window.get(), "notice");
    window->notices()->clear();
    window->notices()->offerUndo(QStringLiteral("None of these: two choices cleared"), QStringLiteral("Ctrl+Z"));
    window->review()->openMenu();
    if (QWidget* const menu = QApplication::activePopupWidget()) {
        save(menu, "menu");
        menu->close();
    }
    save(window.get(), "undo");
    dialogs(app, *window);
    return 0;
}
