// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A real lens damaged 2,000 times, by values and by bytes, always the same way: whatever comes in, the reader, the lint
// and the writer hold their promises.
#include "core/base/json.h"
#include "core/lens/lint.h"
#include "core/lens/reader.h"
#include "tests/core/lens/corpus.h"
#include "tests/core/lens/sample_lens.h"

#include <QtTest>

#include <random>

using namespace plumb;
using namespace plumb::lens;

class tst_damaged_lens : public QObject {
    Q_OBJECT
private slots:
    void survivesDamagedValues();
    void survivesDamagedBytes();
};

namespace {

/// What holds for whatever came in.
void checkSane(const std::string& bytes) {
    const ReadLens read = readLens(bytes);
    bool blocking = false;
    for (const auto& m : read.messages) {
        QVERIFY(m.pointer.empty() || m.pointer.front() == '/');
        QVERIFY(m.id.size() == 4 && m.id.front() == 'A');
        blocking = blocking || m.id == "A001" || m.id == "A012" || (m.id == "A004" && m.pointer.ends_with("/id"));
    }
    QVERIFY(read.lens.has_value() || !read.messages.empty());
    if (!read.lens)
        return;
    QVERIFY(!blocking);
    static_cast<void>(lint(*read.lens));
    QVERIFY(parseJson(writeLens(*read.lens)).root == *read.lens->source);
    for (const auto& pillar : read.lens->pillars)
        for (const auto& q : pillar.questions) {
            Selection all{std::vector<bool>(q.choices.size(), true), std::vector<bool>(q.choices.size(), false), true};
            static_cast<void>(evaluate(q, all));
        }
}

/// A real lens cut down to one question, or the sample where there is no corpus.
Json smallRealLens() {
    Json lens = parseJson(corpus::bytes("lenses", "aws-generative-ai.json")).root;
    if (!lens.is_object())
        return parseJson(sampleLens()).root;
    Json first = lens["pillars"][0];
    first["questions"] = Json::array({first["questions"][0]});
    lens["pillars"] = Json::array({first});
    return lens;
}

void collect(Json& value, std::vector<Json*>& out) {
    out.push_back(&value);
    if (value.is_structured())
        for (auto& inner : value)
            collect(inner, out);
}

} // namespace

void tst_damaged_lens::survivesDamagedValues() {
    std::mt19937 random(1);
    const Json whole = smallRealLens();
    const std::vector<std::string> junk{"null",   "true",        "7",           "-1e300",      "\"\"",
                                        "\"x\"",  "[]",          "{}",          "[[]]",        "{\"id\":1}",
                                        "[null]", "\"a && (b\"", "\"default\"", "\"\\u0000\"", "18446744073709551615"};
    for (int round = 0; round < 1000; ++round) {
        Json lens = whole;
        for (unsigned i = 0; i <= random() % 3; ++i) {
            std::vector<Json*> places;
            collect(lens, places);
            Json& place = *places[random() % places.size()];
            const unsigned what = random() % 4;
            if (what == 0 && place.is_structured() && !place.empty())
                place.erase(std::next(place.begin(), static_cast<std::ptrdiff_t>(random() % place.size())));
            else if (what == 1 && place.is_array() && !place.empty())
                place.push_back(Json(place[random() % place.size()]));
            else
                place = parseJson(junk[random() % junk.size()]).root;
        }
        checkSane(writeJsonCompact(lens));
        if (QTest::currentTestFailed())
            return;
    }
}

void tst_damaged_lens::survivesDamagedBytes() {
    std::mt19937 random(2);
    const std::string whole = writeJsonCompact(smallRealLens());
    for (int round = 0; round < 1000; ++round) {
        std::string bytes = whole;
        for (unsigned i = 0; i <= random() % 4; ++i) {
            const std::size_t at = random() % bytes.size();
            switch (random() % 4) {
            case 0:
                bytes[at] = static_cast<char>(random());
                break;
            case 1:
                bytes.erase(at, 1 + random() % 20);
                break;
            case 2:
                bytes.insert(at, bytes.substr(random() % bytes.size(), random() % 20));
                break;
            default:
                bytes[at] = "{}[]\",:0"[random() % 8];
                break;
            }
        }
        checkSane(bytes);
        if (QTest::currentTestFailed())
            return;
    }
}

QTEST_APPLESS_MAIN(tst_damaged_lens)
#include "tst_damaged_lens.moc"
