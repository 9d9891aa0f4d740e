// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/error_words.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <string_view>

namespace plumb::ui {
namespace {

struct Row {
    std::string_view id;
    const char* title;
    const char* text; ///< %1 the file's name, %2 the first argument; null: what core said
    bool readOnly = false, otherPlace = false;
};

#define WORDS(text) QT_TRANSLATE_NOOP("Errors", text)

constexpr Row kRows[] = {
    {"store.locked", WORDS("The review is open elsewhere"),
     WORDS("%2 has %1 open for writing. You can read it now, and write once it is closed there."), true, false},
    {"store.readOnly", WORDS("The file can't be written"),
     WORDS("%1 is write-protected. You can read it, or work on a copy in another folder."), true, false},
    {"session.readOnly", WORDS("This review is open read-only"),
     WORDS("Nothing can be changed here. Save a copy to work on it, or open the file again for writing.")},
    {"store.exists", WORDS("There is a file with this name"),
     WORDS("%1 is there already and is never overwritten. Choose another name."), false, true},
    {"store.notAProject", WORDS("This is not a Plumbline review"),
     WORDS("%1 is another kind of file. It was not touched.")},
    {"store.tooNew", WORDS("The review comes from a newer Plumbline"),
     WORDS("Update the program to open %1. The file was not touched.")},
    {"store.damaged", WORDS("The file is damaged"), nullptr},
    {"store.hostile", WORDS("The file holds things that no review holds"), nullptr},
    {"file.notFound", WORDS("The file is not there"),
     WORDS("%1 was moved, renamed or deleted, or its drive is not connected.")},
    {"file.notAFile", WORDS("This is not a file"), WORDS("%1 is a folder or a device. Choose a file.")},
    {"file.unreadable", WORDS("The file can't be read"), WORDS("The system does not allow reading %1.")},
    {"file.readOnly", WORDS("The file can't be written"),
     WORDS("%1 or its folder is write-protected. You can read it, or work on a copy in another folder."), true, true},
    {"file.noFolder", WORDS("The folder is not there"), WORDS("Choose another folder for %1."), false, true},
    {"file.diskFull", WORDS("The disk is full"),
     WORDS("There is no room left for %1. Nothing was changed. Make room, then try again."), false, true},
    {"file.unwritable", WORDS("The file can't be written"), WORDS("%1 can't be written here. Choose another folder."),
     false, true},
    {"lens.unusable", WORDS("This questionnaire can't be used"), nullptr},
    {"overlay.invalid", WORDS("The notes beside the questionnaire can't be used"), nullptr},
    {"merge.self", WORDS("This is the same review"),
     WORDS("%1 is the file that is open here. Choose the copy that somebody else worked on. Nothing was changed.")},
    {"merge.refused", WORDS("The copies can't be merged"), nullptr},
    {"merge.unresolved", WORDS("The other copy was changed meanwhile"),
     WORDS("Something new needs a decision. Nothing was merged; what you decided is kept.")},
    {"merge.noConflict", WORDS("The other copy was changed meanwhile"),
     WORDS("Something that you decided needs no decision any more. Nothing was merged; what you decided is kept.")},
    {"merge.value", WORDS("A text can't be kept"), nullptr},
    {"store.noSnapshot", WORDS("There is no such snapshot"), nullptr},
    {"session.sameLens", WORDS("This is the version that the review has"),
     WORDS("Nothing would change. Choose another version.")},
    {"job.cancelled", WORDS("Stopped"), WORDS("Nothing was changed.")},
};

#undef WORDS

QString fromUtf8(const std::string& text) {
    return QString::fromStdString(text);
}

QString generalTitle(ErrorKind kind) {
    switch (kind) {
    case ErrorKind::Usage:
        return QCoreApplication::translate("Errors", "This can't be done here");
    case ErrorKind::Refused:
        return QCoreApplication::translate("Errors", "The file can't be used");
    case ErrorKind::System:
        return QCoreApplication::translate("Errors", "The system did not allow it");
    case ErrorKind::Conflict:
        return QCoreApplication::translate("Errors", "Somebody else was faster");
    case ErrorKind::Cancelled:
        return QCoreApplication::translate("Errors", "Stopped");
    }
    return {};
}

} // namespace

ErrorWords wordsFor(const Error& error) {
    const QString file = error.where.empty() ? QCoreApplication::translate("Errors", "The file")
                                             : QFileInfo(fromUtf8(error.where)).fileName();
    for (const Row& row : kRows) {
        if (row.id != error.id)
            continue;
        QString text = fromUtf8(error.text);
        if (row.text) {
            const QString first =
                error.args.empty() ? QCoreApplication::translate("Errors", "Somebody") : fromUtf8(error.args.front());
            text = QCoreApplication::translate("Errors", row.text);
            // In one go, so that a "%2" in a file's name stays what it is.
            if (text.contains(QLatin1String("%2")))
                text = text.arg(file, first);
            else if (text.contains(QLatin1String("%1")))
                text = text.arg(file);
        }
        return {QCoreApplication::translate("Errors", row.title), text, row.readOnly, row.otherPlace};
    }
    return {generalTitle(error.kind), fromUtf8(error.text), false, false};
}

} // namespace plumb::ui
