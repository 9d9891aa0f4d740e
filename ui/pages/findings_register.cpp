// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/findings_register.h"

#include "ui/bridge/action_table.h"
#include "ui/models/finding_text.h"
#include "ui/pages/findings_delegate.h"
#include "ui/pages/findings_steps.h"
#include "ui/pages/findings_table.h"
#include "ui/pages/questions_flow.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/wrap_label.h"

#include <algorithm>
#include <QDate>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace plumb::ui {

FindingsRegister::FindingsRegister(SessionBridge* bridge, FindingSteps* steps, ActionTable* actions, QWidget* parent)
    : QWidget(parent)
    , m_bridge(bridge)
    , m_steps(steps)
    , m_actions(actions)
    , m_model(new FindingTableModel(bridge, this))
    , m_proxy(new FindingFilterProxy(m_model, this)) {
    setObjectName(QStringLiteral("findingsRegister"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_head = new QWidget;
    buildHead(m_head);
    column->addWidget(m_head);
    m_stack = new QStackedWidget;
    column->addWidget(m_stack, 1);
    m_table = new FindingsTable(m_proxy, bridge->session().readOnly());
    m_table->cells()->setOwners([this] { return knownOwners(m_bridge->session()); });
    auto* list = new QWidget;
    auto* listColumn = new QVBoxLayout(list);
    listColumn->setContentsMargins(0, 0, 0, 0);
    listColumn->setSpacing(0);
    listColumn->addWidget(m_table, 1);
    m_nothing = new WrapLabel(QString(), Role::Body, Token::Ink2);
    m_nothing->setObjectName(QStringLiteral("nothingLabel"));
    m_nothing->setRich({plain(tr("No finding matches. ")), linkRun(tr("Show all"), QStringLiteral("all"))});
    connect(m_nothing, &WrapLabel::linkActivated, this, [this] { setFilter({}); });
    m_nothingRow = new QWidget;
    auto* nothing = new QVBoxLayout(m_nothingRow);
    nothing->setContentsMargins(kPaddingMainSmall, kSectionGap, kPaddingMainSmall, kGrid);
    nothing->addWidget(m_nothing);
    nothing->addStretch(1);
    listColumn->insertWidget(0, m_nothingRow, 1);
    m_stack->addWidget(list);
    auto* empty = new EmptyPlace(Icon::Findings, tr("No findings yet"),
                                 tr("A finding stands here for every question that shows a risk, and for what you "
                                    "write by hand."));
    empty->setObjectName(QStringLiteral("noFindingsPlace"));
    connect(empty->setPrimary(tr("Go to Questions"), Icon::ArrowRight), &QAbstractButton::clicked, this,
            &FindingsRegister::questionsWanted);
    Button* add = empty->setSecondary(tr("Add a finding"), Icon::Plus);
    add->setEnabled(!bridge->session().readOnly());
    connect(add, &QAbstractButton::clicked, m_steps, &FindingSteps::add);
    auto* holder = new QWidget;
    auto* holderColumn = new QVBoxLayout(holder);
    holderColumn->setContentsMargins(kPaddingMainSmall, kGrid, kPaddingMainSmall, kPaddingMainSmall);
    empty->setMinimumHeight(scaled(300));
    holderColumn->addWidget(empty, 0, Qt::AlignTop);
    m_stack->addWidget(holder);
    connect(m_model, &FindingTableModel::edited, this, &FindingsRegister::edited);
    connect(m_model, &FindingTableModel::refreshed, this, &FindingsRegister::refreshCounts);
    connect(&Theme::instance(), &Theme::changed, this, &FindingsRegister::applyMetrics);
    applyMetrics();
    refreshCounts();
    m_table->step(0);
}

void FindingsRegister::buildHead(QWidget* head) {
    auto* row = new QHBoxLayout(head);
    row->setSpacing(kGrid);
    m_search = new SearchField(tr("Filter"));
    m_search->setObjectName(QStringLiteral("findingSearchEdit"));
    m_search->setAccessibleName(tr("Filter findings"));
    m_search->setToolTip(m_actions->tooltip(u"findings.search"));
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        FindingFilter filter = this->filter();
        filter.text = text;
        setFilter(filter);
    });
    row->addWidget(m_search, 0, Qt::AlignTop);
    auto* chips = new Flow(kGrid);
    using Kind = FindingFilter::Chip;
    addChip(Kind::All, tr("All"), QStringLiteral("allChip"));
    addChip(Kind::Open, tr("Open"), QStringLiteral("openChip"));
    addChip(Kind::High, tr("High"), QStringLiteral("highChip"));
    addChip(Kind::NoOwner, tr("No owner"), QStringLiteral("noOwnerChip"));
    addChip(Kind::Overdue, tr("Overdue"), QStringLiteral("overdueChip"));
    addChip(Kind::Accepted, tr("Accepted"), QStringLiteral("acceptedChip"));
    for (Chip* chip : m_chips)
        chips->add(chip);
    m_more = new Chip(QString());
    m_more->setObjectName(QStringLiteral("cellChip"));
    m_more->setCheckable(true);
    m_more->setToolTip(tr("Take this part of the filter away"));
    m_more->hide();
    connect(m_more, &QAbstractButton::clicked, this, [this] {
        FindingFilter filter = this->filter();
        filter.cell.reset();
        filter.keys.clear();
        setFilter(filter);
        m_table->setFocus(Qt::OtherFocusReason);
    });
    chips->add(m_more);
    row->addWidget(chips, 1, Qt::AlignVCenter);
}

