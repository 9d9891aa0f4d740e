// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See resources.h.
#include "resources/resources.h"

#include <QtCore/qglobal.h>

// Q_INIT_RESOURCE declares a function of the global namespace, so it can't stand inside plumb::ui.
static void registerPlumbResources() {
    Q_INIT_RESOURCE(plumb);
}

namespace plumb::ui {

void initResources() {
    registerPlumbResources();
}

} // namespace plumb::ui
