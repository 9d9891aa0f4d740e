// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pictures of the findings place for looking at them beside the mock: `render_findings FOLDER`. QT_SCALE_FACTOR=2 gives
// double size. Not a test; nothing is compared.
#include "tests/ui/plan/plan_review.h"
#include "ui/bridge/action_table.h"
#include "ui/pages/findings_page.h"
#include "ui/pages/findings_table.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDialog>
#include <QDir>

using namespace plumb;
using namespace plumb::ui;

namespace {

void settle() {
    for (int i = 0; i < 5; ++i)
        QApplication::processEvents();
}

void shoot(QWidget& page, const QString& file, const QSize& size, SchemeChoice scheme) {
    Theme::instance().setChoice(scheme);
    Theme::instance().setCompact(size.width() < 1360 - 76 || size.height() < 800 - 52);
    page.resize(size);
    page.show();
    settle();
    page.grab().save(file);
}

void shootDialog(FindingsPage& page, ActionTable& actions, const char* id, const QString& file) {
    actions.action(QString::fromLatin1(id))->trigger();
    settle();
    for (QDialog* dialog : page.findChildren<QDialog*>())
        if (dialog->isVisible()) {
            dialog->grab().save(file);
            dialog->reject();
        }
    settle();
}

void enrich(test::TestReview& review) {
    const auto findings = review.session().findings();
    session::FindingEdit edit;
    edit.due = Date{2026, 10, 15};
    edit.recommendation = "Watch input and score drift from each release on, alarm at a two-point fall, and name who "
                          "retrains within a week.";
    edit.observation =
        "Precision was last measured in March, before the motor book was added. A slow fall would show up "
        "as paid fraud, not as an alarm.";
    edit.inherent = review::Rating{4, 5};
    edit.residual = review::Rating{2, 4};
    edit.loss = review::LossModel{0.5, 20'000, 150'000};
    edit.tradeOffs = {{"reliability", true, ""}, {"costOptimization", false, "+$140 a month"}};
    test::editFinding(review, findings.at(2).key, edit);
    for (std::size_t i = 3; i < findings.size(); ++i) {
        session::FindingEdit day;
        day.due = addMonths(review.session().today(), 1 + static_cast<int>(i % 4));
        if (i % 3 == 0)
            day.inherent = review::Rating{5 - static_cast<int>(i % 4), 5 - static_cast<int>(i % 2)};
        test::editFinding(review, findings[i].key, day);
    }
}

} // namespace

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    const QDir folder(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QDir::currentPath());
    Theme::instance().install();
    Theme::instance().setReducedMotion(true);
    test::TestReview review({test::makeLens({.pillars = 4, .questions = 4})});
    ActionTable actions(nullptr);
    FindingsPage page(review.bridge(), &actions, nullptr);
    shoot(page, folder.filePath(QStringLiteral("findings-empty.png")), {1364, 848}, SchemeChoice::Light);
    test::showRisks(review, 10, 6);
    test::writeMockFindings(review);
    enrich(review);
    page.hide();
    page.showFinding(q(review.session().findings().front().key));
    const std::pair<const char*, SchemeChoice> schemes[] = {
        {"light", SchemeChoice::Light}, {"dark", SchemeChoice::Dark}, {"contrast", SchemeChoice::HighContrast}};
    for (const auto& [name, scheme] : schemes) {
        const QString stem = folder.filePath(QStringLiteral("findings-") + QString::fromLatin1(name));
        shoot(page, stem + QStringLiteral(".png"), {1364, 848}, scheme);
        shoot(page, stem + QStringLiteral("-1280x720.png"), {1224, 672}, scheme);
    }
    shoot(page, folder.filePath(QStringLiteral("findings-narrow.png")), {964, 640}, SchemeChoice::Light);
    page.findChild<FindingsTable*>()->selectAll();
    shoot(page, folder.filePath(QStringLiteral("findings-many.png")), {1364, 848}, SchemeChoice::Light);
    page.showFinding(q(review.session().findings().front().key));
    for (const char* id : {"findings.accept", "findings.add"})
        shootDialog(page, actions, id, folder.filePath(QString::fromLatin1(id) + QStringLiteral(".png")));
    for (const auto& [name, view] :
         {std::pair("plan", FindingsPage::View::Plan), std::pair("effort", FindingsPage::View::Effort),
          std::pair("whatif", FindingsPage::View::WhatIf)}) {
        page.showView(view);
        shoot(page, folder.filePath(QStringLiteral("findings-%1.png").arg(QString::fromLatin1(name))), {1364, 848},
              SchemeChoice::Light);
    }
    return 0;
}
