// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/price_book_dialog.h"

#include "core/cost/price_book.h"
#include "ui/models/cost_editor.h"
#include "ui/models/cost_text.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/date_field.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/wrap_label.h"

#include <algorithm>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QTableView>

namespace plumb::ui {

namespace {

QString untilWords(const review::Price& price, const std::string& stale) {
    if (!stale.empty())
        return price.validUntil.valid() ? PriceModel::tr("stale since %1").arg(dayText(price.validUntil))
                                        : PriceModel::tr("stale, of %1").arg(dayText(price.validFrom));
    if (price.validUntil.valid())
        return PriceModel::tr("until %1").arg(dayText(price.validUntil));
    return price.validFrom.valid() ? PriceModel::tr("from %1").arg(dayText(price.validFrom)) : QString();
}

} // namespace

PriceModel::PriceModel(SessionBridge* bridge, CostEditor* editor, QObject* parent)
    : QAbstractTableModel(parent), m_bridge(bridge), m_editor(editor) {
    connect(bridge, &SessionBridge::costsChanged, this, &PriceModel::refresh);
    refresh();
}

void PriceModel::refresh() {
    beginResetModel();
    m_all = m_bridge->session().priceBook().all();
    apply();
    endResetModel();
}

void PriceModel::setFilter(const QString& words) {
    beginResetModel();
    m_words = words.simplified();
    apply();
    endResetModel();
}

void PriceModel::apply() {
    m_rows.clear();
    for (const review::Price& price : m_all)
        if (m_words.isEmpty() || q(price.subject).contains(m_words, Qt::CaseInsensitive) ||
            fieldWords(price.field).contains(m_words, Qt::CaseInsensitive))
            m_rows.push_back(&price);
}

int PriceModel::staleCount() const {
    const Date today = m_bridge->session().today();
    return static_cast<int>(std::count_if(m_all.begin(), m_all.end(), [&](const review::Price& price) {
        return !cost::staleness(price, today).empty();
    }));
}

bool PriceModel::own(int row) const {
    const auto& mine = m_editor->costs().prices;
    return std::any_of(mine.begin(), mine.end(), [&](const review::Price& each) {
        return each.subject == price(row).subject && each.field == price(row).field;
    });
}

bool PriceModel::remove(int row) {
    if (row < 0 || row >= rowCount() || !own(row) || m_editor->readOnly())
        return false;
    review::Price gone = price(row);
    gone.amount = -1;
    return m_editor->putPrices({gone}, tr("Delete the price of %1").arg(q(gone.subject)));
}

int PriceModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PriceModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : Columns;
}

QVariant PriceModel::headerData(int section, Qt::Orientation orientation, int role) const {
    const QString heads[] = {tr("Of"), tr("Price"), tr("Amount"), tr("Unit"), tr("Valid")};
    if (orientation != Qt::Horizontal || section >= Columns)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == Amount ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? QVariant(heads[section]) : QVariant();
}

QVariant PriceModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const review::Price& at = price(index.row());
    const std::string stale = cost::staleness(at, m_bridge->session().today());
    if (role == Qt::TextAlignmentRole)
        return QVariant((index.column() == Amount ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ForegroundRole)
        return index.column() == Valid && !stale.empty()           ? tokens()[Token::Med]
               : index.column() == Unit || index.column() == Valid ? tokens()[Token::Ink2]
                                                                   : tokens()[Token::Ink];
    if (role == Qt::ToolTipRole)
        return at.source.empty() ? QVariant() : QVariant(q(at.source));
    if (role != Qt::DisplayRole && role != Qt::EditRole)
        return {};
    switch (index.column()) {
    case Subject:
        return own(index.row()) ? tr("%1 (own)").arg(q(at.subject)) : q(at.subject);
    case Field:
        return fieldWords(at.field);
    case Amount:
        return QLocale(QLocale::English).toString(at.amount, 'g', 8);
    case Unit:
        return q(at.unit);
    default:
        return untilWords(at, stale);
    }
}

