// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/start_page.h"

#include "ui/bridge/action_table.h"
#include "ui/bridge/settings.h"
#include "ui/pages/start_drawing.h"
#include "ui/pages/start_recent.h"
#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/wrap_label.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLayout>
#include <QListView>
#include <QLocale>
#include <QMenu>
#include <QPainter>

namespace plumb::ui {
namespace {

constexpr int kInset = 12;      ///< rows reach this far beyond their text
constexpr int kDueSoonDays = 7; ///< a review is spoken of so long before it is due

} // namespace

StartPage::StartPage(Settings* settings, ActionTable* actions, Clock* clock, QWidget* parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_actions(actions)
    , m_clock(clock)
    , m_model(new RecentModel(settings, clock, this))
    , m_drawing(new StartDrawing(this)) {
    setObjectName(QStringLiteral("startPage"));
    makeColumn();
    makeList();
    connect(m_drawing, &StartDrawing::arranged, this, &StartPage::arrangeColumn);
    connect(m_model, &QAbstractItemModel::modelReset, this, &StartPage::showWhatFits);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        m_list->doItemsLayout();
        arrangeColumn();
        arrangeList();
    });
    showWhatFits();
}

void StartPage::makeColumn() {
    const auto make = [this](const char* name, QStringView id, ButtonLook look) {
        auto* const button = new Button(m_actions->find(id)->text, look, m_drawing);
        button->setObjectName(QLatin1String(name));
        button->setLeftAligned(true);
        button->setButtonSize(Button::Size::Large);
        button->bind(m_actions->action(id));
        return button;
    };
    m_new = make("newButton", u"file.new", ButtonLook::Filled);
    m_new->setLeadingIcon(Icon::Plus);
    m_open = make("openButton", u"file.open", ButtonLook::Plain);
    m_open->setLeadingIcon(Icon::Folder);
    m_sample = make("sampleButton", u"file.sample", ButtonLook::Link);
    m_sample->setButtonSize(Button::Size::Normal);
    m_options = new Button(Icon::Settings, m_actions->find(u"app.settings")->text, ButtonLook::Ghost, m_drawing);
    m_options->setObjectName(QStringLiteral("settingsButton"));
    m_options->bind(m_actions->action(u"app.settings"));
    m_help = new Button(Icon::Help, m_actions->find(u"app.keys")->text, ButtonLook::Ghost, m_drawing);
    m_help->setObjectName(QStringLiteral("helpButton"));
    m_help->bind(m_actions->action(u"app.keys"));
    m_version = new WrapLabel(tr("Version %1").arg(QCoreApplication::applicationVersion()), Role::Small, Token::Ink3,
                              m_drawing);
    m_version->setMaxLines(1);
}

