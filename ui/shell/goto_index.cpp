// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/goto_index.h"

#include "ui/bridge/action_table.h"
#include "ui/bridge/session_bridge.h"
#include "ui/models/finding_measures.h"

#include <algorithm>
#include <QCoreApplication>
#include <set>

namespace plumb::ui {
namespace {

constexpr int kPlaceRank = 0, kActionRank = 1, kQuestionRank = 2, kEvidenceRank = 3, kCostRank = 4;

QString words(const char* text) {
    return QCoreApplication::translate("GotoIndex", text);
}

/// How well `query` fits, lower is better; -1 when a word of it begins no word of the item.
int distance(const QStringList& query, const QStringList& title, const QStringList& other) {
    const auto begins = [](const QStringList& list, const QString& word) {
        return std::any_of(list.begin(), list.end(), [&](const QString& w) { return w.startsWith(word); });
    };
    int sum = 0;
    for (const QString& word : query) {
        if (title.contains(word))
            sum += 0;
        else if (begins(title, word))
            sum += 1;
        else if (begins(other, word))
            sum += 4;
        else
            return -1;
    }
    if (!title.isEmpty() && !query.isEmpty() && title.first().startsWith(query.first()))
        sum -= 1;
    return sum + 1;
}

QString questionTitle(const review::ReviewLens& lens, const lens::Question& question) {
    const std::string& shortTitle = lens.overlay->question(question.id).shortTitle;
    return q(shortTitle.empty() ? question.title : shortTitle);
}

QString pathOf(const review::ReviewLens& lens, const lens::Pillar& pillar) {
    const std::string& lensName = lens.overlay->shortName.empty() ? lens.lens->name : lens.overlay->shortName;
    const std::string& pillarName =
        lens.overlay->pillar(pillar.id).shortName.empty() ? pillar.name : lens.overlay->pillar(pillar.id).shortName;
    return q(lensName) + QStringLiteral(" \u203A ") + q(pillarName);
}

} // namespace

QStringList foldedWords(const QString& text) {
    QString folded;
    folded.reserve(text.size());
    QString decomposed = text.toCaseFolded().normalized(QString::NormalizationForm_KD);
    decomposed.replace(QChar(0x00DF), QLatin1String("ss")); // Qt folds single characters only
    for (const QChar c : std::as_const(decomposed)) {
        if (c.isLetterOrNumber())
            folded.append(c);
        else if (!c.isMark())
            folded.append(u' ');
    }
    return folded.split(u' ', Qt::SkipEmptyParts);
}

GotoIndex::GotoIndex(const ActionTable& actions, const session::Session* session) : m_session(session) {
    for (const ActionSpec& spec : actions.specs()) {
        if (!spec.inPalette || (!session && spec.scope != ActionScope::Window))
            continue;
        GotoItem item;
        item.id = spec.id;
        item.icon = spec.icon;
        item.keys = actions.keyCaps(spec.id);
        const auto place =
            spec.id.startsWith(QLatin1String("go.")) ? placeFromId(QStringView(spec.id).mid(3)) : std::nullopt;
        item.kind = place ? GotoItem::Kind::Place : GotoItem::Kind::Action;
        item.what =
            place ? words(QT_TRANSLATE_NOOP("GotoIndex", "Place")) : words(QT_TRANSLATE_NOOP("GotoIndex", "Action"));
        item.title = place ? placeName(*place) : spec.text;
        item.detail = spec.tooltip;
        add(std::move(item), spec.tooltip + u' ' + spec.id, place ? kPlaceRank : kActionRank);
    }
    if (session)
        addQuestions(session->review());
    if (session)
        addCosts(*session);
}

void GotoIndex::add(GotoItem item, const QString& more, int rank) {
    Entry entry{std::move(item), {}, foldedWords(more), rank};
    entry.titleWords = foldedWords(entry.item.title);
    m_entries.push_back(std::move(entry));
}

void GotoIndex::addQuestions(const review::Review& review) {
    for (const review::ReviewLens& lens : review.lenses) {
        for (const lens::Pillar& pillar : lens.lens->pillars) {
            for (const lens::Question& question : pillar.questions) {
                GotoItem item;
                item.kind = GotoItem::Kind::Question;
                item.what = words(QT_TRANSLATE_NOOP("GotoIndex", "Question"));
                item.title = questionTitle(lens, question);
                item.detail = pathOf(lens, pillar);
                item.question = {lens.lens->id, question.id};
                item.state = m_session->state(item.question);
                const QString more = q(question.title) + u' ' + q(question.id) + u' ' + item.detail;
                add(std::move(item), more, kQuestionRank);
            }
        }
    }
    for (const review::Evidence& evidence : review.evidence) {
        GotoItem item;
        item.kind = GotoItem::Kind::Evidence;
        item.what = words(QT_TRANSLATE_NOOP("GotoIndex", "Evidence"));
        item.title = q(evidence.title.empty() ? evidence.fileName : evidence.title);
        const QString number = QStringLiteral("E-%1").arg(evidence.number, 2, 10, QLatin1Char('0'));
        item.detail = evidence.source.empty() ? number : number + QStringLiteral(" \u00B7 ") + q(evidence.source);
        item.icon = QStringLiteral("paperclip");
        item.evidence = evidence.id;
        if (!evidence.links.empty())
            item.question = evidence.links.front().question;
        add(std::move(item), number + u' ' + q(evidence.source) + u' ' + q(evidence.fileName), kEvidenceRank);
    }
}

void GotoIndex::addCosts(const session::Session& session) {
    const auto place = [&](GotoItem::Kind kind, const QString& what, const std::string& id, const std::string& name,
                           const QString& detail, const std::string& more) {
        GotoItem item;
        item.kind = kind;
        item.what = what;
        item.title = q(name);
        item.detail = detail;
        item.icon = QStringLiteral("circle-dollar-sign");
        item.cost = id;
        add(std::move(item), q(id) + u' ' + q(more), kCostRank);
    };
    for (const review::CostItem& item : session.review().costs.items)
        place(GotoItem::Kind::CostItem, words(QT_TRANSLATE_NOOP("GotoIndex", "Cost item")), item.id, item.name,
              q(item.note), item.type + ' ' + item.note);
    for (const FindingMeasure& one : allMeasures(session))
        place(GotoItem::Kind::CostMeasure, words(QT_TRANSLATE_NOOP("GotoIndex", "Measure")), one.id, s(one.name),
              one.money, session.review().costs.findMeasure(one.id)->type);
}

std::vector<GotoItem> GotoIndex::find(const QString& query, std::size_t limit) const {
    const QStringList wanted = foldedWords(query);
    struct Match {
        int distance, rank;
        const Entry* entry;
    };
    std::vector<Match> matches;
    for (const Entry& entry : m_entries) {
        if (wanted.isEmpty() && entry.rank > kActionRank)
            continue;
        const int d = distance(wanted, entry.titleWords, entry.otherWords);
        if (d >= 0)
            matches.push_back({d, entry.rank, &entry});
    }
    std::stable_sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) {
        return a.distance != b.distance ? a.distance < b.distance : a.rank < b.rank;
    });
    std::vector<GotoItem> found;
    for (const Match& match : matches) {
        if (found.size() == limit)
            return found;
        found.push_back(match.entry->item);
    }
    if (!wanted.isEmpty())
        addTexts(query, found, limit);
    return found;
}

