// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/cost_new_dialog.h"

#include "ui/models/cost_text.h"
#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"

#include <algorithm>
#include <QAbstractItemView>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace plumb::ui {

namespace {

constexpr int kType = Qt::UserRole, kMeaning = Qt::UserRole + 1;

class TypeDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {200, tableRowHeight()}; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const Tokens& t = tokens();
        const QRectF row = option.rect;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        drawRowBackground(painter, row, option.state.testFlag(QStyle::State_MouseOver),
                          option.state.testFlag(QStyle::State_Selected), option.state.testFlag(QStyle::State_Active),
                          t);
        const QRectF text(row.left() + 12, row.center().y() - scaled(18), row.width() - 24, scaled(20));
        drawText(painter, text, index.data().toString(), Role::BodyMedium, t[Token::Ink]);
        drawText(painter, text.translated(0, scaled(18)), index.data(kMeaning).toString(), Role::Micro, t[Token::Ink3]);
        painter->restore();
    }
};

} // namespace

CostNewDialog::CostNewDialog(QWidget* parent)
    : Dialog(tr("Add a cost item"), tr("What is paid for? Its figures are filled in next."), parent, Width::Wide)
    , m_list(new QListWidget)
    , m_name(new QLineEdit) {
    setObjectName(QStringLiteral("costNewDialog"));
    for (const cost::ItemTypeInfo& info : cost::itemTypes())
        addType(q(info.name), itemTypeWords(info.name), asSentence(info.meaning));
    build(tr("Kinds of items"));
}

CostNewDialog::CostNewDialog(const review::Costs& costs, const std::string& item, QWidget* parent)
    : Dialog(tr("Add a measure"), tr("What can be done about an item? Its figures are filled in next."), parent,
             Width::Wide)
    , m_item(new QComboBox)
    , m_list(new QListWidget)
    , m_name(new QLineEdit) {
    setObjectName(QStringLiteral("costNewDialog"));
    m_item->setObjectName(QStringLiteral("newForCombo"));
    m_item->view()->setAccessibleName(tr("Items"));
    for (const review::CostItem& each : costs.items)
        m_item->addItem(q(each.name), q(each.id));
    m_item->setCurrentIndex(std::max(0, m_item->findData(q(item))));
    content()->addWidget(new Field(tr("For"), m_item));
    connect(m_item, &QComboBox::currentIndexChanged, this, [this, costs] { listMeasures(costs); });
    listMeasures(costs);
    build(tr("Kinds of measures"));
}

void CostNewDialog::build(const QString& listName) {
    m_list->setObjectName(QStringLiteral("newTypeList"));
    m_list->setAccessibleName(listName);
    m_list->setItemDelegate(new TypeDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAttribute(Qt::WA_Hover);
    m_list->setFixedHeight(scaled(7 * 42 + 4));
    content()->addWidget(m_list);
    m_name->setObjectName(QStringLiteral("newNameEdit"));
    m_name->setMaxLength(static_cast<int>(review::kMaxCostName) / 3);
    content()->addWidget(new Field(tr("Name"), m_name));
    acceptButton()->setText(tr("Add"));
    const auto sync = [this] {
        acceptButton()->setEnabled(m_list->currentItem() != nullptr);
        m_name->setPlaceholderText(m_list->currentItem() == nullptr ? QString() : m_list->currentItem()->text());
    };
    connect(m_list, &QListWidget::currentRowChanged, this, sync);
    connect(m_list, &QListWidget::itemDoubleClicked, this, &QDialog::accept);
    m_list->setCurrentRow(0);
    m_list->setFocus();
    sync();
}

void CostNewDialog::addType(const QString& type, const QString& words, const QString& meaning) {
    auto* item = new QListWidgetItem(words, m_list);
    item->setData(kType, type);
    item->setData(kMeaning, meaning);
    item->setToolTip(meaning);
    item->setData(Qt::AccessibleTextRole, QString(words + QStringLiteral(", ") + meaning));
}

void CostNewDialog::listMeasures(const review::Costs& costs) {
    m_list->clear();
    const review::CostItem* item = costs.findItem(this->item());
    const cost::ItemTypeInfo* on = item == nullptr ? nullptr : itemTypeOf(item->type);
    if (on == nullptr)
        return;
    for (const cost::MeasureTypeInfo& info : cost::measureTypes())
        if (info.items.empty() || std::find(info.items.begin(), info.items.end(), on->type) != info.items.end())
            addType(q(info.name), measureTypeWords(info.name), asSentence(info.meaning));
    m_list->setCurrentRow(0);
}

std::string CostNewDialog::type() const {
    return m_list->currentItem() == nullptr ? std::string() : s(m_list->currentItem()->data(kType).toString());
}

std::string CostNewDialog::item() const {
    return m_item == nullptr ? std::string() : s(m_item->currentData().toString());
}

QString CostNewDialog::name() const {
    return m_name->text().simplified();
}

CostNameDialog::CostNameDialog(const QString& title, const QString& sentence, const QString& name,
                               std::function<QString(const QString&)> wrong, QWidget* parent)
    : Dialog(title, sentence, parent), m_name(new QLineEdit(name)), m_field(nullptr), m_wrong(std::move(wrong)) {
    setObjectName(QStringLiteral("costNameDialog"));
    m_name->setObjectName(QStringLiteral("costNameEdit"));
    m_name->setMaxLength(static_cast<int>(review::kMaxCostName) / 3);
    m_field = new Field(tr("Name"), m_name);
    content()->addWidget(m_field);
    acceptButton()->setText(tr("Save"));
    connect(m_name, &QLineEdit::textChanged, this, &CostNameDialog::check);
    m_name->selectAll();
    m_name->setFocus();
    check();
}

void CostNameDialog::check() {
    const QString why = name().isEmpty() ? tr("Give it a name.") : m_wrong(name());
    m_field->setError(why);
    acceptButton()->setEnabled(why.isEmpty());
}

QString CostNameDialog::name() const {
    return m_name->text().simplified();
}

} // namespace plumb::ui
