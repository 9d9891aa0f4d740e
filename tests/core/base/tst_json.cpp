// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The JSON reader: what it takes, what it refuses and in which words, and that nothing hostile hurts it.
#include "core/base/json.h"

#include <QtTest>

#include <string>

using namespace plumb;
using namespace std::string_literals;

Q_DECLARE_METATYPE(std::string)

namespace {

/// All problems, one a line: "pointer | text | fix".
QString dump(const JsonDocument& document) {
    QStringList lines;
    for (const auto& m : document.problems)
        lines << QString::fromStdString(m.pointer + " | " + m.text + " | " + m.fix);
    return lines.join(QLatin1Char('\n'));
}

} // namespace

class tst_json : public QObject {
    Q_OBJECT
private slots:
    void readsEveryKindOfValueInFileOrder();
    void allowsAByteOrderMark();
    void namesTheFault_data();
    void namesTheFault();
    void pointsAtTheValueBeingRead();
    void reportsEachDuplicateKeyAndKeepsTheLast();
    void findsDuplicatesInLargeObjects();
    void limitsTheNumberOfDuplicateMessages();
    void refusesDeepNestingWithoutRecursion();
    void allowsNestingUpToTheLimit();
    void refusesTooManyBytesUnread();
    void readsHugeTexts();
    void refusalCarriesAllMessages();
    void writesTheSameMeaning();
    void writesBadUtf8AsReplacement();
    void escapesPointers();
};

void tst_json::readsEveryKindOfValueInFileOrder() {
    const auto d =
        parseJson(R"( {"z":null,"b":[true,false,-1,2,1.5,1e3,"\u00e9\ud83d\ude00\n"],"a":{"y":{},"x":[]}} )");
    QVERIFY2(d.usable, qPrintable(dump(d)));
    QCOMPARE(QString::fromStdString(writeJsonCompact(d.root)),
             QStringLiteral(
                 "{\"z\":null,\"b\":[true,false,-1,2,1.5,1000.0,\"\u00e9\U0001F600\\n\"],\"a\":{\"y\":{},\"x\":[]}}"));
    QVERIFY(parseJson("null").usable);
    QVERIFY(parseJson(" 12 ").usable);
}

void tst_json::allowsAByteOrderMark() {
    const auto d = parseJson("\xEF\xBB\xBF{\"a\":1}");
    QVERIFY(d.usable);
    QCOMPARE(d.root.at("a").get<int>(), 1);
    QVERIFY(dump(parseJson("\xEF\xBB\xBF{\"a\":NaN}")).contains(QStringLiteral("Line 1, column 6")));
}

