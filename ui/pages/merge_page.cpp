// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/merge_page.h"

#include "ui/bridge/action_table.h"
#include "ui/pages/merge_detail.h"
#include "ui/pages/merge_list.h"
#include "ui/theme/focus_ring.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/pane_parts.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/wrap_label.h"

#include <algorithm>
#include <QKeyEvent>
#include <QListView>
#include <QLocale>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

namespace plumb::ui {

namespace {

constexpr int kSideWidth = 336, kSideCompact = 304;

QString counted(int count) {
    return QLocale(QLocale::English).toString(count);
}

} // namespace

MergePage::MergePage(const MergeWords& words, bool readOnly, ActionTable* actions, QWidget* parent)
    : QWidget(parent)
    , m_words(words)
    , m_readOnly(readOnly)
    , m_actions(actions)
    , m_decisions(new MergeDecisions(words.items, this)) {
    setObjectName(QStringLiteral("mergePage"));
    setAccessibleName(tr("Merge two copies"));
    setFocusPolicy(Qt::ClickFocus);
    paintsOwnFocus(this);
    auto* whole = columnOf(this);
    whole->addWidget(buildHeader());
    whole->addWidget(new Hairline(Qt::Horizontal));
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(buildSide());
    middle->addWidget(new Hairline(Qt::Vertical));
    middle->addWidget(words.items.empty() ? buildNothing() : buildMain(), 1);
    whole->addLayout(middle, 1);
    whole->addWidget(new Hairline(Qt::Horizontal));
    whole->addWidget(buildFooter());
    actions->attach(this, ActionScope::Merge);
    connectActions();
    connect(m_decisions, &MergeDecisions::changed, this, &MergePage::refresh);
    connect(&Theme::instance(), &Theme::changed, this, &MergePage::applyMetrics);
    applyMetrics();
    if (m_decisions->count() > 0)
        showItem(0);
    refresh();
}

QWidget* MergePage::buildHeader() {
    m_header = new QWidget;
    auto* row = new QHBoxLayout(m_header);
    row->setContentsMargins(24, 0, 24, 0);
    row->setSpacing(16);
    auto* title = oneLine(tr("Merge two copies"), Role::Title, Token::Ink);
    title->setObjectName(QStringLiteral("mergeTitleLabel"));
    auto* files =
        oneLine(tr("%1 and %2 %3").arg(m_words.ours, m_words.theirs, m_words.parted), Role::Body, Token::Ink2);
    files->setObjectName(QStringLiteral("filesLabel"));
    auto* counts = oneLine({}, Role::Body, Token::Ink2);
    counts->setObjectName(QStringLiteral("countsLabel"));
    const auto open = static_cast<int>(m_words.items.size());
    QString merges = m_words.taken == 1 ? tr("1 change merges by itself, ")
                                        : tr("%1 changes merge by themselves, ").arg(counted(m_words.taken));
    if (m_words.taken == 0)
        merges = tr("Nothing merges by itself, ");
    counts->setRich({plain(merges), strong(open == 0   ? tr("none needs you")
                                           : open == 1 ? tr("1 needs you")
                                                       : tr("%1 need you").arg(counted(open)),
                                           Token::Ink)});
    row->addWidget(title);
    row->addWidget(files, 1);
    row->addWidget(counts);
    return m_header;
}

QWidget* MergePage::buildSide() {
    auto* pane = new Pane(Token::Sunken);
    m_side = pane;
    auto* column = columnOf(pane);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(kPaddingSide, 12, kPaddingSide, 7);
    head->addWidget(oneLine(tr("To decide"), Role::Caption, Token::Ink3));
    head->addStretch(1);
    m_doneLabel = oneLine({}, Role::Caption, Token::Ink3, Digits::Tabular);
    m_doneLabel->setObjectName(QStringLiteral("doneLabel"));
    head->addWidget(m_doneLabel);
    column->addLayout(head);
    m_list = new QListView;
    m_list->setObjectName(QStringLiteral("conflictList"));
    m_list->setAccessibleName(tr("To decide"));
    m_list->setModel(new MergeListModel(m_decisions, m_list));
    m_list->setItemDelegate(new MergeListDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setMouseTracking(true);
    m_list->viewport()->setAttribute(Qt::WA_Hover);
    paintsOwnFocus(m_list);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& now) {
        if (now.isValid())
            showItem(now.row());
    });
    column->addWidget(m_list, 1);
    column->addWidget(buildCounts());
    return pane;
}

