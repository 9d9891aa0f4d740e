// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Calendars say what they were given, in lines that other programs read.
#include "core/exchange/ics.h"
#include "tests/core/exchange/ics_parser.h"

#include <QtTest>

using namespace plumb;
using exchange::Calendar;
using exchange::CalendarDay;
using test::IcsFile;
using test::IcsParser;

namespace {

#define COMPARE_TEXT(actual, expected) QCOMPARE(QString::fromStdString(actual), QString::fromStdString(expected))

Calendar oneDay() {
    Calendar calendar{"Plumbline", "Claims AI", Instant{1'795'000'000'000}, {}};
    CalendarDay day;
    day.uid = "due-1@review";
    day.day = {2026, 12, 31};
    day.summary = "F-07 due";
    calendar.days.push_back(day);
    return calendar;
}

} // namespace

class TstIcs final : public QObject {
    Q_OBJECT
private slots:
    void aDayIsAnAllDayEventThatEndsOnTheNext() {
        Calendar calendar = oneDay();
        calendar.days.front().priority = 5;
        COMPARE_TEXT(exchange::writeIcs(calendar),
                     "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Plumbline//Plumbline//EN\r\nCALSCALE:GREGORIAN\r\n"
                     "METHOD:PUBLISH\r\nX-WR-CALNAME:Claims AI\r\nBEGIN:VEVENT\r\nUID:due-1@review\r\n"
                     "DTSTAMP:20261118T110640Z\r\nDTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n"
                     "SUMMARY:F-07 due\r\nPRIORITY:5\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
    }
    void anAlarmComesSoManyDaysBefore() {
        Calendar calendar = oneDay();
        calendar.days.front().alarmDays = 7;
        const IcsFile read = IcsParser::parse(exchange::writeIcs(calendar));
        COMPARE_TEXT(read.problem, "");
        const test::IcsPart& alarm = read.root.parts.at(0).parts.at(0).parts.at(0);
        COMPARE_TEXT(alarm.name, "VALARM");
        COMPARE_TEXT(alarm.value("TRIGGER"), "-P7D");
        COMPARE_TEXT(alarm.value("ACTION"), "DISPLAY");
        COMPARE_TEXT(alarm.value("DESCRIPTION"), "F-07 due");
    }
    void anEmptyCalendarIsWhole() {
        const IcsFile read = IcsParser::parse(exchange::writeIcs({"Plumbline", "", Instant{}, {}}));
        COMPARE_TEXT(read.problem, "");
        COMPARE_TEXT(read.root.parts.at(0).value("VERSION"), "2.0");
        QVERIFY(read.root.parts.at(0).parts.empty());
    }
    void textsAreEscaped_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("escaped");
        QTest::newRow("plain") << QByteArray("Idle endpoints") << QByteArray("Idle endpoints");
        QTest::newRow("commas") << QByteArray("a, b; c\\d") << QByteArray("a\\, b\\; c\\\\d");
        QTest::newRow("lines") << QByteArray("a\nb\r\nc\rd") << QByteArray("a\\nb\\nc\\nd");
        QTest::newRow("colons and quotes stay") << QByteArray("a: \"b\"") << QByteArray("a: \"b\"");
        QTest::newRow("control characters go") << QByteArray("a\x01\x1B\x7F\tb") << QByteArray("a\tb");
    }
    void textsAreEscaped() {
        QFETCH(const QByteArray, text);
        QFETCH(const QByteArray, escaped);
        QCOMPARE(QByteArray::fromStdString(exchange::icsText(text.toStdString())), escaped);
    }
    void linesAreFoldedAtSeventyFiveOctets() {
        const std::string full(75, 'x');
        COMPARE_TEXT(exchange::icsLine(full), full + "\r\n");
        COMPARE_TEXT(exchange::icsLine(full + "y"), full + "\r\n y\r\n");
        COMPARE_TEXT(exchange::icsLine(full + std::string(74, 'y') + "z"),
                     full + "\r\n " + std::string(74, 'y') + "\r\n z\r\n");
    }
    void charactersAreNotCutInTwo() {
        for (std::size_t head = 60; head < 80; ++head) {
            std::string line(head, 'x');
            for (int i = 0; i < 60; ++i)
                line += i % 2 == 0 ? "\xE2\x82\xAC" : "\xF0\x9F\x99\x82"; // euro sign, a face
            const IcsFile read = IcsParser::parse("BEGIN:X\r\n" + exchange::icsLine("N:" + line) + "END:X\r\n");
            COMPARE_TEXT(read.problem, "");
            COMPARE_TEXT(read.root.parts.at(0).value("N"), line);
        }
    }
    void bytesThatAreNoTextEndAllTheSame() {
        const std::string folded = exchange::icsLine(std::string(1000, '\x80'));
        QCOMPARE(std::count(folded.begin(), folded.end(), '\x80'), 1000);
        QVERIFY(folded.size() < 1100);
    }
    void whatIsWrittenIsReadBack() {
        Calendar calendar = oneDay();
        CalendarDay& day = calendar.days.front();
        day.summary = "F-07 f\xC3\xA4llig: Kosten, Fristen; C:\\pfad \xE2\x80\x93 \"jetzt\"";
        day.description =
            "Erste Zeile,\n zweite Zeile mit f\xC3\xBCnfundsiebzig und mehr Zeichen, damit sie \xE2\x82\xAC "
            "\xE2\x82\xAC \xE2\x82\xAC umbrochen wird\n\n\\n ist kein Umbruch;";
        day.category = "Claims, AI";
        calendar.name = "Claims; AI";
        const IcsFile read = IcsParser::parse(exchange::writeIcs(calendar));
        COMPARE_TEXT(read.problem, "");
        const test::IcsPart& event = read.root.parts.at(0).parts.at(0);
        COMPARE_TEXT(read.root.parts.at(0).value("X-WR-CALNAME"), calendar.name);
        COMPARE_TEXT(event.value("SUMMARY"), day.summary);
        COMPARE_TEXT(event.value("DESCRIPTION"), day.description);
        COMPARE_TEXT(event.value("CATEGORIES"), day.category);
        COMPARE_TEXT(event.value("UID"), day.uid);
        QCOMPARE(QByteArray::fromStdString(exchange::writeIcs(calendar)),
                 QByteArray::fromStdString(exchange::writeIcs(calendar)));
    }
};

QTEST_APPLESS_MAIN(TstIcs)
#include "tst_ics.moc"
