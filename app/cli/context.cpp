// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/context.h"

#include "app/cli/json_values.h"
#include "core/base/files.h"

#include <fmt/format.h>
#include <istream>
#include <ostream>
#include <system_error>

namespace plumb::cli {
namespace {

constexpr std::string_view kHitBegins = "\x02", kHitEnds = "\x03";

bool isControl(unsigned char c) noexcept {
    return (c < 0x20 && c != '\n' && c != '\t') || c == 0x7F;
}

/// Everything up to the end of the stream, at most as much as a JSON document may have.
Result<std::string> readStream(std::istream& in) {
    constexpr std::size_t kMost = JsonLimits{}.maxBytes;
    std::string bytes(kMost + 1, '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    if (bytes.size() > kMost)
        return fail(ErrorKind::Refused, "file.tooLarge",
                    fmt::format("Standard input is too large: at most {} bytes are read.", kMost), "-");
    return bytes;
}

} // namespace

Exit exitOf(ErrorKind kind) noexcept {
    switch (kind) {
    case ErrorKind::Usage:
        return Exit::Usage;
    case ErrorKind::Refused:
        return Exit::Refused;
    case ErrorKind::Conflict:
        return Exit::Conflict;
    case ErrorKind::System:
    case ErrorKind::Cancelled:
        break;
    }
    return Exit::System;
}

void print(std::ostream& stream, std::string_view text, bool highlight) {
    std::string safe;
    safe.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        const bool c1 = c == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
        if (text.substr(i, 1) == kHitBegins || text.substr(i, 1) == kHitEnds)
            safe += !highlight ? "" : text[i] == kHitBegins[0] ? "\x1B[1m" : "\x1B[0m";
        else if (isControl(c) || c1)
            safe += '?';
        else
            safe += text[i];
        i += c1 ? 1 : 0;
    }
    stream << safe;
}

void tell(Context& context, std::string_view where, const std::vector<Message>& messages) {
    for (const Message& message : messages) {
        print(context.err, fmt::format("{}{}{} {}: {}\n", where, where.empty() ? "" : ": ", message.id,
                                       message.pointer.empty() ? "(whole file)" : message.pointer, message.text));
        if (!message.fix.empty())
            print(context.err, fmt::format("    {}\n", message.fix));
    }
}

Exit finish(Context& context, const Outcome& outcome) {
    if (!outcome) {
        const Error& error = outcome.error();
        print(context.err, fmt::format("plumbline-cli: {}\n", error.text));
        tell(context, {}, error.messages);
        if (context.json)
            context.out << writeJson(toJson(error));
    } else if (context.json) {
        context.out << writeJson(outcome->json);
    } else if (outcome->verbatim) {
        context.out << outcome->text;
    } else {
        print(context.out, outcome->text, context.terminal);
    }
    context.out.flush();
    if (!context.out) {
        print(context.err, "plumbline-cli: the output could not be written.\n");
        return Exit::System;
    }
    return outcome ? outcome->exit : exitOf(outcome.error().kind);
}

tl::unexpected<Error> wrongUsage(std::string text, std::string where) {
    return fail(ErrorKind::Usage, "cli.usage", std::move(text), std::move(where));
}

session::Environment environmentOf(Context& context) {
    return {context.clock, context.random, context.author,
            fmt::format("{} on {}, plumbline-cli, pid {}", context.author, context.machine, context.pid)};
}

Result<std::unique_ptr<session::Session>> openToRead(Context& context, const std::string& path) {
    return session::Session::open(path, session::OpenMode::ReadOnly, environmentOf(context));
}

Result<std::unique_ptr<session::Session>> openToWrite(Context& context, const std::string& path) {
    return session::Session::open(path, session::OpenMode::ReadWrite, environmentOf(context));
}

ProgressLine::~ProgressLine() {
    if (!m_shown.empty())
        m_context.err << "\r\x1B[K" << std::flush;
}

session::Progress ProgressLine::callback() {
    if (!m_context.errorTerminal)
        return {};
    return [this](std::uint64_t done, std::uint64_t total) {
        const std::string now = total > 0 ? fmt::format("{}: {} %", m_what, done * 100 / total)
                                          : fmt::format("{}: {} MB", m_what, done >> 20U);
        if (now != m_shown)
            m_context.err << "\r\x1B[K" << now << std::flush;
        m_shown = now;
        return true;
    };
}

Result<Json> readJsonFile(Context& context, const std::string& path) {
    PLUMB_TRY(bytes, path == "-" ? readStream(context.in) : readFile(path, JsonLimits{}.maxBytes));
    return parseJsonOrFail(bytes, path == "-" ? "standard input" : path);
}

Result<void> checkFree(const std::filesystem::path& path, bool force) {
    std::error_code ignored;
    const auto status = std::filesystem::symlink_status(path, ignored);
    if (force || !std::filesystem::exists(status))
        return {};
    return fail(
        ErrorKind::Conflict, "file.exists",
        fmt::format("\"{}\" is there already; choose another name, or add --force to replace it.", path.string()),
        path.string(), {path.string()});
}

} // namespace plumb::cli
