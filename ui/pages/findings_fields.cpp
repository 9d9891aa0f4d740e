// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/findings_fields.h"

#include "ui/bridge/session_bridge.h"
#include "ui/models/finding_text.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/date_field.h"
#include "ui/widgets/field.h"

#include <algorithm>
#include <QAbstractItemView>
#include <QCompleter>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QWheelEvent>

namespace plumb::ui {

namespace {

constexpr lens::Effort kEfforts[] = {lens::Effort::Unset, lens::Effort::S, lens::Effort::M, lens::Effort::L};
constexpr int kStatuses = 6;
constexpr int kOneLine = 390; ///< below this width the fields stand in two lines

template <typename Get> bool alike(const std::vector<const score::Finding*>& findings, Get get) {
    return std::all_of(findings.begin(), findings.end(),
                       [&](const score::Finding* one) { return get(*one) == get(*findings.front()); });
}

QDate qt(Date day) {
    return {day.year, day.month, day.day};
}

} // namespace

CalmCombo::CalmCombo(const QString& name, const QString& accessible, QWidget* parent) : QComboBox(parent) {
    setObjectName(name);
    setAccessibleName(accessible);
    setFocusPolicy(Qt::StrongFocus);
    view()->setObjectName(name + QStringLiteral("List"));
    view()->setAccessibleName(accessible);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setMinimumContentsLength(1);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
}

void CalmCombo::wheelEvent(QWheelEvent* event) {
    event->ignore();
}

FindingFields::FindingFields(QWidget* parent)
    : QWidget(parent)
    , m_owner(new CalmCombo(QStringLiteral("ownerCombo"), tr("Owner")))
    , m_due(new DateField)
    , m_dueField(nullptr)
    , m_effort(new CalmCombo(QStringLiteral("effortCombo"), tr("Effort")))
    , m_status(new CalmCombo(QStringLiteral("statusCombo"), tr("Status"))) {
    setObjectName(QStringLiteral("findingFields"));
    m_grid = new QGridLayout(this);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(kGrid);
    m_grid->setVerticalSpacing(scaled(10));
    m_owner->setEditable(true);
    m_owner->setInsertPolicy(QComboBox::NoInsert);
    m_owner->lineEdit()->setPlaceholderText(tr("Nobody"));
    m_owner->lineEdit()->setObjectName(QStringLiteral("ownerEdit"));
    m_owner->lineEdit()->setAccessibleName(tr("Owner"));
    m_owner->lineEdit()->setMaxLength(static_cast<int>(review::kMaxOwner) / 3);
    m_owner->completer()->setCaseSensitivity(Qt::CaseInsensitive);
    m_owner->completer()->setFilterMode(Qt::MatchContains);
    m_owner->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_due->setObjectName(QStringLiteral("dueEdit"));
    m_due->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    for (const lens::Effort effort : kEfforts)
        m_effort->addItem(effort == lens::Effort::Unset ? QStringLiteral("–") : effortLetter(effort),
                          static_cast<int>(effort));
    for (int i = 0; i < static_cast<int>(std::size(kEfforts)); ++i)
        m_effort->setItemData(i, effortWords(kEfforts[i]), Qt::ToolTipRole);
    for (int i = 0; i < kStatuses; ++i)
        m_status->addItem(statusWord(static_cast<review::FindingStatus>(i)), i);
    m_effort->setPlaceholderText(tr("…"));
    m_status->setPlaceholderText(tr("Several"));
    m_dueField = new Field(tr("Due"), m_due);
    m_parts = {new Field(tr("Owner"), m_owner), m_dueField, new Field(tr("Effort"), m_effort),
               new Field(tr("Status"), m_status)};
    arrange(false);
    connect(m_owner->lineEdit(), &QLineEdit::editingFinished, this, &FindingFields::commitOwner);
    connect(m_owner, &QComboBox::activated, this, &FindingFields::commitOwner);
    connect(m_due, &DateField::committed, this, &FindingFields::dueChosen);
    connect(m_due, &DateField::refused, m_dueField, &Field::setError);
    connect(m_effort, &QComboBox::activated, this,
            [this](int index) { emit effortChosen(static_cast<lens::Effort>(m_effort->itemData(index).toInt())); });
    connect(m_status, &QComboBox::activated, this, [this](int index) {
        emit statusChosen(static_cast<review::FindingStatus>(m_status->itemData(index).toInt()));
    });
    for (QWidget* each : {static_cast<QWidget*>(m_owner->lineEdit()), static_cast<QWidget*>(m_due)})
        each->installEventFilter(this);
}

void FindingFields::arrange(bool narrow) {
    constexpr int kStretch[] = {128, 106, 68, 118};
    m_narrow = narrow;
    for (int i = 0; i < 4; ++i) {
        m_grid->removeWidget(m_parts[static_cast<std::size_t>(i)]);
        m_grid->setColumnStretch(i, narrow ? (i < 2 ? 1 : 0) : kStretch[i]);
        m_grid->setColumnMinimumWidth(i, 0);
    }
    for (int i = 0; i < 4; ++i)
        m_grid->addWidget(m_parts[static_cast<std::size_t>(i)], narrow ? i / 2 : 0, narrow ? i % 2 : i, Qt::AlignTop);
    updateGeometry();
}

void FindingFields::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const bool narrow = width() < scaled(kOneLine);
    if (narrow != m_narrow)
        arrange(narrow);
}

