// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pictures of the merge page for looking at them beside the mock: `render_merge FOLDER`. QT_SCALE_FACTOR=2 gives double
// size. Not a test; nothing is compared.
#include "tests/ui/merge/merge_driver.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>

using namespace plumb;
using namespace plumb::ui;

namespace {

void shoot(test::MergeDriver& driver, const QString& file, const QSize& size, SchemeChoice scheme) {
    Theme::instance().setChoice(scheme);
    Theme::instance().setCompact(size.width() < 1360 - 76 || size.height() < 800 - 52);
    driver.page().resize(size);
    for (int i = 0; i < 5; ++i)
        QApplication::processEvents();
    driver.page().grab().save(file);
}

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    const QDir folder(QCoreApplication::arguments().value(1, QStringLiteral(".")));
    folder.mkpath(QStringLiteral("."));
    const QSize large(1364, 848), small(1224, 672);
    {
        test::MergeDriver driver;
        for (int item = 0; item < 6; ++item) {
            driver.page().showItem(item);
            driver.decisions().choose(item,
                                      item % 2 == 0 ? MergeDecisions::Choice::Ours : MergeDecisions::Choice::Theirs);
        }
        driver.page().showItem(6);
        driver.decisions().choose(6, MergeDecisions::Choice::Ours);
        shoot(driver, folder.filePath(QStringLiteral("merge.png")), large, SchemeChoice::Light);
        shoot(driver, folder.filePath(QStringLiteral("merge-dark.png")), large, SchemeChoice::Dark);
        shoot(driver, folder.filePath(QStringLiteral("merge-contrast.png")), large, SchemeChoice::HighContrast);
        shoot(driver, folder.filePath(QStringLiteral("merge-small.png")), small, SchemeChoice::Light);
        driver.page().showItem(2);
        shoot(driver, folder.filePath(QStringLiteral("merge-value.png")), large, SchemeChoice::Light);
        driver.page().showItem(7);
        shoot(driver, folder.filePath(QStringLiteral("merge-row.png")), large, SchemeChoice::Light);
        driver.page().showItem(3);
        driver.decisions().chooseRest(store::Side::Theirs);
        shoot(driver, folder.filePath(QStringLiteral("merge-ready.png")), small, SchemeChoice::Dark);
    }
    store::MergePlan plan = test::samplePlan(test::MergeDriver::shared());
    plan.conflicts.clear();
    plan.remarks = {"Finding F-12 of the other copy becomes F-14", "evidence E-03 of the other copy becomes E-07"};
    test::MergeDriver nothing(plan);
    shoot(nothing, folder.filePath(QStringLiteral("merge-nothing.png")), large, SchemeChoice::Light);
    return 0;
}
