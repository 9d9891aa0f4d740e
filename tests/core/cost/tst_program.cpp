// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/program.h"

#include "tests/core/cost/cost_support.h"

using namespace plumb::cost;

class TestProgram : public QObject {
    Q_OBJECT

private slots:
    void knownNumbersAreEvaluatedAtOnce() {
        const Num x = (Num(3) + 4.0) * 2.0 - 1.0;
        QVERIFY(x.known());
        QCOMPARE(x.value(), 13.0);
        QCOMPARE((Num(1) / 4.0).value(), 0.25);
        QCOMPARE(max(Num(2), 3.0).value() + min(Num(2), 3.0).value() + ceil(Num(1.5)).value(), 7.0);
        QCOMPARE(sqrt(Num(9)).value() + log(Num(1)).value() + exp(Num(0)).value(), 4.0);
    }

    void mixIsExactAtBothEnds() {
        QCOMPARE(mix(0, 0.1, 0.7).value(), 0.1);
        QCOMPARE(mix(1, 0.1, 0.7).value(), 0.7);
        QCOMPARE(mix(0.5, 1, 2).value(), 1.5);
    }

    void equalPartsStandOnceAndDeadOnesNot() {
        Tape tape(2);
        const Num a = tape.input(0), b = tape.input(1);
        const Num product = a * b;
        [[maybe_unused]] const Num dead = a / 7.0;
        const Program program = tape.programFor(product + b * a + product * 0.0);
        QCOMPARE(program.code.size(), std::size_t(2)); // one product, one sum
        QVERIFY(program.constants.empty());
        QCOMPARE(run(program, std::vector<double>{3, 5}), 30.0);
    }

    void resultMayBeAnInputOrAConstant() {
        Tape tape(2);
        const std::vector<double> values{3, 5};
        QCOMPARE(run(tape.programFor(tape.input(1)), values), 5.0);
        QCOMPARE(run(tape.programFor(42.0), values), 42.0);
        const double* columns[] = {values.data(), values.data()};
        std::vector<double> out(2), scratch;
        runBlock(tape.programFor(42.0), columns, 2, out.data(), scratch);
        QCOMPARE(out, (std::vector<double>{42, 42}));
        runBlock(tape.programFor(tape.input(0)), columns, 2, out.data(), scratch);
        QCOMPARE(out, values);
    }

    void blocksAreBitEqualToSingleRuns() {
        Tape tape(3);
        const Num a = tape.input(0), b = tape.input(1), c = tape.input(2);
        const Program program = tape.programFor(max(a * b / 3.0, c) + ceil(a) * min(b, 0.4) - exp(0.0 - c) + sqrt(a) +
                                                log(b + 1.0) + a * b);
        constexpr std::size_t kCount = 1301; // not a multiple of a block
        std::vector<std::vector<double>> columns(3);
        for (std::size_t i = 0; i < kCount; ++i) {
            columns[0].push_back(0.37 * double(i % 97));
            columns[1].push_back(0.01 * double(i % 53));
            columns[2].push_back(1.0 / double(i + 1));
        }
        const double* pointers[] = {columns[0].data(), columns[1].data(), columns[2].data()};
        std::vector<double> out(kCount), scratch;
        runBlock(program, pointers, kCount, out.data(), scratch);
        for (std::size_t i = 0; i < kCount; ++i)
            QVERIFY(out[i] == run(program, std::vector<double>{columns[0][i], columns[1][i], columns[2][i]}));
    }
};

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
