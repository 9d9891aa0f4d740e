// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/top_bar.h"

#include "ui/bridge/action_table.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/wrap_label.h"

#include <algorithm>
#include <QAbstractButton>
#include <QMenu>
#include <QPainter>

namespace plumb::ui {
namespace {

constexpr int kGap = 10;

/// The review's name, what stands behind it and the arrows of a switcher.
class ReviewButton final : public QAbstractButton {
public:
    explicit ReviewButton(QWidget* parent) : QAbstractButton(parent) {
        setObjectName(QStringLiteral("reviewButton"));
        setFocusPolicy(Qt::TabFocus);
        setAttribute(Qt::WA_Hover);
    }
    void setWords(const QString& name, const QString& detail) {
        setText(name);
        m_detail = detail;
        setAccessibleName(detail.isEmpty() ? name : name + QStringLiteral(", ") + detail);
        setToolTip(accessibleName());
        updateGeometry();
        update();
    }
    [[nodiscard]] QSize sizeHint() const override {
        qreal width = textWidth(text(), Role::BodyStrong) + kPad * 2 + kGap + 14;
        if (!m_detail.isEmpty())
            width += kGap + textWidth(m_detail, Role::Body);
        return {qCeil(width) + 1, controlHeight()};
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const Tokens& t = tokens();
        if (isDown() || underMouse())
            paintFrame(&painter, rect(), kRadiusField, t[isDown() ? Token::Press : Token::Hover], QColor());
        QRectF room = QRectF(rect()).adjusted(kPad, 0, -kPad - 14 - kGap, 0);
        const qreal name = drawText(&painter, room, text(), Role::BodyStrong, t[Token::Ink]);
        qreal end = room.left() + name;
        if (!m_detail.isEmpty() && room.right() - end > 4 * kGap) {
            room.setLeft(end + kGap);
            end = room.left() + drawText(&painter, room, m_detail, Role::Body, t[Token::Ink3]);
        }
        paintIcon(&painter, QRectF(end + kGap, 0, 14, height()), Icon::ChevronsUpDown, 14, t[Token::Ink2]);
    }

private:
    static constexpr int kPad = 8;
    QString m_detail;
};

/// Looks like a field, because what it opens is one.
class GotoButton final : public QAbstractButton {
public:
    GotoButton(const ActionTable* actions, QWidget* parent) : QAbstractButton(parent), m_actions(actions) {
        setObjectName(QStringLiteral("gotoButton"));
        setText(actions->find(u"go.palette")->text);
        setAccessibleName(text());
        setFocusPolicy(Qt::TabFocus);
        setAttribute(Qt::WA_Hover);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const Tokens& t = tokens();
        paintFrame(&painter, rect(), kRadiusField, t[underMouse() ? Token::Hover : Token::Sunken], t[Token::Line2]);
        paintIcon(&painter, QRectF(10, 0, 18, height()), Icon::Search, 16, t[Token::Ink2]);
        qreal right = width() - 7;
        const QStringList caps = m_actions->keyCaps(u"go.palette");
        for (auto cap = caps.crbegin(); cap != caps.crend(); ++cap) {
            const QSizeF size = keyCapSize(*cap, scaled(18));
            right -= size.width();
            drawKeyCap(&painter, QRectF(QPointF(right, (height() - size.height()) / 2), size), *cap, t);
            right -= 4;
        }
        drawText(&painter, QRectF(36, 0, right - 40, height()), text(), Role::Body, t[Token::Ink2]);
    }

private:
    const ActionTable* m_actions;
};

} // namespace

TopBar::TopBar(ActionTable* actions, QWidget* parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_review(new ReviewButton(this))
    , m_goto(new GotoButton(actions, this))
    , m_saved(new WrapLabel(QString(), Role::Small, Token::Ink2, this))
    , m_undo(new Button(Icon::Undo, QString(), ButtonLook::Ghost, this))
    , m_redo(new Button(Icon::Redo, QString(), ButtonLook::Ghost, this))
    , m_snapshot(new Button(tr("Snapshot"), ButtonLook::Plain, this))
    , m_export(new Button(tr("Export PDF"), ButtonLook::Plain, this)) {
    setObjectName(QStringLiteral("topBar"));
    m_saved->setObjectName(QStringLiteral("savedLabel"));
    m_saved->setMaxLines(1);
    m_saved->setDigits(Digits::Tabular);
    m_undo->setObjectName(QStringLiteral("undoButton"));
    m_undo->bind(actions->action(u"edit.undo"));
    m_redo->setObjectName(QStringLiteral("redoButton"));
    m_redo->bind(actions->action(u"edit.redo"));
    m_snapshot->setObjectName(QStringLiteral("snapshotButton"));
    m_snapshot->setLeadingIcon(Icon::Snapshot);
    m_snapshot->bind(actions->action(u"review.snapshot"));
    m_snapshot->setText(tr("Snapshot"));
    m_snapshot->setKeyShown(false);
    m_export->setObjectName(QStringLiteral("exportButton"));
    m_export->setLeadingIcon(Icon::Print);
    m_export->bind(actions->action(u"file.exportPdf"));
    connect(m_review, &QAbstractButton::clicked, this, &TopBar::openMenu);
    connect(m_goto, &QAbstractButton::clicked, actions->action(u"go.palette"), &QAction::trigger);
    connect(&Theme::instance(), &Theme::changed, this, &TopBar::arrange);
    connect(actions, &ActionTable::keysChanged, this, &TopBar::arrange);
    arrange();
}

void TopBar::setReview(const QString& name, const QString& detail) {
    static_cast<ReviewButton*>(m_review)->setWords(name, detail);
    arrange();
}

void TopBar::setSaved(const QString& text) {
    m_saved->setRich(text.isEmpty() ? RichText()
                                    : RichText{iconRun(Icon::Check, Token::Ink2), plain(QStringLiteral(" ") + text)});
    arrange();
}

void TopBar::setMenu(QMenu* menu) {
    m_menu = menu;
}

void TopBar::openMenu() {
    if (m_menu)
        m_menu->popup(m_review->mapToGlobal(QPoint(0, m_review->height() + 4)));
}

void TopBar::arrange() {
    const bool compact = Theme::instance().compact();
    const int high = topBarHeight(), control = controlHeight();
    setFixedHeight(high);
    const int y = (high - 1 - control) / 2;
    int right = width() - 16;
    const auto place = [&](QWidget* widget, int gap) {
        const QSize size(widget->sizeHint().width(), control);
        right -= size.width();
        widget->setGeometry(right, y, size.width(), size.height());
        right -= gap;
    };
    m_separatorX = -1;
    for (Button* button : {m_export, m_snapshot})
        if (!button->isHidden())
            place(button, 8);
    right -= 6;
    m_separatorX = right;
    right -= 13;
    place(m_redo, 2);
    place(m_undo, 8);
    const QSize saved = m_saved->sizeHint();
    right -= saved.width();
    m_saved->setGeometry(right, (high - 1 - saved.height()) / 2, saved.width(), saved.height());
    right -= 16;

    constexpr int left = 12;
    const int wanted = m_review->sizeHint().width();
    const int search = scaled(compact ? 260 : 320);
    // In the middle of the window, not of the bar; to the right when the name is long, narrower when room is short.
    const int offset = window() == this ? 0 : mapTo(window(), QPoint()).x();
    const int name = std::min(wanted, std::max(scaled(180), right - left - scaled(160) - 16));
    int x = std::max((window()->width() - search) / 2 - offset, left + name + 16);
    int searchWidth = search;
    if (x + searchWidth > right) {
        x = std::max(left + name + 16, right - searchWidth);
        searchWidth = std::max(0, right - x);
    }
    m_review->setGeometry(left, y, name, control);
    m_goto->setGeometry(x, y, searchWidth, control);
    update();
}

void TopBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = tokens();
    painter.fillRect(rect(), t[Token::Surface]);
    painter.fillRect(QRect(0, height() - 1, width(), 1), t[Token::Line]);
    if (m_separatorX >= 0)
        painter.fillRect(QRect(m_separatorX, (height() - 20) / 2, 1, 20), t[Token::Line2]);
}

void TopBar::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace plumb::ui
