// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See gallery.h. States that need a pointer or a focus are painted through small frozen widgets.
#include "gallery.h"

#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"
#include "ui/theme/style.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/choice_row.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/field.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/people.h"
#include "ui/widgets/progress.h"
#include "ui/widgets/risk_panel.h"
#include "ui/widgets/score_cell.h"
#include "ui/widgets/score_scale.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/switch.h"
#include "ui/widgets/undo_bar.h"
#include "ui/widgets/wrap_label.h"

#include <functional>

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QRadioButton>
#include <QScrollBar>
#include <QSlider>
#include <QSpinBox>
#include <QTabBar>
#include <QVBoxLayout>

namespace plumb::ui {
namespace {

QString s(const char* text) {
    return QString::fromUtf8(text);
}

/// A widget that paints what it is told.
class Drawn final : public QWidget {
public:
    Drawn(QSize size, std::function<void(QPainter*, QRectF)> paint, QWidget* parent = nullptr)
        : QWidget(parent), m_paint(std::move(paint)) {
        setFixedSize(size);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        m_paint(&painter, rect());
    }

private:
    std::function<void(QPainter*, QRectF)> m_paint;
};

QHBoxLayout* row(std::initializer_list<QWidget*> widgets, int spacing = 8) {
    auto* box = new QHBoxLayout;
    box->setSpacing(spacing);
    for (QWidget* widget : widgets)
        box->addWidget(widget, 0, Qt::AlignVCenter);
    box->addStretch(1);
    return box;
}

WrapLabel* label(const char* text, Role role = Role::Micro, Token color = Token::Ink3) {
    return new WrapLabel(s(text), role, color);
}

} // namespace

Gallery::Gallery(QWidget* parent) : QWidget(parent) {
    auto* sheet = new QHBoxLayout(this);
    sheet->setContentsMargins(36, 24, 36, 24);
    sheet->setSpacing(48);
    QVBoxLayout* left = column(400);
    marks(left);
    scales(left);
    choices(left);
    cells(left);
    left->addStretch(1);
    QVBoxLayout* middle = column(424);
    buttons(middle);
    fields(middle);
    choosing(middle);
    chips(middle);
    menu(middle);
    swatches(middle);
    middle->addStretch(1);
    QVBoxLayout* right = column(448);
    dialog(right);
    bars(right);
    empty(right);
    right->addStretch(1);
    QVBoxLayout* last = column(652);
    card(last);
    last->addStretch(1);
}

void Gallery::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), tokens()[Token::Surface]);
}

QVBoxLayout* Gallery::column(int width) {
    auto* holder = new QWidget(this);
    holder->setFixedWidth(scaled(width));
    auto* box = new QVBoxLayout(holder);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(8);
    static_cast<QHBoxLayout*>(layout())->addWidget(holder);
    return box;
}

void Gallery::section(QVBoxLayout* column, const QString& title) {
    if (column->count() > 0)
        column->addSpacing(12);
    column->addWidget(new WrapLabel(title, Role::BodyStrong));
    column->addWidget(new Hairline(Qt::Horizontal, nullptr, Token::Line2));
    column->addSpacing(2);
}

void Gallery::marks(QVBoxLayout* column) {
    section(column, s("Risk marks, 14, 16, 18 and 28 px"));
    for (const MarkKind kind : {MarkKind::High, MarkKind::Medium, MarkKind::None, MarkKind::Unanswered,
                                MarkKind::NotApplicable, MarkKind::Accepted, MarkKind::Unmatched}) {
        column->addLayout(row({new RiskMark(kind, 14), new RiskMark(kind, 16), new RiskMark(kind, 18),
                               new RiskMark(kind, 28), new RiskMark(kind, 18, true)},
                              16));
        column->addSpacing(-4);
    }
}

void Gallery::scales(QVBoxLayout* column) {
    section(column, s("Score scale"));
    auto* scale = new ScoreScale;
    scale->setView({69, 54, 76, 57, 48});
    column->addWidget(scale);
    column->addWidget(label("Bob: score. Hatch: range. Ring: verified score. Dots: last review."));
    auto* one = new ScoreScale(nullptr, true);
    one->setView({69, 54, 76, {}, {}});
    auto* two = new ScoreScale(nullptr, true);
    two->setView({{}, 31, 93, {}, {}});
    auto* three = new ScoreScale(nullptr, true);
    three->setView({100, {}, {}, {}, {}});
    column->addLayout(row({one, two, three}, 12));
}