void FindingsRegister::addChip(FindingFilter::Chip which, const QString& label, const QString& name) {
    auto* chip = new Chip(label);
    chip->setObjectName(name);
    chip->setCheckable(true);
    connect(chip, &QAbstractButton::clicked, this, [this, which] {
        FindingFilter filter = this->filter();
        // The chip that is on goes back to all, and "All" takes everything away.
        if (which == FindingFilter::Chip::All)
            filter = {};
        else
            filter.chip = filter.chip == which ? FindingFilter::Chip::All : which;
        setFilter(filter);
    });
    m_chips.push_back(chip);
}

void FindingsRegister::setFilter(const FindingFilter& filter) {
    const std::string current = m_table->currentKey();
    m_proxy->setFilter(filter);
    if (m_search->text() != filter.text) {
        const QSignalBlocker quiet(m_search);
        m_search->setText(filter.text);
    }
    QString more;
    if (filter.cell)
        more = tr("%1 × %2").arg(likelihoodWord(filter.cell->likelihood), impactWord(filter.cell->impact).toLower());
    else if (!filter.keys.empty())
        more = filter.keysWords.isEmpty() ? tr("%n chosen", nullptr, static_cast<int>(filter.keys.size()))
                                          : filter.keysWords;
    m_more->setText(more.isEmpty() ? more : more + QStringLiteral("  ✕"));
    m_more->setAccessibleName(tr("Only %1; press to show all").arg(more));
    m_more->setVisible(!more.isEmpty());
    m_more->setChecked(!more.isEmpty());
    refreshCounts();
    if (m_proxy->indexOf(current).isValid())
        m_table->choose(current);
    else
        m_table->step(-m_proxy->rowCount());
    emit filterChanged();
}

void FindingsRegister::refresh() {
    const std::string current = m_table->currentKey();
    m_model->refresh();
    m_table->layOut();
    if (m_table->currentKey().empty() || (m_table->currentKey() != current && m_proxy->indexOf(current).isValid()))
        m_table->step(0);
    m_table->viewport()->update();
}

void FindingsRegister::showFinding(const std::string& key) {
    if (!m_proxy->indexOf(key).isValid())
        setFilter({});
    m_table->choose(key);
}

