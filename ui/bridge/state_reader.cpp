// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/state_reader.h"

#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/session/session.h"

namespace plumb::ui {

namespace {

/// Clock and randomness of its own, since a job may not use the window's. Nothing is written, so nobody sees them.
class Reader {
public:
    explicit Reader(Instant now) : m_clock(now) {}
    [[nodiscard]] store::Environment environment() { return {m_clock, m_random, "Plumbline", "Plumbline, reading"}; }

private:
    FixedClock m_clock;
    SystemRandom m_random;
};

} // namespace

Result<compare::ReadSnapshot> readFileState(const std::filesystem::path& file, const std::string& snapshot,
                                            Instant now) {
    Reader reader(now);
    return session::readState(file, snapshot, reader.environment());
}

Result<FileStates> readFileStates(const std::filesystem::path& file, Instant now) {
    Reader reader(now);
    PLUMB_TRY(session, session::Session::open(file, session::OpenMode::ReadOnly, reader.environment()));
    return FileStates{session->review().workload.name, session->snapshots()};
}

} // namespace plumb::ui
