// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/costs_field.h"

#include "core/cost/plan.h"
#include "ui/models/cost_text.h"
#include "ui/theme/metrics.h"
#include "ui/theme/style.h"
#include "ui/widgets/button.h"
#include "ui/widgets/date_field.h"
#include "ui/widgets/pane_parts.h"
#include "ui/widgets/switch.h"

#include <cmath>
#include <QActionGroup>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QSignalBlocker>
#include <QSlider>
#include <QWheelEvent>

namespace plumb::ui {

namespace {

constexpr int kSteps = 1000;

/// The wheel scrolls the pane.
class CalmSlider final : public QSlider {
public:
    CalmSlider() : QSlider(Qt::Horizontal) { setFocusPolicy(Qt::StrongFocus); }

protected:
    void wheelEvent(QWheelEvent* event) override { event->ignore(); }
};

QString shapeWords(cost::Dist dist) {
    switch (dist) {
    case cost::Dist::Point:
        return CostField::tr("Figure");
    case cost::Dist::Uniform:
        return CostField::tr("Range, all alike");
    case cost::Dist::Triangular:
        return CostField::tr("Triangular, with a likely value");
    case cost::Dist::Pert:
        return CostField::tr("PERT, with a likely value");
    case cost::Dist::Lognormal:
        break;
    }
    return CostField::tr("Long tail, by P10 and P90");
}

/// Three digits are what a hand on a slider means.
double rounded(double value, double width) {
    if (width <= 0 || !std::isfinite(width))
        return value;
    const double step = std::pow(10.0, std::floor(std::log10(width)) - 2);
    return std::round(value / step) * step;
}

QString numberText(double value) {
    return q(cost::fieldAsText(jsonOf(cost::Quantity::point(value))));
}

} // namespace

CostField::CostField(const cost::FieldInfo& info, bool ofMeasure, const std::string& type, Date today, QWidget* parent)
    : QWidget(parent), m_info(info), m_ofMeasure(ofMeasure), m_type(type), m_name(info.name), m_today(today) {
    setObjectName(q(m_name) + QStringLiteral("Field"));
    build();
}

void CostField::build() {
    auto* column = columnOf(this);
    column->setSpacing(4);
    const QString caption = fieldWords(m_name), meaning = asSentence(m_info.meaning);
    setToolTip(meaning);
    auto* head = new QHBoxLayout;
    head->setSpacing(kGrid);
    if (m_info.kind != cost::FieldKind::Flag)
        head->addWidget(oneLine(caption, Role::Caption, Token::Ink3));
    head->addStretch(1);
    m_unit = oneLine(QString(), Role::Micro, Token::Ink3);
    head->addWidget(m_unit);
    column->addLayout(head);
    const QString stem = q(m_name);
    switch (m_info.kind) {
    case cost::FieldKind::Number:
    case cost::FieldKind::Text:
        buildNumber(column);
        break;
    case cost::FieldKind::Choice:
        m_choice = new QComboBox;
        m_choice->setObjectName(stem + QStringLiteral("Combo"));
        m_choice->setAccessibleName(caption);
        m_choice->setFocusPolicy(Qt::StrongFocus);
        for (const std::string_view choice : m_info.choices)
            m_choice->addItem(q(choice));
        connect(m_choice, &QComboBox::activated, this,
                [this] { emit committed(QLatin1Char('"') + m_choice->currentText() + QLatin1Char('"')); });
        column->addWidget(m_choice);
        break;
    case cost::FieldKind::Flag:
        m_flag = new Switch(caption);
        m_flag->setObjectName(stem + QStringLiteral("Switch"));
        connect(m_flag, &QAbstractButton::clicked, this,
                [this](bool on) { emit committed(on ? QStringLiteral("true") : QStringLiteral("false")); });
        column->addWidget(m_flag, 0, Qt::AlignLeft);
        break;
    }
    m_note = new WrapLabel(QString(), Role::Micro, Token::Ink3);
    m_note->setObjectName(stem + QStringLiteral("Note"));
    column->addWidget(m_note);
    showNote();
}

void CostField::buildNumber(QVBoxLayout* column) {
    const bool number = m_info.kind == cost::FieldKind::Number;
    const QString stem = q(m_name), caption = fieldWords(m_name);
    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    m_text = new QLineEdit;
    m_text->setObjectName(stem + QStringLiteral("Edit"));
    m_text->setAccessibleName(caption);
    m_text->setAccessibleDescription(asSentence(m_info.meaning));
    m_text->setMaxLength(static_cast<int>(review::kMaxCostField) / 4);
    if (m_info.fallback)
        m_text->setPlaceholderText(numberText(*m_info.fallback));
    else if (!m_info.otherwise.empty())
        m_text->setPlaceholderText(q(m_info.otherwise));
    connect(m_text, &QLineEdit::editingFinished, this, &CostField::take);
    connect(m_text, &QLineEdit::textEdited, this, [this] { setError({}); });
    m_text->installEventFilter(this);
    row->addWidget(m_text, 1);
    column->addLayout(row);
    // What is counted in plain numbers has no spread.
    const bool plain = m_name == "effort" || m_name == "startMonth" || m_name == "rampMonths";
    if (!number || plain)
        return;
    m_shape = new Button(Icon::ChevronDown, tr("Shape, source and last day of %1").arg(caption));
    m_shape->setObjectName(stem + QStringLiteral("ShapeButton"));
    row->addWidget(m_shape);
    buildShapes();
    m_slider = new CalmSlider;
    m_slider->setObjectName(stem + QStringLiteral("Slider"));
    m_slider->setAccessibleName(tr("%1, slider").arg(caption));
    m_slider->setRange(0, kSteps);
    m_slider->setPageStep(kSteps / 10);
    m_slider->setSingleStep(kSteps / 50);
    connect(m_slider, &QSlider::valueChanged, this, &CostField::slide);
    connect(m_slider, &QSlider::sliderReleased, this, [this] { emit slid(q(slidTo(m_slider->value()))); });
    column->addWidget(m_slider);
    buildParts(column);
}

void CostField::buildShapes() {
    m_shapes = new QMenu(this);
    m_shapes->setObjectName(q(m_name) + QStringLiteral("ShapeMenu"));
    auto* group = new QActionGroup(m_shapes);
    for (const cost::Dist dist : cost::shapesFor(m_info.range)) {
        QAction* action = m_shapes->addAction(shapeWords(dist));
        action->setCheckable(true);
        action->setData(static_cast<int>(dist));
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, dist] {
            const cost::Quantity from =
                m_quantity.value_or(cost::Quantity::point(m_info.fallback.value_or(m_info.range.low)));
            open(dist != cost::Dist::Point);
            commit(cost::reshaped(from, dist, m_info.range));
        });
    }
    m_shapes->addSeparator();
    QAction* notes = m_shapes->addAction(tr("Source and last day"));
    notes->setCheckable(true);
    connect(notes, &QAction::triggered, this, [this](bool on) {
        open(on);
        if (on)
            m_source->setFocus(Qt::OtherFocusReason);
    });
    connect(m_shapes, &QMenu::aboutToShow, this, [this, notes] {
        const auto now = m_quantity ? m_quantity->dist : cost::Dist::Point;
        for (QAction* action : m_shapes->actions())
            if (action->data().isValid())
                action->setChecked(action->data().toInt() == static_cast<int>(now));
        notes->setChecked(m_open);
    });
    m_shape->setMenu(m_shapes);
}

