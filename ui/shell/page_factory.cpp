// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/page_factory.h"

#include "ui/bridge/action_table.h"
#include "ui/models/last_review.h"
#include "ui/pages/compare_page.h"
#include "ui/pages/costs_page.h"
#include "ui/pages/findings_page.h"
#include "ui/pages/later_page.h"
#include "ui/pages/overview_page.h"
#include "ui/pages/questions_page.h"

#include <QCoreApplication>

namespace plumb::ui {
namespace {

QString words(const char* text) {
    return QCoreApplication::translate("LaterPlaces", text);
}

LaterWords laterWords(Place place) {
    const QString name = placeName(place);
    return {name, Icon::Report, words("No preview yet"),
            words("Choosing sections and a live preview come with a later version. The whole report can be "
                  "exported as a PDF now.")};
}

QWidget* makeLater(Place place, const PageNeeds& needs, QWidget* parent) {
    const auto action = [&](QStringView id) { return needs.actions->action(id); };
    QAction* first = action(u"go.questions");
    QAction* second = action(u"go.overview");
    if (place == Place::Report)
        first = action(u"file.exportPdf");
    return new LaterPage(laterWords(place), first, second, parent);
}

} // namespace

QWidget* makePage(Place place, const PageNeeds& needs, QWidget* parent) {
    if (place == Place::Questions) {
        auto* const page = new QuestionsPage(needs.bridge, needs.actions, parent);
        page->setFileDialogs(needs.dialogs);
        page->setLastReview(LastReview::of(needs.bridge, needs.jobs));
        return page;
    }
    if (place == Place::Overview) {
        auto* const page = new OverviewPage(needs.bridge, needs.actions, needs.jobs, parent);
        QObject::connect(page, &OverviewPage::questionWanted, page, needs.intents.openQuestion);
        QObject::connect(page, &OverviewPage::questionsWanted, page, needs.intents.openQuestions);
        return page;
    }
    if (place == Place::Findings) {
        auto* const page = new FindingsPage(needs.bridge, needs.actions, parent);
        page->setFileDialogs(needs.dialogs);
        QObject::connect(page, &FindingsPage::questionWanted, page, needs.intents.openQuestion);
        QObject::connect(page, &FindingsPage::questionsWanted, page,
                         [open = needs.intents.openQuestions] { open({}); });
        return page;
    }
    if (place == Place::Costs) {
        auto* const page = new CostsPage(needs.bridge, needs.actions, needs.jobs, parent);
        page->setFileDialogs(needs.dialogs);
        QObject::connect(page, &CostsPage::findingWanted, page, needs.intents.openFinding);
        return page;
    }
    if (place == Place::Compare) {
        auto* const page = new ComparePage(needs.bridge, needs.actions, needs.jobs, parent);
        page->setFileDialogs(needs.dialogs);
        QObject::connect(page, &ComparePage::questionWanted, page, needs.intents.openQuestion);
        QObject::connect(page, &ComparePage::findingWanted, page, needs.intents.openFinding);
        if (needs.intents.openSnapshot)
            QObject::connect(page, &ComparePage::snapshotOpenWanted, page, needs.intents.openSnapshot);
        return page;
    }
    return makeLater(place, needs, parent);
}

void showQuestion(QWidget* page, const QuestionKey& key) {
    if (auto* const questions = qobject_cast<QuestionsPage*>(page))
        questions->showQuestion(key);
}

void showQuestions(QWidget* page, const QuestionFilter& filter) {
    if (auto* const questions = qobject_cast<QuestionsPage*>(page))
        questions->setFilter(filter);
}

void showFinding(QWidget* page, const QString& key) {
    if (auto* const findings = qobject_cast<FindingsPage*>(page))
        findings->showFinding(key);
}

bool commitPending(QWidget* page) {
    if (auto* const questions = qobject_cast<QuestionsPage*>(page))
        return questions->commitPending();
    if (auto* const costs = qobject_cast<CostsPage*>(page))
        return costs->commitPending();
    auto* const findings = qobject_cast<FindingsPage*>(page);
    return !findings || findings->commitPending();
}

} // namespace plumb::ui
