// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/states.h"

#include "core/base/hash.h"
#include "core/compare/take_snapshot.h"
#include "core/session/names.h"
#include "core/session/states_impl.h"

#include <algorithm>
#include <fmt/format.h>
#include <vector>

namespace plumb::session {
namespace {

constexpr std::string_view kExtension = ".plumb";

char lower(char c) noexcept {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool equalLetters(char a, char b) noexcept {
    return lower(a) == lower(b);
}

bool isNow(std::string_view text) {
    return std::ranges::equal(text, kNow, equalLetters);
}

bool endsWithExtension(std::string_view text) {
    return text.size() > kExtension.size() &&
           std::ranges::equal(text.substr(text.size() - kExtension.size()), kExtension, equalLetters);
}

Error noSnapshot(std::string_view name, const std::vector<store::SnapshotRecord>& all) {
    std::vector<std::string> known, quoted;
    for (const store::SnapshotRecord& record : all) {
        known.push_back(record.name);
        quoted.push_back("\"" + record.name + "\"");
    }
    const std::vector<std::string> near = nearestNames(name, known);
    const std::string help = known.empty()  ? std::string(" The review has none yet.")
                             : near.empty() ? fmt::format(" There is {}.", fmt::join(quoted, ", "))
                                            : didYouMean(near);
    std::vector<std::string> args{std::string(name)};
    args.insert(args.end(), near.begin(), near.end());
    return {
        ErrorKind::Usage,  "store.noSnapshot", fmt::format("There is no snapshot \"{}\".{}", shorten(name, 60), help),
        std::string(name), std::move(args),    {}};
}

} // namespace

Result<store::SnapshotRecord> snapshotNamed(store::Project& project, std::string_view name) {
    PLUMB_TRY(all, project.loadSnapshots());
    const auto it = std::find_if(all.begin(), all.end(), [wanted = foldName(name)](const store::SnapshotRecord& one) {
        return foldName(one.name) == wanted;
    });
    if (it == all.end())
        return fail(noSnapshot(name, all));
    return *it;
}

Result<std::string> snapshotBytesOf(store::Project& project, std::string_view name) {
    PLUMB_TRY(record, snapshotNamed(project, name));
    return project.readSnapshot(record.name);
}

Result<compare::ReadSnapshot> snapshotStateOf(store::Project& project, std::string_view name) {
    PLUMB_TRY(record, snapshotNamed(project, name));
    PLUMB_TRY(bytes, project.readSnapshot(record.name));
    return compare::readSnapshot(
        bytes, record.name,
        [&](std::string_view id, std::string_view sha256, std::string_view overlay) -> Result<review::LensText> {
            PLUMB_TRY(lens, project.lensByHash(id, sha256, overlay));
            return review::LensText{lens.lens, lens.overlay};
        });
}

std::string fillSnapshot(store::SnapshotRecord& record, const review::Review& review, Date day) {
    std::string bytes = compare::takeSnapshot(review, day);
    record.sha256 = sha256(bytes);
    record.bytes = bytes.size();
    record.scoreMethod = score::kMethod;
    record.costMethod = compare::kCostMethod;
    return bytes;
}

compare::ReadSnapshot presentStateOf(const review::Review& review, Date day) {
    compare::State state = compare::stateOf(review, kNow, day);
    compare::StoredResults results = compare::resultsOf(state);
    return {std::move(state), std::move(results)};
}

StateRef parseStateRef(std::string_view text) {
    const auto snapshotIn = [](std::string_view name) { return isNow(name) ? std::string() : std::string(name); };
    if (text.empty() || (text.front() == '@' && isNow(text.substr(1))))
        return {};
    for (std::size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1))
        if (endsWithExtension(text.substr(0, at)))
            return {std::filesystem::path(text.substr(0, at)), snapshotIn(text.substr(at + 1))};
    if (endsWithExtension(text))
        return {std::filesystem::path(text), {}};
    return {{}, std::string(text)};
}

Result<compare::ReadSnapshot> readState(const std::filesystem::path& file, std::string_view snapshot,
                                        store::Environment env) {
    PLUMB_TRY(project, store::Project::open(file, store::OpenMode::ReadOnly, env));
    if (!snapshot.empty())
        return snapshotStateOf(*project, snapshot);
    PLUMB_TRY(review, project->load());
    return presentStateOf(review, dayOf(env.clock.now()));
}

} // namespace plumb::session