void tst_json::namesTheFault_data() {
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, std::string bytes, const char* text) {
        QTest::newRow(name) << std::move(bytes) << QString::fromUtf8(text);
    };
    row("NaN", "{\"title\": NaN}", "/title | Line 1, column 11: NaN is not a JSON value.");
    row("nan", "[nan]", "/0 | Line 1, column 2: nan is not a JSON value.");
    row("Infinity", "[1,\n Infinity]", "/1 | Line 2, column 2: Infinity is not a JSON value.");
    row("-Infinity", "[-Infinity]", "-Infinity is not a JSON value");
    row("True", "{\"a\":True}", "Write true, false or null in lower case.");
    row("None", "[None]", "Write true, false or null in lower case.");
    row("line comment", "{\"a\":1, // why\n\"b\":2}", "comments are not allowed");
    row("block comment", "/* x */ {}", "Line 1, column 1: comments are not allowed");
    row("hash comment", "{\n# x\n}", "Line 2, column 1: comments are not allowed");
    row("trailing comma in object", "{\"a\":1,}", "there is a comma before the closing \"}\"");
    row("trailing comma in array", "[1, 2, ]", "there is a comma before the closing \"]\"");
    row("single quotes", "{'a':1}", "texts stand in double quotes");
    row("bare key", "{a:1}", "a key in double quotes is expected");
    row("missing comma in object", "{\"a\":1 \"b\":2}", "Line 1, column 8: a comma or a closing brace is expected");
    row("missing comma in array", "[1 2]", "a comma or a closing bracket is expected");
    row("missing colon", "{\"a\" 1}", "a colon is missing after the key");
    row("wrong bracket", "[1}", "a comma or a closing bracket is expected, not \"}\"");
    row("no value", "{\"a\":}", "a value is expected, not \"}\"");
    row("something after the end", "{} {}", "something follows the end");
    row("letter after the end", "{}x", "something follows the end");
    row("leading plus", "[+1]", "\"+1\" is not a number as JSON writes numbers");
    row("leading point", "[.5]", "\".5\" is not a number");
    row("leading zero", "[012]", "\"012\" is not a number");
    row("bare exponent", "[1e]", "\"1e\" is not a number");
    row("number overflow", "[1e999]", "a number is too large");
    row("line break in text", "[\"a\nb\"]", "line break, tab or other control character");
    row("bad escape", "[\"\\x\"]", "a backslash is followed by a character");
    row("bad unicode escape", "[\"\\u12G4\"]", "a \\u escape is not a whole character");
    row("lone surrogate", "[\"\\ud800\"]", "a \\u escape is not a whole character");
    row("Latin-1", "{\"name\":\"R\xE9versibilit\xE9\"}", "a text is not valid UTF-8.");
    row("overlong UTF-8", "[\"\xC0\xAF\"]", "a text is not valid UTF-8");
    row("surrogate in UTF-8", "[\"\xED\xA0\x80\"]", "a text is not valid UTF-8");
    row("typographic quotes",
        "{\xE2\x80\x9C"
        "a\xE2\x80\x9D:1}",
        "a character that is not ASCII stands outside a text");
    row("truncated in object", "{\"a\":{\"b\":1", "/a | Line 1, column 12: the file ends before the document does.");
    row("truncated in text", "{\"a\":\"b", "the file ends inside a text");
    row("truncated in literal", "[tru", "the file ends before the document does");
    row("empty", "", "the file is empty");
    row("white space", " \n\t ", "the file is empty");
    row("only a mark", "\xEF\xBB\xBF", "the file is empty");
    row("UTF-16 LE with mark", "\xFF\xFE{\0}\0"s, "The file is in UTF-16 or UTF-32.");
    row("UTF-16 BE with mark", "\xFE\xFF\0{\0}"s, "The file is in UTF-16 or UTF-32.");
    row("UTF-16 without mark", "{\0\"\0a\0"s, "The file is in UTF-16 or UTF-32.");
    row("UTF-32", "\0\0\0{"s, "The file is in UTF-16 or UTF-32.");
    row("zeros", std::string(5000, '\0'), "The file holds binary data (a zero byte at offset 0).");
    row("zero byte after the document", "{\"a\":1}\0 garbage"s, "binary data (a zero byte at offset 7)");
    row("zero byte in a text", "[\"a\0b\"]"s, "binary data");
    row("ZIP", "PK\x03\x04 more", "a ZIP archive or an office document");
    row("PDF", "%PDF-1.7", "a PDF");
    row("PNG", "\x89PNG\r\n", "a PNG picture");
    row("closing bracket", "]", "a value is expected, not \"]\"");
    row("column in characters", "[\"\xC3\xA9\xC3\xA9\", x]", "Line 1, column 8");
}

void tst_json::namesTheFault() {
    QFETCH(std::string, bytes);
    QFETCH(QString, text);
    const auto d = parseJson(bytes);
    QVERIFY(!d.usable);
    QCOMPARE(d.problems.size(), std::size_t{1});
    QCOMPARE(QString::fromStdString(d.problems.front().id), QStringLiteral("A001"));
    QVERIFY2(dump(d).contains(text), qPrintable(dump(d)));
    QVERIFY(!d.problems.front().fix.empty());
    QVERIFY(d.root.is_null());
}

void tst_json::pointsAtTheValueBeingRead() {
    QVERIFY(dump(parseJson(R"({"p":[{"a/b":1},{"q~":[1,2,x]}]})")).startsWith(QStringLiteral("/p/1/q~0/2 | ")));
    QVERIFY(dump(parseJson(R"({"p":[{"a":1} {}]})")).startsWith(QStringLiteral("/p")));
    const auto deepKey = parseJson("{\"" + std::string(5000, 'k') + "\":x}");
    QVERIFY(deepKey.problems.front().pointer.size() < 1010);
}

void tst_json::reportsEachDuplicateKeyAndKeepsTheLast() {
    const auto d = parseJson(R"({"a":1,"b":{"c":1,"c":2},"a":{"d":3,"d":4},"e":5})");
    QVERIFY(!d.usable);
    QCOMPARE(QString::fromStdString(writeJsonCompact(d.root)), QStringLiteral(R"({"a":{"d":4},"b":{"c":2},"e":5})"));
    QStringList pointers;
    for (const auto& m : d.problems)
        pointers << QString::fromStdString(m.pointer);
    QCOMPARE(pointers.join(QLatin1Char(' ')), QStringLiteral("/b/c /a /a/d"));
}