void Gallery::choices(QVBoxLayout* column) {
    section(column, s("Choice row"));
    auto* box = new QVBoxLayout;
    box->setSpacing(0);
    const auto add = [&](const char* weight, bool on) {
        auto* choice = new ChoiceRow(s("A token ceiling is enforced"));
        choice->setKey(s("2"));
        choice->setWeight(s(weight));
        choice->setChecked(on);
        box->addWidget(choice);
        return choice;
    };
    add("rest", false);
    add("hover", false)->setObjectName(s("hoverRow"));
    add("chosen", true);
    add("focus", true)->setObjectName(s("focusRow"));
    add("", false)->setNotApplicable(s("out of scope"));
    auto* lines = add("two lines", false);
    lines->setText(s("A task that reaches its limit goes to a person with its context, and the person knows"));
    column->addLayout(box);
}

void Gallery::cells(QVBoxLayout* column) {
    section(column, s("Score cells"));
    const auto cell = [](const ScoreCell& view, CellLook look = {}) {
        return new Drawn(scoreCellSize(look.compact).toSize(), [view, look](QPainter* painter, QRectF box) {
            paintScoreCell(painter, box, view, look, tokens());
        });
    };
    using Kind = ScoreCell::Kind;
    column->addLayout(row({cell({Kind::Scored, 78, 54, 85, 0.7, MarkKind::High, 1, {}}),
                           cell({Kind::Scored, 38, 30, 50, 0.82, MarkKind::High, 2, {}}),
                           cell({Kind::Scored, 100, 50, 100, 0.5, MarkKind::None, 0, {}}, {false, false, true}),
                           cell({Kind::NotAsked, 0, {}, {}, 0, MarkKind::Unanswered, 0, {}})},
                          kCellGap));
    column->addLayout(row({cell({Kind::Scored, 0, {}, {}, 1, MarkKind::High, 1, {}}),
                           cell({Kind::Scored, 83, 67, 83, 0.85, MarkKind::Medium, 2, {}}, {false, true, false}),
                           cell({Kind::Absent, 0, {}, {}, 0, MarkKind::None, 0, {}}),
                           cell({Kind::Scored, 75, 30, 90, 0.4, MarkKind::Medium, 1, {}}, {true, false, false})},
                          kCellGap));
}

void Gallery::buttons(QVBoxLayout* column) {
    section(column, s("Buttons"));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(10);
    const char* const heads[] = {"rest", "hover", "pressed", "focus", "disabled"};
    for (int c = 0; c < 5; ++c)
        grid->addWidget(label(heads[c]), 0, c);
    const std::pair<const char*, ButtonLook> looks[] = {
        {"Next", ButtonLook::Filled}, {"Open", ButtonLook::Plain}, {"Later", ButtonLook::Ghost}};
    for (int r = 0; r < 3; ++r) {
        for (int c = 0; c < 5; ++c) {
            auto* button = new Button(s(looks[r].first), looks[r].second);
            button->setEnabled(c != 4);
            button->setDown(c == 2);
            if (c == 3 && r == 0)
                button->setObjectName(s("focusButton"));
            if (c == 1)
                button->setObjectName(s("hoverButton"));
            grid->addWidget(button, r + 1, c, Qt::AlignLeft);
        }
    }
    grid->setColumnStretch(5, 1);
    column->addLayout(grid);
    auto* start = new Button(s("New review"), ButtonLook::Filled);
    start->setLeadingIcon(Icon::Plus);
    start->setKey(s("Ctrl+N"));
    start->setButtonSize(Button::Size::Large);
    auto* next = new Button(s("Next"), ButtonLook::Filled);
    next->setLeadingIcon(Icon::ArrowDown);
    next->setKey(s("J"));
    auto* shot = new Button(s("Snapshot"));
    shot->setLeadingIcon(Icon::Snapshot);
    auto* add = new Button(s("Add"), ButtonLook::Link);
    add->setLeadingIcon(Icon::Plus);
    column->addLayout(row({start, next}));
    column->addLayout(row({shot, add, new Button(Icon::Undo, s("Undo"))}));
}

