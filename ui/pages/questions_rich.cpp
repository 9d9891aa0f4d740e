// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/questions_rich.h"

#include "ui/bridge/session_bridge.h"

#include <QRegularExpression>

namespace plumb::ui {

namespace {

void append(RichText& out, const report::Span& span, const QString& text) {
    if (span.mark) {
        out << markRun(markOf(*span.mark)) << plain(QStringLiteral(" ") + text);
    } else if (span.style == report::Span::Style::Key) {
        out << keyRun(text);
    } else if (!text.isEmpty()) {
        out << plain(text);
    }
}

/// Cuts what stands in typographic quotes to `limit` letters each, at a space when there is one near.
QString shortened(const QString& words, int limit) {
    static const QRegularExpression kQuoted(QStringLiteral("\u201C([^\u201D]*)\u201D"));
    QString out;
    qsizetype from = 0;
    for (auto it = kQuoted.globalMatch(words); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        QString title = match.captured(1);
        if (title.size() > limit) {
            title = title.left(limit - 1);
            const qsizetype space = title.lastIndexOf(QLatin1Char(' '));
            if (space > limit / 2)
                title.truncate(space);
            while (title.endsWith(QLatin1Char(',')) || title.endsWith(QChar(0x2026)))
                title.chop(1);
            title += QChar(0x2026);
        }
        out += words.mid(from, match.capturedStart() - from) + QChar(0x201C) + title + QChar(0x201D);
        from = match.capturedEnd();
    }
    return out + words.mid(from);
}

/// How many letters each title of a sentence may have.
int titleRoom(const QString& sentence, int room) {
    static const QRegularExpression kQuoted(QStringLiteral("\u201C([^\u201D]*)\u201D"));
    int titles = 0, inside = 0;
    for (auto it = kQuoted.globalMatch(sentence); it.hasNext(); ++titles)
        inside += static_cast<int>(it.next().captured(1).size());
    if (titles == 0 || sentence.size() <= room)
        return 1000;
    return qMax(12, (room - static_cast<int>(sentence.size()) + inside) / titles);
}

} // namespace

WhyText whyText(const report::Text& text, lens::State state, int room) {
    WhyText out;
    for (const report::Span& span : text)
        out.whole += q(span.text);
    const QStringList sentences = out.whole.split(QLatin1Char('\n'));
    const int limits[] = {titleRoom(sentences.front(), room),
                          titleRoom(sentences.mid(1).join(QLatin1Char(' ')), room - 12)};
    RichText* part = &out.why;
    bool first = true;
    for (const report::Span& span : text) {
        QString words = q(span.text);
        if (first && state == lens::State::Unanswered) {
            const QString said = QStringLiteral("Not answered yet. ");
            if (words.startsWith(said))
                words.remove(0, said.size());
        }
        first = false;
        const qsizetype line = words.indexOf(QLatin1Char('\n'));
        if (line >= 0 && part == &out.why) {
            append(*part, span, shortened(words.left(line), limits[0]));
            part = &out.lower;
            words = words.mid(line + 1);
        }
        append(*part, span, shortened(words, limits[part == &out.lower ? 1 : 0]));
    }
    out.whole.replace(QLatin1Char('\n'), QLatin1Char(' '));
    return out;
}

} // namespace plumb::ui
