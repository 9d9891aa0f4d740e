// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which days of a review get into a calendar.
#include "core/session/calendar.h"
#include "tests/core/exchange/ics_parser.h"
#include "tests/core/session/session_fixture.h"

using namespace plumb;
using namespace plumb::test;
using session::FindingEdit;
using session::Session;

namespace {

const std::string kFirst = "alpha/A_1_1", kSecond = "alpha/A_1_2";

FindingEdit owned(Date due) {
    FindingEdit edit;
    edit.owner = "Dev Raman";
    edit.due = due;
    return edit;
}

/// "2027-05-18 Review due: Claims AI; ...", in order.
std::string dump(const Session& session) {
    std::string out;
    for (const exchange::CalendarDay& day : session::calendarOf(session).days)
        out += (out.empty() ? "" : "; ") + toIso(day.day) + " " + day.summary;
    return out;
}

} // namespace

class TstCalendar final : public QObject {
    Q_OBJECT
    SessionFixture m_fixture;
    std::unique_ptr<Session> m_session;
    std::string m_start; ///< the command that every test begins after

private slots:
    void initTestCase() {
        m_session = m_fixture.create();
        QVERIFY(m_session);
        VERIFY_OK(m_session->edit({{{"alpha", "A_1_1"}, tick({"p1"})}, {{"alpha", "A_1_2"}, tick({"p1", "p2"})}}, {}));
        FindingEdit title;
        title.title = "Nobody watches";
        VERIFY_OK(m_session->editFindings({{kFirst, title}, {kSecond, title}}));
        m_start = m_session->undoable()->id;
    }
    void cleanup() {
        while (m_session->undoable()->id != m_start)
            VERIFY_OK(m_session->undo());
    }

    void theNextReviewIsAlwaysInIt() {
        COMPARE_TEXT(dump(*m_session), "2027-05-18 Review due: Claims AI");
        QCOMPARE(session::calendarOf(*m_session).days.front().alarmDays, 7);
        VERIFY_OK(m_session->putEvent({{}, review::EventKind::Review, {2026, 11, 1}, {}}));
        COMPARE_TEXT(dump(*m_session), "2027-05-01 Review due: Claims AI");
    }
    void openFindingsNeedAnOwnerAndADay() {
        VERIFY_OK(m_session->editFindings({{kFirst, owned({2027, 2, 28})}, {kSecond, owned({})}}));
        COMPARE_TEXT(dump(*m_session),
                     "2027-05-18 Review due: Claims AI; 2027-02-28 F-01 due: Nobody watches (Dev Raman)");
        QCOMPARE(session::calendarOf(*m_session).days.back().priority, 1);
        FindingEdit resolved;
        resolved.status = review::FindingStatus::Resolved;
        VERIFY_OK(m_session->editFindings({{kFirst, resolved}}));
        COMPARE_TEXT(dump(*m_session), "2027-05-18 Review due: Claims AI");
    }
    void anAcceptedOneOpensAgainOnTheDayAfter() {
        FindingEdit accepted = owned({2027, 1, 5});
        accepted.status = review::FindingStatus::Accepted;
        accepted.reason = "The supplier leaves.";
        accepted.decidedBy = "Ruth";
        accepted.until = Date{2027, 2, 28};
        VERIFY_OK(m_session->editFindings({{kSecond, accepted}}));
        COMPARE_TEXT(dump(*m_session), "2027-05-18 Review due: Claims AI; 2027-03-01 F-02 opens again: Nobody watches");
        QCOMPARE(session::calendarOf(*m_session).days.back().priority, 5);
    }
    void idsAndBytesRepeatAndOtherProgramsReadThem() {
        VERIFY_OK(m_session->editFindings({{kFirst, owned({2027, 2, 28})}}));
        const std::string bytes = exchange::writeIcs(session::calendarOf(*m_session));
        m_fixture.clock().advance(3'600'000); // later on the same day
        QCOMPARE(QByteArray::fromStdString(exchange::writeIcs(session::calendarOf(*m_session))),
                 QByteArray::fromStdString(bytes));
        const IcsFile before = IcsParser::parse(bytes);
        COMPARE_TEXT(before.problem, "");
        VERIFY_OK(m_session->editFindings({{kFirst, owned({2027, 3, 31})}}));
        const IcsFile after = IcsParser::parse(exchange::writeIcs(session::calendarOf(*m_session)));
        const auto& was = before.root.parts.at(0).parts;
        const auto& is = after.root.parts.at(0).parts;
        QCOMPARE(was.size(), is.size());
        for (std::size_t i = 0; i < was.size(); ++i)
            COMPARE_TEXT(was[i].value("UID"), is[i].value("UID"));
        QVERIFY(was[0].value("UID") != was[1].value("UID"));
        COMPARE_TEXT(is[1].value("DTSTART;VALUE=DATE"), "20270331");
    }
};

QTEST_APPLESS_MAIN(TstCalendar)
#include "tst_calendar.moc"
