// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Simulation: block programs give the bits of single evaluations, results do not depend on threads, and means,
// quantiles and correlations come out within the error that is stated with them.
#include "core/base/files.h"
#include "core/base/json.h"
#include "core/cost/distribution.h"
#include "core/cost/simulate.h"

#include <QtTest>

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>
#include <rapidcheck.h>
#include <vector>

using namespace plumb;
using namespace plumb::cost;

namespace {

/// Output i is input i.
BlockModel identity(std::size_t inputs) {
    return {inputs, inputs, [inputs](const double* const* columns, double* const* out, std::vector<double>&) {
                for (std::size_t i = 0; i < inputs; ++i)
                    std::copy_n(columns[i], kBlockTrials, out[i]);
            }};
}

const std::vector<Quantity>& someRanges() {
    static const std::vector<Quantity> ranges{Quantity::uniform(-1, 3),       Quantity::triangular(10, 20, 50),
                                              Quantity::pert(10, 20, 50),     Quantity::lognormal(10, 40),
                                              Quantity::lognormal(0.1, 100),  Quantity::point(7),
                                              Quantity::triangular(0, 0, 10), Quantity::pert(0, 10, 10)};
    return ranges;
}

SimulationOptions options(std::uint64_t trials, Sampling sampling = Sampling::Random) {
    SimulationOptions o;
    o.trials = trials;
    o.seed = 20261122;
    o.threads = 1;
    o.sampling = sampling;
    return o;
}

double correlation(const std::vector<double>& a, const std::vector<double>& b) {
    const double ma = momentsOf(a).mean, mb = momentsOf(b).mean;
    double ab = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        ab += (a[i] - ma) * (b[i] - mb);
    return ab / std::sqrt(momentsOf(a).squares * momentsOf(b).squares);
}

std::vector<double> ranksOf(const std::vector<double>& x) {
    std::vector<std::size_t> order(x.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return x[a] < x[b]; });
    std::vector<double> ranks(x.size());
    for (std::size_t r = 0; r < order.size(); ++r)
        ranks[order[r]] = static_cast<double>(r);
    return ranks;
}

/// A random program of the given operations on 3 inputs.
Program anyProgram(bool elementary) {
    Tape tape(3);
    std::vector<Num> numbers{tape.input(0), tape.input(1), tape.input(2), Num(2.5), Num(0.3)};
    const int steps = *rc::gen::inRange(1, 30);
    for (int s = 0; s < steps; ++s) {
        const Num a = numbers[*rc::gen::inRange<std::size_t>(0, numbers.size())];
        const Num b = numbers[*rc::gen::inRange<std::size_t>(0, numbers.size())];
        const auto op = static_cast<Op>(*rc::gen::inRange(0, elementary ? 10 : 7));
        numbers.push_back(apply(op, a, op >= Op::Ceil ? a : b));
    }
    return tape.programFor(numbers.back());
}

} // namespace

class tst_simulate : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { qputenv("RC_PARAMS", "seed=20261122"); }
    void runsProgramsAsSingleEvaluations();
    void sharesWhatProgramsHaveInCommon();
    void meetsMeansAndQuantilesWithinTheStatedError_data();
    void meetsMeansAndQuantilesWithinTheStatedError();
    void givesTheSameForAnyThreads();
    void givesTheSameFirstTrialsForMoreTrials();
    void changesWithTheSeed();
    void comparesScenariosOnTheSameDraws();
    void needsFewerEvenPoints();
    void correlatesInputs();
    void refusesImpossibleCorrelations();
    void refusesTooFewOrTooManyTrials();
    void refusesWhatIsNotFinite();
    void stopsWhenAsked();
};

