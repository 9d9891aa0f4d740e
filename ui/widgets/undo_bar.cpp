// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See undo_bar.h.
#include "ui/widgets/undo_bar.h"

#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/wrap_label.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QTimerEvent>

namespace plumb::ui {
namespace {

// Buttons on ink: frame ink3, text surface. Own class, because no other place has a dark ground.
class InkButton final : public Button {
public:
    using Button::Button;

    void setShortcutText(const QString& key) {
        m_cap = keyText(key);
        updateGeometry();
        update();
    }
    QSize sizeHint() const override {
        if (text().isEmpty())
            return {smallControlHeight(), smallControlHeight()};
        const qreal cap = m_cap.isEmpty() ? 0 : 8 + keyCapSize(m_cap, badgeHeight()).width();
        return {qRound(20 + textWidth(text(), Role::BodyStrong) + cap), smallControlHeight()};
    }

protected:
    void paintEvent(QPaintEvent*) override {
        const Tokens& t = tokens();
        QPainter painter(this);
        const QColor ink = t[Token::Surface];
        const bool active = underMouse() || isDown() || hasFocus();
        if (text().isEmpty()) {
            paintIcon(&painter, rect(), Icon::Close, scaled(16), ink);
        } else {
            QRectF rest = QRectF(rect()).adjusted(10, 0, -10, 0);
            rest.setLeft(rest.left() + drawText(&painter, rest, text(), Role::BodyStrong, ink) + 8);
            if (!m_cap.isEmpty()) {
                const QSizeF cap = keyCapSize(m_cap, badgeHeight());
                drawKeyCap(&painter, QRectF(QPointF(rest.left(), (height() - cap.height()) / 2), cap), m_cap, t,
                           KeyLook::OnInk);
            }
        }
        if (active || !text().isEmpty())
            paintFrame(&painter, rect(), kRadiusField, QColor(), active ? ink : t[Token::Ink3]);
    }

private:
    QString m_cap;
};

} // namespace

UndoBar::UndoBar(QWidget* place)
    : QFrame(place)
    , m_text(new WrapLabel(QString(), Role::Body, Token::Surface, this))
    , m_undo(new InkButton(tr("Undo"), ButtonLook::Ghost, this))
    , m_close(new InkButton(Icon::Close, tr("Close"), ButtonLook::Ghost, this)) {
    installAccessibility();
    setObjectName(QStringLiteral("undoBar"));
    m_undo->setObjectName(QStringLiteral("undoButton"));
    m_close->setObjectName(QStringLiteral("closeButton"));
    m_text->setMaxLines(1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 10, 0);
    row->setSpacing(12);
    row->addWidget(new IconLabel(Icon::Check, 16, Token::Surface, this));
    row->addWidget(m_text, 1);
    row->addSpacing(kGrid);
    row->addWidget(m_undo);
    row->addWidget(m_close);
    connect(m_undo, &QAbstractButton::clicked, this, [this] {
        dismiss();
        emit undoRequested();
    });
    connect(m_close, &QAbstractButton::clicked, this, &UndoBar::dismiss);
    connect(&Theme::instance(), &Theme::changed, this, &UndoBar::place);
    place->installEventFilter(this);
    hide();
}

void UndoBar::say(const QString& whatWasDone, const QString& undoKey) {
    m_text->setText(whatWasDone);
    static_cast<InkButton*>(m_undo)->setShortcutText(undoKey);
    setAccessibleName(whatWasDone);
    place();
    show();
    raise();
    m_timer.start(kShownMs, this);
}

void UndoBar::dismiss() {
    m_timer.stop();
    if (isHidden())
        return;
    hide();
    emit dismissed();
}

void UndoBar::place() {
    const QWidget* page = parentWidget();
    const int high = scaled(44);
    const int wide = qMin(qMax(scaled(360), layout()->sizeHint().width()), page->width() - 2 * kHalfGrid);
    setGeometry((page->width() - wide) / 2, page->height() - high - kPaddingMainSmall, wide, high);
}

void UndoBar::paintEvent(QPaintEvent*) {
    const Tokens& t = tokens();
    QPainter painter(this);
    paintFrame(&painter, rect(), kRadiusPanel, t[Token::Ink], QColor());
}

bool UndoBar::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parentWidget() && event->type() == QEvent::Resize && !isHidden())
        place();
    return QFrame::eventFilter(watched, event);
}

void UndoBar::timerEvent(QTimerEvent* event) {
    if (event->timerId() == m_timer.timerId())
        dismiss();
    else
        QFrame::timerEvent(event);
}

void UndoBar::enterEvent(QEnterEvent*) {
    m_timer.stop();
}

void UndoBar::leaveEvent(QEvent*) {
    if (!isHidden())
        m_timer.start(kShownMs, this);
}

} // namespace plumb::ui
