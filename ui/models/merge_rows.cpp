// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/merge_rows.h"

#include "core/store/schema.h"
#include "ui/bridge/session_bridge.h"

#include <algorithm>
#include <fmt/format.h>
#include <QCoreApplication>

namespace plumb::ui {

namespace {

using store::MergeConflict;
using store::Table;

struct MergeRows {
    Q_DECLARE_TR_FUNCTIONS(MergeRows)
};

using Values = std::vector<std::pair<std::string, std::string>>; ///< column and what is stored; empty says nothing

QString lineOf(const MergeReviews& reviews, Table table, const std::vector<std::string>& key, const std::string& column,
               const std::string& value) {
    QString words = cellWords(table, key, column);
    if (words.isEmpty())
        return {};
    words[0] = words[0].toUpper();
    return MergeRows::tr("%1: %2").arg(words, cellValue(reviews, table, key, column, value));
}

std::string money(double amount) {
    return amount == 0 ? std::string() : fmt::format("{}", amount);
}

Values findingUnit(const review::Finding& finding, const std::string& column) {
    if (column.starts_with("loss_")) {
        const review::LossModel loss = finding.loss.value_or(review::LossModel{});
        return {{"loss_per_year", money(loss.perYear)}, {"loss_p10", money(loss.p10)}, {"loss_p90", money(loss.p90)}};
    }
    if (column != "status" && column != "reason" && column != "decided_by" && column != "until")
        return {};
    return {{"status", std::string(review::toText(finding.status))},
            {"reason", finding.reason},
            {"decided_by", finding.decidedBy},
            {"until", toIso(finding.until)}};
}

Values unitOf(const review::Review& review, const MergeConflict& conflict) {
    const std::vector<std::string>& key = conflict.key;
    if (conflict.table == Table::Finding && !key.empty()) {
        const review::Finding* const finding = review.findFinding(key[0]);
        return finding == nullptr ? Values() : findingUnit(*finding, conflict.column);
    }
    if (conflict.table == Table::ChoiceAnswer && key.size() == 3 && conflict.column != "note") {
        const auto& choices = review.answer({key[0], key[1]}).choices;
        const auto found = choices.find(key[2]);
        if (found == choices.end() || found->second.reason == review::NaReason::None)
            return {};
        return {{"reason", std::string(review::toText(found->second.reason))}};
    }
    if (conflict.table == Table::CostPrice && key.size() == 2 &&
        (conflict.column == "amount" || conflict.column == "unit" || conflict.column == "currency")) {
        const auto& prices = review.costs.prices;
        const auto found = std::find_if(prices.begin(), prices.end(), [&](const review::Price& price) {
            return price.subject == key[0] && price.field == key[1];
        });
        if (found != prices.end())
            return {{"amount", fmt::format("{}", found->amount)}, {"unit", found->unit}, {"currency", found->currency}};
    }
    return {};
}

} // namespace

QStringList rowLines(const MergeReviews& reviews, Table table, const std::vector<std::string>& key,
                     const std::string& row) {
    const auto* const shape = std::find_if(store::kContentTables.begin(), store::kContentTables.end(),
                                           [&](const store::ContentTable& each) { return each.table == table; });
    if (shape == store::kContentTables.end())
        return {};
    QStringList columns = q(shape->columns).split(QLatin1Char(','));
    QStringList out;
    std::string column, value;
    const auto close = [&] {
        if (const QString line = column.empty() ? QString() : lineOf(reviews, table, key, column, value);
            !line.isEmpty())
            out << line;
    };
    const QStringList lines = q(row).split(QLatin1Char('\n'));
    for (const QString& line : lines) {
        const QString name = line.section(QStringLiteral(": "), 0, 0);
        // Columns come in their order; a line that begins like an earlier one belongs to the text before it.
        if (const qsizetype at = name.size() < line.size() ? columns.indexOf(name) : -1; at >= 0) {
            close();
            columns.remove(0, at + 1);
            column = s(name);
            value = s(line.mid(name.size() + 2));
        } else {
            value += "\n" + s(line);
        }
    }
    close();
    return out;
}

QStringList companionLines(const MergeReviews& reviews, const review::Review* side, const MergeConflict& conflict) {
    QStringList lines;
    if (side == nullptr)
        return lines;
    for (const auto& [column, value] : unitOf(*side, conflict))
        if (column != conflict.column && !value.empty())
            lines << lineOf(reviews, conflict.table, conflict.key, column, value);
    return lines;
}

} // namespace plumb::ui