void StartPage::makeList() {
    m_title = new WrapLabel(tr("Recent reviews"), Role::Head, Token::Ink, this);
    m_search = new SearchField(tr("Search in recent reviews"), this);
    m_search->setObjectName(QStringLiteral("recentSearchField"));
    m_search->setAccessibleName(tr("Search in recent reviews"));
    connect(m_search, &QLineEdit::textChanged, m_model, &RecentModel::setFilter);
    m_search->installEventFilter(this);

    m_list = new QListView(this);
    m_list->setObjectName(QStringLiteral("recentList"));
    m_list->setAccessibleName(tr("Recent reviews"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new RecentDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->installEventFilter(this);
    connect(m_list, &QListView::clicked, this, &StartPage::openRow);
    connect(m_list, &QListView::customContextMenuRequested, this, &StartPage::listMenu);

    m_due = new MessageBar(Icon::Bell, Token::Accent, QString(), QString(), this);
    m_due->setObjectName(QStringLiteral("dueBar"));
    Button* const later = m_due->addButton(tr("Later"), true);
    later->setObjectName(QStringLiteral("dueLaterButton"));
    later->setToolTip(tr("Don't show this again until the next start"));
    Button* const review = m_due->addButton(tr("Review it"));
    review->setObjectName(QStringLiteral("dueReviewButton"));
    connect(later, &QAbstractButton::clicked, this, [this] {
        m_later.insert(m_duePath);
        showWhatFits();
    });
    connect(review, &QAbstractButton::clicked, this, [this] { emit openRequested(m_duePath, false); });

    m_nothing = new WrapLabel(tr("No recent review has these words in its name, client or folder."), Role::Body,
                              Token::Ink2, this);
    m_foot = new WrapLabel(this);
    m_foot->setRole(Role::Small);
    m_foot->setRich(
        {iconRun(Icon::Disk, Token::Ink3),
         plain(QStringLiteral("  ") + tr("Each review is one file on this computer. No account, no network. "
                                         "Drop a file here to open it."),
               Token::Ink3)});
    m_empty =
        new EmptyPlace(Icon::Questions, tr("No reviews yet"),
                       tr("Start with a questionnaire of your choice. The quick scan takes fifteen minutes."), this);
    m_empty->setObjectName(QStringLiteral("startEmptyPlace"));
    QAction* const sample = m_actions->action(u"file.sample");
    if (sample->isVisible()) {
        Button* const look = m_empty->setSecondary(sample->text(), Icon::Book);
        look->setToolTip(sample->toolTip());
        connect(look, &QAbstractButton::clicked, sample, &QAction::trigger);
    }
}

void StartPage::showDue() {
    const Date day0 = dayOf(m_clock->now()); // the day by which the review counts, too
    const QDate today(day0.year, day0.month, day0.day);
    m_duePath.clear();
    QDate first;
    const auto recent = m_settings->recent();
    for (const RecentReview& review : recent) {
        const bool soon = review.due.isValid() && review.due <= today.addDays(kDueSoonDays);
        if (!soon || m_later.contains(review.path) || (first.isValid() && review.due >= first))
            continue;
        first = review.due;
        m_duePath = review.path;
        const QString day = QLocale(QLocale::English).toString(review.due, QStringLiteral("d MMM yyyy"));
        m_due->setTitle(review.due < today    ? tr("%1 was due on %2").arg(review.name, day)
                        : review.due == today ? tr("%1 is due today").arg(review.name)
                                              : tr("%1 is due on %2").arg(review.name, day));
        m_due->setSentence(review.dueWhy);
    }
    m_due->setVisible(!m_duePath.isEmpty());
}

void StartPage::showWhatFits() {
    showDue();
    const bool any = m_model->anyRecent(), shown = m_model->rowCount() > 0;
    m_empty->setVisible(!any);
    m_title->setVisible(any);
    m_search->setVisible(any);
    m_list->setVisible(shown);
    m_nothing->setVisible(any && !shown);
    if (shown && !m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model->index(0, 0));
    arrangeList();
}

void StartPage::arrangeColumn() {
    const QRect column = m_drawing->column();
    int y = column.top();
    for (Button* const button : {m_new, m_open}) {
        button->setGeometry(column.left(), y, column.width(), largeControlHeight());
        y += largeControlHeight() + 8;
    }
    const QSize link = m_sample->sizeHint();
    m_sample->setGeometry(column.left(), y + 2, link.width(), link.height());
    const int control = controlHeight();
    const int foot = m_drawing->groundY() + qMin(58, (m_drawing->height() - m_drawing->groundY()) / 2);
    const QSize version = m_version->sizeHint();
    m_version->setGeometry(column.left(), foot - version.height() / 2, version.width(), version.height());
    m_help->setGeometry(column.right() - control + 8, foot - control / 2, control, control);
    m_options->setGeometry(m_help->x() - control - 2, foot - control / 2, control, control);
}

void StartPage::arrangeList() {
    m_drawing->setGeometry(0, 0, m_drawing->width(), height());
    const bool small = Theme::instance().compact();
    const int left = m_drawing->width() + (small ? 48 : 80), right = width() - (small ? 48 : 96);
    int top = qBound(48, qRound(height() * 0.105), 88), wide = right - left;
    if (!m_due->isHidden()) {
        const int high = qMax(m_due->layout()->totalHeightForWidth(wide), scaled(64));
        m_due->setGeometry(left, top, wide, high);
        top += high + scaled(small ? 24 : 40);
    }
    m_title->setGeometry(left, top + (controlHeight() - m_title->sizeHint().height()) / 2, wide / 2,
                         m_title->sizeHint().height());
    const int search = qMin(scaled(236), wide / 2);
    m_search->setGeometry(right - search, top, search, controlHeight());
    m_headY = top + controlHeight() + scaled(32);
    const int foot = m_foot->heightForWidth(wide);
    const int footY = height() - qBound(32, qRound(height() * 0.044), 44) - foot / 2;
    m_foot->setGeometry(left, footY, wide, foot);
    m_list->setGeometry(left - kInset, m_headY + 1, wide + 2 * kInset, footY - m_headY - 24);
    m_nothing->setGeometry(left, m_headY + 20, wide, lineHeight(Role::Body));
    const int emptyHeight = qMin(scaled(220), height() - 2 * top);
    m_empty->setGeometry(left, top, wide, emptyHeight);
    update();
}

void StartPage::openRow(const QModelIndex& index) {
    if (index.isValid())
        emit openRequested(m_model->review(index.row()).path, false);
}

void StartPage::listMenu(const QPoint& at) {
    const QModelIndex index = m_list->indexAt(at);
    if (!index.isValid())
        return;
    m_list->setCurrentIndex(index);
    const QString path = m_model->review(index.row()).path;
    auto* const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Open"), this, [this, path] { emit openRequested(path, false); });
    menu->addAction(tr("Open read-only"), this, [this, path] { emit openRequested(path, true); });
    menu->addSeparator();
    menu->addAction(tr("Remove from this list"), this, &StartPage::removeRow);
    menu->popup(m_list->viewport()->mapToGlobal(at));
}

void StartPage::removeRow() {
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid())
        return;
    const int row = index.row();
    m_settings->removeRecent(m_model->review(row).path);
    if (m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(qMin(row, m_model->rowCount() - 1), 0));
}

bool StartPage::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (watched == m_search && (enter || key == Qt::Key_Down)) {
        if (m_model->rowCount() == 0)
            return true;
        m_list->setCurrentIndex(m_model->index(0, 0));
        if (enter)
            openRow(m_list->currentIndex());
        else
            m_list->setFocus(Qt::TabFocusReason);
        return true;
    }
    if (watched == m_list && enter) {
        openRow(m_list->currentIndex());
        return true;
    }
    if (watched == m_list && key == Qt::Key_Delete) {
        removeRow();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void StartPage::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = tokens();
    painter.fillRect(rect(), t[Token::Surface]);
    if (!m_title->isVisible())
        return;
    const QRect list = m_list->geometry();
    const qreal left = list.left() + kInset, right = list.left() + list.width() - kInset;
    painter.fillRect(QRectF(left, m_headY, right - left, 1), t[Token::Line2]);
    const qreal top = m_headY - scaled(22), high = scaled(18);
    drawText(&painter, QRectF(right - scaled(RecentColumns::kScale), top, scaled(160), high), tr("Score and range"),
             Role::Micro, t[Token::Ink3]);
    drawText(&painter, QRectF(right - 120, top, 120, high), tr("Opened"), Role::Micro, t[Token::Ink3],
             Qt::AlignRight | Qt::AlignVCenter);
}

void StartPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    showWhatFits();
}

void StartPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrangeList();
}

} // namespace plumb::ui
