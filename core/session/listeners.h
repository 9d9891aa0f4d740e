// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Who hears of changes, and in which order: listeners by age, events as the session gives them.
#pragma once

#include "core/session/session.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace plumb::session {

/// Not thread-safe. A listener may end any subscription, or begin one, while it is being told; one that begins then
/// hears the next event first. An exception of a listener is kept from the others and from the command, which is
/// durable by then.
class Listeners {
public:
    Listeners();
    [[nodiscard]] Subscription add(std::function<void(const Event&)> listener);
    void tell(const std::vector<Event>& events);
    [[nodiscard]] bool telling() const noexcept { return m_telling; }

private:
    struct Entry {
        std::uint64_t id = 0;
        std::function<void(const Event&)> listener;
    };
    /// Shared with the subscriptions, which may outlive the session. Entries are shared so that one that ends its own
    /// subscription is not destroyed under its feet.
    using Entries = std::vector<std::shared_ptr<Entry>>;
    void tellOne(const Event& event);

    std::shared_ptr<Entries> m_entries;
    std::uint64_t m_next = 1;
    bool m_telling = false;
};

} // namespace plumb::session
