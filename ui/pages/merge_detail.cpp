// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/merge_detail.h"

#include "ui/pages/merge_kept.h"
#include "ui/pages/merge_panel.h"
#include "ui/pages/merge_value.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"
#include "ui/theme/style.h"
#include "ui/widgets/pane_parts.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/wrap_label.h"

#include <cmath>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

namespace plumb::ui {

/// Steps of a way with chevrons between them.
class Crumbs final : public QWidget {
public:
    Crumbs() {
        setObjectName(QStringLiteral("pathLabel"));
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        followTheme(this);
    }
    void setSteps(const QStringList& steps) {
        m_steps = steps;
        setAccessibleName(steps.join(QStringLiteral(", ")));
        update();
    }
    QSize sizeHint() const override { return {scaled(200), scaled(20)}; }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const QColor ink = tokens()[Token::Ink2];
        qreal x = 0;
        for (qsizetype i = 0; i < m_steps.size(); ++i) {
            if (i > 0) {
                paintIcon(&painter, {x + 6, 0, 12, height() * 1.0}, Icon::ChevronRight, 12, ink);
                x += 24;
            }
            if (width() - x < 30)
                return;
            x += drawText(&painter, {x, 0, width() - x, height() * 1.0}, m_steps[i], Role::Small, ink);
        }
    }

private:
    QStringList m_steps;
};

namespace {

constexpr int kBeforeLeft = 176, kBeforeLines = 4;

} // namespace

MergeDetail::MergeDetail(MergeDecisions* decisions, const QString& parted, QWidget* parent)
    : QWidget(parent), m_decisions(decisions) {
    setObjectName(QStringLiteral("mergeDetail"));
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(kPaddingMain, 20, kPaddingMain, 20);
    m_column->setSpacing(0);
    m_column->addWidget(buildHead());
    m_column->addSpacing(16);
    m_column->addWidget(new Hairline(Qt::Horizontal));
    m_column->addWidget(buildBefore(parted));
    m_column->addWidget(new Hairline(Qt::Horizontal));
    m_column->addSpacing(16);
    m_column->addWidget(buildPanels(), 13);
    m_column->addSpacing(16);
    m_both = new MergeBoth(QStringLiteral("3"));
    m_both->setObjectName(QStringLiteral("bothButton"));
    m_column->addWidget(m_both);
    m_column->addSpacing(20);
    m_column->addWidget(buildKept(), 10);
    m_rest = new QWidget;
    m_column->addWidget(m_rest, 1);
    const auto choose = [this](QAbstractButton* button, MergeDecisions::Choice choice) {
        connect(button, &QAbstractButton::clicked, this, [this, choice] { emit chosen(choice); });
    };
    choose(m_ours, MergeDecisions::Choice::Ours);
    choose(m_theirs, MergeDecisions::Choice::Theirs);
    choose(m_both, MergeDecisions::Choice::Both);
    connect(m_kept, &MergeKept::written, this, &MergeDetail::written);
    connect(m_kept, &MergeKept::left, this, &MergeDetail::left);
    connect(decisions, &MergeDecisions::changed, this, [this](int item) {
        if (item < 0 || item == m_item)
            refresh();
    });
    connect(&Theme::instance(), &Theme::changed, this, &MergeDetail::fit);
}

QWidget* MergeDetail::buildHead() {
    auto* head = new QWidget;
    auto* column = columnOf(head);
    auto* way = new QHBoxLayout;
    way->setSpacing(kGrid);
    m_path = new Crumbs;
    m_place = oneLine({}, Role::Small, Token::Ink2, Digits::Tabular);
    m_place->setObjectName(QStringLiteral("placeLabel"));
    way->addWidget(m_path, 1);
    way->addWidget(m_place);
    column->addLayout(way);
    column->addSpacing(5);
    m_title = new WrapLabel(QString(), Role::Title, Token::Ink);
    m_title->setObjectName(QStringLiteral("conflictTitleLabel"));
    m_title->setMaxLines(2);
    column->addWidget(m_title);
    m_sentence = new WrapLabel(QString(), Role::Body, Token::Ink2);
    m_sentence->setObjectName(QStringLiteral("conflictSentenceLabel"));
    column->addWidget(m_sentence);
    return head;
}

QWidget* MergeDetail::buildBefore(const QString& parted) {
    auto* part = new QWidget;
    auto* row = new QHBoxLayout(part);
    row->setContentsMargins(0, 11, 0, 11);
    row->setSpacing(0);
    auto* label = new QWidget;
    label->setFixedWidth(scaled(kBeforeLeft));
    auto* column = columnOf(label);
    column->addSpacing(2);
    column->addWidget(new WrapLabel(tr("Before you parted"), Role::Caption, Token::Ink3));
    if (!parted.isEmpty())
        column->addWidget(oneLine(parted, Role::Micro, Token::Ink3, Digits::Tabular));
    column->addStretch(1);
    m_before = new MergeValue(Role::Body, Token::Ink2, 20);
    m_beforeScroll = scrolled(m_before, QStringLiteral("beforeScroll"));
    row->addWidget(label);
    row->addWidget(m_beforeScroll, 1);
    return part;
}

