// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/file_dialogs.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

namespace plumb::ui {

QString DesktopFileDialogs::open(QWidget* parent, const QString& title, const QString& folder, const QString& filter) {
    return QFileDialog::getOpenFileName(parent, title, folder, filter);
}

QString DesktopFileDialogs::save(QWidget* parent, const QString& title, const QString& suggested, const QString& filter,
                                 bool mayReplace) {
    return QFileDialog::getSaveFileName(parent, title, suggested, filter, nullptr,
                                        mayReplace ? QFileDialog::Options() : QFileDialog::DontConfirmOverwrite);
}

QString reviewFilter() {
    return QCoreApplication::translate("FileDialogs", "Plumbline review (*.plumb)");
}

QString lensFilter() {
    return QCoreApplication::translate("FileDialogs", "Questionnaire, AWS custom lens (*.json)");
}

QString pdfFilter() {
    return QCoreApplication::translate("FileDialogs", "PDF document (*.pdf)");
}

QString fileNameFor(const QString& words) {
    QString name;
    const QString plain = words.normalized(QString::NormalizationForm_KD).toLower();
    for (const QChar c : plain) {
        if (c.isLetterOrNumber())
            name.append(c);
        else if (!c.isMark() && !name.isEmpty() && !name.endsWith(u'-'))
            name.append(u'-');
    }
    name.truncate(60);
    while (name.endsWith(u'-'))
        name.chop(1);
    return name.isEmpty() ? QStringLiteral("review") : name;
}

QString freePath(const QString& folder, const QString& stem, const QString& suffix) {
    const QDir dir(folder);
    QString path = dir.filePath(stem + u'.' + suffix);
    for (int n = 2; QFileInfo::exists(path); ++n)
        path = dir.filePath(stem + u'-' + QString::number(n) + u'.' + suffix);
    return path;
}

} // namespace plumb::ui
