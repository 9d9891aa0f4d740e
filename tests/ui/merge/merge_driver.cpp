// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/merge/merge_driver.h"

#include "ui/theme/theme.h"
#include "ui/widgets/wrap_label.h"

#include <QAbstractButton>
#include <QListView>
#include <QTextEdit>

namespace plumb::test {

using store::MergeConflict;
using store::Table;

namespace {

constexpr const char* kBase = "Filter every answer in the application, not in the model. Log what was blocked, and "
                              "look at it each week.";
constexpr const char* kOurs = "Filter every answer in the application, not in the model. Block claims about cover and "
                              "send them to an adjuster. Log what was blocked, and look at it each week.";
constexpr const char* kTheirs =
    "Filter every answer in the application, not in the model. Start with letters about "
    "refusals, where harm is largest. Log what was blocked, and look at it each day for the "
    "first month.";

template <typename T> T must(Result<T> result) {
    if (!result)
        qFatal("%s", result.error().text.c_str());
    return std::move(*result);
}

session::FindingEdit written(const char* title) {
    session::FindingEdit edit;
    edit.title = title;
    edit.severity = lens::Risk::High;
    edit.framework = "security";
    return edit;
}

Instant at(const char* text) {
    return parseInstant(text).value();
}

} // namespace

MergeReview::MergeReview() : review({makeLens({})}) {
    review.tick({"generative-ai", "GAI_OPS_1"}, {1, 2});
    review.tick({"generative-ai", "GAI_SEC_1"}, {3});
    session::NewEvidence note;
    note.record.kind = review::EvidenceKind::Note;
    note.record.title = "Log of blocked answers";
    note.record.text = "412 answers in a week";
    note.record.links = {{{"generative-ai", "GAI_OPS_1"}, {}}};
    evidence = must(session().addEvidence(std::move(note)));
    secondFinding = must(session().addFinding(written("Nobody owns the drift watch")));
    session::FindingEdit first = written("Answers to claimants are filtered on the way in only");
    first.recommendation = kBase;
    first.needs = {secondFinding};
    first.evidence = {evidence};
    firstFinding = must(session().addFinding(first));
    if (const auto done = session().setCosts(endpointCosts(), "Costs"); !done)
        qFatal("%s", done.error().text.c_str());
}

MergeConflict conflictOf(Table table, std::vector<std::string> key, std::string column, std::optional<std::string> base,
                         std::optional<std::string> ours, std::optional<std::string> theirs) {
    return {table,
            std::move(key),
            std::move(column),
            std::move(base),
            std::move(ours),
            std::move(theirs),
            {"Ines Albrecht", "Edit it here", at("2026-11-18T14:05:00Z")},
            {"Tom Okafor", "Edit it there", at("2026-11-18T14:31:00Z")}};
}

store::MergePlan samplePlan(const MergeReview& review) {
    store::MergePlan plan;
    plan.related = true;
    plan.base = "4b0e1c2a-0000-4000-8000-000000000001";
    plan.parted = at("2026-11-17T18:02:00Z");
    plan.ourCommands = 41;
    plan.theirCommands = 52;
    plan.taken = {{Table::Answer, 12},  {Table::ChoiceAnswer, 19}, {Table::Evidence, 8},     {Table::EvidenceLink, 6},
                  {Table::Finding, 12}, {Table::CostItem, 3},      {Table::CostItemField, 8}};
    const std::string lens = "generative-ai";
    plan.conflicts = {
        conflictOf(Table::Answer, {lens, "GAI_OPS_1"}, "note", "Budget of ten steps.",
                   "Budget of ten steps, alarm at 8.", "Budget of twelve steps."),
        conflictOf(Table::Answer, {lens, "GAI_REL_1"}, "confidence", "", "high", "low"),
        conflictOf(Table::ChoiceAnswer, {lens, "GAI_OPS_2", "GAI_OPS_2_c2"}, "status", "unselected", "selected",
                   "not_applicable"),
        conflictOf(Table::Finding, {review.secondFinding}, "owner", "", "Dev Raman", "Kenji Abe"),
        conflictOf(Table::Finding, {review.secondFinding}, "due", "", "2027-01-15", "2027-02-28"),
        conflictOf(Table::CostItemField, {"ep", "pricePerHour"}, "value", "40", "38.5",
                   "{\"dist\":\"pert\",\"low\":30,"
                   "\"mode\":40,\"high\":50}"),
        conflictOf(Table::Finding, {review.firstFinding}, "recommendation", kBase, kOurs, kTheirs),
        conflictOf(Table::Evidence, {review.evidence}, "",
                   "kind: note\ntitle: Log of blocked answers\ntext: 412 answers in a week", std::nullopt,
                   "kind: note\ntitle: Log of blocked answers\ntext: 412 answers in a week, 3 of them wrongly\n"
                   "date: 2026-11-17"),
        conflictOf(Table::Planning, {"1"}, "cadence_months", "6", "3", "12"),
    };
    return plan;
}

ui::MergeWords wordsOf(const MergeReview& review, const store::MergePlan& plan) {
    return ui::mergeWords(review.session(), &review.session().review(), plan, QStringLiteral("claims-review.plumb"),
                          QStringLiteral("claims-review-tom.plumb"), at("2026-11-20T09:00:00Z"));
}

MergeReview& MergeDriver::shared() {
    static MergeReview review;
    return review;
}

MergeDriver::MergeDriver(const store::MergePlan& plan, bool readOnly, const QSize& size) {
    ui::Theme::instance().install();
    ui::Theme::instance().setReducedMotion(true);
    m_page = std::make_unique<ui::MergePage>(wordsOf(shared(), plan), readOnly, &actions);
    QObject::connect(m_page.get(), &ui::MergePage::mergeWanted, m_page.get(), [this] { ++merges; });
    QObject::connect(m_page.get(), &ui::MergePage::cancelled, m_page.get(), [this] { ++cancels; });
    m_page->resize(size);
    m_page->show();
    m_page->activateWindow();
    if (!QTest::qWaitForWindowActive(m_page.get()))
        qFatal("The page did not become active");
    m_page->setFocus(Qt::OtherFocusReason);
}

MergeDriver::~MergeDriver() = default;

void MergeDriver::key(Qt::Key key, Qt::KeyboardModifiers modifiers) {
    QWidget* const target = m_page->focusWidget() != nullptr ? m_page->focusWidget() : m_page.get();
    QTest::keyClick(target, key, modifiers);
}

void MergeDriver::type(const QString& text) {
    QTest::keyClicks(m_page->focusWidget(), text);
}

void MergeDriver::click(const QString& buttonName) {
    QTest::mouseClick(find<QAbstractButton>(buttonName), Qt::LeftButton);
}

void MergeDriver::clickRow(int row) {
    auto* const list = find<QListView>(QStringLiteral("conflictList"));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(row, 0)).center());
}

QString MergeDriver::text(const QString& labelName) const {
    return find<ui::WrapLabel>(labelName)->text();
}

QStringList MergeDriver::rows() const {
    const auto* const model = find<QListView>(QStringLiteral("conflictList"))->model();
    QStringList rows;
    for (int row = 0; row < model->rowCount(); ++row)
        rows << model->index(row, 0).data(Qt::AccessibleTextRole).toString();
    return rows;
}

QString MergeDriver::kept() const {
    return find<QTextEdit>(QStringLiteral("keptEdit"))->toPlainText();
}

} // namespace plumb::test