void tst_simulate::runsProgramsAsSingleEvaluations() {
    const bool holds = rc::check([] {
        const bool elementary = *rc::gen::arbitrary<bool>();
        const Program one = anyProgram(elementary), two = anyProgram(elementary);
        const BlockProgram block(std::vector<const Program*>{&one, &two, &one});
        std::vector<double> memory(6 * kBlockTrials), scratch;
        std::vector<double*> columns, out;
        for (std::size_t k = 0; k < 6; ++k)
            (k < 3 ? columns : out).push_back(memory.data() + k * kBlockTrials);
        for (std::uint32_t k = 0; k < 3; ++k)
            blockOps().uniforms({1, k, 0, 0}, columns[k], kBlockTrials);
        block.run(blockOps(), columns.data(), out.data(), scratch);
        for (std::size_t t = 0; t < kBlockTrials; t += 37) {
            const std::vector<double> values{columns[0][t], columns[1][t], columns[2][t]};
            for (std::size_t o = 0; o < 3; ++o) {
                const double exact = run(o == 1 ? two : one, values);
                const double got = out[o][t];
                const bool same = std::bit_cast<std::uint64_t>(got) == std::bit_cast<std::uint64_t>(exact) ||
                                  (std::isnan(got) && std::isnan(exact));
                if (!elementary)
                    RC_ASSERT(same);
                const auto uses = [](const Program& p, Op op) {
                    return std::any_of(p.code.begin(), p.code.end(), [op](const auto& c) { return c.op == op; });
                };
                const Program& p = o == 1 ? two : one;
                if (!uses(p, Op::Exp) && !uses(p, Op::Log))
                    RC_ASSERT(same);
            }
        }
    });
    QVERIFY(holds);
}

void tst_simulate::sharesWhatProgramsHaveInCommon() {
    Tape tape(2);
    const Num sum = tape.input(0) + tape.input(1);
    const Program a = tape.programFor(sum * Num(2)), b = tape.programFor(sum * Num(3)), c = tape.programFor(Num(5)),
                  d = tape.programFor(tape.input(1));
    const BlockProgram block(std::vector<const Program*>{&a, &b, &c, &d});
    QCOMPARE(block.passes(), std::size_t{3});
    QCOMPARE(block.registers(), std::size_t{1});
    std::vector<double> x(kBlockTrials, 1.5), y(kBlockTrials, 0.5), out(4 * kBlockTrials), scratch;
    const double* columns[] = {x.data(), y.data()};
    double* outs[] = {out.data(), out.data() + kBlockTrials, out.data() + 2 * kBlockTrials,
                      out.data() + 3 * kBlockTrials};
    block.run(blockOps(), columns, outs, scratch);
    for (std::size_t t : {std::size_t{0}, kBlockTrials - 1}) {
        QCOMPARE(outs[0][t], 4.0);
        QCOMPARE(outs[1][t], 6.0);
        QCOMPARE(outs[2][t], 5.0);
        QCOMPARE(outs[3][t], 0.5);
    }
}

void tst_simulate::meetsMeansAndQuantilesWithinTheStatedError_data() {
    QTest::addColumn<int>("sampling");
    QTest::newRow("random") << int(Sampling::Random);
    QTest::newRow("sobol") << int(Sampling::Sobol);
}

