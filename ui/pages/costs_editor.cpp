// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The form and its commands; ties to other things stand in costs_editor_ties.cpp.
#include "ui/pages/costs_editor.h"

#include "core/cost/plan.h"
#include "ui/models/cost_editor.h"
#include "ui/models/cost_text.h"
#include "ui/pages/costs_field.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/pane_parts.h"

#include <algorithm>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>

namespace plumb::ui {

namespace {

std::vector<std::string> numbersOfMeasures() {
    return {"oneOff", "effort", "runCost", "startMonth", "rampMonths"};
}

} // namespace

CostsEditor::CostsEditor(SessionBridge* bridge, CostEditor* editor, QWidget* parent)
    : Pane(Token::Sunken, parent), m_bridge(bridge), m_editor(editor) {
    setObjectName(QStringLiteral("costsEditor"));
    build();
    connect(&Theme::instance(), &Theme::changed, this, &CostsEditor::applyMetrics);
}

void CostsEditor::build() {
    auto* whole = columnOf(this);
    auto* head = new QWidget;
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(8, 10, 12, 8);
    row->setSpacing(4);
    m_back = new Button(tr("Items and measures"), ButtonLook::Ghost);
    m_back->setObjectName(QStringLiteral("backButton"));
    m_back->setLeadingIcon(Icon::ChevronLeft);
    m_back->setToolTip(tr("Back to the lists (Esc)"));
    m_back->setButtonSize(Button::Size::Small);
    connect(m_back, &QAbstractButton::clicked, this, [this] {
        if (commitPending())
            emit closed();
        else
            enter(wrongField());
    });
    m_remove = new Button(Icon::Trash, tr("Delete it"));
    m_remove->setObjectName(QStringLiteral("removeButton"));
    m_remove->setButtonSize(Button::Size::Small);
    connect(m_remove, &QAbstractButton::clicked, this, [this] { emit removeWanted(m_ofMeasure, q(m_id)); });
    row->addWidget(m_back);
    row->addStretch(1);
    row->addWidget(m_remove);
    whole->addWidget(head);
    whole->addWidget(new Hairline(Qt::Horizontal));
    m_scroll = new QScrollArea;
    m_scroll->setObjectName(QStringLiteral("costsEditorScroll"));
    setUpPaneScroll(m_scroll);
    whole->addWidget(m_scroll, 1);
}

void CostsEditor::applyMetrics() {
    if (m_form == nullptr)
        return;
    const int side = Theme::instance().compact() ? 16 : kPaddingSide;
    m_form->setContentsMargins(side, 14, side, 24);
    m_form->setSpacing(scaled(12));
}

const review::CostItem* CostsEditor::item() const {
    return m_ofMeasure ? nullptr : m_editor->costs().findItem(m_id);
}

const review::CostMeasure* CostsEditor::measure() const {
    return m_ofMeasure ? m_editor->costs().findMeasure(m_id) : nullptr;
}

const review::CostFields* CostsEditor::fields() const {
    if (const review::CostItem* one = item())
        return &one->fields;
    const review::CostMeasure* other = measure();
    return other == nullptr ? nullptr : &other->fields;
}

bool CostsEditor::edit(bool ofMeasure, const std::string& id) {
    const review::Costs& costs = m_editor->costs();
    if (ofMeasure ? costs.findMeasure(id) == nullptr : costs.findItem(id) == nullptr)
        return false;
    if (!m_id.empty())
        commitPending();
    m_ofMeasure = ofMeasure;
    m_id = id;
    rebuild();
    return true;
}

CostsEditor::~CostsEditor() {
    commitPending();
    clear();
}

/// The form goes quietly: what a field says while it is taken down is about nothing that is there.
void CostsEditor::clear() {
    m_fields.clear();
    m_scope = m_excludes = m_needs = m_findings = m_measures = nullptr;
    if (m_sheet == nullptr)
        return;
    for (QWidget* widget : m_sheet->findChildren<QWidget*>())
        widget->blockSignals(true);
    delete m_scroll->takeWidget();
    m_sheet = nullptr;
}

void CostsEditor::rebuild() {
    clear();
    m_sheet = new Pane(Token::Sunken);
    m_form = new QVBoxLayout(m_sheet);
    applyMetrics();
    auto* line = new QHBoxLayout;
    m_kind = oneLine(QString(), Role::Caption, Token::Ink2);
    m_figure = oneLine(QString(), Role::BodyStrong, Token::Ink, Digits::Tabular);
    m_figure->setObjectName(QStringLiteral("editorFigureLabel"));
    line->addWidget(m_kind, 1);
    line->addWidget(m_figure);
    m_form->addLayout(line);
    m_name = addText(QStringLiteral("costNameEdit"), tr("Name"), {});
    m_name->setMaxLength(static_cast<int>(review::kMaxCostName) / 3);
    connect(m_name, &QLineEdit::editingFinished, this, &CostsEditor::setName);
    m_trouble = new WrapLabel(QString(), Role::Small, Token::High);
    m_trouble->setObjectName(QStringLiteral("editorTroubleLabel"));
    m_trouble->hide();
    m_form->addWidget(m_trouble);
    if (const review::CostItem* one = item())
        buildItem(*one);
    else if (const review::CostMeasure* other = measure())
        buildMeasure(*other);
    m_note = addText(QStringLiteral("costNoteEdit"), tr("Note"), {});
    m_note->setPlaceholderText(tr("Where the figures come from"));
    connect(m_note, &QLineEdit::editingFinished, this, &CostsEditor::setNote);
    m_form->addStretch(1);
    m_scroll->setWidget(m_sheet);
    const bool readOnly = m_editor->readOnly();
    m_remove->setEnabled(!readOnly);
    m_name->setReadOnly(readOnly);
    m_note->setReadOnly(readOnly);
    for (CostField* field : m_fields)
        field->setReadOnly(readOnly);
    fill();
}

QLineEdit* CostsEditor::addText(const QString& name, const QString& caption, const QString& text) {
    auto* edit = new QLineEdit(text);
    edit->setObjectName(name);
    m_form->addWidget(new Field(caption, edit));
    return edit;
}

void CostsEditor::addHeading(const QString& text) {
    m_form->addWidget(new Hairline(Qt::Horizontal));
    m_form->addWidget(oneLine(text, Role::BodyStrong, Token::Ink));
}

WrapLabel* CostsEditor::addTies(const QString& name, const QString& caption, const QString& button,
                                void (CostsEditor::*pick)()) {
    auto* part = new QWidget;
    auto* column = columnOf(part);
    auto* line = new QHBoxLayout;
    line->addWidget(oneLine(caption, Role::Caption, Token::Ink3), 1);
    auto* change = new Button(button, ButtonLook::Link);
    change->setObjectName(name + QStringLiteral("Button"));
    change->setButtonSize(Button::Size::Small);
    change->setAccessibleName(tr("%1: %2").arg(caption, button));
    change->setEnabled(!m_editor->readOnly());
    connect(change, &QAbstractButton::clicked, this, pick);
    line->addWidget(change);
    column->addLayout(line);
    auto* text = new WrapLabel(QString(), Role::Body);
    text->setObjectName(name + QStringLiteral("Label"));
    connect(text, &WrapLabel::linkActivated, this, &CostsEditor::followLink);
    column->addWidget(text);
    m_form->addWidget(part);
    return text;
}

void CostsEditor::addFields(const std::vector<std::string>& names) {
    const Date today = m_bridge->session().today();
    for (const cost::FieldInfo& info : costFields(m_ofMeasure, m_type)) {
        const bool listed = std::find(names.begin(), names.end(), info.name) != names.end();
        const auto common = numbersOfMeasures();
        const bool ofEvery = m_ofMeasure && std::find(common.begin(), common.end(), info.name) != common.end();
        if (names.empty() ? ofEvery : !listed)
            continue;
        auto* field = new CostField(info, m_ofMeasure, m_type, today);
        m_fields.push_back(field);
        m_form->addWidget(field);
        connect(field, &CostField::committed, this,
                [this, field](const QString& json) { setField(field, json, false); });
        connect(field, &CostField::slid, this, [this, field](const QString& json) { setField(field, json, true); });
        connect(field, &CostField::tried, this,
                [this, field](const QString& json) { emit tried(changed(field->name(), json).costs); });
    }
}

void CostsEditor::buildItem(const review::CostItem& item) {
    m_type = item.type;
    m_kind->setText(itemTypeWords(item.type));
    if (const cost::ItemTypeInfo* info = itemTypeOf(item.type)) {
        auto* meaning =
            new WrapLabel(tr("A month costs %1.").arg(formulaWords(info->formula)), Role::Micro, Token::Ink3);
        m_form->addWidget(meaning);
    }
    if (!m_editor->readOnly() && !m_bridge->session().priceBook().subjectsFor(item.type).empty()) {
        auto* prices = new Button(tr("Take prices from the book"), ButtonLook::Plain);
        prices->setObjectName(QStringLiteral("takePricesButton"));
        prices->setLeadingIcon(Icon::Database);
        prices->setButtonSize(Button::Size::Small);
        connect(prices, &QAbstractButton::clicked, this, &CostsEditor::takePrices);
        m_form->addWidget(prices, 0, Qt::AlignLeft);
    }
    addFields({});
    m_form->addWidget(new Hairline(Qt::Horizontal));
    m_measures = addTies(QStringLiteral("itemMeasures"), tr("Measures"), tr("Add"), &CostsEditor::pickScope);
}

void CostsEditor::buildMeasure(const review::CostMeasure& measure) {
    m_type = measure.type;
    m_kind->setText(measureTypeWords(measure.type));
    if (const cost::MeasureTypeInfo* info = measureTypeOf(measure.type)) {
        m_form->addWidget(new WrapLabel(asSentence(info->meaning), Role::Small, Token::Ink2));
        m_form->addWidget(
            new WrapLabel(tr("Holds when: %1.").arg(formulaWords(info->condition)), Role::Micro, Token::Ink3));
    }
    m_scope = addTies(QStringLiteral("scope"), tr("Acts on"), tr("Change"), &CostsEditor::pickScope);
    addFields({});
    addHeading(tr("What it takes"));
    addFields(numbersOfMeasures());
    addHeading(tr("What it is tied to"));
    m_findings =
        addTies(QStringLiteral("findings"), tr("Findings behind it"), tr("Change"), &CostsEditor::pickFindings);
    m_needs = addTies(QStringLiteral("needs"), tr("Needs first"), tr("Change"), &CostsEditor::pickNeeds);
    m_excludes =
        addTies(QStringLiteral("excludes"), tr("Never together with"), tr("Change"), &CostsEditor::pickExcludes);
}

void CostsEditor::fill() {
    const review::CostItem* one = item();
    const review::CostMeasure* other = measure();
    const review::CostFields* values = fields();
    if (values == nullptr)
        return;
    const auto put = [](QLineEdit* edit, const std::string& text) {
        if (!edit->hasFocus() || !edit->isModified())
            edit->setText(q(text));
    };
    put(m_name, one != nullptr ? one->name : other->name);
    put(m_note, one != nullptr ? one->note : other->note);
    setAccessibleName(m_kind->text() + QStringLiteral(", ") + q(one != nullptr ? one->name : other->name));
    const auto stale = cost::stalePrices(m_editor->costs(), m_bridge->session().today());
    const QString currency = q(m_editor->costs().settings.currency);
    for (CostField* field : m_fields) {
        const auto found = values->find(field->name());
        QString why;
        for (const cost::StalePrice& each : stale)
            if (each.owner == m_id && each.ofMeasure == m_ofMeasure && each.field == field->name())
                why = q(each.why);
        field->setValue(found == values->end() ? std::string() : found->second, why, signOf(s(currency)));
    }
    if (one != nullptr)
        fillItemTies(*one);
    else
        fillMeasureTies(*other);
}

void CostsEditor::refresh() {
    if (m_id.empty() || m_storing)
        return;
    if (fields() == nullptr) {
        m_id.clear();
        emit closed();
        return;
    }
    fill();
}

void CostsEditor::setFigure(const QString& figure) {
    if (m_figure != nullptr)
        m_figure->setText(figure.isEmpty() ? QString() : tr("%1 a month").arg(figure));
}

void CostsEditor::enter(const std::string& field) {
    for (CostField* each : m_fields)
        if (each->name() == field) {
            m_scroll->ensureWidgetVisible(each);
            each->enter();
            return;
        }
    m_scroll->ensureVisible(0, 0);
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->selectAll();
}

CostChange CostsEditor::changed(const std::string& field, const QString& json) const {
    const auto set = [&](review::CostFields& values) {
        if (json.isEmpty())
            values.erase(field);
        else
            values[field] = s(json);
    };
    const review::Costs& costs = m_editor->costs();
    if (const review::CostItem* one = item()) {
        review::CostItem now = *one;
        set(now.fields);
        return withItem(costs, now, tr("Set %1 of %2").arg(fieldWords(field).toLower(), q(one->name)));
    }
    const review::CostMeasure* other = measure();
    if (other == nullptr)
        return {costs, {}, {}};
    review::CostMeasure now = *other;
    set(now.fields);
    return withMeasure(costs, now, tr("Set %1 of %2").arg(fieldWords(field).toLower(), q(other->name)));
}

void CostsEditor::setField(CostField* field, const QString& json, bool sliding) {
    store(changed(field->name(), json), field, sliding ? "cost:" + m_id + ":" + field->name() : std::string());
}

void CostsEditor::setName() {
    const QString name = m_name->text().simplified();
    const review::CostItem* one = item();
    const review::CostMeasure* other = measure();
    if (one == nullptr && other == nullptr)
        return;
    const QString before = q(one != nullptr ? one->name : other->name);
    if (name == before)
        return;
    if (name.isEmpty()) {
        m_name->setText(before); // nothing is without a name
        return;
    }
    m_name->setModified(false);
    if (one != nullptr) {
        review::CostItem now = *one;
        now.name = s(name);
        store(withItem(m_editor->costs(), now, tr("Rename %1").arg(before)), nullptr);
    } else {
        review::CostMeasure now = *other;
        now.name = s(name);
        store(withMeasure(m_editor->costs(), now, tr("Rename %1").arg(before)), nullptr);
    }
}

void CostsEditor::setNote() {
    const std::string note = s(m_note->text().simplified());
    m_note->setModified(false);
    if (const review::CostItem* one = item(); one != nullptr && one->note != note) {
        review::CostItem now = *one;
        now.note = note;
        store(withItem(m_editor->costs(), now, tr("Note on %1").arg(q(one->name))), nullptr);
    }
    if (const review::CostMeasure* other = measure(); other != nullptr && other->note != note) {
        review::CostMeasure now = *other;
        now.note = note;
        store(withMeasure(m_editor->costs(), now, tr("Note on %1").arg(q(other->name))), nullptr);
    }
}

bool CostsEditor::store(const CostChange& change, CostField* field, const std::string& mergeKey) {
    if (m_editor->readOnly())
        return false;
    m_storing = true; // what is typed in other fields stays
    const auto done = m_editor->offer(change, mergeKey);
    m_storing = false;
    if (!done) {
        complain(done.error(), field);
        return false;
    }
    m_trouble->hide();
    refresh();
    return true;
}

void CostsEditor::complain(const Error& error, CostField* field) {
    const std::string ending = field == nullptr ? std::string() : ", " + field->name();
    QString sentence = q(error.text);
    for (const Message& message : error.messages) {
        const QString words =
            q(message.text) + (message.fix.empty() ? QString() : QStringLiteral(" ") + q(message.fix));
        const bool here = !ending.empty() && message.pointer.find(ending) != std::string::npos;
        if (here || &message == &error.messages.front())
            sentence = words;
        if (here)
            break;
    }
    if (field != nullptr) {
        field->setError(sentence);
        return;
    }
    m_trouble->setText(sentence);
    m_trouble->show();
}

bool CostsEditor::commitPending() {
    if (m_id.empty() || m_sheet == nullptr || m_editor->readOnly())
        return true;
    setName();
    setNote();
    bool fine = true;
    const std::vector<CostField*> all = m_fields;
    for (CostField* field : all)
        fine = field->flush() && fine;
    return fine;
}

std::string CostsEditor::wrongField() const {
    for (const CostField* field : m_fields)
        if (!field->error().isEmpty())
            return field->name();
    return {};
}

QString CostsEditor::trouble() const {
    for (const CostField* field : m_fields)
        if (!field->error().isEmpty())
            return tr("%1 of %2 is not stored: %3").arg(fieldWords(field->name()), m_name->text(), field->error());
    return {};
}

void CostsEditor::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        m_back->click();
        return;
    }
    Pane::keyPressEvent(event);
}

} // namespace plumb::ui
