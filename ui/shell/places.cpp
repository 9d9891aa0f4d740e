// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/places.h"

#include <QCoreApplication>

namespace plumb::ui {

QString placeId(Place place) {
    constexpr std::array<const char*, kPlaces.size()> kIds = {"overview", "questions", "findings",
                                                              "costs",    "compare",   "report"};
    return QString::fromLatin1(kIds[static_cast<std::size_t>(place)]);
}

QString placeName(Place place) {
    constexpr std::array<const char*, kPlaces.size()> kNames = {
        QT_TRANSLATE_NOOP("Places", "Overview"), QT_TRANSLATE_NOOP("Places", "Questions"),
        QT_TRANSLATE_NOOP("Places", "Findings"), QT_TRANSLATE_NOOP("Places", "Costs"),
        QT_TRANSLATE_NOOP("Places", "Compare"),  QT_TRANSLATE_NOOP("Places", "Report")};
    return QCoreApplication::translate("Places", kNames[static_cast<std::size_t>(place)]);
}

QString placeAction(Place place) {
    return QStringLiteral("go.") + placeId(place);
}

std::optional<Place> placeFromId(QStringView id) {
    for (const Place place : kPlaces) {
        if (id.compare(placeId(place), Qt::CaseInsensitive) == 0)
            return place;
    }
    return std::nullopt;
}

} // namespace plumb::ui