QWidget* MergePage::buildCounts() {
    auto* part = new QWidget;
    auto* column = columnOf(part);
    column->addWidget(new Hairline(Qt::Horizontal));
    auto* rows = new QVBoxLayout;
    rows->setContentsMargins(kPaddingSide, 12, kPaddingSide, 14);
    rows->setSpacing(0);
    rows->addWidget(oneLine(tr("Merged without asking"), Role::Caption, Token::Ink3));
    rows->addSpacing(4);
    for (const MergeCount& count : m_words.counts) {
        auto* row = new QHBoxLayout;
        row->setContentsMargins(0, 5, 0, 5);
        row->setSpacing(8);
        row->addWidget(new IconLabel(count.icon, 16, Token::Ink2));
        auto* words = oneLine(count.words, Role::Body, Token::Ink2);
        auto* number = oneLine(counted(count.count), Role::BodyStrong, Token::Ink, Digits::Tabular);
        number->setObjectName(QStringLiteral("takenLabel"));
        number->setAccessibleName(tr("%1: %2").arg(count.words, counted(count.count)));
        row->addWidget(words, 1);
        row->addWidget(number);
        rows->addLayout(row);
    }
    if (m_words.counts.empty())
        rows->addWidget(oneLine(tr("Nothing"), Role::Body, Token::Ink2));
    column->addLayout(rows);
    if (m_words.remarks.isEmpty())
        return part;
    column->addWidget(new Hairline(Qt::Horizontal));
    auto* remarks = new Pane(Token::Sunken);
    auto* lines = new QVBoxLayout(remarks);
    lines->setContentsMargins(kPaddingSide, 12, kPaddingSide, 14);
    lines->setSpacing(4);
    lines->addWidget(oneLine(tr("Good to know"), Role::Caption, Token::Ink3));
    for (const QString& remark : m_words.remarks)
        lines->addWidget(new WrapLabel(remark, Role::Small, Token::Ink2));
    lines->addStretch(1);
    auto* area = new QScrollArea;
    area->setObjectName(QStringLiteral("remarksScroll"));
    setUpPaneScroll(area);
    area->setWidget(remarks);
    area->setFixedHeight(scaled(qMin(132, 44 + 40 * static_cast<int>(m_words.remarks.size()))));
    column->addWidget(area);
    return part;
}

QWidget* MergePage::buildMain() {
    m_detail = new MergeDetail(m_decisions, m_words.partedShort);
    auto* area = new QScrollArea;
    area->setObjectName(QStringLiteral("mergeScroll"));
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(m_detail);
    connect(m_detail, &MergeDetail::chosen, this, &MergePage::choose);
    connect(m_detail, &MergeDetail::written, this,
            [this](const QString& text) { m_decisions->write(m_current, text); });
    connect(m_detail, &MergeDetail::left, this, [this] { setFocus(Qt::OtherFocusReason); });
    return area;
}

QWidget* MergePage::buildNothing() {
    auto* holder = new QWidget;
    auto* column = new QVBoxLayout(holder);
    column->setContentsMargins(kPaddingMain, kPaddingMain, kPaddingMain, kPaddingMain);
    const QString sentence =
        m_words.nothing
            ? tr("%1 has nothing that this review has not. There is nothing to merge.").arg(m_words.theirs)
            : tr("Nothing was changed in both copies. Everything new in %1 comes over as it is.").arg(m_words.theirs);
    auto* empty =
        new EmptyPlace(Icon::Done, m_words.nothing ? tr("Nothing to merge") : tr("Nothing needs you"), sentence);
    empty->setObjectName(QStringLiteral("nothingPlace"));
    column->addWidget(empty);
    column->addStretch(1);
    return holder;
}

QWidget* MergePage::buildFooter() {
    m_footer = new QWidget;
    auto* row = new QHBoxLayout(m_footer);
    row->setContentsMargins(24, 0, 24, 0);
    row->setSpacing(12);
    row->addWidget(new IconLabel(Icon::Undo, 16, Token::Ink2));
    auto* sentence =
        oneLine(tr("The merge is one step in the history and can be undone as one."), Role::Body, Token::Ink2);
    sentence->setObjectName(QStringLiteral("mergeSentenceLabel"));
    if (m_readOnly)
        sentence->setText(tr("This review is open read-only: it can be looked at, and not merged."));
    row->addWidget(sentence, 1);
    m_allOurs = new Button(tr("All yours"), ButtonLook::Ghost);
    m_allOurs->setObjectName(QStringLiteral("allOursButton"));
    m_allOurs->setToolTip(tr("Keep yours wherever it is still open"));
    m_allTheirs = new Button(tr("All theirs"), ButtonLook::Ghost);
    m_allTheirs->setObjectName(QStringLiteral("allTheirsButton"));
    m_allTheirs->setToolTip(tr("Keep theirs wherever it is still open"));
    m_cancel = new Button(tr("Cancel"), ButtonLook::Plain);
    m_cancel->setObjectName(QStringLiteral("cancelMergeButton"));
    m_cancel->setToolTip(tr("Go back; nothing was changed (Esc)"));
    m_next = new Button(tr("Next open"), ButtonLook::Filled, m_footer); // binding shows it, so it needs its place
    m_next->setObjectName(QStringLiteral("nextOpenButton"));
    m_next->setLeadingIcon(Icon::ArrowDown);
    m_next->bind(m_actions->action(u"merge.nextOpen"));
    m_merge = new Button(tr("Merge"), ButtonLook::Plain);
    m_merge->setObjectName(QStringLiteral("mergeButton"));
    row->addWidget(m_allOurs);
    row->addWidget(m_allTheirs);
    auto* line = new Hairline(Qt::Vertical, nullptr, Token::Line2);
    line->setFixedHeight(20);
    row->addWidget(line);
    row->addWidget(m_cancel);
    row->addWidget(m_next);
    row->addWidget(m_merge);
    connect(m_allOurs, &QAbstractButton::clicked, this, [this] { m_decisions->chooseRest(store::Side::Ours); });
    connect(m_allTheirs, &QAbstractButton::clicked, this, [this] { m_decisions->chooseRest(store::Side::Theirs); });
    connect(m_cancel, &QAbstractButton::clicked, this, &MergePage::cancelled);
    connect(m_merge, &QAbstractButton::clicked, this, &MergePage::merge);
    return m_footer;
}

