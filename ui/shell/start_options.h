// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The command line of the window: plumbline [FILE] [--sample] [--place ID] [--theme NAME] [--screenshot OUT.png]
// [--size WxH] [--merge OTHER.plumb] [--snapshot NAME] [--version] [--help].
#pragma once

#include "ui/bridge/settings.h"
#include "ui/shell/places.h"

#include <optional>
#include <QSize>
#include <QString>
#include <QStringList>

namespace plumb::ui {

struct StartOptions {
    QString file;
    bool sample = false;
    std::optional<Place> place;
    std::optional<ThemeChoice> theme;
    QString screenshot; ///< save a picture of the window there and quit
    QString merge;      ///< another copy to merge into FILE: shows what that would do
    QString snapshot;   ///< shows this snapshot of FILE
    QSize size;         ///< of the window; invalid: as last time
    bool version = false, help = false;
    QString error; ///< what is wrong with the command line; empty: nothing
};

/// `arguments` without the program's name.
[[nodiscard]] StartOptions readStartOptions(const QStringList& arguments);

/// The text of --help.
[[nodiscard]] QString startHelp();

} // namespace plumb::ui
