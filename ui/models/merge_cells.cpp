// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/merge_cells.h"

#include "core/cost/plan.h"
#include "ui/bridge/session_bridge.h"
#include "ui/models/cost_text.h"
#include "ui/models/finding_text.h"
#include "ui/models/money_text.h"
#include "ui/models/question_card_data.h"
#include "ui/models/question_facts.h"

#include <algorithm>
#include <charconv>
#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace plumb::ui {

namespace {

using store::Table;

struct MergeCells {
    Q_DECLARE_TR_FUNCTIONS(MergeCells)
};

/// What a value is, hence how it reads.
enum class Kind {
    Text,
    Line,
    Word, ///< out of a list; `words` below
    Flag, ///< 0 or 1; `off` and `on`
    Day,
    Time,
    Number,
    Percent, ///< of 100
    Share,   ///< of 1
    Money,
    Days,
    Months,
    Size,
    Likelihood,
    Impact,
    Position,
    Scenario,
    CostField,
    Version ///< a hash
};

struct Cell {
    Table table;
    std::string_view column;
    const char* words;
    Kind kind = Kind::Line;
    int limit = 500;
    const char* off = nullptr;
    const char* on = nullptr;
};

#define WORDS(text) QT_TRANSLATE_NOOP("MergeCells", text)
constexpr int kNote = 100'000;

constexpr Cell kCells[] = {
    {Table::Workload, "name", WORDS("name")},
    {Table::Workload, "client", WORDS("client")},
    {Table::Workload, "owner", WORDS("owner")},
    {Table::Workload, "description", WORDS("description"), Kind::Text, kNote},
    {Table::Workload, "environment", WORDS("environment")},
    {Table::Workload, "industry", WORDS("industry")},
    {Table::Workload, "regions", WORDS("regions")},
    {Table::Lens, "name", WORDS("name"), Kind::Word},
    {Table::Lens, "sha256", WORDS("version"), Kind::Version},
    {Table::Lens, "overlay_sha256", WORDS("facilitator's texts"), Kind::Version},
    {Table::Lens, "position", WORDS("place in the list"), Kind::Position},
    {Table::Participant, "name", WORDS("name")},
    {Table::Participant, "role", WORDS("role")},
    {Table::Participant, "organisation", WORDS("organisation")},
    {Table::Answer, "applicable", WORDS("applicability"), Kind::Flag, 0, WORDS("Not applicable"), WORDS("Applicable")},
    {Table::Answer, "reason", WORDS("reason"), Kind::Word},
    {Table::Answer, "reason_text", WORDS("reason in words"), Kind::Text, kNote},
    {Table::Answer, "note", WORDS("notes"), Kind::Text, kNote},
    {Table::Answer, "private_note", WORDS("private notes"), Kind::Text, kNote},
    {Table::Answer, "confidence", WORDS("confidence"), Kind::Word},
    {Table::Answer, "basis", WORDS("basis"), Kind::Word},
    {Table::Answer, "needs_verification", WORDS("mark for verification"), Kind::Flag, 0, WORDS("Not marked"),
     WORDS("To verify")},
    {Table::Answer, "parked", WORDS("parking"), Kind::Flag, 0, WORDS("Not parked"), WORDS("Parked")},
    {Table::Answer, "parked_topic", WORDS("topic to come back to"), Kind::Text, kNote},
    {Table::ChoiceAnswer, "status", WORDS("choice"), Kind::Word},
    {Table::ChoiceAnswer, "reason", WORDS("reason"), Kind::Word},
    {Table::ChoiceAnswer, "note", WORDS("note"), Kind::Text, kNote},
    {Table::AnswerPerson, "position", WORDS("place among the people"), Kind::Position},
    {Table::Evidence, "number", WORDS("number"), Kind::Number},
    {Table::Evidence, "kind", WORDS("kind"), Kind::Word},
    {Table::Evidence, "title", WORDS("title")},
    {Table::Evidence, "source", WORDS("source")},
    {Table::Evidence, "url", WORDS("address"), Kind::Line, kNote},
    {Table::Evidence, "text", WORDS("text"), Kind::Text, kNote},
    {Table::Evidence, "file_name", WORDS("file name"), Kind::Word},
    {Table::Evidence, "media_type", WORDS("type of file"), Kind::Word},
    {Table::Evidence, "date", WORDS("date"), Kind::Day},
    {Table::Evidence, "expires", WORDS("last day"), Kind::Day},
    {Table::Evidence, "strength", WORDS("strength"), Kind::Word},
    {Table::Evidence, "sha256", WORDS("content"), Kind::Version},
    {Table::Evidence, "bytes", WORDS("size"), Kind::Size},
    {Table::Evidence, "added_at", WORDS("time of adding"), Kind::Time},
    {Table::Evidence, "added_by", WORDS("who added it"), Kind::Word},
    {Table::Finding, "number", WORDS("number"), Kind::Number},
    {Table::Finding, "lens_id", WORDS("questionnaire"), Kind::Word},
    {Table::Finding, "question_id", WORDS("question"), Kind::Word},
    {Table::Finding, "title", WORDS("title"), Kind::Line, 300},
    {Table::Finding, "observation", WORDS("observation"), Kind::Text, kNote},
    {Table::Finding, "consequence", WORDS("consequence"), Kind::Text, kNote},
    {Table::Finding, "recommendation", WORDS("recommendation"), Kind::Text, kNote},
    {Table::Finding, "severity", WORDS("severity"), Kind::Word},
    {Table::Finding, "framework", WORDS("pillar"), Kind::Word},
    {Table::Finding, "likelihood", WORDS("likelihood"), Kind::Likelihood},
    {Table::Finding, "impact", WORDS("impact"), Kind::Impact},
    {Table::Finding, "residual_likelihood", WORDS("likelihood after the fix"), Kind::Likelihood},
    {Table::Finding, "residual_impact", WORDS("impact after the fix"), Kind::Impact},
    {Table::Finding, "owner", WORDS("owner"), Kind::Line, 200},
    {Table::Finding, "due", WORDS("due date"), Kind::Day},
    {Table::Finding, "effort", WORDS("effort"), Kind::Word},
    {Table::Finding, "days", WORDS("person-days"), Kind::Days},
    {Table::Finding, "progress", WORDS("progress"), Kind::Percent},
    {Table::Finding, "status", WORDS("status"), Kind::Word},
    {Table::Finding, "reason", WORDS("reason"), Kind::Word},
    {Table::Finding, "decided_by", WORDS("who decided"), Kind::Word},
    {Table::Finding, "until", WORDS("last day of the acceptance"), Kind::Day},
    {Table::Finding, "loss_per_year", WORDS("losses a year"), Kind::Number},
    {Table::Finding, "loss_p10", WORDS("small loss (P10)"), Kind::Money},
    {Table::Finding, "loss_p90", WORDS("large loss (P90)"), Kind::Money},
    {Table::FindingTradeOff, "helps", WORDS("trade-off"), Kind::Flag, 0, WORDS("Harms it"), WORDS("Helps it")},
    {Table::FindingTradeOff, "note", WORDS("note on the trade-off"), Kind::Text, kNote},
    {Table::Planning, "mode", WORDS("way of planning"), Kind::Word},
    {Table::Planning, "capacity", WORDS("capacity in 30 days"), Kind::Days},
    {Table::Planning, "start", WORDS("first day"), Kind::Day},
    {Table::Planning, "cadence_months", WORDS("review cadence"), Kind::Months},
    {Table::Priority, "rank", WORDS("rank"), Kind::Position},
    {Table::ReviewEvent, "kind", WORDS("kind"), Kind::Word},
    {Table::ReviewEvent, "date", WORDS("date"), Kind::Day},
    {Table::ReviewEvent, "note", WORDS("note"), Kind::Text, kNote},
    {Table::CostSettings, "hours_per_month", WORDS("hours of a month"), Kind::Number},
    {Table::CostSettings, "horizon_months", WORDS("horizon"), Kind::Months},
    {Table::CostSettings, "discount_rate", WORDS("discount rate"), Kind::Share},
    {Table::CostSettings, "currency", WORDS("currency"), Kind::Word},
    {Table::CostSettings, "trials", WORDS("trials"), Kind::Number},
    {Table::CostSettings, "seed", WORDS("seed"), Kind::Number},
    {Table::CostSettings, "scenario", WORDS("chosen scenario"), Kind::Scenario},
    {Table::CostItem, "position", WORDS("place in the list"), Kind::Position},
    {Table::CostItem, "name", WORDS("name"), Kind::Line, 300},
    {Table::CostItem, "type", WORDS("type"), Kind::Word},
    {Table::CostItem, "note", WORDS("note"), Kind::Text, kNote},
    {Table::CostItemField, "value", "", Kind::CostField},
    {Table::CostMeasure, "position", WORDS("place in the list"), Kind::Position},
    {Table::CostMeasure, "name", WORDS("name"), Kind::Line, 300},
    {Table::CostMeasure, "type", WORDS("type"), Kind::Word},
    {Table::CostMeasure, "note", WORDS("note"), Kind::Text, kNote},
    {Table::CostMeasureField, "value", "", Kind::CostField},
    {Table::CostMeasureItem, "position", WORDS("place among its items"), Kind::Position},
    {Table::CostScenario, "position", WORDS("place in the list"), Kind::Position},
    {Table::CostScenario, "name", WORDS("name"), Kind::Line, 300},
    {Table::CostScenarioMeasure, "position", WORDS("place in the scenario"), Kind::Position},
    {Table::CostPrice, "unit", WORDS("unit"), Kind::Word},
    {Table::CostPrice, "amount", WORDS("amount"), Kind::Number},
    {Table::CostPrice, "currency", WORDS("currency"), Kind::Word},
    {Table::CostPrice, "region", WORDS("region"), Kind::Line, 300},
    {Table::CostPrice, "source", WORDS("source"), Kind::Line, 4000},
    {Table::CostPrice, "valid_from", WORDS("first day"), Kind::Day},
    {Table::CostPrice, "valid_until", WORDS("last day"), Kind::Day},
    {Table::Snapshot, "name", WORDS("name"), Kind::Word},
    {Table::Snapshot, "note", WORDS("note"), Kind::Word},
    {Table::Snapshot, "time", WORDS("time"), Kind::Time},
    {Table::Snapshot, "author", WORDS("author"), Kind::Word},
    {Table::Snapshot, "sha256", WORDS("content"), Kind::Version},
    {Table::Snapshot, "bytes", WORDS("size"), Kind::Size},
    {Table::Snapshot, "score_method", WORDS("way of scoring"), Kind::Word},
    {Table::Snapshot, "cost_method", WORDS("way of computing costs"), Kind::Word},
    {Table::Reconfirm, "why", WORDS("reason to confirm again"), Kind::Word},
};

#undef WORDS

const Cell* cellOf(Table table, std::string_view column) {
    const auto* const found = std::find_if(std::begin(kCells), std::end(kCells), [&](const Cell& cell) {
        return cell.table == table && cell.column == column;
    });
    return found == std::end(kCells) ? nullptr : found;
}

double numberOf(const std::string& text) {
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

QString plainNumberWords(double value) {
    const QString digits = QLocale(QLocale::English).toString(std::abs(value), 'g', 12);
    return value < 0 ? QChar(0x2212) + digits : digits;
}

template <typename Enum> QString wordOf(const std::string& value, QString (*words)(Enum)) {
    Enum read{};
    return review::fromText(value, read) ? words(read) : q(value);
}

QString confidenceWord(const std::string& value) {
    return value == "low"      ? MergeCells::tr("Low")
           : value == "medium" ? MergeCells::tr("Medium")
           : value == "high"   ? MergeCells::tr("High")
                               : MergeCells::tr("Not set");
}

QString capital(QString text) {
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

/// A word out of a list, by where it stands.
QString listWord(const MergeReviews& reviews, const Cell& cell, const std::string& value) {
    const Table table = cell.table;
    const std::string_view column = cell.column;
    if (table == Table::ChoiceAnswer && column == "status")
        return value == "selected"         ? MergeCells::tr("Ticked")
               : value == "not_applicable" ? MergeCells::tr("Not applicable")
                                           : MergeCells::tr("Not ticked");
    if ((table == Table::Answer || table == Table::ChoiceAnswer) && column == "reason") {
        const QString reason = wordOf<review::NaReason>(value, &reasonWords);
        return reason.isEmpty() ? MergeCells::tr("No reason") : reason;
    }
    if (column == "confidence")
        return confidenceWord(value);
    if (column == "basis" || column == "strength") {
        const QString word = wordOf<review::Basis>(value, &basisWord);
        return word.isEmpty() ? MergeCells::tr("Not set") : word;
    }
    if (table == Table::Finding && column == "status")
        return wordOf<review::FindingStatus>(value, &statusWord);
    if (table == Table::Finding && column == "effort")
        return wordOf<lens::Effort>(value, &effortWords);
    if (table == Table::Finding && column == "severity")
        return value == "HIGH" ? MergeCells::tr("High") : MergeCells::tr("Medium");
    if (column == "framework")
        return frameworkName(value);
    if (column == "lens_id") {
        for (const review::Review* each : {reviews.ours, reviews.theirs})
            if (const auto* lens = each != nullptr ? each->findLens(value) : nullptr)
                return lensName(*lens);
    }
    if (table == Table::Planning && column == "mode")
        return value == "capacity" ? MergeCells::tr("By capacity") : MergeCells::tr("In 30, 60 and 90 days");
    if (table == Table::CostItem && column == "type")
        return itemTypeWords(value);
    if (table == Table::CostMeasure && column == "type")
        return measureTypeWords(value);
    return column == "kind" ? capital(q(value)) : q(value);
}

QString scenarioWords(const MergeReviews& reviews, const std::string& id) {
    for (const review::Review* each : {reviews.ours, reviews.theirs})
        if (const auto* scenario = each != nullptr ? each->costs.findScenario(id) : nullptr)
            return q(scenario->name);
    return id.empty() ? MergeCells::tr("The first one") : q(id);
}

QString moneyWords(const MergeReviews& reviews, double amount) {
    return fullMoney(amount, reviews.ours != nullptr ? signOf(reviews.ours->costs.settings.currency) : QString());
}

QString ratingWords(int value, QString (*word)(int)) {
    return value == 0 ? MergeCells::tr("Not rated")
                      : MergeCells::tr("%1, %2").arg(QString::number(value), word(value).toLower());
}

QString quantityWords(const MergeReviews& reviews, const Cell& cell, double number) {
    switch (cell.kind) {
    case Kind::Percent:
        return MergeCells::tr("%1 %").arg(plainNumberWords(number));
    case Kind::Share:
        return MergeCells::tr("%1 % a year").arg(plainNumberWords(number * 100));
    case Kind::Money:
        return number == 0 ? MergeCells::tr("Not set") : moneyWords(reviews, number);
    case Kind::Days:
        return number == 0   ? MergeCells::tr("By effort")
               : number == 1 ? MergeCells::tr("1 person-day")
                             : MergeCells::tr("%1 person-days").arg(plainNumberWords(number));
    case Kind::Months:
        return number == 1 ? MergeCells::tr("1 month") : MergeCells::tr("%1 months").arg(plainNumberWords(number));
    case Kind::Size:
        return sizeWords(static_cast<std::uint64_t>(std::max(0.0, number)));
    case Kind::Likelihood:
        return ratingWords(static_cast<int>(number), &likelihoodWord);
    case Kind::Impact:
        return ratingWords(static_cast<int>(number), &impactWord);
    case Kind::Position:
        return MergeCells::tr("Number %1").arg(plainNumberWords(number));
    default:
        return plainNumberWords(number);
    }
}

QString dayOrNone(const std::string& value) {
    const auto day = parseDate(value);
    return day ? dayText(*day) : MergeCells::tr("No date");
}

QString timeWords(const std::string& value) {
    return QLocale(QLocale::English)
        .toString(QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(numberOf(value))),
                  QStringLiteral("d MMM yyyy, HH:mm"));
}

QString versionWords(const MergeReviews& reviews, const Cell& cell, const std::vector<std::string>& key,
                     const std::string& value) {
    if (value.empty())
        return MergeCells::tr("None");
    if (cell.table == Table::Lens && !key.empty()) {
        const auto questions = [&](const review::Review* review) -> std::size_t {
            const review::ReviewLens* lens = review != nullptr ? review->findLens(key.front()) : nullptr;
            return lens != nullptr && lens->lens->sha256 == value ? lens->lens->questionCount() : 0;
        };
        if (const std::size_t count = std::max(questions(reviews.ours), questions(reviews.theirs)); count > 0)
            return MergeCells::tr("The one with %1 questions (%2)").arg(count).arg(q(value).left(8));
    }
    return MergeCells::tr("The one that begins with %1").arg(q(value).left(8));
}

} // namespace

QString cellWords(Table table, const std::vector<std::string>& key, std::string_view column) {
    const Cell* const cell = cellOf(table, column);
    if (cell == nullptr)
        return {};
    if (cell->kind != Kind::CostField)
        return MergeCells::tr(cell->words);
    QString words = key.size() > 1 ? fieldWords(key[1]) : QString();
    if (words.size() > 1 && words[1].isLower()) // "OCU" stays
        words[0] = words[0].toLower();
    return words.isEmpty() ? MergeCells::tr("figure") : words;
}

CellShape cellShape(Table table, std::string_view column) {
    const Cell* const cell = cellOf(table, column);
    return cell == nullptr            ? CellShape::Value
           : cell->kind == Kind::Text ? CellShape::Text
           : cell->kind == Kind::Line ? CellShape::Line
                                      : CellShape::Value;
}

int cellLimit(Table table, std::string_view column) {
    const Cell* const cell = cellOf(table, column);
    return cell == nullptr ? 0 : cell->limit;
}

QString cellValue(const MergeReviews& reviews, Table table, const std::vector<std::string>& key,
                  std::string_view column, const std::string& value) {
    const Cell* const cell = cellOf(table, column);
    if (cell == nullptr)
        return q(value);
    switch (cell->kind) {
    case Kind::Text:
    case Kind::Line:
        return q(value);
    case Kind::Word: {
        const QString word = listWord(reviews, *cell, value);
        return word.isEmpty() ? MergeCells::tr("Not set") : word;
    }
    case Kind::Flag:
        return MergeCells::tr(value == "0" ? cell->off : cell->on);
    case Kind::Day:
        return dayOrNone(value);
    case Kind::Time:
        return timeWords(value);
    case Kind::Scenario:
        return scenarioWords(reviews, value);
    case Kind::CostField:
        return q(cost::fieldAsText(value));
    case Kind::Version:
        return versionWords(reviews, *cell, key, value);
    default:
        return quantityWords(reviews, *cell, numberOf(value));
    }
}

} // namespace plumb::ui
