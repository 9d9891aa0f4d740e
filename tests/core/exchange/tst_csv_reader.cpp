// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// CSV is read the same by vectors, by words and one byte at a time, whatever the bytes, the blocks and the reads.
#include "core/exchange/csv_reader.h"
#include "tests/core/exchange/slow_csv.h"

#include <QtTest>
#include <random>

using namespace plumb;
using namespace plumb::exchange;
using test::SlowCsv;
using test::slowCsv;
using test::SlowRow;

namespace {

/// Gives as many bytes at a time as it likes.
class Dribble final : public ImportSource {
public:
    Dribble(std::string_view bytes, std::size_t most) : m_rest(bytes), m_most(most) {}
    Result<std::size_t> read(std::span<char> into) override {
        const std::size_t count = std::min({into.size(), m_rest.size(), m_most});
        std::copy_n(m_rest.data(), count, into.data());
        m_rest.remove_prefix(count);
        return count;
    }
    std::uint64_t size() const noexcept override { return 0; }

private:
    std::string_view m_rest;
    std::size_t m_most;
};

/// `count` times the same byte, between a beginning and an end.
class Endless final : public ImportSource {
public:
    Endless(std::string start, char fill, std::size_t count)
        : m_start(std::move(start)), m_fill(fill), m_count(count) {}
    Result<std::size_t> read(std::span<char> into) override {
        if (!m_start.empty()) {
            const std::size_t count = std::min(into.size(), m_start.size());
            std::copy_n(m_start.data(), count, into.data());
            m_start.erase(0, count);
            return count;
        }
        const std::size_t count = std::min(into.size(), m_count);
        std::fill_n(into.data(), count, m_fill);
        m_count -= count;
        return count;
    }
    std::uint64_t size() const noexcept override { return 0; }

private:
    std::string m_start;
    char m_fill;
    std::size_t m_count;
};

struct Outcome {
    std::vector<SlowRow> rows;
    std::string error;
    std::string where;
};

/// All quotes are doubled. Text behind a closing quote, which breaks a row, may end with a quote too.
bool isProper(std::string_view inside) {
    for (std::size_t i = 0; i < inside.size(); ++i)
        if (inside[i] == '"' && (++i == inside.size() || inside[i] != '"'))
            return false;
    return true;
}

Outcome readAll(ImportSource& source, CsvScan scan = csvScan(), std::size_t block = kCsvBlock) {
    CsvReader csv(source, scan, block);
    Outcome out;
    for (;;) {
        const auto more = csv.next();
        if (!more) {
            out.error = more.error().id;
            out.where = more.error().where;
            return out;
        }
        if (!*more)
            return out;
        for (std::size_t i = 0; i < csv.rows(); ++i) {
            const CsvRow row = csv.row(i);
            SlowRow& to = out.rows.emplace_back();
            to.line = csv.lineOf(i);
            to.broken = row.broken;
            for (std::size_t f = 0; f < row.fields; ++f) {
                const bool quoted = row.field(f).size() != row.raw(f).size() && isProper(row.field(f));
                to.fields.push_back(quoted ? csvText(row.field(f)) : std::string(row.raw(f)));
            }
        }
    }
}

Outcome readText(std::string_view text, CsvScan scan = csvScan(), std::size_t block = kCsvBlock) {
    Dribble source(text, text.size() + 1);
    return readAll(source, scan, block);
}

std::vector<CsvScan> scans() {
    std::vector<CsvScan> all{portableCsvScan(),
                             [](const char* data, std::size_t blocks, std::uint32_t at, CsvState& state,
                                CsvMarks& marks) { scanCsvBytes(data, blocks * 64, at, state, marks); }};
    if (avx2CsvScan() != nullptr)
        all.push_back(avx2CsvScan());
    return all;
}

std::string randomText(std::mt19937_64& random, std::string_view alphabet, std::size_t length) {
    std::string text;
    for (std::size_t i = 0; i < length; ++i)
        text += alphabet[random() % alphabet.size()];
    return text;
}

/// A file as programs write it: some fields in quotes, with everything inside.
std::string properText(std::mt19937_64& random, std::size_t rows) {
    const std::string breakText = random() % 2 == 0 ? "\n" : "\r\n";
    std::string text = random() % 4 == 0 ? "\xEF\xBB\xBF" : "";
    for (std::size_t r = 0; r < rows; ++r) {
        const std::size_t fields = 1 + random() % 9;
        for (std::size_t f = 0; f < fields; ++f) {
            text += f == 0 ? "" : ",";
            if (random() % 3 == 0) {
                text += '"';
                for (const char c : randomText(random, "ab,\n\r\"{}:", random() % 90))
                    text += c == '"' ? std::string("\"\"") : std::string(1, c);
                text += '"';
            } else {
                text += randomText(random, "abc \t.0-9", random() % 40);
            }
        }
        text += r + 1 == rows && random() % 2 == 0 ? "" : breakText;
    }
    return text;
}

QByteArray describe(const std::vector<SlowRow>& rows) {
    QByteArray out;
    for (const SlowRow& row : rows) {
        out += QByteArray::number(qulonglong(row.line)) + (row.broken ? "!" : ":");
        for (const std::string& field : row.fields)
            out += " [" + QByteArray::fromStdString(field).toPercentEncoding(" ") + "]";
        out += '\n';
    }
    return out;
}

} // namespace

