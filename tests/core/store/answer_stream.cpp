// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The victim of tst_kill: answers questions one command after the other and says each on standard output once it is
// durable, until it is done or killed. answer_stream FILE FIRST COUNT
#include "tests/support/store_builders.h"

#include <cstdio>
#include <cstdlib>

using namespace plumb;
using namespace plumb::testing;

int main(int argc, char** argv) {
    if (argc != 4)
        return 2;
    SystemClock clock;
    SystemRandom random;
    auto project =
        store::Project::open(argv[1], store::OpenMode::ReadWrite, {clock, random, "Stream", "answer_stream"});
    if (!project) {
        std::fprintf(stderr, "%s\n", project.error().text.c_str());
        return 1;
    }
    const int first = std::atoi(argv[2]), count = std::atoi(argv[3]);
    std::puts("ready");
    std::fflush(stdout);
    for (int i = first; i < first + count; ++i) {
        const QuestionKey key{"test", "q" + std::to_string(i % 50)};
        const auto noted = setNote(**project, key, "answer " + std::to_string(i));
        if (!noted) {
            std::fprintf(stderr, "%s\n", noted.error().text.c_str());
            return 1;
        }
        std::printf("%d %s\n", i, noted->command.id.c_str());
        std::fflush(stdout);
    }
    return 0;
}
