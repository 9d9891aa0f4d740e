// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Everything one does with the evidence of a question: attach by dialog, file, drop and paste; open outside after
// asking, rename, say how strong it is, remove. Files stream into the review with progress and cancel.
#pragma once

#include "ui/bridge/file_dialogs.h"
#include "ui/models/question_editor.h"

#include <functional>
#include <memory>
#include <QObject>

class QMimeData;
class QTemporaryDir;
class QUrl;
class QWidget;

namespace plumb::ui {

class EvidenceDesk final : public QObject {
    Q_OBJECT
public:
    /// `editor` says which question; dialogs stand over `page`.
    EvidenceDesk(SessionBridge* bridge, QuestionEditor* editor, QWidget* page);
    ~EvidenceDesk() override; ///< opened copies are removed

    /// Seams for tests; the defaults are the desktop's. `files` is not owned.
    void setFileDialogs(FileDialogs* files) { m_files = files; }
    void setUrlOpener(std::function<bool(const QUrl&)> open) { m_open = std::move(open); }

    void askForEvidence();
    void chooseFile();
    void pasteClipboard();
    /// Attaches what a drop or the clipboard holds: files, an image, an address, words. False when there is nothing to
    /// take.
    bool take(const QMimeData* data);
    [[nodiscard]] static bool canTake(const QMimeData* data);

    void open(const QString& id);
    void rename(const QString& id);
    void setStrength(const QString& id, review::Basis strength);
    void remove(const QString& id);

signals:
    void removed(const QString& title); ///< can be undone
    void busy(bool on);                 ///< a file streams in

private:
    bool addFile(const QString& path);
    void openCopy(const review::Evidence& evidence);
    SessionBridge* m_bridge;
    QuestionEditor* m_editor;
    QWidget* m_page;
    DesktopFileDialogs m_desktop;
    FileDialogs* m_files = &m_desktop;
    std::function<bool(const QUrl&)> m_open;
    std::unique_ptr<QTemporaryDir> m_folder; ///< private to the user; holds opened copies
    int m_copies = 0;
};

/// A file name that is safe to write: the last component without separators, control characters and leading dots.
[[nodiscard]] QString safeFileName(const QString& name);

} // namespace plumb::ui
