// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Scores of a set of questions: always score, coverage and range together (risk.md section 3, repeated in
// docs/scoring.md). Takes values and returns values.
#pragma once

#include "core/review/review.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace plumb::score {

/// Version of the method; snapshots store it.
inline constexpr std::string_view kMethod = "score/1";

/// One question, reduced to what scoring needs. All weights come from the overlay (default 1).
struct QuestionScore {
    QuestionKey key;
    lens::State state = lens::State::Unanswered;
    double weight = 1.0;
    lens::Risk worst = lens::Risk::High; ///< reachable by its rules
    lens::Risk best = lens::Risk::None;
    bool verified = false;         ///< basis is shown or verified
    double practicesInPlace = 0.0; ///< severity-weighted (high 3, medium 2, low 1)
    double practicesApplicable = 0.0;
    bool operator==(const QuestionScore&) const = default;
};

[[nodiscard]] QuestionScore scoreQuestion(const QuestionKey& key, const lens::Question& question,
                                          const lens::QuestionOverlay& overlay, const review::Answer& answer);

enum class Label { AtRisk, NeedsWork, Sound };
[[nodiscard]] std::string_view toText(Label label) noexcept; ///< "at risk", "needs work", "sound"

struct ScopeScore {
    std::optional<double> score;            ///< 0-100; none when nothing is answered
    double worst = 0.0, best = 100.0;       ///< range, 0-100; 0 and 100 when nothing is applicable
    double coverage = 0.0;                  ///< 0-1, by weight; 0 when nothing is applicable
    std::optional<double> verified;         ///< 0-100
    std::optional<double> practiceCoverage; ///< 0-1; none when no practice is applicable
    std::optional<Label> label;             ///< none when nothing is answered
    int questions = 0, applicable = 0, answered = 0;
    int high = 0, medium = 0, none = 0, unmatched = 0, notApplicable = 0;
    /// The worst open state, for the mark of a heat-map cell: High, Medium, None, or Unanswered.
    lens::State worstOpen = lens::State::Unanswered;
    bool operator==(const ScopeScore&) const = default;
};

[[nodiscard]] ScopeScore scoreScope(std::span<const QuestionScore* const> questions);

enum class GroupBy { Pillar, Lens, Phase, Framework };
[[nodiscard]] std::string_view toText(GroupBy by) noexcept; ///< "pillar", "lens", "phase", "framework"

struct Group {
    GroupBy by = GroupBy::Lens;
    std::string lens; ///< lens id; empty for Framework
    std::string id;   ///< pillar, lens, phase or framework pillar id
    std::string name; ///< as shown
    ScopeScore score;
    bool operator==(const Group&) const = default;
};

/// The six framework pillars in their order: id, name, short name.
struct FrameworkPillar {
    std::string_view id, name, shortName;
};
[[nodiscard]] std::span<const FrameworkPillar> frameworkPillars() noexcept;
/// The framework pillar of a question: overlay of the question, else of the pillar, else the pillar's own id when it is
/// one of the six, else "".
[[nodiscard]] std::string frameworkOf(const review::ReviewLens& lens, const lens::Pillar& pillar,
                                      const lens::Question& question);

/// One sign of a production architecture and the verdict over all (risk.md section 6).
struct Readiness {
    enum class Verdict { NotDetermined, ProofOfConcept, Production };
    struct Sign {
        std::string id, name, question, missing;
        enum class Status { InPlace, Partly, Missing, Unanswered } status = Status::Unanswered;
    };
    Verdict verdict = Verdict::NotDetermined;
    std::string lens; ///< the lens whose overlay has the signs; empty when none has
    std::vector<Sign> signs;
};
[[nodiscard]] std::string_view
toText(Readiness::Verdict v) noexcept; ///< "not determined", "proof of concept", "production"

/// Everything derived from the answers of a review. Kept current by update(); a full computation gives the same values
/// (property test).
class Scores {
public:
    /// Computes all. Keeps no reference to the review. A question id that a lens uses twice (A007) is scored where it
    /// comes first, as findQuestion() reads it.
    void compute(const review::Review& review);
    /// Recomputes one question and every scope. Returns false when the question does not exist.
    bool update(const review::Review& review, const QuestionKey& key);

    [[nodiscard]] const ScopeScore& overall() const noexcept { return m_overall; }
    [[nodiscard]] const std::vector<QuestionScore>& questions() const noexcept { return m_questions; } ///< review order
    [[nodiscard]] const QuestionScore* question(const QuestionKey& key) const noexcept;
    /// Groups in order of the review (framework pillars in theirs); questions without phase or framework pillar are in
    /// no such group, and a group without questions is left out. Here and in cell(), `review` is the one last computed
    /// or updated.
    [[nodiscard]] std::vector<Group> groups(const review::Review& review, GroupBy by) const;
    /// One lens x one framework pillar, for the heat map; lens or framework may be empty for "all".
    [[nodiscard]] ScopeScore cell(const review::Review& review, std::string_view lens,
                                  std::string_view framework) const;
    [[nodiscard]] Readiness readiness(const review::Review& review) const;

private:
    std::vector<QuestionScore> m_questions;
    std::map<QuestionKey, std::size_t> m_index;
    ScopeScore m_overall;
};

} // namespace plumb::score
