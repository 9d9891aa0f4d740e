// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/list_import.h"

#include "core/base/json.h"
#include "core/exchange/list_csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace plumb::exchange::lists {
namespace {

constexpr std::size_t kMostMessages = 100;
constexpr std::size_t kMostJson = 256u << 20;
constexpr std::size_t kIdFromName = 60; ///< longer names are cut, ids stand in shells and reports

} // namespace

void ExactSum::add(double value) noexcept {
    const double sum = m_sum + value;
    m_lost += std::abs(m_sum) >= std::abs(value) ? (m_sum - sum) + value : (value - sum) + m_sum;
    m_sum = sum;
}

std::string ListPlace::text() const {
    return line > 0 ? fmt::format("line {}", line) : pointer;
}

void ListAccount::add(AccountLine::Fate fate, std::string_view reason, const ListPlace& place, double amount,
                      std::uint64_t rows) {
    Line& line = m_lines[{fate, std::string(reason)}];
    line.first = line.rows == 0 ? place.line : std::min(line.first, place.line);
    line.rows += rows;
    line.amount.add(amount);
    m_all.add(amount);
    m_rows += rows;
}

void ListAccount::map(std::string_view reason, const ListPlace& place, double amount) {
    add(AccountLine::Fate::Mapped, reason, place, amount, 1);
}

void ListAccount::leaveOut(std::string_view reason, const ListPlace& place, double amount) {
    add(AccountLine::Fate::LeftOut, reason, place, amount, 1);
}

void ListAccount::refuse(std::string_view reason, const ListPlace& place, Message message, double amount,
                         std::uint64_t rows) {
    add(AccountLine::Fate::Refused, reason, place, amount, rows);
    if (m_refused.size() >= kMostMessages)
        return;
    message.pointer = place.text();
    m_refused.push_back(std::move(message));
}

void ListAccount::warn(std::string text, std::string fix) {
    if (m_warnings.size() < kMostMessages)
        m_warnings.push_back({"I009", {}, std::move(text), std::move(fix)});
}

void ListAccount::finish(CostImport& import) const {
    Account& account = import.account;
    account = {m_rows, m_all.value(), {}};
    for (const auto& [key, line] : m_lines)
        account.lines.push_back({key.first, key.second, line.rows, line.amount.value(), line.first});
    std::stable_sort(account.lines.begin(), account.lines.end(), [](const AccountLine& a, const AccountLine& b) {
        return a.fate != b.fate ? a.fate < b.fate : a.amount > b.amount;
    });
    import.messages = m_refused;
    import.messages.insert(import.messages.end(), m_warnings.begin(), m_warnings.end());
}

std::string ListIds::fresh(std::string_view name) {
    std::string id;
    for (const char c : name.substr(0, kIdFromName)) {
        const bool small = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_';
        if (small)
            id += c;
        else if (c >= 'A' && c <= 'Z')
            id += static_cast<char>(c - 'A' + 'a');
        else if (!id.empty() && id.back() != '-')
            id += '-';
    }
    while (!id.empty() && id.back() == '-')
        id.pop_back();
    if (id.empty())
        id = "item";
    std::string unique = id;
    for (int i = 2; !m_taken.insert(unique).second; ++i)
        unique = fmt::format("{}-{}", id, i);
    return unique;
}

std::string shortened(std::string_view text, std::size_t bytes) {
    if (text.size() <= bytes)
        return std::string(text);
    std::size_t end = bytes - 3;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        --end;
    return std::string(text.substr(0, end)) + "...";
}

std::string fitName(std::string_view name) {
    std::string out;
    for (const char c : trimmed(name))
        out += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
    if (!validUtf8(out)) // file names may be anything
        std::replace_if(
            out.begin(), out.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }, '?');
    return out.empty() ? "?" : shortened(out, review::kMaxCostName);
}

std::string jsonNumber(double value) {
    return fmt::format("{}", value == 0 ? 0.0 : value);
}

std::string jsonText(std::string_view text) {
    std::string json = writeJsonCompact(Json(std::string(text)));
    while (!json.empty() && json.back() == '\n')
        json.pop_back();
    return json;
}

std::optional<double> numberIn(const Json& value) {
    if (value.is_number()) {
        const double number = value.get<double>();
        return std::isfinite(number) && std::abs(number) <= 1e12 ? std::optional(number) : std::nullopt;
    }
    return value.is_string() ? decimalNumber(value.get_ref<const std::string&>()) : std::nullopt;
}

std::string textIn(const Json& object, std::string_view key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Result<Json> parseListJson(std::string_view bytes, std::string_view name) {
    JsonDocument document = parseJson(bytes, {kMostJson, 100});
    if (document.usable)
        return std::move(document.root);
    Error error{ErrorKind::Refused,
                "import.notJson",
                fmt::format("{} is not JSON that can be used.", name),
                std::string(name),
                {},
                std::move(document.problems)};
    if (!error.messages.empty())
        error.text += " " + error.messages.front().text;
    return fail(std::move(error));
}

Error missingColumns(std::string_view name, std::string_view format, std::vector<std::string> missing) {
    return {ErrorKind::Refused,
            "import.wrongColumns",
            fmt::format("{} is not {}: it lacks {}.", name, format, fmt::join(missing, ", ")),
            std::string(name),
            std::move(missing),
            {}};
}

Result<std::string> currencyOf(const std::set<std::string, std::less<>>& found, const CostImportOptions& options,
                               std::string_view name) {
    if (!options.currency.empty())
        return options.currency;
    if (found.size() > 1)
        return fail(
            ErrorKind::Refused, "import.mixedCurrency",
            fmt::format("{} has more than one currency: {}. Say which one to read.", name, fmt::join(found, ", ")),
            std::string(name), {found.begin(), found.end()});
    return found.empty() ? std::string("USD") : *found.begin();
}

} // namespace plumb::exchange::lists
