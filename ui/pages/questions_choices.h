// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// "What is in place today?": the choices of a question as rows that scroll when they are many, with "none of these" and
// "not applicable" side by side below. Rows are kept and filled again, so that switching the question is cheap; nothing
// moves while people answer.
#pragma once

#include "ui/models/question_card_data.h"

#include <QWidget>
#include <vector>

class QScrollArea;

namespace plumb::ui {

class ChoiceRow;
class WrapLabel;

class QuestionsChoices final : public QWidget {
    Q_OBJECT
public:
    static constexpr int kRowsShown = 10; ///< more than these scroll

    explicit QuestionsChoices(QWidget* parent = nullptr);

    void setData(const QuestionCardData& card);
    /// The keys as caps of the rows; empty for none. `choices` has up to ten.
    void setKeys(const QStringList& choices, const QString& none, const QString& notApplicable);
    void ensureVisible(int row);
    [[nodiscard]] ChoiceRow* row(int index) const { return m_rows.at(static_cast<std::size_t>(index)); }
    [[nodiscard]] ChoiceRow* noneRow() const noexcept { return m_none; }
    [[nodiscard]] ChoiceRow* notApplicableRow() const noexcept { return m_notApplicable; }

signals:
    void choiceClicked(const QString& id);
    void choiceMenuRequested(const QString& id, const QPoint& globalPos);
    void noneClicked();
    void notApplicableClicked();

private:
    class Rows;
    void buildHead();
    ChoiceRow* makeRow();
    void fill(ChoiceRow* row, std::size_t index);

    QuestionCardData m_data;
    QStringList m_keys;
    QWidget* m_head = nullptr;
    WrapLabel* m_weightHead = nullptr;
    Rows* m_scroll = nullptr;
    std::vector<ChoiceRow*> m_rows;
    ChoiceRow* m_none = nullptr;
    ChoiceRow* m_notApplicable = nullptr;
};

} // namespace plumb::ui
