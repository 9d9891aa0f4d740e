// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a key or a click on the question card does to the answer, as commands of the session: one step of the history
// each. Reads the answer when asked, so it is never out of date. Failures go out through the bridge; functions answer
// false then.
#pragma once

#include "ui/bridge/session_bridge.h"

#include <QByteArray>
#include <QString>
#include <string>

namespace plumb::ui {

class QuestionEditor final {
public:
    explicit QuestionEditor(SessionBridge* bridge) : m_bridge(bridge) {}

    void setQuestion(const QuestionKey& key) { m_key = key; }
    [[nodiscard]] const QuestionKey& question() const noexcept { return m_key; }
    [[nodiscard]] bool valid() const; ///< the question exists in the review

    /// Ticks or unticks; a choice that is not applicable becomes applicable and ticked.
    bool toggleChoice(const std::string& choiceId);
    /// Ticks "none of these" and clears the rest, or unticks it. `cleared` (may be null): ticks that went.
    bool toggleNone(int* cleared = nullptr);
    bool setNotApplicable(review::NaReason reason, const QString& sentence);
    bool setApplicable();
    bool setChoiceNotApplicable(const std::string& choiceId, review::NaReason reason, const QString& sentence);
    bool setChoiceApplicable(const std::string& choiceId);
    bool toggleVerify();
    bool togglePark();
    bool confirm(); ///< looked at after an upgrade, and still right
    bool setConfidence(review::Confidence confidence);
    bool setBasis(review::Basis basis);
    bool addPerson(const QString& name);
    bool removePerson(const std::string& personId);
    bool setNote(const QString& text);
    bool setPrivateNote(const QString& text);

    bool addFile(const QString& path);
    bool addImage(const QByteArray& png, const QString& title);
    bool addLink(const QString& url, const QString& title);
    bool addText(const QString& text, const QString& title);
    bool renameEvidence(const std::string& id, const QString& title);
    bool setStrength(const std::string& id, review::Basis strength);
    bool removeEvidence(const std::string& id);
    /// Called while a file streams in; answers false to stop. Empty: no progress.
    void setProgress(store::Progress progress) { m_progress = std::move(progress); }

private:
    [[nodiscard]] const review::Answer& answer() const;
    bool edit(const session::AnswerEdit& edit);
    bool add(review::Evidence record, std::unique_ptr<store::ByteSource> source);
    bool changeEvidence(const std::string& id, const std::function<void(review::Evidence&)>& change);

    SessionBridge* m_bridge;
    QuestionKey m_key;
    store::Progress m_progress;
};

} // namespace plumb::ui
