// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/questions_rich.h"

#include "ui/bridge/session_bridge.h"

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

} // namespace

WhyText whyText(const report::Text& text, lens::State state) {
    WhyText out;
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
            append(*part, span, words.left(line).trimmed());
            part = &out.lower;
            words = words.mid(line + 1);
        }
        append(*part, span, words);
    }
    return out;
}

} // namespace plumb::ui
