// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Asks for what a workload is: name, client, owner, where it runs, one or two sentences. Only the name is needed.
#pragma once

#include "core/base/result.h" // first: Qt's moc can't read <array> before the rest of the library
#include "core/review/review.h"
#include "ui/widgets/dialog.h"

class QLineEdit;
class QPlainTextEdit;

namespace plumb::ui {

class Field;

class WorkloadDialog final : public Dialog {
    Q_OBJECT
public:
    explicit WorkloadDialog(const review::Workload& workload, QWidget* parent = nullptr);
    [[nodiscard]] review::Workload workload() const;

private:
    QLineEdit* addLine(const QString& caption, const QString& name, const std::string& value,
                       QWidget** field = nullptr);
    void check();
    review::Workload m_start;
    QLineEdit* m_name;
    QLineEdit* m_client;
    QLineEdit* m_owner;
    QLineEdit* m_environment;
    QLineEdit* m_industry;
    QLineEdit* m_regions;
    QPlainTextEdit* m_description;
    Field* m_nameField = nullptr;
};

} // namespace plumb::ui