void CostField::buildParts(QVBoxLayout* column) {
    const QString stem = q(m_name);
    m_parts = new QWidget;
    auto* row = new QHBoxLayout(m_parts);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    const auto part = [&](const QString& suffix) {
        auto* holder = new QWidget;
        auto* lines = columnOf(holder);
        lines->setSpacing(2);
        m_partNames.push_back(oneLine(QString(), Role::Micro, Token::Ink3));
        auto* edit = new QLineEdit;
        edit->setObjectName(stem + suffix);
        connect(edit, &QLineEdit::editingFinished, this, &CostField::takeParts);
        lines->addWidget(m_partNames.back());
        lines->addWidget(edit);
        row->addWidget(holder, 1);
        return edit;
    };
    m_low = part(QStringLiteral("LowEdit"));
    m_mode = part(QStringLiteral("ModeEdit"));
    m_high = part(QStringLiteral("HighEdit"));
    column->addWidget(m_parts);
    m_notes = new QWidget;
    auto* notes = new QHBoxLayout(m_notes);
    notes->setContentsMargins(0, 0, 0, 0);
    notes->setSpacing(6);
    m_source = new QLineEdit;
    m_source->setObjectName(stem + QStringLiteral("SourceEdit"));
    m_source->setAccessibleName(tr("Source of %1").arg(fieldWords(m_name)));
    m_source->setPlaceholderText(tr("Source"));
    m_until = new DateField(m_today.valid() ? QDate(m_today.year, m_today.month, m_today.day) : QDate());
    m_until->setObjectName(stem + QStringLiteral("UntilEdit"));
    m_until->setAccessibleName(tr("%1 is valid until").arg(fieldWords(m_name)));
    m_until->setPlaceholderText(tr("Valid until"));
    connect(m_source, &QLineEdit::editingFinished, this, &CostField::takeNotes);
    connect(m_until, &DateField::committed, this, &CostField::takeNotes);
    connect(m_until, &DateField::refused, this, &CostField::setError);
    notes->addWidget(m_source, 3);
    notes->addWidget(m_until, 2);
    column->addWidget(m_notes);
    open(false);
}

