// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A bill, recommendations, prices or measured loads from a file: read in a job with progress and Cancel, shown with an
// account of every row, put into the model as one command when a person says so.
#pragma once

#include "core/base/result.h" // first: Qt's moc can't read <array> before the rest of the library
#include "core/exchange/cost_import.h"
#include "ui/bridge/job_runner.h"
#include "ui/widgets/dialog.h"

#include <memory>
#include <QPointer>

class QComboBox;
class QListView;

namespace plumb::ui {

class Button;
class CostEditor;
class Field;
class FileDialogs;
class ImportModel;
class ProgressPanel;
class SegmentedControl;
class Switch;

class CostImportDialog final : public Dialog {
    Q_OBJECT
public:
    /// All must outlive the dialog; `files` may be null (no button to choose).
    CostImportDialog(CostEditor* editor, JobRunner* jobs, FileDialogs* files, const QString& folder,
                     QWidget* parent = nullptr);
    ~CostImportDialog() override;
    void read(const QString& path);
    /// Files that an import may read: "*.csv", "*.csv.gz", "*.json" and so on.
    [[nodiscard]] static QString filter();
    [[nodiscard]] static bool readable(const QString& path);

public slots:
    void accept() override;

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildOptions();
    void choose();
    void readAgain();
    void show(Result<exchange::CostImport> import);
    void refuse(const Error& error);
    void showProgress();
    void showOptions();
    void sync();

    CostEditor* m_editor;
    JobRunner* m_jobs;
    FileDialogs* m_files;
    QString m_folder, m_path;
    exchange::CostImportOptions m_options;
    std::shared_ptr<exchange::CostImport> m_import; ///< null: nothing to take
    QPointer<Job> m_job;
    int m_reading = 0; ///< which reading counts: an old one may still end
    ImportModel* m_model;
    Button* m_choose;
    ProgressPanel* m_progress;
    QListView* m_list;
    QWidget* m_optionRow = nullptr;
    SegmentedControl* m_grouping = nullptr;
    QComboBox* m_month = nullptr;
    QComboBox* m_currency = nullptr;
    QComboBox* m_target = nullptr;
    Field* m_targetField = nullptr;
    Switch* m_replace = nullptr;
};

} // namespace plumb::ui
