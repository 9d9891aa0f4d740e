// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reviews to print: the built-in questionnaires or any lens file, answered from a seed, with notes and evidence that a
// test can look for in the PDF.
#pragma once

#include "core/base/files.h"
#include "core/base/ids.h"
#include "core/lens/reader.h"
#include "core/report/build.h"

#include <filesystem>
#include <fmt/format.h>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace plumb::test {

struct Pick {
    std::uint32_t state;
    std::uint32_t operator()(std::uint32_t below) {
        state = state * 1664525U + 1013904223U;
        return (state >> 8U) % below;
    }
};

inline review::ReviewLens readReviewLens(const std::filesystem::path& lensFile, int position) {
    const auto bytes = readFile(lensFile, 1U << 20U);
    if (!bytes)
        throw std::runtime_error(bytes.error().text);
    auto read = lens::readLensOrFail(*bytes, lensFile.string());
    if (!read)
        throw std::runtime_error(read.error().text);
    lens::Overlay overlay;
    const auto overlayFile = lensFile.parent_path() / "overlay.json";
    if (lensFile.filename() == "lens.json" && std::filesystem::exists(overlayFile)) {
        const auto overlayBytes = readFile(overlayFile, 1U << 20U);
        read->id = lensFile.parent_path().filename().string();
        auto parsed = lens::readOverlay(overlayBytes.value_or(""));
        if (!parsed)
            throw std::runtime_error(parsed.error().text);
        overlay = *std::move(parsed);
    }
    return {std::make_shared<const lens::Lens>(*std::move(read)),
            std::make_shared<const lens::Overlay>(std::move(overlay)), position};
}

/// Answers about nine of ten questions. Notes, people, flags and evidence follow the seed.
inline void answerAll(review::Review& review, std::uint32_t seed) {
    Pick pick{seed};
    review.participants = {{"p1", "Aylin Kaya", "Cloud architect", "Northwind"},
                           {"p2", "דניאל לוי", "Data scientist", "Northwind"},
                           {"p3", "Émile Étienne-Brûlé", "Risk", "Northwind"},
                           {"p4", "محمد العلي", "Legal", ""}};
    for (const review::ReviewLens& lens : review.lenses)
        for (const lens::Pillar& pillar : lens.lens->pillars)
            for (const lens::Question& question : pillar.questions) {
                const std::uint32_t kind = pick(20);
                if (kind < 2)
                    continue;
                review::Answer answer;
                answer.applicable = kind != 2;
                if (kind == 2) {
                    answer.reason = review::NaReason::OutOfScope;
                    answer.reasonText = "No such part in this workload";
                }
                for (const lens::Choice& choice : question.choices) {
                    const std::uint32_t roll = pick(10);
                    if (!choice.isNone && roll < 6)
                        answer.choices[choice.id] = {review::ChoiceStatus::Selected, review::NaReason::None, ""};
                    else if (!choice.isNone && roll == 6)
                        answer.choices[choice.id] = {review::ChoiceStatus::NotApplicable,
                                                     review::NaReason::ArchitectureConstraints, ""};
                }
                if (pick(3) > 0)
                    answer.note =
                        fmt::format("Note on {}: seen in the session, checked against the log of the last release. "
                                    "Größenänderung geprüft; l'équipe confirme.",
                                    question.id);
                answer.privateNote = "SECRET private note";
                answer.basis = static_cast<review::Basis>(pick(4));
                answer.confidence = static_cast<review::Confidence>(pick(4));
                answer.needsVerification = pick(8) == 0;
                answer.parked = pick(12) == 0;
                if (answer.parked)
                    answer.parkedTopic = "Who owns " + question.id;
                answer.people = {review.participants[pick(4)].id};
                const QuestionKey key{lens.lens->id, question.id};
                review.answers[key] = answer;
                if (pick(4) == 0) {
                    review::Evidence e;
                    e.number = static_cast<int>(review.evidence.size()) + 1;
                    e.id = fmt::format("e{}", e.number);
                    e.kind = static_cast<review::EvidenceKind>(pick(4));
                    e.title = fmt::format("Evidence for {}", question.id);
                    e.date = {2026, 1 + static_cast<int>(pick(12)), 14};
                    if (pick(3) == 0)
                        e.expires = {2026, 6, 30};
                    e.strength = static_cast<review::Basis>(pick(4));
                    e.source = "Aylin Kaya";
                    if (e.kind == review::EvidenceKind::Link)
                        e.url = "https://wiki.example.org/runbooks/" + question.id;
                    else if (e.kind == review::EvidenceKind::Note)
                        e.text = "Read out from the contract in the session.";
                    else {
                        e.fileName = question.id + ".png";
                        e.bytes = 412'345;
                        e.sha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
                    }
                    e.links = {{key, ""}};
                    review.evidence.push_back(std::move(e));
                }
            }
}

inline review::Review makeReview(const std::vector<std::filesystem::path>& lensFiles, std::uint32_t seed) {
    review::Review review;
    review.fileId = "6f1c0e9a-1111-4222-8333-444455556666";
    review.createdAt = {1'790'000'000'000};
    review.workload = {"Northwind Claims AI", "Northwind Mutual", "Mareike Thomsen", "",
                       "production",          "Insurance",        "eu-central-1"};
    for (const auto& file : lensFiles)
        review.lenses.push_back(readReviewLens(file, static_cast<int>(review.lenses.size())));
    if (seed != 0)
        answerAll(review, seed);
    return review;
}

inline report::Document makeDocument(const review::Review& review, report::Options options = {}) {
    score::Scores scores;
    scores.compute(review);
    if (options.now.ms == 0)
        options.now = Instant{1'795'000'000'000};
    if (options.version.empty())
        options.version = "0.1.0";
    return report::build(review, scores, options);
}

} // namespace plumb::test
