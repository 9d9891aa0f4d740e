// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// plumb_cli_pages TOP: writes man page, completions and the verb table of docs/cli.md below the source tree TOP. Run it
// after changing a verb; a test fails when it was forgotten.
#include "app/cli/app.h"
#include "app/cli/pages.h"
#include "core/base/files.h"

#include <iostream>
#include <string>

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "Usage: plumb_cli_pages TOP\n";
        return 2;
    }
    plumb::SystemClock clock;
    plumb::SystemRandom random;
    plumb::cli::Context context{std::cin, std::cout, std::cerr, clock, random, {}, {}, "nobody", "nowhere"};
    const auto app = plumb::cli::makeApp(context);
    for (const plumb::cli::CommittedPage& page : plumb::cli::committedPages()) {
        const std::string path = std::string(argv[1]) + "/" + page.path;
        const auto now = plumb::readFile(path, 16U << 20U);
        const std::string wanted = page.make(*app, now.value_or(std::string()));
        if (now && *now == wanted)
            continue;
        if (const auto written = plumb::writeFileAtomically(path, wanted); !written) {
            std::cerr << written.error().text << '\n';
            return 4;
        }
        std::cout << path << '\n';
    }
    return 0;
}
