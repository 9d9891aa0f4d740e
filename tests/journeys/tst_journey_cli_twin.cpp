// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The first review once more, typed into a shell: plumbline-cli must leave the same review as the window, down to the
// score of each question.
#include "tests/cli/cli_run.h"
#include "tests/journeys/window_journey.h"

#include <QTest>

using namespace plumb;
using namespace plumb::test;

namespace {

const auto kFile = QStringLiteral("claims-triage.plumb");

/// The shell's side of the story; each line is one run of the program.
class CliJourney {
public:
    explicit CliJourney(FirstReview story) : m_story(std::move(story)) {
        m_folder.set(QStringLiteral("PLUMBLINE_AUTHOR"), m_story.author);
        m_folder.write(QStringLiteral("questionnaire.json"), m_story.lens);
    }

    void makesTheReview() {
        const Ran made = run({"new", kFile, "--workload", m_story.workload, "--client", m_story.client, "--owner",
                              m_story.owner, "--environment", "Production", "--lens", "questionnaire.json"});
        m_lens = made.json()["lenses"][0]["id"].toString();
        const QJsonArray pillars = run({"lens", "show", "questionnaire.json"}).json()["pillars"].toArray();
        for (const QJsonValue& pillar : pillars) {
            const QJsonArray questions = pillar["questions"].toArray();
            for (const QJsonValue& question : questions)
                m_questions << question.toObject();
        }
        QVERIFY(m_questions.size() > static_cast<int>(m_story.answers.size()));
    }

    void answersTenQuestions() {
        for (int i = 0; i < static_cast<int>(m_story.answers.size()); ++i)
            answer(i, m_story.answers[static_cast<std::size_t>(i)]);
    }

    void attachesEvidence() {
        m_folder.write(m_story.fileName, m_story.file);
        const QString tenth = link(static_cast<int>(m_story.answers.size()) - 1);
        run({"evidence", "add", kFile, m_story.fileName, "--link", tenth});
        run({"evidence", "add", kFile, m_story.link, "--link", tenth});
        run({"evidence", "add", kFile, "--text", m_story.text, "--link", tenth});
    }

    void doesThreeStepsTooManyAndUndoesThem() {
        const int eleventh = static_cast<int>(m_story.answers.size());
        run({"evidence", "add", kFile, "--text", m_story.strayText, "--link", link(eleventh)});
        run({"answer", kFile, m_lens, id(eleventh), "--none"});
        run({"answer", kFile, m_lens, id(eleventh), "--mark"});
        for (int i = 0; i < 3; ++i)
            run({"undo", kFile});
    }

    void exportsThePdf() {
        const Ran ran = run({"report", kFile, "-o", "claims-triage.pdf"});
        QVERIFY(ran.json()["pages"].toInt() > 5);
        QVERIFY(m_folder.read("claims-triage.pdf").startsWith("%PDF-"));
    }

    /// What a verb that looks says about a review, its ids and times left out.
    [[nodiscard]] QJsonObject says(QStringList verb, const QString& file) {
        QJsonObject said = run(verb << file).json();
        QJsonArray evidence = said.value("evidence").toArray();
        for (QJsonValueRef each : evidence) {
            QJsonObject record = each.toObject();
            record.remove("id");
            record.remove("addedAt");
            each = record;
        }
        if (said.contains("evidence"))
            said["evidence"] = evidence;
        if (said.contains("cadence")) { // counted from the day of the review: the window's clock here stands still
            QJsonObject cadence = said["cadence"].toObject();
            for (const char* day : {"lastReview", "due", "daysLeft", "overdue", "text"})
                cadence.remove(QLatin1String(day));
            said["cadence"] = cadence;
        }
        return said;
    }
    /// Workload and numbers of a review, but for the steps: one line of a shell may be several key presses.
    [[nodiscard]] QJsonObject holds(const QString& file) {
        const QJsonObject info = run({"info", file}).json();
        QJsonObject counts = info["counts"].toObject();
        counts.remove("history");
        return {{"workload", info["workload"]}, {"counts", counts}};
    }
    [[nodiscard]] QString file() const { return m_folder.path(kFile); }
    [[nodiscard]] int questionCount() const { return static_cast<int>(m_questions.size()); }

private:
    Ran run(const QStringList& line) {
        const Ran ran = m_folder.json(line);
        if (ran.code != 0)
            QTest::qFail(qPrintable(line.join(' ') + "\n" + ran.out + ran.err), __FILE__, __LINE__);
        return ran;
    }
    [[nodiscard]] QString id(int question) const { return m_questions[question]["id"].toString(); }
    [[nodiscard]] QString link(int question) const { return m_lens + '/' + id(question); }
    [[nodiscard]] QString choice(int question, int number) const {
        return m_questions[question]["choices"][number - 1]["id"].toString();
    }

