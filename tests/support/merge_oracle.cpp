// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/merge_oracle.h"

#include "core/store/schema.h"

#include <algorithm>
#include <charconv>
#include <sqlite3.h>
#include <sstream>

namespace plumb::testing {
namespace {

using Keys = std::set<DumpKey>;

std::vector<std::string> words(const std::string& list) {
    std::vector<std::string> all;
    std::istringstream in(list);
    for (std::string word; std::getline(in, word, ',');)
        all.push_back(word);
    return all;
}

struct Shape {
    std::vector<std::string> keys, columns;
};

const Shape& shapeOf(const std::string& table) {
    static const std::map<std::string, Shape> all = [] {
        std::map<std::string, Shape> shapes;
        for (const store::ContentTable& one : store::kContentTables) {
            Shape shape{words(one.key), words(one.columns)};
            shape.columns.erase(shape.columns.begin(), shape.columns.begin() + std::ssize(shape.keys));
            shapes[one.name] = shape;
        }
        return shapes;
    }();
    return all.at(table);
}

std::string shortest(double value) {
    char buffer[64];
    return {buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr};
}

/// What a table holds for "nothing was said".
const std::map<std::string, DumpRow>& silence() {
    static const std::map<std::string, DumpRow> rows{{"answer", {"1", "NONE", "", "", "", "", "", "0", "0", ""}},
                                                     {"choice_answer", {"unselected", "NONE", ""}},
                                                     {"planning", {"days", "20", "", "6"}},
                                                     {"cost_settings", {"730", "24", "0.1", "USD", "10000", "1", ""}},
                                                     {"reconfirm", {""}}};
    return rows;
}

/// Columns that go together with this one, itself first among equals.
std::vector<std::string> togetherWith(const std::string& table, const std::string& column) {
    static const std::vector<std::pair<std::string, std::vector<std::string>>> groups{
        {"lens", {"sha256", "overlay_sha256", "name"}},
        {"choice_answer", {"status", "reason"}},
        {"evidence", {"sha256", "kind", "bytes"}},
        {"finding", {"status", "reason", "decided_by", "until"}},
        {"finding", {"loss_per_year", "loss_p10", "loss_p90"}},
        {"cost_price", {"amount", "unit", "currency"}}};
    for (const auto& [owner, group] : groups)
        if (owner == table && std::find(group.begin(), group.end(), column) != group.end())
            return group;
    return {column};
}

bool quiet(const std::string& table, const std::string& column, const DumpRow& row) {
    return column == "position" || column == "rank" || column == "number" || table == "snapshot" ||
           (table == "finding" && column == "severity" && !row[1].empty());
}

std::size_t placeOf(const std::string& table, const std::string& column) {
    const auto& columns = shapeOf(table).columns;
    return static_cast<std::size_t>(std::find(columns.begin(), columns.end(), column) - columns.begin());
}

const DumpRow* find(const Dump& dump, const DumpKey& key) {
    const auto it = dump.find(key);
    return it == dump.end() ? nullptr : &it->second;
}

/// Whether the rows say different things.
bool differ(const std::string& table, const DumpRow& a, const DumpRow& b) {
    const auto& columns = shapeOf(table).columns;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (a[i] != b[i] && !quiet(table, columns[i], a))
            return true;
    return false;
}

Keys above(const DumpKey& key, const Dump& dump) {
    static const std::map<std::string, std::vector<std::pair<std::size_t, std::string>>> references{
        {"answer", {{0, "lens"}}},
        {"choice_answer", {{0, "lens"}}},
        {"reconfirm", {{0, "lens"}}},
        {"answer_person", {{0, "lens"}, {2, "participant"}}},
        {"evidence_link", {{0, "evidence"}, {1, "lens"}}},
        {"finding_need", {{0, "finding"}, {1, "finding"}}},
        {"finding_evidence", {{0, "finding"}, {1, "evidence"}}},
        {"finding_measure", {{0, "finding"}}},
        {"finding_trade_off", {{0, "finding"}}},
        {"finding_practice", {{0, "finding"}, {1, "lens"}}},
        {"cost_item_field", {{0, "cost_item"}}},
        {"cost_measure_field", {{0, "cost_measure"}}},
        {"cost_measure_item", {{0, "cost_measure"}, {1, "cost_item"}}},
        {"cost_measure_link", {{0, "cost_measure"}, {2, "cost_measure"}}},
        {"cost_scenario_measure", {{0, "cost_scenario"}, {1, "cost_measure"}}}};
    Keys all;
    if (key.first == "finding") {
        if (const DumpRow* row = find(dump, key); row && !(*row)[1].empty())
            all.insert({"lens", {(*row)[1]}});
    } else if (const auto it = references.find(key.first); it != references.end()) {
        for (const auto& [place, table] : it->second)
            all.insert({table, {key.second[place]}});
    }
    for (const DumpKey& parent : Keys(all))
        if (find(dump, parent))
            all.merge(above(parent, dump));
    return all;
}

std::string whole(const std::string& table, const DumpRow* row) {
    if (!row)
        return "-";
    std::string text;
    const auto& columns = shapeOf(table).columns;
    for (std::size_t i = 0; i < row->size(); ++i)
        if (!(*row)[i].empty() && columns[i] != "position" && columns[i] != "rank" && columns[i] != "number")
            text += (text.empty() ? "" : "\n") + columns[i] + ": " + (*row)[i];
    return text;
}

std::string nameOf(const DumpKey& key, const std::string& column) {
    std::string name = key.first;
    for (const std::string& part : key.second)
        name += "/" + part;
    return name + "/" + column;
}

class Oracle {
public:
    Oracle(const Dump& base, const Dump& ours, const Dump& theirs, bool preferOurs)
        : m_base(base), m_ours(ours), m_theirs(theirs), m_preferOurs(preferOurs) {}

