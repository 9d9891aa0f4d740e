// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/session.h"

#include "core/lens/reader.h"
#include "core/session/session_impl.h"

#include <algorithm>
#include <fmt/format.h>
#include <system_error>

namespace plumb::session {
namespace {

using store::RowChange;
using store::Table;

const std::string& keyPart(const RowChange& row, std::size_t i) {
    static const std::string kNone;
    return i < row.key.size() ? row.key[i] : kNone;
}

/// Reads every lens of a new review; one error for all that are refused.
Result<std::vector<PreparedLens>> prepareAll(const std::vector<LensSource>& sources) {
    std::vector<PreparedLens> prepared;
    std::optional<Error> refused;
    for (const LensSource& source : sources) {
        Result<PreparedLens> one = prepareLens(source);
        if (one) {
            const auto same = [&](const PreparedLens& other) { return other.id == one->id; };
            if (std::any_of(prepared.begin(), prepared.end(), same))
                one = fail(ErrorKind::Usage, "session.lensThere",
                           fmt::format("The questionnaire \"{}\" is named twice.", one->id), source.where, {one->id});
        }
        if (one) {
            prepared.push_back(std::move(*one));
        } else if (!refused) {
            refused = std::move(one).error();
        } else {
            const Error& also = one.error();
            refused->messages.push_back({also.id, also.where, also.text, {}});
            refused->messages.insert(refused->messages.end(), also.messages.begin(), also.messages.end());
        }
    }
    if (refused)
        return fail(std::move(*refused));
    return prepared;
}

Result<void> putAll(store::Project& project, const std::vector<PreparedLens>& lenses) {
    if (lenses.empty())
        return {};
    const std::string label = lenses.size() == 1 ? fmt::format("Start with {}", lenses.front().name)
                                                 : fmt::format("Start with {} questionnaires", lenses.size());
    const auto applied = project.run(label, {}, [&](store::Writer& writer) -> Result<void> {
        int position = 0;
        for (const PreparedLens& lens : lenses)
            PLUMB_CHECK(writer.putLens(lens.id, lens.name, lens.source->lens, lens.source->overlay, position++));
        return {};
    });
    if (!applied)
        return fail(applied.error());
    return {};
}

} // namespace

Touched touchedBy(const std::vector<RowChange>& rows) {
    Touched touched;
    for (const RowChange& row : rows) {
        switch (row.table) {
        case Table::Workload:
            touched.workload = true;
            break;
        case Table::Lens:
            touched.lenses = true;
            break;
        case Table::Participant:
            touched.participants = true;
            break;
        case Table::Answer:
        case Table::ChoiceAnswer:
        case Table::AnswerPerson:
        case Table::Reconfirm:
            touched.answers.insert({keyPart(row, 0), keyPart(row, 1)});
            break;
        case Table::Evidence:
        case Table::EvidenceLink:
            touched.evidence.insert(keyPart(row, 0));
            break;
        case Table::Finding:
        case Table::FindingNeed:
        case Table::FindingEvidence:
        case Table::FindingMeasure:
        case Table::FindingPractice:
        case Table::FindingTradeOff:
            touched.findings.insert(keyPart(row, 0));
            break;
        case Table::Planning:
        case Table::Priority:
            touched.planning = true;
            break;
        case Table::ReviewEvent:
            touched.events = true;
            break;
        case Table::CostSettings:
        case Table::CostItem:
        case Table::CostItemField:
        case Table::CostMeasure:
        case Table::CostMeasureField:
        case Table::CostMeasureItem:
        case Table::CostMeasureLink:
        case Table::CostScenario:
        case Table::CostScenarioMeasure:
            touched.costs = true;
            break;
        case Table::CostPrice:
            touched.prices = true;
            break;
        case Table::Snapshot:
            touched.snapshots = true;
            break;
        }
    }
    return touched;
}

Result<PreparedLens> prepareLens(const LensSource& source) {
    const std::string& where = source.where.empty() ? source.id : source.where;
    PLUMB_TRY(lens, lens::readLensOrFail(source.lens, where));
    if (!source.overlay.empty())
        if (auto overlay = lens::readOverlay(source.overlay); !overlay) {
            Error error = std::move(overlay).error();
            if (error.where.empty())
                error.where = where;
            return fail(std::move(error));
        }
    return PreparedLens{source.id.empty() ? lens::stableId(lens.name) : source.id, lens.name, &source};
}

// --- making and opening
// -----------------------------------------------------------------------------------------------

Session::Session(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Session::~Session() = default;

Result<std::unique_ptr<Session>> Session::create(const std::filesystem::path& path, const NewReview& content,
                                                 Environment env) {
    PLUMB_TRY(lenses, prepareAll(content.lenses));
    PLUMB_TRY(project, store::Project::create(path, content.workload, env));
    auto impl = std::make_unique<Impl>(env, std::move(project));
    Result<void> done = putAll(*impl->project, lenses);
    if (done)
        done = impl->loadAll();
    if (!done) {
        impl.reset(); // closes the file that was made a moment ago
        std::error_code ignored;
        std::filesystem::remove(path, ignored);
        return fail(std::move(done).error());
    }
    return std::unique_ptr<Session>(new Session(std::move(impl)));
}

Result<std::unique_ptr<Session>> Session::open(const std::filesystem::path& path, OpenMode mode, Environment env) {
    PLUMB_TRY(project, store::Project::open(path, mode, env));
    auto impl = std::make_unique<Impl>(env, std::move(project));
    PLUMB_CHECK(impl->loadAll());
    return std::unique_ptr<Session>(new Session(std::move(impl)));
}

// --- following the file
// -----------------------------------------------------------------------------------------------

Result<void> Session::Impl::loadAll() {
    PLUMB_TRY(all, project->load());
    PLUMB_TRY(records, project->loadSnapshots());
    review = std::move(all);
    snapshots = std::move(records);
    scores.compute(review);
    derived = {};
    derivedCosts = {};
    noteSaved();
    stale = false;
    return {};
}

Result<void> Session::Impl::begin() {
    if (project->readOnly())
        return fail(ErrorKind::Conflict, "session.readOnly",
                    "The review is open for reading only; save a copy or open it for writing to change it.",
                    project->path().string());
    if (listeners.telling())
        return fail(ErrorKind::Usage, "session.busy", "A command can't begin while the last one is being announced.");
    return stale ? loadAll() : Result<void>{};
}

Result<void> Session::Impl::command(std::string_view label, std::string_view mergeKey,
                                    const std::function<Result<void>(store::Writer&)>& work, const Upcoming& upcoming) {
    const std::vector<review::Finding> records = recordsToPut(upcoming);
    PLUMB_TRY(applied, project->run(label, mergeKey, [&](store::Writer& writer) -> Result<void> {
        for (const review::Finding& record : records)
            if (const auto number = writer.putFinding(record); !number)
                return fail(number.error());
        return work(writer);
    }));
    return follow(applied);
}

Result<void> Session::Impl::follow(const store::Applied& applied) {
    if (applied.rows.empty())
        return {};
    auto events = reload(touchedBy(applied.rows));
    if (!events) {
        stale = true;
        return fail(std::move(events).error());
    }
    noteSaved();
    events->emplace_back(HistoryChanged{});
    listeners.tell(*events);
    return {};
}

Result<std::vector<Event>> Session::Impl::reload(const Touched& touched) {
    derived = {};
    derivedCosts.linked = false;
    if (touched.costs)
        derivedCosts = {};
    std::vector<Event> events;
    std::set<QuestionKey> linked; // questions whose evidence is different: by the links before and after
    const auto collectLinks = [&] {
        for (const std::string& id : touched.evidence)
            if (const review::Evidence* evidence = review.findEvidence(id))
                for (const review::EvidenceLink& link : evidence->links)
                    linked.insert(link.question);
    };
    collectLinks();
    if (touched.lenses) {
        PLUMB_CHECK(loadAll());
    } else {
        if (touched.workload) {
            PLUMB_TRY(workload, project->loadWorkload());
            review.workload = std::move(workload);
        }
        if (touched.participants) {
            PLUMB_TRY(participants, project->loadParticipants());
            review.participants = std::move(participants);
        }
        PLUMB_CHECK(reloadAnswers(touched.answers));
        if (!touched.evidence.empty()) {
            PLUMB_TRY(evidence, project->loadEvidence());
            review.evidence = std::move(evidence);
        }
        PLUMB_CHECK(reloadFindings(touched));
        if (touched.costs || touched.prices) {
            PLUMB_TRY(costs, project->loadCosts());
            review.costs = std::move(costs);
        }
        if (touched.snapshots) {
            PLUMB_TRY(records, project->loadSnapshots());
            snapshots = std::move(records);
        }
    }
    collectLinks();
    if (touched.workload)
        events.emplace_back(WorkloadChanged{});
    if (touched.lenses)
        events.emplace_back(LensesChanged{});
    if (touched.participants)
        events.emplace_back(ParticipantsChanged{});
    if (!touched.answers.empty())
        events.emplace_back(AnswersChanged{inReviewOrder(touched.answers)});
    if (!touched.evidence.empty())
        events.emplace_back(EvidenceChanged{inReviewOrder(linked)});
    if (!touched.findings.empty() || touched.planning || touched.events)
        events.emplace_back(FindingsChanged{{touched.findings.begin(), touched.findings.end()}});
    if (touched.costs || touched.prices)
        events.emplace_back(CostsChanged{!touched.costs});
    if (touched.snapshots)
        events.emplace_back(SnapshotsChanged{});
    return events;
}

Result<void> Session::Impl::reloadFindings(const Touched& touched) {
    if (!touched.findings.empty()) {
        PLUMB_TRY(findings, project->loadFindings());
        review.findings = std::move(findings);
    }
    if (touched.planning) {
        PLUMB_TRY(planning, project->loadPlanning());
        review.planning = std::move(planning);
    }
    if (touched.events) {
        PLUMB_TRY(reviewEvents, project->loadEvents());
        review.events = std::move(reviewEvents);
    }
    return {};
}

Result<void> Session::Impl::reloadAnswers(const std::set<QuestionKey>& keys) {
    for (const QuestionKey& key : keys) {
        PLUMB_TRY(answer, project->loadAnswer(key));
        if (answer == review::Answer{})
            review.answers.erase(key);
        else
            review.answers.insert_or_assign(key, std::move(answer));
    }
    // An update adds up every scope once; past a share of the questions one pass over all of them costs less.
    if (keys.size() > 8 && keys.size() * 8 > scores.questions().size()) {
        scores.compute(review);
        return {};
    }
    for (const QuestionKey& key : keys)
        scores.update(review, key);
    return {};
}

void Session::Impl::noteSaved() {
    const auto head = project->undoable();
    saved = head ? head->time : review.createdAt;
}

std::vector<QuestionKey> Session::Impl::inReviewOrder(const std::set<QuestionKey>& keys) const {
    std::vector<const score::QuestionScore*> known;
    for (const QuestionKey& key : keys)
        if (const score::QuestionScore* question = scores.question(key))
            known.push_back(question);
    std::sort(known.begin(), known.end()); // places in one array: its order is the review's
    std::vector<QuestionKey> ordered;
    for (const score::QuestionScore* question : known)
        ordered.push_back(question->key);
    return ordered;
}

// --- state
// --------------------------------------------------------------------------------------------------------------

const review::Review& Session::review() const noexcept {
    return m_impl->review;
}
const score::Scores& Session::scores() const noexcept {
    return m_impl->scores;
}
const std::filesystem::path& Session::path() const noexcept {
    return m_impl->project->path();
}
bool Session::readOnly() const noexcept {
    return m_impl->project->readOnly();
}
int Session::schemaVersion() const noexcept {
    return m_impl->project->schemaVersion();
}
Instant Session::savedAt() const noexcept {
    return m_impl->saved;
}

lens::State Session::state(const QuestionKey& key) const noexcept {
    const score::QuestionScore* question = m_impl->scores.question(key);
    return question ? question->state : lens::State::Unanswered;
}

lens::Explanation Session::explain(const QuestionKey& key) const {
    const lens::Question* question = m_impl->review.findQuestion(key);
    return question ? lens::explain(*question, review::toSelection(*question, m_impl->review.answer(key)))
                    : lens::Explanation{};
}

Subscription Session::subscribe(std::function<void(const Event&)> listener) {
    return m_impl->listeners.add(std::move(listener));
}

// --- history
// ------------------------------------------------------------------------------------------------------------

Result<CommandRecord> Session::undo() {
    PLUMB_CHECK(m_impl->begin());
    PLUMB_TRY(applied, m_impl->project->undo());
    PLUMB_CHECK(m_impl->follow(applied));
    return std::move(applied.command);
}

Result<CommandRecord> Session::redo() {
    PLUMB_CHECK(m_impl->begin());
    PLUMB_TRY(applied, m_impl->project->redo());
    PLUMB_CHECK(m_impl->follow(applied));
    return std::move(applied.command);
}

Result<void> Session::restore(std::string_view commandId) {
    PLUMB_CHECK(m_impl->begin());
    PLUMB_TRY(applied, m_impl->project->restore(commandId));
    return m_impl->follow(applied);
}

std::optional<CommandRecord> Session::undoable() const {
    return readOnly() ? std::nullopt : m_impl->project->undoable();
}

std::optional<CommandRecord> Session::redoable() const {
    return readOnly() ? std::nullopt : m_impl->project->redoable();
}

Result<std::vector<CommandRecord>> Session::history(bool all) const {
    return m_impl->project->history(all);
}

// --- reading
// ------------------------------------------------------------------------------------------------------------

Result<std::vector<store::SearchHit>> Session::search(std::string_view query, int limit) const {
    return m_impl->project->search(query, limit);
}

Result<store::VerifyReport> Session::verify(const Progress& progress) const {
    return m_impl->project->verify(progress);
}

Result<void> Session::copyTo(const std::filesystem::path& target, const Progress& progress) const {
    return m_impl->project->copyTo(target, progress);
}

} // namespace plumb::session
