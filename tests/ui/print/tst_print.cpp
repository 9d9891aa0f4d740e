// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The PDF as other programs see it: text, fonts, structure, outline, bytes. Poppler's and qpdf's tools look at it.
#include "tests/ui/print/print_reviews.h"
#include "ui/print/print.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace plumb;

namespace {

constexpr std::int64_t kTime = 1'795'000'000'000; // 2026-11-18T11:06:40Z

struct Ran {
    int code = -1;
    QByteArray out;
};

/// A changed environment entry "NAME=value"; "NAME" takes it out.
Ran run(const QString& program, const QStringList& arguments, const QStringList& environment = {}) {
    QProcess process;
    QProcessEnvironment changed = QProcessEnvironment::systemEnvironment();
    for (const QString& entry : environment) {
        const QString name = entry.section(QLatin1Char('='), 0, 0);
        changed.remove(name);
        if (entry.contains(QLatin1Char('=')))
            changed.insert(name, entry.section(QLatin1Char('='), 1));
    }
    process.setProcessEnvironment(changed);
    process.start(program, arguments);
    process.waitForFinished(60'000);
    return {process.exitCode(), process.readAllStandardOutput()};
}

bool there(const QString& program) {
    return !QStandardPaths::findExecutable(program).isEmpty();
}

/// White space folded, so that a sentence is found wherever its lines break.
QString folded(QString text) {
    text.replace(QChar(0x00A0), QChar::Space);
    return text.simplified();
}

std::filesystem::path quickScan() {
    return PLUMB_SOURCE_DIR "/questionnaires/ai-quick-scan/lens.json";
}

review::Review answered() {
    return test::makeReview({quickScan()}, 7);
}

ui::print::PrintOptions options(ui::print::PageSize page = ui::print::PageSize::A4) {
    return {page, kTime};
}

} // namespace

#define NEEDS(program)                                                                                                 \
    if (!there(QStringLiteral(program)))                                                                               \
        QSKIP(program " is not installed");

class TestPrint : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void textHasEveryAnswerNoteAndEvidence();
    void privateNotesAndCardsStayOut();
    void everyFontIsEmbedded();
    void qpdfFindsNothingWrong();
    void outlineHasEveryChapterAndQuestion();
    void metadataIsWhatTheDocumentSays();
    void linksLeadToPagesAndToTheWeb();
    void summaryIsOnePage_data();
    void summaryIsOnePage();
    void sameBytesInTwoProcesses();
    void anotherTimeGivesOtherBytes();
    void letterIsLetter();
    void unwritablePlaceLeavesNothing();
    void cancellingLeavesTheOldFile();
    void hardTextBreaksNothing();
    void veryLongNotesGoOnOverPages();

private:
    [[nodiscard]] QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    QString print(const report::Document& document, const char* name, ui::print::PrintOptions with = options()) {
        const QString file = path(name);
        const auto info = ui::print::printPdf(document, file.toStdString(), with);
        if (!info)
            qWarning("%s", info.error().text.c_str());
        return file;
    }
    [[nodiscard]] static QString textOf(const QString& pdf, const QStringList& more = {}) {
        return folded(
            QString::fromUtf8(run(QStringLiteral("pdftotext"), QStringList(more) << pdf << QStringLiteral("-")).out));
    }

    QTemporaryDir m_folder;
    review::Review m_review;
    report::Document m_document;
    QString m_pdf;
};

void TestPrint::initTestCase() {
    QVERIFY(m_folder.isValid());
    m_review = answered();
    m_document = test::makeDocument(m_review);
    m_pdf = print(m_document, "report.pdf");
    QVERIFY(QFile::exists(m_pdf));
}

void TestPrint::textHasEveryAnswerNoteAndEvidence() {
    NEEDS("pdftotext")
    const QString text = textOf(m_pdf);
    int looked = 0;
    const auto contains = [&](const std::string& part) {
        ++looked;
        return text.contains(folded(QString::fromStdString(part)));
    };
    QVERIFY(contains(m_review.workload.name) && contains(m_review.workload.client));
    for (const lens::Pillar& pillar : m_review.lenses[0].lens->pillars)
        for (const lens::Question& question : pillar.questions) {
            QVERIFY2(contains(question.title), question.title.c_str());
            for (const lens::Choice& choice : question.choices)
                QVERIFY2(contains(choice.title), choice.title.c_str());
        }
    for (const auto& [key, answer] : m_review.answers)
        QVERIFY2(contains(answer.note) && contains(answer.parkedTopic), answer.note.c_str());
    for (const review::Evidence& evidence : m_review.evidence)
        QVERIFY2(contains(evidence.title) && contains(evidence.sha256), evidence.title.c_str());
    QVERIFY(looked > 80);
}

