// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A review on disk for one test: a folder of its own, a clock that stands still, random ids that repeat, and words for
// what listeners heard.
#pragma once

#include "core/session/session.h"
#include "tests/core/session/synthetic_lens.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QtTest>
#include <string>
#include <variant>
#include <vector>

namespace plumb::test {

class SessionFixture {
public:
    /// In memory where the system offers that: no test here is about the disk, and each command waits for three syncs.
    SessionFixture()
        : m_dir(QFileInfo(QStringLiteral("/dev/shm")).isWritable()
                    ? QStringLiteral("/dev/shm/plumb-test-XXXXXX")
                    : QDir::tempPath() + QStringLiteral("/plumb-test-XXXXXX"))
        , m_clock(Instant{1'795'000'000'000})
        , m_random(7) {}

    [[nodiscard]] session::Environment env(std::string author = "Greta Holm") {
        return {m_clock, m_random, std::move(author), "Greta on a test machine"};
    }
    [[nodiscard]] std::filesystem::path path(const std::string& name = "review.plumb") const {
        return std::filesystem::path(m_dir.path().toStdString()) / name;
    }
    [[nodiscard]] FixedClock& clock() noexcept { return m_clock; }

    /// Two questionnaires, "alpha" and "beta", with questions A_1_1... and B_1_1...: two pillars with three questions
    /// each.
    [[nodiscard]] static session::NewReview content() {
        session::NewReview review;
        review.workload.name = "Claims AI";
        review.lenses = {{"alpha", syntheticLens("Alpha Lens", "A"), {}, "alpha.json"},
                         {"beta", syntheticLens("Beta Lens", "B"), {}, "beta.json"}};
        return review;
    }
    [[nodiscard]] std::unique_ptr<session::Session> create() {
        auto session = session::Session::create(path(), content(), env());
        return session ? std::move(*session) : nullptr;
    }
    [[nodiscard]] std::unique_ptr<session::Session> open(session::OpenMode mode = session::OpenMode::ReadWrite) {
        auto session = session::Session::open(path(), mode, env());
        return session ? std::move(*session) : nullptr;
    }

private:
    QTemporaryDir m_dir;
    FixedClock m_clock;
    SeededRandom m_random;
};

inline session::AnswerEdit tick(std::vector<std::string> choices) {
    session::AnswerEdit edit;
    edit.select = std::move(choices);
    return edit;
}

inline session::AnswerEdit untick(std::vector<std::string> choices) {
    session::AnswerEdit edit;
    edit.unselect = std::move(choices);
    return edit;
}

/// "answers A_1_1 A_1_2; history": what a listener hears, as text.
inline std::string describe(const session::Event& event) {
    const auto list = [](std::string name, const std::vector<QuestionKey>& keys) {
        for (const QuestionKey& key : keys)
            name += " " + key.question;
        return name;
    };
    return std::visit(
        [&](const auto& e) -> std::string {
            using E = std::decay_t<decltype(e)>;
            if constexpr (std::is_same_v<E, session::WorkloadChanged>)
                return "workload";
            else if constexpr (std::is_same_v<E, session::LensesChanged>)
                return "lenses";
            else if constexpr (std::is_same_v<E, session::ParticipantsChanged>)
                return "participants";
            else if constexpr (std::is_same_v<E, session::AnswersChanged>)
                return list("answers", e.questions);
            else if constexpr (std::is_same_v<E, session::EvidenceChanged>)
                return list("evidence", e.questions);
            else if constexpr (std::is_same_v<E, session::FindingsChanged>) {
                std::string name = "findings";
                for (const std::string& key : e.keys)
                    name += " " + key;
                return name;
            } else if constexpr (std::is_same_v<E, session::CostsChanged>)
                return e.prices ? "prices" : "costs";
            else if constexpr (std::is_same_v<E, session::SnapshotsChanged>)
                return "snapshots";
            else
                return "history";
        },
        event);
}

/// Writes down all events; take() gives them and begins anew.
class Recorder {
public:
    explicit Recorder(session::Session& session)
        : m_subscription(session.subscribe(
              [this](const session::Event& event) { m_heard += (m_heard.empty() ? "" : "; ") + describe(event); })) {}
    [[nodiscard]] std::string take() { return std::exchange(m_heard, {}); }

private:
    std::string m_heard;
    session::Subscription m_subscription;
};

/// "" when the two reviews hold the same; else what differs first.
inline std::string difference(const review::Review& a, const review::Review& b) {
    if (a.workload != b.workload)
        return "workload";
    if (a.lenses.size() != b.lenses.size())
        return "number of lenses";
    for (std::size_t i = 0; i < a.lenses.size(); ++i)
        if (a.lenses[i].lens->id != b.lenses[i].lens->id || a.lenses[i].lens->sha256 != b.lenses[i].lens->sha256 ||
            a.lenses[i].position != b.lenses[i].position)
            return "lens " + a.lenses[i].lens->id;
    if (a.participants != b.participants)
        return "participants";
    if (a.evidence != b.evidence)
        return "evidence";
    if (a.findings != b.findings)
        return "findings";
    if (a.planning != b.planning)
        return "planning";
    if (a.events != b.events)
        return "events";
    if (a.costs != b.costs)
        return "costs";
    if (a.answers == b.answers)
        return {};
    for (const auto& [key, answer] : a.answers)
        if (b.answer(key) != answer)
            return "answer " + key.question;
    return "number of answers";
}

/// "" when what the session holds in memory is what a full computation and a fresh look at the file give.
inline std::string staleness(SessionFixture& fixture, const session::Session& session) {
    score::Scores fresh;
    fresh.compute(session.review());
    if (fresh.questions() != session.scores().questions())
        return "scores of questions";
    if (fresh.overall() != session.scores().overall())
        return "overall score";
    const auto onDisk = session::Session::open(session.path(), session::OpenMode::ReadOnly, fixture.env());
    if (!onDisk)
        return "open: " + onDisk.error().text;
    return difference(session.review(), (*onDisk)->review());
}

inline const char* text(const std::string& s) {
    return s.c_str();
}

} // namespace plumb::test

/// Passes when `result` holds a value; shows the error text otherwise.
#define VERIFY_OK(result)                                                                                              \
    do {                                                                                                               \
        const auto& okResult = (result);                                                                               \
        QVERIFY2(okResult.has_value(), okResult.has_value() ? "" : okResult.error().text.c_str());                     \
    } while (false)

/// Passes when `result` is an error with this id.
#define VERIFY_ERROR(result, expectedId)                                                                               \
    do {                                                                                                               \
        const auto& errorResult = (result);                                                                            \
        QVERIFY2(!errorResult.has_value(), "succeeded, but should have failed with " expectedId);                      \
        QCOMPARE(QString::fromStdString(errorResult.error().id), QStringLiteral(expectedId));                          \
    } while (false)

#define COMPARE_TEXT(actual, expected) QCOMPARE(QString::fromStdString(actual), QString::fromStdString(expected))
