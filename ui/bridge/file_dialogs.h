// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The seam to the desktop's file dialogs, so that tests answer them. Every question for a file goes through it.
#pragma once

#include <QString>

class QWidget;

namespace plumb::ui {

class FileDialogs {
public:
    virtual ~FileDialogs() = default;
    /// A file to read, or empty when the user gave up. `filter` as in QFileDialog.
    [[nodiscard]] virtual QString open(QWidget* parent, const QString& title, const QString& folder,
                                       const QString& filter) = 0;
    /// A file to write, or empty. `suggested` is a whole path. With `mayReplace` false the dialog does not offer to
    /// overwrite; the caller refuses existing files.
    [[nodiscard]] virtual QString save(QWidget* parent, const QString& title, const QString& suggested,
                                       const QString& filter, bool mayReplace) = 0;
};

/// The desktop's own dialogs.
class DesktopFileDialogs final : public FileDialogs {
public:
    [[nodiscard]] QString open(QWidget* parent, const QString& title, const QString& folder,
                               const QString& filter) override;
    [[nodiscard]] QString save(QWidget* parent, const QString& title, const QString& suggested, const QString& filter,
                               bool mayReplace) override;
};

/// "Review (*.plumb)" and so on.
[[nodiscard]] QString reviewFilter();
[[nodiscard]] QString lensFilter();
[[nodiscard]] QString pdfFilter();

/// A file name made from a person's words: "Claims AI / pilot" -> "claims-ai-pilot". Never empty.
[[nodiscard]] QString fileNameFor(const QString& words);
/// `folder`/`stem`.`suffix`, or with "-2", "-3"... in front of the suffix when that is taken.
[[nodiscard]] QString freePath(const QString& folder, const QString& stem, const QString& suffix);

} // namespace plumb::ui
