// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/merge_things.h"

#include "ui/bridge/session_bridge.h"
#include "ui/models/cost_text.h"
#include "ui/models/question_facts.h"

#include <algorithm>
#include <QCoreApplication>

namespace plumb::ui {

namespace {

using store::Table;

struct MergeThings {
    Q_DECLARE_TR_FUNCTIONS(MergeThings)
};

constexpr int kShort = 44; ///< signs of a name in the list

QString shortened(const QString& text) {
    if (text.size() <= kShort)
        return text;
    const qsizetype space = text.lastIndexOf(QLatin1Char(' '), kShort);
    return text.left(space > kShort / 2 ? space : kShort) + QChar(0x2026);
}

/// The first copy that knows it.
template <typename Find> auto inEither(const MergeReviews& reviews, Find find) -> decltype(find(*reviews.ours)) {
    for (const review::Review* each : {reviews.ours, reviews.theirs})
        if (each != nullptr)
            if (auto found = find(*each))
                return found;
    return {};
}

QString countWords(std::size_t count) {
    switch (count) {
    case 1:
        return MergeThings::tr("one evidence item");
    case 2:
        return MergeThings::tr("two evidence items");
    case 3:
        return MergeThings::tr("three evidence items");
    case 4:
        return MergeThings::tr("four evidence items");
    default:
        return MergeThings::tr("%1 evidence items").arg(count);
    }
}

QString capital(QString text) {
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

// --- questions -------------------------------------------------------------------------------------------------------

QString questionFacts(const review::Review* review, const QuestionKey& key) {
    const std::size_t evidence = review != nullptr ? review->evidenceFor(key).size() : 0;
    return evidence == 0 ? QString() : capital(countWords(evidence));
}

MergeThing questionThing(const MergeReviews& reviews, const QuestionKey& key) {
    QuestionPlace place = placeOf(*reviews.ours, key);
    if (place.title.isEmpty() && reviews.theirs != nullptr)
        place = placeOf(*reviews.theirs, key);
    MergeThing thing;
    const QString unknown = key.question.empty() ? MergeThings::tr("A question") : q(key.question);
    thing.name = place.title.isEmpty() ? unknown : shortened(place.title);
    thing.where = place.where.isEmpty() ? MergeThings::tr("A question that is gone")
                                        : place.where.replace(QStringLiteral(" \u00B7 "), QStringLiteral(", "));
    thing.heading = place.question.isEmpty() ? unknown : place.question;
    thing.the = MergeThings::tr("this answer");
    thing.ourFacts = questionFacts(reviews.ours, key);
    thing.theirFacts = questionFacts(reviews.theirs, key);
    return thing;
}

const lens::Choice* choiceOf(const MergeReviews& reviews, const QuestionKey& key, const std::string& id) {
    return inEither(reviews, [&](const review::Review& review) -> const lens::Choice* {
        const lens::Question* question = review.findQuestion(key);
        const auto index = question != nullptr ? question->choiceIndex(id) : std::nullopt;
        return index ? &question->choices[*index] : nullptr;
    });
}

MergeThing choiceThing(const MergeReviews& reviews, const std::vector<std::string>& key) {
    const QuestionKey question{key[0], key[1]};
    MergeThing thing = questionThing(reviews, question);
    const lens::Choice* const choice = choiceOf(reviews, question, key[2]);
    const QString title = choice != nullptr ? q(choice->title)
                          : key[2].empty()  ? MergeThings::tr("A choice")
                                            : q(key[2]);
    thing.inside << thing.name;
    thing.name = shortened(title);
    thing.heading = title;
    thing.the = MergeThings::tr("this choice");
    thing.ourFacts.clear();
    thing.theirFacts.clear();
    return thing;
}

MergeThing personInAnswer(const MergeReviews& reviews, const std::vector<std::string>& key) {
    MergeThing thing = questionThing(reviews, {key[0], key[1]});
    const auto* const person =
        inEither(reviews, [&](const review::Review& review) { return review.findParticipant(key[2]); });
    const QString name = person != nullptr ? q(person->name) : MergeThings::tr("somebody");
    thing.inside << MergeThings::tr("Who answered");
    thing.name = MergeThings::tr("%1: %2").arg(thing.name, name);
    thing.heading = MergeThings::tr("%1 answered: %2").arg(name, thing.heading);
    thing.the = MergeThings::tr("the name of %1").arg(name);
    return thing;
}

// --- findings --------------------------------------------------------------------------------------------------------

QString linkedWords(const review::Review* review, const std::string& key) {
    const review::Finding* const finding = review != nullptr ? review->findFinding(key) : nullptr;
    if (finding == nullptr)
        return {};
    QStringList parts;
    QStringList needs;
    for (const std::string& need : finding->needs)
        if (const review::Finding* other = review->findFinding(need))
            needs << q(review::findingCode(other->number));
    if (!needs.isEmpty())
        parts << MergeThings::tr("linked to %1").arg(needs.join(QStringLiteral(", ")));
    if (!finding->evidence.empty())
        parts << countWords(finding->evidence.size());
    return capital(parts.join(QStringLiteral(", ")));
}

MergeThing findingThing(const session::Session& session, const MergeReviews& reviews, const std::string& key) {
    MergeThing thing;
    const auto* const stored = inEither(reviews, [&](const review::Review& review) { return review.findFinding(key); });
    const score::Finding* const shown = session.finding(key);
    QString title;
    if (stored != nullptr && !stored->title.empty())
        title = q(stored->title);
    else if (shown != nullptr)
        title = q(shown->title);
    else if (stored != nullptr)
        title = questionThing(reviews, stored->question).heading;
    thing.heading = title.isEmpty() ? MergeThings::tr("A finding that is gone") : title;
    thing.name = shortened(thing.heading);
    thing.where = stored != nullptr && stored->number > 0
                      ? MergeThings::tr("Finding %1").arg(q(review::findingCode(stored->number)))
                      : MergeThings::tr("Finding");
    thing.the = MergeThings::tr("this finding");
    thing.ourFacts = linkedWords(reviews.ours, key);
    thing.theirFacts = linkedWords(reviews.theirs, key);
    return thing;
}

/// Rows that tie a finding to something.
MergeThing findingTie(const session::Session& session, const MergeReviews& reviews, Table table,
                      const std::vector<std::string>& key) {
    MergeThing thing = findingThing(session, reviews, key[0]);
    QString tie;
    if (table == Table::FindingTradeOff) {
        tie = frameworkName(key[1]);
        thing.the = MergeThings::tr("the trade-off with %1").arg(tie);
    } else if (table == Table::FindingNeed) {
        tie = findingThing(session, reviews, key[1]).where;
        thing.the = MergeThings::tr("the link to %1").arg(tie);
    } else if (table == Table::FindingPractice) {
        tie = choiceThing(reviews, {key[1], key[2], key[3]}).heading;
        thing.the = MergeThings::tr("this practice");
    } else if (table == Table::FindingMeasure) {
        const auto* const measure =
            inEither(reviews, [&](const review::Review& review) { return review.costs.findMeasure(key[1]); });
        tie = measure != nullptr ? q(measure->name) : measureTypeWords(key[1]);
        thing.the = MergeThings::tr("the measure behind it");
    } else {
        const auto* const evidence =
            inEither(reviews, [&](const review::Review& review) { return review.findEvidence(key[1]); });
        tie = evidence != nullptr ? q(evidence->title) : MergeThings::tr("Evidence");
        thing.the = MergeThings::tr("the link to its evidence");
    }
    thing.inside << tie;
    thing.name = MergeThings::tr("%1: %2").arg(thing.name, shortened(tie));
    return thing;
}

// --- evidence, people, costs and the rest ----------------------------------------------------------------------------

MergeThing evidenceThing(const MergeReviews& reviews, const std::string& id) {
    const auto* const evidence =
        inEither(reviews, [&](const review::Review& review) { return review.findEvidence(id); });
    MergeThing thing;
    thing.heading = evidence != nullptr ? q(evidence->title) : MergeThings::tr("Evidence that is gone");
    thing.name = shortened(thing.heading);
    thing.where = evidence != nullptr && evidence->number > 0
                      ? MergeThings::tr("Evidence E-%1").arg(evidence->number, 2, 10, QLatin1Char('0'))
                      : MergeThings::tr("Evidence");
    thing.the = MergeThings::tr("this evidence");
    return thing;
}

MergeThing named(const QString& name, const QString& where, const QString& the) {
    MergeThing thing;
    thing.heading = name;
    thing.name = shortened(name);
    thing.where = where;
    thing.the = the;
    return thing;
}

QString itemName(const MergeReviews& reviews, const std::string& id) {
    const auto* const item = inEither(reviews, [&](const review::Review& review) { return review.costs.findItem(id); });
    return item != nullptr ? q(item->name) : q(id);
}

QString measureNamed(const MergeReviews& reviews, const std::string& id) {
    const auto* const measure =
        inEither(reviews, [&](const review::Review& review) { return review.costs.findMeasure(id); });
    return measure != nullptr ? q(measure->name) : q(id);
}

QString scenarioName(const MergeReviews& reviews, const std::string& id) {
    const auto* const scenario =
        inEither(reviews, [&](const review::Review& review) { return review.costs.findScenario(id); });
    return scenario != nullptr ? q(scenario->name) : q(id);
}

MergeThing costThing(const MergeReviews& reviews, Table table, const std::vector<std::string>& key) {
    const QString measure = MergeThings::tr("Cost measure"), the = MergeThings::tr("this measure");
    MergeThing thing;
    switch (table) {
    case Table::CostItem:
    case Table::CostItemField:
        return named(itemName(reviews, key[0]), MergeThings::tr("Cost item"), MergeThings::tr("this cost item"));
    case Table::CostMeasure:
    case Table::CostMeasureField:
        return named(measureNamed(reviews, key[0]), measure, the);
    case Table::CostMeasureItem:
        thing = named(measureNamed(reviews, key[0]), measure, MergeThings::tr("the item it works on"));
        thing.inside << itemName(reviews, key[1]);
        return thing;
    case Table::CostMeasureLink:
        thing = named(measureNamed(reviews, key[0]), measure, MergeThings::tr("the tie to another measure"));
        thing.inside << (key[1] == "excludes" ? MergeThings::tr("Excludes %1") : MergeThings::tr("Needs %1"))
                            .arg(measureNamed(reviews, key[2]));
        return thing;
    case Table::CostScenarioMeasure:
        thing = named(scenarioName(reviews, key[0]), MergeThings::tr("Scenario"), MergeThings::tr("its measure"));
        thing.inside << measureNamed(reviews, key[1]);
        return thing;
    case Table::CostScenario:
        return named(scenarioName(reviews, key[0]), MergeThings::tr("Scenario"), MergeThings::tr("this scenario"));
    case Table::CostPrice:
        thing = named(q(key[0]), MergeThings::tr("Price"), MergeThings::tr("this price"));
        thing.inside << fieldWords(key[1]);
        return thing;
    default:
        return named(MergeThings::tr("Cost model"), MergeThings::tr("Cost settings"),
                     MergeThings::tr("the cost settings"));
    }
}

MergeThing eventThing(const MergeReviews& reviews, const std::string& id) {
    const auto* const event = inEither(reviews, [&](const review::Review& review) -> const review::ReviewEvent* {
        const auto found = std::find_if(review.events.begin(), review.events.end(),
                                        [&](const review::ReviewEvent& each) { return each.id == id; });
        return found == review.events.end() ? nullptr : &*found;
    });
    const QString name =
        event == nullptr
            ? MergeThings::tr("An event")
            : MergeThings::tr("%1 on %2").arg(capital(q(review::toText(event->kind))), dayText(event->date));
    return named(name, MergeThings::tr("Event"), MergeThings::tr("this event"));
}

MergeThing lensThing(const MergeReviews& reviews, const std::string& id) {
    const auto* const lens = inEither(reviews, [&](const review::Review& review) { return review.findLens(id); });
    return named(lens != nullptr ? lensName(*lens) : q(id), MergeThings::tr("Questionnaire"),
                 MergeThings::tr("this questionnaire"));
}

MergeThing personThing(const MergeReviews& reviews, const std::string& id) {
    const auto* const person =
        inEither(reviews, [&](const review::Review& review) { return review.findParticipant(id); });
    return named(person != nullptr ? q(person->name) : MergeThings::tr("Somebody"), MergeThings::tr("Person"),
                 MergeThings::tr("this person"));
}

} // namespace

MergeThing mergeThing(const session::Session& session, const MergeReviews& reviews, Table table,
                      const std::vector<std::string>& given) {
    std::vector<std::string> key = given;
    key.resize(std::max<std::size_t>(key.size(), 4)); // what a damaged plan leaves out reads as nothing
    switch (table) {
    case Table::Workload:
        return named(MergeThings::tr("Workload"), MergeThings::tr("Workload"), MergeThings::tr("the workload"));
    case Table::Lens:
        return lensThing(reviews, key[0]);
    case Table::Answer:
    case Table::Reconfirm:
        return questionThing(reviews, {key[0], key[1]});
    case Table::ChoiceAnswer:
        return choiceThing(reviews, key);
    case Table::AnswerPerson:
        return personInAnswer(reviews, key);
    case Table::Participant:
        return personThing(reviews, key[0]);
    case Table::Evidence:
        return evidenceThing(reviews, key[0]);
    case Table::EvidenceLink: {
        MergeThing thing = evidenceThing(reviews, key[0]);
        thing.inside << questionThing(reviews, {key[1], key[2]}).name;
        thing.the = MergeThings::tr("the link to the question");
        return thing;
    }
    case Table::Finding:
        return findingThing(session, reviews, key[0]);
    case Table::FindingNeed:
    case Table::FindingEvidence:
    case Table::FindingMeasure:
    case Table::FindingPractice:
    case Table::FindingTradeOff:
        return findingTie(session, reviews, table, key);
    case Table::Planning:
        return named(MergeThings::tr("Plan"), MergeThings::tr("Plan settings"), MergeThings::tr("the plan settings"));
    case Table::Priority:
        return named(frameworkName(key[0]).isEmpty() ? MergeThings::tr("A pillar") : frameworkName(key[0]),
                     MergeThings::tr("Pillar priorities"), MergeThings::tr("this priority"));
    case Table::ReviewEvent:
        return eventThing(reviews, key[0]);
    case Table::Snapshot:
        return named(MergeThings::tr("A snapshot"), MergeThings::tr("Snapshot"), MergeThings::tr("this snapshot"));
    default:
        return costThing(reviews, table, key);
    }
}

} // namespace plumb::ui
