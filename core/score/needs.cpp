// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Circles in what findings need first.
#include "core/score/findings.h"

#include <algorithm>
#include <map>

namespace plumb::score {
namespace {

/// A walk along the needs. Every key is looked at once.
class Walk {
public:
    explicit Walk(const std::vector<std::pair<std::string, std::vector<std::string>>>& needs) {
        for (const auto& [key, list] : needs)
            m_needs.emplace(key, &list);
    }
    /// The circle that can be reached from `start`, or nothing.
    std::vector<std::string> from(const std::string& start) {
        if (!enter(start))
            return {};
        while (!m_path.empty()) {
            Step& step = m_path.back();
            if (!step.list || step.next == step.list->size()) {
                m_marks[step.key] = Mark::Done;
                m_path.pop_back();
                continue;
            }
            const std::string& key = (*step.list)[step.next++];
            if (!enter(key) && m_marks[key] == Mark::OnPath)
                return circle(key);
        }
        return {};
    }

private:
    enum class Mark { OnPath, Done };
    struct Step {
        std::string key;
        const std::vector<std::string>* list = nullptr;
        std::size_t next = 0;
    };
    bool enter(const std::string& key) {
        if (!m_marks.emplace(key, Mark::OnPath).second)
            return false;
        const auto it = m_needs.find(key);
        m_path.push_back({key, it == m_needs.end() ? nullptr : it->second, 0});
        return true;
    }
    [[nodiscard]] std::vector<std::string> circle(const std::string& key) const {
        std::vector<std::string> keys;
        auto it = std::ranges::find(m_path, key, &Step::key);
        for (; it != m_path.end(); ++it)
            keys.push_back(it->key);
        keys.push_back(key);
        return keys;
    }

    std::map<std::string, const std::vector<std::string>*> m_needs;
    std::map<std::string, Mark> m_marks;
    std::vector<Step> m_path;
};

} // namespace

std::vector<std::string> circleIn(const std::vector<std::pair<std::string, std::vector<std::string>>>& needs) {
    Walk walk(needs);
    for (const auto& entry : needs)
        if (auto circle = walk.from(entry.first); !circle.empty())
            return circle;
    return {};
}

} // namespace plumb::score
