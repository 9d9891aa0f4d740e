// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The newest snapshot of the open review, read once in a job: what the overview and the question card set beside the
// present. One for a review, shared by the pages; asking it costs nothing.
#pragma once

#include "core/base/result.h" // first: Qt's moc can't read <array> before the rest of the library
#include "ui/bridge/job_runner.h"
#include "ui/bridge/state_reader.h"

#include <memory>
#include <optional>
#include <QObject>
#include <QString>

namespace plumb::ui {

class SessionBridge;

/// One question then.
struct QuestionThen {
    bool asked = false; ///< the snapshot has the question
    lens::State state = lens::State::Unanswered;
    std::string note;
    friend bool operator==(const QuestionThen&, const QuestionThen&) = default;
};

class LastReview final : public QObject {
    Q_OBJECT
public:
    /// The one of this review; made at the first call, gone with the bridge. `jobs` must outlive it.
    [[nodiscard]] static LastReview* of(SessionBridge* bridge, JobRunner* jobs);

    /// The snapshot's name; empty while there is none, or it is not read yet.
    [[nodiscard]] QString name() const;
    [[nodiscard]] Instant time() const noexcept { return m_time; }
    /// As it was computed then.
    [[nodiscard]] std::optional<double> score() const;
    /// Nothing while there is no snapshot.
    [[nodiscard]] std::optional<QuestionThen> question(const QuestionKey& key) const;

signals:
    void changed();

private:
    LastReview(SessionBridge* bridge, JobRunner* jobs);
    void read();

    SessionBridge* m_bridge;
    JobRunner* m_jobs;
    std::string m_name, m_hash; ///< of what is wanted
    Instant m_time;
    std::shared_ptr<const compare::ReadSnapshot> m_then; ///< null: none, or not read yet
};

} // namespace plumb::ui
