// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// report: the PDF. The only verb that needs Qt, which is started here, without a display, and nowhere else.
#include "app/cli/lens_input.h"
#include "app/cli/verbs.h"
#include "core/report/build.h"
#include "ui/print/print.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <QGuiApplication>
#include <QHashSeed>

namespace plumb::cli {
namespace {

struct ReportOptions {
    std::string file, target;
    std::string classification = "Confidential";
    std::string page = "a4";
    bool draft = false, privateNotes = false;
};

/// Qt for drawing, on any machine; one that runs already is left alone.
std::unique_ptr<QGuiApplication> startQt() {
    if (QCoreApplication::instance() != nullptr)
        return nullptr;
    // What Qt remarks about the machine (no runtime folder, no display) is nothing that the user of a shell can act on.
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {});
    // The order of objects in a PDF follows Qt's hashes; the same review gives the same bytes.
    QHashSeed::setDeterministicGlobalSeed();
    static int count = 3;
    static std::array<char, 14> name{"plumbline-cli"};
    static std::array<char, 10> option{"-platform"}, platform{"offscreen"};
    static std::array<char*, 4> arguments{name.data(), option.data(), platform.data(), nullptr};
    return std::make_unique<QGuiApplication>(count, arguments.data());
}

Result<void> checkTarget(const std::string& target) {
    std::string ending = std::filesystem::path(target).extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    if (ending == ".pdf")
        return {};
    return wrongUsage(fmt::format("A report is written as PDF; \"{}\" does not end in .pdf.", target), "--output");
}

report::Options reportOptions(Context& context, const ReportOptions& options) {
    report::Options out;
    out.classification = options.classification;
    out.mark = options.draft ? "Draft" : "";
    out.version = context.version;
    out.now = context.reportAt ? *context.reportAt : context.clock.now();
    out.privateNotes = options.privateNotes;
    return out;
}

Outcome writeReport(Context& context, const ReportOptions& options) {
    PLUMB_CHECK(checkTarget(options.target));
    PLUMB_TRY(opened, openToRead(context, options.file));
    const report::Options wanted = reportOptions(context, options);
    const report::Document document = report::build(opened->review(), opened->scores(), wanted);
    ui::print::PrintOptions print;
    print.page = options.page == "letter" ? ui::print::PageSize::Letter : ui::print::PageSize::A4;
    if (context.reportAt)
        print.fixedTimeMs = context.reportAt->ms;
    const std::unique_ptr<QGuiApplication> qt = startQt();
    ProgressLine progress(context, "Printing");
    PLUMB_TRY(printed, ui::print::printPdf(document, options.target, print, progress.callback()));
    Output output;
    output.json = {
        {"file", options.target}, {"pages", printed.pages}, {"sha256", printed.sha256}, {"bytes", printed.bytes}};
    output.text = fmt::format("{}: {}, sha256 {}\n", options.target,
                              counted(static_cast<std::size_t>(printed.pages), "page", "pages"), printed.sha256);
    return output;
}

} // namespace

void addReportVerb(CLI::App& app, Context& context) {
    auto options = std::make_shared<ReportOptions>();
    CLI::App& verb =
        addVerb(app, "report", "Write the report as a PDF",
                {"report claims.plumb -o claims.pdf", "report claims.plumb -o claims.pdf --draft --page letter"});
    addWord(verb, "FILE", options->file, "The review");
    addText(verb, "-o,--output", options->target, "OUT", "The PDF to write; an older one is replaced")->required();
    verb.add_flag("--draft", options->draft, "Mark it as a draft");
    addText(verb, "--classification", options->classification, "TEXT", "On every page; Confidential when not given");
    addText(verb, "--page", options->page, "SIZE", "a4 or letter; a4 when not given")
        ->check(CLI::IsMember({"a4", "letter"}).description(""));
    verb.add_flag("--private-notes", options->privateNotes, "Also the private notes");
    onCall(verb, context, options, &writeReport);
}

} // namespace plumb::cli
