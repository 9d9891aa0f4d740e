// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the window says when something failed: a short title, one sentence on what happened, and what can be done. Core
// states facts with an id; the words for people stand here.
#pragma once

#include "core/base/result.h"

#include <QString>

namespace plumb::ui {

struct ErrorWords {
    QString title;                ///< "The review is open elsewhere"
    QString text;                 ///< what happened and what to do, one or two sentences
    bool offerReadOnly = false;   ///< opening the file read-only would work
    bool offerOtherPlace = false; ///< writing to another file or folder would work
};

/// Never empty; unknown ids say what core said.
[[nodiscard]] ErrorWords wordsFor(const Error& error);

} // namespace plumb::ui
