// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// plumb_gallery [--scheme light|dark|contrast] [--text 1.0-1.5] [--compact] [--focus NAME] [--qt] [--grab FILE.png]
// Shows the gallery, or writes it as a picture. QT_SCALE_FACTOR=2 gives 200 %.
#include "gallery.h"
#include "qt_sheet.h"

#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <cstdio>
#include <ctime>
#include <memory>

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QEnterEvent>
#include <QPixmap>

using namespace plumb::ui;

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    QCommandLineParser options;
    options.addHelpOption();
    options.addOptions({{QStringLiteral("scheme"), QStringLiteral("light, dark or contrast"), QStringLiteral("name")},
                        {QStringLiteral("text"), QStringLiteral("text scale"), QStringLiteral("factor")},
                        {QStringLiteral("compact"), QStringLiteral("compact heights")},
                        {QStringLiteral("focus"), QStringLiteral("object that gets the focus"), QStringLiteral("name")},
                        {QStringLiteral("qt"), QStringLiteral("show Qt's own widgets instead")},
                        {QStringLiteral("grab"), QStringLiteral("write a picture and end"), QStringLiteral("file")}});
    options.process(app);
    Theme& theme = Theme::instance();
    QElapsedTimer clock;
    clock.start();
    const std::clock_t busy = std::clock();
    theme.install();
    std::printf("theme installed in %.2f ms, %.2f ms of them computing\n",
                static_cast<double>(clock.nsecsElapsed()) / 1e6,
                static_cast<double>(std::clock() - busy) * 1000 / CLOCKS_PER_SEC);
    const QString scheme = options.value(QStringLiteral("scheme"));
    theme.setChoice(scheme == QLatin1String("dark")       ? SchemeChoice::Dark
                    : scheme == QLatin1String("contrast") ? SchemeChoice::HighContrast
                                                          : SchemeChoice::Light);
    if (options.isSet(QStringLiteral("text")))
        theme.setTextScale(options.value(QStringLiteral("text")).toDouble());
    theme.setCompact(options.isSet(QStringLiteral("compact")));
    theme.setAlwaysShowFocus(options.isSet(QStringLiteral("focus")));
    app.setWindowIcon(programIcon());
    clock.restart();
    std::unique_ptr<QWidget> sheet;
    if (options.isSet(QStringLiteral("qt")))
        sheet = std::make_unique<QtSheet>();
    else
        sheet = std::make_unique<Gallery>();
    QWidget& gallery = *sheet;
    gallery.show();
    gallery.activateWindow();
    if (auto* focus = gallery.findChild<QWidget*>(options.value(QStringLiteral("focus"))))
        focus->setFocus();
    QApplication::processEvents();
    std::printf("gallery shown in %.2f ms\n", static_cast<double>(clock.nsecsElapsed()) / 1e6);
    const QString file = options.value(QStringLiteral("grab"));
    if (file.isEmpty())
        return QApplication::exec();
    for (QWidget* widget : gallery.findChildren<QWidget*>())
        if (widget->objectName().startsWith(QLatin1String("hover")))
            widget->setAttribute(Qt::WA_UnderMouse);
    return gallery.grab().save(file) ? 0 : 1;
}
