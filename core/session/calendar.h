// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The days of a review that belong into calendars: the next review, what somebody has to do until when, and when an
// acceptance ends.
#pragma once

#include "core/exchange/ics.h"
#include "core/session/session.h"

namespace plumb::session {

/// The next review with a reminder a week before, then by day every open finding that has an owner and a due date, and
/// the day after the last one of each acceptance. Depends on the review's state and the day, and on nothing else of the
/// clock: the same state on the same day gives the same calendar.
[[nodiscard]] exchange::Calendar calendarOf(const Session& session);

} // namespace plumb::session
