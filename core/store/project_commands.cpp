// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Commands, undo, redo and restore: each is one transaction that changes the content, the history and the head together
// (docs/decisions/0002-history-by-changesets.md).
#include "core/store/changeset.h"
#include "core/store/io_errors.h"
#include "core/store/project_impl.h"
#include "core/store/text_checks.h"
#include "core/store/writer.h"

#include <exception>
#include <fmt/format.h>

namespace plumb::store {
namespace {

constexpr std::int64_t kJoinMilliseconds = 2000;
constexpr std::size_t kMaxMergeKey = 2000;

/// Runs foreign code; an exception of it becomes an error, so that the transaction is rolled back in order.
Result<void> guarded(const std::function<Result<void>(Writer&)>& work, Writer& writer) {
    try {
        return work(writer);
    } catch (const std::exception& e) {
        return fail(ErrorKind::System, "store.failed", fmt::format("The command stopped: {}.", e.what()), {},
                    {e.what()});
    }
}

/// True while it lives.
class Raised {
public:
    explicit Raised(bool& flag) noexcept : m_flag(flag) { m_flag = true; }
    ~Raised() { m_flag = false; }
    Raised(const Raised&) = delete;
    Raised& operator=(const Raised&) = delete;

private:
    bool& m_flag;
};

} // namespace

Result<void> ProjectImpl::checkWritable() const {
    if (readOnly())
        return fail(ErrorKind::Usage, "store.readOnly",
                    fmt::format("{} is open read-only; save a copy to change it.", quotedName(m_path)),
                    m_path.string());
    if (m_inCommand)
        return fail(ErrorKind::Usage, "store.nested", "A command can't be started inside another.");
    return {};
}

void ProjectImpl::changed(const std::vector<RowChange>& rows) {
    m_search.refresh(rows);
}

Result<void> ProjectImpl::stampApp() {
    if (m_stamped)
        return {};
    PLUMB_TRY(app, metaValue(database(), "app"));
    if (app != PLUMB_APP)
        PLUMB_CHECK(setMetaValue(database(), "app", PLUMB_APP));
    m_stamped = true;
    return {};
}

Result<bool> ProjectImpl::joinsHead(const std::optional<StoredCommand>& head, const StoredCommand& next) {
    if (!head || next.mergeKey.empty() || head->mergeKey != next.mergeKey || head->record.author != next.record.author)
        return false;
    const std::int64_t age = next.record.time.ms - head->record.time.ms;
    if (age < 0 || age >= kJoinMilliseconds)
        return false;
    // What can be redone hangs on the head; taking the head away would cut it off.
    PLUMB_TRY(child, newestChild(database(), head->record.id));
    return !child.has_value();
}

Result<CommandRecord> ProjectImpl::record(std::string_view label, std::string_view mergeKey,
                                          const std::string& changeset) {
    PLUMB_TRY(headNow, headId(database()));
    PLUMB_TRY(head, findCommand(database(), headNow));
    StoredCommand command;
    command.mergeKey = mergeKey;
    command.record = {newUuid(m_env.random), headNow, m_env.clock.now(), m_env.author, std::string(label),
                      changeset.size(),      true};
    PLUMB_TRY(joins, joinsHead(head, command));
    std::string stored = changeset;
    if (joins) {
        PLUMB_TRY(before, changesetOf(database(), headNow));
        PLUMB_TRY(joined, joinChangesets(before, changeset));
        // Two that cancel out stay two: an empty entry would be an undo step that does nothing.
        if (!joined.empty()) {
            PLUMB_CHECK(removeCommand(database(), headNow));
            command.record.parent = head->record.parent;
            command.record.changesetBytes = joined.size();
            stored = std::move(joined);
        }
    }
    PLUMB_CHECK(insertCommand(database(), command, stored));
    PLUMB_CHECK(setHead(database(), command.record.id));
    PLUMB_CHECK(stampApp());
    return command.record;
}

Result<Applied> ProjectImpl::run(std::string_view label, std::string_view mergeKey,
                                 const std::function<Result<void>(Writer&)>& work) {
    PLUMB_CHECK(checkWritable());
    PLUMB_CHECK(checkText("label of the command", label, review::kMaxName));
    PLUMB_CHECK(checkText("merge key", mergeKey, kMaxMergeKey));
    const Raised raised(m_inCommand);
    PLUMB_TRY(transaction, Transaction::begin(database(), Transaction::Kind::Write));
    Applied applied;
    bool storedContent = false;
    {
        PLUMB_TRY(recorder, Recorder::start(database()));
        WriterImpl writer(database(), m_lenses);
        PLUMB_CHECK(guarded(work, writer));
        if (writer.broken())
            return fail(*writer.broken());
        PLUMB_TRY(changeset, recorder.changeset());
        storedContent = writer.storedContent();
        if (!changeset.empty()) {
            PLUMB_TRY(rows, rowsOf(changeset));
            PLUMB_TRY(command, record(label, mergeKey, changeset));
            applied = {std::move(command), std::move(rows)};
        }
    }
    if (!applied.rows.empty() || storedContent)
        PLUMB_CHECK(transaction.commit());
    changed(applied.rows);
    return applied;
}

Result<std::vector<RowChange>> ProjectImpl::travel(const std::string& changeset, std::string_view newHead) {
    PLUMB_TRY(rows, rowsOf(changeset));
    PLUMB_CHECK(applyChangeset(database(), changeset));
    PLUMB_CHECK(setHead(database(), newHead));
    return rows;
}

Result<Applied> ProjectImpl::undo() {
    PLUMB_CHECK(checkWritable());
    PLUMB_TRY(transaction, Transaction::begin(database(), Transaction::Kind::Write));
    PLUMB_TRY(headNow, headId(database()));
    PLUMB_TRY(head, findCommand(database(), headNow));
    if (!head)
        return fail(ErrorKind::Usage, "store.nothingToUndo", "There is nothing to undo.");
    PLUMB_TRY(changeset, changesetOf(database(), headNow));
    PLUMB_TRY(inverse, invertChangeset(changeset));
    PLUMB_TRY(rows, travel(inverse, head->record.parent));
    PLUMB_CHECK(transaction.commit());
    changed(rows);
    head->record.applied = false;
    return Applied{head->record, rows};
}

Result<Applied> ProjectImpl::redo() {
    PLUMB_CHECK(checkWritable());
    PLUMB_TRY(transaction, Transaction::begin(database(), Transaction::Kind::Write));
    PLUMB_TRY(headNow, headId(database()));
    PLUMB_TRY(child, newestChild(database(), headNow));
    if (!child)
        return fail(ErrorKind::Usage, "store.nothingToRedo", "There is nothing to redo.");
    PLUMB_TRY(changeset, changesetOf(database(), child->record.id));
    PLUMB_TRY(rows, travel(changeset, child->record.id));
    PLUMB_CHECK(transaction.commit());
    changed(rows);
    return Applied{child->record, rows};
}

Result<Applied> ProjectImpl::restore(std::string_view id) {
    PLUMB_CHECK(checkWritable());
    PLUMB_TRY(transaction, Transaction::begin(database(), Transaction::Kind::Write));
    PLUMB_TRY(route, routeTo(database(), id));
    PLUMB_TRY(target, findCommand(database(), id));
    Applied applied;
    {
        PLUMB_TRY(recorder, Recorder::start(database()));
        for (const std::string& step : route.undo) {
            PLUMB_TRY(changeset, changesetOf(database(), step));
            PLUMB_TRY(inverse, invertChangeset(changeset));
            PLUMB_CHECK(applyChangeset(database(), inverse));
        }
        for (const std::string& step : route.redo) {
            PLUMB_TRY(changeset, changesetOf(database(), step));
            PLUMB_CHECK(applyChangeset(database(), changeset));
        }
        PLUMB_TRY(changeset, recorder.changeset());
        if (changeset.empty())
            return applied;
        const std::string label = target ? "Restore the state after: " + target->record.label
                                         : std::string("Restore the state at the beginning");
        PLUMB_TRY(rows, rowsOf(changeset));
        PLUMB_TRY(command,
                  record(label.size() <= review::kMaxName ? label : "Restore an earlier state", {}, changeset));
        applied = {std::move(command), std::move(rows)};
    }
    PLUMB_CHECK(transaction.commit());
    changed(applied.rows);
    return applied;
}

std::optional<CommandRecord> ProjectImpl::undoable() const {
    const auto head = headId(database());
    const auto command = head ? findCommand(database(), *head) : fail(head.error());
    return command && *command ? std::optional((*command)->record) : std::nullopt;
}

std::optional<CommandRecord> ProjectImpl::redoable() const {
    const auto head = headId(database());
    auto command = head ? newestChild(database(), *head) : fail(head.error());
    if (!command || !*command)
        return std::nullopt;
    (*command)->record.applied = false;
    return (*command)->record;
}

Result<std::vector<CommandRecord>> ProjectImpl::history(bool all) {
    return listHistory(database(), all);
}

} // namespace plumb::store
