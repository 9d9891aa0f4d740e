// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The six places of the window, in the order of the rail: their ids (settings, command line), names, actions and icons.
#pragma once

#include <array>
#include <optional>
#include <QString>
#include <QStringView>

namespace plumb::ui {

enum class Place { Overview, Questions, Findings, Costs, Compare, Report };

inline constexpr std::array kPlaces = {Place::Overview, Place::Questions, Place::Findings,
                                       Place::Costs,    Place::Compare,   Place::Report};

[[nodiscard]] QString placeId(Place place);                     ///< "overview"
[[nodiscard]] QString placeName(Place place);                   ///< "Overview", translated
[[nodiscard]] QString placeAction(Place place);                 ///< "go.overview"
[[nodiscard]] std::optional<Place> placeFromId(QStringView id); ///< any case

} // namespace plumb::ui
