// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pictures of the window while the sample review is merged, upgraded, or shown as a snapshot, for looking at them:
// `render_merge_window FOLDER [THEME] [WxH]`. Not a test; nothing is compared.
#include "tests/ui/support/app_fixture.h"
#include "tests/ui/support/window_page.h"
#include "ui/pages/merge_page.h"
#include "ui/shell/start_options.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QTest>

using namespace plumb;
using namespace plumb::ui;

namespace {

QDir s_folder;

void save(QWidget* widget, const char* name) {
    QTest::qWait(60);
    if (!widget->grab().save(s_folder.filePath(QLatin1String(name) + QLatin1String(".png"))))
        qFatal("can't write %s", name);
}

void must(const Result<void>& done) {
    if (!done)
        qFatal("%s", done.error().text.c_str());
}

void change(session::Session& session, const char* note, const char* owner, const char* recommendation, Date due) {
    session::AnswerEdit answer;
    answer.note = note;
    must(session.edit(session.review().answers.begin()->first, answer));
    session::FindingEdit finding;
    finding.owner = owner;
    finding.recommendation = recommendation;
    finding.due = due;
    const std::string key = session.findings().at(1).key;
    if (const auto done = session.editFindings({{key, finding}}); !done)
        qFatal("%s", done.error().text.c_str());
    review::Costs costs = session.review().costs;
    costs.items.front().note = note;
    must(session.setCosts(costs, "Note the source"));
}

/// A file beside the sample with what Tom did, while Ines worked on.
QString partWays(test::AppFixture& app, MainWindow& window) {
    session::Session& ours = window.bridge()->session();
    const QString other = app.path(QStringLiteral("northwind-claims-tom.plumb"));
    if (!QFile::copy(q(ours.path().string()), other))
        qFatal("can't copy");
    app.settings->setAuthor(QStringLiteral("Tom Okafor"));
    auto tom = session::Session::open(s(other), session::OpenMode::ReadWrite, environmentFor(app.services));
    app.settings->setAuthor(QStringLiteral("Ines Albrecht"));
    if (!tom)
        qFatal("%s", tom.error().text.c_str());
    app.clock.advance(3'600'000);
    change(**tom, "Twelve steps at most, and an alarm at ten.", "Kenji Abe",
           "Measure each week on a sample that people have labelled, and stop the model when it falls by two points.",
           Date{2027, 2, 28});
    app.clock.advance(600'000);
    change(ours, "Ten steps at most, and an alarm at eight.", "Dev Raman",
           "Measure each month on a sample that people have labelled, and say who stops the model.", Date{2027, 1, 15});
    return other;
}

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    s_folder = QDir(arguments.value(1, QStringLiteral(".")));
    s_folder.mkpath(QStringLiteral("."));
    test::AppFixture app;
    auto window = app.makeWindow(true);
    if (const auto theme = themeFromText(arguments.value(2)))
        app.settings->setTheme(*theme);
    window->resize(readStartOptions({QStringLiteral("--size"), arguments.value(3, QStringLiteral("1440x900"))}).size);
    test::WindowPage page(window.get());
    session::Session& session = window->bridge()->session();
    must([&]() -> Result<void> {
        PLUMB_TRY(made, session.createSnapshot("Review 1"));
        Q_UNUSED(made)
        return {};
    }());
    const QString other = partWays(app, *window);
    window->mergeCopy(other);
    if (!QTest::qWaitFor([&] { return window->findChild<MergePage*>() != nullptr; }))
        qFatal("no merge page");
    auto* const merge = window->findChild<MergePage*>();
    merge->decisions()->choose(0, MergeDecisions::Choice::Both);
    merge->showItem(1);
    save(window.get(), "window-merge");
    merge->decisions()->chooseRest(store::Side::Ours);
    merge->showItem(0);
    save(window.get(), "window-merge-both");
    page.press(QStringLiteral("Ctrl+Return"));
    if (!QTest::qWaitFor([&] { return window->findChild<MergePage*>() == nullptr; }))
        qFatal("not merged");
    save(window.get(), "window-merged");
    window->mergeCopy(other);
    QTest::qWait(500);
    save(window.get(), "window-nothing");
    window->openSnapshot(QStringLiteral("Review 1"));
    QTest::qWait(500);
    save(window.get(), "window-snapshot");
    window->backToReview();

    // A version of a questionnaire with one question less and another rule.
    const review::ReviewLens& first = window->bridge()->session().review().lenses.front();
    const session::BuiltInLens* const now = session::find(app.services.library, first.lens->id);
    std::string changed(now->lens);
    for (std::size_t at = changed.find("\"title\": \""); at != std::string::npos;
         at = changed.find("\"title\": \"", at))
        changed.insert(at += 10, "Today: ");
    const session::BuiltInLens newer{now->id, changed, now->overlay};
    const QString path = q(window->bridge()->session().path().string());
    window.reset();
    app.services.library = {&newer, 1};
    window = app.makeWindow();
    window->resize(readStartOptions({QStringLiteral("--size"), arguments.value(3, QStringLiteral("1440x900"))}).size);
    window->openFile(path);
    window->go(Place::Overview);
    save(window.get(), "window-newer");
    test::whenDialogOpens([](QWidget* dialog) {
        save(dialog, "upgrade");
        QTest::keyClick(dialog, Qt::Key_Return);
    });
    window->actionTable()->action(u"review.upgradeLens")->trigger();
    window->go(Place::Questions);
    save(window.get(), "window-confirm");
    return 0;
}
