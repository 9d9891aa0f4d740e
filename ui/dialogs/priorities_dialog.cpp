// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/priorities_dialog.h"

#include "core/score/score.h"
#include "ui/bridge/session_bridge.h"
#include "ui/theme/focus_ring.h"
#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"
#include "ui/widgets/button.h"

#include <algorithm>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QPainter>
#include <QSignalBlocker>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace plumb::ui {

namespace {

constexpr int kIdRole = Qt::UserRole, kAlikeRole = Qt::UserRole + 1;

/// Grip, number and name of a pillar. The number is a dash while all are alike.
class PillarDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {200, scaled(36)}; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const Tokens& colors = tokens();
        const QRectF row = option.rect;
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const bool alike = index.data(kAlikeRole).toBool();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->fillRect(row, colors[Token::Surface]);
        drawRowBackground(painter, row, option.state.testFlag(QStyle::State_MouseOver), selected,
                          option.state.testFlag(QStyle::State_Active), colors);
        paintIcon(painter, {row.left() + 10, row.center().y() - 8, 16, 16}, Icon::Grip, 16, colors[Token::Ink3]);
        drawText(painter, {row.left() + 32, row.top(), 24, row.height()},
                 alike ? QStringLiteral("\u2013") : QString::number(index.row() + 1), Role::Small, colors[Token::Ink2],
                 Qt::AlignRight | Qt::AlignVCenter, Digits::Tabular);
        drawText(painter, {row.left() + 68, row.top(), row.width() - 80, row.height()}, index.data().toString(),
                 selected ? Role::BodyStrong : Role::Body, colors[Token::Ink]);
        painter->fillRect(QRectF(row.left(), row.bottom(), row.width(), 1), colors[Token::Line]);
        if (option.state.testFlag(QStyle::State_HasFocus) && Theme::instance().focusVisible())
            drawInnerFocus(painter, row, colors);
        painter->restore();
    }
};

std::vector<const score::FrameworkPillar*> inOrder(const std::vector<std::string>& priorities) {
    std::vector<const score::FrameworkPillar*> out;
    for (const score::FrameworkPillar& pillar : score::frameworkPillars())
        out.push_back(&pillar);
    // Pillars that are not named come after those that are.
    const auto rank = [&](const score::FrameworkPillar* pillar) {
        return std::find(priorities.begin(), priorities.end(), pillar->id) - priorities.begin();
    };
    std::stable_sort(out.begin(), out.end(), [&](const auto* a, const auto* b) { return rank(a) < rank(b); });
    return out;
}

} // namespace

PrioritiesDialog::PrioritiesDialog(const std::vector<std::string>& priorities, QWidget* parent)
    : Dialog(
          tr("Pillar priorities"),
          tr("What matters most stands first. Among findings of the same severity the plan takes the pillars in this "
             "order."),
          parent)
    , m_list(new QListWidget)
    , m_alike(new QCheckBox(tr("All pillars alike")))
    , m_up(new Button(tr("Up"), ButtonLook::Plain))
    , m_down(new Button(tr("Down"), ButtonLook::Plain)) {
    setObjectName(QStringLiteral("prioritiesDialog"));
    m_list->setObjectName(QStringLiteral("pillarList"));
    m_list->setAccessibleName(tr("Pillars, most important first; Alt with Up or Down moves one"));
    m_list->setItemDelegate(new PillarDelegate(m_list));
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setDefaultDropAction(Qt::MoveAction);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFixedHeight(static_cast<int>(score::frameworkPillars().size()) * scaled(36) + 2 * m_list->frameWidth());
    m_list->viewport()->setAttribute(Qt::WA_Hover);
    m_list->installEventFilter(this);
    paintsOwnFocus(m_list);
    for (const score::FrameworkPillar* pillar : inOrder(priorities)) {
        auto* item = new QListWidgetItem(q(pillar->name), m_list);
        item->setData(kIdRole, q(pillar->id));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled);
    }
    m_list->setCurrentRow(0);
    m_alike->setObjectName(QStringLiteral("alikeCheckBox"));
    m_alike->setToolTip(tr("Severity and value for the effort decide alone"));
    m_alike->setChecked(priorities.empty());
    m_up->setObjectName(QStringLiteral("pillarUpButton"));
    m_up->setKey(QStringLiteral("Alt+Up"));
    m_up->setToolTip(tr("Move the chosen pillar up"));
    m_down->setObjectName(QStringLiteral("pillarDownButton"));
    m_down->setKey(QStringLiteral("Alt+Down"));
    m_down->setToolTip(tr("Move the chosen pillar down"));
    content()->addWidget(m_list);
    auto* line = new QHBoxLayout;
    line->setSpacing(kGrid);
    line->addWidget(m_up);
    line->addWidget(m_down);
    line->addStretch(1);
    line->addWidget(m_alike);
    content()->addLayout(line);
    acceptButton()->setText(tr("Save order"));
    connect(m_up, &QAbstractButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QAbstractButton::clicked, this, [this] { move(1); });
    connect(m_alike, &QCheckBox::toggled, this, &PrioritiesDialog::showNumbers);
    // A drag inserts the row at its new place and removes the old one.
    connect(m_list->model(), &QAbstractItemModel::rowsRemoved, this, &PrioritiesDialog::reordered);
    connect(m_list->model(), &QAbstractItemModel::rowsMoved, this, &PrioritiesDialog::reordered);
    connect(m_list, &QListWidget::currentRowChanged, this, &PrioritiesDialog::showNumbers);
    showNumbers();
    m_list->setFocus();
}

void PrioritiesDialog::move(int by) {
    const int from = m_list->currentRow(), to = from + by;
    if (from < 0 || to < 0 || to >= m_list->count())
        return;
    m_filling = true;
    m_list->insertItem(to, m_list->takeItem(from));
    m_list->setCurrentRow(to);
    m_filling = false;
    reordered();
}

void PrioritiesDialog::reordered() {
    if (m_filling)
        return;
    m_alike->setChecked(false); // who orders them does not want them alike
    showNumbers();
}

void PrioritiesDialog::showNumbers() {
    const QSignalBlocker quiet(m_list);
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem* item = m_list->item(row);
        item->setData(kAlikeRole, m_alike->isChecked());
        item->setData(Qt::AccessibleTextRole,
                      m_alike->isChecked() ? item->text() : tr("%1, place %2").arg(item->text()).arg(row + 1));
    }
    m_up->setEnabled(m_list->currentRow() > 0);
    m_down->setEnabled(m_list->currentRow() >= 0 && m_list->currentRow() + 1 < m_list->count());
    m_list->viewport()->update();
}

bool PrioritiesDialog::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool up = key->key() == Qt::Key_Up, down = key->key() == Qt::Key_Down;
        if ((up || down) && (key->modifiers() & Qt::AltModifier)) {
            move(up ? -1 : 1);
            return true;
        }
    }
    return Dialog::eventFilter(watched, event);
}

std::vector<std::string> PrioritiesDialog::priorities() const {
    std::vector<std::string> out;
    for (int row = 0; row < m_list->count() && !m_alike->isChecked(); ++row)
        out.push_back(s(m_list->item(row)->data(kIdRole).toString()));
    return out;
}

void PrioritiesDialog::ask(SessionBridge* bridge, QWidget* parent) {
    auto* dialog = new PrioritiesDialog(bridge->session().review().planning.priorities, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, bridge, [bridge, dialog] {
        review::Planning planning = bridge->session().review().planning;
        planning.priorities = dialog->priorities();
        bridge->run([&](session::Session& session) { return session.setPlanning(planning); });
    });
    dialog->open();
}

} // namespace plumb::ui
