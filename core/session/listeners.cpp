// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/listeners.h"

#include <algorithm>

namespace plumb::session {

Subscription& Subscription::operator=(Subscription&& other) noexcept {
    if (this != &other) {
        const std::function<void()> old = std::exchange(m_end, std::exchange(other.m_end, nullptr));
        if (old)
            old();
    }
    return *this;
}

Subscription::~Subscription() {
    if (m_end)
        m_end();
}

Listeners::Listeners() : m_entries(std::make_shared<Entries>()) {}

Subscription Listeners::add(std::function<void(const Event&)> listener) {
    const std::uint64_t id = m_next++;
    m_entries->push_back(std::make_shared<Entry>(Entry{id, std::move(listener)}));
    return Subscription([id, entries = std::weak_ptr<Entries>(m_entries)] {
        if (const auto alive = entries.lock())
            std::erase_if(*alive, [id](const std::shared_ptr<Entry>& entry) { return entry->id == id; });
    });
}

void Listeners::tell(const std::vector<Event>& events) {
    m_telling = true;
    for (const Event& event : events)
        tellOne(event);
    m_telling = false;
}

void Listeners::tellOne(const Event& event) {
    const Entries now = *m_entries;
    for (const std::shared_ptr<Entry>& entry : now) {
        if (std::find(m_entries->begin(), m_entries->end(), entry) == m_entries->end())
            continue; // its subscription ended while another one was told
        try {
            entry->listener(event);
        } catch (...) { // NOLINT(bugprone-empty-catch): see the header
        }
    }
}

} // namespace plumb::session