void CostField::open(bool open) {
    m_open = open;
    if (m_parts == nullptr)
        return;
    const bool spread = m_quantity && m_quantity->dist != cost::Dist::Point;
    m_parts->setVisible(open && spread);
    m_notes->setVisible(open);
}

void CostField::setValue(const std::string& json, const QString& stale, const QString& currency) {
    if (!m_error.isEmpty() && json == m_json)
        return; // wrong text stays until it is mended or taken back
    m_filling = true;
    m_json = json;
    m_stale = stale;
    m_quantity = json.empty() ? std::nullopt : quantityOf(json);
    QString unit = q(m_info.unit);
    unit.replace(QLatin1Char('$'), currency);
    m_unit->setText(unit);
    if (m_text != nullptr) {
        const QString text = json.empty() ? QString() : q(cost::fieldAsText(json));
        if (!m_text->hasFocus() || text != m_shown)
            m_text->setText(text);
        m_shown = text;
    }
    if (m_choice != nullptr)
        m_choice->setCurrentText(json.empty() ? m_choice->itemText(0) : q(cost::fieldAsText(json)));
    if (m_flag != nullptr)
        m_flag->setChecked(json == "true");
    if (m_slider != nullptr)
        show(m_quantity.value_or(cost::Quantity::point(m_info.fallback.value_or(0))));
    setError({});
    m_filling = false;
}

void CostField::show(const cost::Quantity& quantity) {
    const QSignalBlocker quiet(m_slider);
    const bool known = m_quantity || m_info.fallback;
    m_slider->setVisible(known);
    if (!m_slider->isSliderDown()) {
        // The ends stay where they are while the value is between them, so that nothing moves under the hand.
        const cost::SlideEnds ends = cost::slideEnds(quantity, m_info.range);
        const double middle = cost::middleOf(quantity);
        const bool inside = m_ends.low <= middle && middle <= m_ends.high && quantity.certain() && m_slider->hasFocus();
        if (!inside)
            m_ends = ends;
        m_slider->setValue(qRound((middle - m_ends.low) / (m_ends.high - m_ends.low) * kSteps));
    }
    m_slider->setToolTip(tr("From %1 to %2")
                             .arg(numberText(rounded(m_ends.low, m_ends.high - m_ends.low)),
                                  numberText(rounded(m_ends.high, m_ends.high - m_ends.low))));
    const bool spread = quantity.dist != cost::Dist::Point, tails = quantity.dist == cost::Dist::Lognormal;
    const bool mode = quantity.dist == cost::Dist::Pert || quantity.dist == cost::Dist::Triangular;
    m_mode->parentWidget()->setVisible(mode);
    const QString names[] = {tails ? tr("P10") : tr("Low"), tr("Likely"), tails ? tr("P90") : tr("High")};
    QLineEdit* const edits[] = {m_low, m_mode, m_high};
    const double values[] = {quantity.low, quantity.mode, quantity.high};
    for (std::size_t i = 0; i < 3; ++i) {
        m_partNames[i]->setText(names[i]);
        edits[i]->setAccessibleName(tr("%1 of %2").arg(names[i], fieldWords(m_name)));
        edits[i]->setText(numberText(values[i]));
    }
    m_source->setText(q(quantity.source));
    const auto until = parseDate(quantity.validUntil);
    m_until->setDate(until ? QDate(until->year, until->month, until->day) : QDate());
    m_parts->setVisible(m_open && spread);
}

void CostField::setReadOnly(bool readOnly) {
    m_readOnly = readOnly;
    for (QWidget* widget : {static_cast<QWidget*>(m_choice), static_cast<QWidget*>(m_flag),
                            static_cast<QWidget*>(m_slider), static_cast<QWidget*>(m_shape)})
        if (widget != nullptr)
            widget->setEnabled(!readOnly);
    for (QLineEdit* edit : findChildren<QLineEdit*>())
        edit->setReadOnly(readOnly);
}