void GotoIndex::addTexts(const QString& query, std::vector<GotoItem>& found, std::size_t limit) const {
    if (!m_session)
        return;
    const auto hits = m_session->search(s(query), static_cast<int>(limit));
    if (!hits)
        return; // a search that fails finds nothing; what the index knows is shown all the same
    std::set<QuestionKey> listed;
    for (const GotoItem& item : found) {
        if (item.kind == GotoItem::Kind::Question)
            listed.insert(item.question);
    }
    for (const store::SearchHit& hit : *hits) {
        const lens::Question* const question = m_session->review().findQuestion(hit.question);
        if (found.size() == limit || !question || hit.kind == "question" || hit.kind == "evidence")
            continue;
        if (!listed.insert(hit.question).second)
            continue;
        GotoItem item;
        item.kind = GotoItem::Kind::Text;
        item.title = questionTitle(*m_session->review().findLens(hit.question.lens), *question);
        item.detail = q(hit.snippet).remove(QChar(2)).remove(QChar(3)).simplified();
        item.what = hit.kind == "note" ? words(QT_TRANSLATE_NOOP("GotoIndex", "Note"))
                                       : words(QT_TRANSLATE_NOOP("GotoIndex", "Choice"));
        item.question = hit.question;
        item.state = m_session->state(hit.question);
        found.push_back(std::move(item));
    }
}

} // namespace plumb::ui
