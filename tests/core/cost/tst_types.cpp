// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/types.h"

#include "tests/core/cost/cost_support.h"

#include <set>

using namespace plumb;
using namespace plumb::cost;

namespace {

template <typename Type> void hasFields(Type type, const std::vector<std::string>& names) {
    const std::vector<FieldInfo>& fields = infoOf(type).fields;
    QCOMPARE(numberCount(fields), names.size());
    for (std::size_t k = 0; k < names.size(); ++k)
        QCOMPARE(std::string(fields[k].name), names[k]);
}

} // namespace

class TestTypes : public QObject {
    Q_OBJECT

private slots:
    void everyTypeStandsAtItsPlace() {
        QCOMPARE(itemTypes().size(), kItemTypes);
        QCOMPARE(measureTypes().size(), kMeasureTypes);
        std::set<std::string_view> names;
        for (std::size_t k = 0; k < kItemTypes; ++k) {
            QCOMPARE(static_cast<std::size_t>(itemTypes()[k].type), k);
            QVERIFY(names.insert(itemTypes()[k].name).second);
        }
        names.clear();
        for (std::size_t k = 0; k < kMeasureTypes; ++k) {
            QCOMPARE(static_cast<std::size_t>(measureTypes()[k].type), k);
            QVERIFY(!measureTypes()[k].name.empty() && names.insert(measureTypes()[k].name).second);
        }
    }

    void numberFieldsComeFirstAndHaveADefaultOrSayWhatHolds() {
        const auto check = [](const std::vector<FieldInfo>& fields) {
            for (std::size_t k = 0; k < fields.size(); ++k) {
                const FieldInfo& field = fields[k];
                QCOMPARE(field.kind == FieldKind::Number, k < numberCount(fields));
                QVERIFY(!field.meaning.empty());
                if (field.kind == FieldKind::Number)
                    QVERIFY2(field.required || field.fallback.has_value() != !field.otherwise.empty(),
                             std::string(field.name).c_str());
            }
        };
        for (const ItemTypeInfo& info : itemTypes())
            check(info.fields);
        for (const MeasureTypeInfo& info : measureTypes())
            check(info.fields);
    }

    void positionsInFormulasAreThoseOfTheCatalog() {
        hasFields(ItemType::Endpoint, {"pricePerHour", "instances", "utilisation", "hoursOn", "memoryGb"});
        hasFields(ItemType::Provisioned, {"modelUnits", "pricePerUnitHour", "utilisation"});
        hasFields(ItemType::Tokens,
                  {"requests", "prefixTokens", "inputTokens", "outputTokens", "inputPrice", "outputPrice", "toolCalls",
                   "growthTokens", "stepOutputTokens", "hitRate", "readFactor", "writeFactor"});
        hasFields(ItemType::BatchTokens, {"requests", "prefixTokens", "inputTokens", "outputTokens", "inputPrice",
                                          "outputPrice", "batchFactor"});
        hasFields(ItemType::OpenSearchServerless,
                  {"ocu", "pricePerOcuHour", "storageGb", "pricePerGbMonth", "minimumOcu", "activeShare"});
        hasFields(ItemType::AuroraPgvector,
                  {"acu", "pricePerAcuHour", "storageGb", "pricePerGbMonth", "ioMillions", "pricePerMillionIo"});
        hasFields(ItemType::S3Vectors, {"storageGb", "pricePerGbMonth", "putGb", "pricePerPutGb", "queryMillions",
                                        "pricePerMillionQueries", "processedTb", "pricePerTb"});
        hasFields(ItemType::Training, {"pricePerHour", "hours", "instances", "runsPerMonth", "efficiency"});
        hasFields(ItemType::Storage, {"gb", "pricePerGbMonth"});
        hasFields(ItemType::Transfer, {"gb", "pricePerGb", "freeGb"});
        hasFields(ItemType::Monitoring,
                  {"metrics", "pricePerMetric", "logsGb", "pricePerLogGb", "storedGb", "pricePerStoredGb", "alarms",
                   "pricePerAlarm", "dashboards", "pricePerDashboard"});
        hasFields(ItemType::Other, {"monthly"});
    }

    void positionsInEffectsAreThoseOfTheCatalog() {
        hasFields(MeasureType::Schedule, {"hoursOn", "hoursPerDay", "daysPerWeek"});
        hasFields(MeasureType::ScaleToZero, {"bursts", "idleMinutes", "startMinutes"});
        hasFields(MeasureType::Consolidate, {"targetUtilisation", "minInstances", "hostMemoryGb"});
        hasFields(MeasureType::Batch, {"eligibleShare", "factor", "efficiency", "pricePerHour"});
        hasFields(MeasureType::PromptCaching, {"hitRate", "ttlMinutes", "prefixes", "readFactor", "writeFactor"});
        hasFields(MeasureType::RightSize, {"pricePerHour", "throughputRatio"});
        hasFields(MeasureType::SpotTraining, {"discount", "interruptionsPerHour", "checkpointHours", "restartHours"});
        hasFields(MeasureType::DistributedTraining, {"instances", "efficiency", "parallelShare"});
        hasFields(MeasureType::AgentStepBudget, {"maxToolCalls"});
        hasFields(MeasureType::OutputCap, {"maxOutputTokens"});
        hasFields(MeasureType::CheaperModel, {"inputPrice", "outputPrice", "share"});
        hasFields(MeasureType::EnterProvisioned, {"modelUnits", "pricePerUnitHour", "overflowShare"});
        hasFields(MeasureType::LeaveProvisioned,
                  {"requests", "inputTokens", "outputTokens", "inputPrice", "outputPrice"});
        hasFields(MeasureType::SavingsPlan, {"discount", "coverage", "commitment"});
        hasFields(MeasureType::OffPeakTraining, {"intensityFactor", "priceFactor"});
        hasFields(MeasureType::Factor, {"factor"});
    }

    void theListNamesEverything() {
        const Json types = writeTypes();
        QCOMPARE(types["items"].size(), kItemTypes);
        QCOMPARE(types["measures"].size(), kMeasureTypes);
        QVERIFY(types["items"][0]["type"] == "endpoint");
        QVERIFY(types["items"][0]["fields"][0]["name"] == "pricePerHour");
        QCOMPARE(types["measures"].back()["items"].size(), kItemTypes); // "factor" acts on anything
    }

    void theTablesOfTheDocsAreThoseOfTheProgram() {
        std::ifstream file(PLUMB_SOURCE_DIR "/docs/cost-model.md");
        const std::string text{std::istreambuf_iterator<char>(file), {}};
        const std::string begin = "<!-- types: made from core/cost/types.h -->\n", end = "<!-- types end -->";
        const std::size_t from = text.find(begin), to = text.find(end);
        QVERIFY(from != std::string::npos && to != std::string::npos);
        const std::string made = typesAsMarkdown();
        if (text.substr(from + begin.size(), to - from - begin.size()) != made) {
            std::ofstream(PLUMB_BINARY_DIR "/cost-types.md") << made;
            QFAIL("put " PLUMB_BINARY_DIR "/cost-types.md between the marks of docs/cost-model.md");
        }
    }
};

QTEST_GUILESS_MAIN(TestTypes)
#include "tst_types.moc"
