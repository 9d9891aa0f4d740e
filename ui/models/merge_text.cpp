// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/merge_text.h"

#include "ui/bridge/session_bridge.h"
#include "ui/models/cost_text.h"
#include "ui/models/merge_cells.h"
#include "ui/models/merge_rows.h"
#include "ui/models/merge_things.h"

#include <algorithm>
#include <array>
#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace plumb::ui {

namespace {

using store::MergeConflict;
using store::Table;

struct MergeText {
    Q_DECLARE_TR_FUNCTIONS(MergeText)
};

QString capital(QString text) {
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

QString momentWords(Instant at, const QString& format) {
    return QLocale(QLocale::English).toString(QDateTime::fromMSecsSinceEpoch(at.ms), format);
}

QString shortMoment(Instant at, Instant now) {
    const bool sameYear =
        QDateTime::fromMSecsSinceEpoch(at.ms).date().year() == QDateTime::fromMSecsSinceEpoch(now.ms).date().year();
    return momentWords(at, sameYear ? QStringLiteral("d MMM, HH:mm") : QStringLiteral("d MMM yyyy, HH:mm"));
}

void fillWriting(MergeSide& side, const store::Writing& writing, Instant now) {
    side.who = q(writing.author);
    side.when = writing.time.ms > 0 ? shortMoment(writing.time, now) : QString();
    side.did = q(writing.label);
}

/// A value of a cell with what goes with it, or what it means that there is none.
void fillCell(MergeSide& side, const MergeReviews& reviews, const review::Review* review, const MergeConflict& conflict,
              const std::optional<std::string>& value) {
    side.said = true;
    if (!value) {
        side.value = MergeText::tr("Deleted");
        return;
    }
    side.value = cellValue(reviews, conflict.table, conflict.key, conflict.column, *value);
    side.said = side.value.isEmpty();
    if (side.said)
        side.value = MergeText::tr("Nothing is written here");
    side.value = (QStringList{side.value} + companionLines(reviews, review, conflict)).join(QLatin1Char('\n'));
}

void fillRow(MergeSide& side, const MergeReviews& reviews, const MergeConflict& conflict,
             const std::optional<std::string>& value) {
    side.said = true;
    side.value = MergeText::tr("Deleted");
    if (!value)
        return;
    const QStringList lines = rowLines(reviews, conflict.table, conflict.key, *value);
    side.value = lines.isEmpty() ? MergeText::tr("Kept") : lines.join(QLatin1Char('\n'));
    side.said = lines.isEmpty();
}

QString rowSentence(const MergeConflict& conflict, const MergeThing& thing) {
    const bool gone = !conflict.ours && conflict.theirs;
    // A row that is as it was is kept alive by another one that needs it.
    if (const auto& kept = gone ? conflict.theirs : conflict.ours; kept && kept == conflict.base)
        return gone ? MergeText::tr("You deleted %1, and the other copy changed something that hangs on it. Choose "
                                    "whether it goes or stays.")
                          .arg(thing.the)
                    : MergeText::tr("The other copy deleted %1, and you changed something that hangs on it. Choose "
                                    "whether it stays or goes.")
                          .arg(thing.the);
    return gone ? MergeText::tr("You deleted %1, and the other copy changed it. Choose whether it goes or stays.")
                      .arg(thing.the)
                : MergeText::tr("The other copy deleted %1, and you changed it. Choose whether it stays or goes.")
                      .arg(thing.the);
}

QString cellSentence(const QString& cell, bool common, bool known) {
    if (!common)
        return MergeText::tr("The two copies differ in the %1, and no common step says who changed it. Choose the one "
                             "that stays.")
            .arg(cell);
    return known ? MergeText::tr("Both of you changed the %1. Choose the one that stays; the other remains in the "
                                 "history.")
                       .arg(cell)
                 : MergeText::tr("Both of you gave the %1 since you parted. Choose the one that stays; the other "
                                 "remains in the history.")
                       .arg(cell);
}

MergeItem itemOf(const session::Session& session, const MergeReviews& reviews, const MergeConflict& conflict,
                 bool common, Instant now) {
    const MergeThing thing = mergeThing(session, reviews, conflict.table, conflict.key);
    MergeItem item;
    item.name = q(conflict.name());
    item.where = thing.where;
    item.thing = thing.name;
    item.heading = thing.heading;
    item.path = QStringList{thing.where} + thing.inside;
    fillWriting(item.ours, conflict.ourWriting, now);
    fillWriting(item.theirs, conflict.theirWriting, now);
    item.ours.facts = thing.ourFacts;
    item.theirs.facts = thing.theirFacts;
    if (conflict.column.empty()) {
        item.title = thing.name;
        item.sentence = rowSentence(conflict, thing);
        item.known = conflict.base.has_value();
        if (item.known)
            item.before = rowLines(reviews, conflict.table, conflict.key, *conflict.base).join(QLatin1Char('\n'));
        fillRow(item.ours, reviews, conflict, conflict.ours);
        fillRow(item.theirs, reviews, conflict, conflict.theirs);
        item.marked = true;
        return item;
    }
    const QString cell = cellWords(conflict.table, conflict.key, conflict.column);
    item.title = MergeText::tr("%1: %2").arg(thing.name, cell);
    item.cell = cell;
    item.path << capital(cell);
    item.known = conflict.base.has_value();
    item.sentence = cellSentence(cell, common, item.known);
    if (conflict.base)
        item.before = cellValue(reviews, conflict.table, conflict.key, conflict.column, *conflict.base);
    fillCell(item.ours, reviews, reviews.ours, conflict, conflict.ours);
    fillCell(item.theirs, reviews, reviews.theirs, conflict, conflict.theirs);
    const CellShape shape = cellShape(conflict.table, conflict.column);
    item.editable = shape != CellShape::Value && conflict.ours && conflict.theirs;
    item.joinable = shape == CellShape::Text && item.editable && !conflict.ours->empty() && !conflict.theirs->empty();
    item.oneLine = shape == CellShape::Line;
    item.marked = item.editable;
    item.limit = cellLimit(conflict.table, conflict.column);
    return item;
}

/// What comes over is told by kind; the order is that of the list.
enum Group { kQuestionnaires, kAnswers, kPeople, kEvidence, kFindings, kPlan, kCosts, kSnapshots, kWorkload, kGroups };

Group groupOf(Table table) {
    switch (table) {
    case Table::Lens:
        return kQuestionnaires;
    case Table::Answer:
    case Table::ChoiceAnswer:
    case Table::AnswerPerson:
    case Table::Reconfirm:
        return kAnswers;
    case Table::Participant:
        return kPeople;
    case Table::Evidence:
    case Table::EvidenceLink:
        return kEvidence;
    case Table::Finding:
    case Table::FindingNeed:
    case Table::FindingEvidence:
    case Table::FindingMeasure:
    case Table::FindingPractice:
    case Table::FindingTradeOff:
        return kFindings;
    case Table::Planning:
    case Table::Priority:
    case Table::ReviewEvent:
        return kPlan;
    case Table::Snapshot:
        return kSnapshots;
    case Table::Workload:
        return kWorkload;
    default:
        return kCosts;
    }
}

std::vector<MergeCount> countsOf(const std::map<Table, int>& taken) {
    std::array<int, kGroups> sums{};
    for (const auto& [table, count] : taken)
        sums[static_cast<std::size_t>(groupOf(table))] += count;
    const std::array<std::pair<Icon, QString>, kGroups> words{{
        {Icon::Book, MergeText::tr("Questionnaires")},
        {Icon::Questions, MergeText::tr("Answers")},
        {Icon::Users, MergeText::tr("People")},
        {Icon::Attach, MergeText::tr("Evidence")},
        {Icon::Findings, MergeText::tr("Findings")},
        {Icon::Calendar, MergeText::tr("Plan and events")},
        {Icon::Costs, MergeText::tr("Cost inputs")},
        {Icon::Snapshot, MergeText::tr("Snapshots")},
        {Icon::Overview, MergeText::tr("Workload")},
    }};
    std::vector<MergeCount> counts;
    for (std::size_t group = 0; group < words.size(); ++group)
        if (sums[group] > 0)
            counts.push_back({words[group].first, words[group].second, sums[group]});
    return counts;
}

} // namespace

MergeWords mergeWords(const session::Session& session, const review::Review* theirs, const store::MergePlan& plan,
                      const QString& ours, const QString& other, Instant now) {
    MergeWords words;
    words.ours = ours;
    words.theirs = other;
    const bool common = plan.related;
    if (!common) {
        words.parted = MergeText::tr("have no step in common, so every difference is listed");
    } else if (plan.parted) {
        words.parted =
            MergeText::tr("parted on %1").arg(momentWords(*plan.parted, QStringLiteral("d MMM yyyy, HH:mm")));
        words.partedShort = shortMoment(*plan.parted, now);
    } else {
        words.parted = MergeText::tr("have a common past");
    }
    const MergeReviews reviews{&session.review(), theirs};
    for (const MergeConflict& conflict : plan.conflicts)
        words.items.push_back(itemOf(session, reviews, conflict, common, now));
    words.counts = countsOf(plan.taken);
    for (const MergeCount& each : words.counts)
        words.taken += each.count;
    for (const std::string& remark : plan.remarks)
        words.remarks << asSentence(remark);
    words.nothing = plan.nothing;
    return words;
}

QString changesWords(int count) {
    return count == 0   ? MergeText::tr("no change")
           : count == 1 ? MergeText::tr("1 change")
                        : MergeText::tr("%1 changes").arg(QLocale(QLocale::English).toString(count));
}

} // namespace plumb::ui
