// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/journeys/first_review.h"

#include <QFile>

namespace plumb::test {
namespace {

QByteArray bytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

FirstReview firstReview() {
    FirstReview story;
    story.lens = bytesOf(QStringLiteral(PLUMB_SHARED_DIR "/corpus/lenses/aws-generative-ai.json"));
    story.fromCorpus = !story.lens.isEmpty();
    if (!story.fromCorpus)
        story.lens = bytesOf(QStringLiteral(PLUMB_SOURCE_DIR "/questionnaires/ai-quick-scan/lens.json"));
    story.answers = {
        {.ticks = {1, 2}, .confidence = QStringLiteral("High"), .basis = QStringLiteral("Shown")},
        {.ticks = {1, 3}, .note = QStringLiteral("The worst run took 41 steps, and nobody was told.")},
        {.ticks = {}, .none = true},
        {.ticks = {2}, .who = QStringLiteral("Kenji Abe"), .mark = true},
        {.ticks = {1}, .confidence = QStringLiteral("Low"), .basis = QStringLiteral("Said")},
        {.ticks = {}, .exempt = Exempt{2, QStringLiteral("No model can be reached from outside")}},
        {.ticks = {1}, .park = true},
        {.ticks = {1}, .none = true}, // "none of these" takes the tick back
        {.ticks = {1}, .exemptChoice = 2},
        {.ticks = {1}, .note = QStringLiteral("1 key opens everything; jk, 2 do."), .mark = true},
    };
    return story;
}

} // namespace plumb::test