void TestPrint::privateNotesAndCardsStayOut() {
    NEEDS("pdftotext")
    const QString text = textOf(m_pdf);
    QVERIFY(!text.contains(QStringLiteral("SECRET")));
    for (const auto& [id, overlay] : m_review.lenses[0].overlay->questions)
        QVERIFY2(!text.contains(folded(QString::fromStdString(overlay.card.opening))), id.c_str());
    report::Options chosen;
    chosen.privateNotes = true;
    QVERIFY(textOf(print(test::makeDocument(m_review, chosen), "private.pdf"))
                .contains(QStringLiteral("SECRET private note")));
}

void TestPrint::everyFontIsEmbedded() {
    NEEDS("pdffonts")
    const QList<QByteArray> lines = run(QStringLiteral("pdffonts"), {m_pdf}).out.split('\n').mid(2);
    int fonts = 0;
    for (const QByteArray& line : lines) {
        if (line.trimmed().isEmpty())
            continue;
        ++fonts;
        // The last five columns: emb sub uni object generation.
        const QList<QByteArray> columns = line.simplified().split(' ');
        QCOMPARE(columns[columns.size() - 5], QByteArray("yes"));
    }
    QVERIFY(fonts >= 4);
}

void TestPrint::qpdfFindsNothingWrong() {
    NEEDS("qpdf")
    QCOMPARE(run(QStringLiteral("qpdf"), {QStringLiteral("--check"), m_pdf}).code, 0);
}

void TestPrint::outlineHasEveryChapterAndQuestion() {
    NEEDS("qpdf")
    const QByteArray json =
        run(QStringLiteral("qpdf"), {QStringLiteral("--json"), QStringLiteral("--json-key=outlines"), m_pdf}).out;
    QStringList titles;
    QSet<int> pages;
    const std::function<void(const QJsonArray&)> walk = [&](const QJsonArray& items) {
        for (const QJsonValue& item : items) {
            titles << item[QStringLiteral("title")].toString();
            pages << item[QStringLiteral("destpageposfrom1")].toInt();
            walk(item[QStringLiteral("kids")].toArray());
        }
    };
    walk(QJsonDocument::fromJson(json).object()[QStringLiteral("outlines")].toArray());
    for (const report::Section& section : m_document.sections)
        QVERIFY2(titles.contains(QString::fromStdString(section.title)), section.title.c_str());
    for (const auto& [id, overlay] : m_review.lenses[0].overlay->questions) {
        const QString title = QString::fromStdString(overlay.shortTitle);
        QVERIFY2(std::any_of(titles.begin(), titles.end(), [&](const QString& t) { return t.endsWith(title); }),
                 id.c_str());
    }
    QVERIFY(!pages.contains(0) && pages.size() > 8);
}

void TestPrint::metadataIsWhatTheDocumentSays() {
    NEEDS("pdfinfo")
    const QString info = QString::fromUtf8(run(QStringLiteral("pdfinfo"), {QStringLiteral("-isodates"), m_pdf}).out);
    for (const char* part : {"Northwind Claims AI", "Plumbline 0.1.0", "2026-11-18T11:06:40Z"})
        QVERIFY2(info.contains(QString::fromLatin1(part)), qPrintable(info));
    QFile file(m_pdf);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("<dc:language><rdf:Bag><rdf:li>en</rdf:li>"));
}

void TestPrint::linksLeadToPagesAndToTheWeb() {
    NEEDS("qpdf")
    const QString plain = path("plain.pdf");
    run(QStringLiteral("qpdf"), {QStringLiteral("--qdf"), QStringLiteral("--object-streams=disable"), m_pdf, plain});
    QFile file(plain);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.count("/Subtype /Link") > 60);
    QVERIFY(bytes.contains("/URI (https://wiki.example.org/runbooks/"));
    QVERIFY(bytes.contains("/PageLabels"));
    QVERIFY(bytes.contains("(q-ai-quick-scan-QS_OPS_1)")); // a named destination
}

void TestPrint::summaryIsOnePage_data() {
    QTest::addColumn<int>("page");
    QTest::newRow("A4") << static_cast<int>(ui::print::PageSize::A4);
    QTest::newRow("Letter") << static_cast<int>(ui::print::PageSize::Letter);
}

void TestPrint::summaryIsOnePage() {
    NEEDS("pdftotext")
    QFETCH(int, page);
    const std::filesystem::path questionnaires = PLUMB_SOURCE_DIR "/questionnaires";
    std::vector<std::filesystem::path> lenses;
    for (const char* id : {"responsible-ai", "machine-learning", "generative-ai", "ai-quick-scan"})
        if (std::filesystem::exists(questionnaires / id / "lens.json"))
            lenses.push_back(questionnaires / id / "lens.json");
    const QString pdf = print(test::makeDocument(test::makeReview(lenses, 11)), "all.pdf",
                              options(static_cast<ui::print::PageSize>(page)));
    const QString second =
        textOf(pdf, {QStringLiteral("-f"), QStringLiteral("2"), QStringLiteral("-l"), QStringLiteral("2")});
    QVERIFY2(second.contains(QStringLiteral("Where to read on")), qPrintable(second));
    QVERIFY(textOf(pdf, {QStringLiteral("-f"), QStringLiteral("3"), QStringLiteral("-l"), QStringLiteral("3")})
                .contains(QStringLiteral("Contents")));
}

