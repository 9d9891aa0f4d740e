// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Random streams, Sobol points and parallel pieces: published known answers, and that order and threads do not matter.
#include "core/base/files.h"
#include "core/base/json.h"
#include "core/base/parallel.h"
#include "core/base/random_stream.h"
#include "core/base/sobol.h"

#include <QtTest>

#include <algorithm>
#include <atomic>
#include <set>
#include <string>
#include <vector>

using namespace plumb;

class tst_random_stream : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void givesThePublishedAnswers();
    void givesTheStandardsTenThousandthNumber();
    void drawsTheSameInAnyOrder();
    void keepsStreamsApart();
    void keepsUniformsInsideTheUnitInterval();
    void fillsAllCellsEvenly();
    void givesThePublishedSobolPoints();
    void startsSobolAnywhere();
    void stratifiesEverySobolDimension();
    void doesEveryPieceOnce();
    void stopsWhenAsked();

private:
    Json m_reference;
};

void tst_random_stream::initTestCase() {
    const auto bytes = readFile(PLUMB_SOURCE_DIR "/tests/data/cost/reference_values.json", 1 << 20);
    QVERIFY(bytes.has_value());
    m_reference = *parseJsonOrFail(*bytes, "reference_values.json");
}

void tst_random_stream::givesThePublishedAnswers() {
    const auto expected = [&](const char* name) {
        PhiloxWords words{};
        for (std::size_t i = 0; i < 4; ++i)
            words[i] = static_cast<std::uint32_t>(
                std::stoul(m_reference.at("rng").at(name).at(i).get<std::string>(), nullptr, 16));
        return words;
    };
    constexpr std::uint32_t kOnes = 0xffffffff;
    QVERIFY(philox4x32({0, 0, 0, 0}, {0, 0}) == expected("philox4x32_10_zero"));
    QVERIFY(philox4x32({kOnes, kOnes, kOnes, kOnes}, {kOnes, kOnes}) == expected("philox4x32_10_ones"));
    QVERIFY(philox4x32({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}) ==
            expected("philox4x32_10_pi"));
}

void tst_random_stream::givesTheStandardsTenThousandthNumber() {
    // [rand.predef] of C++26: a default-constructed philox4x32 has seed 20111115.
    const auto words = philox4x32({9999 / 4, 0, 0, 0}, {20111115, 0});
    QCOMPARE(words[9999 % 4], m_reference.at("rng").at("std_philox4x32_10000th").get<std::uint32_t>());
}

void tst_random_stream::drawsTheSameInAnyOrder() {
    const StreamKey key{0x0123456789abcdef, 3, 7, 1};
    for (const std::size_t n : {0, 1, 15, 16, 17, 100}) {
        std::vector<std::uint32_t> words(n);
        drawWords(key, words);
        for (std::size_t i = n; i-- > 0;)
            QCOMPARE(words[i], drawWord(key, static_cast<std::uint32_t>(i)));
    }
    // What the order says: draw 16 g + 4 w + j is word w of counter 4 g + j.
    const std::array<std::uint32_t, 2> seed{0x89abcdef, 0x01234567};
    QCOMPARE(drawWord(key, 16 * 2 + 4 * 1 + 3), philox4x32({4 * 2 + 3, 7, 3, 1}, seed)[1]);
}

void tst_random_stream::keepsStreamsApart() {
    std::set<std::uint32_t> seen;
    for (std::uint32_t stream = 0; stream < 4; ++stream)
        for (std::uint32_t block = 0; block < 4; ++block)
            for (std::uint32_t purpose = 0; purpose < 2; ++purpose)
                for (const std::uint64_t seed : {0ull, 1ull, 1ull << 32})
                    seen.insert(drawWord({seed, stream, block, purpose}, 0));
    QCOMPARE(seen.size(), std::size_t{4 * 4 * 2 * 3});
}

void tst_random_stream::keepsUniformsInsideTheUnitInterval() {
    QCOMPARE(toUniform(0), 0x1p-33);
    QCOMPARE(toUniform(0xffffffff), 1 - 0x1p-33);
    QVERIFY(toUniform(0x7fffffff) < 0.5 && toUniform(0x80000000) > 0.5);
}

