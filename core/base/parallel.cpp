// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/parallel.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace plumb {

std::size_t workersFor(std::size_t pieces, std::size_t threads) noexcept {
    const std::size_t wanted = threads != 0 ? threads : std::thread::hardware_concurrency();
    return std::clamp<std::size_t>(wanted, 1, std::max<std::size_t>(pieces, 1));
}

bool inParallel(std::size_t pieces, std::size_t threads,
                const std::function<void(std::size_t piece, std::size_t worker)>& work, const Progress& progress) {
    std::atomic<std::size_t> next{0};
    std::atomic<bool> stopped{false};
    std::mutex asking;
    std::size_t done = 0;
    const auto run = [&](std::size_t worker) {
        while (!stopped.load(std::memory_order_relaxed)) {
            const std::size_t piece = next.fetch_add(1, std::memory_order_relaxed);
            if (piece >= pieces)
                return;
            work(piece, worker);
            if (progress) {
                const std::lock_guard lock(asking);
                if (!stopped && !progress(++done, pieces))
                    stopped = true;
            }
        }
    };
    std::vector<std::thread> others;
    const std::size_t workers = workersFor(pieces, threads);
    others.reserve(workers);
    try {
        for (std::size_t worker = 1; worker < workers; ++worker)
            others.emplace_back(run, worker);
    } catch (const std::system_error&) {
        // The machine gives no more threads: the ones that run do all the work.
    }
    run(0);
    for (std::thread& thread : others)
        thread.join();
    return !stopped;
}

} // namespace plumb
