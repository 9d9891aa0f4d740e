// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/question_editor.h"

#include "core/session/media_type.h"

#include <algorithm>
#include <QFileInfo>
#include <QMimeDatabase>

namespace plumb::ui {

namespace {

const lens::Choice* noneOf(const lens::Question& question) {
    for (const lens::Choice& choice : question.choices)
        if (choice.isNone)
            return &choice;
    return nullptr;
}

bool selected(const review::Answer& answer, const std::string& choice) {
    const auto found = answer.choices.find(choice);
    return found != answer.choices.end() && found->second.status == review::ChoiceStatus::Selected;
}

/// Titles have a limit; what is longer is cut at a letter.
std::string title(const QString& text) {
    QString line = text.simplified();
    while (line.toUtf8().size() > static_cast<qsizetype>(review::kMaxName))
        line.chop(1);
    return s(line);
}

} // namespace

bool QuestionEditor::valid() const {
    return m_bridge->session().review().findQuestion(m_key) != nullptr;
}

const review::Answer& QuestionEditor::answer() const {
    return m_bridge->session().review().answer(m_key);
}

bool QuestionEditor::edit(const session::AnswerEdit& edit) {
    return m_bridge->run([&](session::Session& session) { return session.edit(m_key, edit); });
}

bool QuestionEditor::toggleChoice(const std::string& choiceId) {
    return edit(session::AnswerEdit::toggled(answer(), choiceId));
}

bool QuestionEditor::toggleNone(int* cleared) {
    const lens::Question* question = m_bridge->session().review().findQuestion(m_key);
    const lens::Choice* none = question == nullptr ? nullptr : noneOf(*question);
    if (none == nullptr)
        return false;
    if (cleared != nullptr)
        *cleared = 0;
    session::AnswerEdit change;
    if (selected(answer(), none->id)) {
        change.unselect.push_back(none->id);
        return edit(change);
    }
    if (cleared != nullptr)
        for (const auto& [id, choice] : answer().choices)
            *cleared += choice.status == review::ChoiceStatus::Selected ? 1 : 0;
    change.none = true;
    return edit(change);
}

bool QuestionEditor::setNotApplicable(review::NaReason reason, const QString& sentence) {
    session::AnswerEdit change;
    change.applicable = false;
    change.reason = reason;
    change.reasonText = s(sentence.trimmed());
    return edit(change);
}

bool QuestionEditor::setApplicable() {
    session::AnswerEdit change;
    change.applicable = true;
    change.reason = review::NaReason::None;
    change.reasonText = std::string();
    return edit(change);
}

bool QuestionEditor::setChoiceNotApplicable(const std::string& choiceId, review::NaReason reason,
                                            const QString& sentence) {
    session::AnswerEdit change;
    change.notApplicableChoices.emplace_back(choiceId, reason);
    if (!sentence.trimmed().isEmpty())
        change.choiceNotes.emplace_back(choiceId, s(sentence.trimmed()));
    return edit(change);
}

bool QuestionEditor::setChoiceApplicable(const std::string& choiceId) {
    session::AnswerEdit change;
    change.unselect.push_back(choiceId);
    return edit(change);
}

bool QuestionEditor::toggleVerify() {
    session::AnswerEdit change;
    change.needsVerification = !answer().needsVerification;
    return edit(change);
}

bool QuestionEditor::togglePark() {
    session::AnswerEdit change;
    change.parked = !answer().parked;
    return edit(change);
}

bool QuestionEditor::confirm() {
    if (answer().reconfirm.empty())
        return false;
    session::AnswerEdit change;
    change.confirm = true;
    return edit(change);
}

bool QuestionEditor::setConfidence(review::Confidence confidence) {
    session::AnswerEdit change;
    change.confidence = confidence;
    return edit(change);
}

bool QuestionEditor::setBasis(review::Basis basis) {
    session::AnswerEdit change;
    change.basis = basis;
    return edit(change);
}

bool QuestionEditor::addPerson(const QString& name) {
    if (name.simplified().isEmpty())
        return false;
    session::AnswerEdit change;
    change.addPeople.push_back(s(name.simplified()));
    return edit(change);
}

bool QuestionEditor::removePerson(const std::string& personId) {
    session::AnswerEdit change;
    std::vector<std::string> people = answer().people;
    people.erase(std::remove(people.begin(), people.end(), personId), people.end());
    change.people = std::move(people);
    return edit(change);
}

bool QuestionEditor::setNote(const QString& text) {
    session::AnswerEdit change;
    change.note = s(text);
    change.mergeKey = "note/" + m_key.lens + "/" + m_key.question;
    return edit(change);
}

bool QuestionEditor::setPrivateNote(const QString& text) {
    session::AnswerEdit change;
    change.privateNote = s(text);
    change.mergeKey = "private/" + m_key.lens + "/" + m_key.question;
    return edit(change);
}

bool QuestionEditor::add(review::Evidence record, std::unique_ptr<store::ByteSource> source) {
    record.links = {{m_key, {}}};
    session::NewEvidence evidence{std::move(record), std::move(source)};
    return m_bridge->run([&](session::Session& session) -> Result<void> {
        PLUMB_CHECK(session.addEvidence(std::move(evidence), m_progress));
        return {};
    });
}

bool QuestionEditor::addFile(const QString& path) {
    const QFileInfo info(path);
    review::Evidence record;
    const QMimeType type = QMimeDatabase().mimeTypeForFile(info);
    record.kind =
        type.name().startsWith(QLatin1String("image/")) ? review::EvidenceKind::Image : review::EvidenceKind::File;
    record.fileName = title(info.fileName());
    record.title = record.fileName;
    // By its name, as the command line does; by its content only where the name says nothing.
    record.mediaType = session::mediaTypeOf(record.fileName);
    if (record.mediaType == session::mediaTypeOf({}))
        record.mediaType = s(type.name());
    return m_bridge->run([&](session::Session& session) -> Result<void> {
        PLUMB_TRY(source, store::openFileSource(std::filesystem::path(s(path))));
        record.links = {{m_key, {}}};
        PLUMB_CHECK(session.addEvidence({record, std::move(source)}, m_progress));
        return {};
    });
}

bool QuestionEditor::addImage(const QByteArray& png, const QString& name) {
    review::Evidence record;
    record.kind = review::EvidenceKind::Image;
    record.title = title(name);
    record.fileName = "pasted.png";
    record.mediaType = "image/png";
    return add(std::move(record), store::memorySource({png.constData(), static_cast<std::size_t>(png.size())}));
}

bool QuestionEditor::addLink(const QString& url, const QString& name) {
    review::Evidence record;
    record.kind = review::EvidenceKind::Link;
    record.url = s(url.trimmed());
    record.title = title(name); // empty: the session makes one
    return add(std::move(record), nullptr);
}

bool QuestionEditor::addText(const QString& text, const QString& name) {
    review::Evidence record;
    record.kind = review::EvidenceKind::Note;
    record.text = s(text.trimmed());
    record.title = title(name); // empty: the session makes one
    return add(std::move(record), nullptr);
}

bool QuestionEditor::changeEvidence(const std::string& id, const std::function<void(review::Evidence&)>& change) {
    const review::Evidence* found = m_bridge->session().review().findEvidence(id);
    if (found == nullptr)
        return false;
    review::Evidence evidence = *found;
    change(evidence);
    return m_bridge->run([&](session::Session& session) { return session.updateEvidence(evidence); });
}

bool QuestionEditor::renameEvidence(const std::string& id, const QString& name) {
    if (name.simplified().isEmpty())
        return false;
    return changeEvidence(id, [&](review::Evidence& evidence) { evidence.title = title(name); });
}

bool QuestionEditor::setStrength(const std::string& id, review::Basis strength) {
    return changeEvidence(id, [&](review::Evidence& evidence) { evidence.strength = strength; });
}

bool QuestionEditor::removeEvidence(const std::string& id) {
    return m_bridge->run([&](session::Session& session) { return session.removeEvidence(id); });
}

} // namespace plumb::ui
