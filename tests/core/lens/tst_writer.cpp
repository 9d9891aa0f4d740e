// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writing lenses: nothing is lost, and the strict form is one that AWS accepts or is refused with the reasons.
#include "core/base/json.h"
#include "core/lens/reader.h"
#include "tests/core/lens/builders.h"
#include "tests/core/lens/corpus.h"
#include "tests/core/lens/sample_lens.h"

#include <QtTest>

using namespace plumb;
using namespace plumb::lens;

namespace {

Lens readEdited(const std::vector<std::pair<std::string, std::string>>& edits) {
    Json lens = parseJson(sampleLens()).root;
    for (const auto& [pointer, text] : edits)
        lens[Json::json_pointer(pointer)] = text;
    return readLensOrFail(writeJson(lens), "edited").value();
}

Json strictJson(const Lens& lens) {
    const auto text = writeLensStrict(lens);
    return text ? parseJson(*text).root : Json(text.error().text);
}

} // namespace

class tst_writer : public QObject {
    Q_OBJECT
private slots:
    void keepsEveryCorpusLensInMeaning_data();
    void keepsEveryCorpusLensInMeaning();
    void writesALensWithoutASource();
    void strictDropsForeignKeys();
    void strictReplacesCharacters();
    void strictIsAcceptedForTheCorpus();
    void strictRefusesWhatItCannotMend();
    void strictFitsIntoTheSizeLimitWhenItCan();
};

void tst_writer::keepsEveryCorpusLensInMeaning_data() {
    if (corpus::names("lenses").empty())
        QSKIP("the shared corpus is not there");
    QTest::addColumn<QString>("file");
    for (const auto& name : corpus::names("lenses"))
        QTest::newRow(name.c_str()) << QString::fromStdString(name);
}

void tst_writer::keepsEveryCorpusLensInMeaning() {
    QFETCH(QString, file);
    const std::string bytes = corpus::bytes("lenses", file.toStdString());
    const auto lens = readLensOrFail(bytes, "corpus");
    QVERIFY(lens.has_value());
    const std::string written = writeLens(*lens);
    QVERIFY(nlohmann::json::parse(written) == nlohmann::json::parse(bytes)); // by nlohmann's own reader
    const auto again = readLensOrFail(written, "again");
    QVERIFY(again.has_value());
    QVERIFY(*again->source == *lens->source); // with the order of keys
    QVERIFY(again->pillars == lens->pillars);
    QVERIFY(writeLens(*again) == written);
}

void tst_writer::writesALensWithoutASource() {
    Lens lens = readLensOrFail(sampleLens(), "sample").value();
    lens.source.reset();
    const auto again = readLens(writeLens(lens));
    QVERIFY(again.messages.empty());
    QVERIFY(again.lens->pillars == lens.pillars);
    QVERIFY(again.lens->name == lens.name && again.lens->description == lens.description);
    QVERIFY(writeLensStrict(lens).has_value());
}

void tst_writer::strictDropsForeignKeys() {
    const Lens lens = readEdited({{"/pillars/0/description", "x"},
                                  {"/pillars/0/questions/0/url", "x"},
                                  {"/pillars/0/questions/0/choices/0/description", "x"},
                                  {"/pillars/0/questions/0/choices/0/helpfulResource/Url", "x"},
                                  {"/pillars/0/questions/0/choices/0/improvementPlan/url", ""},
                                  {"/pillars/0/questions/0/riskRules/0/why", "x"}});
    Json expected = parseJson(sampleLens()).root;
    expected.erase("_note");
    expected["pillars"][0]["questions"][0]["choices"][0]["improvementPlan"].erase("url");
    QCOMPARE(QString::fromStdString(writeJson(strictJson(lens))), QString::fromStdString(writeJson(expected)));
}

void tst_writer::strictReplacesCharacters() {
    const auto title = [](const char* text) {
        return QString::fromStdString(strictJson(readEdited({{"/pillars/0/questions/0/title", text}}))
                                          .at(Json::json_pointer("/pillars/0/questions/0/title"))
                                          .get<std::string>());
    };
    QCOMPARE(title("a; [b] {c} <d>"), QStringLiteral("a, (b) (c) (d)"));
    QCOMPARE(title("99% at \"peak\""), QStringLiteral("99 percent at 'peak'"));
    QCOMPARE(title("99 % at peak"), QStringLiteral("99 percent at peak"));
    QCOMPARE(title("\u201ca\u201d \u2013 b\u2026 \u00d7\u00a0c"), QStringLiteral("'a' - b... x c"));
    QCOMPARE(title("a\r\nb\tc~d|e\\f"), QStringLiteral("a\nb c-d/e/f"));
    QCOMPARE(title("$5 \u20ac6"), QStringLiteral("USD 5 EUR 6"));
    QCOMPARE(title("D\u00e9j\u00e0 l\u2019\u00e9t\u00e9"), QStringLiteral("D\u00e9j\u00e0 l\u2019\u00e9t\u00e9"));
    const Lens lens = readEdited({{"/pillars/0/questions/0/choices/0/improvementPlan/displayText", "100%; <b>"}});
    QCOMPARE(strictJson(lens)
                 .at(Json::json_pointer("/pillars/0/questions/0/choices/0/improvementPlan/displayText"))
                 .get<std::string>(),
             std::string("100%; <b>")); // unrestricted there
}

void tst_writer::strictIsAcceptedForTheCorpus() {
    if (corpus::names("lenses").empty())
        QSKIP("the shared corpus is not there");
    QStringList refused;
    for (const auto& name : corpus::names("lenses")) {
        const auto strict = writeLensStrict(readLensOrFail(corpus::bytes("lenses", name), name).value());
        if (!strict)
            refused << QString::fromStdString(name + " " + strict.error().messages.front().id);
    }
    QCOMPARE(refused, QStringList{QStringLiteral("hub-fsi-governance.json A011")});
}

void tst_writer::strictRefusesWhatItCannotMend() {
    const auto strict =
        writeLensStrict(readEdited({{"/name", std::string(130, 'x')}, {"/schemaVersion", "2022-11-01"}}));
    QVERIFY(!strict.has_value());
    QCOMPARE(QString::fromStdString(strict.error().id), QStringLiteral("lens.notStrict"));
    QCOMPARE(strict.error().kind, ErrorKind::Refused);
    QCOMPARE(strict.error().messages.size(), std::size_t{2});
    QVERIFY(!writeLensStrict(readEdited({{"/pillars/0/questions/0/riskRules/1/risk", "LOW"}})).has_value());
}

void tst_writer::strictFitsIntoTheSizeLimitWhenItCan() {
    Json lens = parseJson(sampleLens()).root;
    Json& questions = lens["pillars"][0]["questions"];
    const Json first = questions[0];
    for (int i = 2; i <= 20; ++i) {
        Json more = first;
        more["id"] = "SEC" + std::to_string(i);
        for (auto& choice : more["choices"])
            choice["helpfulResource"]["displayText"] = std::string(2000, 'x');
        questions.push_back(std::move(more));
    }
    lens["_padding"] = std::string(400'000, ' ');
    const auto read = readLensOrFail(writeJson(lens), "padded");
    QVERIFY(read.has_value());
    const auto strict = writeLensStrict(*read);
    QVERIFY(strict.has_value());
    QVERIFY(strict->size() < 500'000);
}

QTEST_APPLESS_MAIN(tst_writer)
#include "tst_writer.moc"
