// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pictures of the Costs place for looking at them beside the mock: `render_costs FOLDER [BILL]`. QT_SCALE_FACTOR=2
// gives double size. Not a test; nothing is compared.
#include "tests/ui/costs/costs_driver.h"
#include "ui/dialogs/cost_import_dialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/segmented.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QMenu>

using namespace plumb;
using namespace plumb::ui;

namespace {

void settle() {
    for (int i = 0; i < 5; ++i)
        QApplication::processEvents();
}

void shoot(test::CostsDriver& driver, const QString& file, const QSize& size, SchemeChoice scheme) {
    Theme::instance().setChoice(scheme);
    Theme::instance().setCompact(size.width() < 1360 - 76 || size.height() < 800 - 52);
    driver.page().resize(size);
    driver.settle();
    settle();
    driver.page().grab().save(file);
}

void shootDialog(test::CostsDriver& driver, const char* id, const QString& file) {
    driver.actions.action(QString::fromLatin1(id))->trigger();
    settle();
    for (QDialog* dialog : driver.page().findChildren<QDialog*>())
        if (dialog->isVisible()) {
            dialog->grab().save(file);
            dialog->reject();
        }
    settle();
}

} // namespace

/// The preview of a bill of the corpus.
void shootImport(test::CostsDriver& driver, const QString& bill, const QString& file) {
    driver.actions.action(u"costs.import")->trigger();
    for (auto* dialog : driver.page().findChildren<CostImportDialog*>())
        if (dialog->isVisible()) {
            dialog->read(bill);
            QTest::qWait(1500);
            dialog->grab().save(file);
            dialog->reject();
        }
}

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    const QDir folder(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QDir::currentPath());
    const auto path = [&](const char* name) { return folder.filePath(QString::fromLatin1(name)); };
    {
        test::CostsDriver empty{review::Costs()};
        shoot(empty, path("costs-empty.png"), {1364, 848}, SchemeChoice::Light);
    }
    test::CostsDriver driver(test::northwindCosts());
    const std::pair<const char*, SchemeChoice> schemes[] = {
        {"light", SchemeChoice::Light}, {"dark", SchemeChoice::Dark}, {"contrast", SchemeChoice::HighContrast}};
    for (const auto& [name, scheme] : schemes) {
        const QString stem = folder.filePath(QStringLiteral("costs-") + QString::fromLatin1(name));
        shoot(driver, stem + QStringLiteral(".png"), {1364, 848}, scheme);
        shoot(driver, stem + QStringLiteral("-1280x720.png"), {1224, 672}, scheme);
    }
    for (const char* id : {"costs.addItem", "costs.addMeasure", "costs.prices", "costs.settings", "costs.import"})
        shootDialog(driver, id, folder.filePath(QString::fromLatin1(id) + QStringLiteral(".png")));
    for (int i = 0; i < 2; ++i) {
        driver.find<QMenu>(QStringLiteral("compareMenu"))->actions().at(i)->trigger();
        driver.settle();
    }
    shoot(driver, path("costs-compare.png"), {1364, 848}, SchemeChoice::Light);
    for (int i = 0; i < 2; ++i) {
        driver.find<QMenu>(QStringLiteral("compareMenu"))->actions().at(i)->trigger();
        driver.settle();
    }
    if (argc > 2)
        shootImport(driver, QString::fromLocal8Bit(argv[2]), path("costs-preview.png"));
    const char* const corners[] = {"attributionSegments", "spreadSegments", "swingSegments"};
    for (const int segment : {1, 0}) {
        for (const char* name : corners)
            driver.find<SegmentedControl>(QString::fromLatin1(name))->segment(segment)->click();
        if (segment == 1)
            shoot(driver, path("costs-other.png"), {1364, 848}, SchemeChoice::Light);
    }
    driver.page().editItem(QStringLiteral("fraud"));
    shoot(driver, path("costs-item.png"), {1364, 848}, SchemeChoice::Light);
    driver.page().editMeasure(QStringLiteral("caching"));
    shoot(driver, path("costs-measure.png"), {1364, 848}, SchemeChoice::Dark);
    for (const char* id : {"costs.frontier", "costs.losses", "costs.breakEven"}) {
        driver.actions.action(QString::fromLatin1(id))->trigger();
        shoot(driver, folder.filePath(QString::fromLatin1(id) + QStringLiteral(".png")), {1364, 848},
              SchemeChoice::Light);
    }
    return 0;
}
