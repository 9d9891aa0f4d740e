// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/store_builders.h"
#include "core/base/json.h"

#include "core/store/schema.h"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <set>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

namespace plumb::testing {
namespace fs = std::filesystem;

Folder::Folder() {
    // In memory where there is such a place: the tests make thousands of commands, each waits for the disk.
    const fs::path base = access("/dev/shm", W_OK) == 0 ? fs::path("/dev/shm") : fs::temp_directory_path();
    std::string name = (base / "plumb-test-XXXXXX").string();
    if (!mkdtemp(name.data()))
        std::abort();
    m_path = name;
}

Folder::~Folder() {
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
}

std::string Folder::listing() const {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(m_path))
        names.insert(entry.path().filename().string());
    std::string text;
    for (const std::string& name : names)
        text += name + '\n';
    return text;
}

std::string lensJson(int questions, int choices, std::string_view name) {
    constexpr int pillars = 5;
    Json root{
        {"schemaVersion", "2021-11-01"}, {"name", name}, {"description", "For tests"}, {"pillars", Json::array()}};
    for (int p = 0; p < pillars; ++p)
        root["pillars"].push_back({{"id", "p" + std::to_string(p)}, {"name", "Pillar"}, {"questions", Json::array()}});
    for (int q = 0; q < questions; ++q) {
        const std::string id = "q" + std::to_string(q);
        Json question{{"id", id},
                      {"title", "How do you handle matter " + std::to_string(q) + "?"},
                      {"description", "About résumé screening and retrieval " + std::to_string(q)},
                      {"choices", Json::array()},
                      {"riskRules", Json::array()}};
        std::string all;
        for (int c = 0; c < choices; ++c) {
            const std::string choice = id + "_" + static_cast<char>('a' + c);
            question["choices"].push_back({{"id", choice},
                                           {"title", "Practice " + choice},
                                           {"helpfulResource", {{"displayText", "Do it well and often."}}},
                                           {"improvementPlan", {{"displayText", "Start doing it."}}}});
            all += (all.empty() ? "" : " && ") + choice;
        }
        question["choices"].push_back({{"id", id + "_no"},
                                       {"title", "None of these"},
                                       {"helpfulResource", {{"displayText", "Nothing of it."}}},
                                       {"improvementPlan", {{"displayText", "Start."}}}});
        question["riskRules"] = Json::array({{{"condition", all}, {"risk", "NO_RISK"}},
                                             {{"condition", id + "_a"}, {"risk", "MEDIUM_RISK"}},
                                             {{"condition", "default"}, {"risk", "HIGH_RISK"}}});
        root["pillars"][static_cast<std::size_t>(q % pillars)]["questions"].push_back(std::move(question));
    }
    // A pillar without questions would be refused.
    Json filled = Json::array();
    for (Json& pillar : root["pillars"])
        if (!pillar["questions"].empty())
            filled.push_back(std::move(pillar));
    root["pillars"] = std::move(filled);
    return writeJson(root);
}

std::string overlayJson(int questions) {
    Json all = Json::object();
    for (int q = 0; q < questions; ++q)
        all["q" + std::to_string(q)] = {{"shortTitle", "Matter " + std::to_string(q)}};
    return writeJson(Json{{"questions", all}});
}

std::unique_ptr<store::Project> newProject(const fs::path& path, World& world, int questions) {
    review::Workload workload;
    workload.name = "Claims assistant";
    workload.client = "Northwind Mutual";
    auto project = store::Project::create(path, workload, world.env());
    if (!project) {
        std::fprintf(stderr, "create: %s\n", project.error().text.c_str());
        std::abort();
    }
    const auto added = (*project)->run("Add lens", {}, [&](store::Writer& writer) {
        return writer.putLens("test", "Test Lens", lensJson(questions), overlayJson(questions), 0);
    });
    if (!added) {
        std::fprintf(stderr, "putLens: %s\n", added.error().text.c_str());
        for (const Message& message : added.error().messages)
            std::fprintf(stderr, "  %s %s %s\n", message.id.c_str(), message.pointer.c_str(), message.text.c_str());
        std::abort();
    }
    return std::move(*project);
}

