// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The cost measures behind a finding or a question, with what they save, in the window's words.
#pragma once

#include "core/session/session.h"

#include <QString>
#include <QStringList>
#include <string>
#include <string_view>
#include <vector>

namespace plumb::ui {

struct FindingMeasure {
    std::string id;    ///< of the model; empty: a name that no measure of the model answers to
    QString name;      ///< "Prompt caching for the agent"
    bool byId = false; ///< the finding names it; else only its type links it
    bool on = false;   ///< the chosen scenario has it
    QString money;     ///< "saves $1,925/mo", "would save $140/mo", "not in the cost model"; may be empty
    friend bool operator==(const FindingMeasure&, const FindingMeasure&) = default;
};

/// Measures of the model in its order, then names without one. Empty for an unknown key.
[[nodiscard]] std::vector<FindingMeasure> measuresOf(const session::Session& session, const std::string& findingKey);

/// Every measure of the model for a list to pick from.
[[nodiscard]] std::vector<FindingMeasure> allMeasures(const session::Session& session);

/// Name of the chosen scenario when it lacks a measure behind the finding that could be switched on; else empty.
[[nodiscard]] QString scenarioToSwitch(const session::Session& session, const std::string& findingKey);

/// What overlay names mean with the money of those measures that the model has: "Prompt caching", "saves $1,925/mo".
struct NamedMoney {
    QString name, money;
    friend bool operator==(const NamedMoney&, const NamedMoney&) = default;
};
[[nodiscard]] std::vector<NamedMoney> measuresNamed(const session::Session& session,
                                                    const std::vector<std::string>& names);

} // namespace plumb::ui
