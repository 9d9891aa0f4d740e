// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/goto_palette.h"

#include "ui/shell/goto_model.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"

#include <algorithm>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>

namespace plumb::ui {
namespace {

constexpr int kWidth = 640, kMaxRows = 9, kTop = 8, kFieldHeight = 52, kFootHeight = 34;

} // namespace

GotoPalette::GotoPalette(QWidget* window)
    : QWidget(window), m_model(new GotoModel(this)), m_field(new QLineEdit(this)), m_list(new QListView(this)) {
    setObjectName(QStringLiteral("gotoPalette"));
    setAccessibleName(tr("Go to anything"));
    setFocusProxy(m_field);
    m_field->setObjectName(QStringLiteral("gotoField"));
    m_field->setAccessibleName(tr("Go to anything"));
    m_field->setPlaceholderText(tr("Question, evidence, place or action"));
    m_field->setFrame(false);
    m_field->setAttribute(Qt::WA_MacShowFocusRect, false);
    m_field->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("gotoList"));
    m_list->setAccessibleName(tr("What was found"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new GotoDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    connect(m_field, &QLineEdit::textChanged, this, &GotoPalette::search);
    connect(m_list, &QListView::clicked, this, &GotoPalette::choose);
    window->installEventFilter(this);
    hide();
}

GotoPalette::~GotoPalette() = default;

void GotoPalette::open(std::unique_ptr<GotoIndex> index) {
    if (!isVisible())
        m_focusBefore = QApplication::focusWidget();
    m_index = std::move(index);
    m_field->clear();
    search();
    show();
    raise();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void GotoPalette::closePalette() {
    if (!isVisible())
        return;
    const bool hadFocus = m_field->hasFocus();
    hide();
    if (hadFocus && m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    m_index.reset();
}

void GotoPalette::search() {
    if (!m_index)
        return;
    m_model->setItems(m_index->find(m_field->text()));
    if (m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(0, 0));
    arrange();
}

void GotoPalette::arrange() {
    const QWidget* const window = parentWidget();
    const int w = std::min(scaled(kWidth), window->width() - 2 * kGrid);
    const int rows = std::clamp(m_model->rowCount(), 1, kMaxRows);
    const int head = scaled(kFieldHeight), foot = scaled(kFootHeight);
    const int room = window->height() - kTop - 2 * kGrid - head - foot;
    const int listHeight = std::min(rows * scaled(46), std::max(room, scaled(46)));
    setGeometry((window->width() - w) / 2, kTop, w, head + listHeight + foot + 2);
    m_field->setGeometry(46, 1, w - 62, head - 1);
    m_list->setGeometry(1, head + 1, w - 2, listHeight);
    m_list->setVisible(m_model->rowCount() > 0);
    update();
}

void GotoPalette::step(int rows) {
    const int count = m_model->rowCount();
    if (count == 0)
        return;
    const int row = std::clamp(m_list->currentIndex().row() + rows, 0, count - 1);
    m_list->setCurrentIndex(m_model->index(row, 0));
}

void GotoPalette::choose() {
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid())
        return;
    const GotoItem item = m_model->item(index.row());
    closePalette();
    emit chosen(item);
}

bool GotoPalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parent()) {
        if (event->type() == QEvent::Resize && isVisible())
            arrange();
        return false;
    }
    if (watched != m_field)
        return false;
    if (event->type() == QEvent::FocusOut && isVisible()) {
        const auto reason = static_cast<QFocusEvent*>(event)->reason();
        if (reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason)
            closePalette();
        return false;
    }
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return false;
    const int page = std::max(1, m_list->height() / scaled(46) - 1);
    int rows = 0;
    bool go = false, leave = false;
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Down:
        rows = 1;
        break;
    case Qt::Key_Up:
        rows = -1;
        break;
    case Qt::Key_PageDown:
        rows = page;
        break;
    case Qt::Key_PageUp:
        rows = -page;
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        go = true;
        break;
    case Qt::Key_Escape:
        leave = true;
        break;
    default:
        return false;
    }
    event->accept(); // these keys belong to the palette, whatever they mean on the page below
    if (event->type() == QEvent::ShortcutOverride)
        return true;
    if (rows != 0)
        step(rows);
    else if (go)
        choose();
    else if (leave)
        closePalette();
    return true;
}

void GotoPalette::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = tokens();
    paintFrame(&painter, rect(), kRadiusPanel, t[Token::Raised], t[Token::Line2]);
    const int head = scaled(kFieldHeight), foot = scaled(kFootHeight);
    paintIcon(&painter, QRectF(16, 0, 18, head), Icon::Search, 18, t[Token::Ink2]);
    painter.fillRect(QRect(1, head, width() - 2, 1), t[Token::Line]);
    painter.fillRect(QRect(1, height() - foot - 1, width() - 2, 1), t[Token::Line]);
    if (m_model->rowCount() == 0) {
        const QRectF room(46, head, width() - 62, scaled(46));
        drawText(&painter, room, tr("Nothing here begins with these words."), Role::Body, t[Token::Ink2]);
    }
    qreal x = 16;
    const qreal top = height() - foot - 1 + (foot - scaled(18)) / 2.0;
    const auto hint = [&](const QString& key, const QString& text) {
        const QSizeF size = keyCapSize(key, scaled(18));
        drawKeyCap(&painter, QRectF(QPointF(x, top), size), key, t);
        x += size.width() + 6;
        x += drawText(&painter, QRectF(x, top, 200, size.height()), text, Role::Micro, t[Token::Ink3]) + 16;
    };
    hint(QStringLiteral("\u2191\u2193"), tr("choose"));
    hint(tr("Enter"), tr("go"));
    hint(tr("Esc"), tr("close"));
}

} // namespace plumb::ui