Result<store::Applied> select(store::Project& project, const QuestionKey& key,
                              std::initializer_list<std::string_view> choices, std::string_view mergeKey) {
    auto answer = project.loadAnswer(key);
    if (!answer)
        return fail(answer.error());
    std::erase_if(answer->choices, [](const auto& entry) { return entry.second.note.empty(); });
    for (auto& [id, choice] : answer->choices)
        choice.status = review::ChoiceStatus::Unselected;
    for (const std::string_view choice : choices)
        answer->choices[std::string(choice)].status = review::ChoiceStatus::Selected;
    return project.run("Answer " + key.question, mergeKey,
                       [&](store::Writer& writer) { return writer.putAnswer(key, *answer); });
}

Result<store::Applied> setNote(store::Project& project, const QuestionKey& key, std::string_view note,
                               std::string_view mergeKey) {
    auto answer = project.loadAnswer(key);
    if (!answer)
        return fail(answer.error());
    answer->note = note;
    return project.run("Note on " + key.question, mergeKey,
                       [&](store::Writer& writer) { return writer.putAnswer(key, *answer); });
}

namespace {

class Raw {
public:
    explicit Raw(const fs::path& path) { sqlite3_open(path.c_str(), &m_handle); }
    ~Raw() { sqlite3_close(m_handle); }
    Raw(const Raw&) = delete;
    Raw& operator=(const Raw&) = delete;
    sqlite3* get() const { return m_handle; }
    /// Rows as "a|b|c" lines.
    std::string rows(const std::string& sql) const {
        std::string text;
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_prepare_v2(m_handle, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK)
            return std::string("error: ") + sqlite3_errmsg(m_handle);
        while (sqlite3_step(statement) == SQLITE_ROW) {
            for (int i = 0; i < sqlite3_column_count(statement); ++i) {
                const auto* value = sqlite3_column_text(statement, i);
                if (i > 0)
                    text += '|';
                text += value ? reinterpret_cast<const char*>(value) : "NULL";
            }
            text += '\n';
        }
        sqlite3_finalize(statement);
        return text;
    }

private:
    sqlite3* m_handle = nullptr;
};

} // namespace

std::string contentDump(const fs::path& path) {
    const Raw raw(path);
    std::string text;
    for (const store::ContentTable& table : store::kContentTables)
        text += std::string("[") + table.name + "]\n" +
                raw.rows(std::string("SELECT ") + table.columns + " FROM " + table.name + " ORDER BY " + table.key);
    return text;
}

std::string fileBytes(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

bool rawSql(const fs::path& path, const std::string& sql) {
    const Raw raw(path);
    char* message = nullptr;
    const int rc = sqlite3_exec(raw.get(), sql.c_str(), nullptr, nullptr, &message);
    if (message)
        std::fprintf(stderr, "rawSql: %s\n", message);
    sqlite3_free(message);
    return rc == SQLITE_OK;
}

bool leaveHotJournal(const fs::path& path, const std::string& sql) {
    const pid_t child = fork();
    if (child == 0) {
        const Raw raw(path);
        // A cache of one page makes the change spill into the file before the commit.
        const std::string all = "PRAGMA cache_size=1; PRAGMA cache_spill=1; BEGIN EXCLUSIVE; " + sql +
                                "; CREATE TABLE spill(x); INSERT INTO spill WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL "
                                "SELECT i + 1 FROM n WHERE i < 200) SELECT hex(zeroblob(2000)) FROM n;";
        sqlite3_exec(raw.get(), all.c_str(), nullptr, nullptr, nullptr);
        kill(getpid(), SIGKILL);
    }
    int status = 0;
    return child > 0 && waitpid(child, &status, 0) == child && WIFSIGNALED(status);
}

std::string rawText(const fs::path& path, const std::string& sql) {
    std::string rows = Raw(path).rows(sql);
    rows = rows.substr(0, rows.find('\n'));
    return rows.substr(0, rows.find('|'));
}

} // namespace plumb::testing