Qt::ItemFlags PriceModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.column() == Amount && !m_editor->readOnly())
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool PriceModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || index.column() != Amount)
        return false;
    QString text = value.toString().simplified();
    text.remove(QLatin1Char('$'));
    bool fine = false;
    const double amount = QLocale(QLocale::English).toDouble(text, &fine);
    if (!fine || amount < 0) {
        emit refused(tr("\"%1\" is no price. Give a number of 0 or more, such as 3.50.").arg(value.toString()));
        return false;
    }
    emit refused({});
    review::Price changed = price(index.row());
    if (amount == changed.amount)
        return true;
    changed.amount = amount;
    changed.source = s(tr("entered by hand"));
    changed.validFrom = m_bridge->session().today();
    changed.validUntil = {};
    return m_editor->putPrices({changed}, tr("Set a price of %1").arg(q(changed.subject)));
}

PriceBookDialog::PriceBookDialog(SessionBridge* bridge, CostEditor* editor, QWidget* parent)
    : Dialog(tr("Price book"),
             tr("List prices to start from. A changed one belongs to this review; items keep the figures they have."),
             parent, Width::Wide)
    , m_model(new PriceModel(bridge, editor, this))
    , m_table(new QTableView)
    , m_words(new WrapLabel(QString(), Role::Small, Token::Ink2))
    , m_import(new Button(tr("Import LiteLLM prices"), ButtonLook::Plain))
    , m_remove(new Button(tr("Back to the default"), ButtonLook::Plain)) {
    setObjectName(QStringLiteral("priceBookDialog"));
    setFixedWidth(scaled(860));
    auto* search = new SearchField(tr("Filter prices"));
    search->setObjectName(QStringLiteral("priceSearchEdit"));
    search->setAccessibleName(tr("Filter prices"));
    connect(search, &QLineEdit::textChanged, m_model, &PriceModel::setFilter);
    content()->addWidget(search);
    m_table->setObjectName(QStringLiteral("priceTable"));
    m_table->setAccessibleName(tr("Prices"));
    m_table->setModel(m_model);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                             QAbstractItemView::AnyKeyPressed);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(scaled(30));
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    m_table->horizontalHeader()->setStretchLastSection(true);
    const int widths[] = {212, 176, 80, 164};
    for (int i = 0; i < 4; ++i)
        m_table->setColumnWidth(i, scaled(widths[i]));
    m_table->setFixedHeight(scaled(360));
    content()->addWidget(m_table);
    auto* row = new QHBoxLayout;
    row->setSpacing(kGrid);
    m_import->setObjectName(QStringLiteral("importPricesButton"));
    m_import->setLeadingIcon(Icon::Download);
    m_import->setEnabled(!editor->readOnly());
    m_remove->setObjectName(QStringLiteral("removePriceButton"));
    m_remove->setToolTip(tr("Delete the review's own price (Del)"));
    row->addWidget(m_import);
    row->addWidget(m_remove);
    row->addWidget(m_words, 1, Qt::AlignVCenter);
    content()->addLayout(row);
    acceptButton()->setText(tr("Done"));
    cancelButton()->hide();
    connect(m_import, &QAbstractButton::clicked, this, &PriceBookDialog::importWanted);
    connect(m_remove, &QAbstractButton::clicked, this, [this] { m_model->remove(m_table->currentIndex().row()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &PriceBookDialog::sync);
    connect(m_model, &QAbstractItemModel::modelReset, this, &PriceBookDialog::sync);
    connect(m_model, &PriceModel::refused, this, [this](const QString& sentence) {
        sync();
        if (!sentence.isEmpty()) {
            m_words->setColor(Token::High);
            m_words->setText(sentence);
        }
    });
    search->setFocus();
    sync();
}

void PriceBookDialog::sync() {
    const int row = m_table->currentIndex().row();
    m_remove->setEnabled(row >= 0 && row < m_model->rowCount() && m_model->own(row) && m_import->isEnabled());
    const int stale = m_model->staleCount();
    m_words->setColor(stale > 0 ? Token::Med : Token::Ink2);
    m_words->setText(stale == 0 ? tr("%1 prices, all of them hold").arg(m_model->count())
                                : tr("%1 prices, %2 must be looked up again").arg(m_model->count()).arg(stale));
}

void PriceBookDialog::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Delete && m_table->hasFocus()) {
        m_model->remove(m_table->currentIndex().row());
        return;
    }
    Dialog::keyPressEvent(event);
}

} // namespace plumb::ui
