// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See segmented.h.
#include "ui/widgets/segmented.h"

#include "ui/theme/focus_ring.h"
#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"
#include "ui/widgets/accessible.h"

#include <cmath>

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>

namespace plumb::ui {
namespace {

class Segment final : public QAbstractButton {
public:
    Segment(const QString& text, const bool* small, QWidget* parent) : QAbstractButton(parent), m_small(small) {
        setObjectName(QStringLiteral("segmentButton"));
        setText(text);
        setAccessibleName(text);
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
        paintsOwnFocus(this);
        followTheme(this);
    }

    QSize sizeHint() const override {
        // As wide as the chosen weight, so that choosing moves nothing.
        const int high = *m_small ? smallControlHeight() : controlHeight();
        return {static_cast<int>(std::ceil(textWidth(text(), Role::SmallStrong))) + scaled(*m_small ? 20 : 22), high};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override {
        const Tokens& t = tokens();
        QPainter painter(this);
        const auto* frame = static_cast<const QWidget*>(parent());
        const bool first = x() <= 1, last = x() + width() >= frame->width() - 1;
        // Paint inside the frame's rounded corners.
        QPainterPath clip;
        clip.addRoundedRect(QRectF(1 - x(), 1, frame->width() - 2, height() - 2), kRadiusField - 1, kRadiusField - 1);
        painter.setRenderHint(QPainter::Antialiasing);
        QPainterPath area;
        area.addRect(QRectF(first ? 1 : 0, 1, width() - (first ? 1 : 0) - (last ? 1 : 0), height() - 2));
        const bool active = isEnabled() && !isChecked() && (underMouse() || isDown());
        if (isChecked() || active)
            painter.fillPath(area.intersected(clip), t[isChecked() ? Token::ATint
                                                       : isDown()  ? Token::Press
                                                                   : Token::Hover]);
        if (!last)
            painter.fillRect(QRectF(width() - 1, 1, 1, height() - 2), t[Token::Line2]);
        const Token ink = !isEnabled() ? Token::Disabled : isChecked() ? Token::Accent : Token::Ink2;
        drawText(&painter, rect(), text(), isChecked() ? Role::SmallStrong : Role::SmallMedium, t[ink],
                 Qt::AlignCenter);
        const bool focus = hasFocus() && Theme::instance().focusVisible();
        if (focus || (isChecked() && t.highContrast()))
            drawInnerFocus(&painter, QRectF(rect()).adjusted(1, 1, last ? -1 : -2, -1), t, kRadiusBox);
    }

private:
    const bool* m_small;
};

} // namespace

SegmentedControl::SegmentedControl(const QString& name, QWidget* parent)
    : QWidget(parent), m_group(new QButtonGroup(this)) {
    installAccessibility();
    setObjectName(QStringLiteral("segmentedControl"));
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_group->setExclusive(true);
    connect(m_group, &QButtonGroup::idClicked, this, &SegmentedControl::chosen);
    followTheme(this);
}

int SegmentedControl::addSegment(const QString& text, const QString& toolTip) {
    const int index = count();
    auto* segment = new Segment(text, &m_small, this);
    segment->setToolTip(toolTip);
    m_group->addButton(segment, index);
    layout()->addWidget(segment);
    return index;
}

int SegmentedControl::count() const {
    return static_cast<int>(m_group->buttons().size());
}

int SegmentedControl::currentIndex() const {
    return m_group->checkedId();
}

void SegmentedControl::setCurrentIndex(int index) {
    if (QAbstractButton* button = m_group->button(index)) {
        button->setChecked(true);
    } else if (QAbstractButton* checked = m_group->checkedButton()) {
        m_group->setExclusive(false);
        checked->setChecked(false);
        m_group->setExclusive(true);
    }
}

void SegmentedControl::setSegmentEnabled(int index, bool enabled) {
    if (QAbstractButton* button = m_group->button(index))
        button->setEnabled(enabled);
}

void SegmentedControl::setSmall(bool small) {
    m_small = small;
    for (QAbstractButton* button : m_group->buttons())
        button->updateGeometry();
}

QAbstractButton* SegmentedControl::segment(int index) const {
    return m_group->button(index);
}

void SegmentedControl::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintFrame(&painter, rect(), kRadiusField, tokens()[Token::Surface], tokens()[Token::Line2]);
}

} // namespace plumb::ui
