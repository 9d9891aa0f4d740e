// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/search.h"

#include <algorithm>

namespace plumb::store {
namespace {

constexpr int kMaxHits = 1000;
constexpr std::size_t kMaxQueryBytes = 2000;
constexpr std::size_t kMaxWords = 32;

/// Something that the tokenizer can make a word of.
bool hasWord(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
               (byte >= 'a' && byte <= 'z');
    });
}

bool isSpace(char c) {
    return static_cast<unsigned char>(c) <= ' ';
}

} // namespace

std::string ftsExpression(std::string_view query) {
    query = query.substr(0, kMaxQueryBytes);
    std::string expression;
    std::size_t words = 0;
    const auto addWord = [&](std::string_view word, bool phrase) {
        if (!hasWord(word) || words == kMaxWords)
            return;
        ++words;
        if (!expression.empty())
            expression += ' ';
        expression += '"';
        for (const char c : word)
            expression += isSpace(c) ? ' ' : c;
        expression += phrase ? "\"" : "\" *";
    };
    std::size_t at = 0;
    while (at < query.size()) {
        if (isSpace(query[at])) {
            ++at;
            continue;
        }
        const bool quoted = query[at] == '"';
        const std::size_t begin = quoted ? at + 1 : at;
        std::size_t end = begin;
        while (end < query.size() && query[end] != '"' && (quoted || !isSpace(query[end])))
            ++end;
        const bool closed = quoted && end < query.size();
        addWord(query.substr(begin, end - begin), closed);
        at = closed ? end + 1 : end;
    }
    return expression;
}

std::string SearchIndex::Scope::key() const {
    return std::to_string(static_cast<int>(table)) + '\n' + first + '\n' + second;
}

void SearchIndex::refresh(const std::vector<RowChange>& rows) {
    if (!m_index)
        return;
    for (const RowChange& row : rows) {
        switch (row.table) {
        case Table::Workload:
            m_stale.insert({Table::Workload, {}, {}});
            break;
        case Table::Lens:
            m_stale.insert({Table::Lens, row.key[0], {}});
            break;
        case Table::Answer:
        case Table::ChoiceAnswer:
            m_stale.insert({Table::Answer, row.key[0], row.key[1]});
            break;
        case Table::Evidence:
        case Table::EvidenceLink:
            m_stale.insert({Table::Evidence, row.key[0], {}});
            break;
        case Table::Finding:
            m_stale.insert({Table::Finding, row.key[0], {}});
            break;
        case Table::CostItem:
        case Table::CostMeasure:
            m_stale.insert({Table::CostItem, {}, {}});
            break;
        case Table::AnswerPerson:
        case Table::Participant:
        case Table::FindingNeed:
        case Table::FindingEvidence:
        case Table::FindingMeasure:
        case Table::FindingPractice:
        case Table::FindingTradeOff:
        case Table::Planning:
        case Table::Priority:
        case Table::ReviewEvent:
        case Table::CostSettings:
        case Table::CostItemField:
        case Table::CostMeasureField:
        case Table::CostMeasureItem:
        case Table::CostMeasureLink:
        case Table::CostScenario:
        case Table::CostScenarioMeasure:
        case Table::CostPrice:
        case Table::Snapshot:
        case Table::Reconfirm:
            break; // not searched
        }
    }
}

Result<void> SearchIndex::add(const Scope& scope, const Document& d) {
    std::int64_t id = 0;
    {
        PLUMB_TRY(query, m_index->query("INSERT INTO document(scope, kind, lens, question, choice, evidence, finding, "
                                        "cost) VALUES(?, ?, ?, ?, ?, ?, ?, ?) RETURNING id"));
        query.bind(scope.key()).bind(d.kind).bind(d.lens).bind(d.question).bind(d.choice);
        PLUMB_TRY(row, query.bind(d.evidence).bind(d.finding).bind(d.cost).step());
        id = row ? query.integer(0) : 0;
        PLUMB_CHECK(query.run());
    }
    PLUMB_TRY(query, m_index->query("INSERT INTO words(rowid, title, body) VALUES(?, ?, ?)"));
    return query.bind(id).bind(d.title).bind(d.body).run();
}

