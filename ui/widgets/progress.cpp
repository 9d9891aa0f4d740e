// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See progress.h.
#include "ui/widgets/progress.h"

#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/button.h"
#include "ui/widgets/wrap_label.h"

#include <algorithm>

#include <QGridLayout>
#include <QPainter>
#include <QVariantAnimation>

namespace plumb::ui {

ProgressBar::ProgressBar(QWidget* parent, Token fill) : QWidget(parent), m_fill(fill) {
    installAccessibility();
    setObjectName(QStringLiteral("progressBar"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    followTheme(this);
    setShare(0);
}

void ProgressBar::setShare(double share) {
    share = std::clamp(share, 0.0, 1.0);
    m_share = share;
    setAccessibleName(tr("%1 % done").arg(qRound(share * 100)));
    if (Theme::instance().reducedMotion() || !isVisible()) {
        m_shown = share;
        update();
        return;
    }
    auto* motion = new QVariantAnimation(this);
    motion->setDuration(kFadeMs);
    motion->setEasingCurve(QEasingCurve::OutCubic);
    motion->setStartValue(m_shown);
    motion->setEndValue(share);
    connect(motion, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
        m_shown = value.toDouble();
        update();
    });
    motion->start(QAbstractAnimation::DeleteWhenStopped);
}

void ProgressBar::setBarWidth(int px) {
    m_width = px;
    setSizePolicy(px == 0 ? QSizePolicy::Expanding : QSizePolicy::Fixed, QSizePolicy::Fixed);
    updateGeometry();
}

QSize ProgressBar::sizeHint() const {
    return {m_width == 0 ? 80 : m_width, 4};
}

void ProgressBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    drawProgress(&painter, rect(), m_shown, tokens(), m_fill);
}

ProgressPanel::ProgressPanel(const QString& title, QWidget* parent)
    : QFrame(parent)
    , m_title(new WrapLabel(title, Role::BodyStrong, Token::Ink, this))
    , m_detail(new WrapLabel(QString(), Role::Micro, Token::Ink3, this))
    , m_bar(new ProgressBar(this, Token::AFill))
    , m_cancel(new Button(tr("Cancel"), ButtonLook::Plain, this)) {
    setObjectName(QStringLiteral("progressPanel"));
    m_cancel->setObjectName(QStringLiteral("cancelButton"));
    m_cancel->setButtonSize(Button::Size::Small);
    m_title->setMaxLines(1);
    m_detail->setMaxLines(1);
    m_detail->setDigits(Digits::Tabular);
    m_bar->setBarWidth(0);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(15, 12, 15, 13);
    grid->setHorizontalSpacing(kGrid);
    grid->setVerticalSpacing(0);
    grid->addWidget(m_title, 0, 0);
    grid->addWidget(m_detail, 1, 0);
    grid->addWidget(m_cancel, 0, 1, 2, 1, Qt::AlignVCenter);
    grid->setRowMinimumHeight(2, 8);
    grid->addWidget(m_bar, 3, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(m_cancel, &QAbstractButton::clicked, this, &ProgressPanel::cancelled);
    setTitle(title);
}

void ProgressPanel::setTitle(const QString& title) {
    m_title->setText(title);
    setAccessibleName(title);
}

void ProgressPanel::setDetail(const QString& detail) {
    m_detail->setText(detail);
    setAccessibleDescription(detail);
}

void ProgressPanel::setShare(double share) {
    m_bar->setShare(share);
}

void ProgressPanel::setCancellable(bool cancellable) {
    m_cancel->setEnabled(cancellable);
}

void ProgressPanel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintFrame(&painter, rect(), kRadiusPanel, tokens()[Token::Surface], tokens()[Token::Line2]);
}

} // namespace plumb::ui
