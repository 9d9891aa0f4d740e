// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The new-review assistant: workload, questionnaires, file; on one sheet and with the keyboard alone. It makes nothing
// itself: `create` does, and when that fails the dialog stays and says why.
#pragma once

#include "ui/bridge/file_dialogs.h"
#include "ui/bridge/job_runner.h"
#include "ui/dialogs/new_review_model.h"
#include "ui/widgets/dialog.h"

#include <functional>

class QLineEdit;
class QScrollArea;

namespace plumb::ui {

class Button;
class Field;
class LensRow;
class SegmentedControl;
class WrapLabel;

class NewReviewDialog final : public Dialog {
    Q_OBJECT
public:
    /// Makes the review in the file; an error leaves nothing behind.
    using Create = std::function<Result<void>(const QString& path, const session::NewReview& content)>;

    /// `dialogs` and `jobs` must outlive the dialog.
    NewReviewDialog(session::Library library, const QString& folder, FileDialogs* dialogs, JobRunner* jobs,
                    Create create, QWidget* parent = nullptr);

    [[nodiscard]] NewReviewModel* model() noexcept { return &m_model; }
    /// Reads a questionnaire from a file in a job and adds it to the list.
    void addLensFile(const QString& path);

public slots:
    void accept() override; ///< creates; on a fault says so and stays

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void makeWorkload();
    void makeLenses();
    void makeTarget();
    void takeWorkload();
    void showLenses();
    void showTarget();
    void showMessages(const LensOffer* offer);
    void chooseLensFile();
    void chooseTarget();
    void complain(NewReviewModel::Missing missing);
    void say(const QString& sentence);

    NewReviewModel m_model;
    QString m_folder;
    FileDialogs* m_dialogs;
    JobRunner* m_jobs;
    Create m_create;
    QLineEdit *m_name = nullptr, *m_client = nullptr, *m_owner = nullptr, *m_description = nullptr;
    Field* m_nameField = nullptr;
    SegmentedControl* m_environment = nullptr;
    QWidget* m_rows = nullptr;
    QScrollArea* m_rowsArea = nullptr;
    std::vector<LensRow*> m_lensRows;
    WrapLabel* m_lensError = nullptr;
    QScrollArea* m_messagesArea = nullptr;
    WrapLabel* m_messages = nullptr;
    WrapLabel* m_target = nullptr;
    WrapLabel* m_problem = nullptr;
};

} // namespace plumb::ui