void CostField::setError(const QString& sentence) {
    m_error = sentence;
    if (m_text != nullptr) {
        m_text->setProperty(kErrorProperty, !sentence.isEmpty());
        m_text->update();
    }
    showNote();
}

void CostField::showNote() {
    const QString text = !m_error.isEmpty() ? m_error : m_stale.isEmpty() ? QString() : tr("Stale: %1").arg(m_stale);
    m_note->setColor(!m_error.isEmpty() ? Token::High : Token::Med);
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
}

void CostField::enter() {
    QWidget* first = m_text != nullptr     ? static_cast<QWidget*>(m_text)
                     : m_choice != nullptr ? static_cast<QWidget*>(m_choice)
                                           : static_cast<QWidget*>(m_flag);
    first->setFocus(Qt::OtherFocusReason);
    if (m_text != nullptr)
        m_text->selectAll();
}

bool CostField::flush() {
    take();
    return m_error.isEmpty();
}

void CostField::take() {
    if (m_text == nullptr || m_filling || m_readOnly)
        return;
    const QString text = m_text->text().simplified();
    if (text == m_shown)
        return;
    if (text.isEmpty()) {
        if (m_info.required)
            setError(tr("This can't be left out."));
        else
            emit committed({});
        return;
    }
    const auto json = cost::fieldFromText(m_ofMeasure, m_type, m_name, s(text));
    if (!json) {
        setError(q(json.error().text));
        return;
    }
    if (auto typed = m_info.kind == cost::FieldKind::Number ? quantityOf(*json) : std::nullopt) {
        if (m_quantity && typed->source.empty())
            typed->source = m_quantity->source;
        // A figure that somebody types today has not run out.
        if (m_quantity && typed->validUntil.empty() && m_stale.isEmpty())
            typed->validUntil = m_quantity->validUntil;
        commit(*typed);
        return;
    }
    emit committed(q(*json));
}

void CostField::takeParts() {
    if (m_filling || m_readOnly || !m_quantity)
        return;
    const auto read = [&](QLineEdit* edit, double before) -> std::optional<double> {
        if (edit->text().simplified() == numberText(before))
            return before;
        const auto json = cost::fieldFromText(m_ofMeasure, m_type, m_name, s(edit->text()));
        const auto value = json ? quantityOf(*json) : std::nullopt;
        if (!value || value->dist != cost::Dist::Point) {
            setError(json ? tr("Give one number here.") : q(json.error().text));
            return std::nullopt;
        }
        return value->low;
    };
    cost::Quantity now = *m_quantity;
    const auto low = read(m_low, now.low), high = read(m_high, now.high);
    const auto mode = m_mode->parentWidget()->isHidden() ? std::optional(now.mode) : read(m_mode, now.mode);
    if (!low || !high || !mode)
        return;
    now.low = *low;
    now.mode = *mode;
    now.high = *high;
    if (now != *m_quantity)
        commit(now);
    else
        setError({});
}

void CostField::takeNotes() {
    if (m_filling || m_readOnly || !m_until->acceptable())
        return;
    cost::Quantity now = m_quantity.value_or(cost::Quantity::point(m_info.fallback.value_or(0)));
    now.source = s(m_source->text().simplified());
    const QDate until = m_until->date();
    now.validUntil = until.isValid() ? s(until.toString(Qt::ISODate)) : std::string();
    if (!m_quantity ? !now.source.empty() || !now.validUntil.empty() : now != *m_quantity)
        commit(now);
}

void CostField::commit(cost::Quantity quantity) {
    emit committed(q(jsonOf(quantity)));
}

std::string CostField::slidTo(int position) const {
    const double width = m_ends.high - m_ends.low;
    const double value = position >= kSteps ? m_ends.high
                         : position <= 0    ? m_ends.low
                                            : rounded(m_ends.low + width * position / kSteps, width);
    const cost::Quantity from = m_quantity.value_or(cost::Quantity::point(m_info.fallback.value_or(0)));
    return jsonOf(cost::movedTo(from, value));
}

void CostField::slide() {
    if (m_filling || m_readOnly)
        return;
    const QString json = q(slidTo(m_slider->value()));
    if (m_slider->isSliderDown()) {
        m_text->setText(q(cost::fieldAsText(s(json))));
        m_shown = m_text->text();
        emit tried(json);
    } else {
        emit slid(json); // by a key or a click on the groove
    }
}

bool CostField::eventFilter(QObject* watched, QEvent* event) {
    // Escape takes back what is typed and not taken yet, before it closes anything.
    if (watched == m_text && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape && m_text->text() != m_shown) {
        m_text->setText(m_shown);
        setError({});
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace plumb::ui
