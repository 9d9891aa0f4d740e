// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See rich_text.h.
#include "ui/widgets/rich_text.h"

#include <QFont>

namespace plumb::ui {

Run plain(const QString& text, Token color) {
    Run run;
    run.text = text;
    run.color = color;
    return run;
}

Run strong(const QString& text, Token color) {
    Run run = plain(text, color);
    run.weight = QFont::DemiBold;
    return run;
}

Run keyRun(const QString& key) {
    Run run = plain(key);
    run.kind = Run::Kind::Key;
    return run;
}

Run markRun(MarkKind mark) {
    Run run;
    run.kind = Run::Kind::Mark;
    run.mark = mark;
    return run;
}

Run iconRun(Icon icon, Token color) {
    Run run;
    run.kind = Run::Kind::Icon;
    run.icon = icon;
    run.color = color;
    return run;
}

Run linkRun(const QString& text, const QString& target) {
    Run run = plain(text, Token::Accent);
    run.kind = Run::Kind::Link;
    run.weight = QFont::Medium;
    run.target = target;
    return run;
}

QString plainText(const RichText& text) {
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const Run& run = text[i];
        if (run.kind == Run::Kind::Mark) {
            const QString word = markWord(run.mark);
            const bool said = i + 1 < text.size() && text[i + 1].text.trimmed().startsWith(word, Qt::CaseInsensitive);
            result += said ? QString() : word;
        } else if (run.kind != Run::Kind::Icon) {
            result += run.text;
        }
    }
    return result.simplified();
}

} // namespace plumb::ui