void Gallery::fields(QVBoxLayout* column) {
    section(column, s("Fields"));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(10);
    auto* combo = new QComboBox;
    combo->addItems({s("In progress"), s("Open"), s("Resolved")});
    auto* wrong = new Field(QString(), new QLineEdit(s("31 Feb 2027")));
    wrong->setError(s("There is no such day."));
    auto* day = new QLineEdit(s("15 Jan 2027"));
    day->setObjectName(s("dayEdit"));
    grid->addWidget(new SearchField(s("Filter")), 0, 0);
    grid->addWidget(combo, 0, 1);
    grid->addWidget(day, 1, 0, Qt::AlignTop);
    grid->addWidget(wrong, 1, 1);
    auto* spin = new QSpinBox;
    spin->setRange(0, 1000);
    spin->setValue(42);
    auto* slider = new QSlider(Qt::Horizontal);
    slider->setValue(40);
    grid->addWidget(spin, 2, 0);
    grid->addWidget(slider, 2, 1);
    column->addLayout(grid);
}

void Gallery::choosing(QVBoxLayout* column) {
    section(column, s("Choosing"));
    auto* off = new QCheckBox;
    auto* on = new QCheckBox;
    on->setChecked(true);
    auto* part = new QCheckBox;
    part->setTristate(true);
    part->setCheckState(Qt::PartiallyChecked);
    auto* no = new QRadioButton;
    no->setAutoExclusive(false);
    auto* yes = new QRadioButton;
    yes->setAutoExclusive(false);
    yes->setChecked(true);
    auto* out = new Switch(QString());
    auto* in = new Switch(QString());
    in->setChecked(true);
    auto* segments = new SegmentedControl(s("Basis"));
    for (const char* text : {"Said", "Shown", "Verified"})
        segments->addSegment(s(text));
    segments->setCurrentIndex(1);
    segments->setSmall(true);
    column->addLayout(row({off, on, part, no, yes, out, in, segments}, 10));
}

void Gallery::chips(QVBoxLayout* column) {
    section(column, s("Chips, badges, keys"));
    auto* chip = new Chip(s("High"));
    chip->setCount(13);
    auto* chosen = new Chip(s("High"));
    chosen->setCount(13);
    chosen->setChecked(true);
    auto* phase = new Chip(s("Phase"));
    auto* phases = new QMenu(phase);
    phases->addAction(s("Deployment"));
    phase->setMenu(phases);
    column->addLayout(row({chip, chosen, phase, new Badge(s("Shown")), new Badge(s("Verified"), BadgeLook::NoRisk),
                           new Badge(s("2"), BadgeLook::High)}));
    auto* eye = new Badge(s("Never on the projector"), BadgeLook::Frame);
    eye->setIcon(Icon::EyeOff);
    column->addLayout(row({new Badge(s("Rating 20 to 8"), BadgeLook::Accent),
                           new Badge(s("GENCOST05"), BadgeLook::Frame), new KeyCap(s("Ctrl+K"), nullptr, true), eye}));
}

void Gallery::menu(QVBoxLayout* column) {
    section(column, s("Menu and tooltip"));
    auto* popup = new QMenu(this);
    popup->setObjectName(s("galleryMenu"));
    popup->addAction(icon(Icon::Verify), s("Mark for verification\tM"));
    popup->addAction(icon(Icon::Park), s("Park\tP"));
    popup->addAction(icon(Icon::Decision), s("Decision\tD"));
    popup->addSeparator();
    popup->addAction(icon(Icon::NotApplicable), s("Not applicable\tX"))->setEnabled(false);
    popup->setActiveAction(popup->actions().first());
    popup->ensurePolished();
    popup->resize(popup->sizeHint());
    const QPixmap picture = popup->grab();
    auto* shown = new Drawn(popup->sizeHint(),
                            [picture](QPainter* painter, QRectF) { painter->drawPixmap(QPointF(0, 0), picture); });
    auto* tip = new Drawn({150, 28}, [](QPainter* painter, QRectF box) {
        paintFrame(painter, box, kRadiusField, tokens()[Token::Ink], QColor());
        drawText(painter, box.adjusted(10, 0, 0, 0), s("Undo: tick 3"), Role::Small, tokens()[Token::Surface]);
        drawKeyCap(painter, QRectF(box.right() - 52, box.top() + 5, 42, 18), s("Ctrl Z"), tokens(), KeyLook::OnInk);
    });
    auto* both = row({}, 20);
    both->insertWidget(0, shown);
    both->insertWidget(1, tip, 0, Qt::AlignTop);
    column->addLayout(both);
    auto* tabs = new QTabBar;
    tabs->setDrawBase(false);
    tabs->addTab(s("Question"));
    tabs->addTab(s("Facilitator"));
    tabs->addTab(s("Evidence"));
    auto* bar = new QScrollBar(Qt::Horizontal);
    bar->setRange(0, 100);
    bar->setPageStep(60);
    bar->setValue(20);
    bar->setFixedWidth(140);
    column->addLayout(row({tabs, bar}));
}

