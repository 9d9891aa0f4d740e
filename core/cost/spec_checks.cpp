// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/spec_checks.h"

#include "core/base/json.h"
#include "core/cost/types.h"

#include <algorithm>
#include <fmt/format.h>

namespace plumb::cost {
namespace {

/// Hours that a month does not have; `pointer` is that of the owner.
void checkHours(const std::optional<Quantity>& hours, const std::string& pointer, double hoursPerMonth,
                std::vector<Message>& messages) {
    if (hours && highest(*hours) > hoursPerMonth)
        messages.push_back({"C002", childPointer(pointer, "hoursOn"),
                            fmt::format("{} hours are more than a month has.", highest(*hours)),
                            fmt::format("Give at most {}, or another \"hoursPerMonth\".", hoursPerMonth)});
}

class Circles {
public:
    Circles(const Spec& spec, std::vector<Message>& messages)
        : m_spec(spec), m_messages(messages), m_state(spec.measures.size(), State::New) {}

    void search() {
        for (std::size_t k = 0; k < m_spec.measures.size(); ++k)
            if (m_state[k] == State::New)
                from(k);
    }

private:
    enum class State { New, OnPath, Done };
    struct Step {
        std::size_t measure;
        std::size_t next; ///< the prerequisite to look at next
    };

    void from(std::size_t start) {
        std::vector<Step> path{{start, 0}};
        m_state[start] = State::OnPath;
        while (!path.empty()) {
            Step& step = path.back();
            const std::vector<std::size_t>& needed = m_spec.measures[step.measure].prerequisites;
            if (step.next == needed.size()) {
                m_state[step.measure] = State::Done;
                path.pop_back();
                continue;
            }
            const std::size_t to = needed[step.next++];
            if (m_state[to] == State::OnPath)
                report(path, to);
            if (m_state[to] == State::New) {
                m_state[to] = State::OnPath;
                path.push_back({to, 0});
            }
        }
    }

    void report(const std::vector<Step>& path, std::size_t to) {
        auto it = std::find_if(path.begin(), path.end(), [to](const Step& step) { return step.measure == to; });
        std::string names;
        for (; it != path.end(); ++it)
            names += m_spec.measures[it->measure].id + " -> ";
        m_messages.push_back({"C007", childPointer(childPointer(childPointer("", "measures"), to), "requires"),
                              fmt::format("Prerequisites go in a circle: {}{}.", names, m_spec.measures[to].id),
                              "Take one of them out of \"requires\"."});
    }

    const Spec& m_spec;
    std::vector<Message>& m_messages;
    std::vector<State> m_state;
};

bool has(const std::vector<std::size_t>& list, std::size_t value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

} // namespace

void checkItem(const Item& item, const std::string& pointer, double hoursPerMonth, std::vector<Message>& messages) {
    if (item.type == ItemType::Endpoint)
        checkHours(item.fields.numbers[endpoint::HoursOn], pointer, hoursPerMonth, messages);
    if (item.type != ItemType::OpenSearchServerless)
        return;
    const auto generation = item.fields.texts.find("generation");
    const bool next = generation != item.fields.texts.end() && generation->second == "next";
    if (!next && item.fields.numbers[opensearch::ActiveShare])
        messages.push_back({"C001", childPointer(pointer, "activeShare"), "A classic collection is always up.",
                            "Leave it out, or give \"generation\":\"next\"."});
}

void checkMeasure(const Measure& measure, const std::string& pointer, double hoursPerMonth,
                  std::vector<Message>& messages) {
    const std::vector<std::optional<Quantity>>& numbers = measure.fields.numbers;
    if (measure.type == MeasureType::Schedule) {
        checkHours(numbers[schedule::HoursOn], pointer, hoursPerMonth, messages);
        if (!numbers[schedule::HoursOn] && !numbers[schedule::HoursPerDay] && !numbers[schedule::DaysPerWeek])
            messages.push_back({"C004", pointer, "The schedule has no hours.",
                                "Give \"hoursOn\" for a month, or \"hoursPerDay\" and \"daysPerWeek\"."});
    }
    if (measure.type == MeasureType::DistributedTraining && !numbers[distributed::Efficiency] &&
        !numbers[distributed::ParallelShare])
        messages.push_back({"C004", pointer, "The measure does not say how well the run scales.",
                            "Give \"efficiency\" on that many instances, or \"parallelShare\"."});
}

void checkCircles(const Spec& spec, std::vector<Message>& messages) {
    Circles(spec, messages).search();
}

void checkScenario(const Spec& spec, const Scenario& scenario, const std::string& pointer,
                   std::vector<Message>& messages) {
    const std::string at = childPointer(pointer, "measures");
    for (std::size_t n = 0; n < scenario.measures.size(); ++n) {
        const Measure& measure = spec.measures[scenario.measures[n]];
        for (const std::size_t needed : measure.prerequisites)
            if (!has(scenario.measures, needed))
                messages.push_back({"C008", at,
                                    fmt::format("\"{}\" needs \"{}\", which the scenario does not have.", measure.id,
                                                spec.measures[needed].id),
                                    "Put the prerequisite in, or take the measure out."});
        for (std::size_t m = n + 1; m < scenario.measures.size(); ++m) {
            const Measure& later = spec.measures[scenario.measures[m]];
            if (has(measure.excludes, scenario.measures[m]) || has(later.excludes, scenario.measures[n]))
                messages.push_back({"C008", at,
                                    fmt::format("\"{}\" and \"{}\" exclude each other.", measure.id, later.id),
                                    "Keep one of them in this scenario."});
        }
    }
}

Error refusal(std::vector<Message> messages) {
    const Message& first = messages.front();
    Error error{ErrorKind::Refused, "cost.spec", {}, first.pointer, {std::to_string(messages.size())}, {}};
    const std::string place = first.pointer.empty() ? "the top" : first.pointer;
    error.text = messages.size() == 1
                     ? fmt::format("The cost specification can't be used: {} ({})", first.text, place)
                     : fmt::format("The cost specification can't be used; {} things are wrong, the first at {}: {}",
                                   messages.size(), place, first.text);
    error.messages = std::move(messages);
    return error;
}

} // namespace plumb::cost
