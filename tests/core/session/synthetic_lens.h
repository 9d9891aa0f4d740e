// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A questionnaire of any size, valid as an AWS custom lens, for tests and benchmarks of the session.
#pragma once

#include <string>

namespace plumb::test {

struct LensShape {
    int pillars = 2, questions = 3; ///< questions of each pillar
    int practices = 3;              ///< p1, p2... of each question; "none_no" comes on top
};

/// Ids: pillar_1..., <prefix>_1_1 (pillar, question), p1... All practices give no risk, the first two medium risk.
inline std::string syntheticLens(const std::string& name, const std::string& prefix, const LensShape& shape = {}) {
    std::string all;
    for (int p = 1; p <= shape.practices; ++p)
        all += (p > 1 ? " && p" : "p") + std::to_string(p);
    std::string json =
        R"({"schemaVersion":"2021-11-01","name":")" + name + R"(","description":"Made for tests.","pillars":[)";
    for (int i = 1; i <= shape.pillars; ++i) {
        json += (i > 1 ? ",\n" : "\n") + std::string(R"({"id":"pillar_)") + std::to_string(i) + R"(","name":"Pillar )" +
                std::to_string(i) + R"(","questions":[)";
        for (int q = 1; q <= shape.questions; ++q) {
            const std::string id = prefix + "_" + std::to_string(i) + "_" + std::to_string(q);
            json += (q > 1 ? ",\n" : "\n") + std::string(R"({"id":")") + id + R"(","title":"How is )" + id +
                    R"( done here?","description":"Ask for the last real case.","choices":[)";
            for (int p = 1; p <= shape.practices; ++p) {
                const std::string n = std::to_string(p);
                json += R"({"id":"p)" + n + R"(","title":"Practice )" + n + " of " + id +
                        R"( is in place","helpfulResource":{"displayText":"It can be shown on request."},)" +
                        R"("improvementPlan":{"displayText":"Put practice )" + n + R"( in place."}},)";
            }
            json += R"({"id":"none_no","title":"None of these","helpfulResource":{"displayText":"None"}}],)";
            json += R"("riskRules":[{"condition":")" + all + R"(","risk":"NO_RISK"},)" +
                    R"({"condition":"p1 && p2","risk":"MEDIUM_RISK"},{"condition":"default","risk":"HIGH_RISK"}]})";
        }
        json += "]}";
    }
    return json + "]}";
}

} // namespace plumb::test
