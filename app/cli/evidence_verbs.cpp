// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// evidence add, list, extract, remove.
#include "app/cli/finding_input.h"
#include "app/cli/json_values.h"
#include "app/cli/lens_input.h"
#include "app/cli/text_table.h"
#include "app/cli/verbs.h"
#include "core/session/media_type.h"
#include "core/session/names.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fstream>

namespace plumb::cli {
namespace {

using review::Evidence;
using review::EvidenceKind;

struct EvidenceOptions {
    std::string file, what, id, target;
    std::optional<std::string> text, strength, date, expires;
    std::string title, source;
    std::vector<std::string> links;
    bool force = false;
};

// --- add
// -----------------------------------------------------------------------------------------------------------------

bool isAddress(std::string_view what) noexcept {
    return what.starts_with("http://") || what.starts_with("https://");
}

/// Whether the file begins as a PNG, JPEG, GIF or WebP does.
bool looksLikeImage(const std::string& path) {
    std::array<char, 12> head{};
    std::ifstream file(path, std::ios::binary);
    file.read(head.data(), head.size());
    const std::string_view bytes(head.data(), static_cast<std::size_t>(file.gcount()));
    return bytes.starts_with("\x89PNG\r\n\x1A\n") || bytes.starts_with("\xFF\xD8\xFF") || bytes.starts_with("GIF87a") ||
           bytes.starts_with("GIF89a") ||
           (bytes.starts_with("RIFF") && bytes.substr(std::min<std::size_t>(8, bytes.size())) == "WEBP");
}

Result<void> readDate(const char* flag, const std::optional<std::string>& text, Date& out) {
    if (!text || text->empty())
        return {};
    const auto date = parseDate(*text);
    if (!date)
        return wrongUsage(fmt::format("{} takes a day as 2026-11-22, not \"{}\".", flag, session::shorten(*text, 60)),
                          flag);
    out = *date;
    return {};
}

/// LENS/QID or LENS/QID/CID.
Result<review::EvidenceLink> readLink(const std::string& text) {
    const std::size_t first = text.find('/');
    const std::size_t second = first == std::string::npos ? first : text.find('/', first + 1);
    const std::size_t last = second == std::string::npos ? second : text.find('/', second + 1);
    review::EvidenceLink link;
    if (first != std::string::npos && last == std::string::npos) {
        link.question.lens = text.substr(0, first);
        link.question.question = text.substr(first + 1, second == std::string::npos ? second : second - first - 1);
        link.choice = second == std::string::npos ? "" : text.substr(second + 1);
        if (!link.question.lens.empty() && !link.question.question.empty() &&
            (second == std::string::npos || !link.choice.empty()))
            return link;
    }
    return wrongUsage(
        fmt::format("--link is written LENS/QUESTION or LENS/QUESTION/CHOICE, not \"{}\".", session::shorten(text, 60)),
        "--link");
}

Result<session::NewEvidence> newEvidence(const EvidenceOptions& options) {
    session::NewEvidence added;
    Evidence& record = added.record;
    record.title = options.title;
    record.source = options.source;
    if (options.strength && !review::fromText(*options.strength, record.strength))
        return wrongUsage(fmt::format("--strength takes said, shown or verified, not \"{}\".",
                                      session::shorten(*options.strength, 60)),
                          "--strength");
    PLUMB_CHECK(readDate("--date", options.date, record.date));
    PLUMB_CHECK(readDate("--expires", options.expires, record.expires));
    for (const std::string& text : options.links) {
        PLUMB_TRY(link, readLink(text));
        record.links.push_back(link);
    }
    if (options.text) {
        record.kind = EvidenceKind::Note;
        record.text = *options.text;
    } else if (isAddress(options.what)) {
        record.kind = EvidenceKind::Link;
        record.url = options.what;
    } else {
        PLUMB_TRY(source, store::openFileSource(options.what));
        record.fileName = std::filesystem::path(options.what).filename().string();
        const bool image = session::mediaTypeOf(record.fileName).starts_with("image/") || looksLikeImage(options.what);
        record.kind = image ? EvidenceKind::Image : EvidenceKind::File;
        added.source = std::move(source);
    }
    return added;
}

Outcome add(Context& context, const EvidenceOptions& options) {
    if (options.what.empty() == !options.text)
        return wrongUsage("Give a file or an address, or --text for a note: one of them.", "PATH_OR_URL");
    PLUMB_TRY(opened, openToWrite(context, options.file));
    PLUMB_TRY(added, newEvidence(options));
    ProgressLine progress(context, "Attaching");
    PLUMB_TRY(id, opened->addEvidence(std::move(added), progress.callback()));
    const Evidence& record = *opened->review().findEvidence(id);
    Output output{toJson(record)};
    output.text = fmt::format("{}  {}", evidenceLabel(record.number), record.title);
    if (!record.sha256.empty())
        output.text += fmt::format(", {}, sha256 {}", counted(record.bytes, "byte", "bytes"), record.sha256);
    output.text += '\n';
    return output;
}

void addAdd(CLI::App& evidence, Context& context) {
    auto options = std::make_shared<EvidenceOptions>();
    CLI::App& verb =
        addVerb(evidence, "add", "Attach a file, an image, a link or a note to questions",
                {"evidence add claims.plumb bill.pdf --link ai-quick-scan/QS_COST_1 --strength shown",
                 "evidence add claims.plumb https://wiki.example.com/runbook --link ai-quick-scan/QS_OPS_1",
                 "evidence add claims.plumb --text \"Seen on the screen.\" --link ai-quick-scan/QS_COST_2"});
    addWord(verb, "FILE", options->file, "The review");
    verb.add_option("PATH_OR_URL", options->what, "A file, or an address with http:// or https://")->type_name("");
    addText(verb, "--text", options->text, "TEXT", "Attach this note instead of a file");
    addList(verb, "--link", options->links, "LENS/QID[/CID]", "What it speaks for; may stand several times", false);
    addText(verb, "--title", options->title, "TEXT", "How it is called; the file name when not given");
    addText(verb, "--source", options->source, "TEXT", "Who gave it or where it comes from");
    addText(verb, "--date", options->date, "DAY", "Of what day it is: 2026-11-22");
    addText(verb, "--expires", options->expires, "DAY", "From when on it proves nothing");
    addText(verb, "--strength", options->strength, "LEVEL", "said, shown or verified");
    onCall(verb, context, options, &add);
}

// --- list
// ----------------------------------------------------------------------------------------------------------------

Outcome list(Context& context, const EvidenceOptions& options) {
    PLUMB_TRY(opened, openToRead(context, options.file));
    Output output;
    Json& all = output.json["evidence"] = Json::array();
    TextTable table({"No", "Kind", "Title", ">Bytes", "Strength", "Speaks for"});
    for (const Evidence& evidence : opened->review().evidence) {
        all.push_back(toJson(evidence));
        std::vector<std::string> links;
        for (const review::EvidenceLink& link : evidence.links)
            links.push_back(toText(link));
        table.row({evidenceLabel(evidence.number), std::string(review::toText(evidence.kind)), evidence.title,
                   evidence.sha256.empty() ? "" : std::to_string(evidence.bytes),
                   std::string(review::toText(evidence.strength)), fmt::format("{}", fmt::join(links, " "))});
    }
    output.text = all.empty() ? "The review has no evidence.\n" : table.text();
    return output;
}

void addListVerb(CLI::App& evidence, Context& context) {
    auto options = std::make_shared<EvidenceOptions>();
    CLI::App& verb = addVerb(evidence, "list", "List what is attached", {"evidence list claims.plumb"});
    addWord(verb, "FILE", options->file, "The review");
    onCall(verb, context, options, &list);
}

// --- extract, remove
// -----------------------------------------------------------------------------------------------------

Outcome extract(Context& context, const EvidenceOptions& options) {
    PLUMB_TRY(opened, openToRead(context, options.file));
    PLUMB_TRY(evidence, evidenceNamed(opened->review(), options.id));
    PLUMB_CHECK(checkFree(options.target, options.force));
    PLUMB_TRY(sink, store::openFileSink(options.target));
    ProgressLine progress(context, "Writing");
    PLUMB_CHECK(opened->extractEvidence(evidence.id, *sink, progress.callback()));
    PLUMB_CHECK(sink->commit());
    Output output;
    output.json = {{"id", evidence.id},
                   {"number", evidence.number},
                   {"file", options.target},
                   {"sha256", evidence.sha256},
                   {"bytes", evidence.bytes}};
    output.text = fmt::format("{} is in {}.\n", evidenceLabel(evidence.number), options.target);
    return output;
}

void addExtract(CLI::App& evidence, Context& context) {
    auto options = std::make_shared<EvidenceOptions>();
    CLI::App& verb = addVerb(evidence, "extract", "Write an attached file out, with its hash checked",
                             {"evidence extract claims.plumb E-07 bill.pdf"});
    addWord(verb, "FILE", options->file, "The review");
    addWord(verb, "ID", options->id, "E-07, 7, or the whole id (evidence list)");
    addWord(verb, "OUT", options->target, "The file to make");
    verb.add_flag("--force", options->force, "Replace OUT when it is there");
    onCall(verb, context, options, &extract);
}

Outcome remove(Context& context, const EvidenceOptions& options) {
    PLUMB_TRY(opened, openToWrite(context, options.file));
    PLUMB_TRY(evidence, evidenceNamed(opened->review(), options.id));
    PLUMB_CHECK(opened->removeEvidence(evidence.id));
    Output output;
    output.json = {{"id", evidence.id}, {"number", evidence.number}, {"removed", true}};
    output.text = fmt::format("{} is removed; undo brings it back.\n", evidenceLabel(evidence.number));
    return output;
}

void addRemove(CLI::App& evidence, Context& context) {
    auto options = std::make_shared<EvidenceOptions>();
    CLI::App& verb = addVerb(evidence, "remove", "Take a piece of evidence out of the review; undo brings it back",
                             {"evidence remove claims.plumb E-07"});
    addWord(verb, "FILE", options->file, "The review");
    addWord(verb, "ID", options->id, "E-07, 7, or the whole id (evidence list)");
    onCall(verb, context, options, &remove);
}

} // namespace

void addEvidenceVerbs(CLI::App& evidence, Context& context) {
    addAdd(evidence, context);
    addListVerb(evidence, context);
    addExtract(evidence, context);
    addRemove(evidence, context);
}

} // namespace plumb::cli