    Expected run() {
        for (const auto& [key, row] : m_base)
            if (!silence().contains(key.first) && m_ours.contains(key) != m_theirs.contains(key) && keptAlive(key))
                m_fought.insert(key);
        Keys keys;
        for (const Dump* side : {&m_ours, &m_theirs})
            for (const auto& [key, row] : *side)
                keys.insert(key);
        for (const DumpKey& key : keys)
            mergeRow(key);
        hangOn();
        scenario();
        return std::move(m_expected);
    }

private:
    /// The side that has the row still said something new in it or in a row that hangs on it.
    bool keptAlive(const DumpKey& key) {
        const Dump& keeper = m_ours.contains(key) ? m_ours : m_theirs;
        return std::any_of(keeper.begin(), keeper.end(), [&](const auto& entry) {
            const DumpRow* before = find(m_base, entry.first);
            return (!before || differ(entry.first.first, *before, entry.second)) &&
                   (entry.first == key || above(entry.first, keeper).contains(key));
        });
    }

    Keys foughtAbove(const DumpKey& key) {
        Keys all;
        for (const Dump* side : {&m_ours, &m_theirs})
            if (side->contains(key))
                for (const DumpKey& one : above(key, *side))
                    if (m_fought.contains(one) && one != key)
                        all.insert(one);
        for (const DumpKey& one : Keys(all))
            if (!foughtAbove(one).empty())
                all.erase(one);
        return all;
    }

    bool stays(const DumpKey& fought) const { return m_preferOurs == m_ours.contains(fought); }

    void keep(const DumpKey& key, const DumpRow* row) {
        if (row)
            m_expected.rows[key] = *row;
    }

    void mergeRow(const DumpKey& key) {
        const DumpRow *base = find(m_base, key), *ours = find(m_ours, key), *theirs = find(m_theirs, key);
        const Keys governing = foughtAbove(key);
        if (governing.empty() && m_fought.contains(key)) {
            m_expected.conflicts.emplace(nameOf(key, ""), whole(key.first, base), whole(key.first, ours),
                                         whole(key.first, theirs));
            return stays(key) ? keep(key, ours ? ours : theirs) : void();
        }
        if (!governing.empty()) {
            if (std::all_of(governing.begin(), governing.end(), [this](const DumpKey& one) { return stays(one); }))
                keep(key, ours ? ours : theirs);
            return;
        }
        if (const auto silent = silence().find(key.first); silent != silence().end()) {
            const auto said = [&](const DumpRow* row) { return row ? row : &silent->second; };
            const DumpRow merged = mergeCells(key, said(base), *said(ours), *said(theirs));
            return merged != silent->second ? keep(key, &merged) : void();
        }
        if (!ours || !theirs)
            return base ? void() : keep(key, ours ? ours : theirs);
        const DumpRow merged = mergeCells(key, base, *ours, *theirs);
        keep(key, &merged);
    }

    DumpRow mergeCells(const DumpKey& key, const DumpRow* base, const DumpRow& ours, const DumpRow& theirs) {
        DumpRow merged = ours;
        const auto& columns = shapeOf(key.first).columns;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            std::vector<std::size_t> group;
            for (const std::string& name : togetherWith(key.first, columns[i]))
                group.push_back(placeOf(key.first, name));
            const auto same = [&](const DumpRow& a, const DumpRow& b) {
                return std::all_of(group.begin(), group.end(), [&](std::size_t c) { return a[c] == b[c]; });
            };
            if (same(ours, theirs))
                continue;
            if (base && same(*base, ours)) {
                merged[i] = theirs[i];
            } else if (!(base && same(*base, theirs)) && !quiet(key.first, columns[i], ours)) {
                std::size_t told = group.front();
                for (auto it = group.rbegin(); it != group.rend(); ++it)
                    if (ours[*it] != theirs[*it])
                        told = *it;
                m_expected.conflicts.emplace(nameOf(key, columns[told]), base ? (*base)[told] : "-", ours[told],
                                             theirs[told]);
                if (!m_preferOurs)
                    merged[i] = theirs[i];
            }
        }
        return merged;
    }

