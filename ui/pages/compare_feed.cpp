// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare_feed.h"

namespace plumb::ui {

namespace {

using StatePtr = std::shared_ptr<const compare::State>;

std::pair<std::string, std::string> keyOf(const session::StateRef& ref) {
    return {ref.file.string(), ref.snapshot};
}

Result<StatePtr> stateFor(const CompareQuestion& question, const session::StateRef& ref, StateShelf& shelf) {
    const bool own = ref.file.empty();
    if (own && ref.snapshot.empty() && question.present)
        return std::make_shared<const compare::State>(compare::stateOf(*question.present, "now", question.today));
    if (StatePtr known = shelf.find(ref))
        return known;
    auto read = readFileState(own ? question.path : ref.file, ref.snapshot, question.now);
    if (!read)
        return fail(std::move(read).error());
    auto state = std::make_shared<const compare::State>(std::move(read->state));
    shelf.put(ref, state);
    return StatePtr(state);
}

} // namespace

StatePtr StateShelf::find(const session::StateRef& ref) const {
    const std::lock_guard hold(m_lock);
    const auto found = m_states.find(keyOf(ref));
    return found == m_states.end() ? nullptr : found->second;
}

void StateShelf::put(const session::StateRef& ref, StatePtr state) {
    const std::lock_guard hold(m_lock);
    m_states[keyOf(ref)] = std::move(state);
}

void StateShelf::clear() {
    const std::lock_guard hold(m_lock);
    m_states.clear();
}

/// Either a comparison, or which side could not be read.
struct CompareFeed::Answer {
    std::shared_ptr<const CompareShown> shown;
    session::StateRef which;
    std::optional<Error> error;
};

CompareFeed::CompareFeed(JobRunner* jobs, QObject* parent)
    : QObject(parent), m_jobs(jobs), m_shelf(std::make_shared<StateShelf>()) {}

CompareFeed::~CompareFeed() {
    if (m_job)
        m_job->cancel();
}

void CompareFeed::ask(CompareQuestion question) {
    m_next = std::move(question);
    m_wanted = true;
    if (!m_running)
        start();
    else if (m_job)
        m_job->cancel();
}

void CompareFeed::forget() {
    m_next.reset();
    m_wanted = false;
    if (m_job)
        m_job->cancel();
}

void CompareFeed::forgetStates() {
    m_shelf = std::make_shared<StateShelf>(); // a job that runs keeps the old one
}

void CompareFeed::start() {
    auto question = std::make_shared<CompareQuestion>(std::move(*m_next));
    m_next.reset();
    m_running = true;
    using AnswerPtr = std::shared_ptr<const Answer>;
    m_job = m_jobs->start<AnswerPtr>(
        tr("Comparing"), this,
        [question, shelf = m_shelf](JobContext& job) -> Result<AnswerPtr> {
            auto answer = std::make_shared<Answer>();
            auto shown = std::make_shared<CompareShown>();
            shown->from = question->from;
            shown->to = question->to;
            const std::pair<const session::StateRef*, StatePtr*> sides[] = {{&shown->from, &shown->before},
                                                                            {&shown->to, &shown->after}};
            for (const auto& [ref, state] : sides) {
                auto read = stateFor(*question, *ref, *shelf);
                if (job.cancelled())
                    return fail(ErrorKind::Cancelled, "job.cancelled", "Stopped.");
                if (!read) {
                    answer->which = *ref;
                    answer->error = std::move(read).error();
                    return AnswerPtr(answer);
                }
                *state = std::move(*read);
            }
            shown->comparison = compare::compareStates(*shown->before, *shown->after);
            answer->shown = std::move(shown);
            return AnswerPtr(answer);
        },
        [this](Result<AnswerPtr> result) { finished(std::move(result)); });
}

void CompareFeed::finished(Result<std::shared_ptr<const Answer>> result) {
    m_running = false;
    m_job = nullptr;
    if (result && m_wanted && !m_next) {
        if ((*result)->shown)
            emit answered((*result)->shown);
        else
            emit refused((*result)->which, *(*result)->error);
    }
    if (m_next && !m_running)
        start();
}

} // namespace plumb::ui