void MergePage::connectActions() {
    const auto on = [this](QStringView id, auto&& what) {
        connect(m_actions->action(id), &QAction::triggered, this, std::forward<decltype(what)>(what));
    };
    on(u"merge.ours", [this] { choose(MergeDecisions::Choice::Ours); });
    on(u"merge.theirs", [this] { choose(MergeDecisions::Choice::Theirs); });
    on(u"merge.both", [this] { choose(MergeDecisions::Choice::Both); });
    on(u"merge.nextOpen", [this] { goOpen(true); });
    on(u"merge.previousOpen", [this] { goOpen(false); });
    on(u"merge.run", [this] { merge(); });
}

void MergePage::applyMetrics() {
    const bool compact = Theme::instance().compact();
    m_header->setFixedHeight(placeHeaderHeight() - (compact ? scaled(8) : 0) - 1);
    m_footer->setFixedHeight(scaled(compact ? 52 : 60) - 1);
    m_side->setFixedWidth(scaled(compact ? kSideCompact : kSideWidth));
    QPalette colors = m_list->palette();
    colors.setColor(QPalette::Base, tokens()[Token::Sunken]);
    m_list->setPalette(colors);
    m_list->doItemsLayout();
}

void MergePage::showItem(int item) {
    if (item < 0 || item >= m_decisions->count() || item == m_current)
        return;
    m_current = item;
    m_list->setCurrentIndex(m_list->model()->index(item, 0));
    m_list->scrollTo(m_list->currentIndex());
    m_detail->show(item);
}

bool MergePage::ready() const {
    if (m_readOnly || m_busy || m_words.nothing || m_decisions->done() < m_decisions->count())
        return false;
    for (int item = 0; item < m_decisions->count(); ++item)
        if (!m_decisions->fault(item).isEmpty())
            return false;
    return m_decisions->count() > 0 || m_words.taken > 0 || !m_words.remarks.isEmpty();
}

void MergePage::refresh() {
    const int done = m_decisions->done(), all = m_decisions->count();
    m_doneLabel->setText(all == 0 ? tr("nothing") : tr("%1 of %2 done").arg(counted(done), counted(all)));
    const bool open = done < all && !m_busy;
    m_allOurs->setEnabled(open);
    m_allTheirs->setEnabled(open);
    m_actions->action(u"merge.nextOpen")->setEnabled(open);
    m_next->setLook(open ? ButtonLook::Filled : ButtonLook::Plain);
    m_merge->setLook(open ? ButtonLook::Plain : ButtonLook::Filled);
    m_merge->setEnabled(ready());
    m_merge->setToolTip(m_readOnly        ? tr("The review is open read-only")
                        : done < all      ? tr("%1 still open").arg(counted(all - done))
                        : m_words.nothing ? tr("There is nothing to merge")
                                          : tr("Put both copies together, as one step (Ctrl+Enter)"));
    m_cancel->setEnabled(!m_busy);
}

MergeDecisions* MergePage::copyDecisions() {
    // A copy: list and detail look at the page's own until they are gone.
    auto* const copy = new MergeDecisions(m_words.items);
    copy->takeOver(*m_decisions);
    return copy;
}

void MergePage::setBusy(bool busy) {
    m_busy = busy;
    if (m_detail != nullptr)
        m_detail->setEnabled(!busy);
    refresh();
}

void MergePage::choose(MergeDecisions::Choice choice) {
    if (m_current >= 0 && !m_busy)
        m_decisions->choose(m_current, choice);
}

void MergePage::step(int by) {
    showItem(std::clamp(m_current + by, 0, std::max(0, m_decisions->count() - 1)));
}

void MergePage::goOpen(bool forward) {
    if (const auto open = forward ? m_decisions->nextOpen(m_current) : m_decisions->previousOpen(m_current))
        showItem(*open);
}

void MergePage::merge() {
    if (ready())
        emit mergeWanted();
}

void MergePage::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Escape:
        if (!m_busy)
            emit cancelled();
        return;
    case Qt::Key_Down:
        step(1);
        return;
    case Qt::Key_Up:
        step(-1);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void MergePage::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(rect(), tokens()[Token::Surface]);
}

void MergePage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    // The action may have been left without effect by another page of this kind.
    refresh();
}

} // namespace plumb::ui