FindingFields::~FindingFields() {
    // Its fields lose the focus while they go, and would speak to what is gone already.
    m_due->disconnect();
    m_owner->lineEdit()->disconnect();
}

void FindingFields::show(const std::vector<const score::Finding*>& findings, const QStringList& owners, Date today) {
    const score::Finding& first = *findings.front();
    const bool sameOwner = alike(findings, [](const score::Finding& one) { return one.owner; });
    const QString owner = sameOwner ? q(first.owner) : QString();
    const bool typing = m_owner->lineEdit()->hasFocus() && m_owner->currentText() != m_shownOwner;
    if (!typing) {
        const QSignalBlocker quiet(m_owner);
        m_owner->clear();
        m_owner->addItems(owners);
        m_owner->setCurrentIndex(-1);
        m_owner->setEditText(owner);
        m_owner->lineEdit()->setCursorPosition(0);
        m_owner->lineEdit()->setPlaceholderText(sameOwner ? tr("Nobody") : tr("Several"));
        m_shownOwner = owner;
    }
    m_due->setToday(qt(today));
    const bool sameDue = alike(findings, [](const score::Finding& one) { return one.due; });
    if (!m_due->hasFocus() || m_due->date() == qt(first.due))
        m_due->setDate(sameDue ? qt(first.due) : QDate());
    m_due->setPlaceholderText(sameDue ? tr("No day") : tr("Several"));
    m_effort->setCurrentIndex(alike(findings, [](const score::Finding& one) { return one.effort; })
                                  ? m_effort->findData(static_cast<int>(first.effort))
                                  : -1);
    m_status->setCurrentIndex(alike(findings, [](const score::Finding& one) { return one.status; })
                                  ? m_status->findData(static_cast<int>(first.status))
                                  : -1);
}

void FindingFields::setReadOnly(bool readOnly) {
    for (QWidget* each : {static_cast<QWidget*>(m_owner), static_cast<QWidget*>(m_due), static_cast<QWidget*>(m_effort),
                          static_cast<QWidget*>(m_status)}) {
        each->setEnabled(!readOnly);
        if (readOnly)
            each->setToolTip(tr("This review is open read-only"));
    }
}

void FindingFields::commitOwner() {
    const QString owner = m_owner->currentText().simplified();
    if (owner == m_shownOwner)
        return;
    m_shownOwner = owner;
    emit ownerChosen(owner);
}

void FindingFields::flush() {
    commitOwner();
}

bool FindingFields::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        if (watched == m_owner->lineEdit() && m_owner->currentText() != m_shownOwner) {
            m_owner->setEditText(m_shownOwner);
            return true;
        }
        if (watched == m_due && m_due->isModified())
            return false; // takes its text back first
        emit left();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace plumb::ui
