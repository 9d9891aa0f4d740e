// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/snapshot_builders.h"

#include "core/base/hash.h"
#include "core/base/json.h"

namespace plumb::testing {

std::string snapshotText(std::string_view lens, std::string_view overlay, std::string_view evidence,
                         std::string_view more) {
    Json review{{"evidence", Json::array()}, {"lenses", Json::array()}};
    if (!lens.empty())
        review["lenses"].push_back({{"id", "test"}, {"overlay", overlay}, {"sha256", lens}});
    if (!evidence.empty())
        review["evidence"].push_back({{"sha256", evidence}});
    return writeJsonCompact({{"format", "plumbline-snapshot/1"}, {"more", more}, {"review", std::move(review)}});
}

store::SnapshotRecord snapshotRecord(const std::string& name, std::string_view bytes) {
    return {"id of " + name,
            name,
            "Before the lens changed.",
            Instant{1'800'000'000'123},
            "Ines",
            sha256(bytes),
            bytes.size(),
            "score/1",
            "cost/1"};
}

Result<store::Applied> putSnapshot(store::Project& project, const std::string& name, std::string_view bytes) {
    return project.run("Snapshot " + name, {},
                       [&](store::Writer& writer) { return writer.putSnapshot(snapshotRecord(name, bytes), bytes); });
}

Result<store::Applied> setReconfirm(store::Project& project, const QuestionKey& key, std::string_view why) {
    auto answer = project.loadAnswer(key);
    if (!answer)
        return fail(answer.error());
    answer->reconfirm = why;
    return project.run("Confirm again", {}, [&](store::Writer& writer) { return writer.putAnswer(key, *answer); });
}

} // namespace plumb::testing
