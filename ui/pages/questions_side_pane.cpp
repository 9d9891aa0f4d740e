// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/questions_side_pane.h"

#include "ui/bridge/action_table.h"
#include "ui/bridge/session_bridge.h"
#include "ui/pages/questions_evidence_row.h"
#include "ui/pages/questions_lists.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/wrap_label.h"

#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

namespace plumb::ui {

namespace {

/// The opening question behind its accent line.
class QuoteBar final : public QWidget {
public:
    explicit QuoteBar(QWidget* parent = nullptr) : QWidget(parent) {}

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.fillRect(0, 0, 2, height(), tokens()[Token::Accent]);
    }
};

WrapLabel* caption(const QString& text, QWidget* parent) {
    return new WrapLabel(text, Role::Caption, Token::Ink2, parent);
}

QString quoted(const QString& text) {
    if (text.isEmpty() || text.startsWith(QChar(0x201C)))
        return text;
    return QChar(0x201C) + text + QChar(0x201D);
}

} // namespace

QuestionsSidePane::QuestionsSidePane(ActionTable* actions, QWidget* parent) : QScrollArea(parent) {
    setObjectName(QStringLiteral("facilitatorPane"));
    setAccessibleName(tr("Facilitator pane"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidgetResizable(true);
    auto* body = new Pane(Token::Sunken);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildCard(column);
    buildEvidence(column, actions);
    buildFailure(column);
    buildMeasures(column);
    buildSince(column);
    column->addStretch(1);
    setWidget(body);
    connect(&Theme::instance(), &Theme::changed, this, &QuestionsSidePane::applyMetrics);
    applyMetrics();
}

void QuestionsSidePane::applyMetrics() {
    fitToWidth();
}

QBoxLayout* QuestionsSidePane::addSection(QBoxLayout* column, QWidget** section) {
    auto* whole = new QWidget;
    auto* stack = new QVBoxLayout(whole);
    stack->setContentsMargins(0, 0, 0, 0);
    stack->setSpacing(0);
    if (!m_sections.empty())
        stack->addWidget(new Hairline(Qt::Horizontal));
    auto* layout = new QVBoxLayout;
    layout->setSpacing(0);
    stack->addLayout(layout);
    column->addWidget(whole);
    m_sections.push_back(layout);
    if (section != nullptr)
        *section = whole;
    return layout;
}

BulletList* QuestionsSidePane::addBullets(QBoxLayout* section, const QString& text, WrapLabel** label) {
    section->addSpacing(scaled(12));
    *label = caption(text, widget());
    section->addWidget(*label);
    section->addSpacing(scaled(2));
    auto* list = new BulletList;
    list->setAccessibleName(text);
    section->addWidget(list);
    return list;
}

void QuestionsSidePane::buildCard(QBoxLayout* column) {
    QBoxLayout* section = addSection(column);
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(new WrapLabel(tr("Facilitator card"), Role::BodyStrong, Token::Ink), 1);
    m_badge = new Badge(tr("Never on the projector"), BadgeLook::Frame);
    m_badge->setIcon(Icon::EyeOff);
    head->addWidget(m_badge);
    section->addLayout(head);
    section->addSpacing(scaled(7));

    m_quote = new QuoteBar;
    auto* quote = new QHBoxLayout(m_quote);
    quote->setContentsMargins(14, 0, 0, 0);
    m_opening = new WrapLabel(QString(), Role::Quote, Token::Ink);
    m_opening->setObjectName(QStringLiteral("openingLabel"));
    quote->addWidget(m_opening);
    section->addWidget(m_quote);
    m_about = new WrapLabel(QString(), Role::Body, Token::Ink2);
    section->addWidget(m_about);

    m_probes = addBullets(section, tr("Probes"), &m_probesCaption);
    m_flags = addBullets(section, tr("Red flags"), &m_flagsCaption);
    section->addSpacing(scaled(12));
    m_goodCaption = caption(tr("What good looks like"), widget());
    section->addWidget(m_goodCaption);
    section->addSpacing(scaled(2));
    m_good = new WrapLabel(QString(), Role::Small, Token::Ink2);
    section->addWidget(m_good);
}

void QuestionsSidePane::buildEvidence(QBoxLayout* column, ActionTable* actions) {
    QBoxLayout* section = addSection(column);
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    auto* title = new WrapLabel(tr("Evidence"), Role::BodyStrong, Token::Ink);
    title->setMaxLines(1);
    head->addWidget(title);
    m_count = new Badge(QStringLiteral("0"), BadgeLook::Canvas);
    head->addWidget(m_count);
    head->addStretch(1);
    auto* add = new Button(tr("Add"), ButtonLook::Link);
    add->setObjectName(QStringLiteral("addEvidenceButton"));
    add->setAccessibleName(tr("Add evidence"));
    add->setLeadingIcon(Icon::Plus);
    add->setButtonSize(Button::Size::Small);
    add->setToolTip(actions->tooltip(u"questions.evidence"));
    connect(add, &QAbstractButton::clicked, this, &QuestionsSidePane::addEvidenceRequested);
    head->addWidget(add);
    section->addLayout(head);
    section->addSpacing(4);
    m_noEvidence =
        new WrapLabel(tr("Nothing attached yet. Drop a file here, paste, or press the key."), Role::Small, Token::Ink3);
    m_noEvidence->setRich({plain(tr("Drop or paste a file, an image or a link, or press ")),
                           keyRun(actions->keyCaps(u"questions.evidence").join(QLatin1Char('+'))), plain(tr("."))});
    section->addWidget(m_noEvidence);
    m_rowsLayout = new QVBoxLayout;
    m_rowsLayout->setSpacing(0);
    section->addLayout(m_rowsLayout);
    m_ask = addBullets(section, tr("Ask to see"), &m_askCaption);
}

void QuestionsSidePane::buildFailure(QBoxLayout* column) {
    QBoxLayout* section = addSection(column, &m_failureSection);
    m_failureTitle = new WrapLabel(QString(), Role::BodyStrong, Token::Ink);
    section->addWidget(m_failureTitle);
    section->addSpacing(4);
    m_failure = new WrapLabel(QString(), Role::Small, Token::Ink2);
    m_failure->setObjectName(QStringLiteral("failureLabel"));
    section->addWidget(m_failure);
    m_story = new WrapLabel(QString(), Role::Small, Token::Ink2);
    m_story->setObjectName(QStringLiteral("storyLabel"));
    section->addSpacing(scaled(6));
    section->addWidget(m_story);
}

void QuestionsSidePane::buildMeasures(QBoxLayout* column) {
    QBoxLayout* section = addSection(column, &m_measuresSection);
    section->addWidget(new WrapLabel(tr("Cost measures behind this question"), Role::BodyStrong, Token::Ink));
    section->addSpacing(4);
    m_measures = new NameList;
    m_measures->setAccessibleName(tr("Cost measures behind this question"));
    section->addWidget(m_measures);
}

void QuestionsSidePane::buildSince(QBoxLayout* column) {
    QBoxLayout* section = addSection(column, &m_sinceSection);
    section->addWidget(new WrapLabel(tr("Since the last review"), Role::BodyStrong, Token::Ink));
    section->addSpacing(4);
    m_sinceStates = new WrapLabel(QString(), Role::Small, Token::Ink2);
    m_sinceStates->setObjectName(QStringLiteral("sinceLabel"));
    section->addWidget(m_sinceStates);
    m_sinceNote = new WrapLabel(QString(), Role::Small, Token::Ink2);
    m_sinceNote->setObjectName(QStringLiteral("sinceNoteLabel"));
    section->addWidget(m_sinceNote);
    m_sinceSection->hide();
}

void QuestionsSidePane::setSince(const std::optional<SinceData>& since) {
    if (since == m_since)
        return;
    m_since = since;
    m_sinceSection->setVisible(since.has_value());
    if (!since)
        return;
    RichText text{plain(since->review), plain(QStringLiteral(":  "))};
    const auto mark = [&text](MarkKind kind) {
        text << markRun(kind) << plain(QStringLiteral(" ") + markWord(kind), markInk(kind));
    };
    if (!since->asked) {
        text << plain(tr("not asked then"));
    } else {
        mark(since->then);
        if (since->then == since->now) {
            text << plain(tr(", the same now"));
        } else {
            text << plain(QStringLiteral("  ")) << iconRun(Icon::ArrowRight, Token::Ink3)
                 << plain(QStringLiteral("  "));
            mark(since->now);
        }
    }
    m_sinceStates->setRich(text);
    m_sinceNote->setText(tr("Note then: %1").arg(quoted(since->noteThen)));
    m_sinceNote->setVisible(!since->noteThen.isEmpty());
}

void QuestionsSidePane::setCard(const FacilitatorData& card) {
    const bool first = m_opening->text().isEmpty() && m_about->text().isEmpty();
    if (card == m_card && !first)
        return;
    m_card = card;
    const auto show = [](QWidget* label, QWidget* body, bool on) {
        label->setVisible(on);
        body->setVisible(on);
    };
    m_opening->setText(quoted(card.opening));
    m_quote->setVisible(!card.opening.isEmpty());
    m_about->setText(!card.about.isEmpty() ? card.about : tr("This questionnaire brings no card for the facilitator."));
    m_about->setVisible(card.emptyCard());
    m_probes->setItems(card.probes);
    show(m_probesCaption, m_probes, !card.probes.isEmpty());
    m_flags->setItems(card.redFlags);
    show(m_flagsCaption, m_flags, !card.redFlags.isEmpty());
    m_good->setText(card.good);
    show(m_goodCaption, m_good, !card.good.isEmpty());
    m_ask->setItems(card.evidenceToAsk);
    show(m_askCaption, m_ask, !card.evidenceToAsk.isEmpty());
    m_failureTitle->setText(tr("%1: how AI fails here").arg(card.pillar));
    m_failure->setText(card.failure);
    m_story->setText(card.story);
    m_story->setVisible(!card.story.isEmpty());
    m_failureSection->setVisible(!card.failure.isEmpty());
    m_measures->setItems(card.measures, card.measureMoney);
    m_measuresSection->setVisible(!card.measures.isEmpty());
}

EvidenceRow* QuestionsSidePane::makeRow() {
    auto* row = new EvidenceRow;
    m_rowsLayout->addWidget(row);
    connect(row, &QAbstractButton::clicked, this, [this, row] { emit openEvidence(q(row->evidence().id)); });
    connect(row, &EvidenceRow::removeRequested, this, [this, row] { emit removeEvidence(q(row->evidence().id)); });
    connect(row, &EvidenceRow::renameRequested, this, [this, row] { emit renameEvidence(q(row->evidence().id)); });
    connect(row, &EvidenceRow::menuRequested, this, [this, row](const QPoint& at) { showMenu(row, at); });
    return row;
}

void QuestionsSidePane::setEvidence(const std::vector<EvidenceData>& evidence) {
    m_evidence = evidence;
    while (m_rows.size() < evidence.size())
        m_rows.push_back(makeRow());
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (i < evidence.size()) {
            m_rows[i]->setEvidence(evidence[i]);
            m_rows[i]->setFirst(i == 0);
        }
        m_rows[i]->setVisible(i < evidence.size());
    }
    m_count->setText(QString::number(evidence.size()));
    m_count->setVisible(!evidence.empty());
    m_noEvidence->setVisible(evidence.empty());
}

void QuestionsSidePane::showMenu(EvidenceRow* row, const QPoint& at) {
    const QString id = q(row->evidence().id);
    auto* menu = new QMenu(row);
    menu->setObjectName(QStringLiteral("evidenceMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(icon(Icon::External), tr("Open…")), &QAction::triggered, this,
            [this, id] { emit openEvidence(id); });
    connect(menu->addAction(icon(Icon::Pencil), tr("Rename…")), &QAction::triggered, this,
            [this, id] { emit renameEvidence(id); });
    menu->addSeparator();
    for (const review::Basis strength : {review::Basis::Said, review::Basis::Shown, review::Basis::Verified}) {
        QAction* action = menu->addAction(basisWord(strength));
        action->setCheckable(true);
        action->setChecked(row->evidence().strength == strength);
        connect(action, &QAction::triggered, this, [this, id, strength] { emit strengthChosen(id, strength); });
    }
    menu->addSeparator();
    connect(menu->addAction(icon(Icon::Trash), tr("Remove")), &QAction::triggered, this,
            [this, id] { emit removeEvidence(id); });
    menu->popup(at);
}

void QuestionsSidePane::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    fitToWidth();
}

void QuestionsSidePane::fitToWidth() {
    const bool compact = Theme::instance().compact();
    const int side = compact ? 16 : kPaddingSide, above = compact ? 13 : 16;
    // A scroll bar stands in the padding, so that lines do not break anew when it comes.
    const int right = qMax(6, side - qMax(0, width() - viewport()->width()));
    for (QBoxLayout* section : m_sections)
        section->setContentsMargins(side, above, right, above);
    const bool narrow = width() > 0 && width() < scaled(330);
    m_badge->setText(narrow ? tr("Private") : tr("Never on the projector"));
    m_badge->setToolTip(tr("Never on the projector and never in a report"));
}

} // namespace plumb::ui
