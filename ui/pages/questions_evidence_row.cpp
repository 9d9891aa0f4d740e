// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/questions_evidence_row.h"

#include "ui/theme/focus_ring.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QPainter>

namespace plumb::ui {

namespace {

Icon iconOf(review::EvidenceKind kind) {
    switch (kind) {
    case review::EvidenceKind::Image:
        return Icon::Image;
    case review::EvidenceKind::Link:
        return Icon::Link;
    case review::EvidenceKind::Note:
        return Icon::Note;
    case review::EvidenceKind::File:
        break;
    }
    return Icon::File;
}

constexpr int kTextLeft = 28;

} // namespace

EvidenceRow::EvidenceRow(QWidget* parent) : QAbstractButton(parent) {
    setObjectName(QStringLiteral("evidenceButton"));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    paintsOwnFocus(this);
    connect(&Theme::instance(), &Theme::changed, this, [this] { updateGeometry(); });
}

void EvidenceRow::setEvidence(const EvidenceData& evidence) {
    if (evidence == m_evidence)
        return;
    m_evidence = evidence;
    setText(evidence.title);
    QString name = tr("Evidence: %1, %2").arg(evidence.title, evidence.meta);
    if (evidence.strength != review::Basis::Unset)
        name += QStringLiteral(", ") + basisWord(evidence.strength).toLower();
    setAccessibleName(name);
    setToolTip(evidence.kind == review::EvidenceKind::Note ? evidence.text : evidence.title);
    update();
}

void EvidenceRow::setFirst(bool first) {
    m_first = first;
    update();
}

QSize EvidenceRow::sizeHint() const {
    return {240, tableRowHeight()};
}

QSize EvidenceRow::minimumSizeHint() const {
    return {120, tableRowHeight()};
}

void EvidenceRow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens& colors = tokens();
    const QRectF row = rect();
    if (underMouse())
        painter.fillRect(row, colors[Token::Hover]);
    if (!m_first)
        drawHairline(&painter, row, colors[Token::Line2]);
    paintIcon(&painter, {0, row.center().y() - 8, 16, 16}, iconOf(m_evidence.kind), 16, colors[Token::Ink2]);

    qreal right = row.right();
    if (m_evidence.strength != review::Basis::Unset) {
        const QString word = basisWord(m_evidence.strength);
        const QSizeF size = badgeSize(word);
        right -= size.width();
        drawBadge(&painter, {right, row.center().y() - size.height() / 2, size.width(), size.height()}, word,
                  m_evidence.strength == review::Basis::Verified ? BadgeLook::NoRisk : BadgeLook::Canvas, colors);
        right -= 8;
    }
    const qreal top = row.center().y() - scaled(18);
    const qreal width = right - kTextLeft;
    drawText(&painter, {kTextLeft, top, width, scaled(20) * 1.0}, m_evidence.title, Role::BodyMedium,
             colors[Token::Ink]);
    drawText(&painter, {kTextLeft, top + scaled(19), width, scaled(16) * 1.0}, m_evidence.meta, Role::Micro,
             colors[Token::Ink3]);
    if (hasFocus() && Theme::instance().focusVisible())
        drawInnerFocus(&painter, row, colors);
}

void EvidenceRow::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        click();
        return;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        emit removeRequested();
        return;
    case Qt::Key_F2:
        emit renameRequested();
        return;
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

void EvidenceRow::contextMenuEvent(QContextMenuEvent* event) {
    emit menuRequested(event->reason() == QContextMenuEvent::Mouse ? event->globalPos() : mapToGlobal(rect().center()));
}

} // namespace plumb::ui
