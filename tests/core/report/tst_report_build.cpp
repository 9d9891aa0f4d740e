// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The report document of small reviews, compared as text, and what must never be in one.
#include "tests/core/report/report_builders.h"

#include <algorithm>
#include <functional>
#include <QTest>
#include <sstream>

using namespace plumb;

namespace {

const std::vector<std::pair<std::string, std::string>> kRules{
    {"cca && ccb", "NO_RISK"}, {"cca || ccb", "MEDIUM_RISK"}, {"default", "HIGH_RISK"}};

review::Review makeReview() {
    review::Review review;
    review.fileId = "6f1c0e9a";
    review.createdAt = startOf({2026, 11, 1});
    review.workload.name = "Claims  AI";
    review.workload.client = "Northwind Mutual";
    auto overlay = std::make_shared<lens::Overlay>();
    overlay->shortName = "Test";
    overlay->pillars["security"].failureMode = "Prompts carry names.";
    overlay->pillars["security"].story = "It cost somebody a lot.";
    overlay->questions["q01"].shortTitle = "What is there";
    overlay->questions["q01"].weight = 2;
    overlay->questions["q01"].card.opening = "CARD opening";
    overlay->questions["q01"].card.probes = {"CARD probe"};
    overlay->questions["q01"].card.good = "CARD good";
    overlay->questions["q01"].choices["cca"].severity = lens::Severity::High;
    review.lenses.push_back({std::make_shared<const lens::Lens>(test::oneQuestionLens(3, true, kRules)), overlay, 0});
    return review;
}

QuestionKey keyOf(const review::Review& review) {
    return {review.lenses[0].lens->id, "q01"};
}

review::Answer fullAnswer() {
    review::Answer answer;
    answer.choices["cca"] = {review::ChoiceStatus::Selected, review::NaReason::None, "since May"};
    answer.choices["ccc"] = {review::ChoiceStatus::NotApplicable, review::NaReason::OutOfScope, ""};
    answer.note = "First line\r\nsecond line";
    answer.privateNote = "PRIVATE";
    answer.basis = review::Basis::Shown;
    answer.confidence = review::Confidence::Medium;
    answer.needsVerification = true;
    answer.parked = true;
    answer.parkedTopic = "Who owns it?";
    answer.people = {"p1", "gone"};
    return answer;
}

report::Document documentOf(const review::Review& review, report::Options options = {}) {
    score::Scores scores;
    scores.compute(review);
    options.now = startOf({2026, 11, 18});
    options.version = "0.1.0";
    return report::build(review, scores, options);
}

std::string textOf(const report::Text& text) {
    return report::plainText(text);
}

/// One line a thing, for comparing and searching.
class Dump {
public:
    static std::string of(const report::Document& document) {
        Dump dump;
        dump.m_out << "cover " << document.cover.title << " | " << document.cover.client << " | "
                   << document.cover.version << " | " << document.cover.scaleNote << '\n';
        for (const report::Section& section : document.sections)
            dump.section(section);
        return dump.m_out.str();
    }
    static std::string of(const report::QuestionRecord& record) {
        Dump dump;
        dump.block(record);
        return dump.m_out.str();
    }

private:
    void section(const report::Section& s) {
        m_out << '#' << s.level << ' ' << s.label << " | " << s.title << " | " << s.id << '\n';
        for (const report::Block& b : s.blocks)
            std::visit([this](const auto& x) { block(x); }, b);
        for (const report::Section& child : s.children)
            section(child);
    }
    void block(const report::Paragraph& p) { m_out << "p " << textOf(p.text) << '\n'; }
    void block(const report::BulletList& l) {
        for (const auto& item : l.items)
            m_out << "- " << textOf(item) << '\n';
    }
    void block(const report::Table& t) {
        for (const auto& row : t.rows) {
            m_out << "row";
            for (const auto& cell : row)
                m_out << " | " << textOf(cell);
            m_out << '\n';
        }
    }
    void block(const report::Figure& f) { m_out << "figure " << f.caption << " / " << f.alternative << '\n'; }
    void block(const report::Facts& f) {
        for (const auto& [label, value] : f.rows)
            m_out << "fact " << label << ": " << textOf(value) << '\n';
    }
    void block(const report::KeyFigures& k) {
        for (const auto& item : k.items)
            m_out << "key " << item.label << ": " << item.value << ' ' << item.unit << " (" << item.detail << ")\n";
    }
    void block(const report::QuestionRecord& r) {
        m_out << "question " << r.number << ' ' << r.code << ' ' << r.title << " [" << r.shortTitle << "] "
              << lens::toText(r.state) << '\n';
        for (const auto& line : r.meta)
            m_out << "  meta " << line << '\n';
        m_out << "  why " << textOf(r.why) << '\n';
        for (const auto& c : r.choices)
            m_out << "  " << c.key
                  << (c.mark == report::QuestionRecord::Choice::Mark::Ticked ? " x "
                      : c.mark == report::QuestionRecord::Choice::Mark::Open ? " o "
                                                                             : " - ")
                  << c.title << " (" << c.severity << ") " << c.remark << '\n';
        for (const auto& [label, value] : r.facts)
            m_out << "  " << label << ": " << textOf(value) << '\n';
    }
    void block(const report::PageBreak&) { m_out << "---\n"; }

