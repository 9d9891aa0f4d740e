// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lens/overlay_lint.h"

#include "core/base/json.h"
#include "core/lens/lens_messages.h"

#include <algorithm>
#include <fmt/format.h>
#include <string_view>

namespace plumb::lens {
namespace {

class OverlayLint {
public:
    explicit OverlayLint(const Lens& lens) : m_lens(lens) {}
    std::vector<Message> run(const Overlay& overlay);

private:
    void unknown(const Path& path, std::string_view what, std::string_view id, std::string_view where) {
        m_messages.add("O004", path,
                       fmt::format("The {} has no {} \"{}\"; what stands here has no effect.", where, what, id),
                       fmt::format("Use the id of a {} of the lens, or take the entry out.", what));
    }
    void choice(const Path& path, const Question& question, std::string_view id) {
        if (!question.choiceIndex(id))
            unknown(path, "choice", id, fmt::format("question \"{}\"", question.id));
    }
    void pillars(const Overlay& overlay);
    void questions(const Overlay& overlay);
    void signs(const Overlay& overlay);

    const Lens& m_lens;
    MessageList m_messages;
};

void OverlayLint::pillars(const Overlay& overlay) {
    const Path top;
    const Path place(top, "pillars");
    for (const auto& [id, ignored] : overlay.pillars)
        if (std::none_of(m_lens.pillars.begin(), m_lens.pillars.end(),
                         [&id = id](const Pillar& p) { return p.id == id; }))
            unknown(Path(place, id), "pillar", id, "lens");
}

void OverlayLint::questions(const Overlay& overlay) {
    const Path top;
    const Path place(top, "questions");
    for (const auto& [id, entry] : overlay.questions) {
        const Path at(place, id);
        const Question* question = m_lens.findQuestion(id);
        if (question == nullptr) {
            unknown(at, "question", id, "lens");
            continue;
        }
        const Path choices(at, "choices");
        for (const auto& [choiceId, ignored] : entry.choices)
            choice(Path(choices, choiceId), *question, choiceId);
    }
}

void OverlayLint::signs(const Overlay& overlay) {
    const Path top;
    const Path readiness(top, "readiness");
    const Path place(readiness, "signs");
    for (std::size_t i = 0; i < overlay.signs.size(); ++i) {
        const ReadinessSign& sign = overlay.signs[i];
        const Path at(place, i);
        const Question* question = m_lens.findQuestion(sign.question);
        if (question == nullptr) {
            unknown(Path(at, "question"), "question", sign.question, "lens");
            continue;
        }
        const Path choices(at, "choices");
        for (std::size_t k = 0; k < sign.choices.size(); ++k)
            choice(Path(choices, k), *question, sign.choices[k]);
    }
}

std::vector<Message> OverlayLint::run(const Overlay& overlay) {
    pillars(overlay);
    questions(overlay);
    signs(overlay);
    if (m_messages.empty())
        return {};
    return m_messages.take(overlay.source ? *overlay.source : Json());
}

} // namespace

std::vector<Message> lintOverlay(const Overlay& overlay, const Lens& lens) {
    return OverlayLint(lens).run(overlay);
}

} // namespace plumb::lens
