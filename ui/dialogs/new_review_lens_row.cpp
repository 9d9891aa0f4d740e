// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/new_review_lens_row.h"

#include "ui/theme/focus_ring.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"

#include <QPainter>

namespace plumb::ui {

QString metaWords(const LensOffer& offer) {
    const int faults = static_cast<int>(offer.messages.size());
    if (!offer.usable)
        return faults == 1 ? LensRow::tr("can't be used, 1 fault")
                           : LensRow::tr("can't be used, %1 faults").arg(faults);
    const QString held = LensRow::tr("%1 questions, %2 pillars").arg(offer.questions).arg(offer.pillars);
    if (faults == 0)
        return held;
    return held + (faults == 1 ? LensRow::tr(", 1 remark") : LensRow::tr(", %1 remarks").arg(faults));
}

LensRow::LensRow(QWidget* parent) : QAbstractButton(parent) {
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    paintsOwnFocus(this);
}

void LensRow::show(const LensOffer& offer) {
    setText(offer.name);
    m_meta = metaWords(offer);
    m_faulty = !offer.messages.empty();
    m_usable = offer.usable;
    setEnabled(offer.usable);
    setChecked(offer.ticked);
    setAccessibleName(offer.name + QStringLiteral(", ") + m_meta);
    setToolTip(offer.description);
    update();
}

QSize LensRow::sizeHint() const {
    return {320, scaled(36)};
}

void LensRow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = tokens();
    const QRectF row = rect();
    if (isEnabled() && (underMouse() || isChecked()))
        drawRowBackground(&painter, row, underMouse() && !isChecked(), false, true, t);
    if (isChecked())
        painter.fillRect(row, t[Token::ATint]);
    painter.fillRect(QRectF(0, row.bottom() - 1, row.width(), 1), t[Token::Line]);
    const QRectF box(10, (row.height() - 18) / 2, 18, 18);
    if (m_usable)
        drawCheckBox(&painter, box, isChecked() ? BoxState::On : BoxState::Off, isEnabled(), t);
    else
        paintIcon(&painter, box, Icon::Warning, 16, t[Token::Med]);
    const qreal meta =
        drawText(&painter, row.adjusted(0, 0, -10, 0), m_meta, Role::Small, t[m_usable ? Token::Ink3 : Token::Med],
                 Qt::AlignRight | Qt::AlignVCenter, Digits::Tabular);
    const qreal left = box.right() + 12;
    drawText(&painter, QRectF(left, 0, row.width() - left - meta - 24, row.height()), text(), Role::Choice,
             t[m_usable ? Token::Ink : Token::Ink2]);
    if (hasFocus() && Theme::instance().focusVisible())
        drawInnerFocus(&painter, row, t);
}

} // namespace plumb::ui