class TstCsvReader final : public QObject {
    Q_OBJECT
    void checkAgainstSlow(std::string_view text, std::mt19937_64& random) {
        const SlowCsv slow = slowCsv(text);
        for (const CsvScan scan : scans()) {
            Dribble source(text, 1 + random() % 300);
            const Outcome fast = readAll(source, scan, 64 + random() % 500);
            if (slow.openLine != 0) {
                QCOMPARE(fast.error, std::string("import.brokenQuotes"));
                QCOMPARE(fast.where, "line " + std::to_string(slow.openLine));
                continue;
            }
            QCOMPARE(QByteArray::fromStdString(fast.error), QByteArray());
            QCOMPARE(describe(fast.rows), describe(slow.rows));
        }
    }
private slots:
    void properFilesAreReadAsWritten() {
        std::mt19937_64 random(1);
        for (int i = 0; i < 150 && !QTest::currentTestFailed(); ++i)
            checkAgainstSlow(properText(random, 1 + random() % 30), random);
    }
    void hostileBytesAreReadTheSameByAll() {
        std::mt19937_64 random(2);
        constexpr std::string_view kBytes("a,\"\n\r\"\",\n\0\xFF\xC3 \"", 15);
        for (int i = 0; i < 700 && !QTest::currentTestFailed(); ++i)
            checkAgainstSlow(randomText(random, kBytes, random() % 400), random);
    }
    void scansGiveTheSameMarks() {
        std::mt19937_64 random(3);
        for (int i = 0; i < 400; ++i) {
            const std::string text = randomText(random, i % 2 == 0 ? "ab\",\n" : "abcdefghijk\"\",\n\r", 64 * 40);
            std::vector<std::vector<std::uint32_t>> all;
            for (const CsvScan scan : scans()) {
                std::vector<std::uint32_t> ends(text.size() + 16), rows(ends), breaks(ends), faults(ends);
                CsvMarks marks{ends.data(), 0, rows.data(), 0, breaks.data(), 0, faults.data(), 0};
                CsvState state;
                scan(text.data(), 17, 5, state, marks);
                scan(text.data() + 17 * 64, 23, 5 + 17 * 64, state, marks);
                std::vector<std::uint32_t>& out = all.emplace_back();
                out.insert(out.end(), ends.begin(), ends.begin() + static_cast<std::ptrdiff_t>(marks.endCount));
                out.insert(out.end(), rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(marks.rowCount));
                out.insert(out.end(), breaks.begin(),
                           breaks.begin() + static_cast<std::ptrdiff_t>(marks.quotedBreakCount));
                out.insert(out.end(), faults.begin(), faults.begin() + static_cast<std::ptrdiff_t>(marks.faultCount));
                out.push_back(state.inQuotes != 0 ? 1 : 0);
                out.push_back(static_cast<std::uint32_t>(state.afterMark));
                out.push_back(static_cast<std::uint32_t>(state.afterClose));
            }
            for (std::size_t k = 1; k < all.size(); ++k)
                QCOMPARE(all[k], all[0]);
        }
    }
    void linesCountBreaksInsideQuotes() {
        const Outcome out = readText("a,b\n\"x\ny\nz\",1\nc,2\n");
        QCOMPARE(out.rows.size(), std::size_t{3});
        QCOMPARE(out.rows[1].line, std::uint64_t{2});
        QCOMPARE(out.rows[2].line, std::uint64_t{5});
        QCOMPARE(out.rows[1].fields[0], std::string("x\ny\nz"));
    }
    void theLastRowNeedsNoBreak() {
        QCOMPARE(readText("a,b\n1,2").rows.size(), std::size_t{2});
        QCOMPARE(readText("a,\"b\"").rows.size(), std::size_t{1});
        QCOMPARE(readText("a,b\r\n1,2\r\n").rows.size(), std::size_t{2});
        QCOMPARE(readText("").rows.size(), std::size_t{0});
        QCOMPARE(readText("\xEF\xBB\xBF").rows.size(), std::size_t{0});
    }
    void aQuoteInsideAnUnquotedFieldIsText() {
        const Outcome out = readText("5\" disk,2\nx,3\n");
        QCOMPARE(out.rows.size(), std::size_t{2});
        QCOMPARE(out.rows[0].fields[0], std::string("5\" disk"));
        QVERIFY(!out.rows[0].broken);
    }
    void textBehindAClosingQuoteBreaksItsRowAlone() {
        const Outcome out = readText("\"say \"hi\" now\",2\nx,3\n");
        QCOMPARE(out.rows.size(), std::size_t{2});
        QVERIFY(out.rows[0].broken);
        QVERIFY(!out.rows[1].broken);
    }
    void anOpenQuoteIsNamedByItsLine() {
        const Outcome out = readText("a,b\n\"1\n2\",3\nx,\"y\n\n\n");
        QCOMPARE(out.error, std::string("import.brokenQuotes"));
        QCOMPARE(out.where, std::string("line 4"));
    }
    void aRowOfSixteenMegabytesIsTheMost() {
        Endless tooLong("a,b\n1,2\n", 'x', kMostRowBytes + 1000);
        const Outcome refused = readAll(tooLong);
        QCOMPARE(refused.error, std::string("import.tooLarge"));
        QCOMPARE(refused.where, std::string("line 3"));
        Endless quoted("a,b\n1,\"", '\n', kMostRowBytes + 1000);
        const Outcome open = readAll(quoted);
        QCOMPARE(open.error, std::string("import.brokenQuotes"));
        QCOMPARE(open.where, std::string("line 2"));
        Endless longEnough("a,b\n", 'x', kMostRowBytes);
        QCOMPARE(readAll(longEnough).error, std::string());
    }
};

QTEST_APPLESS_MAIN(TstCsvReader)
#include "tst_csv_reader.moc"
