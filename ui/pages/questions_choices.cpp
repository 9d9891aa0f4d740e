// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/questions_choices.h"

#include "ui/bridge/session_bridge.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/choice_row.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/wrap_label.h"

#include <QResizeEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace plumb::ui {

/// As high as its rows up to ten of them; gives way down to four when the window is low.
class QuestionsChoices::Rows final : public QScrollArea {
public:
    explicit Rows(QWidget* parent = nullptr) : QScrollArea(parent) {
        setFrameShape(QFrame::NoFrame);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setWidgetResizable(true);
        setFocusPolicy(Qt::NoFocus);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
        auto* body = new Pane(Token::Surface);
        m_column = new QVBoxLayout(body);
        m_column->setContentsMargins(0, 0, 0, 0);
        m_column->setSpacing(0);
        setWidget(body);
    }
    void add(QWidget* row) { m_column->addWidget(row); }
    /// Call when rows came, went or changed their text.
    void measure(const std::vector<ChoiceRow*>& rows, std::size_t shown) {
        const int width = qMax(1, viewport()->width());
        int whole = 0, ten = 0, four = 0;
        for (std::size_t i = 0; i < shown; ++i) {
            const int height = rows[i]->heightForWidth(width);
            whole += height;
            ten += i < kRowsShown ? height : 0;
            four += i < 4 ? height : 0;
        }
        const int hint = whole > ten ? ten + scaled(18) : ten; // half a row more says that there are more
        if (hint == m_hint && four == m_least)
            return;
        m_hint = hint;
        m_least = four;
        updateGeometry();
    }
    QSize sizeHint() const override { return {400, m_hint}; }
    QSize minimumSizeHint() const override { return {200, m_least}; }
    std::function<void()> widthChanged;

protected:
    void resizeEvent(QResizeEvent* event) override {
        QScrollArea::resizeEvent(event);
        if (event->oldSize().width() != event->size().width() && widthChanged)
            widthChanged();
    }

private:
    QVBoxLayout* m_column;
    int m_hint = 100, m_least = 100;
};

QuestionsChoices::QuestionsChoices(QWidget* parent) : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildHead();
    column->addWidget(m_head);
    column->addWidget(new Hairline(Qt::Horizontal, nullptr, Token::Line2));
    m_scroll = new Rows;
    m_scroll->widthChanged = [this] { m_scroll->measure(m_rows, m_data.choices.size()); };
    column->addWidget(m_scroll);
    m_rows.push_back(makeRow()); // stands before "none of these" in the tab order, and so do those that come later
    m_rows.back()->hide();
    m_none = new ChoiceRow(tr("None of these"), nullptr, ChoiceRow::Kind::Aside);
    m_none->setObjectName(QStringLiteral("noneButton"));
    m_notApplicable = new ChoiceRow(tr("Not applicable, because…"), nullptr, ChoiceRow::Kind::Aside);
    m_notApplicable->setObjectName(QStringLiteral("notApplicableButton"));
    connect(m_none, &QAbstractButton::clicked, this, &QuestionsChoices::noneClicked);
    connect(m_notApplicable, &QAbstractButton::clicked, this, &QuestionsChoices::notApplicableClicked);
    auto* asides = new QHBoxLayout;
    asides->setSpacing(0);
    asides->addWidget(m_none, 1);
    asides->addWidget(m_notApplicable, 1);
    column->addLayout(asides);
}

void QuestionsChoices::buildHead() {
    m_head = new QWidget;
    auto* line = new QHBoxLayout(m_head);
    line->setContentsMargins(8, 0, 8, scaled(7));
    auto* what = new WrapLabel(tr("What is in place today? Choose all that apply."), Role::Small, Token::Ink2);
    what->setMaxLines(1);
    line->addWidget(what);
    line->addStretch(1);
    m_weightHead = new WrapLabel(tr("Weight"), Role::Small, Token::Ink2);
    m_weightHead->setMaxLines(1);
    line->addWidget(m_weightHead);
}

void QuestionsChoices::setKeys(const QStringList& choices, const QString& none, const QString& notApplicable) {
    m_keys = choices;
    m_none->setKey(none);
    m_notApplicable->setKey(notApplicable);
    for (std::size_t i = 0; i < m_data.choices.size(); ++i)
        fill(m_rows[i], i);
}

ChoiceRow* QuestionsChoices::makeRow() {
    auto* row = new ChoiceRow(QString());
    row->setObjectName(QStringLiteral("choice%1Button").arg(m_rows.size() + 1));
    m_scroll->add(row);
    if (!m_rows.empty())
        setTabOrder(m_rows.back(), row);
    const std::size_t index = m_rows.size();
    connect(row, &QAbstractButton::clicked, this, [this, index] { emit choiceClicked(q(m_data.choices[index].id)); });
    connect(row, &ChoiceRow::menuRequested, this,
            [this, index](const QPoint& at) { emit choiceMenuRequested(q(m_data.choices[index].id), at); });
    return row;
}

void QuestionsChoices::fill(ChoiceRow* row, std::size_t index) {
    const ChoiceData& choice = m_data.choices[index];
    row->setText(choice.title);
    row->setKey(static_cast<int>(index) < m_keys.size() ? m_keys[static_cast<int>(index)] : QString());
    row->setWeight(choice.weight);
    row->setNotApplicable(!choice.notApplicable     ? QString()
                          : choice.reason.isEmpty() ? tr("not applicable")
                                                    : choice.reason);
    row->setChecked(choice.selected && !choice.notApplicable);
    row->setEnabled(m_data.applicable);
    row->setToolTip(!m_data.applicable      ? tr("The question is not applicable")
                    : choice.note.isEmpty() ? choice.help
                                            : choice.note);
    row->setVisible(true);
}

void QuestionsChoices::setData(const QuestionCardData& card) {
    const bool other = card.key != m_data.key;
    m_data = card;
    while (m_rows.size() < card.choices.size())
        m_rows.push_back(makeRow());
    bool weights = false;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (i < card.choices.size()) {
            fill(m_rows[i], i);
            weights = weights || !card.choices[i].weight.isEmpty();
        } else {
            m_rows[i]->setVisible(false);
        }
    }
    m_weightHead->setVisible(weights);
    m_none->setVisible(!card.noneId.empty());
    m_none->setChecked(card.none);
    m_none->setEnabled(card.applicable);
    m_notApplicable->setText(card.applicable         ? tr("Not applicable, because…")
                             : card.reason.isEmpty() ? tr("Not applicable")
                                                     : tr("Not applicable: %1").arg(card.reason.toLower()));
    m_notApplicable->setToolTip(card.reasonText);
    m_notApplicable->setChecked(!card.applicable);
    if (other) {
        m_scroll->measure(m_rows, card.choices.size());
        m_scroll->verticalScrollBar()->setValue(0);
    }
}

void QuestionsChoices::ensureVisible(int row) {
    m_scroll->ensureWidgetVisible(m_rows.at(static_cast<std::size_t>(row)), 0, scaled(8));
}

} // namespace plumb::ui
