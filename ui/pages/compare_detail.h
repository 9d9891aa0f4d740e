// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What changed in one question, or what became of one finding: choices, notes before and after, basis, people and
// evidence. Holds what show() was given only while it stands there.
#pragma once

#include "core/base/result.h" // first: Qt's moc can't read <array> before the rest of the library
#include "ui/models/compare_rows.h"

#include <memory>
#include <optional>
#include <QScrollArea>

class QVBoxLayout;

namespace plumb::ui {

class Button;
struct CompareShown;
class WrapLabel;

class CompareDetail final : public QScrollArea {
    Q_OBJECT
public:
    explicit CompareDetail(QWidget* parent = nullptr);

    void show(const CompareRow& row, const std::shared_ptr<const CompareShown>& shown);
    using QWidget::show;
    /// Nothing is chosen: a line says how to.
    void clear();
    [[nodiscard]] const std::optional<CompareRow>& row() const noexcept { return m_row; }
    /// Without the cross, where the pane is always there.
    void setClosable(bool closable);
    [[nodiscard]] QString text() const; ///< everything that stands there, line by line

signals:
    void closed();
    void openWanted(const plumb::ui::CompareRow& row);

private:
    void build();
    void applyMetrics();
    void addCaption(const QString& words);
    void addLine(const QString& words, bool second = false);
    void addChange(const QString& caption, const QString& before, const QString& after);
    void fillQuestion(const compare::QuestionChange& change, const CompareShown& shown);
    void fillChoices(const compare::QuestionChange& change);
    void fillPeople(const compare::QuestionChange& change, const CompareShown& shown);
    void fillFinding(const compare::FindingChange& change, const CompareShown& shown);

    std::optional<CompareRow> m_row;
    std::shared_ptr<const CompareShown> m_shown;
    bool m_closable = true;
    QWidget* m_body = nullptr;
    QVBoxLayout* m_column = nullptr;
    WrapLabel* m_title = nullptr;
    WrapLabel* m_where = nullptr;
    WrapLabel* m_sides = nullptr;
    WrapLabel* m_means = nullptr;
    QVBoxLayout* m_facts = nullptr;
    Button* m_open = nullptr;
    Button* m_close = nullptr;
    WrapLabel* m_hint = nullptr;
    QWidget* m_card = nullptr;
};

} // namespace plumb::ui
