// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Asks which of a list: needed findings, evidence, measures, practices. Rows are ticked with Space; typing narrows.
#pragma once

#include "ui/widgets/dialog.h"

#include <QSet>
#include <QStringList>
#include <vector>

class QListWidget;

namespace plumb::ui {

class FindingPickDialog final : public Dialog {
    Q_OBJECT
public:
    struct Row {
        QString id, text;
    };
    FindingPickDialog(const QString& title, const QString& sentence, const std::vector<Row>& rows,
                      const QStringList& picked, QWidget* parent = nullptr);
    [[nodiscard]] QStringList picked() const; ///< ids, in the order of the rows

private:
    void narrow(const QString& text);
    QListWidget* m_list;
};

} // namespace plumb::ui
