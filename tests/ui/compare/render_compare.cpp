// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pictures of the Compare place for looking at them beside the mock: `render_compare FILE FOLDER`, where FILE is a
// review with snapshots. QT_SCALE_FACTOR=2 gives double size. Not a test; nothing is compared.
#include "ui/bridge/action_table.h"
#include "ui/bridge/job_runner.h"
#include "ui/bridge/session_bridge.h"
#include "ui/dialogs/snapshot_dialog.h"
#include "ui/pages/compare_page.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QtTest>

using namespace plumb;
using namespace plumb::ui;

namespace {

struct Studio {
    explicit Studio(const QString& file, const QString& into) : clock(SystemClock().now()), random(1), folder(into) {
        auto opened = session::Session::open(s(file), session::OpenMode::ReadWrite,
                                             session::Environment{clock, random, "Ines Albrecht", "render"});
        if (!opened)
            qFatal("%s", opened.error().text.c_str());
        bridge = std::make_unique<SessionBridge>(std::move(*opened));
        page = std::make_unique<ComparePage>(bridge.get(), &actions, &jobs, nullptr);
        page->show();
        settle();
    }
    void settle() {
        if (!QTest::qWaitFor([this] { return !page->busy() && jobs.running().isEmpty(); }, 20'000))
            qFatal("The comparison did not come");
        for (int i = 0; i < 5; ++i)
            QApplication::processEvents();
    }
    void size(const QSize& wanted, SchemeChoice scheme) {
        Theme::instance().setChoice(scheme);
        Theme::instance().setCompact(wanted.width() < 1360 - 76 || wanted.height() < 800 - 52);
        page->resize(wanted);
        settle();
    }
    void run(const char16_t* action) {
        actions.action(action)->trigger();
        settle();
    }
    void shoot(const QString& name) { page->grab().save(folder.filePath(name + QStringLiteral(".png"))); }
    void shootDialog(const QString& name) {
        for (QDialog* dialog : page->findChildren<QDialog*>())
            if (dialog->isVisible()) {
                dialog->grab().save(folder.filePath(name + QStringLiteral(".png")));
                dialog->reject();
            }
        settle();
    }

    FixedClock clock;
    SeededRandom random;
    QDir folder;
    ActionTable actions{nullptr};
    JobRunner jobs;
    std::unique_ptr<SessionBridge> bridge;
    std::unique_ptr<ComparePage> page;
};

} // namespace

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    if (argc < 3)
        qFatal("render_compare FILE FOLDER");
    Theme::instance().install();
    Studio studio(QString::fromLocal8Bit(argv[1]), QString::fromLocal8Bit(argv[2]));
    studio.size({1364, 848}, SchemeChoice::Light);
    studio.run(u"compare.next");
    studio.shoot(QStringLiteral("detail-light"));
    studio.run(u"compare.findings");
    studio.run(u"compare.next");
    studio.run(u"compare.money");
    studio.shoot(QStringLiteral("findings-money"));
    studio.size({1364, 848}, SchemeChoice::Dark);
    studio.shoot(QStringLiteral("findings-dark"));
    studio.size({1224, 672}, SchemeChoice::Light);
    studio.shoot(QStringLiteral("small-findings"));
    studio.run(u"compare.causes");
    studio.shoot(QStringLiteral("small-causes"));
    studio.run(u"compare.trend");
    studio.shoot(QStringLiteral("small-trend"));
    studio.size({960, 640}, SchemeChoice::Light);
    studio.run(u"compare.questions");
    studio.shoot(QStringLiteral("narrow"));
    Theme::instance().setTextScale(1.5);
    studio.size({1364, 848}, SchemeChoice::Light);
    studio.shoot(QStringLiteral("large-text"));
    Theme::instance().setTextScale(1);
    studio.size({1364, 848}, SchemeChoice::Light);
    studio.run(u"compare.snapshots");
    studio.shootDialog(QStringLiteral("snapshots"));
    SnapshotDialog::ask(studio.bridge.get(), studio.page.get(), [](const QString&) {});
    studio.shootDialog(QStringLiteral("take"));
    studio.page->setSides({"/nowhere/claims-old.plumb", {}}, {});
    studio.settle();
    studio.shoot(QStringLiteral("trouble"));
    return 0;
}