void Gallery::swatches(QVBoxLayout* column) {
    section(column, s("Accent and neutrals"));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(4);
    grid->setVerticalSpacing(0);
    const Token shown[] = {Token::Canvas,  Token::Sunken, Token::Hover, Token::Press, Token::Line,   Token::Line2,
                           Token::Control, Token::Ink3,   Token::Ink2,  Token::Ink,   Token::Accent, Token::AFill,
                           Token::ATint,   Token::ALine,  Token::High,  Token::NoRisk};
    for (int i = 0; i < 16; ++i) {
        const Token token = shown[i];
        grid->addWidget(new Drawn({49, 34},
                                  [token](QPainter* painter, QRectF box) {
                                      paintFrame(painter, box, 3, tokens()[token], tokens()[Token::Line2]);
                                  }),
                        i / 8 * 2, i % 8);
        grid->addWidget(new WrapLabel(QString::fromUtf8(tokenName(token).data()), Role::Tiny, Token::Ink3),
                        i / 8 * 2 + 1, i % 8);
    }
    column->addLayout(grid);
}

void Gallery::dialog(QVBoxLayout* column) {
    section(column, s("Dialog"));
    auto* ask = new Dialog(s("Why is this not applicable?"),
                           s("The answer leaves the score. The reason goes into the report."), this);
    ask->setWindowFlags(Qt::Widget);
    ask->setFixedWidth(444);
    bool first = true;
    for (const char* text : {"Out of scope", "Business priorities", "Architecture constraints", "Another reason"}) {
        auto* choice = new QRadioButton(s(text));
        choice->setChecked(std::exchange(first, false));
        ask->content()->addWidget(choice);
    }
    auto* notes = new QPlainTextEdit;
    notes->setPlaceholderText(s("A sentence for the report"));
    notes->setFixedHeight(56);
    ask->content()->addWidget(notes);
    ask->acceptButton()->setText(s("Not applicable"));
    auto* frame = new FramePane(nullptr, Token::Raised);
    auto* inner = new QVBoxLayout(frame);
    inner->setContentsMargins(2, 4, 2, 4);
    inner->addWidget(ask);
    column->addWidget(frame);
}

void Gallery::bars(QVBoxLayout* column) {
    section(column, s("Undo bar"));

    auto* place = new QWidget;
    place->setFixedSize(448, 44 + 24);
    auto* undo = new UndoBar(place);
    undo->say(s("None of these: two choices cleared"));
    column->addWidget(place);
    column->addSpacing(-28);
    section(column, s("Work over 100 ms"));
    auto* work = new ProgressPanel(s("Reading cur-2026-10.csv"));
    work->setDetail(s("412,000 of 655,000 rows, about 9 s left"));
    work->setShare(0.63);
    column->addWidget(work);
    section(column, s("Message that a person can act on"));
    auto* message = new MessageBar(Icon::Warning, Token::Med, s("12 rows have no price"),
                                   s("They are left out of the baseline, $38.20 in all."));
    message->addButton(s("Show rows"));
    column->addWidget(message);
}

void Gallery::empty(QVBoxLayout* column) {
    section(column, s("Empty place"));
    auto* place = new EmptyPlace(Icon::Costs, s("No costs yet"),
                                 s("Start from the bill, or type the four or five items that matter."));
    place->setPrimary(s("Import a bill"), Icon::Download);
    place->setSecondary(s("Add an item"), Icon::Plus);
    place->setFixedHeight(204);
    column->addWidget(place);
}

