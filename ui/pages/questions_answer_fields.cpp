// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/questions_answer_fields.h"

#include "ui/bridge/session_bridge.h"
#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/people.h"
#include "ui/widgets/segmented.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QStringListModel>

namespace plumb::ui {

namespace {

constexpr int kTagRoom = 24 + 6 + 4 + 4; ///< avatar, gaps and padding of one person

SegmentedControl* segments(const QString& name, const char* objectName, const QStringList& words) {
    auto* control = new SegmentedControl(name);
    control->setObjectName(QString::fromLatin1(objectName));
    control->setSmall(true);
    for (const QString& word : words)
        control->addSegment(word);
    return control;
}

} // namespace

QuestionsAnswerFields::QuestionsAnswerFields(QWidget* parent)
    : QWidget(parent)
    , m_confidence(segments(tr("Confidence"), "confidenceSegments", {tr("Low"), tr("Medium"), tr("High")}))
    , m_basis(segments(tr("Basis"), "basisSegments", {tr("Said"), tr("Shown"), tr("Verified")}))
    , m_peopleBox(new QWidget)
    , m_people(new PeopleList(tr("Answered by")))
    , m_more(new Button(QString(), ButtonLook::Ghost))
    , m_name(new QLineEdit)
    , m_names(new QStringListModel(this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(scaled(Theme::instance().compact() ? 14 : 20));
    row->addWidget(new Field(tr("Confidence"), m_confidence));
    row->addWidget(new Field(tr("Basis"), m_basis));
    auto* box = new QHBoxLayout(m_peopleBox);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(4);
    box->addWidget(m_people);
    m_more->setObjectName(QStringLiteral("morePeopleButton"));
    m_more->setButtonSize(Button::Size::Small);
    box->addWidget(m_more);
    m_name->setObjectName(QStringLiteral("personEdit"));
    m_name->setAccessibleName(tr("Name of the person who answered"));
    m_name->setPlaceholderText(tr("Name"));
    m_name->setFixedWidth(scaled(150));
    m_name->setFixedHeight(smallControlHeight());
    m_name->hide();
    box->addWidget(m_name);
    box->addStretch(1);
    m_peopleBox->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_peopleBox->setMinimumWidth(scaled(120));
    row->addWidget(new Field(tr("Answered by"), m_peopleBox), 1);

    auto* completer = new QCompleter(m_names, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_name->setCompleter(completer);
    m_name->installEventFilter(this);
    connect(m_confidence, &SegmentedControl::chosen, this,
            [this](int index) { emit confidenceChosen(static_cast<review::Confidence>(index + 1)); });
    connect(m_basis, &SegmentedControl::chosen, this,
            [this](int index) { emit basisChosen(static_cast<review::Basis>(index + 1)); });
    connect(m_people, &PeopleList::addClicked, this, &QuestionsAnswerFields::startAdding);
    connect(m_people, &PeopleList::personClicked, this,
            [this](int index) { showPersonMenu(static_cast<std::size_t>(index)); });
    connect(m_more, &QAbstractButton::clicked, this, [this] { showPersonMenu(m_data.people.size()); });
    connect(m_name, &QLineEdit::returnPressed, this, [this] { stopAdding(true); });
    fitPeople();
}

void QuestionsAnswerFields::setAddTip(const QString& tip) {
    m_people->addButton()->setToolTip(tip);
}

void QuestionsAnswerFields::setKnownPeople(const QStringList& names) {
    if (m_names->stringList() != names)
        m_names->setStringList(names);
}

void QuestionsAnswerFields::setData(const QuestionCardData& card) {
    const bool people = card.people != m_data.people;
    m_data = card;
    m_confidence->setCurrentIndex(static_cast<int>(card.confidence) - 1);
    m_basis->setCurrentIndex(static_cast<int>(card.basis) - 1);
    if (people)
        fitPeople();
}

void QuestionsAnswerFields::fitPeople() {
    qreal room = m_peopleBox->width() - scaled(28); // the plus
    qreal all = 0;
    for (const PersonData& person : m_data.people)
        all += scaled(kTagRoom) + textWidth(person.name, Role::Body);
    if (all > room)
        room -= scaled(44); // "+2"
    QStringList shown;
    for (const PersonData& person : m_data.people) {
        room -= scaled(kTagRoom) + textWidth(person.name, Role::Body);
        if (room < 0)
            break;
        shown << person.name;
    }
    m_people->setPeople(shown);
    const qsizetype hidden = static_cast<qsizetype>(m_data.people.size()) - shown.size();
    m_more->setText(tr("+%1").arg(hidden));
    m_more->setAccessibleName(tr("%n more people", nullptr, static_cast<int>(hidden)));
    m_more->setVisible(hidden > 0 && m_name->isHidden());
}

void QuestionsAnswerFields::showPersonMenu(std::size_t index) {
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("personMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (std::size_t i = 0; i < m_data.people.size(); ++i) {
        if (index < m_data.people.size() && i != index)
            continue;
        const QString id = q(m_data.people[i].id);
        connect(menu->addAction(tr("Take %1 off this answer").arg(m_data.people[i].name)), &QAction::triggered, this,
                [this, id] { emit personRemoved(id); });
    }
    menu->popup(m_peopleBox->mapToGlobal(QPoint(0, m_peopleBox->height() + 4)));
}

void QuestionsAnswerFields::startAdding() {
    m_people->addButton()->hide();
    m_more->hide();
    m_name->clear();
    m_name->show();
    m_name->setFocus();
}

void QuestionsAnswerFields::stopAdding(bool take) {
    if (m_name->isHidden())
        return;
    const QString name = m_name->text().simplified();
    m_name->clear();
    m_name->hide();
    m_people->addButton()->show();
    fitPeople();
    if (take && !name.isEmpty())
        emit personNamed(name);
}

bool QuestionsAnswerFields::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_name && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        stopAdding(false);
        emit left();
        return true;
    }
    if (watched == m_name && event->type() == QEvent::FocusOut &&
        static_cast<QFocusEvent*>(event)->reason() != Qt::PopupFocusReason)
        stopAdding(true);
    return QWidget::eventFilter(watched, event);
}

void QuestionsAnswerFields::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitPeople();
}

} // namespace plumb::ui
