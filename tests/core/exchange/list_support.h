// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the tests of list readers share: files, sums of an account, what the engine makes of an import.
#pragma once

#include "core/base/json.h"
#include "core/cost/evaluate.h"
#include "core/cost/spec.h"
#include "core/exchange/list_readers.h"

#include <QtTest>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace plumb::test {

using exchange::AccountLine;
using exchange::CostImport;
using exchange::CostImportOptions;
using Fate = exchange::AccountLine::Fate;

inline std::string bytesOf(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}
inline std::string sample(const std::string& name) {
    return bytesOf(PLUMB_SOURCE_DIR "/tests/data/cost/lists/" + name);
}
inline std::string corpusFile(const std::string& name) {
    return PLUMB_SHARED_DIR "/corpus/cost/" + name;
}

inline std::uint64_t rowsOf(const CostImport& import, Fate fate) {
    std::uint64_t rows = 0;
    for (const AccountLine& line : import.account.lines)
        rows += line.fate == fate ? line.rows : 0;
    return rows;
}
inline double amountOf(const CostImport& import, Fate fate) {
    double amount = 0;
    for (const AccountLine& line : import.account.lines)
        amount += line.fate == fate ? line.amount : 0;
    return amount;
}
inline const AccountLine* lineOf(const CostImport& import, Fate fate, const std::string& reason) {
    for (const AccountLine& line : import.account.lines)
        if (line.fate == fate && line.reason == reason)
            return &line;
    return nullptr;
}

inline bool near(double actual, double expected, double scale) {
    if (std::abs(actual - expected) <= 1e-9 * std::max(1.0, std::abs(scale)))
        return true;
    qWarning("%.17g is not %.17g", actual, expected);
    return false;
}

inline Json fieldsOf(const review::CostFields& fields, Json object) {
    for (const auto& [name, text] : fields) {
        const JsonDocument value = parseJson(text);
        if (!value.usable)
            qFatal("field %s is not JSON: %s", name.c_str(), text.c_str());
        object[name] = value.root;
    }
    return object;
}
/// The import as the engine takes it; fatal when it does not.
inline cost::Spec specOf(const CostImport& import, double hoursPerMonth = 730) {
    Json spec{{"hoursPerMonth", hoursPerMonth}, {"items", Json::array()}, {"measures", Json::array()}};
    for (const review::CostItem& item : import.items)
        spec["items"].push_back(fieldsOf(item.fields, Json{{"id", item.id}, {"name", item.name}, {"type", item.type}}));
    for (const review::CostMeasure& measure : import.measures)
        spec["measures"].push_back(fieldsOf(measure.fields, Json{{"id", measure.id},
                                                                 {"name", measure.name},
                                                                 {"type", measure.type},
                                                                 {"items", measure.items},
                                                                 {"excludes", measure.excludes}}));
    auto read = cost::readSpec(spec);
    if (!read)
        qFatal("%s: %s", read.error().text.c_str(),
               read.error().messages.empty()
                   ? ""
                   : (read.error().messages.front().pointer + " " + read.error().messages.front().text).c_str());
    return *read;
}
inline double savingOf(const cost::Spec& spec, std::size_t measure) {
    return cost::monthlyWith(spec, {}) - cost::monthlyWith(spec, {measure});
}

/// What holds for every import: rows and amounts of the account sum, items cost what was mapped, names and ids fit.
inline bool isSound(const CostImport& import, double hoursPerMonth = 730) {
    std::uint64_t rows = 0;
    double amount = 0, size = 0;
    for (const AccountLine& line : import.account.lines) {
        rows += line.rows;
        amount += line.amount;
        size += std::abs(line.amount);
    }
    bool sound = rows == import.account.rows && near(amount, import.account.amount, size);
    if (!import.items.empty())
        sound = near(cost::monthlyWith(specOf(import, hoursPerMonth), {}),
                     amountOf(import, Fate::Mapped) / import.months, size) &&
                sound;
    for (const review::CostItem& item : import.items)
        sound = sound && !item.name.empty() && item.name.size() <= review::kMaxCostName && !item.id.empty() &&
                item.id.size() <= review::kMaxCostId && !item.note.empty();
    for (const review::CostMeasure& measure : import.measures)
        sound = sound && measure.name.size() <= review::kMaxCostName && measure.id.size() <= review::kMaxCostId;
    for (const review::Price& price : import.prices)
        sound = sound && price.amount >= 0 && !price.subject.empty() && !price.field.empty();
    return sound && import.format != exchange::CostFormat::Auto && import.messages.size() <= 200;
}

} // namespace plumb::test

#define COMPARE_TEXT(actual, expected) QCOMPARE(QString::fromStdString(actual), QString::fromStdString(expected))
