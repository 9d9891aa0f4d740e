// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare_detail.h"

#include "ui/models/compare_words.h"
#include "ui/models/finding_text.h"
#include "ui/models/question_card_data.h"
#include "ui/pages/compare_feed.h"
#include "ui/pages/compare_list_view.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/pane_parts.h"

#include <algorithm>
#include <QHBoxLayout>
#include <QScrollBar>

namespace plumb::ui {

namespace {

using review::ChoiceStatus;

QString q8(const std::string& text) {
    return QString::fromStdString(text);
}

QString statusOf(const review::ChoiceAnswer& answer) {
    switch (answer.status) {
    case ChoiceStatus::Selected:
        return CompareDetail::tr("in place");
    case ChoiceStatus::NotApplicable:
        return CompareDetail::tr("not applicable");
    case ChoiceStatus::Unselected:
        break;
    }
    return CompareDetail::tr("not in place");
}

QString peopleOf(const review::Review& review, const review::Answer& answer) {
    QStringList names;
    for (const std::string& id : answer.people)
        for (const review::Participant& person : review.participants)
            if (person.id == id)
                names << q8(person.name);
    return names.isEmpty() ? CompareDetail::tr("nobody") : names.join(QStringLiteral(", "));
}

QString evidenceOf(const review::Review& review, const QuestionKey& key) {
    QStringList titles;
    for (const review::Evidence& evidence : review.evidence)
        if (std::ranges::any_of(evidence.links, [&](const review::EvidenceLink& link) { return link.question == key; }))
            titles << q8(evidence.title.empty() ? evidence.fileName : evidence.title);
    return titles.isEmpty() ? CompareDetail::tr("none") : titles.join(QStringLiteral(", "));
}

QString basisOf(const review::Answer& answer) {
    return answer.basis == review::Basis::Unset ? CompareDetail::tr("not said") : basisWord(answer.basis);
}

const score::Finding* findingIn(const compare::State& state, const std::string& key) {
    const auto found = std::ranges::find(state.findings, key, &score::Finding::key);
    return found == state.findings.end() ? nullptr : &*found;
}

} // namespace

CompareDetail::CompareDetail(QWidget* parent) : QScrollArea(parent) {
    setObjectName(QStringLiteral("compareDetail"));
    setAccessibleName(tr("What changed"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
    build();
    connect(&Theme::instance(), &Theme::changed, this, &CompareDetail::applyMetrics);
    applyMetrics();
    clear();
}

void CompareDetail::build() {
    m_body = new QWidget;
    m_column = new QVBoxLayout(m_body);
    m_column->setSpacing(0);
    m_hint = new WrapLabel(tr("Choose a row to see what changed in it."), Role::Body, Token::Ink2);
    m_column->addWidget(m_hint);
    m_card = new QWidget;
    auto* card = columnOf(m_card);
    auto* head = new QHBoxLayout;
    head->setSpacing(kGrid);
    m_title = new WrapLabel(QString(), Role::BodyStrong);
    m_title->setObjectName(QStringLiteral("detailTitleLabel"));
    head->addWidget(m_title, 1);
    m_close = new Button(Icon::Close, tr("Close the details"));
    m_close->setObjectName(QStringLiteral("closeDetailButton"));
    m_close->setButtonSize(Button::Size::Small);
    m_close->setKey(QStringLiteral("Esc"));
    connect(m_close, &QAbstractButton::clicked, this, &CompareDetail::closed);
    head->addWidget(m_close, 0, Qt::AlignTop);
    card->addLayout(head);
    m_where = new WrapLabel(QString(), Role::Small, Token::Ink2);
    card->addWidget(m_where);
    card->addSpacing(scaled(8));
    m_sides = new WrapLabel(QString(), Role::Body);
    m_sides->setObjectName(QStringLiteral("detailSidesLabel"));
    card->addWidget(m_sides);
    m_means = new WrapLabel(QString(), Role::Small, Token::Ink2);
    card->addWidget(m_means);
    card->addSpacing(scaled(8));
    m_open = new Button(QString(), ButtonLook::Plain);
    m_open->setObjectName(QStringLiteral("openChangedButton"));
    m_open->setButtonSize(Button::Size::Small);
    m_open->setTrailingIcon(Icon::ArrowRight);
    connect(m_open, &QAbstractButton::clicked, this, [this] {
        if (m_row)
            emit openWanted(CompareRow(*m_row));
    });
    card->addWidget(m_open, 0, Qt::AlignLeft);
    m_facts = new QVBoxLayout;
    m_facts->setSpacing(0);
    card->addLayout(m_facts);
    m_column->addWidget(m_card);
    m_column->addStretch(1);
    setWidget(m_body);
}

void CompareDetail::setClosable(bool closable) {
    m_closable = closable;
    m_close->setVisible(closable);
}

void CompareDetail::clear() {
    m_row.reset();
    m_shown.reset();
    m_card->hide();
    m_hint->show();
}

void CompareDetail::show(const CompareRow& row, const std::shared_ptr<const CompareShown>& shown) {
    const bool other = !m_row || m_row->question != row.question || m_row->key != row.key;
    if (!other && *m_row == row && m_shown == shown)
        return;
    m_row = row;
    m_shown = shown;
    m_hint->hide();
    m_card->show();
    m_title->setText(row.title);
    m_where->setText(row.where);
    const auto side = [](RichText& text, const std::optional<MarkKind>& mark) {
        if (mark)
            text << markRun(*mark) << plain(QStringLiteral(" ") + markWord(*mark), markInk(*mark));
        else
            text << plain(tr("not there"), Token::Ink3);
    };
    RichText sides;
    side(sides, row.from);
    sides << plain(QStringLiteral("   ")) << iconRun(Icon::ArrowRight, Token::Ink3) << plain(QStringLiteral("   "));
    side(sides, row.to);
    while (QLayoutItem* item = m_facts->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (row.finding) {
        m_open->setText(tr("Open the finding"));
        fillFinding(shown->comparison.findings[row.place], *shown);
    } else {
        const compare::QuestionChange& change = shown->comparison.questions[row.place];
        if (const QString points = pointsWords(change.points); !points.isEmpty())
            sides << plain(QStringLiteral("      ")) << strong(points);
        m_open->setText(tr("Open the question"));
        fillQuestion(change, *shown);
    }
    m_sides->setRich(sides);
    m_open->setEnabled(row.to.has_value());
    m_open->setToolTip(row.to ? QString() : tr("It is not in the review any more"));
    if (other)
        verticalScrollBar()->setValue(0);
}

void CompareDetail::addCaption(const QString& words) {
    m_facts->addSpacing(scaled(12));
    m_facts->addWidget(new WrapLabel(words, Role::Caption, Token::Ink2));
}

void CompareDetail::addLine(const QString& words, bool second) {
    m_facts->addWidget(new WrapLabel(words, second ? Role::Small : Role::Body, second ? Token::Ink2 : Token::Ink));
}

void CompareDetail::addChange(const QString& caption, const QString& before, const QString& after) {
    addCaption(caption);
    auto* line = new WrapLabel(QString(), Role::Body);
    line->setRich({plain(before, Token::Ink2), plain(QStringLiteral("  ")), iconRun(Icon::ArrowRight, Token::Ink3),
                   plain(QStringLiteral("  ")), plain(after)});
    m_facts->addWidget(line);
}

void CompareDetail::fillChoices(const compare::QuestionChange& change) {
    if (change.choices.empty())
        return;
    addCaption(tr("Choices that changed"));
    for (const compare::ChoiceChange& choice : change.choices) {
        addLine(q8(choice.title));
        QString moved = choice.isNew     ? tr("new choice, %1").arg(statusOf(choice.after))
                        : choice.retired ? tr("not asked any more, was %1").arg(statusOf(choice.before))
                        : choice.before.status != choice.after.status
                            ? tr("was %1, %2 now").arg(statusOf(choice.before), statusOf(choice.after))
                            : tr("%1, as before").arg(statusOf(choice.after));
        addLine(moved, true);
        if (choice.before.note != choice.after.note)
            addLine(tr("Note: “%1”, was “%2”").arg(q8(choice.after.note), q8(choice.before.note)), true);
        m_facts->addSpacing(scaled(4));
    }
}

void CompareDetail::fillPeople(const compare::QuestionChange& change, const CompareShown& shown) {
    const review::Review &before = shown.before->review, &after = shown.after->review;
    const review::Answer &old = before.answer(change.key), &now = after.answer(change.key);
    if (change.basisChanged)
        addChange(tr("Basis"), basisOf(old), basisOf(now));
    if (change.peopleChanged)
        addChange(tr("Who answered"), peopleOf(before, old), peopleOf(after, now));
    if (change.evidenceChanged)
        addChange(tr("Evidence"), evidenceOf(before, change.key), evidenceOf(after, change.key));
    if (change.otherChanged) {
        addCaption(tr("Also"));
        addLine(tr("The reason, a private note or a mark for later is another one."), true);
    }
}

void CompareDetail::fillQuestion(const compare::QuestionChange& change, const CompareShown& shown) {
    m_means->setText(changeSentence(change.change));
    if (change.lensChanged && change.change != compare::Change::Reworded) {
        m_facts->addSpacing(scaled(6));
        addLine(tr("The questionnaire's texts, choices or rules for it are others, too: the risk may have moved by "
                   "that."),
                true);
    }
    fillChoices(change);
    if (change.noteChanged) {
        addCaption(tr("Note before"));
        addLine(change.noteBefore.empty() ? tr("none") : q8(change.noteBefore), change.noteBefore.empty());
        addCaption(tr("Note now"));
        addLine(change.noteAfter.empty() ? tr("none") : q8(change.noteAfter), change.noteAfter.empty());
    }
    fillPeople(change, shown);
}

void CompareDetail::fillFinding(const compare::FindingChange& change, const CompareShown& shown) {
    m_means->setText(change.questionGone
                         ? tr("Its question is not asked or not answered any more. That does not mend it.")
                         : moveWord(change));
    const score::Finding *old = findingIn(*shown.before, change.key), *now = findingIn(*shown.after, change.key);
    if (change.ratingBefore != change.ratingAfter && change.ratingBefore > 0 && change.ratingAfter > 0)
        addChange(tr("Rating"), QString::number(change.ratingBefore), QString::number(change.ratingAfter));
    else if (const int rating = std::max(change.ratingBefore, change.ratingAfter); rating > 0) {
        addCaption(tr("Rating"));
        addLine(QString::number(rating));
    }
    if (old != nullptr && now != nullptr && old->status != now->status)
        addChange(tr("Status"), statusWord(old->status), statusWord(now->status));
    const auto owner = [](const score::Finding* finding) {
        return finding == nullptr || finding->owner.empty() ? tr("nobody") : q8(finding->owner);
    };
    if (old != nullptr && now != nullptr && old->owner != now->owner) {
        addChange(tr("Owner"), owner(old), owner(now));
    } else {
        addCaption(tr("Owner"));
        addLine(owner(now != nullptr ? now : old));
    }
    if (now != nullptr && !now->reason.empty()) {
        addCaption(tr("Reason"));
        addLine(q8(now->reason));
    }
}

QString CompareDetail::text() const {
    QStringList lines;
    for (const WrapLabel* label : m_card->findChildren<WrapLabel*>())
        if (!label->text().isEmpty())
            lines << label->text();
    return lines.join(QLatin1Char('\n'));
}

void CompareDetail::applyMetrics() {
    const int side = CompareDelegate::side();
    m_column->setContentsMargins(side, scaled(14), side, scaled(14));
    // Like the sheet around it, in every scheme.
    QPalette ground = palette();
    ground.setColor(QPalette::Window, tokens()[Token::Surface]);
    m_body->setPalette(ground);
    m_body->setAutoFillBackground(true);
}

} // namespace plumb::ui