Result<void> SearchIndex::drop(const Scope& scope) {
    {
        PLUMB_TRY(query, m_index->query("DELETE FROM words WHERE rowid IN (SELECT id FROM document WHERE scope = ?)"));
        PLUMB_CHECK(query.bind(scope.key()).run());
    }
    PLUMB_TRY(query, m_index->query("DELETE FROM document WHERE scope = ?"));
    return query.bind(scope.key()).run();
}

Result<void> SearchIndex::addWorkload(const review::Workload& w) {
    return add({Table::Workload, {}, {}}, {"workload",
                                           {},
                                           {},
                                           {},
                                           {},
                                           {},
                                           w.name,
                                           w.client + '\n' + w.owner + '\n' + w.description + '\n' + w.environment +
                                               '\n' + w.industry + '\n' + w.regions});
}

Result<void> SearchIndex::addLens(const Scope& scope, const review::ReviewLens& lens) {
    for (const lens::Pillar& pillar : lens.lens->pillars)
        for (const lens::Question& question : pillar.questions) {
            const std::string& shortTitle = lens.overlay->question(question.id).shortTitle;
            PLUMB_CHECK(add(scope, {"question",
                                    lens.lens->id,
                                    question.id,
                                    {},
                                    {},
                                    {},
                                    question.title + '\n' + shortTitle,
                                    question.description}));
            for (const lens::Choice& choice : question.choices)
                PLUMB_CHECK(
                    add(scope,
                        {"choice", lens.lens->id, question.id, choice.id, {}, {}, choice.title, choice.description}));
        }
    return {};
}

Result<void> SearchIndex::addAnswer(const Scope& scope, const review::Answer& answer) {
    std::string texts;
    for (const std::string* text : {&answer.note, &answer.privateNote, &answer.reasonText, &answer.parkedTopic})
        if (!text->empty())
            texts += *text + '\n';
    if (!texts.empty())
        PLUMB_CHECK(add(scope, {"note", scope.first, scope.second, {}, {}, {}, {}, texts}));
    for (const auto& [id, choice] : answer.choices)
        if (!choice.note.empty())
            PLUMB_CHECK(add(scope, {"note", scope.first, scope.second, id, {}, {}, {}, choice.note}));
    return {};
}

Result<void> SearchIndex::addEvidence(const Scope& scope, const review::Evidence& e) {
    const QuestionKey question = e.links.empty() ? QuestionKey{} : e.links.front().question;
    const std::string choice = e.links.empty() ? std::string{} : e.links.front().choice;
    return add(scope, {"evidence",
                       question.lens,
                       question.question,
                       choice,
                       e.id,
                       {},
                       e.title,
                       e.source + '\n' + e.fileName + '\n' + e.url + '\n' + e.text});
}

Result<void> SearchIndex::addFinding(const Scope& scope, const review::Finding& f) {
    std::string texts;
    for (const std::string* text : {&f.observation, &f.consequence, &f.recommendation, &f.reason})
        if (!text->empty())
            texts += *text + '\n';
    if (f.title.empty() && texts.empty())
        return {};
    return add(scope, {"finding", f.question.lens, f.question.question, {}, {}, f.key, f.title, texts});
}

Result<void> SearchIndex::addCosts(const Scope& scope, const review::Costs& costs) {
    const auto addThings = [&](const char* kind, const auto& things) -> Result<void> {
        for (const auto& thing : things) {
            Document document{kind, {}, {}, {}, {}, {}, thing.name, thing.note};
            document.cost = thing.id;
            PLUMB_CHECK(add(scope, document));
        }
        return {};
    };
    PLUMB_CHECK(addThings("cost item", costs.items));
    return addThings("cost measure", costs.measures);
}