    /// What hangs on a row that goes, goes.
    void hangOn() {
        for (bool again = true; again;)
            again = std::erase_if(m_expected.rows, [this](const auto& entry) {
                        const Keys parents = above(entry.first, m_expected.rows);
                        return std::any_of(parents.begin(), parents.end(),
                                           [this](const DumpKey& one) { return !m_expected.rows.contains(one); });
                    }) != 0;
    }

    void scenario() {
        const auto it = m_expected.rows.find({"cost_settings", {"1"}});
        if (it == m_expected.rows.end())
            return;
        std::string& chosen = it->second[6];
        if (!chosen.empty() && !m_expected.rows.contains({"cost_scenario", {chosen}}))
            chosen.clear();
        if (it->second == silence().at("cost_settings"))
            m_expected.rows.erase(it);
    }

    const Dump &m_base, &m_ours, &m_theirs;
    bool m_preferOurs;
    Keys m_fought;
    Expected m_expected;
};

} // namespace

Dumper::Dumper(sqlite3* database) {
    for (const store::ContentTable& table : store::kContentTables) {
        sqlite3_stmt* statement = nullptr;
        const std::string sql = std::string("SELECT ") + table.columns + " FROM " + table.name;
        if (sqlite3_prepare_v2(database, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK)
            std::abort();
        m_statements.emplace_back(table.name, statement);
    }
}

Dumper::~Dumper() {
    for (const auto& [table, statement] : m_statements)
        sqlite3_finalize(statement);
}

Dump Dumper::dump() {
    Dump dump;
    for (const auto& [table, statement] : m_statements) {
        const auto keys = static_cast<std::ptrdiff_t>(shapeOf(table).keys.size());
        while (sqlite3_step(statement) == SQLITE_ROW) {
            std::vector<std::string> values;
            for (int i = 0; i < sqlite3_column_count(statement); ++i)
                values.push_back(sqlite3_column_type(statement, i) == SQLITE_FLOAT
                                     ? shortest(sqlite3_column_double(statement, i))
                                     : reinterpret_cast<const char*>(sqlite3_column_text(statement, i)));
            const auto middle = values.begin() + keys;
            dump[{table, {values.begin(), middle}}] = {middle, values.end()};
        }
        sqlite3_reset(statement);
    }
    return dump;
}

Expected expectedMerge(const Dump& base, const Dump& ours, const Dump& theirs, bool preferOurs) {
    return Oracle(base, ours, theirs, preferOurs).run();
}

Dump withoutQuiet(const Dump& dump) {
    Dump even = dump;
    for (auto& [key, row] : even) {
        const auto& columns = shapeOf(key.first).columns;
        for (std::size_t i = 0; i < row.size(); ++i)
            if (key.first != "snapshot" && quiet(key.first, columns[i], dump.at(key)))
                row[i].clear();
        if (key.first == "snapshot")
            row[0] = row[0].substr(0, row[0].find(" ("));
    }
    return even;
}

std::string differences(const Dump& a, const Dump& b) {
    std::string text;
    const auto say = [&](const char* mark, const Dump& from, const Dump& other) {
        for (const auto& [key, row] : from) {
            const DumpRow* there = find(other, key);
            if (there && *there == row)
                continue;
            text += mark + nameOf(key, "");
            for (const std::string& cell : row)
                text += "|" + cell;
            text += "\n";
        }
    };
    say("- ", a, b);
    say("+ ", b, a);
    return text;
}

bool leaveOutCircles(Dump& expected, const Dump& merged) {
    const auto edge = [](const DumpKey& key) -> std::optional<std::pair<std::string, std::string>> {
        if (key.first == "finding_need")
            return std::pair(key.second[0], key.second[1]);
        if (key.first == "cost_measure_link" && key.second[1] == "needs")
            return std::pair(key.second[0], key.second[2]);
        return std::nullopt;
    };
    const auto reaches = [&](const std::string& table, const std::string& from, const std::string& to) {
        std::set<std::string> seen{from};
        for (std::size_t before = 0; before != seen.size();) {
            before = seen.size();
            for (const auto& [key, row] : merged)
                if (const auto e = edge(key); e && key.first == table && seen.contains(e->first))
                    seen.insert(e->second);
        }
        return seen.contains(to);
    };
    for (auto it = expected.begin(); it != expected.end();) {
        const auto e = edge(it->first);
        if (!e || merged.contains(it->first)) {
            ++it;
            continue;
        }
        if (!reaches(it->first.first, e->second, e->first))
            return false;
        it = expected.erase(it);
    }
    return true;
}

} // namespace plumb::testing
