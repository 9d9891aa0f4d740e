// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/models/review_fixture.h"

#include "core/base/files.h"
#include "core/base/json.h"

#include <filesystem>
#include <QtGlobal>

namespace plumb::test {

namespace {

struct PillarName {
    const char* id;
    const char* name;
    const char* shortName;
    const char* code;
};
constexpr PillarName kPillars[] = {
    {"operationalExcellence", "Operational excellence", "Operations", "OPS"},
    {"security", "Security", "Security", "SEC"},
    {"reliability", "Reliability", "Reliability", "REL"},
    {"performance", "Performance efficiency", "Performance", "PERF"},
    {"costOptimization", "Cost optimization", "Cost", "COST"},
    {"sustainability", "Sustainability", "Sustainability", "SUS"},
};

Json makeQuestion(const std::string& id, const LensShape& shape, int number) {
    Json question{
        {"id", id},
        {"title", "Question " + std::to_string(number) + " of " + id + "?"},
        {"description", "Ask for what holds today, not for what is on the roadmap. Name the last case with its date."}};
    std::string all, two;
    for (int c = 1; c <= shape.choices; ++c) {
        const std::string choice = id + "_c" + std::to_string(c);
        question["choices"].push_back(
            {{"id", choice},
             {"title", "Practice " + std::to_string(c) + " is in place and looked at every week"},
             {"helpfulResource", {{"displayText", "Somebody can show it."}}},
             {"improvementPlan", {{"displayText", "Put it in place."}}}});
        all += (c > 1 ? " && " : "") + choice;
        if (c <= 2)
            two += (c > 1 ? " && " : "") + choice;
    }
    question["choices"].push_back({{"id", id + "_no"}, {"title", "None of these"}});
    question["riskRules"] = Json::array({{{"condition", all}, {"risk", "NO_RISK"}},
                                         {{"condition", two}, {"risk", "MEDIUM_RISK"}},
                                         {{"condition", "default"}, {"risk", "HIGH_RISK"}}});
    return question;
}

Json makeOverlay(const std::string& id, const LensShape& shape, int number) {
    Json overlay{{"shortTitle", "Short " + std::to_string(number)},
                 {"weight", 1},
                 {"likelihood", 1 + number % 5},
                 {"impact", 3},
                 {"card",
                  {{"opening", "Show me the last case. What ended it?"},
                   {"probes", {"Who notices first?", "Where is it written down?"}},
                   {"redFlags", {"It usually works"}},
                   {"good", "A number, a name and a date."}}},
                 {"evidence", {"The log of last month"}},
                 {"measures", {"agent-step-budget"}}};
    if (shape.phases)
        overlay["phase"] = number % 2 == 1 ? "design" : "deployment";
    for (int c = 1; c <= shape.choices; ++c)
        overlay["choices"][id + "_c" + std::to_string(c)]["severity"] = c <= 2 ? "high" : c <= 4 ? "medium" : "low";
    return overlay;
}

} // namespace

session::LensSource makeLens(const LensShape& shape) {
    Json lens{{"schemaVersion", "2021-11-01"}, {"name", shape.name}, {"description", "Made for tests."}};
    Json overlay{{"overlayVersion", 1}, {"lens", shape.id}, {"shortName", shape.shortName}};
    if (shape.phases)
        overlay["phases"] =
            Json::array({{{"id", "design"}, {"name", "Design"}}, {{"id", "deployment"}, {"name", "Deployment"}}});
    for (int p = 0; p < shape.pillars; ++p) {
        const PillarName& name = kPillars[p % 6];
        const std::string suffix = p < 6 ? "" : std::to_string(p / 6);
        Json pillar{{"id", name.id + suffix}, {"name", name.name + suffix}};
        overlay["pillars"][name.id + suffix] = {{"shortName", name.shortName + suffix},
                                                {"framework", name.id},
                                                {"failureMode", "Nobody watches " + std::string(name.shortName) + "."},
                                                {"story", "It cost $21,600 a month."}};
        for (int n = 1; n <= shape.questions; ++n) {
            const std::string id = shape.prefix + "_" + name.code + suffix + "_" + std::to_string(n);
            pillar["questions"].push_back(makeQuestion(id, shape, n));
            overlay["questions"][id] = makeOverlay(id, shape, n);
        }
        lens["pillars"].push_back(std::move(pillar));
    }
    return {shape.id, lens.dump(), shape.overlay ? overlay.dump() : std::string(), shape.id + ".json"};
}

session::LensSource quickScan() {
    const std::filesystem::path folder = std::filesystem::path(PLUMB_SOURCE_DIR) / "questionnaires" / "ai-quick-scan";
    const auto lens = readFile(folder / "lens.json", 1 << 20);
    const auto overlay = readFile(folder / "overlay.json", 1 << 20);
    if (!lens || !overlay)
        qFatal("The quick scan can't be read");
    return {"ai-quick-scan", *lens, *overlay, "lens.json"};
}

review::Costs endpointCosts() {
    const auto factor = [](const char* id, const char* name, const char* on, const char* share) {
        review::CostMeasure measure;
        measure.id = id;
        measure.name = name;
        measure.type = "factor";
        measure.fields = {{"driver", "\"cost\""}, {"factor", share}, {"oneOff", "1200"}};
        measure.items = {on};
        return measure;
    };
    review::Costs costs;
    costs.items = {{"ep", "Fraud endpoint", "endpoint", {}, {{"pricePerHour", "40"}, {"utilisation", "0.3"}}},
                   {"vec", "Vector store", "other", {}, {{"monthly", "1000"}}}};
    costs.measures = {factor("half", "Run half the hosts", "ep", "0.5"),
                      factor("store", "Move the store", "vec", "0.2")};
    costs.scenarios = {{"quick", "Quick wins", {"half"}}};
    return costs;
}

TestReview::TestReview(std::vector<session::LensSource> lenses, const std::string& folder)
    : m_clock(Instant{1'795'000'000'000}) {
    session::NewReview content;
    content.workload.name = "Northwind Claims AI";
    content.workload.client = "Northwind Mutual";
    content.workload.owner = "Ines Albrecht";
    content.workload.environment = "Production";
    content.workload.description = "Reads claim files, drafts the first answer, triages by agent and scores fraud.";
    content.lenses = std::move(lenses);
    const std::filesystem::path place = folder.empty() ? m_dir.path().toStdString() : folder;
    auto made = session::Session::create(place / "review.plumb", content,
                                         session::Environment{m_clock, m_random, "Ines Albrecht", "test"});
    if (!made)
        qFatal("No review: %s", made.error().text.c_str());
    m_bridge = std::make_unique<ui::SessionBridge>(std::move(*made));
}

TestReview::~TestReview() = default;

void TestReview::tick(const QuestionKey& key, const std::vector<int>& choices) {
    session::AnswerEdit wanted;
    const lens::Question* question = session().review().findQuestion(key);
    if (question == nullptr)
        qFatal("No question %s", key.question.c_str());
    for (const int choice : choices)
        wanted.select.push_back(question->choices.at(static_cast<std::size_t>(choice - 1)).id);
    edit(key, wanted);
}

void TestReview::edit(const QuestionKey& key, const session::AnswerEdit& edit) {
    const auto done = session().edit(key, edit);
    if (!done)
        qFatal("%s", done.error().text.c_str());
}

} // namespace plumb::test
