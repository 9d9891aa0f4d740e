// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The cost model in words, translated: what lists, header, editor and dialogs say. Computes nothing; rounds money for
// the screen.
#pragma once

#include "core/cost/types.h"
#include "core/review/costs.h"
#include "ui/bridge/session_bridge.h"

#include <optional>
#include <QString>
#include <QStringList>
#include <string>
#include <string_view>
#include <vector>

namespace plumb::ui {

/// Catalog entries by their name in a stored item or measure; null for names that are none.
[[nodiscard]] const cost::ItemTypeInfo* itemTypeOf(std::string_view type);
[[nodiscard]] const cost::MeasureTypeInfo* measureTypeOf(std::string_view type);
/// Fields of a type in the order of the catalog; a measure's own, then those of every measure.
[[nodiscard]] std::vector<cost::FieldInfo> costFields(bool ofMeasure, std::string_view type);

/// "Real-time endpoint", "Prompt caching"; the type itself when it is none.
[[nodiscard]] QString itemTypeWords(std::string_view type);
[[nodiscard]] QString measureTypeWords(std::string_view type);
/// "pricePerHour" -> "Price per hour", "ocu" -> "OCU", "ttlMinutes" -> "TTL minutes".
[[nodiscard]] QString fieldWords(std::string_view field);
/// Whole sentence out of words of the catalog: a capital and a full stop.
[[nodiscard]] QString asSentence(std::string_view words);

/// Formulas and conditions of the catalog as people read them: "price per hour \u00D7 instances".
[[nodiscard]] QString formulaWords(std::string_view formula);

/// A field's number when it is a plain one.
[[nodiscard]] std::optional<double> plainNumber(const review::CostFields& fields, const std::string& name);
/// The quantity of a field's JSON; nothing when it is no number.
[[nodiscard]] std::optional<cost::Quantity> quantityOf(std::string_view json);
/// As it is stored.
[[nodiscard]] std::string jsonOf(const cost::Quantity& quantity);

/// "30,900", with a true minus.
[[nodiscard]] QString wholeMoney(double amount);
[[nodiscard]] QString signOf(std::string_view currency);
/// "46 %".
[[nodiscard]] QString percentWords(double share);
/// "S effort" for 1 person-day, "M" for 5, "L" for 20, else "12 days"; empty for 0.
[[nodiscard]] QString daysWords(double days);
/// "M effort, $14,000 once, from month 2".
[[nodiscard]] QString measureMeta(const review::CostMeasure& measure, const QString& sign);
/// "from 1 Aug 2026" of days; empty for none.
[[nodiscard]] QString dayText(Date day);

} // namespace plumb::ui