void TestPrint::sameBytesInTwoProcesses() {
    // Without QT_HASH_SEED each process has a seed of its own, and Qt writes its fonts in another order.
    QByteArray first;
    for (int round = 0; round < 3; ++round) {
        const QString out = path("probe.pdf");
        const Ran ran =
            run(QStringLiteral(PLUMB_PRINT_PROBE),
                {out, QStringLiteral("7"), QStringLiteral("a4"), QString::fromStdString(quickScan().string())},
                {QStringLiteral("QT_HASH_SEED")});
        QCOMPARE(ran.code, 0);
        QFile file(out);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.size() > 10'000);
        if (first.isEmpty())
            first = bytes;
        QVERIFY(bytes == first);
    }
}

void TestPrint::anotherTimeGivesOtherBytes() {
    const auto one = ui::print::renderPdf(m_document, options(), {});
    ui::print::PrintOptions later = options();
    later.fixedTimeMs = kTime + 1000;
    const auto other = ui::print::renderPdf(m_document, later, {});
    QVERIFY(one && other && *one != *other);
}

void TestPrint::letterIsLetter() {
    NEEDS("pdfinfo")
    const QString pdf = print(m_document, "letter.pdf", options(ui::print::PageSize::Letter));
    QVERIFY(run(QStringLiteral("pdfinfo"), {pdf}).out.contains("612 x 792 pts (letter)"));
}

void TestPrint::unwritablePlaceLeavesNothing() {
    const QString file = path("no/such/folder/report.pdf");
    const auto info = ui::print::printPdf(m_document, file.toStdString(), options());
    QVERIFY(!info);
    QCOMPARE(QString::fromStdString(info.error().id), QStringLiteral("file.noFolder"));
    QVERIFY(!info.error().text.empty());
    QVERIFY(!QFileInfo::exists(path("no")));
}

void TestPrint::cancellingLeavesTheOldFile() {
    QFile old(path("old.pdf"));
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("old");
    old.close();
    const auto stopAtThree = [](std::uint64_t done, std::uint64_t) { return done < 3; };
    const auto info = ui::print::printPdf(m_document, path("old.pdf").toStdString(), options(), stopAtThree);
    QVERIFY(!info);
    QCOMPARE(info.error().kind, ErrorKind::Cancelled);
    QVERIFY(old.open(QIODevice::ReadOnly));
    QCOMPARE(old.readAll(), QByteArray("old"));
    QCOMPARE(QDir(m_folder.path()).entryList({QStringLiteral("*old.pdf*")}, QDir::AllEntries | QDir::Hidden).size(), 1);
}

void TestPrint::hardTextBreaksNothing() {
    review::Review review = answered();
    review.workload.name = "请求处理系统与人工智能风险评估平台 ❦ Sehrlangeszusammengesetzteswortohneleerzeichen";
    review.workload.client = "شركة التأمين الشمالية";
    review::Answer& answer = review.answers.begin()->second;
    answer.note = std::string("مرحبا بالعالم; שלום; 日本語のメモ; e\u0301\u0323; \u202Eabc; \xF0\x9F\x98\x80 ") +
                  std::string(400, 'x') + "\n\n\n\tTab";
    answer.applicable = true;
    const auto bytes = ui::print::renderPdf(test::makeDocument(review), options(), {});
    QVERIFY(bytes);
    QVERIFY(bytes->starts_with("%PDF-"));
    if (there(QStringLiteral("pdftotext"))) {
        QFile file(path("hard.pdf"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes->data(), static_cast<qint64>(bytes->size()));
        file.close();
        QVERIFY(textOf(file.fileName()).contains(QString(60, QLatin1Char('x'))));
    }
}

void TestPrint::veryLongNotesGoOnOverPages() {
    review::Review review = answered();
    std::string note;
    for (int i = 0; i < 1200; ++i)
        note += "Sentence " + std::to_string(i) + " of a note that somebody pasted from a long document.\n";
    review.answers.begin()->second.note = note;
    int pages = 0;
    const auto bytes = ui::print::renderPdf(test::makeDocument(review), options(), {}, &pages);
    QVERIFY(bytes);
    int before = 0;
    QVERIFY(ui::print::renderPdf(m_document, options(), {}, &before));
    QVERIFY2(pages > before + 20, qPrintable(QString::number(pages)));
}

QTEST_MAIN(TestPrint)
#include "tst_print.moc"
