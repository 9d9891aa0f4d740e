// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Commands on evidence.
#include "core/session/media_type.h"
#include "core/session/names.h"
#include "core/session/session_impl.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace plumb::session {
namespace {

using review::Evidence;
using review::EvidenceKind;

/// Begins the label of every command that gives out a number, which is how a number is known to be used after its
/// evidence was removed.
constexpr std::string_view kAttach = "Attach E-";

std::string nameOf(const Evidence& evidence) {
    return fmt::format("E-{:02}", evidence.number);
}

bool hasContent(const Evidence& evidence) {
    return evidence.kind == EvidenceKind::File || evidence.kind == EvidenceKind::Image;
}

/// The last component of a path of any system; a name from outside is only ever shown.
std::string lastComponent(std::string_view path) {
    const std::size_t slash = path.find_last_of("/\\");
    return std::string(slash == std::string_view::npos ? path : path.substr(slash + 1));
}

int numberInLabel(std::string_view label) {
    int number = 0;
    if (label.starts_with(kAttach))
        std::from_chars(label.data() + kAttach.size(), label.data() + label.size(), number);
    return number;
}

/// Fills in what the caller may leave open and drops what the kind has no use for.
void tidy(Evidence& evidence) {
    if (!hasContent(evidence)) {
        evidence.fileName.clear();
        evidence.mediaType.clear();
    }
    if (evidence.kind != EvidenceKind::Link)
        evidence.url.clear();
    if (evidence.kind != EvidenceKind::Note)
        evidence.text.clear();
    evidence.fileName = lastComponent(evidence.fileName);
    if (hasContent(evidence) && evidence.mediaType.empty())
        evidence.mediaType = mediaTypeOf(evidence.fileName);
    if (tidySpaces(evidence.title).empty())
        evidence.title = !evidence.fileName.empty() ? evidence.fileName
                         : !evidence.url.empty()    ? shorten(evidence.url, 100)
                                                    : shorten(evidence.text, 60);
    std::sort(evidence.links.begin(), evidence.links.end());
    evidence.links.erase(std::unique(evidence.links.begin(), evidence.links.end()), evidence.links.end());
}

tl::unexpected<Error> noContent(std::string text, const Evidence& evidence) {
    return fail(ErrorKind::Usage, "session.noContent", std::move(text), evidence.title, {evidence.title});
}

} // namespace

Result<const Evidence*> Session::Impl::evidenceOf(std::string_view id) const {
    if (const Evidence* evidence = review.findEvidence(id))
        return evidence;
    return fail(ErrorKind::Usage, "session.unknownEvidence",
                fmt::format("The review has no evidence \"{}\".", shorten(id, 60)), std::string(id), {std::string(id)});
}

Result<void> Session::Impl::checkEvidence(const Evidence& evidence) const {
    if (evidence.kind == EvidenceKind::Link && tidySpaces(evidence.url).empty())
        return noContent("A link needs an address.", evidence);
    if (evidence.kind == EvidenceKind::Note && tidySpaces(evidence.text).empty())
        return noContent("A note needs a text.", evidence);
    for (const review::EvidenceLink& link : evidence.links) {
        PLUMB_TRY(question, questionOf(link.question));
        if (link.choice.empty() || question->choiceIndex(link.choice))
            continue;
        std::vector<std::string> ids;
        for (const lens::Choice& choice : question->choices)
            ids.push_back(choice.id);
        std::vector<std::string> args{link.choice, link.question.question};
        const std::vector<std::string> near = nearestNames(link.choice, ids);
        args.insert(args.end(), near.begin(), near.end());
        return fail(ErrorKind::Usage, "session.unknownChoice",
                    fmt::format("The question {} has no choice \"{}\".{}", link.question.question,
                                shorten(link.choice, 60), didYouMean(near)),
                    link.question.lens + "/" + link.question.question, std::move(args));
    }
    return {};
}

Result<int> Session::Impl::nextEvidenceNumber() {
    if (highestEvidence < 0) {
        PLUMB_TRY(commands, project->history(true));
        highestEvidence = 0;
        for (const CommandRecord& command : commands)
            highestEvidence = std::max(highestEvidence, numberInLabel(command.label));
    }
    if (!review.evidence.empty())
        highestEvidence = std::max(highestEvidence, review.evidence.back().number);
    return highestEvidence + 1;
}

Result<std::string> Session::addEvidence(NewEvidence evidence, const Progress& progress) {
    PLUMB_CHECK(m_impl->begin());
    Evidence& record = evidence.record;
    if (hasContent(record) != (evidence.source != nullptr))
        return noContent(evidence.source ? "A link or a note has no bytes to store." : "A file needs its bytes.",
                         record);
    tidy(record);
    PLUMB_CHECK(m_impl->checkEvidence(record));
    PLUMB_TRY(number, m_impl->nextEvidenceNumber());
    record.id = newUuid(m_impl->env.random);
    record.number = number;
    record.addedAt = m_impl->env.clock.now();
    record.addedBy = m_impl->env.author;
    record.sha256.clear();
    record.bytes = 0;
    const std::string label = fmt::format("{}{:02}: {}", kAttach, number, shorten(record.title, 48));
    PLUMB_CHECK(m_impl->command(label, {}, [&](store::Writer& writer) -> Result<void> {
        if (evidence.source) {
            PLUMB_TRY(blob, writer.putBlob(*evidence.source, progress));
            record.sha256 = blob.sha256;
            record.bytes = blob.bytes;
        }
        return writer.putEvidence(record);
    }));
    m_impl->highestEvidence = number;
    return record.id;
}

Result<void> Session::updateEvidence(const Evidence& evidence) {
    PLUMB_CHECK(m_impl->begin());
    PLUMB_TRY(before, m_impl->evidenceOf(evidence.id));
    Evidence after = evidence;
    if (hasContent(after) != hasContent(*before))
        return noContent("Evidence with bytes can't become a link or a note, nor the other way round.", *before);
    after.number = before->number;
    after.sha256 = before->sha256;
    after.bytes = before->bytes;
    after.addedAt = before->addedAt;
    after.addedBy = before->addedBy;
    tidy(after);
    PLUMB_CHECK(m_impl->checkEvidence(after));
    Evidence relinked = *before;
    relinked.links = after.links;
    const std::string_view verb = relinked == after ? "Link" : "Change";
    return m_impl->command(fmt::format("{} {}: {}", verb, nameOf(after), shorten(after.title, 48)), {},
                           [&](store::Writer& writer) { return writer.putEvidence(after); });
}

Result<void> Session::removeEvidence(std::string_view id) {
    PLUMB_CHECK(m_impl->begin());
    PLUMB_TRY(evidence, m_impl->evidenceOf(id));
    const std::string known = evidence->id;
    // The number must be known as used before the evidence is gone.
    PLUMB_TRY(next, m_impl->nextEvidenceNumber());
    m_impl->highestEvidence = next - 1;
    return m_impl->command(fmt::format("Remove {}: {}", nameOf(*evidence), shorten(evidence->title, 48)), {},
                           [&](store::Writer& writer) { return writer.removeEvidence(known); });
}

Result<void> Session::extractEvidence(std::string_view id, store::ByteSink& sink, const Progress& progress) const {
    PLUMB_TRY(evidence, m_impl->evidenceOf(id));
    if (!hasContent(*evidence))
        return noContent(fmt::format("{} is a {} and has no bytes.", nameOf(*evidence), review::toText(evidence->kind)),
                         *evidence);
    return m_impl->project->readBlob(evidence->sha256, sink, progress);
}

} // namespace plumb::session
