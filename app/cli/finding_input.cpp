// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/finding_input.h"

#include "app/cli/verbs.h"
#include "core/session/names.h"

#include <charconv>
#include <fmt/format.h>

namespace plumb::cli {
namespace {

using session::FindingEdit;
using Text = std::optional<std::string>;

std::vector<std::string> split(const std::string& text, char at, std::size_t most) {
    std::vector<std::string> parts{{}};
    for (const char c : text)
        if (c == at && parts.size() < most)
            parts.emplace_back();
        else
            parts.back() += c;
    return parts;
}

template <typename T> Result<T> parsed(const std::string& flag, const std::string& text, const char* what) {
    T value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return wrongUsage(fmt::format("{} takes {}, not \"{}\".", flag, what, session::shorten(text, 60)), flag);
    return value;
}

/// A word that one of the fromText functions knows; "none" and "" give the default where `mayClear`.
template <typename T>
Result<void> readWord(const char* flag, const Text& text, const char* allowed, bool mayClear, std::optional<T>& out) {
    if (!text)
        return {};
    T value{};
    if (!(mayClear && (text->empty() || *text == "none")) && !review::fromText(*text, value))
        return wrongUsage(fmt::format("{} takes {}, not \"{}\".", flag, allowed, session::shorten(*text, 60)), flag);
    out = value;
    return {};
}

Result<void> readRating(const char* likelihoodFlag, const Text& likelihood, const char* impactFlag, const Text& impact,
                        const review::Rating& before, std::optional<review::Rating>& out) {
    if (!likelihood && !impact)
        return {};
    review::Rating rating = before;
    if (likelihood) {
        PLUMB_TRY(value, wholeOption(likelihoodFlag, *likelihood));
        rating.likelihood = value;
    }
    if (impact) {
        PLUMB_TRY(value, wholeOption(impactFlag, *impact));
        rating.impact = value;
    }
    const bool takenBack = (!impact && rating.likelihood == 0) || (!likelihood && rating.impact == 0);
    out = takenBack ? review::Rating{} : rating;
    return {};
}

/// PERYEAR:P10:P90
Result<void> readLoss(const Text& text, FindingEdit& edit) {
    if (!text)
        return {};
    edit.loss.emplace();
    if (text->empty() || *text == "none")
        return {};
    const std::vector<std::string> parts = split(*text, ':', 4);
    if (parts.size() != 3)
        return wrongUsage(fmt::format("--loss is written PERYEAR:P10:P90, such as 0.5:20000:150000, not \"{}\".",
                                      session::shorten(*text, 60)),
                          "--loss");
    PLUMB_TRY(perYear, numberOption("--loss", parts[0]));
    PLUMB_TRY(p10, numberOption("--loss", parts[1]));
    PLUMB_TRY(p90, numberOption("--loss", parts[2]));
    *edit.loss = review::LossModel{perYear, p10, p90};
    return {};
}

Result<void> readTradeOffs(const std::vector<std::string>& texts, FindingEdit& edit) {
    if (texts.empty())
        return {};
    edit.tradeOffs.emplace();
    for (const std::string& text : texts) {
        if (text.empty() || text == "none")
            continue;
        const std::vector<std::string> parts = split(text, ':', 3);
        if (parts.size() < 2 || (parts[1] != "helps" && parts[1] != "harms"))
            return wrongUsage(fmt::format("--trade-off is written FRAMEWORK:helps or FRAMEWORK:harms, with :NOTE at "
                                          "will, not \"{}\".",
                                          session::shorten(text, 60)),
                              "--trade-off");
        PLUMB_TRY(framework, frameworkNamed("--trade-off", parts[0]));
        edit.tradeOffs->push_back({framework, parts[1] == "helps", parts.size() > 2 ? parts[2] : std::string()});
    }
    return {};
}

Result<void> readLinks(const session::Session& session, const FindingOptions& options, FindingEdit& edit) {
    if (options.needs) {
        edit.needs.emplace();
        if (!listOption(*options.needs).empty()) {
            PLUMB_TRY(keys, findingKeysOf(session, *options.needs));
            edit.needs = std::move(keys);
        }
    }
    if (options.evidence) {
        edit.evidence.emplace();
        for (const std::string& name : listOption(*options.evidence)) {
            PLUMB_TRY(evidence, evidenceNamed(session.review(), name));
            edit.evidence->push_back(evidence.id);
        }
    }
    if (options.practices) {
        edit.practices.emplace();
        for (const std::string& name : listOption(*options.practices)) {
            PLUMB_TRY(practice, practiceOf("--practices", name));
            edit.practices->push_back(practice);
        }
    }
    if (options.measures)
        edit.measures = listOption(*options.measures);
    return {};
}

Result<void> readNumbers(const FindingOptions& options, const score::Finding* before, FindingEdit& edit) {
    if (options.days) {
        PLUMB_TRY(days, numberOption("--days", *options.days));
        edit.days = days;
    }
    if (options.progress) {
        PLUMB_TRY(progress, wholeOption("--progress", *options.progress));
        edit.progress = progress;
    }
    const score::Finding none;
    PLUMB_CHECK(readRating("--likelihood", options.likelihood, "--impact", options.impact,
                           (before ? before : &none)->inherent, edit.inherent));
    return readRating("--residual-likelihood", options.residualLikelihood, "--residual-impact", options.residualImpact,
                      (before ? before : &none)->residual, edit.residual);
}

Result<void> readKind(const FindingOptions& options, FindingEdit& edit) {
    if (options.severity) {
        if (*options.severity != "high" && *options.severity != "medium")
            return wrongUsage(
                fmt::format("--severity takes high or medium, not \"{}\".", session::shorten(*options.severity, 60)),
                "--severity");
        edit.severity = *options.severity == "high" ? lens::Risk::High : lens::Risk::Medium;
    }
    if (options.framework) {
        edit.framework.emplace();
        if (!options.framework->empty() && *options.framework != "none") {
            PLUMB_TRY(framework, frameworkNamed("--framework", *options.framework));
            edit.framework = framework;
        }
    }
    return {};
}

} // namespace

std::vector<std::string> listOption(const std::string& text) {
    std::vector<std::string> out;
    for (const std::string& part : split(text, ',', static_cast<std::size_t>(-1)))
        if (std::string tidy = session::tidySpaces(part); !tidy.empty() && tidy != "none")
            out.push_back(std::move(tidy));
    return out;
}

Result<Date> dayOption(const std::string& flag, const std::string& text) {
    if (text.empty() || text == "none")
        return Date{};
    const auto date = parseDate(text);
    if (!date)
        return wrongUsage(fmt::format("{} takes a day as 2026-11-22, not \"{}\".", flag, session::shorten(text, 60)),
                          flag);
    return *date;
}

Result<double> numberOption(const std::string& flag, const std::string& text) {
    return parsed<double>(flag, text, "a number");
}

Result<int> wholeOption(const std::string& flag, const std::string& text) {
    return parsed<int>(flag, text, "a whole number");
}

Result<review::PracticeRef> practiceOf(const std::string& flag, const std::string& text) {
    const std::vector<std::string> parts = split(text, '/', 4);
    if (parts.size() != 3 || parts[0].empty() || parts[1].empty() || parts[2].empty())
        return wrongUsage(
            fmt::format("{} is written LENS/QUESTION/CHOICE, not \"{}\".", flag, session::shorten(text, 60)), flag);
    return review::PracticeRef{{parts[0], parts[1]}, parts[2]};
}

Result<std::string> frameworkNamed(const std::string& flag, const std::string& text) {
    const std::string wanted = session::foldName(text);
    std::vector<std::string> known;
    for (const score::FrameworkPillar& pillar : score::frameworkPillars()) {
        if (wanted == session::foldName(pillar.id) || wanted == session::foldName(pillar.name) ||
            wanted == session::foldName(pillar.shortName))
            return std::string(pillar.id);
        known.emplace_back(pillar.id);
    }
    return wrongUsage(fmt::format("{}: there is no framework pillar \"{}\"; there are {}.", flag,
                                  session::shorten(text, 60), fmt::join(known, ", ")),
                      flag);
}

Result<review::Evidence> evidenceNamed(const review::Review& review, const std::string& id) {
    if (const review::Evidence* evidence = review.findEvidence(id))
        return *evidence;
    const bool labelled = id.size() > 2 && (id[0] == 'E' || id[0] == 'e') && id[1] == '-';
    const std::string_view digits = std::string_view(id).substr(labelled ? 2 : 0);
    int number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const bool whole = error == std::errc() && end == digits.data() + digits.size();
    for (const review::Evidence& evidence : review.evidence)
        if (whole && evidence.number == number)
            return evidence;
    return wrongUsage(
        fmt::format("The review has no evidence \"{}\"; evidence list shows all.", session::shorten(id, 60)), id);
}

Result<std::vector<std::string>> findingKeysOf(const session::Session& session, const std::string& names) {
    std::vector<std::string> keys;
    std::optional<Error> refused;
    const std::vector<std::string> wanted = listOption(names);
    for (const std::string& name : wanted) {
        const auto key = session.findingNamed(name);
        if (key) {
            keys.push_back(*key);
            continue;
        }
        if (!refused)
            refused = key.error();
        if (wanted.size() > 1)
            refused->messages.push_back({key.error().id, name, key.error().text, "findings lists all of them."});
    }
    if (refused)
        return fail(std::move(*refused));
    if (keys.empty())
        return wrongUsage("Name a finding: F-07, or LENS/QUESTION, or several with commas.", "KEY");
    return keys;
}

void addFindingOptions(CLI::App& verb, FindingOptions& o) {
    addText(verb, "--title", o.title, "TEXT", "What is wrong, in one line; empty brings the derived text back");
    addText(verb, "--observation", o.observation, "TEXT", "What was seen");
    addText(verb, "--consequence", o.consequence, "TEXT", "What it means for the business");
    addText(verb, "--recommendation", o.recommendation, "TEXT", "What to do");
    addText(verb, "--owner", o.owner, "NAME", "Who sees to it");
    addText(verb, "--due", o.due, "DAY", "Until when: 2027-02-28; none takes it back");
    addText(verb, "--effort", o.effort, "SIZE", "S (1 person-day), M (5) or L (20); none takes it back");
    addText(verb, "--days", o.days, "N", "Person-days, instead of a size; 0 takes it back");
    addText(verb, "--progress", o.progress, "PERCENT", "0 to 100");
    addText(verb, "--status", o.status, "STATUS", "open, in-progress, resolved, accepted, transferred or false-alarm");
    addText(verb, "--reason", o.reason, "TEXT", "Why it is accepted, transferred or a false alarm");
    addText(verb, "--by", o.by, "NAME", "Who accepted it, or to whom it was transferred");
    addText(verb, "--until", o.until, "DAY", "The last day of an acceptance");
    addText(verb, "--severity", o.severity, "LEVEL", "high or medium; only of one written by hand");
    addText(verb, "--framework", o.framework, "PILLAR", "Its pillar; only of one written by hand");
    addText(verb, "--likelihood", o.likelihood, "1-5", "How likely it is today; 0 takes the rating back");
    addText(verb, "--impact", o.impact, "1-5", "How bad it is today");
    addText(verb, "--residual-likelihood", o.residualLikelihood, "1-5", "How likely after the fix");
    addText(verb, "--residual-impact", o.residualImpact, "1-5", "How bad after the fix");
    addText(verb, "--needs", o.needs, "KEY,..", "Findings that have to be closed first; none takes them back");
    addText(verb, "--evidence", o.evidence, "E-01,..", "Evidence that speaks for it");
    addText(verb, "--practices", o.practices, "LENS/QID/CID,..", "The practices that will close it");
    addText(verb, "--measures", o.measures, "TYPE,..", "Cost measures that belong to it");
    addText(verb, "--loss", o.loss, "PERYEAR:P10:P90", "How often a year it costs how much; none takes it back");
    addList(verb, "--trade-off", o.tradeOffs, "PILLAR:helps|harms[:NOTE]",
            "What closing it does to another pillar; may stand several times", false);
}

Result<FindingEdit> findingEditOf(const session::Session& session, const FindingOptions& options,
                                  const score::Finding* before) {
    FindingEdit edit;
    edit.title = options.title;
    edit.observation = options.observation;
    edit.consequence = options.consequence;
    edit.recommendation = options.recommendation;
    edit.owner = options.owner;
    edit.reason = options.reason;
    edit.decidedBy = options.by;
    if (options.due) {
        PLUMB_TRY(due, dayOption("--due", *options.due));
        edit.due = due;
    }
    if (options.until) {
        PLUMB_TRY(until, dayOption("--until", *options.until));
        edit.until = until;
    }
    PLUMB_CHECK(readWord("--effort", options.effort, "S, M, L or none", true, edit.effort));
    PLUMB_CHECK(readWord("--status", options.status,
                         "open, in-progress, resolved, accepted, transferred or false-alarm", false, edit.status));
    PLUMB_CHECK(readKind(options, edit));
    PLUMB_CHECK(readNumbers(options, before, edit));
    PLUMB_CHECK(readLinks(session, options, edit));
    PLUMB_CHECK(readLoss(options.loss, edit));
    PLUMB_CHECK(readTradeOffs(options.tradeOffs, edit));
    return edit;
}

} // namespace plumb::cli