void FindingsRegister::refreshCounts() {
    const FindingCounts& counts = m_model->counts();
    const int numbers[] = {counts.all, counts.open, counts.high, counts.noOwner, counts.overdue, counts.accepted};
    for (std::size_t i = 0; i < m_chips.size(); ++i) {
        m_chips[i]->setCount(numbers[i]);
        const bool all = static_cast<FindingFilter::Chip>(i) == FindingFilter::Chip::All;
        m_chips[i]->setChecked(all ? filter().empty() : static_cast<FindingFilter::Chip>(i) == filter().chip);
    }
    showWhatIs();
}

void FindingsRegister::showWhatIs() {
    m_stack->setCurrentIndex(m_model->rowCount() > 0 ? 0 : 1);
    m_head->setVisible(m_model->rowCount() > 0);
    m_nothingRow->setVisible(m_proxy->rowCount() == 0);
    m_table->setVisible(m_proxy->rowCount() > 0);
}

void FindingsRegister::edited(const QString& key, int column, const QVariant& value) {
    // A cell of a chosen row speaks for all chosen rows.
    FindingSteps::Keys keys = m_table->selectedKeys();
    if (std::find(keys.begin(), keys.end(), s(key)) == keys.end())
        keys = {s(key)};
    if (column == FindingTableModel::Owner)
        m_steps->editor()->setOwner(keys, value.toString());
    if (column == FindingTableModel::Due) {
        const QDate day = value.toDate();
        m_steps->editor()->setDue(keys, day.isValid() ? Date{day.year(), day.month(), day.day()} : Date{});
    }
}

void FindingsRegister::focusSearch() {
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

bool FindingsRegister::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const bool down = key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter;
        if (down || (key == Qt::Key_Escape && m_search->text().isEmpty())) {
            m_table->setFocus(Qt::TabFocusReason);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FindingsRegister::applyMetrics() {
    const bool compact = Theme::instance().compact();
    const int side = compact ? 20 : kPaddingMainSmall;
    m_head->layout()->setContentsMargins(side, compact ? 0 : kGrid, side, scaled(6));
    m_search->setFixedSize(scaled(compact ? 150 : 180), smallControlHeight());
}

QString FindingsRegister::asText(QChar separator) const {
    const auto cell = [separator](QString text) {
        // A cell that a spreadsheet would run as a formula is told to be text.
        if (!text.isEmpty() && QStringLiteral("=+-@\t\r").contains(text.front()))
            text.prepend(QLatin1Char('\''));
        if (text.contains(separator) || text.contains(QLatin1Char('"')) || text.contains(QLatin1Char('\n')))
            text = QLatin1Char('"') + text.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
        return text;
    };
    QStringList lines;
    const auto addLine = [&](const QStringList& cells) {
        QStringList safe;
        for (const QString& one : cells)
            safe << cell(one);
        lines << safe.join(separator);
    };
    addLine({tr("Finding"), tr("Title"), tr("Where"), tr("Severity"), tr("Likelihood"), tr("Impact"), tr("Rating"),
             tr("Rating after"), tr("Owner"), tr("Due"), tr("Effort"), tr("Person-days"), tr("Saving a month"),
             tr("Status"), tr("Observation"), tr("Recommendation")});
    for (int row = 0; row < m_proxy->rowCount(); ++row) {
        const score::Finding& one = *m_proxy->finding(m_proxy->index(row, 0));
        addLine({findingCode(one), q(one.title), findingWhere(one),
                 one.severity == lens::Risk::High ? tr("High") : tr("Medium"), QString::number(one.inherent.likelihood),
                 QString::number(one.inherent.impact), QString::number(one.rating), QString::number(one.residualRating),
                 q(one.owner), q(toIso(one.due)), effortLetter(one.effort), QString::number(one.days),
                 QString::number(one.monthlySaving, 'f', 2), statusWord(one.status), q(one.observation),
                 q(one.recommendation)});
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace plumb::ui
