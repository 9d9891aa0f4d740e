// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The one way to include QCustomPlot: its header says `foreach`, which our Qt defines take away. Include it in sources
// and in headers of charts only, it is long.
#pragma once

#include <QtGlobal>

#ifdef QT_NO_FOREACH
#define foreach(variable, container) for (variable : container)
#endif
#include <qcustomplot.h>
#ifdef QT_NO_FOREACH
#undef foreach
#endif
