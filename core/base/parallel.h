// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Work that falls into numbered, independent pieces, done on several threads. Which thread does which piece is open, so
// a piece must depend on its number alone and write only what is its own: then results do not depend on threads.
#pragma once

#include <cstddef>
#include <functional>

namespace plumb {

/// Asked between pieces, from any of the threads, never at the same time twice. Returns false to stop. `done` grows.
using Progress = std::function<bool(std::size_t done, std::size_t total)>;

/// Calls work(piece, worker) for every piece in [0, pieces) on `threads` threads (0: as many as the machine has), the
/// calling one among them; `worker` in [0, threads) names the thread, for scratch space of its own. Returns false when
/// `progress` stopped it; some pieces were then not done. `work` and `progress` must not throw.
[[nodiscard]] bool inParallel(std::size_t pieces, std::size_t threads,
                              const std::function<void(std::size_t piece, std::size_t worker)>& work,
                              const Progress& progress = {});

/// `threads`, or what the machine has for 0; never more than `pieces`, at least 1. What inParallel will use.
[[nodiscard]] std::size_t workersFor(std::size_t pieces, std::size_t threads) noexcept;

} // namespace plumb