Result<void> SearchIndex::build(Database& review, LensCache& lenses) {
    PLUMB_TRY(index, Database::openMemory());
    m_index = std::move(index);
    m_stale.clear();
    PLUMB_CHECK(m_index->execute(
        "CREATE TABLE document(id INTEGER PRIMARY KEY, scope TEXT, kind TEXT, lens TEXT, question TEXT, choice TEXT, "
        "evidence TEXT, finding TEXT, cost TEXT) STRICT; CREATE INDEX document_scope ON document(scope);"
        "CREATE VIRTUAL TABLE words USING fts5(title, body, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 "
        "3')"));
    PLUMB_TRY(transaction, Transaction::begin(*m_index, Transaction::Kind::Write));
    PLUMB_TRY(workload, readWorkload(review));
    PLUMB_CHECK(addWorkload(workload));
    PLUMB_TRY(reviewLenses, readLenses(review, lenses));
    for (const review::ReviewLens& lens : reviewLenses)
        PLUMB_CHECK(addLens({Table::Lens, lens.lens->id, {}}, lens));
    PLUMB_TRY(answers, readAnswers(review));
    for (const auto& [key, answer] : answers)
        PLUMB_CHECK(addAnswer({Table::Answer, key.lens, key.question}, answer));
    PLUMB_TRY(evidence, readEvidence(review));
    for (const review::Evidence& piece : evidence)
        PLUMB_CHECK(addEvidence({Table::Evidence, piece.id, {}}, piece));
    PLUMB_TRY(findings, readFindings(review));
    for (const review::Finding& finding : findings)
        PLUMB_CHECK(addFinding({Table::Finding, finding.key, {}}, finding));
    PLUMB_TRY(costs, readCostModel(review));
    PLUMB_CHECK(addCosts({Table::CostItem, {}, {}}, costs));
    return transaction.commit();
}

Result<void> SearchIndex::indexScope(Database& review, LensCache& lenses, const Scope& scope) {
    PLUMB_CHECK(drop(scope));
    switch (scope.table) {
    case Table::Workload: {
        PLUMB_TRY(workload, readWorkload(review));
        return addWorkload(workload);
    }
    case Table::Lens: {
        PLUMB_TRY(reviewLenses, readLenses(review, lenses));
        for (const review::ReviewLens& lens : reviewLenses)
            if (lens.lens->id == scope.first)
                return addLens(scope, lens);
        return {};
    }
    case Table::Answer: {
        PLUMB_TRY(answer, readAnswer(review, {scope.first, scope.second}));
        return addAnswer(scope, answer);
    }
    case Table::Finding: {
        PLUMB_TRY(findings, readFindings(review));
        for (const review::Finding& finding : findings)
            if (finding.key == scope.first)
                return addFinding(scope, finding);
        return {};
    }
    case Table::CostItem: {
        PLUMB_TRY(costs, readCostModel(review));
        return addCosts(scope, costs);
    }
    default: {
        PLUMB_TRY(evidence, readEvidence(review));
        for (const review::Evidence& piece : evidence)
            if (piece.id == scope.first)
                return addEvidence(scope, piece);
        return {};
    }
    }
}

Result<void> SearchIndex::bringUpToDate(Database& review, LensCache& lenses) {
    PLUMB_TRY(version, review.integer("PRAGMA data_version"));
    if (!m_index || version != m_dataVersion) {
        if (auto built = build(review, lenses); !built) {
            m_index.reset();
            return built;
        }
        m_dataVersion = version;
        return {};
    }
    while (!m_stale.empty()) {
        const auto scope = m_stale.begin();
        PLUMB_CHECK(indexScope(review, lenses, *scope));
        m_stale.erase(scope);
    }
    return {};
}

Result<std::vector<SearchHit>> SearchIndex::search(Database& review, LensCache& lenses, std::string_view query,
                                                   int limit) {
    const std::string expression = ftsExpression(query);
    std::vector<SearchHit> hits;
    if (expression.empty() || limit <= 0)
        return hits;
    PLUMB_CHECK(bringUpToDate(review, lenses));
    // A word in a title weighs more than one in a body; equal ranks in a fixed order.
    PLUMB_TRY(found, m_index->query("SELECT kind, lens, question, choice, evidence, finding, cost, "
                                    "snippet(words, -1, char(2), char(3), '…', 16) "
                                    "FROM words JOIN document ON document.id = words.rowid "
                                    "WHERE words MATCH ? ORDER BY bm25(words, 4.0, 1.0), document.id LIMIT ?"));
    found.bind(expression).bind(std::min(limit, kMaxHits));
    for (;;) {
        PLUMB_TRY(row, found.step());
        if (!row)
            return hits;
        hits.push_back({std::string(found.text(0)),
                        {std::string(found.text(1)), std::string(found.text(2))},
                        std::string(found.text(3)),
                        std::string(found.text(4)),
                        std::string(found.text(5)),
                        std::string(found.text(7)),
                        std::string(found.text(6))});
    }
}

} // namespace plumb::store