    void answer(int question, const Answering& given) {
        const QStringList line{"answer", kFile, m_lens, id(question)};
        QStringList options;
        for (const int number : given.ticks)
            options << "--select" << choice(question, number);
        if (given.none && !options.isEmpty()) {
            run(line + options); // first the one, then the other, as in the window
            options.clear();
        }
        if (given.none)
            options << "--none";
        if (given.exempt)
            options << "--not-applicable" << QString(kReasonWords[given.exempt->reason]) + ':' + given.exempt->sentence;
        if (given.exemptChoice)
            options << "--na" << choice(question, *given.exemptChoice) + ":OUT_OF_SCOPE";
        const auto add = [&options](const char* option, const QString& value) {
            if (!value.isEmpty())
                options << option << value;
        };
        add("--note", given.note);
        add("--by", given.who);
        add("--confidence", given.confidence.toLower());
        add("--basis", given.basis.toLower());
        if (given.mark)
            options << "--mark";
        if (given.park)
            options << "--park"
                    << "";
        run(line + options);
    }

    FirstReview m_story;
    CliFolder m_folder;
    QString m_lens;
    QList<QJsonObject> m_questions;
};

/// Fails with the first field that differs, which a whole document on one line would hide.
void sameAt(const QString& where, const QJsonValue& window, const QJsonValue& shell) {
    if (window == shell)
        return;
    if (window.isObject() && shell.isObject()) {
        QStringList names = window.toObject().keys() + shell.toObject().keys();
        names.removeDuplicates();
        for (const QString& name : names)
            CHAPTER(sameAt(where + '/' + name, window.toObject()[name], shell.toObject()[name]));
        return;
    }
    const QJsonArray ours = window.toArray(), theirs = shell.toArray();
    if (window.isArray() && ours.size() == theirs.size()) {
        for (int i = 0; i < ours.size(); ++i)
            CHAPTER(sameAt(where + '/' + QString::number(i), ours[i], theirs[i]));
        return;
    }
    const auto text = [](const QJsonValue& value) {
        return QString(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
    };
    QFAIL(qPrintable(where + ": window " + text(window) + ", shell " + text(shell)));
}

} // namespace

class TestJourneyCliTwin final : public QObject {
    Q_OBJECT
private slots:
    void init() { failOnWarnings(); }
    void theShellLeavesTheSameReview();
};

void TestJourneyCliTwin::theShellLeavesTheSameReview() {
    WindowJourney window(firstReview());
    CHAPTER(window.makesTheReview());
    CHAPTER(window.answersTenQuestions());
    CHAPTER(window.attachesEvidence());
    CHAPTER(window.doesThreeStepsTooMany());
    CHAPTER(window.undoesThree());
    CHAPTER(window.closesTheReview());

    CliJourney shell(firstReview());
    CHAPTER(shell.makesTheReview());
    CHAPTER(shell.answersTenQuestions());
    CHAPTER(shell.attachesEvidence());
    CHAPTER(shell.doesThreeStepsTooManyAndUndoesThem());
    CHAPTER(shell.exportsThePdf());

    const QJsonObject answers = shell.says({"answers", "export"}, shell.file());
    const QJsonObject scores = shell.says({"score"}, shell.file());
    const QJsonObject evidence = shell.says({"evidence", "list"}, shell.file());
    QCOMPARE(answers.begin().value().toObject().size(), 10);
    QCOMPARE(scores["questions"].toArray().size(), shell.questionCount());
    QCOMPARE(evidence["evidence"].toArray().size(), 3);
    CHAPTER(sameAt("answers", shell.says({"answers", "export"}, window.reviewFile()), answers));
    CHAPTER(sameAt("score", shell.says({"score"}, window.reviewFile()), scores));
    CHAPTER(sameAt("evidence", shell.says({"evidence", "list"}, window.reviewFile()), evidence));
    CHAPTER(sameAt("review", shell.holds(window.reviewFile()), shell.holds(shell.file())));
}

QTEST_MAIN(TestJourneyCliTwin)
#include "tst_journey_cli_twin.moc"