void tst_random_stream::fillsAllCellsEvenly() {
    // 16 cells, 1.6 million draws: chi-square with 15 degrees of freedom stays under its 0.9999 quantile, 44.3.
    std::vector<double> count(16);
    std::vector<std::uint32_t> words(16'000);
    for (std::uint32_t block = 0; block < 100; ++block) {
        drawWords({42, 0, block, 0}, words);
        for (const std::uint32_t word : words)
            ++count[word >> 28];
    }
    double chi = 0;
    for (const double c : count)
        chi += (c - 1e5) * (c - 1e5) / 1e5;
    QVERIFY2(chi < 44.3, qPrintable(QString::number(chi)));
}

void tst_random_stream::givesThePublishedSobolPoints() {
    const Json& points = m_reference.at("sobol_joe_kuo_unscrambled_4d_first8");
    QCOMPARE(points.size(), std::size_t{8});
    for (std::size_t i = 0; i < points.size(); ++i)
        for (std::size_t d = 0; d < 4; ++d)
            QCOMPARE(sobolWord(d, i) * 0x1p-32, points.at(i).at(d).get<double>());
}

void tst_random_stream::startsSobolAnywhere() {
    std::vector<std::uint32_t> words(300);
    for (const std::uint64_t first : {std::uint64_t{0}, std::uint64_t{5}, kSobolPoints - 300})
        for (const std::size_t d : {std::size_t{0}, std::size_t{17}, kSobolDimensions - 1}) {
            sobolWords(d, first, 0x5a5a5a5a, words);
            for (std::size_t i = 0; i < words.size(); ++i)
                QCOMPARE(words[i], sobolWord(d, first + i) ^ 0x5a5a5a5a);
        }
}

void tst_random_stream::stratifiesEverySobolDimension() {
    // A one-dimensional projection of the first 2^m points meets each of 2^m cells once; a wrong table line does not.
    std::vector<std::uint32_t> words(1024);
    for (std::size_t d = 0; d < kSobolDimensions; ++d) {
        sobolWords(d, 0, 0, words);
        std::vector<bool> met(1024);
        for (const std::uint32_t word : words)
            met[word >> 22] = true;
        QVERIFY(std::all_of(met.begin(), met.end(), [](bool m) { return m; }));
        for (std::size_t other = 0; other < d; ++other)
            QVERIFY(sobolWord(d, 1000) != sobolWord(other, 1000) || sobolWord(d, 333) != sobolWord(other, 333) ||
                    sobolWord(d, 77) != sobolWord(other, 77));
    }
}

void tst_random_stream::doesEveryPieceOnce() {
    for (const std::size_t threads : {0, 1, 2, 7}) {
        std::vector<std::atomic<int>> done(1000);
        std::size_t last = 0;
        QVERIFY(inParallel(
            1000, threads, [&](std::size_t piece, std::size_t) { ++done[piece]; },
            [&](std::size_t now, std::size_t total) {
                const bool grows = now == last + 1 && total == 1000;
                last = now;
                return grows;
            }));
        QCOMPARE(last, std::size_t{1000});
        QVERIFY(std::all_of(done.begin(), done.end(), [](const auto& n) { return n == 1; }));
    }
    QVERIFY(inParallel(0, 2, [](std::size_t, std::size_t) {}));
    QCOMPARE(workersFor(1, 8), std::size_t{1});
    QCOMPARE(workersFor(0, 0), std::size_t{1});
}

void tst_random_stream::stopsWhenAsked() {
    std::atomic<int> done{0};
    QVERIFY(!inParallel(
        1'000'000, 2, [&](std::size_t, std::size_t) { ++done; },
        [](std::size_t now, std::size_t) { return now < 10; }));
    QVERIFY(done >= 10 && done < 100);
}

QTEST_GUILESS_MAIN(tst_random_stream)
#include "tst_random_stream.moc"