    std::ostringstream m_out;
};

const report::Section* findSection(const std::vector<report::Section>& sections, const std::string& id) {
    for (const report::Section& s : sections) {
        if (s.id == id)
            return &s;
        if (const report::Section* found = findSection(s.children, id))
            return found;
    }
    return nullptr;
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

class TestReportBuild : public QObject {
    Q_OBJECT
private slots:
    void recordsAnswerWithEverythingAboutIt();
    void statesScoreWithRangeAndCoverage();
    void leavesPrivateNotesOutUnlessChosen();
    void neverPrintsTheFacilitatorCard();
    void listsEvidenceWithHashCitationAndExpiry();
    void statesVersionsOfMethodLensAndProgram();
    void everyInternalLinkLeadsSomewhere_data();
    void everyInternalLinkLeadsSomewhere();
    void anEmptyReviewIsStillAReport();
    void theSameReviewGivesTheSameDocument();
    void readinessNamesWhatIsMissing();
    void chaptersAreNumberedAfterTheSummary();
};

void TestReportBuild::recordsAnswerWithEverythingAboutIt() {
    review::Review review = makeReview();
    review.participants = {{"p1", "Aylin Kaya", "Architect", ""}};
    review.answers[keyOf(review)] = fullAnswer();
    const report::Document document = documentOf(review);
    const report::Section* part = findSection(document.sections, "answers-test-lens-security");
    QVERIFY(part != nullptr);
    QCOMPARE(QString::fromStdString(Dump::of(std::get<report::QuestionRecord>(part->blocks[0]))),
             QString::fromUtf8("question 1 q01 What is in place? [What is there] MEDIUM\n"
                               "  meta q01\n"
                               "  meta Security 1\n"
                               "  meta Weight 2\n"
                               "  why “Alpha” (1) is in place.\n“Beta” (2) lowers it to None.\n"
                               "  1 x Alpha (high) since May\n"
                               "  2 o Beta () \n"
                               "  3 - Gamma () Not applicable: out of scope.\n"
                               "  N o None of these () \n"
                               "  Notes: First line\nsecond line\n"
                               "  Basis: Shown in the session, confidence medium.\n"
                               "  Said by: Aylin Kaya, Architect\n"
                               "  To do: Needs verification.\n"
                               "  Parked: Who owns it?\n"));
}

void TestReportBuild::statesScoreWithRangeAndCoverage() {
    review::Review review = makeReview();
    review.answers[keyOf(review)] = fullAnswer();
    const std::string text = Dump::of(documentOf(review));
    QVERIFY2(has(text, "cover Claims AI | Northwind Mutual | Final | The only question is answered"), text.c_str());
    QVERIFY2(has(text, "key Score, range 50 to 50: 50 of 100 (100 % answered, by weight)"), text.c_str());
    QVERIFY2(has(text, "p The workload is needs work: 1 medium risk is open. Every question that applies is answered."),
             text.c_str());
    QVERIFY2(has(text, "p How AI fails here. Prompts carry names.\np It cost somebody a lot."), text.c_str());
}

void TestReportBuild::leavesPrivateNotesOutUnlessChosen() {
    review::Review review = makeReview();
    review.answers[keyOf(review)] = fullAnswer();
    QVERIFY(!has(Dump::of(documentOf(review)), "PRIVATE"));
    report::Options options;
    options.privateNotes = true;
    QVERIFY(has(Dump::of(documentOf(review, options)), "  Private notes: PRIVATE"));
}

void TestReportBuild::neverPrintsTheFacilitatorCard() {
    review::Review review = makeReview();
    review.answers[keyOf(review)] = fullAnswer();
    report::Options options;
    options.privateNotes = true;
    QVERIFY(!has(Dump::of(documentOf(review, options)), "CARD"));
}

void TestReportBuild::listsEvidenceWithHashCitationAndExpiry() {
    review::Review review = makeReview();
    review.answers[keyOf(review)] = fullAnswer();
    review::Evidence e;
    e.number = 3;
    e.id = "e3";
    e.title = "Run log";
    e.fileName = "run.csv";
    e.date = {2026, 5, 2};
    e.expires = {2026, 11, 17};
    e.strength = review::Basis::Verified;
    e.sha256 = std::string(64, 'a');
    e.bytes = 412'345;
    e.links = {{keyOf(review), ""}, {keyOf(review), "cca"}};
    review.evidence.push_back(e);
    const std::string text = Dump::of(documentOf(review));
    QVERIFY2(has(text, "row | E-03 | Run log\nrun.csv · 412 kB\n" + std::string(64, 'a') +
                           " | file\nverified | 2 May 2026\nexpired 17\u00A0Nov\u00A02026 | q01\n"),
             text.c_str());
    QVERIFY2(has(text, "One has expired since."), text.c_str());
    QVERIFY2(has(text, "  Evidence: E-03 Run log, verified, expired 17 Nov 2026"), text.c_str());
}

void TestReportBuild::statesVersionsOfMethodLensAndProgram() {
    const review::Review review = makeReview();
    const std::string text = Dump::of(documentOf(review));
    QVERIFY(has(text, "score/1"));
    QVERIFY(has(text, review.lenses[0].lens->sha256));
    QVERIFY(has(text, "Plumbline 0.1.0"));
    QVERIFY(has(text, "fact Project file: 6f1c0e9a"));
}

void TestReportBuild::everyInternalLinkLeadsSomewhere_data() {
    QTest::addColumn<bool>("allQuestions");
    QTest::newRow("with every question") << true;
    QTest::newRow("without") << false;
}

void TestReportBuild::everyInternalLinkLeadsSomewhere() {
    QFETCH(bool, allQuestions);
    review::Review review = makeReview();
    review.answers[keyOf(review)] = fullAnswer();
    review::Evidence e;
    e.number = 1;
    e.links = {{keyOf(review), ""}};
    review.evidence.push_back(e);
    report::Options options;
    options.allQuestions = allQuestions;
    std::vector<std::string> anchors, targets;
    const auto text = [&](const report::Text& t) {
        for (const report::Span& s : t)
            if (!s.url.empty() && s.url[0] == '#')
                targets.push_back(s.url.substr(1));
    };
    const std::function<void(const report::Section&)> walk = [&](const report::Section& s) {
        anchors.push_back(s.id);
        for (const report::Block& b : s.blocks) {
            if (const auto* p = std::get_if<report::Paragraph>(&b))
                text(p->text);
            if (const auto* t = std::get_if<report::Table>(&b)) {
                anchors.insert(anchors.end(), t->anchors.begin(), t->anchors.end());
                for (const auto& row : t->rows)
                    for (const auto& cell : row)
                        text(cell);
            }
            if (const auto* q = std::get_if<report::QuestionRecord>(&b)) {
                anchors.push_back(q->anchor);
                for (const auto& fact : q->facts)
                    text(fact.second);
            }
        }
        for (const report::Section& child : s.children)
            walk(child);
    };
    for (const report::Section& s : documentOf(review, options).sections)
        walk(s);
    QVERIFY(targets.size() >= 4);
    for (const std::string& target : targets)
        QVERIFY2(std::find(anchors.begin(), anchors.end(), target) != anchors.end(), target.c_str());
}

void TestReportBuild::anEmptyReviewIsStillAReport() {
    review::Review review;
    review.workload.name = "New";
    const report::Document document = documentOf(review);
    const std::string text = Dump::of(document);
    QVERIFY(!document.cover.scale.score);
    QVERIFY2(has(text, "No questionnaire has been chosen yet."), text.c_str());
    QVERIFY2(has(text, "this review has no questionnaire"), text.c_str());
    QVERIFY2(!has(text, " nan") && !has(text, " inf "), text.c_str());
}

void TestReportBuild::theSameReviewGivesTheSameDocument() {
    review::Review review = makeReview();
    review.answers[keyOf(review)] = fullAnswer();
    QCOMPARE(Dump::of(documentOf(review)), Dump::of(documentOf(review)));
}

void TestReportBuild::readinessNamesWhatIsMissing() {
    review::Review review = makeReview();
    auto overlay = std::make_shared<lens::Overlay>(*review.lenses[0].overlay);
    overlay->signs = {{"s1", "Sign one", "q01", {"cca"}, "one endpoint per model"},
                      {"s2", "Sign two", "q01", {"ccb"}, "no monitor"}};
    review.lenses[0].overlay = overlay;
    QVERIFY(has(Dump::of(documentOf(review)),
                "Whether it is built for production is not determined: two of two signs are not answered yet."));
    review.answers[keyOf(review)].choices["cca"].status = review::ChoiceStatus::Selected;
    const std::string text = Dump::of(documentOf(review));
    QVERIFY2(has(text,
                 "It is a proof of concept in production: one of two signs of a production architecture is in place. "
                 "In the way: no monitor."),
             text.c_str());
    QVERIFY2(has(text, "Sign two | Missing | no monitor"), text.c_str());
}

void TestReportBuild::chaptersAreNumberedAfterTheSummary() {
    const report::Document document = documentOf(makeReview());
    QCOMPARE(QString::fromStdString(document.sections[0].label), QString());
    for (std::size_t i = 1; i < document.sections.size(); ++i)
        QCOMPARE(QString::fromStdString(document.sections[i].label), QStringLiteral("Chapter %1").arg(i));
}

QTEST_GUILESS_MAIN(TestReportBuild)
#include "tst_report_build.moc"
