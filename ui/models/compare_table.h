// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A whole comparison as a table for other programs: scores by lens and pillar, questions, findings, causes of the
// score's change and money. As text with tabs, as HTML for word processors, and the change list as CSV.
#pragma once

#include "core/base/result.h" // first: Qt's moc can't read <array> before the rest of the library
#include "ui/models/compare_rows.h"

#include <QStringList>

namespace plumb::ui {

struct CompareTable {
    struct Part {
        QString title;
        QStringList heads;
        QList<QStringList> rows;
    };
    QList<Part> parts;
};

/// `questions` and `findings` are all rows, unfiltered; `from` and `to` the names of the states.
[[nodiscard]] CompareTable compareTable(const compare::Comparison& comparison, const QString& from, const QString& to,
                                        const std::vector<CompareRow>& questions,
                                        const std::vector<CompareRow>& findings);

[[nodiscard]] QString asTabs(const CompareTable& table); ///< parts between empty lines
[[nodiscard]] QString asHtml(const CompareTable& table);
/// Questions and findings that changed, one line each, in UTF-8 with its mark. Cells that a spreadsheet would run as a
/// formula are told to be text.
[[nodiscard]] QByteArray changesCsv(const compare::Comparison& comparison, const std::vector<CompareRow>& questions,
                                    const std::vector<CompareRow>& findings);

} // namespace plumb::ui
