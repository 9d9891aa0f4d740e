// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Everything the window is handed, in a folder of its own: a clock that stands still, repeatable ids, settings that
// nobody else sees, and file dialogs that answer what the test says.
#pragma once

#include "ui/bridge/file_dialogs.h"
#include "ui/shell/main_window.h"

#include <memory>
#include <QStringList>
#include <QTemporaryDir>

namespace plumb::test {

/// Answers each question with the next prepared path and remembers what was asked.
class PreparedDialogs final : public ui::FileDialogs {
public:
    QStringList answers; ///< the next answers; empty: the user gives up
    QStringList asked;   ///< titles, and for save dialogs the suggested path
    [[nodiscard]] QString open(QWidget*, const QString& title, const QString&, const QString&) override;
    [[nodiscard]] QString save(QWidget*, const QString& title, const QString& suggested, const QString&, bool) override;

private:
    QString next();
};

class AppFixture {
public:
    AppFixture(); ///< theme installed, reduced motion, 22 Nov 2026 14:32 UTC

    [[nodiscard]] QString path(const QString& name) const { return folder.filePath(name); }
    /// A window of 1440 x 900, shown and active. The start page, unless `sample`.
    [[nodiscard]] std::unique_ptr<ui::MainWindow> makeWindow(bool sample = false);
    /// Puts a copy of the sample review where the window looks for it; it is made once for all tests of a program.
    void provideSample();
    /// A review with the quick scan at path(name), closed again.
    QString makeReview(const QString& name, const QString& workload, const QString& client = {});

    QTemporaryDir folder;
    FixedClock clock;
    SeededRandom random;
    std::unique_ptr<ui::Settings> settings;
    PreparedDialogs dialogs;
    ui::Services services;
};

/// Makes every Qt warning a failure, but for what the offscreen platform says of itself.
void failOnWarnings();

/// Runs `act` as soon as a modal dialog is open, and closes the dialog when `act` left it open. Call before what opens
/// it.
void whenDialogOpens(const std::function<void(QWidget* dialog)>& act);

} // namespace plumb::test
