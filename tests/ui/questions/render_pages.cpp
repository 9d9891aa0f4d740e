// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Renders the overview and the questions place in every look to PNG files, for looking at them beside the mocks:
// `render_pages FOLDER`. QT_SCALE_FACTOR=2 gives double size. Not a test; nothing is compared.
#include "core/base/json.h"
#include "tests/ui/models/review_fixture.h"
#include "ui/bridge/action_table.h"
#include "ui/bridge/job_runner.h"
#include "ui/pages/overview_page.h"
#include "ui/pages/questions_page.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QTimer>

using namespace plumb;
using namespace plumb::ui;

namespace {

/// The question of the mocks in place of GAI_COST_5.
session::LensSource mockLens() {
    session::LensSource source = test::makeLens({.pillars = 6, .questions = 5, .choices = 5});
    Json lens = parseJson(source.lens).root, overlay = parseJson(source.overlay).root;
    Json& question = lens["pillars"][4]["questions"][4];
    question["title"] = "What stops an agent from outspending its task?";
    question["description"] =
        "Ask for the limit that holds today, not the one on the roadmap. An agent that calls five tools "
        "sends its context six times, so an open-ended run costs far more than one direct call.";
    const char* titles[] = {"Every task has a step budget, and the agent stops when it is used up",
                            "A token ceiling per task is enforced outside the prompt",
                            "A task that reaches its limit goes to a person with its context",
                            "Token use per task is recorded and looked at every week",
                            "Repeated context is cached between the steps of one task"};
    for (std::size_t i = 0; i < 5; ++i)
        question["choices"][i]["title"] = titles[i];
    question["riskRules"][1]["condition"] = "GAI_COST_5_c1 || GAI_COST_5_c2";
    question["riskRules"][0]["condition"] = "GAI_COST_5_c1 && GAI_COST_5_c2";
    Json& over = overlay["questions"]["GAI_COST_5"];
    over["shortTitle"] = "Agent spending limit";
    over["card"] = {
        {"opening", "Show me the most expensive run of last month. What ended it?"},
        {"probes",
         {"Who notices a loop first, a person or the bill?", "Is the limit in the prompt or in the code around it?",
          "What does the client see when a run is cut?"}},
        {"redFlags", {"“The model usually stops by itself.”", "Cost is only known per account, not per task."}},
        {"good",
         "A number per task type, enforced in the orchestrator, with an alarm at 80 % and a named person behind it."}};
    over["measures"] = {"agent-step-budget", "cache-context-between-steps"};
    const char* shorts[] = {"Model for the price", "Pricing and idle hosts", "Prompt length",
                            "Size of the vector store"};
    for (int i = 0; i < 4; ++i)
        overlay["questions"]["GAI_COST_" + std::to_string(i + 1)]["shortTitle"] = shorts[i];
    source.lens = lens.dump();
    source.overlay = overlay.dump();
    return source;
}

void answerSome(test::TestReview& review) {
    int n = 0;
    std::vector<QuestionKey> keys;
    for (const auto& lens : review.session().review().lenses)
        for (const auto& pillar : lens.lens->pillars)
            for (const auto& question : pillar.questions)
                keys.push_back({lens.lens->id, question.id});
    const std::vector<int> patterns[] = {{1, 2}, {1, 2, 3}, {3}, {}, {1, 2}, {2}, {1, 2, 3, 4}};
    for (const QuestionKey& key : keys) {
        const std::vector<int>& wanted = patterns[static_cast<std::size_t>(n++ * 5 % 7)];
        std::vector<int> ticks;
        const auto count = review.session().review().findQuestion(key)->choices.size() - 1;
        for (const int choice : wanted)
            if (static_cast<std::size_t>(choice) <= count)
                ticks.push_back(choice);
        if (n % 4 == 1)
            for (std::size_t i = 1; i <= count; ++i)
                if (std::find(ticks.begin(), ticks.end(), static_cast<int>(i)) == ticks.end())
                    ticks.push_back(static_cast<int>(i));
        if (!ticks.empty() && key.question != "GAI_COST_5")
            review.tick(key, ticks);
        session::AnswerEdit marks;
        marks.needsVerification = n % 9 == 2;
        marks.parked = n % 13 == 3;
        if (n % 3 != 0)
            marks.basis = n % 2 == 0 ? review::Basis::Shown : review::Basis::Said;
        review.edit(key, marks);
    }
}

void answerMockQuestion(test::TestReview& review, const QuestionKey& key) {
    review.tick(key, {3, 4});
    session::AnswerEdit edit;
    edit.confidence = review::Confidence::Medium;
    edit.basis = review::Basis::Shown;
    edit.addPeople = {"Kenji Abe", "Jonas Weber"};
    edit.note = "Kenji: worst run last month took 41 steps and cost $9.80, the median is $0.07. Hand-over to a person "
                "exists, but "
                "only after the nightly job finds the run.";
    review.edit(key, edit);
    session::NewEvidence image, link;
    const std::string bytes(412'000, 'x');
    image.record.kind = review::EvidenceKind::Image;
    image.record.title = "agent-runs-october.png";
    image.record.fileName = "agent-runs-october.png";
    image.record.source = "Kenji Abe";
    image.record.date = {2026, 11, 18};
    image.record.strength = review::Basis::Shown;
    image.record.links = {{key, {}}};
    image.source = store::memorySource(bytes);
    link.record.kind = review::EvidenceKind::Link;
    link.record.title = "Runbook: triage agent";
    link.record.url = "https://wiki.example.org/triage";
    link.record.strength = review::Basis::Said;
    link.record.links = {{key, {}}};
    if (!review.session().addEvidence(std::move(image)) || !review.session().addEvidence(std::move(link)))
        qFatal("No evidence");
}

void shoot(QWidget& page, const QString& file, const QSize& size, SchemeChoice scheme) {
    Theme::instance().setChoice(scheme);
    Theme::instance().setCompact(size.width() < 1360 - 76 || size.height() < 800 - 52);
    page.resize(size);
    page.show();
    for (int i = 0; i < 5; ++i)
        QApplication::processEvents();
    page.grab().save(file);
}

/// Things that open over the questions place, in light and dark.
void shootStates(QuestionsPage& page, ActionTable& actions, const QDir& folder) {
    const auto state = [&](const char* action, const QString& name) {
        for (const auto& [look, scheme] :
             {std::pair("light", SchemeChoice::Light), std::pair("dark", SchemeChoice::Dark)}) {
            shoot(page, folder.filePath(QStringLiteral("x.png")), {1364, 848}, scheme);
            actions.action(QString::fromLatin1(action))->trigger();
            const QString file =
                folder.filePath(QStringLiteral("state-%1-%2.png").arg(name, QString::fromLatin1(look)));
            QDialog* dialog = nullptr;
            for (QDialog* each : page.findChildren<QDialog*>())
                dialog = each->isVisible() ? each : dialog;
            shoot(page, file, {1364, 848}, scheme);
            if (dialog != nullptr) {
                QApplication::processEvents();
                dialog->grab().save(file);
                dialog->reject();
                QApplication::processEvents();
            } else {
                actions.action(QString::fromLatin1(action))->trigger();
            }
        }
    };
    page.show();
    state("questions.rule", QStringLiteral("rule"));
    state("questions.notApplicable", QStringLiteral("na"));
    state("questions.evidence", QStringLiteral("evidence"));
    page.showQuestion({"ai-quick-scan", "QS_COST_6"});
    shoot(page, folder.filePath(QStringLiteral("state-scan.png")), {1364, 848}, SchemeChoice::Light);
    page.setFilter({.parked = true});
    shoot(page, folder.filePath(QStringLiteral("state-parked.png")), {1364, 848}, SchemeChoice::Light);
}

} // namespace

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    const QDir folder(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QDir::currentPath());
    Theme::instance().install();
    test::TestReview review(
        {test::makeLens({"responsible-ai", "Responsible AI Lens", "Responsible AI", "RAI", 4, 5, 4, false, true}),
         test::makeLens({"machine-learning", "Machine Learning Lens", "Machine learning", "ML", 6, 5, 4, true, true}),
         mockLens(), test::quickScan()});
    answerSome(review);
    const QuestionKey key{"generative-ai", "GAI_COST_5"};
    answerMockQuestion(review, key);
    ActionTable actions(nullptr);
    QuestionsPage questions(review.bridge(), &actions, nullptr);
    questions.showQuestion(key);
    JobRunner jobs;
    OverviewPage overview(review.bridge(), &actions, &jobs, nullptr);
    const std::pair<const char*, SchemeChoice> schemes[] = {
        {"light", SchemeChoice::Light}, {"dark", SchemeChoice::Dark}, {"contrast", SchemeChoice::HighContrast}};
    for (const auto& [name, scheme] : schemes) {
        const QString look = QString::fromLatin1(name);
        for (QWidget* page : {static_cast<QWidget*>(&questions), static_cast<QWidget*>(&overview)}) {
            const QString stem = page == &questions ? QStringLiteral("questions") : QStringLiteral("overview");
            shoot(*page, folder.filePath(stem + QLatin1Char('-') + look + QStringLiteral(".png")), {1364, 848}, scheme);
            shoot(*page, folder.filePath(stem + QLatin1Char('-') + look + QStringLiteral("-1280x720.png")), {1224, 672},
                  scheme);
            shoot(*page, folder.filePath(stem + QLatin1Char('-') + look + QStringLiteral("-narrow.png")), {1000, 672},
                  scheme);
        }
    }
    shootStates(questions, actions, folder);
    return 0;
}
