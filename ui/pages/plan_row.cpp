// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/plan_row.h"

#include "ui/theme/focus_ring.h"
#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"
#include "ui/widgets/wrap_label.h"

#include <algorithm>

#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace plumb::ui {

namespace {

constexpr int kSign = 16, kIndent = 28, kPadding = 8;

} // namespace

PlanRow::PlanRow(QWidget* parent)
    : QAbstractButton(parent)
    , m_title(new WrapLabel(QString(), Role::BodyMedium))
    , m_sentence(new WrapLabel(QString(), Role::Small, Token::Ink2)) {
    setObjectName(QStringLiteral("planRowButton"));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    paintsOwnFocus(this);
    m_title->setMaxLines(2);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kPaddingSide + kIndent, kPadding, kPaddingSide, kPadding);
    column->setSpacing(0);
    for (WrapLabel* label : {m_title, m_sentence}) {
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
        column->addWidget(label);
    }
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void PlanRow::setContent(const PlanRowText& text) {
    m_text = text;
    m_title->setText(text.title);
    m_sentence->setText(text.sentence);
    m_sentence->setVisible(!text.sentence.isEmpty());
    const QString mark = text.icon ? QString() : markWord(text.mark) + QStringLiteral(": ");
    setAccessibleName(mark + text.title);
    setAccessibleDescription(text.sentence);
    update();
}

void PlanRow::setChosen(bool chosen) {
    m_chosen = chosen;
    update();
}

void PlanRow::paintEvent(QPaintEvent*) {
    const Tokens& t = tokens();
    QPainter painter(this);
    drawRowBackground(&painter, rect(), underMouse(), m_chosen, hasFocus(), t);
    drawHairline(&painter, QRectF(kPaddingSide, 0, width() - 2 * kPaddingSide, 1), t[Token::Line]);
    const QRectF sign(kPaddingSide, kPadding + (lineHeight(Role::BodyMedium) - kSign) / 2.0, kSign, kSign);
    if (m_text.icon)
        paintIcon(&painter, sign, *m_text.icon, kSign, t[m_text.warning ? Token::High : Token::Ink2]);
    else
        riskMark(&painter, sign, m_text.mark, t);
    if (hasFocus() && Theme::instance().focusVisible())
        drawInnerFocus(&painter, rect(), t);
}

void PlanRow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

PlanRows::PlanRows(QWidget* parent) : QWidget(parent), m_column(new QVBoxLayout(this)) {
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
}

void PlanRows::show(const std::vector<PlanRowText>& rows) {
    while (m_rows.size() < rows.size()) {
        auto* row = new PlanRow;
        row->installEventFilter(this);
        connect(row, &QAbstractButton::clicked, this, [this, row] { emit chosen(row->content().key); });
        m_column->addWidget(row);
        m_rows.push_back(row);
    }
    m_shown = rows.size();
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (i < rows.size() && m_rows[i]->content() != rows[i])
            m_rows[i]->setContent(rows[i]);
        m_rows[i]->setVisible(i < rows.size());
    }
    setCurrent(m_current);
}

void PlanRows::setCurrent(const QString& key) {
    m_current = key;
    for (std::size_t i = 0; i < m_shown; ++i)
        m_rows[i]->setChosen(!key.isEmpty() && m_rows[i]->content().key == key);
}

std::vector<PlanRow*> PlanRows::rows() const {
    return {m_rows.begin(), m_rows.begin() + static_cast<std::ptrdiff_t>(m_shown)};
}

bool PlanRows::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const auto here = std::find(m_rows.begin(), m_rows.end(), watched);
        if (here != m_rows.end() && (key == Qt::Key_Up || key == Qt::Key_Down)) {
            const auto index = (here - m_rows.begin()) + (key == Qt::Key_Down ? 1 : -1);
            if (index >= 0 && index < static_cast<std::ptrdiff_t>(m_shown))
                m_rows[static_cast<std::size_t>(index)]->setFocus(Qt::TabFocusReason);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace plumb::ui