QWidget* MergeDetail::buildPanels() {
    m_panels = new QWidget;
    auto* row = new QHBoxLayout(m_panels);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(20);
    m_ours = new MergePanel(tr("Yours"), QStringLiteral("1"), true);
    m_ours->setObjectName(QStringLiteral("oursButton"));
    m_theirs = new MergePanel(tr("Theirs"), QStringLiteral("2"), false);
    m_theirs->setObjectName(QStringLiteral("theirsButton"));
    row->addWidget(m_ours, 1);
    row->addWidget(m_theirs, 1);
    return m_panels;
}

QWidget* MergeDetail::buildKept() {
    m_keptPart = new QWidget;
    auto* column = columnOf(m_keptPart);
    auto* row = new QHBoxLayout;
    row->setSpacing(kGrid);
    row->addWidget(oneLine(tr("What will be kept"), Role::Caption, Token::Ink3));
    row->addStretch(1);
    m_keptNote = oneLine({}, Role::Micro, Token::Ink3);
    m_keptNote->setObjectName(QStringLiteral("keptNoteLabel"));
    row->addWidget(m_keptNote);
    column->addLayout(row);
    column->addSpacing(kGrid);
    m_kept = new MergeKept;
    column->addWidget(m_kept, 1);
    return m_keptPart;
}

QWidget* MergeDetail::firstChoice() const {
    return m_ours;
}

void MergeDetail::show(int item) {
    m_item = item;
    const MergeItem& at = m_decisions->items().at(static_cast<std::size_t>(item));
    m_path->setSteps(at.path);
    m_place->setText(tr("%1 of %2").arg(item + 1).arg(m_decisions->count()));
    m_title->setText(at.heading);
    m_sentence->setText(at.sentence);
    if (!at.known)
        m_before->setText(tr("There was nothing that both copies had."), {}, true);
    else if (at.before.isEmpty())
        m_before->setText(tr("Nothing was written here."), {}, true);
    else
        m_before->setText(at.before);
    m_beforeScroll->widget()->move(0, 0);
    // Where nothing stood before, the words of one side stand out against those of the other.
    const auto against = [&at](const MergeSide& other) {
        return !at.before.isEmpty() ? at.before : other.said ? QString() : other.value;
    };
    m_ours->show(at.ours, against(at.theirs), at.marked);
    m_theirs->show(at.theirs, against(at.ours), at.marked);
    m_both->setVisible(at.joinable);
    m_keptPart->setVisible(at.editable);
    m_kept->setOneLine(at.editable && at.oneLine);
    refresh();
    fit();
}

void MergeDetail::refresh() {
    const auto choice = m_decisions->choice(m_item);
    const bool edited = m_decisions->edited(m_item);
    m_ours->setChecked(choice == MergeDecisions::Choice::Ours && !edited);
    m_theirs->setChecked(choice == MergeDecisions::Choice::Theirs && !edited);
    m_both->setChecked(choice == MergeDecisions::Choice::Both && !edited);
    const bool open = choice == MergeDecisions::Choice::Open;
    m_kept->show(m_decisions->kept(m_item));
    m_kept->setEnabled(!open);
    m_kept->setPlaceholderText(open ? tr("Choose above, then edit it here") : tr("Nothing will stand here"));
    const QString fault = m_decisions->fault(m_item);
    m_kept->setProperty(kErrorProperty, !fault.isEmpty());
    m_kept->update();
    m_keptNote->setColor(fault.isEmpty() ? Token::Ink3 : Token::High);
    m_keptNote->setText(!fault.isEmpty() ? fault
                        : open           ? QString()
                        : edited         ? tr("Edited by you")
                                         : tr("You can still edit it"));
}

void MergeDetail::fit() {
    const bool compact = Theme::instance().compact();
    const int side = compact ? kPaddingMainSmall : kPaddingMain;
    m_column->setContentsMargins(side, compact ? 14 : 20, side, compact ? 14 : 20);
    const int room = width() - 2 * side - scaled(kBeforeLeft);
    const int lines = qMin(m_before->heightForWidth(qMax(80, room - 12)), scaled(20) * (compact ? 2 : kBeforeLines));
    m_beforeScroll->setFixedHeight(qMax(lines, scaled(34)));
    const MergeItem& at = m_decisions->items().at(static_cast<std::size_t>(m_item));
    // Texts take the room that is there; everything else is as high as it needs to be.
    const bool grows = at.joinable;
    const int wide = (width() - 2 * side - 20) / 2;
    const int whole = qMax(m_ours->wholeHeight(wide), m_theirs->wholeHeight(wide));
    m_panels->setMinimumHeight(scaled(grows ? 150 : 108));
    m_panels->setMaximumHeight(grows ? QWIDGETSIZE_MAX : qMax(scaled(108), whole));
    m_rest->setVisible(!grows);
    m_keptPart->setMaximumHeight(at.oneLine ? m_kept->maximumHeight() + scaled(16) + kGrid : QWIDGETSIZE_MAX);
    m_column->setStretchFactor(m_panels, compact ? 32 : 13); // both texts before what becomes of them
}

void MergeDetail::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fit();
}

} // namespace plumb::ui
