// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/last_review.h"

#include "ui/bridge/session_bridge.h"

#include <algorithm>
#include <iterator>

namespace plumb::ui {

LastReview* LastReview::of(SessionBridge* bridge, JobRunner* jobs) {
    if (auto* known = bridge->findChild<LastReview*>(QString(), Qt::FindDirectChildrenOnly))
        return known;
    return new LastReview(bridge, jobs);
}

LastReview::LastReview(SessionBridge* bridge, JobRunner* jobs) : QObject(bridge), m_bridge(bridge), m_jobs(jobs) {
    connect(bridge, &SessionBridge::snapshotsChanged, this, &LastReview::read);
    read();
}

namespace {

/// The newest, or the one before the snapshot that is shown; an empty one when there is none.
store::SnapshotRecord lastOf(const session::Session& session) {
    const auto& records = session.snapshots();
    const std::string_view shown = session.snapshotName();
    const auto end = shown.empty() ? records.end() : std::ranges::find(records, shown, &store::SnapshotRecord::name);
    return end == records.begin() ? store::SnapshotRecord() : *std::prev(end);
}

} // namespace

void LastReview::read() {
    const store::SnapshotRecord newest = lastOf(m_bridge->session());
    if (newest.name == m_name && newest.sha256 == m_hash)
        return;
    m_name = newest.name;
    m_hash = newest.sha256;
    m_time = newest.time;
    m_then.reset();
    emit changed();
    if (m_name.empty())
        return;
    using Then = std::shared_ptr<const compare::ReadSnapshot>;
    const auto path = m_bridge->session().path();
    const Instant now = m_bridge->session().savedAt();
    m_jobs->start<Then>(
        tr("Reading the last review"), this,
        [path, name = m_name, now](JobContext&) -> Result<Then> {
            PLUMB_TRY(read, readFileState(path, name, now));
            return std::make_shared<const compare::ReadSnapshot>(std::move(read));
        },
        [this, hash = m_hash](Result<Then> result) {
            // Who opens the Compare place is told why it can't be read; here it is left out.
            if (!result || hash != m_hash)
                return;
            m_then = std::move(*result);
            emit changed();
        });
}

QString LastReview::name() const {
    return m_then ? q(m_name) : QString();
}

std::optional<double> LastReview::score() const {
    return m_then ? m_then->stored.score : std::nullopt;
}

std::optional<QuestionThen> LastReview::question(const QuestionKey& key) const {
    if (!m_then)
        return std::nullopt;
    QuestionThen then;
    then.asked = m_then->state.review.findQuestion(key) != nullptr;
    if (!then.asked)
        return then;
    const auto stored = m_then->stored.questions.find(key);
    if (stored != m_then->stored.questions.end())
        then.state = stored->second;
    then.note = m_then->state.review.answer(key).note;
    return then;
}

} // namespace plumb::ui
