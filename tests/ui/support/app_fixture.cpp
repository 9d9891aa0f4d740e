// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/app_fixture.h"

#include "questionnaires/built_in.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QTimer>

namespace plumb::test {

QString PreparedDialogs::next() {
    return answers.isEmpty() ? QString() : answers.takeFirst();
}

QString PreparedDialogs::open(QWidget*, const QString& title, const QString&, const QString&) {
    asked.append(title);
    return next();
}

QString PreparedDialogs::save(QWidget*, const QString& title, const QString& suggested, const QString&, bool) {
    asked.append(title);
    asked.append(suggested);
    return next();
}

AppFixture::AppFixture() : clock(parseInstant("2026-11-22T14:32:00Z").value()), random(7) {
    static const bool installed = [] {
        ui::Theme::instance().install();
        return true;
    }();
    Q_UNUSED(installed)
    ui::Theme::instance().setReducedMotion(true);
    settings = std::make_unique<ui::Settings>(path(QStringLiteral("settings.ini")));
    settings->setAuthor(QStringLiteral("Ines Albrecht"));
    settings->setFolder(folder.path());
    services.clock = &clock;
    services.random = &random;
    services.settings = settings.get();
    services.dialogs = &dialogs;
    services.library = questionnaires::builtIn();
    services.sampleScript = questionnaires::sampleScript();
    services.sampleFolder = path(QStringLiteral("sample"));
}

void AppFixture::provideSample() {
    static QByteArray bytes;
    const QString name = services.sampleFolder + QStringLiteral("/northwind-claims.plumb");
    if (bytes.isEmpty()) {
        if (const auto made = ui::openSample(services); !made)
            qFatal("%s", made.error().text.c_str());
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("The sample can't be read");
        bytes = file.readAll();
        return;
    }
    QFile file(name);
    if (!QDir().mkpath(services.sampleFolder) || !file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("The sample can't be written");
}

std::unique_ptr<ui::MainWindow> AppFixture::makeWindow(bool sample) {
    if (sample && !QFile::exists(services.sampleFolder + QStringLiteral("/northwind-claims.plumb")))
        provideSample();
    auto window = std::make_unique<ui::MainWindow>(services);
    window->resize(1440, 900);
    if (!sample || !window->openSampleReview())
        window->showStartPage();
    window->show();
    window->activateWindow();
    if (!QTest::qWaitForWindowActive(window.get()))
        qFatal("The window did not become active");
    return window;
}

QString AppFixture::makeReview(const QString& name, const QString& workload, const QString& client) {
    session::NewReview content;
    content.workload.name = workload.toStdString();
    content.workload.client = client.toStdString();
    const session::BuiltInLens* const lens = session::find(services.library, "ai-quick-scan");
    content.lenses.push_back({std::string(lens->id), std::string(lens->lens), std::string(lens->overlay), "lens.json"});
    const auto made = session::Session::create(path(name).toStdString(), content, ui::environmentFor(services));
    if (!made)
        qFatal("%s", made.error().text.c_str());
    return path(name);
}

void failOnWarnings() {
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support propagateSizeHints)")));
}

void whenDialogOpens(const std::function<void(QWidget* dialog)>& act) {
    // A dialog runs its own event loop, in which this timer fires.
    QTimer::singleShot(0, qApp, [act] {
        QWidget* const dialog = QApplication::activeModalWidget();
        if (!dialog) {
            whenDialogOpens(act);
            return;
        }
        act(dialog);
        if (auto* const open = qobject_cast<QDialog*>(dialog); open && open->isVisible())
            open->reject();
    });
}

} // namespace plumb::test
