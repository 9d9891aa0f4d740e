// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Another version of a questionnaire: what it would do, and doing it.
#include "core/lens/reader.h"
#include "core/session/names.h"
#include "core/session/session_impl.h"

#include <algorithm>
#include <fmt/format.h>

namespace plumb::session {
namespace {

using review::Review;

Result<review::ReviewLens> readVersion(const review::ReviewLens& now, const LensSource& source) {
    const std::string& where = source.where.empty() ? now.lens->id : source.where;
    PLUMB_TRY(lens, lens::readLensOrFail(source.lens, where));
    lens.id = now.lens->id;
    std::shared_ptr<const lens::Overlay> overlay = now.overlay;
    if (!source.overlay.empty()) {
        auto read = lens::readOverlay(source.overlay);
        if (!read) {
            Error error = std::move(read).error();
            if (error.where.empty())
                error.where = where;
            return fail(std::move(error));
        }
        overlay = std::make_shared<const lens::Overlay>(std::move(*read));
    }
    if (lens.sha256 == now.lens->sha256 && overlay->sha256 == now.overlay->sha256)
        return fail(ErrorKind::Usage, "session.sameLens",
                    fmt::format("The review has this very version of the questionnaire \"{}\" already.", lens.id),
                    where, {lens.id});
    return review::ReviewLens{std::make_shared<const lens::Lens>(std::move(lens)), std::move(overlay), now.position};
}

/// A question of the questionnaire that the new version has not, or one without this choice.
class Gone {
public:
    explicit Gone(const review::ReviewLens& version) noexcept : m_lens(*version.lens) {}
    [[nodiscard]] bool operator()(const QuestionKey& key, std::string_view choice = {}) const {
        if (key.lens != m_lens.id)
            return false;
        const lens::Question* question = m_lens.findQuestion(key.question);
        return !question || (!choice.empty() && !question->choiceIndex(choice));
    }

private:
    const lens::Lens& m_lens;
};

/// The review with the version in its place, and without what has none there.
Review upgraded(const Review& review, const review::ReviewLens& version, const compare::UpgradePlan& plan) {
    const std::string& id = version.lens->id;
    const Gone gone(version);
    Review after = review;
    for (review::ReviewLens& lens : after.lenses)
        if (lens.lens->id == id)
            lens = version;
    std::erase_if(after.answers, [&](const auto& entry) { return entry.first.lens == id; });
    for (const auto& [question, answer] : plan.answers)
        after.answers.insert_or_assign({id, question}, answer);
    for (review::Evidence& piece : after.evidence)
        std::erase_if(piece.links, [&](const review::EvidenceLink& link) { return gone(link.question, link.choice); });
    std::erase_if(after.findings, [&](const review::Finding& finding) { return gone(finding.question); });
    for (review::Finding& finding : after.findings) {
        std::erase_if(finding.practices,
                      [&](const review::PracticeRef& practice) { return gone(practice.question, practice.choice); });
        std::erase_if(finding.needs, [&](const std::string& key) { return !after.findFinding(key); });
    }
    return after;
}

} // namespace

Result<compare::UpgradePlan> Session::planUpgrade(std::string_view lensId, const LensSource& source) const {
    PLUMB_TRY(now, m_impl->lensOf(lensId));
    PLUMB_TRY(version, readVersion(*now, source));
    return compare::planUpgrade(m_impl->review, now->lens->id, *version.lens, *version.overlay);
}

Result<compare::UpgradePlan> Session::upgradeLens(std::string_view lensId, const LensSource& source) {
    PLUMB_CHECK(m_impl->begin());
    PLUMB_TRY(now, m_impl->lensOf(lensId));
    PLUMB_TRY(version, readVersion(*now, source));
    const std::string id = now->lens->id;
    compare::UpgradePlan plan = compare::planUpgrade(m_impl->review, id, *version.lens, *version.overlay);
    Review after = upgraded(m_impl->review, version, plan);
    m_impl->followSeverities(after);
    // Without an overlay of its own the row gets the present one by its hash in a moment.
    const auto putTexts = [&](store::Writer& writer) {
        return writer.putLens(id, version.lens->name, source.lens, source.overlay, version.position);
    };
    PLUMB_CHECK(m_impl->become(fmt::format("Upgrade the questionnaire \"{}\"", shorten(version.lens->name, 40)),
                               std::move(after), putTexts));
    return plan;
}

} // namespace plumb::session
