// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Renders the plan and the effort chart in every look to PNG files, for looking at them beside the mocks:
// `render_plan FOLDER [REVIEW.plumb]`. QT_SCALE_FACTOR=2 gives double size. Not a test; nothing is compared.
#include "tests/ui/plan/plan_review.h"
#include "ui/bridge/action_table.h"
#include "ui/pages/effort_impact_view.h"
#include "ui/pages/plan_view.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>

using namespace plumb;
using namespace plumb::ui;

namespace {

void shoot(QWidget& page, const QString& file, const QSize& size, SchemeChoice scheme) {
    Theme::instance().setChoice(scheme);
    Theme::instance().setCompact(size.width() < 1360 - 76 || size.height() < 800 - 52 - 64);
    page.show();
    QApplication::processEvents(); // the layout has to know the new measures before it takes the size
    page.resize(size);
    for (int i = 0; i < 8; ++i)
        QApplication::processEvents();
    page.grab().save(file);
}

void shootAll(SessionBridge* bridge, ActionTable& actions, const QDir& folder, const QString& name) {
    PlanView plan(bridge, &actions);
    EffortImpactView effort(bridge, &actions);
    plan.setAutoFillBackground(true);
    effort.setAutoFillBackground(true);
    const std::pair<const char*, SchemeChoice> schemes[] = {
        {"light", SchemeChoice::Light}, {"dark", SchemeChoice::Dark}, {"contrast", SchemeChoice::HighContrast}};
    for (const auto& [look, scheme] : schemes) {
        const QString stem = name + QLatin1Char('-') + QString::fromLatin1(look);
        for (QWidget* view : {static_cast<QWidget*>(&plan), static_cast<QWidget*>(&effort)}) {
            const QString path =
                folder.filePath((view == &plan ? QStringLiteral("plan-") : QStringLiteral("effort-")) + stem);
            shoot(*view, path + QStringLiteral(".png"), {1364, 784}, scheme);
            shoot(*view, path + QStringLiteral("-1280x720.png"), {1224, 608}, scheme);
        }
    }
    const auto& items = bridge->session().plan().items;
    if (items.size() > 2)
        plan.showFinding(q(items[2].key));
    shoot(plan, folder.filePath(QStringLiteral("plan-%1-chosen.png").arg(name)), {1364, 784}, SchemeChoice::Light);
    Theme::instance().setTextScale(1.5);
    shoot(plan, folder.filePath(QStringLiteral("plan-%1-text150.png").arg(name)), {1364, 784}, SchemeChoice::Light);
    shoot(effort, folder.filePath(QStringLiteral("effort-%1-text150.png").arg(name)), {1364, 784}, SchemeChoice::Light);
    Theme::instance().setTextScale(1);
}

} // namespace

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    const QDir folder(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QDir::currentPath());
    Theme::instance().install();
    ActionTable actions(nullptr);
    if (argc > 2) {
        SystemClock clock;
        SystemRandom random;
        auto opened = session::Session::open(argv[2], store::OpenMode::ReadOnly, {clock, random, "Nobody", "render"});
        if (!opened)
            qFatal("%s", opened.error().text.c_str());
        SessionBridge bridge(std::move(*opened));
        shootAll(&bridge, actions, folder, QStringLiteral("file"));
        return 0;
    }
    test::TestReview few({test::makeLens({.pillars = 4, .questions = 4})});
    test::showRisks(few, 9, 7);
    test::writeMockFindings(few);
    shootAll(few.bridge(), actions, folder, QStringLiteral("days"));
    review::Planning planning = few.session().review().planning;
    planning.mode = review::PlanMode::Capacity;
    planning.capacity = 30;
    if (!few.session().setPlanning(planning))
        qFatal("No capacity");
    shootAll(few.bridge(), actions, folder, QStringLiteral("capacity"));
    test::TestReview many({test::makeLens({.pillars = 6, .questions = 6}), test::quickScan()});
    test::showRisks(many, 20, 26);
    test::writeMockFindings(many);
    planning.capacity = 60;
    if (!many.session().setPlanning(planning))
        qFatal("No capacity");
    shootAll(many.bridge(), actions, folder, QStringLiteral("many"));
    test::TestReview none({test::makeLens({.pillars = 1, .questions = 1})});
    shootAll(none.bridge(), actions, folder, QStringLiteral("none"));
    return 0;
}
