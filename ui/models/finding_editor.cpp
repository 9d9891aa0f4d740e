// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/finding_editor.h"

#include "ui/models/finding_text.h"
#include "ui/models/question_card_data.h"

namespace plumb::ui {

FindingEditor::FindingEditor(SessionBridge* bridge, QObject* parent) : QObject(parent), m_bridge(bridge) {}

bool FindingEditor::run(const std::function<Result<void>(session::Session&)>& command) {
    const auto before = m_bridge->session().undoable();
    if (!m_bridge->run(command))
        return false;
    const auto after = m_bridge->session().undoable();
    if (after && (!before || before->id != after->id))
        emit done(q(after->label));
    return true;
}

bool FindingEditor::run(const Keys& keys, const session::FindingEdit& edit, const QString& words) {
    if (keys.empty())
        return false;
    std::vector<std::pair<std::string, session::FindingEdit>> edits;
    edits.reserve(keys.size());
    for (const std::string& key : keys)
        edits.emplace_back(key, edit);
    QString label = words;
    if (keys.size() > 1)
        label = tr("%1 of %n findings", nullptr, static_cast<int>(keys.size())).arg(words);
    std::vector<Message> warnings;
    const bool ran = run([&](session::Session& session) -> Result<void> {
        // The session's own words are better for one: they name the finding.
        auto result = session.editFindings(edits, keys.size() > 1 ? s(label) : std::string());
        if (!result)
            return fail(std::move(result).error());
        warnings = std::move(*result);
        return {};
    });
    if (ran && !warnings.empty())
        emit warned(q(warnings.front().text));
    return ran;
}

bool FindingEditor::linkMeasures(const std::string& key, const std::vector<std::string>& linked,
                                 const std::vector<std::string>& unlinked) {
    return run([&](session::Session& session) { return session.linkMeasures(key, linked, unlinked); });
}

bool FindingEditor::switchOnMeasures(const std::string& key) {
    return run([&](session::Session& session) -> Result<void> {
        session::SwitchOptions options;
        options.prerequisites = options.skipExcluded = true;
        const auto added = session.switchOnMeasures({key}, {}, options);
        return added ? Result<void>{} : fail(added.error());
    });
}

bool FindingEditor::setOwner(const Keys& keys, const QString& owner) {
    session::FindingEdit edit;
    edit.owner = s(owner.simplified());
    return run(keys, edit, owner.isEmpty() ? tr("Clear owner") : tr("Set owner \"%1\"").arg(owner.simplified()));
}

bool FindingEditor::setDue(const Keys& keys, Date due) {
    session::FindingEdit edit;
    edit.due = due;
    return run(keys, edit, due.valid() ? tr("Set due date %1").arg(dayWords(due)) : tr("Clear due date"));
}

bool FindingEditor::setEffort(const Keys& keys, lens::Effort effort) {
    session::FindingEdit edit;
    edit.effort = effort;
    return run(keys, edit,
               effort == lens::Effort::Unset ? tr("Clear effort") : tr("Set effort %1").arg(effortLetter(effort)));
}

bool FindingEditor::setStatus(const Keys& keys, review::FindingStatus status) {
    session::FindingEdit edit;
    edit.status = status;
    return run(keys, edit, tr("Set status \"%1\"").arg(statusWord(status)));
}

bool FindingEditor::decide(const Keys& keys, review::FindingStatus status, const QString& reason,
                           const QString& decidedBy, Date until) {
    session::FindingEdit edit;
    edit.status = status;
    edit.reason = s(reason);
    if (status != review::FindingStatus::FalseAlarm)
        edit.decidedBy = s(decidedBy);
    if (status == review::FindingStatus::Accepted)
        edit.until = until;
    return run(keys, edit, tr("Set status \"%1\"").arg(statusWord(status)));
}

bool FindingEditor::edit(const std::string& key, const session::FindingEdit& edit) {
    return run({key}, edit, {});
}

std::string FindingEditor::add(const session::FindingEdit& content) {
    std::string key;
    const bool ran = m_bridge->run([&](session::Session& session) -> Result<void> {
        auto result = session.addFinding(content);
        if (!result)
            return fail(std::move(result).error());
        key = std::move(*result);
        return {};
    });
    if (ran)
        emit done(q(m_bridge->session().undoable()->label));
    return key;
}

bool FindingEditor::remove(const std::string& key) {
    if (!m_bridge->run([&](session::Session& session) { return session.removeFinding(key); }))
        return false;
    emit done(q(m_bridge->session().undoable()->label));
    return true;
}

} // namespace plumb::ui
