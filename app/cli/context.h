// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a verb is handed and what it gives back. Streams, clock, randomness, names and the built-in questionnaires come
// in from main.cpp, so that every verb can be called in a test. Nothing here reads the environment.
#pragma once

#include "core/base/json.h"
#include "core/session/library.h"
#include "core/session/session.h"

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace plumb::cli {

/// The exit code of the program; the same for every verb.
enum class Exit {
    Done = 0,
    No = 1,      ///< the answer is "no": lint found something, verify found damage
    Usage = 2,   ///< the line makes no sense
    Refused = 3, ///< input was read and can't be used
    System = 4,  ///< a file or the system failed
    Conflict = 5 ///< locked by somebody else, or there already
};
[[nodiscard]] Exit exitOf(ErrorKind kind) noexcept;

/// What a verb found out, in both forms; the caller of the program chooses one.
struct Output {
    Json json = Json::object();
    std::string text; ///< for people; U+0002 and U+0003 around what is to stand out
    Exit exit = Exit::Done;
    bool verbatim = false; ///< `text` is a document, not words: printed byte for byte
};
using Outcome = Result<Output>;

/// Everything of the outside world. The references must outlive the context.
struct Context {
    std::istream& in;
    std::ostream& out; ///< the answer, and nothing else
    std::ostream& err; ///< messages for people and progress
    Clock& clock;
    Random& random;
    session::Library library;
    std::string_view sampleScript;
    std::string author;              ///< recorded with each command; --author replaces it
    std::string machine;             ///< for "who holds the file"
    int pid = 0;                     ///< the same
    std::string version;             ///< of the program
    std::optional<Instant> reportAt; ///< time on reports instead of the clock's (SOURCE_DATE_EPOCH)
    bool json = false;
    bool terminal = false;      ///< `out` is a terminal: hits are highlighted
    bool errorTerminal = false; ///< `err` is a terminal: progress is shown
    std::function<Exit()> verb; ///< set by the command line, called when all of it was read
};

/// Prints one JSON document on `out`, or the text; an error also in words on `err`. Gives the exit code.
Exit finish(Context& context, const Outcome& outcome);

/// Problems that did not keep the verb from doing its work, for people.
void tell(Context& context, std::string_view where, const std::vector<Message>& messages);

/// `text` on a stream, without control characters that a terminal would obey. Marked hits are bold with `highlight`.
void print(std::ostream& stream, std::string_view text, bool highlight = false);

/// Error of kind Usage, as a wrong line gives it.
[[nodiscard]] tl::unexpected<Error> wrongUsage(std::string text, std::string where = {});

[[nodiscard]] session::Environment environmentOf(Context& context);
[[nodiscard]] Result<std::unique_ptr<session::Session>> openToRead(Context& context, const std::string& path);
[[nodiscard]] Result<std::unique_ptr<session::Session>> openToWrite(Context& context, const std::string& path);

/// Shows "WHAT: 45 %" on a terminal and wipes it when destroyed; silent elsewhere.
class ProgressLine {
public:
    ProgressLine(Context& context, std::string what) : m_context(context), m_what(std::move(what)) {}
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;
    [[nodiscard]] session::Progress callback();

private:
    Context& m_context;
    std::string m_what;
    std::string m_shown;
};

/// A JSON file from outside, or standard input for "-". Refused ("json.syntax") with messages when it is not JSON.
[[nodiscard]] Result<Json> readJsonFile(Context& context, const std::string& path);

/// Writes a file that must not be there yet, unless `force`. Error (Conflict): "file.exists".
[[nodiscard]] Result<void> checkFree(const std::filesystem::path& path, bool force);

} // namespace plumb::cli
