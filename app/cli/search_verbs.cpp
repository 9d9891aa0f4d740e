// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// search: full text over questions, choices, notes and evidence.
#include "app/cli/json_values.h"
#include "app/cli/text_table.h"
#include "app/cli/verbs.h"
#include "core/session/names.h"

#include <algorithm>

namespace plumb::cli {
namespace {

struct SearchOptions {
    std::string file, query;
    int limit = 100;
};

/// Without the marks around what was found.
std::string withoutMarks(std::string text) {
    std::erase_if(text, [](char c) { return c == '\x02' || c == '\x03'; });
    return text;
}

std::string placeOf(const review::Review& review, const store::SearchHit& hit) {
    if (const review::Evidence* evidence = review.findEvidence(hit.evidence))
        return evidenceLabel(evidence->number);
    if (const review::Finding* finding = hit.kind == "finding" ? review.findFinding(hit.finding) : nullptr)
        return review::findingCode(finding->number);
    if (hit.question.lens.empty())
        return {};
    return toText(review::EvidenceLink{hit.question, hit.choice});
}

Outcome search(Context& context, const SearchOptions& options) {
    PLUMB_TRY(opened, openToRead(context, options.file));
    PLUMB_TRY(found, opened->search(options.query, options.limit));
    Output output;
    Json& hits = output.json["hits"] = Json::array();
    TextTable table({"", "", ""});
    for (const store::SearchHit& hit : found) {
        const std::string line = session::tidySpaces(hit.snippet);
        hits.push_back({{"kind", hit.kind},
                        {"lens", hit.question.lens},
                        {"question", hit.question.question},
                        {"choice", hit.choice},
                        {"evidence", hit.evidence},
                        {"finding", hit.finding},
                        {"snippet", withoutMarks(line)}});
        table.row({hit.kind, placeOf(opened->review(), hit), line});
    }
    output.text = found.empty() ? "Nothing found.\n" : table.text();
    return output;
}

} // namespace

void addSearchVerbs(CLI::App& app, Context& context) {
    auto options = std::make_shared<SearchOptions>();
    CLI::App& verb =
        addVerb(app, "search", "Find words in questions, choices, notes, evidence, findings and the workload",
                {"search claims.plumb budget", "search claims.plumb '\"step budget\" agent' --limit 10"});
    addWord(verb, "FILE", options->file, "The review");
    addWord(verb, "QUERY", options->query, "Words, by their beginning and without accents; quotes make a phrase");
    verb.add_option("--limit", options->limit, "At most so many hits; 100 when not given")
        ->type_name("N")
        ->check(CLI::Range(1, 100000).description(""));
    onCall(verb, context, options, &search);
}

} // namespace plumb::cli
