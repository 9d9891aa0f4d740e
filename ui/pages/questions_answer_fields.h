// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How sure an answer is, what it rests on and who gave it: one line of three fields below the risk.
#pragma once

#include "ui/models/question_card_data.h"

#include <QStringList>
#include <QWidget>

class QCompleter;
class QLineEdit;
class QStringListModel;

namespace plumb::ui {

class Button;
class PeopleList;
class SegmentedControl;

class QuestionsAnswerFields final : public QWidget {
    Q_OBJECT
public:
    explicit QuestionsAnswerFields(QWidget* parent = nullptr);

    void setData(const QuestionCardData& card);
    /// Names that are offered while one types.
    void setKnownPeople(const QStringList& names);
    void setAddTip(const QString& tip);
    /// Opens the field for another name.
    void startAdding();

signals:
    void confidenceChosen(plumb::review::Confidence confidence);
    void basisChosen(plumb::review::Basis basis);
    void personNamed(const QString& name);
    void personRemoved(const QString& id);
    void left(); ///< Esc in the name field

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fitPeople();
    void stopAdding(bool take);
    void showPersonMenu(std::size_t index);

    QuestionCardData m_data;
    SegmentedControl* m_confidence;
    SegmentedControl* m_basis;
    QWidget* m_peopleBox;
    PeopleList* m_people;
    Button* m_more;
    QLineEdit* m_name;
    QStringListModel* m_names;
};

} // namespace plumb::ui
