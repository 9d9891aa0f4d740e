// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/start_options.h"

#include <QRegularExpression>

namespace plumb::ui {
namespace {

QSize sizeFromText(const QString& text) {
    static const QRegularExpression pattern(QStringLiteral("^(\\d{3,5})x(\\d{3,5})$"));
    const auto match = pattern.match(text);
    return match.hasMatch() ? QSize(match.captured(1).toInt(), match.captured(2).toInt()) : QSize();
}

/// Takes the value of an option; sets the error when it is not one of those allowed.
void takeValue(StartOptions& options, const QString& name, const QString& value) {
    if (name == QLatin1String("--place")) {
        options.place = placeFromId(value);
        if (!options.place)
            options.error = QStringLiteral("There is no place \"%1\". Places are overview, questions, findings, costs, "
                                           "compare and report.")
                                .arg(value);
    } else if (name == QLatin1String("--theme")) {
        options.theme = themeFromText(value);
        if (!options.theme)
            options.error =
                QStringLiteral("There is no theme \"%1\". Themes are system, light, dark and high-contrast.")
                    .arg(value);
    } else if (name == QLatin1String("--size")) {
        options.size = sizeFromText(value);
        if (!options.size.isValid())
            options.error = QStringLiteral("\"%1\" is no size. Write it as 1280x720.").arg(value);
    } else if (name == QLatin1String("--merge")) {
        options.merge = value;
    } else if (name == QLatin1String("--snapshot")) {
        options.snapshot = value;
    } else {
        options.screenshot = value;
    }
}

} // namespace

StartOptions readStartOptions(const QStringList& arguments) {
    StartOptions options;
    const QStringList withValue{QStringLiteral("--place"), QStringLiteral("--theme"),
                                QStringLiteral("--size"),  QStringLiteral("--screenshot"),
                                QStringLiteral("--merge"), QStringLiteral("--snapshot")};
    bool onlyFiles = false;
    for (qsizetype i = 0; i < arguments.size() && options.error.isEmpty(); ++i) {
        const QString& argument = arguments[i];
        const QString name = argument.section(u'=', 0, 0);
        if (onlyFiles || !argument.startsWith(u'-')) {
            if (!options.file.isEmpty())
                options.error = QStringLiteral("One window shows one review; \"%1\" is one too many.").arg(argument);
            options.file = argument;
        } else if (argument == QLatin1String("--")) {
            onlyFiles = true;
        } else if (argument == QLatin1String("--sample")) {
            options.sample = true;
        } else if (argument == QLatin1String("--version")) {
            options.version = true;
        } else if (argument == QLatin1String("--help") || argument == QLatin1String("-h")) {
            options.help = true;
        } else if (!withValue.contains(name)) {
            options.error = QStringLiteral("There is no option \"%1\".").arg(argument);
        } else if (argument != name) {
            takeValue(options, name, argument.mid(name.size() + 1));
        } else if (i + 1 < arguments.size()) {
            takeValue(options, name, arguments[++i]);
        } else {
            options.error = QStringLiteral("The option %1 needs a value.").arg(name);
        }
    }
    if (options.error.isEmpty() && options.file.isEmpty() && !options.sample &&
        !(options.merge.isEmpty() && options.snapshot.isEmpty()))
        options.error = QStringLiteral("%1 needs a review: plumbline FILE %1 ...")
                            .arg(options.merge.isEmpty() ? QStringLiteral("--snapshot") : QStringLiteral("--merge"));
    return options;
}

QString startHelp() {
    return QStringLiteral("Usage: plumbline [options] [FILE]\n"
                          "Opens the review FILE (NAME.plumb), or the start page.\n"
                          "\n"
                          "  --sample            open the sample review\n"
                          "  --place ID          overview, questions, findings, costs, compare or report\n"
                          "  --theme NAME        system, light, dark or high-contrast, for this run\n"
                          "  --size WxH          size of the window, such as 1280x720\n"
                          "  --merge OTHER       show what merging another copy into FILE would do\n"
                          "  --snapshot NAME     show a snapshot of FILE, for reading\n"
                          "  --screenshot FILE   save a picture of the window as PNG and quit\n"
                          "  --version           print the version\n"
                          "  -h, --help          print this help\n");
}

} // namespace plumb::ui
