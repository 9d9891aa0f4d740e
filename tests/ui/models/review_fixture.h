// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A review in a temporary folder for tests of models and pages: generated lenses with known ids, rules and overlay, or
// the built-in quick scan; a clock that stands still and random bytes that repeat.
#pragma once

// First, so that moc of Qt 6.4 gets through <concepts>.
#include <QtGlobal>

#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/session/session.h"
#include "ui/bridge/session_bridge.h"

#include <memory>
#include <QTemporaryDir>
#include <string>
#include <vector>

namespace plumb::test {

struct LensShape {
    std::string id = "generative-ai";
    std::string name = "Generative AI Lens";
    std::string shortName = "Generative AI";
    std::string prefix = "GAI"; ///< question ids: GAI_OPS_1...
    int pillars = 3;            ///< the first of: operations, security, reliability, performance, cost, sustainability
    int questions = 4;          ///< per pillar
    int choices = 5;            ///< practices per question; a none-choice follows
    bool phases = true;         ///< questions alternate between "Design" and "Deployment"
    bool overlay = true;
};

/// Rules: all practices -> none; practice 1 and 2 -> medium; else high. Choices are <question>_c1..cN and
/// <question>_no.
[[nodiscard]] session::LensSource makeLens(const LensShape& shape);
/// questionnaires/ai-quick-scan.
[[nodiscard]] session::LensSource quickScan();

/// 29,200 for an endpoint and 1,000 for a store. "half" (of the endpoint, 1,200 once) and "store" (a fifth of it stays)
/// are of type factor; the chosen scenario "Quick wins" has the first.
[[nodiscard]] review::Costs endpointCosts();

class TestReview {
public:
    /// Makes `<folder>/review.plumb`; aborts the test program when that fails. `folder` empty: a temporary one.
    explicit TestReview(std::vector<session::LensSource> lenses, const std::string& folder = {});
    ~TestReview();

    [[nodiscard]] ui::SessionBridge* bridge() const { return m_bridge.get(); }
    [[nodiscard]] session::Session& session() const { return m_bridge->session(); }
    [[nodiscard]] const review::Answer& answer(const QuestionKey& key) const { return session().review().answer(key); }
    [[nodiscard]] QString path(const QString& name) const { return m_dir.filePath(name); }
    void advance(std::int64_t ms) { m_clock.advance(ms); }

    /// Ticks choices by their number (1 = first).
    void tick(const QuestionKey& key, const std::vector<int>& choices);
    void edit(const QuestionKey& key, const session::AnswerEdit& edit);

private:
    QTemporaryDir m_dir;
    FixedClock m_clock;
    SeededRandom m_random{7};
    std::unique_ptr<ui::SessionBridge> m_bridge;
};

} // namespace plumb::test