void tst_simulate::meetsMeansAndQuantilesWithinTheStatedError() {
    QFETCH(int, sampling);
    const auto& ranges = someRanges();
    const auto result = simulate(identity(ranges.size()), ranges, options(100'000, static_cast<Sampling>(sampling)));
    QVERIFY(result.has_value());
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        const Summary& s = result->outputs[i].summary;
        const double exact = mean(ranges[i]);
        QVERIFY2(std::fabs(s.mean - exact) <= 4 * s.stdError + 1e-7 * std::fabs(exact), std::to_string(i).c_str());
        QVERIFY(s.minimum >= lowest(ranges[i]) && s.maximum <= highest(ranges[i]));
        // Four times the way to the end of a 95 % interval is far outside it, the interval itself holds 19 of 20.
        for (const auto& [value, range, share] :
             {std::tuple{s.p10, s.p10Range, 0.1}, {s.p50, s.p50Range, 0.5}, {s.p90, s.p90Range, 0.9}})
            QVERIFY2(std::fabs(value - quantile(ranges[i], share)) <= 2.5 * (range.high - range.low),
                     std::to_string(i).c_str());
    }
    const Summary& pert = result->outputs[2].summary;
    QVERIFY(std::fabs(pert.standardDeviation - std::sqrt(variance(ranges[2]))) < 0.05);
}

void tst_simulate::givesTheSameForAnyThreads() {
    for (const Sampling sampling : {Sampling::Random, Sampling::Sobol}) {
        SimulationOptions o = options(50'001, sampling);
        o.correlations = {{0, 2, 0.5}};
        const auto one = simulate(identity(8), someRanges(), o);
        QVERIFY(one.has_value());
        for (const std::size_t threads : {0, 2, 5}) {
            o.threads = threads;
            QVERIFY(simulate(identity(8), someRanges(), o) == one);
        }
        QCOMPARE(one->trials, sampling == Sampling::Random ? std::uint64_t{50'001} : std::uint64_t{57'344});
    }
}

void tst_simulate::givesTheSameFirstTrialsForMoreTrials() {
    const auto few = simulate(identity(8), someRanges(), options(1'000));
    const auto many = simulate(identity(8), someRanges(), options(3'000));
    for (std::size_t i = 0; i < 8; ++i)
        QVERIFY(
            std::equal(few->outputs[i].values.begin(), few->outputs[i].values.end(), many->outputs[i].values.begin()));
}

void tst_simulate::changesWithTheSeed() {
    SimulationOptions o = options(1'000);
    const auto first = simulate(identity(8), someRanges(), o);
    o.seed ^= std::uint64_t{1} << 40;
    const auto second = simulate(identity(8), someRanges(), o);
    QVERIFY(first->outputs[0].values != second->outputs[0].values);
    QVERIFY(first->outputs[5] == second->outputs[5]); // the point
}

void tst_simulate::comparesScenariosOnTheSameDraws() {
    const auto scenario = [](double factor) {
        Tape tape(1);
        Compiled compiled;
        compiled.inputs = {{"ep", "pricePerHour", "/items/0/pricePerHour", Quantity::pert(10, 20, 50)}};
        compiled.programs.fill(tape.programFor(tape.input(0) * Num(factor)));
        return compiled;
    };
    const std::vector<Compiled> scenarios{scenario(1), scenario(2)};
    const std::vector<Outcome> outcomes{Outcome::Monthly, Outcome::Saving};
    const auto result = simulate(scenarios, outcomes, options(10'000));
    QVERIFY(result.has_value());
    QCOMPARE(result->outputs.size(), std::size_t{4});
    for (std::size_t t = 0; t < 10'000; ++t)
        QCOMPARE(result->outputs[2].values[t], 2 * result->outputs[0].values[t]);
    QVERIFY(std::fabs(result->outputs[0].summary.mean - 70.0 / 3) < 4 * result->outputs[0].summary.stdError);
}

void tst_simulate::needsFewerEvenPoints() {
    const BlockModel sum{3, 1, [](const double* const* c, double* const* out, std::vector<double>&) {
                             for (std::size_t t = 0; t < kBlockTrials; ++t)
                                 out[0][t] = c[0][t] * c[1][t] + c[2][t];
                         }};
    const std::vector<Quantity> inputs{Quantity::pert(1, 2, 4), Quantity::uniform(0, 1), Quantity::triangular(0, 1, 5)};
    const auto random = simulate(sum, inputs, options(65'536));
    const auto even = simulate(sum, inputs, options(65'536, Sampling::Sobol));
    const double exact = mean(inputs[0]) * 0.5 + 2;
    QVERIFY(even->outputs[0].summary.stdError < random->outputs[0].summary.stdError / 10);
    QVERIFY(std::fabs(even->outputs[0].summary.mean - exact) < 5 * even->outputs[0].summary.stdError);
}

void tst_simulate::correlatesInputs() {
    SimulationOptions o = options(100'000);
    o.correlations = {{1, 2, 0.8}, {2, 4, -0.5}};
    const auto result = simulate(identity(8), someRanges(), o);
    QVERIFY(result.has_value());
    const auto rank = [&](std::size_t a, std::size_t b) {
        return correlation(ranksOf(result->outputs[a].values), ranksOf(result->outputs[b].values));
    };
    // Spearman's rank correlation of a Gaussian copula is 6/pi asin(r/2).
    constexpr double kPi = 3.14159265358979323846;
    QVERIFY(std::fabs(rank(1, 2) - 6 / kPi * std::asin(0.4)) < 0.01);
    QVERIFY(std::fabs(rank(2, 4) + 6 / kPi * std::asin(0.25)) < 0.01);
    QVERIFY(std::fabs(rank(1, 4)) < 0.01);
    QVERIFY(std::fabs(rank(0, 1)) < 0.01);
    // The ranges themselves stay as they are.
    for (const std::size_t i : {1, 2, 3})
        QVERIFY(std::fabs(result->outputs[i].summary.mean - mean(someRanges()[i])) <
                4 * result->outputs[i].summary.stdError);
}

void tst_simulate::refusesImpossibleCorrelations() {
    for (const std::vector<Correlation>& correlations :
         {std::vector<Correlation>{{0, 1, 0.9}, {1, 2, 0.9}, {0, 2, -0.9}},
          {{0, 0, 0.5}},
          {{0, 9, 0.5}},
          {{0, 1, 1.5}},
          {{0, 1, std::nan("")}},
          {{0, 1, 0.5}, {1, 0, 0.5}},
          {{0, 1, 1.0}}}) {
        SimulationOptions o = options(100);
        o.correlations = correlations;
        const auto result = simulate(identity(8), someRanges(), o);
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().id, std::string("cost.correlation"));
    }
}

void tst_simulate::refusesTooFewOrTooManyTrials() {
    for (const std::uint64_t trials : {std::uint64_t{0}, kMostTrials + 1, ~std::uint64_t{0}})
        QCOMPARE(simulate(identity(8), someRanges(), options(trials)).error().id, std::string("cost.trials"));
    const std::vector<Quantity> many(65, Quantity::uniform(0, 1));
    QCOMPARE(simulate(identity(65), many, options(100, Sampling::Sobol)).error().id, std::string("cost.sobolInputs"));
    QVERIFY(simulate(identity(65), many, options(100)).has_value());
    const auto one = simulate(identity(8), someRanges(), options(1));
    QVERIFY(one.has_value() && one->outputs[0].values.size() == 1 && one->outputs[0].summary.stdError == 0);
    QVERIFY(simulate(identity(0), {}, options(10)).has_value());
}

void tst_simulate::refusesWhatIsNotFinite() {
    const BlockModel bad{1, 1, [](const double* const* c, double* const* out, std::vector<double>&) {
                             for (std::size_t t = 0; t < kBlockTrials; ++t)
                                 out[0][t] = c[0][t] > 0.99 ? 1 / 0.0 : c[0][t];
                         }};
    const auto result = simulate(bad, std::vector<Quantity>{Quantity::uniform(0, 1)}, options(5'000));
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().id, std::string("cost.notFinite"));
}

void tst_simulate::stopsWhenAsked() {
    SimulationOptions o = options(1'000'000);
    std::size_t asked = 0;
    o.progress = [&](std::size_t done, std::size_t total) {
        asked = done;
        return total == 123 && done < 3;
    };
    const auto result = simulate(identity(8), someRanges(), o);
    QVERIFY(!result.has_value());
    QCOMPARE(static_cast<int>(result.error().kind), static_cast<int>(ErrorKind::Cancelled));
    QCOMPARE(asked, std::size_t{3});
}

QTEST_GUILESS_MAIN(tst_simulate)
#include "tst_simulate.moc"
