// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pictures of the what-if view over the sample review, for looking at them beside the mocks: `render_what_if FOLDER`.
// QT_SCALE_FACTOR=2 gives double size. Not a test; nothing is compared.
#include "tests/ui/support/app_fixture.h"
#include "ui/models/what_if_model.h"
#include "ui/pages/what_if_view.h"
#include "ui/shell/main_window.h"
#include "ui/shell/notices.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QTest>

using namespace plumb;
using namespace plumb::ui;

namespace {

void shoot(QWidget& view, const QString& file, const QSize& size, SchemeChoice scheme) {
    Theme::instance().setChoice(scheme);
    Theme::instance().setCompact(size.width() < 1360 - 76 || size.height() < 800 - 116);
    view.resize(size);
    view.show();
    for (int i = 0; i < 5; ++i)
        QApplication::processEvents();
    view.grab().save(file);
}

void shootDialog(QWidget* window, const QString& file) {
    QDialog* dialog = nullptr;
    for (QDialog* each : window->findChildren<QDialog*>())
        dialog = each->isVisible() ? each : dialog;
    if (dialog == nullptr)
        qFatal("No dialog for %s", qPrintable(file));
    QApplication::processEvents();
    dialog->grab().save(file);
    dialog->reject();
    QApplication::processEvents();
}

/// Next review, reminder and the dialogs, some 200 days later.
void shootOverview(test::AppFixture& fixture, const QDir& folder) {
    fixture.services.sampleFolder = fixture.path(QStringLiteral("later"));
    auto session = openSample(fixture.services);
    if (!session)
        qFatal("%s", session.error().text.c_str());
    const bool put =
        (*session)->putEvent({{}, review::EventKind::Review, {2026, 11, 20}, "third one"}).has_value() &&
        (*session)
            ->putEvent({{}, review::EventKind::ModelUpdate, {2027, 1, 20}, "the assistant moves to a new model"})
            .has_value();
    if (!put)
        qFatal("No events");
    MainWindow window(fixture.services);
    fixture.clock.advance(200LL * 86'400'000);
    window.showSession(std::move(*session), Place::Overview);
    for (const auto& [name, scheme] :
         {std::pair("light", SchemeChoice::Light), std::pair("dark", SchemeChoice::Dark)}) {
        const QString look = QString::fromLatin1(name);
        shoot(window, folder.filePath(QStringLiteral("overview-%1.png").arg(look)), {1440, 900}, scheme);
        const std::pair<const char*, const char*> dialogs[] = {
            {"overview.event", "event"}, {"overview.cadence", "cadence"}, {"edit.priorities", "priorities"}};
        for (const auto& [action, file] : dialogs) {
            window.actionTable()->action(QString::fromLatin1(action))->trigger();
            shootDialog(&window, folder.filePath(QStringLiteral("dialog-%1-%2.png").arg(QLatin1String(file), look)));
        }
    }
    shoot(window, folder.filePath(QStringLiteral("overview-small.png")), {1280, 720}, SchemeChoice::Light);
    window.notices()->clear();
    window.go(Place::Findings);
    window.actionTable()->action(u"findings.whatIf")->trigger();
    auto* view = window.findChild<WhatIfView*>();
    if (view == nullptr)
        qFatal("The findings place shows no what-if");
    view->model()->toggle(view->model()->index(0, 0, view->model()->index(0, 0)));
    shoot(window, folder.filePath(QStringLiteral("window-what-if.png")), {1440, 900}, SchemeChoice::Light);
    shoot(window, folder.filePath(QStringLiteral("window-what-if-1280x720.png")), {1280, 720}, SchemeChoice::Dark);
    Theme::instance().setTextScale(1.5);
    shoot(window, folder.filePath(QStringLiteral("window-what-if-150.png")), {1440, 900}, SchemeChoice::Light);
    Theme::instance().setTextScale(1.0);
    window.actionTable()->action(u"findings.applyWhatIf")->trigger();
    shoot(window, folder.filePath(QStringLiteral("window-what-if-applied.png")), {1440, 900}, SchemeChoice::Light);
    window.closeReview();
    shoot(window, folder.filePath(QStringLiteral("start-due.png")), {1440, 900}, SchemeChoice::Light);
}

} // namespace

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    const QDir folder(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QDir::currentPath());
    test::AppFixture fixture;
    auto session = openSample(fixture.services);
    if (!session)
        qFatal("%s", session.error().text.c_str());
    SessionBridge bridge(std::move(*session));
    ActionTable actions(nullptr);
    WhatIfView view(&bridge, &actions);
    shoot(view, folder.filePath(QStringLiteral("what-if-nothing.png")), {1364, 784}, SchemeChoice::Light);
    WhatIfModel* model = view.model();
    model->toggle(model->index(0, 0));
    if (model->rowCount() > 1)
        model->toggle(model->index(0, 0, model->index(1, 0)));
    view.showFinding(model->finding(model->index(1, 0, model->index(0, 0))));
    const std::pair<const char*, SchemeChoice> schemes[] = {
        {"light", SchemeChoice::Light}, {"dark", SchemeChoice::Dark}, {"contrast", SchemeChoice::HighContrast}};
    for (const auto& [name, scheme] : schemes) {
        const QString stem = folder.filePath(QStringLiteral("what-if-") + QString::fromLatin1(name));
        shoot(view, stem + QStringLiteral(".png"), {1364, 784}, scheme);
        shoot(view, stem + QStringLiteral("-1280x720.png"), {1224, 608}, scheme);
    }
    shoot(view, folder.filePath(QStringLiteral("what-if-narrow.png")), {968, 540}, SchemeChoice::Light);
    QTest::mouseClick(view.findChild<QWidget*>(QStringLiteral("whatIfModes"))->findChildren<QAbstractButton*>().at(1),
                      Qt::LeftButton);
    shoot(view, folder.filePath(QStringLiteral("what-if-practices.png")), {1364, 784}, SchemeChoice::Light);
    view.hide();
    shootOverview(fixture, folder);
    return 0;
}
