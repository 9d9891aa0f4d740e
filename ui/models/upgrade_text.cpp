// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/upgrade_text.h"

#include "core/base/hash.h"
#include "ui/bridge/session_bridge.h"

#include <algorithm>
#include <map>
#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace plumb::ui {

namespace {

using lens::Change;
using lens::ChangeKind;
using lens::ChangeLevel;

struct UpgradeText {
    Q_DECLARE_TR_FUNCTIONS(UpgradeText)
};

QString capital(QString text) {
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

/// Short words of a question, of the version that the review has; the new title where it has none.
class Names {
public:
    Names(const review::Review& review, const std::string& lensId, const compare::UpgradePlan& plan)
        : m_lens(review.findLens(lensId)) {
        for (const Change& change : plan.changes)
            if (change.level == ChangeLevel::Question && change.kind == ChangeKind::New)
                m_new[change.id] = change.after;
    }
    [[nodiscard]] QString question(const std::string& id) const {
        if (const lens::Question* known = m_lens != nullptr ? m_lens->lens->findQuestion(id) : nullptr) {
            const std::string& title = m_lens->overlay->question(id).shortTitle;
            return q(title.empty() ? known->title : title);
        }
        const auto found = m_new.find(id);
        return found != m_new.end() && !found->second.empty() ? q(found->second) : q(id);
    }
    [[nodiscard]] QString choice(const std::string& questionId, const std::string& id) const {
        const lens::Question* known = m_lens != nullptr ? m_lens->lens->findQuestion(questionId) : nullptr;
        const auto index = known != nullptr ? known->choiceIndex(id) : std::nullopt;
        return index ? q(known->choices[*index].title) : q(id);
    }

private:
    const review::ReviewLens* m_lens;
    std::map<std::string, std::string> m_new;
};

void put(std::vector<UpgradeRow>& out, const QString& head, std::vector<UpgradeRow> rows) {
    if (rows.empty())
        return;
    out.push_back({true, head, {}, static_cast<int>(rows.size())});
    std::move(rows.begin(), rows.end(), std::back_inserter(out));
}

std::vector<UpgradeRow> reconfirmRows(const Names& names, const compare::UpgradePlan& plan) {
    std::vector<UpgradeRow> rows;
    for (const compare::ReconfirmAnswer& each : plan.reconfirm)
        rows.push_back({false, names.question(each.question), capital(q(each.why)), 0});
    return rows;
}

std::vector<UpgradeRow> droppedRows(const Names& names, const compare::UpgradePlan& plan) {
    std::vector<UpgradeRow> rows;
    for (const compare::DroppedAnswer& each : plan.dropped) {
        const QString question = names.question(each.question);
        rows.push_back({false,
                        each.choice.empty()
                            ? question
                            : UpgradeText::tr("%1: %2").arg(question, names.choice(each.question, each.choice)),
                        capital(q(each.why)), 0});
    }
    return rows;
}

/// Stored findings of questions that the new version does not ask.
std::vector<UpgradeRow> findingRows(const review::Review& review, const std::string& lensId, const Names& names,
                                    const compare::UpgradePlan& plan) {
    std::vector<UpgradeRow> rows;
    for (const review::Finding& finding : review.findings) {
        const bool gone = finding.question.lens == lensId &&
                          std::any_of(plan.changes.begin(), plan.changes.end(), [&](const Change& change) {
                              return change.level == ChangeLevel::Question && change.kind == ChangeKind::Removed &&
                                     change.id == finding.question.question;
                          });
        if (gone)
            rows.push_back({false,
                            UpgradeText::tr("%1 %2").arg(
                                q(review::findingCode(finding.number)),
                                finding.title.empty() ? names.question(finding.question.question) : q(finding.title)),
                            UpgradeText::tr("Its question is not asked any more"), 0});
    }
    return rows;
}

std::vector<UpgradeRow> linkRows(const compare::UpgradePlan& plan) {
    std::vector<UpgradeRow> rows;
    for (const std::string& link : plan.droppedLinks) // "E-03 -> QUESTION/CHOICE"
        rows.push_back({false, UpgradeText::tr("Evidence %1").arg(q(link).section(QStringLiteral(" -> "), 0, 0)),
                        UpgradeText::tr("Spoke for something that is gone; it stays in the review"), 0});
    return rows;
}

std::string questionOf(const Change& change) {
    return change.id.substr(0, change.id.find('/'));
}

/// One row for each question, with what is different in it.
std::vector<UpgradeRow> changedRows(const Names& names, const compare::UpgradePlan& plan) {
    std::vector<std::string> order;
    std::map<std::string, QStringList> parts;
    for (const Change& change : plan.changes) {
        QString part;
        if (change.level == ChangeLevel::Rules)
            part = UpgradeText::tr("rules");
        else if (change.level == ChangeLevel::Choice)
            part = UpgradeText::tr("choices");
        else if (change.level == ChangeLevel::Text && !change.id.empty())
            part = UpgradeText::tr("texts");
        else if (change.level == ChangeLevel::Question && change.kind == ChangeKind::Moved)
            part = UpgradeText::tr("its pillar");
        if (part.isEmpty() || names.question(questionOf(change)) == q(questionOf(change)))
            continue; // of the lens or a pillar
        const std::string id = questionOf(change);
        if (!parts.contains(id))
            order.push_back(id);
        if (!parts[id].contains(part))
            parts[id] << part;
    }
    std::vector<UpgradeRow> rows;
    for (const std::string& id : order)
        rows.push_back(
            {false, names.question(id), UpgradeText::tr("Changed: %1").arg(parts[id].join(QStringLiteral(", "))), 0});
    return rows;
}

std::vector<UpgradeRow> questionRows(const Names& names, const compare::UpgradePlan& plan, ChangeKind kind) {
    std::vector<UpgradeRow> rows;
    for (const Change& change : plan.changes)
        if (change.level == ChangeLevel::Question && change.kind == kind)
            rows.push_back({false, names.question(change.id), {}, 0});
    return rows;
}

} // namespace

std::vector<UpgradeRow> upgradeRows(const review::Review& review, const std::string& lensId,
                                    const compare::UpgradePlan& plan) {
    const Names names(review, lensId, plan);
    std::vector<UpgradeRow> out;
    put(out, UpgradeText::tr("To confirm again"), reconfirmRows(names, plan));
    put(out, UpgradeText::tr("Dropped; readable in the history"), droppedRows(names, plan));
    put(out, UpgradeText::tr("Findings that go"), findingRows(review, lensId, names, plan));
    put(out, UpgradeText::tr("Links of evidence that go"), linkRows(plan));
    put(out, UpgradeText::tr("New questions"), questionRows(names, plan, ChangeKind::New));
    put(out, UpgradeText::tr("Changed questions"), changedRows(names, plan));
    put(out, UpgradeText::tr("Questions that are not asked any more"), questionRows(names, plan, ChangeKind::Removed));
    return out;
}

QString upgradeSummary(const compare::UpgradePlan& plan) {
    const QLocale english(QLocale::English);
    QStringList parts;
    if (plan.carried == 1)
        parts << UpgradeText::tr("1 answer carries over as it is");
    else if (plan.carried > 1)
        parts << UpgradeText::tr("%1 answers carry over as they are").arg(english.toString(plan.carried));
    const QString again = english.toString(qulonglong(plan.reconfirm.size()));
    if (!plan.reconfirm.empty())
        parts << (!parts.isEmpty()             ? UpgradeText::tr("%1 to confirm again").arg(again)
                  : plan.reconfirm.size() == 1 ? UpgradeText::tr("1 answer to confirm again")
                                               : UpgradeText::tr("%1 answers to confirm again").arg(again));
    if (!plan.dropped.empty())
        parts << UpgradeText::tr("%1 dropped").arg(english.toString(qulonglong(plan.dropped.size())));
    return parts.isEmpty() ? UpgradeText::tr("No answer is touched") : parts.join(QStringLiteral(", "));
}

QString upgradeScore(const compare::UpgradePlan& plan) {
    const auto words = [](const score::ScopeScore& scope) {
        return scope.score ? QString::number(qRound(*scope.score)) : UpgradeText::tr("none");
    };
    if (!plan.before.score && !plan.after.score)
        return {};
    return UpgradeText::tr("Score of the questionnaire: %1 before, %2 after")
        .arg(words(plan.before), words(plan.after));
}

const session::BuiltInLens* otherBuiltIn(session::Library library, const review::ReviewLens& lens) {
    const session::BuiltInLens* const found = session::find(library, lens.lens->id);
    if (found == nullptr)
        return nullptr;
    const bool sameLens = sha256(found->lens) == lens.lens->sha256;
    const std::string overlay = found->overlay.empty() ? std::string() : sha256(found->overlay);
    return sameLens && overlay == lens.overlay->sha256 ? nullptr : found;
}

} // namespace plumb::ui
