// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare_header.h"

#include "ui/bridge/action_table.h"
#include "ui/bridge/session_bridge.h"
#include "ui/models/compare_words.h"
#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/pane_parts.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QMenu>

namespace plumb::ui {

namespace {

constexpr int kFileRow = -1; ///< user data of "Another file..."

} // namespace

CompareHeader::CompareHeader(ActionTable* actions, QWidget* parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_fromPicker(makePicker(false))
    , m_toPicker(makePicker(true))
    , m_menu(new QMenu(this)) {
    setObjectName(QStringLiteral("compareHeader"));
    const auto bound = [this](QStringView id, const QString& words, const QString& name, Icon icon, ButtonLook look) {
        auto* button = new Button(words, look);
        button->setObjectName(name);
        button->setLeadingIcon(icon);
        button->bind(m_actions->action(id));
        button->setKeyShown(false);
        return button;
    };
    m_swap = new Button(Icon::Swap, tr("Swap the two"));
    m_swap->setObjectName(QStringLiteral("swapButton"));
    m_swap->bind(actions->action(u"compare.swap"));
    m_file = bound(u"compare.file", tr("Another file"), QStringLiteral("anotherFileButton"), Icon::Folder,
                   ButtonLook::Ghost);
    m_snapshots = bound(u"compare.snapshots", tr("Snapshots"), QStringLiteral("snapshotsButton"), Icon::History,
                        ButtonLook::Ghost);
    m_copy =
        bound(u"compare.copy", tr("Copy as table"), QStringLiteral("copyTableButton"), Icon::Copy, ButtonLook::Plain);
    m_menu->setObjectName(QStringLiteral("compareMenu"));
    for (const QStringView id : {u"compare.csv", u"compare.details"})
        m_menu->addAction(actions->action(id));
    m_more = new Button(Icon::More, tr("More"));
    m_more->setObjectName(QStringLiteral("compareMoreButton"));
    m_more->setMenu(m_menu);

    auto* row = new QHBoxLayout(this);
    row->setSpacing(kGrid);
    auto* title = oneLine(tr("Compare"), Role::Title, Token::Ink);
    title->setObjectName(QStringLiteral("placeTitleLabel"));
    row->addWidget(title);
    row->addSpacing(scaled(8));
    row->addWidget(m_fromPicker);
    auto* arrow = new IconLabel(Icon::ArrowRight, 16, Token::Ink2);
    arrow->setAccessibleName(tr("to"));
    row->addWidget(arrow);
    row->addWidget(m_toPicker);
    row->addWidget(m_swap);
    row->addStretch(1);
    for (Button* button : {m_file, m_snapshots, m_copy, m_more})
        row->addWidget(button);
    connect(&Theme::instance(), &Theme::changed, this, &CompareHeader::applyMetrics);
    applyMetrics();
}

QComboBox* CompareHeader::makePicker(bool after) {
    auto* picker = new QComboBox(this);
    picker->setObjectName(after ? QStringLiteral("toCombo") : QStringLiteral("fromCombo"));
    picker->setAccessibleName(after ? tr("Compare to") : tr("Compare from"));
    picker->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    picker->setMinimumContentsLength(6);
    connect(picker, &QComboBox::activated, this, [this, picker, after](int index) {
        const int which = picker->itemData(index).toInt();
        if (which == kFileRow) {
            select(picker, after ? m_to : m_from); // the dialog may be given up
            emit fileWanted(after);
            return;
        }
        emit chosen(after, m_entries[static_cast<std::size_t>(which)].ref);
    });
    return picker;
}

void CompareHeader::setOffer(const std::vector<store::SnapshotRecord>& snapshots,
                             const std::vector<session::StateRef>& others) {
    m_entries = {{{}, stateName({}), tr("The review as it is now")}};
    for (auto record = snapshots.rbegin(); record != snapshots.rend(); ++record) {
        QString words = q(record->name);
        // As the mock says it: the day, and what the note begins with.
        if (const QString note = q(record->note).simplified(); !note.isEmpty() && words.size() + note.size() < 46)
            words += QStringLiteral(", ") + (note.front().toLower() + note.mid(1));
        m_entries.push_back({{{}, record->name}, words, momentWords(record->time)});
    }
    for (const session::StateRef& ref : others)
        m_entries.push_back({ref, stateName(ref), q(ref.file.string())});
    fill(m_fromPicker, false);
    fill(m_toPicker, true);
    applyMetrics();
}

void CompareHeader::fill(QComboBox* picker, bool after) {
    picker->clear();
    const auto add = [&](std::size_t i) {
        picker->addItem(m_entries[i].words, static_cast<int>(i));
        picker->setItemData(picker->count() - 1, m_entries[i].tip, Qt::ToolTipRole);
    };
    if (after)
        add(0);
    for (std::size_t i = 1; i < m_entries.size(); ++i)
        add(i);
    if (!after)
        add(0);
    picker->addItem(tr("Another file…"), kFileRow);
    select(picker, after ? m_to : m_from);
}

void CompareHeader::select(QComboBox* picker, const session::StateRef& ref) {
    for (int i = 0; i < picker->count(); ++i) {
        const int which = picker->itemData(i).toInt();
        if (which != kFileRow && m_entries[static_cast<std::size_t>(which)].ref == ref) {
            picker->setCurrentIndex(i);
            picker->setToolTip(picker->itemData(i, Qt::ToolTipRole).toString());
            return;
        }
    }
    picker->setCurrentIndex(-1);
}

void CompareHeader::setSides(const session::StateRef& from, const session::StateRef& to) {
    m_from = from;
    m_to = to;
    select(m_fromPicker, from);
    select(m_toPicker, to);
    applyMetrics();
}

void CompareHeader::setComparing(bool comparing) {
    for (QWidget* widget : {static_cast<QWidget*>(m_fromPicker), static_cast<QWidget*>(m_toPicker)})
        widget->setEnabled(comparing);
}

void CompareHeader::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    applyMetrics();
}

void CompareHeader::applyMetrics() {
    const bool compact = Theme::instance().compact();
    const int side = compact ? 20 : kPaddingMainSmall;
    layout()->setContentsMargins(side, 0, side, 0);
    setFixedHeight(scaled(compact ? 54 : 64));
    const bool narrow = width() > 0 && width() < scaled(1010); // signs alone; their words are in the tooltips
    m_file->setText(narrow ? QString() : tr("Another file"));
    m_snapshots->setText(narrow ? QString() : tr("Snapshots"));
    // As wide as what is picked, within what there is: the second is usually "Now".
    const int buttons = m_file->sizeHint().width() + m_snapshots->sizeHint().width() + m_copy->sizeHint().width() +
                        m_more->sizeHint().width();
    const int room = qMax(2 * scaled(110), width() - buttons - scaled(230) - 2 * side);
    const auto wanted = [](QComboBox* picker) {
        return qCeil(textWidth(picker->currentText(), Role::Body)) + scaled(48);
    };
    const int second = qBound(scaled(110), wanted(m_toPicker), room / 2);
    const int first = qBound(scaled(110), wanted(m_fromPicker), qMax(scaled(110), room - second));
    m_toPicker->setFixedWidth(second);
    m_fromPicker->setFixedWidth(first);
}

} // namespace plumb::ui
