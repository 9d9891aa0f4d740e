// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Prints a review in a process of its own, for tests that compare bytes and for looking at pages by hand:
// print_probe OUT.pdf SEED a4|letter [--draft] [--sample NEW.plumb | LENS.json...]
#include "core/session/sample.h"
#include "questionnaires/built_in.h"
#include "tests/ui/print/print_reviews.h"
#include "ui/print/print.h"

#include <QElapsedTimer>
#include <QGuiApplication>

using namespace plumb;

namespace {

struct Arguments {
    std::filesystem::path out;
    std::uint32_t seed = 1;
    ui::print::PrintOptions print;
    report::Options report;
    std::filesystem::path sample; ///< a project file to make and print
    std::vector<std::filesystem::path> lenses;
};

Arguments readArguments(const QStringList& given) {
    Arguments a;
    a.out = given.value(1).toStdString();
    a.seed = given.value(2).toUInt();
    a.print.page = given.value(3) == QStringLiteral("letter") ? ui::print::PageSize::Letter : ui::print::PageSize::A4;
    a.print.fixedTimeMs = 1'795'000'000'000;
    for (int i = 4; i < given.size(); ++i) {
        if (given[i] == QStringLiteral("--draft"))
            a.report.mark = "Draft 3";
        else if (given[i] == QStringLiteral("--sample"))
            a.sample = given.value(++i).toStdString();
        else
            a.lenses.emplace_back(given[i].toStdString());
    }
    return a;
}

} // namespace

int main(int argc, char** argv) {
    QGuiApplication app(argc, argv);
    const Arguments a = readArguments(app.arguments());
    review::Review review;
    if (a.sample.empty()) {
        review = test::makeReview(a.lenses, a.seed);
    } else {
        FixedClock clock({1'794'000'000'000});
        SeededRandom random(a.seed);
        auto session = session::makeSample(a.sample, questionnaires::builtIn(), questionnaires::sampleScript(),
                                           {clock, random, "probe", "probe"});
        if (!session) {
            qCritical("%s", session.error().text.c_str());
            return 1;
        }
        review = (*session)->review();
    }
    QElapsedTimer timer;
    timer.start();
    const report::Document document = test::makeDocument(review, a.report);
    const qint64 built = timer.elapsed();
    const auto info = ui::print::printPdf(document, a.out, a.print);
    if (!info) {
        qCritical("%s: %s", info.error().id.c_str(), info.error().text.c_str());
        return 1;
    }
    std::printf("%d pages, %llu bytes, %s, built in %lld ms, all in %lld ms\n", info->pages,
                static_cast<unsigned long long>(info->bytes), info->sha256.c_str(), built, timer.elapsed());
    return 0;
}
