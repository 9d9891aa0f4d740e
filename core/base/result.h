// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How everything in core says that it failed: as a value. No exception crosses a public function of core; exceptions of
// third-party libraries are caught where the library is called.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

namespace plumb {

/// What kind of failure it was. Programs act on the kind (exit code, offer "open read-only"), people read the text.
enum class ErrorKind {
    Usage,    ///< the caller asked for something that makes no sense (unknown question, empty name); exit code 2
    Refused,  ///< input was read and cannot be used (bad lens, hostile or damaged file, newer version); exit code 3
    System,   ///< file system, memory or another program failed (not found, disk full, read-only); exit code 4
    Conflict, ///< somebody else holds the file or the state moved on; exit code 5
    Cancelled ///< the user stopped it; nothing was changed
};

/// One thing that is wrong with an input, addressed so that a person can find it. Messages are always collected: a
/// reader reports every problem it can see, not the first.
struct Message {
    std::string id;      ///< stable: "A004", "S101", ... (core/lens/lint.h), never translated
    std::string pointer; ///< RFC 6901 JSON pointer, or "line 12", or empty for the whole input
    std::string text;    ///< what is wrong, one English sentence
    std::string fix;     ///< what to do about it, one English sentence; may be empty
    friend bool operator==(const Message&, const Message&) = default;
};

/// A failure. `id` is a stable dotted name that the window translates ("store.locked"); `text` is the English sentence
/// with its arguments filled in; `where` names the file, field, id or line; `args` are the values inside `text`.
struct Error {
    ErrorKind kind = ErrorKind::System;
    std::string id;
    std::string text;
    std::string where;
    std::vector<std::string> args;
    std::vector<Message> messages; ///< all problems, when the input was refused because of them
    friend bool operator==(const Error&, const Error&) = default;
};

template <typename T> using Result = tl::expected<T, Error>;

/// Shorthand for `return fail(...)`.
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorKind kind, std::string id, std::string text,
                                                std::string where = {}, std::vector<std::string> args = {}) {
    return tl::unexpected<Error>(Error{kind, std::move(id), std::move(text), std::move(where), std::move(args), {}});
}
[[nodiscard]] inline tl::unexpected<Error> fail(Error error) {
    return tl::unexpected<Error>(std::move(error));
}

} // namespace plumb

/// Evaluates `expr` (a Result); returns its error from the enclosing function or goes on with its value in `name`.
#define PLUMB_TRY(name, expr)                                                                                          \
    auto name##Result = (expr);                                                                                        \
    if (!name##Result)                                                                                                 \
        return ::plumb::fail(std::move(name##Result).error());                                                         \
    auto& name = *name##Result

/// The same for a Result<void>.
#define PLUMB_CHECK(expr)                                                                                              \
    do {                                                                                                               \
        if (auto plumbCheckResult = (expr); !plumbCheckResult)                                                         \
            return ::plumb::fail(std::move(plumbCheckResult).error());                                                 \
    } while (false)
