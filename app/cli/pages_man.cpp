// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/pages_parts.h"

#include <fmt/format.h>

namespace plumb::cli {
namespace {

constexpr const char* kHead = R"(.\" SPDX-FileCopyrightText: 2026 The Plumbline authors
.\" SPDX-License-Identifier: GPL-3.0-or-later
.\" Made by plumb_cli_pages from the command line itself; do not edit.
.TH PLUMBLINE\-CLI 1 "" "Plumbline" "User Commands"
.SH NAME
plumbline\-cli \- Well\-Architected reviews of AI workloads from a shell
.SH SYNOPSIS
.B plumbline\-cli
.I VERB
.RI [ ARGUMENTS ]
.RB [ \-\-json ]
.RB [ \-\-author
.IR NAME ]
.SH DESCRIPTION
A review is one file, NAME.plumb: questionnaires, answers, evidence and the whole history. Every verb that changes it is one
command, on disk when the verb returns, and
.B undo
takes it back, also on another day.
.PP
LENS is the id of a questionnaire in the review
.RB ( info
lists them), QID the id of a question and C of a choice
.RB ( "lens show"
lists those). ID_OR_PATH is a built\-in id
.RB ( "lens list" )
or a lens file; for a file named lens.json an overlay.json beside it is taken too.
.PP
The answer goes to standard output, messages go to standard error. With
.B \-\-json
standard output is exactly one JSON document, also when the verb fails.
)";

constexpr const char* kTail = R"(.SH "EXIT STATUS"
.TP
.B 0
Done.
.TP
.B 1
The answer is "no": lint found A or S messages, verify found damage.
.TP
.B 2
The line makes no sense: unknown verb, option, question or choice.
.TP
.B 3
Input was read and can't be used; the messages say where and why.
.TP
.B 4
A file or the system failed: not found, read\-only, disk full.
.TP
.B 5
Somebody else has the review open for writing, or the file to make is there already.
.SH ENVIRONMENT
.TP
.B PLUMBLINE_AUTHOR
Who is at work, for the history; else USER, LOGNAME or the account.
.B \-\-author
goes before all of them.
.TP
.B SOURCE_DATE_EPOCH
Time on reports, in seconds since 1970, so that the same review gives the same bytes.
.SH "SEE ALSO"
.BR plumbline (1)
)";

/// Text of a roff line: hyphens that can be copied, nothing that could be read as a request.
std::string roff(std::string_view text) {
    std::string out;
    for (const char c : text)
        out += c == '\\' ? std::string("\\e") : c == '-' ? std::string("\\-") : std::string(1, c);
    if (!out.empty() && (out[0] == '.' || out[0] == '\''))
        out.insert(0, "\\&");
    return out;
}

std::string optionText(const CLI::Option& option) {
    std::string names;
    for (const std::string& name : option.get_snames())
        names += "-" + name + ", ";
    const std::string value = valueOf(option);
    std::string out = ".TP\n\\fB" + roff(names + longName(option)) + "\\fR";
    out += value.empty() ? "\n" : " \\fI" + roff(value) + "\\fR\n";
    return out + roff(option.get_description()) + (option.get_required() ? " (must be given)" : "") + ".\n";
}

std::string verbText(const VerbPage& page) {
    std::string out = fmt::format(".SS {}\n.B {}\n.PP\n{}.\n", roff(page.name),
                                  roff("plumbline-cli " + synopsisOf(page)), roff(page.verb->get_description()));
    for (const CLI::Option* word : wordsOf(*page.verb))
        out += ".TP\n\\fI" + roff(word->get_name(true)) + "\\fR\n" + roff(word->get_description()) + ".\n";
    for (const CLI::Option* option : optionsOf(*page.verb))
        out += optionText(*option);
    out += ".PP\n.nf\n.RS\n";
    for (const std::string& example : examplesOf(*page.verb))
        out += roff(example) + "\n";
    return out + ".RE\n.fi\n";
}

} // namespace

std::string manPage(const CLI::App& app) {
    std::string out = kHead;
    out += ".SH OPTIONS\n";
    for (const CLI::Option* option : optionsOf(app))
        out += optionText(*option);
    out += ".TP\n\\fB\\-h\\fR, \\fB\\-\\-help\\fR\nSay what the program or a verb does and how.\n";
    out += ".TP\n\\fB\\-\\-version\\fR\nSay which version this is.\n";
    out += ".SH VERBS\n";
    for (const VerbPage& page : verbPages(app))
        out += verbText(page);
    out += ".SH EXAMPLES\nA first review in six lines:\n.PP\n.nf\n.RS\n";
    for (const std::string& example : examplesOf(app))
        out += roff(example) + "\n";
    return out + ".RE\n.fi\n" + kTail;
}

} // namespace plumb::cli
