// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The only file that knows the pages of an open review by name: makes them and ties their intent signals to the window.
#pragma once

#include "ui/bridge/file_dialogs.h"
#include "ui/bridge/session_bridge.h"
#include "ui/models/question_filter.h"
#include "ui/shell/places.h"

#include <functional>

class QWidget;

namespace plumb::ui {

class ActionTable;
class JobRunner;

/// What pages may ask of the window.
struct PageIntents {
    std::function<void(const QuestionKey& key)> openQuestion;
    std::function<void(const QuestionFilter& filter)> openQuestions; ///< those that the filter shows
    std::function<void(const QString& key)> openFinding;
    std::function<void(const QString& name)> openSnapshot; ///< read-only; may be empty
};

/// What pages are handed; everything must outlive them.
struct PageNeeds {
    SessionBridge* bridge = nullptr;
    ActionTable* actions = nullptr;
    FileDialogs* dialogs = nullptr;
    JobRunner* jobs = nullptr;
    PageIntents intents;
};

[[nodiscard]] QWidget* makePage(Place place, const PageNeeds& needs, QWidget* parent);

/// Shows a question on the Questions page; `page` is what makePage() gave for that place.
void showQuestion(QWidget* page, const QuestionKey& key);

/// Narrows the Questions page to a filter.
void showQuestions(QWidget* page, const QuestionFilter& filter);

/// Shows a finding in the register of the Findings page.
void showFinding(QWidget* page, const QString& key);

/// Stores what is typed on a page and not stored yet. False when that failed; a notice has said why.
bool commitPending(QWidget* page);

} // namespace plumb::ui
