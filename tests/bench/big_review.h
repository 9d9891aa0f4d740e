// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A review of 1,000 questions (5 questionnaires x 10 pillars x 20 questions x 6 choices), for benchmarks that answer in
// it. bench_answer measures the session alone; a benchmark of the window passes its repaint as the hook.
#pragma once

#include "core/session/session.h"
#include "tests/core/session/synthetic_lens.h"

#include <algorithm>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <system_error>
#include <vector>

namespace plumb::bench {

inline constexpr int kLenses = 5, kPillars = 10, kQuestions = 20, kPractices = 5; ///< and "None of these"

/// The file is made anew and removed at the end. Throws when that fails: a benchmark has nobody to tell.
class BigReview {
public:
    /// `answered`: how many of the 1,000 questions, in review order, have two practices ticked and a note.
    explicit BigReview(std::filesystem::path path, std::size_t answered = 500) : m_path(std::move(path)) {
        std::filesystem::create_directories(m_path.parent_path());
        remove();
        session::NewReview content;
        content.workload.name = "Big review";
        for (int i = 1; i <= kLenses; ++i) {
            const std::string n = std::to_string(i);
            content.lenses.push_back(
                {"lens-" + n, test::syntheticLens("Lens " + n, "L" + n, {kPillars, kQuestions, kPractices}), {}, n});
        }
        m_session = check(session::Session::create(m_path, content, env()));
        std::vector<std::pair<QuestionKey, session::AnswerEdit>> edits;
        for (const score::QuestionScore& question : m_session->scores().questions()) {
            m_keys.push_back(question.key);
            if (edits.size() < answered) {
                session::AnswerEdit edit;
                edit.select = {"p1", "p2"};
                edit.note = "Shown in the session; the team opened the dashboard and the runbook.";
                edits.emplace_back(question.key, std::move(edit));
            }
        }
        if (const auto done = m_session->edit(edits, "Fill"); !done)
            throw std::runtime_error(done.error().text);
    }
    ~BigReview() {
        m_session.reset();
        remove();
        std::error_code notEmpty;
        std::filesystem::remove(m_path.parent_path(), notEmpty);
    }
    BigReview(const BigReview&) = delete;
    BigReview& operator=(const BigReview&) = delete;

    [[nodiscard]] session::Session& session() noexcept { return *m_session; }
    [[nodiscard]] const std::filesystem::path& path() const noexcept { return m_path; }

    /// Ticks or unticks one practice of the next question: one durable command. Questions far apart follow each other.
    void answerNext() {
        const QuestionKey& key = m_keys[m_next];
        m_next = (m_next + 389) % m_keys.size();
        const auto edit = session::AnswerEdit::toggled(m_session->review().answer(key), "p3");
        if (const auto done = m_session->edit(key, edit); !done)
            throw std::runtime_error(done.error().text);
    }
    void close() { m_session.reset(); }
    void open() { m_session = check(session::Session::open(m_path, session::OpenMode::ReadWrite, env())); }

private:
    session::Environment env() { return {m_clock, m_random, "Benchmark", "bench_answer"}; }
    static std::unique_ptr<session::Session> check(Result<std::unique_ptr<session::Session>> made) {
        if (!made)
            throw std::runtime_error(made.error().text);
        return std::move(*made);
    }
    void remove() {
        std::error_code ignored;
        std::filesystem::remove(m_path, ignored);
    }

    std::filesystem::path m_path;
    SystemClock m_clock;
    SeededRandom m_random{1};
    std::unique_ptr<session::Session> m_session;
    std::vector<QuestionKey> m_keys;
    std::size_t m_next = 0;
};

/// Value below which the share `p` (0-1) of the samples lies; 0 without samples.
[[nodiscard]] inline double percentile(std::vector<double> samples, double p) {
    if (samples.empty())
        return 0.0;
    std::sort(samples.begin(), samples.end());
    const auto last = static_cast<double>(samples.size() - 1);
    return samples[static_cast<std::size_t>(p * last + 0.5)];
}

} // namespace plumb::bench
