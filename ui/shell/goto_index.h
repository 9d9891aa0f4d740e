// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What "Go to anything" finds: places, questions, evidence, cost items, measures and actions by their words, and
// whatever the review's full-text search adds (choices, notes). Pure look-up, no widgets.
#pragma once

#include "core/session/session.h"
#include "ui/shell/places.h"

#include <QString>
#include <QStringList>
#include <vector>

namespace plumb::ui {

class ActionTable;

/// One thing to go to.
struct GotoItem {
    enum class Kind { Place, Question, Evidence, Action, Text, CostItem, CostMeasure };
    Kind kind = Kind::Place;
    QString title;    ///< what it is
    QString detail;   ///< where it is: "Generative AI > Cost", or the sentence around the words that were found
    QString what;     ///< kind in a word: "Question", "Note"
    QString icon;     ///< file name in :/plumb/icons; questions show the mark of `state` instead
    QStringList keys; ///< key caps of places and actions
    QString id;       ///< action id for Place and Action
    lens::State state = lens::State::Unanswered; ///< questions and texts
    QuestionKey question;                        ///< questions and texts; evidence that is linked to a question too
    std::string evidence;                        ///< id
    std::string cost;                            ///< id of a cost item or measure
};

class GotoIndex {
public:
    /// `session` may be null (start page): then only actions that need no review are found. Both must outlive the
    /// index.
    GotoIndex(const ActionTable& actions, const session::Session* session);

    /// Best first, at most `limit`. Every word of the query must begin a word of the item (accents and case do not
    /// count). An empty query gives the places and the actions.
    [[nodiscard]] std::vector<GotoItem> find(const QString& query, std::size_t limit = 50) const;

private:
    struct Entry {
        GotoItem item;
        QStringList titleWords, otherWords; ///< folded
        int rank = 0;                       ///< order of equal matches
    };
    void add(GotoItem item, const QString& more, int rank);
    void addQuestions(const review::Review& review);
    void addCosts(const session::Session& session);
    void addTexts(const QString& query, std::vector<GotoItem>& found, std::size_t limit) const;

    const session::Session* m_session;
    std::vector<Entry> m_entries;
};

/// Words in lower case without accents and signs: "Größe, GENCOST05" -> {"grosse", "gencost05"}.
[[nodiscard]] QStringList foldedWords(const QString& text);

} // namespace plumb::ui
