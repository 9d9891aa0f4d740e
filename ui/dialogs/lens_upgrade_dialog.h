// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Another version of a questionnaire of the review: shows what it would do to answers and score before it is done, as
// one step.
#pragma once

#include "core/base/result.h"
#include "ui/models/upgrade_text.h"
#include "ui/widgets/dialog.h"

#include <optional>

class QComboBox;
class QListView;

namespace plumb::ui {

class FileDialogs;
class SessionBridge;
class UpgradeListModel;
class WrapLabel;

class LensUpgradeDialog final : public Dialog {
    Q_OBJECT
public:
    /// `lensId`: the questionnaire to begin with; empty: the first that has another version here. `files` may be null.
    LensUpgradeDialog(SessionBridge* bridge, session::Library library, FileDialogs* files, const QString& folder,
                      const std::string& lensId, QWidget* parent = nullptr);

    /// Takes the version from a file, as after choosing it.
    void read(const QString& path);
    [[nodiscard]] QString whatWasDone() const { return m_done; } ///< after Accepted

    void accept() override;

protected:
    void showEvent(QShowEvent* event) override;

private:
    void fillVersions();
    void choose();
    void tryOut();
    void refuse(const Error& error);
    void sync();
    void fit();
    [[nodiscard]] std::string lens() const;

    SessionBridge* m_bridge;
    session::Library m_library;
    FileDialogs* m_files;
    QString m_folder;
    std::optional<session::LensSource> m_file;    ///< read from a file
    std::optional<session::LensSource> m_version; ///< what is shown
    bool m_usable = false;
    QString m_done;
    QComboBox* m_lenses;
    QComboBox* m_versions;
    Button* m_choose;
    WrapLabel* m_note;
    WrapLabel* m_summary;
    WrapLabel* m_score;
    QListView* m_list;
    UpgradeListModel* m_model;
};

} // namespace plumb::ui
