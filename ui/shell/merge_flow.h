// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Merging another copy into the review that is open: reads both files in a job, shows the page that asks, merges as one
// step. Nothing changes before that, and what was decided is kept while the review is open.
#pragma once

#include "core/base/result.h"
#include "core/store/project.h"
#include "ui/models/merge_decisions.h"
#include "ui/pages/merge_page.h"

#include <memory>
#include <QObject>
#include <QPointer>
#include <QString>

namespace plumb::ui {

class ActionTable;
class JobRunner;
class Notices;
class ReviewView;
class SessionBridge;

class MergeFlow final : public QObject {
    Q_OBJECT
public:
    /// All of them must outlive the flow.
    struct Needs {
        SessionBridge* bridge = nullptr;
        ReviewView* view = nullptr;
        ActionTable* actions = nullptr;
        JobRunner* jobs = nullptr;
        Notices* notices = nullptr;
    };
    MergeFlow(const Needs& needs, store::Environment env, QObject* parent = nullptr);
    ~MergeFlow() override;

    /// Reads the other copy; then the page stands instead of the place, or a message says why not.
    void start(const QString& other);
    [[nodiscard]] MergePage* page() const { return m_page; } ///< null while there is none
    [[nodiscard]] bool merging() const noexcept { return m_merging; }

signals:
    void pageShown(bool shown);
    void mergingChanged(bool merging); ///< while it is on, nothing else may touch the session
    void merged(const QString& whatWasDone);

private:
    struct Planned;
    void planned(const Planned& plan);
    void showPage(const MergeWords& words);
    void closePage();
    void pageLeft();
    void merge();
    void ended(const Result<void>& done, const QString& whatWasDone);

    Needs m_needs;
    store::Environment m_env;
    QString m_other;
    QPointer<MergePage> m_page;
    std::unique_ptr<MergeDecisions> m_earlier; ///< of m_other, from before the page was left
    int m_reading = 0;
    int m_taken = 0;
    bool m_merging = false;
};

} // namespace plumb::ui
