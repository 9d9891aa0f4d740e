// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A review with three findings for one test: A_1_1 HIGH (F-01), A_1_2 MEDIUM (F-02), B_2_3 HIGH (F-03).
#pragma once

#include "tests/core/session/session_fixture.h"

#include <memory>
#include <string>
#include <vector>

namespace plumb::test {

inline const QuestionKey kA11{"alpha", "A_1_1"};
inline const QuestionKey kA12{"alpha", "A_1_2"};
inline const QuestionKey kB23{"beta", "B_2_3"};
inline const std::string kFirst = "alpha/A_1_1", kSecond = "alpha/A_1_2", kThird = "beta/B_2_3";
inline constexpr std::int64_t kDay = 86'400'000;

inline session::FindingEdit owner(std::string name) {
    session::FindingEdit edit;
    edit.owner = std::move(name);
    return edit;
}

inline session::FindingEdit titled(std::string title) {
    session::FindingEdit edit;
    edit.title = std::move(title);
    return edit;
}

inline session::FindingEdit accepted(Date until) {
    session::FindingEdit edit;
    edit.status = review::FindingStatus::Accepted;
    edit.reason = "The supplier leaves in spring.";
    edit.decidedBy = "Ruth Adeyemi";
    edit.until = until;
    return edit;
}

inline session::FindingEdit needing(std::vector<std::string> keys) {
    session::FindingEdit edit;
    edit.needs = std::move(keys);
    return edit;
}

inline Date daysFromNow(const session::Session& session, int days) {
    return dayOf(Instant{startOf(session.today()).ms + days * kDay});
}

inline std::string lastLabel(const session::Session& session) {
    const auto last = session.undoable();
    return last ? last->label : std::string();
}

/// "F-01 alpha/A_1_1 HIGH open; ...", in the order of the register.
inline std::string dump(const session::Session& session) {
    std::string out;
    for (const score::Finding& f : session.findings())
        out += (out.empty() ? "" : "; ") + review::findingCode(f.number) + " " + (f.byHand ? f.title : f.key) + " " +
               std::string(lens::toText(f.severity)) + " " + std::string(review::toText(f.status));
    return out;
}

/// The ids of the messages, "F001 F004".
template <typename T> std::string faults(const Result<T>& result) {
    if (result)
        return "none";
    std::string out;
    for (const Message& message : result.error().messages)
        out += (out.empty() ? "" : " ") + message.id;
    return out;
}

/// Base of the tests; their init() makes a review.
class FindingsTest : public QObject {
protected:
    SessionFixture m_fixture;
    std::unique_ptr<session::Session> m_session;
    int m_files = 0;

    /// A new review each time; the one before is closed.
    void makeReview() {
        m_session.reset();
        auto made = session::Session::create(m_fixture.path(std::to_string(++m_files) + ".plumb"),
                                             SessionFixture::content(), m_fixture.env());
        QVERIFY(made.has_value());
        m_session = std::move(*made);
        VERIFY_OK(m_session->edit(kA11, tick({"p1"})));
        VERIFY_OK(m_session->edit(kA12, tick({"p1", "p2"})));
        VERIFY_OK(m_session->edit(kB23, tick({"none_no"})));
    }
    [[nodiscard]] std::string show(const std::string& key) const {
        const score::Finding* f = m_session->finding(key);
        return f ? std::string(review::toText(f->status)) + (f->open ? " open" : "") +
                       (f->closedByAnswers ? " closedByAnswers" : "") + (f->contradicted ? " contradicted" : "") +
                       (f->expired ? " expired" : "")
                 : "none";
    }
};

} // namespace plumb::test
