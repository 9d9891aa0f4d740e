// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The window's main(): reads the command line, makes clock, randomness, settings and window, and shows it. Nothing that
// can wait happens before the window is on the screen.
#include "questionnaires/built_in.h"
#include "ui/bridge/settings.h"
#include "ui/print/print.h"
#include "ui/shell/main_window.h"
#include "ui/shell/start_options.h"
#include "ui/theme/theme.h"

#include <cstdio>
#include <QApplication>
#include <QStandardPaths>
#include <QTimer>

namespace {

using namespace plumb;

constexpr int kExitUsage = 2, kExitSystem = 4;
constexpr int kSettleMs = 250; ///< for a picture: fades and queued layouts are over

void print(std::FILE* stream, const QString& text) {
    std::fputs(qPrintable(text), stream);
}

void applyLook(const ui::Settings& settings, const ui::StartOptions& options) {
    ui::Theme& theme = ui::Theme::instance();
    if (settings.reducedMotion() || !options.screenshot.isEmpty())
        theme.setReducedMotion(true);
    theme.setTextScale(settings.textScalePercent() / 100.0);
    theme.setChoice(static_cast<ui::SchemeChoice>(options.theme.value_or(settings.theme())));
}

void openFirst(ui::MainWindow& window, const ui::StartOptions& options) {
    const bool open =
        options.sample ? window.openSampleReview() : !options.file.isEmpty() && window.openFile(options.file);
    if (!open)
        window.showStartPage();
    else if (!options.merge.isEmpty())
        window.mergeCopy(options.merge);
    else if (!options.snapshot.isEmpty())
        window.openSnapshot(options.snapshot);
}

} // namespace

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("plumbline"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PLUMB_VERSION));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Plumbline"));
    QGuiApplication::setDesktopFileName(QStringLiteral("plumbline"));
    const ui::StartOptions options = ui::readStartOptions(QCoreApplication::arguments().mid(1));
    if (!options.error.isEmpty()) {
        print(stderr, options.error + QStringLiteral("\nTry: plumbline --help\n"));
        return kExitUsage;
    }
    if (options.version || options.help) {
        print(stdout, options.help ? ui::startHelp() : QStringLiteral("plumbline " PLUMB_VERSION "\n"));
        return 0;
    }
    SystemClock clock;
    SystemRandom random;
    ui::Settings settings;
    ui::DesktopFileDialogs dialogs;
    ui::Theme::instance().install();
    applyLook(settings, options);

    ui::Services services;
    services.clock = &clock;
    services.random = &random;
    services.settings = &settings;
    services.dialogs = &dialogs;
    services.library = questionnaires::builtIn();
    services.sampleScript = questionnaires::sampleScript();
    services.sampleFolder =
        QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/sample");
    services.place = options.place;
    services.printPdf = [](const report::Document& document, const QString& path,
                           const store::Progress& progress) -> Result<void> {
        const auto printed = ui::print::printPdf(document, path.toStdString(), {}, progress);
        if (!printed)
            return fail(printed.error());
        return {};
    };
    ui::MainWindow window(services);
    if (options.size.isValid())
        window.resize(options.size);
    openFirst(window, options);
    window.show();
    if (!options.screenshot.isEmpty()) {
        auto* settled = new QTimer(&window);
        settled->setSingleShot(true); // what was posted in between is done before the next one
        QObject::connect(settled, &QTimer::timeout, &window, [&window, &options, settled, quiet = false]() mutable {
            // Twice in a row without work on its way: what the work has found is painted, too.
            const bool idle = window.jobs()->running().isEmpty();
            if (idle && quiet)
                QCoreApplication::exit(window.grab().save(options.screenshot, "PNG") ? 0 : kExitSystem);
            quiet = idle;
            settled->start(kSettleMs);
        });
        settled->start(kSettleMs);
    }
    return QApplication::exec();
}
