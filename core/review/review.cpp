// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/review.h"

#include "core/review/words.h"

#include <algorithm>
#include <array>

namespace plumb::review {
namespace {

constexpr std::array<std::string_view, 5> kNaReasons{"NONE", "OUT_OF_SCOPE", "BUSINESS_PRIORITIES",
                                                     "ARCHITECTURE_CONSTRAINTS", "OTHER"};
constexpr std::array<std::string_view, 4> kConfidences{"", "low", "medium", "high"};
constexpr std::array<std::string_view, 4> kBases{"", "said", "shown", "verified"};
constexpr std::array<std::string_view, 4> kEvidenceKinds{"file", "image", "link", "note"};

} // namespace

std::string_view toText(NaReason v) noexcept {
    return nameOf(kNaReasons, v);
}

std::string_view toText(Confidence v) noexcept {
    return nameOf(kConfidences, v);
}

std::string_view toText(Basis v) noexcept {
    return nameOf(kBases, v);
}

std::string_view toText(EvidenceKind v) noexcept {
    return nameOf(kEvidenceKinds, v);
}

bool fromText(std::string_view text, NaReason& out) noexcept {
    return lookUp(kNaReasons, text, out);
}

bool fromText(std::string_view text, Confidence& out) noexcept {
    return lookUp(kConfidences, text, out);
}

bool fromText(std::string_view text, Basis& out) noexcept {
    return lookUp(kBases, text, out);
}

bool fromText(std::string_view text, EvidenceKind& out) noexcept {
    return lookUp(kEvidenceKinds, text, out);
}

const ReviewLens* Review::findLens(std::string_view lensId) const noexcept {
    const auto it =
        std::find_if(lenses.begin(), lenses.end(), [&](const ReviewLens& l) { return l.lens && l.lens->id == lensId; });
    return it == lenses.end() ? nullptr : &*it;
}

const lens::Question* Review::findQuestion(const QuestionKey& key) const noexcept {
    const ReviewLens* found = findLens(key.lens);
    return found ? found->lens->findQuestion(key.question) : nullptr;
}

const Answer& Review::answer(const QuestionKey& key) const noexcept {
    static const Answer none;
    const auto it = answers.find(key);
    return it == answers.end() ? none : it->second;
}

const Participant* Review::findParticipant(std::string_view id) const noexcept {
    const auto it =
        std::find_if(participants.begin(), participants.end(), [&](const Participant& p) { return p.id == id; });
    return it == participants.end() ? nullptr : &*it;
}

const Evidence* Review::findEvidence(std::string_view id) const noexcept {
    const auto it = std::find_if(evidence.begin(), evidence.end(), [&](const Evidence& e) { return e.id == id; });
    return it == evidence.end() ? nullptr : &*it;
}

const Finding* Review::findFinding(std::string_view key) const noexcept {
    const auto it = std::find_if(findings.begin(), findings.end(), [&](const Finding& f) { return f.key == key; });
    return it == findings.end() ? nullptr : &*it;
}

std::vector<const Evidence*> Review::evidenceFor(const QuestionKey& key) const {
    std::vector<const Evidence*> found;
    for (const Evidence& piece : evidence)
        if (std::any_of(piece.links.begin(), piece.links.end(),
                        [&](const EvidenceLink& link) { return link.question == key; }))
            found.push_back(&piece);
    return found;
}

lens::Selection toSelection(const lens::Question& question, const Answer& answer) {
    lens::Selection selection;
    selection.selected.assign(question.choices.size(), false);
    selection.notApplicable.assign(question.choices.size(), false);
    selection.applicable = answer.applicable;
    for (std::size_t i = 0; i < question.choices.size(); ++i) {
        const auto it = answer.choices.find(question.choices[i].id);
        if (it == answer.choices.end())
            continue;
        selection.selected[i] = it->second.status == ChoiceStatus::Selected;
        selection.notApplicable[i] = it->second.status == ChoiceStatus::NotApplicable;
    }
    return selection;
}

} // namespace plumb::review
