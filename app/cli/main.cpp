// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// plumbline-cli: the only file of the program that asks the environment, the account, the clock and the terminal.
#include "app/cli/app.h"
#include "questionnaires/built_in.h"

#include <array>
#include <charconv>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <pwd.h>
#include <string>
#include <unistd.h>
#include <vector>

namespace {

std::string authorName() {
    for (const char* name : {"PLUMBLINE_AUTHOR", "USER", "LOGNAME"})
        if (const char* value = std::getenv(name); value != nullptr && *value != '\0')
            return value;
    const passwd* account = getpwuid(getuid());
    return account != nullptr && account->pw_name != nullptr ? account->pw_name : "unknown";
}

std::string machineName() {
    std::array<char, 256> name{};
    return gethostname(name.data(), name.size() - 1) == 0 ? std::string(name.data()) : std::string("this machine");
}

/// SOURCE_DATE_EPOCH, seconds since 1970; a value that is no number is as if it was not set.
std::optional<plumb::Instant> reportTime() {
    const char* text = std::getenv("SOURCE_DATE_EPOCH");
    if (text == nullptr)
        return std::nullopt;
    const std::string_view digits(text);
    std::int64_t seconds = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), seconds);
    constexpr std::int64_t kYear9999 = 253'402'300'799;
    if (error != std::errc() || end != digits.data() + digits.size() || seconds < 0 || seconds > kYear9999)
        return std::nullopt;
    return plumb::Instant{seconds * 1000};
}

} // namespace

int main(int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    // A file that may not grow (ulimit -f) is then an error like a full disk, not the end of the program.
    std::signal(SIGXFSZ, SIG_IGN);
    plumb::SystemClock clock;
    plumb::SystemRandom random;
    plumb::cli::Context context{std::cin,
                                std::cout,
                                std::cerr,
                                clock,
                                random,
                                plumb::questionnaires::builtIn(),
                                plumb::questionnaires::sampleScript(),
                                authorName(),
                                machineName(),
                                static_cast<int>(getpid()),
                                PLUMB_VERSION,
                                reportTime()};
    context.terminal = isatty(STDOUT_FILENO) == 1;
    context.errorTerminal = isatty(STDERR_FILENO) == 1;
    return static_cast<int>(plumb::cli::run(context, std::vector<std::string>(argv + 1, argv + argc)));
}
