// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which state of another file to compare with: its present, or one of its snapshots.
#pragma once

#include "core/base/result.h" // first: Qt's moc can't read <array> before the rest of the library
#include "core/store/project.h"
#include "ui/widgets/dialog.h"

#include <vector>

class QButtonGroup;

namespace plumb::ui {

class CompareFileDialog final : public Dialog {
    Q_OBJECT
public:
    /// `workload` is what the file reviews.
    CompareFileDialog(const QString& file, const QString& workload, const std::vector<store::SnapshotRecord>& snapshots,
                      QWidget* parent = nullptr);
    [[nodiscard]] std::string chosen() const; ///< name of a snapshot; empty: the present

private:
    std::vector<std::string> m_names;
    QButtonGroup* m_group;
};

} // namespace plumb::ui
