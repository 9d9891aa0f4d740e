// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/findings_steps.h"

#include "ui/dialogs/finding_decision_dialog.h"
#include "ui/dialogs/finding_loss_dialog.h"
#include "ui/dialogs/finding_new_dialog.h"
#include "ui/dialogs/finding_pick_dialog.h"
#include "ui/dialogs/finding_trade_offs_dialog.h"
#include "ui/models/finding_measures.h"
#include "ui/models/finding_text.h"
#include "ui/models/money_text.h"

#include <algorithm>
#include <optional>
#include <QMenu>

namespace plumb::ui {

namespace {

using review::FindingStatus;

constexpr FindingStatus kStatuses[] = {FindingStatus::Open,     FindingStatus::InProgress,  FindingStatus::Resolved,
                                       FindingStatus::Accepted, FindingStatus::Transferred, FindingStatus::FalseAlarm};

bool needsDecision(FindingStatus status) {
    return status == FindingStatus::Accepted || status == FindingStatus::Transferred ||
           status == FindingStatus::FalseAlarm;
}

/// What all of them have, or nothing.
template <typename Get>
auto common(const session::Session& session, const FindingSteps::Keys& keys, Get get)
    -> std::optional<decltype(get(std::declval<const score::Finding&>()))> {
    std::optional<decltype(get(std::declval<const score::Finding&>()))> value;
    for (const std::string& key : keys) {
        const score::Finding* one = session.finding(key);
        if (one == nullptr || (value && *value != get(*one)))
            return std::nullopt;
        value = get(*one);
    }
    return value;
}

QStringList idsOf(const std::vector<std::string>& ids) {
    QStringList out;
    for (const std::string& id : ids)
        out << q(id);
    return out;
}

std::vector<std::string> idsOf(const QStringList& ids) {
    std::vector<std::string> out;
    for (const QString& id : ids)
        out.push_back(s(id));
    return out;
}

void openDialog(QDialog* dialog) {
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace

FindingSteps::FindingSteps(SessionBridge* bridge, QWidget* place)
    : QObject(place), m_bridge(bridge), m_place(place), m_editor(new FindingEditor(bridge, this)) {}

bool FindingSteps::readOnly() const {
    return m_bridge->session().readOnly();
}

const score::Finding* FindingSteps::finding(const std::string& key) const {
    return m_bridge->session().finding(key);
}

void FindingSteps::offerStatus(const Keys& keys, const QPoint& at) {
    if (keys.empty() || readOnly())
        return;
    auto* menu = new QMenu(m_place);
    menu->setObjectName(QStringLiteral("statusMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto now = common(m_bridge->session(), keys, [](const score::Finding& one) { return one.status; });
    for (const FindingStatus status : kStatuses) {
        const QString word = statusWord(status);
        QAction* action = menu->addAction(needsDecision(status) ? word + QStringLiteral("…") : word);
        action->setCheckable(true);
        action->setChecked(now == status);
        connect(action, &QAction::triggered, this, [this, keys, status] { setStatus(keys, status); });
        if (now == status)
            menu->setActiveAction(action);
    }
    menu->popup(at);
}

void FindingSteps::offerEffort(const Keys& keys, const QPoint& at) {
    if (keys.empty() || readOnly())
        return;
    auto* menu = new QMenu(m_place);
    menu->setObjectName(QStringLiteral("effortMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto now = common(m_bridge->session(), keys, [](const score::Finding& one) { return one.effort; });
    for (const lens::Effort effort : {lens::Effort::S, lens::Effort::M, lens::Effort::L, lens::Effort::Unset}) {
        QAction* action = menu->addAction(effortWords(effort));
        action->setCheckable(true);
        action->setChecked(now == effort);
        connect(action, &QAction::triggered, this, [this, keys, effort] { m_editor->setEffort(keys, effort); });
        if (now == effort)
            menu->setActiveAction(action);
    }
    menu->popup(at);
}

void FindingSteps::setStatus(const Keys& keys, FindingStatus status, const std::function<void()>& finished) {
    if (keys.empty() || readOnly())
        return;
    if (!needsDecision(status)) {
        m_editor->setStatus(keys, status);
        if (finished)
            finished();
        return;
    }
    const session::Session& session = m_bridge->session();
    auto* dialog = new FindingDecisionDialog(status, static_cast<int>(keys.size()), knownOwners(session),
                                             session.today(), m_place);
    if (const score::Finding* one = keys.size() == 1 ? finding(keys.front()) : nullptr)
        dialog->fill(q(one->reason), q(one->decidedBy), one->until);
    connect(dialog, &QDialog::accepted, this, [this, dialog, keys, status] {
        m_editor->decide(keys, status, dialog->reason(), dialog->decidedBy(), dialog->until());
    });
    if (finished)
        connect(dialog, &QDialog::finished, this, [finished] { finished(); });
    openDialog(dialog);
}

void FindingSteps::add() {
    if (readOnly())
        return;
    auto* dialog = new FindingNewDialog(m_place);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (const std::string key = m_editor->add(dialog->finding()); !key.empty())
            emit added(q(key));
    });
    openDialog(dialog);
}

void FindingSteps::remove(const std::string& key) {
    const score::Finding* one = finding(key);
    if (one != nullptr && one->byHand && !readOnly())
        m_editor->remove(key);
}

void FindingSteps::chooseNeeds(const std::string& key) {
    const score::Finding* about = finding(key);
    if (about == nullptr || readOnly())
        return;
    std::vector<FindingPickDialog::Row> rows;
    for (const score::Finding& one : m_bridge->session().findings())
        if (one.key != key)
            rows.push_back({q(one.key), findingName(m_bridge->session(), one.key)});
    auto* dialog = new FindingPickDialog(tr("What must be closed before %1?").arg(findingCode(*about)),
                                         tr("The plan puts these first. A circle is refused."), rows,
                                         idsOf(about->needs), m_place);
    connect(dialog, &QDialog::accepted, this, [this, dialog, key] {
        session::FindingEdit edit;
        edit.needs = idsOf(dialog->picked());
        m_editor->edit(key, edit);
    });
    openDialog(dialog);
}

void FindingSteps::chooseEvidence(const std::string& key) {
    const score::Finding* about = finding(key);
    if (about == nullptr || readOnly())
        return;
    const review::Review& review = m_bridge->session().review();
    std::vector<FindingPickDialog::Row> rows;
    for (const review::Evidence& one : review.evidence)
        rows.push_back({q(one.id), q(one.title)});
    const review::Finding* record = review.findFinding(key);
    auto* dialog =
        new FindingPickDialog(tr("Evidence for %1").arg(findingCode(*about)),
                              rows.empty() ? tr("There is no evidence in this review yet; it is attached to questions.")
                                           : tr("Beside what is attached to its question, which speaks for it anyway."),
                              rows, record == nullptr ? QStringList() : idsOf(record->evidence), m_place);
    connect(dialog, &QDialog::accepted, this, [this, dialog, key] {
        session::FindingEdit edit;
        edit.evidence = idsOf(dialog->picked());
        m_editor->edit(key, edit);
    });
    openDialog(dialog);
}

void FindingSteps::chooseMeasures(const std::string& key) {
    const score::Finding* about = finding(key);
    if (about == nullptr || readOnly())
        return;
    std::vector<FindingPickDialog::Row> rows;
    for (const FindingMeasure& one : allMeasures(m_bridge->session()))
        rows.push_back({q(one.id), one.money.isEmpty() ? one.name : tr("%1, %2").arg(one.name, one.money)});
    const std::vector<std::string> before = m_bridge->session().measuresBehind(key);
    auto* dialog = new FindingPickDialog(
        tr("Cost measures of %1").arg(findingCode(*about)),
        rows.empty() ? tr("The cost model has no measures yet; they are added on the Costs place.")
                     : tr("What the ticked ones save in the chosen scenario stands beside the finding."),
        rows, idsOf(before), m_place);
    connect(dialog, &QDialog::accepted, this, [this, dialog, key, before] {
        const std::vector<std::string> picked = idsOf(dialog->picked());
        const auto without = [](std::vector<std::string> from, const std::vector<std::string>& out) {
            std::erase_if(from,
                          [&](const std::string& id) { return std::find(out.begin(), out.end(), id) != out.end(); });
            return from;
        };
        const std::vector<std::string> linked = without(picked, before), unlinked = without(before, picked);
        if (!linked.empty() || !unlinked.empty())
            m_editor->linkMeasures(key, linked, unlinked);
    });
    openDialog(dialog);
}

void FindingSteps::switchOnMeasures(const std::string& key) {
    if (!readOnly())
        m_editor->switchOnMeasures(key);
}

void FindingSteps::choosePractices(const std::string& key) {
    const score::Finding* about = finding(key);
    const lens::Question* question =
        about == nullptr || about->byHand ? nullptr : m_bridge->session().review().findQuestion(about->question);
    if (question == nullptr || readOnly())
        return;
    const review::Answer& answer = m_bridge->session().review().answer(about->question);
    std::vector<FindingPickDialog::Row> rows;
    for (const lens::Choice& choice : question->choices) {
        const auto found = answer.choices.find(choice.id);
        const bool open = found == answer.choices.end() || found->second.status == review::ChoiceStatus::Unselected;
        if (!choice.isNone && open)
            rows.push_back({q(choice.id), q(choice.title)});
    }
    QStringList picked;
    for (const review::PracticeRef& one : about->toClose)
        if (one.question == about->question)
            picked << q(one.choice);
    auto* dialog = new FindingPickDialog(tr("Practices that close %1").arg(findingCode(*about)),
                                         tr("The plan counts on these. None ticked: the smallest set that helps."),
                                         rows, picked, m_place);
    connect(dialog, &QDialog::accepted, this, [this, dialog, key, of = about->question] {
        session::FindingEdit edit;
        edit.practices.emplace();
        for (const QString& id : dialog->picked())
            edit.practices->push_back({of, s(id)});
        m_editor->edit(key, edit);
    });
    openDialog(dialog);
}

void FindingSteps::askLoss(const std::string& key) {
    if (finding(key) == nullptr || readOnly())
        return;
    const review::Finding* record = m_bridge->session().review().findFinding(key);
    auto* dialog = new FindingLossDialog(record == nullptr ? std::nullopt : record->loss,
                                         currencyOf(m_bridge->session()), m_place);
    connect(dialog, &QDialog::accepted, this, [this, dialog, key] {
        session::FindingEdit edit;
        edit.loss = dialog->model();
        m_editor->edit(key, edit);
    });
    openDialog(dialog);
}

void FindingSteps::askTradeOffs(const std::string& key) {
    const score::Finding* about = finding(key);
    if (about == nullptr || readOnly())
        return;
    auto* dialog = new FindingTradeOffsDialog(about->tradeOffs, m_place);
    connect(dialog, &QDialog::accepted, this, [this, dialog, key] {
        session::FindingEdit edit;
        edit.tradeOffs = dialog->tradeOffs();
        m_editor->edit(key, edit);
    });
    openDialog(dialog);
}

} // namespace plumb::ui
