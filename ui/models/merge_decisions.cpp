// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/merge_decisions.h"

#include "ui/bridge/session_bridge.h"

#include <algorithm>
#include <QLocale>

namespace plumb::ui {

namespace {

/// What stands in the file; a sentence about a value is none.
QString written(const MergeSide& side) {
    return side.said ? QString() : side.value;
}

} // namespace

QString joinedTexts(const QString& ours, const QString& theirs) {
    if (ours.contains(theirs.trimmed()))
        return ours;
    if (theirs.contains(ours.trimmed()))
        return theirs;
    QString first = ours;
    while (!first.isEmpty() && first.back().isSpace())
        first.chop(1);
    return first + QStringLiteral("\n\n") + theirs;
}

MergeDecisions::MergeDecisions(std::vector<MergeItem> items, QObject* parent)
    : QObject(parent), m_items(std::move(items)), m_made(m_items.size()) {}

int MergeDecisions::done() const {
    return static_cast<int>(
        std::count_if(m_made.begin(), m_made.end(), [](const Made& made) { return made.choice != Choice::Open; }));
}

bool MergeDecisions::edited(int item) const {
    return m_made.at(static_cast<std::size_t>(item)).text.has_value();
}

QString MergeDecisions::choiceWord(int item) const {
    if (edited(item))
        return tr("edited");
    switch (choice(item)) {
    case Choice::Ours:
        return tr("yours");
    case Choice::Theirs:
        return tr("theirs");
    case Choice::Both:
        return tr("both");
    case Choice::Open:
        break;
    }
    return {};
}

QString MergeDecisions::kept(int item) const {
    const Made& made = m_made.at(static_cast<std::size_t>(item));
    const MergeItem& at = m_items.at(static_cast<std::size_t>(item));
    if (made.text)
        return *made.text;
    switch (made.choice) {
    case Choice::Ours:
        return written(at.ours);
    case Choice::Theirs:
        return written(at.theirs);
    case Choice::Both:
        return joinedTexts(at.ours.value, at.theirs.value);
    case Choice::Open:
        break;
    }
    return {};
}

QString MergeDecisions::fault(int item) const {
    const MergeItem& at = m_items.at(static_cast<std::size_t>(item));
    if (!at.editable)
        return {};
    const auto bytes = kept(item).toUtf8().size();
    if (bytes <= at.limit)
        return {};
    const QLocale english(QLocale::English);
    return tr("This is %1 characters too long; %2 fit in.")
        .arg(english.toString(bytes - at.limit), english.toString(at.limit));
}

bool MergeDecisions::choose(int item, Choice choice) {
    Made& made = m_made.at(static_cast<std::size_t>(item));
    if (choice == Choice::Both && !m_items.at(static_cast<std::size_t>(item)).joinable)
        return false;
    made = {choice, std::nullopt};
    emit changed(item);
    return true;
}

void MergeDecisions::write(int item, const QString& text) {
    Made& made = m_made.at(static_cast<std::size_t>(item));
    if (!m_items.at(static_cast<std::size_t>(item)).editable || made.choice == Choice::Open || kept(item) == text)
        return;
    made.text.reset();
    if (kept(item) != text) // typed back to what it was: no edit
        made.text = text;
    emit changed(item);
}

void MergeDecisions::chooseRest(store::Side side) {
    for (Made& made : m_made)
        if (made.choice == Choice::Open)
            made.choice = side == store::Side::Ours ? Choice::Ours : Choice::Theirs;
    emit changed(-1);
}

std::optional<int> MergeDecisions::nextOpen(int item) const {
    for (int step = 1; step <= count(); ++step)
        if (const int at = (item + step) % count(); choice(at) == Choice::Open)
            return at;
    return std::nullopt;
}

std::optional<int> MergeDecisions::previousOpen(int item) const {
    for (int step = 1; step <= count(); ++step)
        if (const int at = (item - step + 2 * count()) % count(); choice(at) == Choice::Open)
            return at;
    return std::nullopt;
}

std::map<std::string, store::Resolution> MergeDecisions::resolutions() const {
    std::map<std::string, store::Resolution> all;
    for (int item = 0; item < count(); ++item) {
        if (choice(item) == Choice::Open)
            continue;
        store::Resolution resolution;
        resolution.side = choice(item) == Choice::Theirs ? store::Side::Theirs : store::Side::Ours;
        if (edited(item) || choice(item) == Choice::Both)
            resolution.value = s(kept(item));
        all.emplace(s(m_items[static_cast<std::size_t>(item)].name), std::move(resolution));
    }
    return all;
}

void MergeDecisions::takeOver(const MergeDecisions& earlier) {
    for (std::size_t mine = 0; mine < m_items.size(); ++mine)
        for (std::size_t theirs = 0; theirs < earlier.m_items.size(); ++theirs)
            if (const MergeItem& now = m_items[mine], &then = earlier.m_items[theirs];
                now.name == then.name && now.ours.value == then.ours.value && now.theirs.value == then.theirs.value)
                m_made[mine] = earlier.m_made[theirs];
    emit changed(-1);
}

} // namespace plumb::ui