void tst_json::findsDuplicatesInLargeObjects() {
    std::string text = "{";
    for (int i = 0; i < 20000; ++i)
        text += "\"k" + std::to_string(i) + "\":" + std::to_string(i) + ",";
    const auto d = parseJson(text + "\"k7\":-1}");
    QCOMPARE(d.problems.size(), std::size_t{1});
    QCOMPARE(QString::fromStdString(d.problems.front().pointer), QStringLiteral("/k7"));
    QCOMPARE(d.root.size(), std::size_t{20000});
    QCOMPARE(d.root.begin().value().get<int>(), 0);
    QVERIFY(parseJson(text + "\"last\":-1}").usable);
}

void tst_json::limitsTheNumberOfDuplicateMessages() {
    std::string text = "{\"a\":0";
    for (int i = 0; i < 1000; ++i)
        text += ",\"a\":0";
    const auto d = parseJson(text + "}");
    QCOMPARE(d.problems.size(), std::size_t{101});
    QVERIFY(dump(d).contains(QStringLiteral("900 more keys")));
}

void tst_json::refusesDeepNestingWithoutRecursion() {
    for (const std::string& open : {"["s, "{\"a\":"s, "[{\"k\":"s}) {
        std::string text;
        for (int i = 0; i < 20000; ++i)
            text += open;
        const auto d = parseJson(text);
        QVERIFY(!d.usable);
        QVERIFY2(dump(d).contains(QStringLiteral("nested deeper than 100 levels")), qPrintable(dump(d).left(300)));
        QVERIFY(d.problems.front().pointer.size() < 1010);
    }
}

void tst_json::allowsNestingUpToTheLimit() {
    QVERIFY(parseJson(std::string(100, '[') + std::string(100, ']')).usable);
    QVERIFY(!parseJson(std::string(101, '[') + std::string(101, ']')).usable);
}

void tst_json::refusesTooManyBytesUnread() {
    const auto d = parseJson("[1,2,3,4,5,6]", {10, 100});
    QVERIFY(!d.usable);
    QVERIFY(dump(d).contains(QStringLiteral("13 bytes; at most 10")));
}

void tst_json::readsHugeTexts() {
    const std::string text(3u << 20, 'x');
    const auto d = parseJson("{\"a\":\"" + text + "\"}");
    QVERIFY(d.usable);
    QVERIFY(d.root.at("a").get_ref<const std::string&>() == text);
}

void tst_json::refusalCarriesAllMessages() {
    const auto bad = parseJsonOrFail(R"({"a":1,"a":2,"a":3})", "file.json");
    QVERIFY(!bad.has_value());
    QCOMPARE(bad.error().kind, ErrorKind::Refused);
    QCOMPARE(QString::fromStdString(bad.error().id), QStringLiteral("json.syntax"));
    QCOMPARE(QString::fromStdString(bad.error().where), QStringLiteral("file.json"));
    QCOMPARE(bad.error().messages.size(), std::size_t{2});
    const auto good = parseJsonOrFail("[1]", "file.json");
    QVERIFY(good.has_value());
    QCOMPARE(good->size(), std::size_t{1});
}

void tst_json::writesTheSameMeaning() {
    const std::string text = "{\n  \"b\": [\n    1,\n    \"\xC3\xA9\"\n  ],\n  \"a\": {}\n}\n";
    QCOMPARE(QString::fromStdString(writeJson(parseJson(text).root)), QString::fromStdString(text));
}

void tst_json::writesBadUtf8AsReplacement() {
    Json value = Json::array();
    value.push_back("a\xFF"
                    "b");
    QCOMPARE(QString::fromStdString(writeJsonCompact(value)), QStringLiteral("[\"a\uFFFDb\"]"));
}

void tst_json::escapesPointers() {
    QCOMPARE(QString::fromStdString(childPointer("/a", "b/c~d")), QStringLiteral("/a/b~1c~0d"));
    QCOMPARE(QString::fromStdString(childPointer("", 7)), QStringLiteral("/7"));
}

QTEST_APPLESS_MAIN(tst_json)
#include "tst_json.moc"
