// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A review as values: the workload, its lenses, the answers, the people and the evidence. Plain data without behaviour
// beyond look-up; core/store reads and writes it, core/session changes it.
#pragma once

#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/lens/lens.h"
#include "core/lens/overlay.h"
#include "core/review/costs.h"
#include "core/review/finding.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace plumb::review {

/// Limits of texts, in bytes of UTF-8. The store refuses more ("review.tooLong").
inline constexpr std::size_t kMaxName = 500;
inline constexpr std::size_t kMaxNote = 100'000;

struct Workload {
    std::string name; ///< never empty
    std::string client, owner, description, environment, industry, regions;
    friend bool operator==(const Workload&, const Workload&) = default;
};

enum class ChoiceStatus : std::uint8_t { Unselected, Selected, NotApplicable };
/// Why something is not applicable; the names are the AWS tool's.
enum class NaReason : std::uint8_t { None, OutOfScope, BusinessPriorities, ArchitectureConstraints, Other };
enum class Confidence : std::uint8_t { Unset, Low, Medium, High };
/// What an answer rests on; also the strength of a piece of evidence.
enum class Basis : std::uint8_t { Unset, Said, Shown, Verified };

/// "OUT_OF_SCOPE" ... "NONE"; "low"...; "said"...; unset is "". The parsers answer false for unknown text.
[[nodiscard]] std::string_view toText(NaReason v) noexcept;
[[nodiscard]] std::string_view toText(Confidence v) noexcept;
[[nodiscard]] std::string_view toText(Basis v) noexcept;
[[nodiscard]] bool fromText(std::string_view text, NaReason& out) noexcept; ///< any case, '-' and ' ' as '_'
[[nodiscard]] bool fromText(std::string_view text, Confidence& out) noexcept;
[[nodiscard]] bool fromText(std::string_view text, Basis& out) noexcept;

struct ChoiceAnswer {
    ChoiceStatus status = ChoiceStatus::Unselected;
    NaReason reason = NaReason::None; ///< only with NotApplicable
    std::string note;
    friend bool operator==(const ChoiceAnswer&, const ChoiceAnswer&) = default;
};

/// What is recorded for one question. A default-made Answer is the same as no answer.
struct Answer {
    std::map<std::string, ChoiceAnswer, std::less<>> choices; ///< by choice id; only those that are not default
    bool applicable = true;
    NaReason reason = NaReason::None; ///< why the question is not applicable
    std::string reasonText;           ///< a sentence for the report
    std::string note;                 ///< goes into the report
    std::string privateNote;          ///< never leaves unless chosen
    Confidence confidence = Confidence::Unset;
    Basis basis = Basis::Unset;
    bool needsVerification = false;
    bool parked = false;
    std::string parkedTopic;
    std::vector<std::string> people; ///< participant ids, in the order they were added
    std::string
        reconfirm; ///< why a person must look at it again after a lens upgrade; empty: nothing. Any edit clears it
    friend bool operator==(const Answer&, const Answer&) = default;
};

struct Participant {
    std::string id; ///< UUID
    std::string name, role, organisation;
    friend bool operator==(const Participant&, const Participant&) = default;
};

enum class EvidenceKind : std::uint8_t { File, Image, Link, Note };
[[nodiscard]] std::string_view toText(EvidenceKind v) noexcept; ///< "file", "image", "link", "note"
[[nodiscard]] bool fromText(std::string_view text, EvidenceKind& out) noexcept;

/// A choice is empty when the evidence speaks for the question as a whole.
struct EvidenceLink {
    QuestionKey question;
    std::string choice;
    friend auto operator<=>(const EvidenceLink&, const EvidenceLink&) = default;
};

struct Evidence {
    std::string id; ///< UUID
    int number = 0; ///< 1, 2, 3...: shown as E-01; never reused
    EvidenceKind kind = EvidenceKind::File;
    std::string title;
    std::string source;   ///< who gave it or where it comes from
    std::string url;      ///< kind Link
    std::string text;     ///< kind Note
    std::string fileName; ///< last path component of the original; never used as a path
    std::string mediaType;
    Date date, expires;
    Basis strength = Basis::Unset;
    std::string sha256; ///< of the bytes (File, Image), else empty
    std::uint64_t bytes = 0;
    Instant addedAt;
    std::string addedBy;
    std::vector<EvidenceLink> links; ///< sorted
    friend bool operator==(const Evidence&, const Evidence&) = default;
};

/// A questionnaire in the review. `lens->id` is unique in the review.
struct ReviewLens {
    std::shared_ptr<const lens::Lens> lens;
    std::shared_ptr<const lens::Overlay> overlay; ///< never null; an empty one when there is none
    int position = 0;
};

struct Review {
    std::string fileId; ///< UUID given at creation; copies keep it
    Instant createdAt;
    Workload workload;
    std::vector<ReviewLens> lenses; ///< by position
    std::map<QuestionKey, Answer> answers;
    std::vector<Participant> participants; ///< by name
    std::vector<Evidence> evidence;        ///< by number
    std::vector<Finding> findings;         ///< the stored halves, by number
    Planning planning;
    std::vector<ReviewEvent> events; ///< by date, then id
    Costs costs;

    [[nodiscard]] const ReviewLens* findLens(std::string_view lensId) const noexcept;
    [[nodiscard]] const lens::Question* findQuestion(const QuestionKey& key) const noexcept;
    [[nodiscard]] const Answer& answer(const QuestionKey& key) const noexcept; ///< a default one when there is none
    [[nodiscard]] const Participant* findParticipant(std::string_view id) const noexcept;
    [[nodiscard]] const Evidence* findEvidence(std::string_view id) const noexcept;
    [[nodiscard]] const Finding* findFinding(std::string_view key) const noexcept;
    [[nodiscard]] std::vector<const Evidence*> evidenceFor(const QuestionKey& key) const;
};

/// The answer as the rules read it. Choices of the answer that the question has not are ignored.
[[nodiscard]] lens::Selection toSelection(const lens::Question& question, const Answer& answer);

} // namespace plumb::review
