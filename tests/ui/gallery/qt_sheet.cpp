// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See qt_sheet.h.
#include "qt_sheet.h"

#include "ui/theme/metrics.h"
#include "ui/theme/style.h"
#include "ui/widgets/figure.h"
#include "ui/widgets/money_scale.h"
#include "ui/widgets/wrap_label.h"

#include <QCalendarWidget>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QTableWidget>
#include <QTabWidget>
#include <QTextEdit>
#include <QToolButton>
#include <QToolTip>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace plumb::ui {
namespace {

QString s(const char* text) {
    return QString::fromUtf8(text);
}

QTableWidget* table() {
    auto* view = new QTableWidget(5, 4);
    view->setHorizontalHeaderLabels({s("Finding"), s("Owner"), s("Due"), s("Saving")});
    view->verticalHeader()->hide();
    view->setShowGrid(false);
    view->setFrameShape(QFrame::NoFrame);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    for (int r = 0; r < 5; ++r) {
        view->setItem(r, 0, new QTableWidgetItem(s("Agent runs have no step ceiling")));
        view->setItem(r, 1, new QTableWidgetItem(s("K. Abe")));
        view->setItem(r, 2, new QTableWidgetItem(s("15 Jan 2027")));
        auto* money = new QTableWidgetItem(s("$1,738"));
        money->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        view->setItem(r, 3, money);
    }
    view->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    view->setSortingEnabled(true);
    view->selectRow(1);
    return view;
}

QTreeWidget* tree() {
    auto* view = new QTreeWidget;
    view->setHeaderHidden(true);
    view->setFrameShape(QFrame::NoFrame);
    auto* lens = new QTreeWidgetItem(view, {s("Generative AI")});
    auto* pillar = new QTreeWidgetItem(lens, {s("Reliability")});
    for (const char* text : {"Quotas and peaks", "Links of components", "Loops and retries"})
        new QTreeWidgetItem(pillar, {s(text)});
    auto* checked = new QTreeWidgetItem(lens, {s("With a box")});
    checked->setCheckState(0, Qt::Checked);
    new QTreeWidgetItem(view, {s("Machine learning")});
    view->expandAll();
    view->setCurrentItem(pillar->child(1));
    return view;
}

} // namespace

QtSheet::QtSheet(QWidget* parent) : QWidget(parent) {
    setMinimumSize(1280, 760);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(32, 24, 32, 24);
    grid->setSpacing(24);
    grid->addWidget(table(), 0, 0, 1, 2);
    auto* split = new QSplitter;
    split->addWidget(tree());
    auto* list = new QListWidget;
    for (int i = 0; i < 30; ++i)
        list->addItem(s("A line of a list, number ") + QString::number(i));
    list->setCurrentRow(2);
    split->addWidget(list);
    grid->addWidget(split, 0, 2);
    auto* form = new QVBoxLayout;
    form->addWidget(new QLabel(s("Plain QLabel & friends")));
    auto* date = new QDateEdit(QDate(2027, 1, 15));
    date->setCalendarPopup(true);
    form->addWidget(date);
    auto* combo = new QComboBox;
    combo->setEditable(true);
    combo->addItem(s("Editable combo"));
    form->addWidget(combo);
    auto* off = new QComboBox;
    off->addItem(s("Disabled combo"));
    off->setEnabled(false);
    form->addWidget(off);
    form->addWidget(new QCheckBox(s("A box with a label")));
    auto* tool = new QToolButton;
    tool->setText(s("Tool"));
    form->addWidget(tool);
    auto* bar = new QProgressBar;
    bar->setValue(40);
    form->addWidget(bar);
    auto* box = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    form->addWidget(box);
    auto* group = new QGroupBox(s("Group box"));
    auto* inner = new QVBoxLayout(group);
    inner->addWidget(new QCheckBox(s("Inside")));
    form->addWidget(group);
    form->addStretch(1);
    grid->addLayout(form, 1, 0);
    auto* tabs = new QTabWidget;
    auto* text = new QTextEdit;
    text->setHtml(
        s("<p>Rich text with a <a href='x'>link</a>, <b>bold</b> and a list.</p><ul><li>One</li><li>Two</li></ul>"));
    tabs->addTab(text, s("Text"));
    tabs->addTab(new QWidget, s("Empty"));
    grid->addWidget(tabs, 1, 1);
    auto* right = new QVBoxLayout;
    auto* bill = new Figure(Role::Display);
    bill->setText(s("$16,700"));
    bill->setText(s("$16,900"));
    right->addWidget(bill);
    auto* money = new MoneyScale(
        [](double amount) { return amount == 0 ? s("0") : s("$") + QString::number(qRound(amount / 1000)) + s("k"); });
    money->setView({16700, 15700, 17800, 30900}, s("money"));
    right->addWidget(money);
    right->addWidget(new QCalendarWidget);
    auto* tip = new QLabel(tipWithKey(s("Undo: tick 3"), s("Ctrl+Z")));
    tip->setAutoFillBackground(true);
    tip->setForegroundRole(QPalette::ToolTipText);
    tip->setBackgroundRole(QPalette::ToolTipBase);
    right->addWidget(tip, 0, Qt::AlignLeft);
    right->addStretch(1);
    grid->addLayout(right, 1, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
}

} // namespace plumb::ui