void Gallery::card(QVBoxLayout* column) {
    column->addWidget(label("Generative AI  ›  Cost optimization  ›  Question 5 of 5", Role::Small, Token::Ink3));
    column->addWidget(label("What stops an agent from outspending its task?", Role::TitleXl, Token::Ink));
    auto* ask = label("Ask for the limit that holds today, not the one on the roadmap. An agent that calls five tools "
                      "sends its context six times, so an open-ended run costs far more than one direct call.",
                      Role::Ask, Token::Ink2);
    ask->setMeasure(620);
    column->addWidget(ask);
    column->addSpacing(8);
    auto* head = new QHBoxLayout;
    head->addWidget(label("What is in place today? Choose all that apply.", Role::Small));
    head->addStretch(1);
    head->addWidget(label("Weight", Role::Small));
    head->setContentsMargins(8, 0, 8, 0);
    column->addLayout(head);
    auto* rows = new QVBoxLayout;
    rows->setSpacing(0);
    rows->addWidget(new Hairline(Qt::Horizontal, nullptr, Token::Line2));
    const std::tuple<const char*, const char*, bool> texts[] = {
        {"Every task has a step budget, and the agent stops when it is used up", "high", false},
        {"A token ceiling per task is enforced outside the prompt", "high", false},
        {"A task that reaches its limit goes to a person with its context", "medium", true},
        {"Token use per task is recorded and looked at every week", "medium", true},
        {"Repeated context is cached between the steps of one task", "low", false}};
    int number = 0;
    for (const auto& [text, weight, on] : texts) {
        auto* choice = new ChoiceRow(s(text));
        choice->setKey(QString::number(++number));
        choice->setWeight(s(weight));
        choice->setChecked(on);
        rows->addWidget(choice);
    }
    auto* none = new ChoiceRow(s("None of these"), nullptr, ChoiceRow::Kind::Aside);
    none->setKey(s("N"));
    auto* away = new ChoiceRow(s("Not applicable, because…"), nullptr, ChoiceRow::Kind::Aside);
    away->setKey(s("X"));
    auto* aside = new QHBoxLayout;
    aside->addWidget(none, 1);
    aside->addWidget(away, 1);
    rows->addLayout(aside);
    column->addLayout(rows);
    auto* risk = new RiskPanel;
    risk->setRisk(MarkKind::High,
                  {plain(s("Neither the step budget ")), keyRun(s("1")), plain(s(" nor the token ceiling ")),
                   keyRun(s("2")), plain(s(" is in place."))},
                  {plain(s("One of them lowers it to ")), markRun(MarkKind::Medium),
                   plain(s(" Medium; both lower it to ")), markRun(MarkKind::None), plain(s(" None."))});
    column->addWidget(risk);
    column->addSpacing(4);
    const auto segments = [](const char* name, std::initializer_list<const char*> texts2, int at) {
        auto* control = new SegmentedControl(s(name));
        for (const char* text : texts2)
            control->addSegment(s(text));
        control->setSmall(true);
        control->setCurrentIndex(at);
        return new Field(s(name), control);
    };
    auto* people = new PeopleList(s("Answered by"));
    people->setPeople({s("Kenji Abe"), s("Jonas Weber")});
    auto* answers = new QHBoxLayout;
    answers->setSpacing(20);
    answers->addWidget(segments("Confidence", {"Low", "Medium", "High"}, 1));
    answers->addWidget(segments("Basis", {"Said", "Shown", "Verified"}, 1));
    answers->addWidget(new Field(s("Answered by"), people));
    answers->addStretch(1);
    column->addLayout(answers);
    auto* notes = new QPlainTextEdit(s("Kenji: worst run last month took 41 steps and cost $9.80, the median is $0.07. "
                                       "Hand-over to a person exists, but only after the nightly job finds the run."));
    notes->setMinimumHeight(120);
    column->addWidget(new Field(s("Notes"), notes, nullptr, s("T")));
    section(column, s("Narrow risk panel, 340 px"));
    auto* narrow = new RiskPanel;
    narrow->setFixedWidth(340);
    narrow->setRisk(MarkKind::Medium,
                    {plain(s("The step budget ")), keyRun(s("1")), plain(s(" is in place, the token ceiling ")),
                     keyRun(s("2")), plain(s(" is not, and the hand-over to a person comes too late to count."))},
                    {plain(s("The ceiling lowers it to ")), markRun(MarkKind::None), plain(s(" None."))});
    column->addWidget(narrow);
}

} // namespace plumb::ui
