// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/price_pick_dialog.h"

#include "ui/models/cost_text.h"
#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/search_field.h"

#include <algorithm>
#include <QKeyEvent>
#include <QListWidget>
#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace plumb::ui {

namespace {

constexpr int kDetail = Qt::UserRole, kStale = Qt::UserRole + 1;

class PriceDelegate final : public QStyledItemDelegate {
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
        const QString stale = index.data(kStale).toString();
        drawText(painter, text.translated(0, scaled(18)), index.data(kDetail).toString(), Role::Micro,
                 t[stale.isEmpty() ? Token::Ink3 : Token::Med], Qt::AlignLeft | Qt::AlignVCenter, Digits::Tabular);
        painter->restore();
    }
};

QString words(const review::Price& price) {
    return PricePickDialog::tr("%1 %2").arg(fieldWords(price.field).toLower(),
                                            QLocale(QLocale::English).toString(price.amount, 'g', 6));
}

} // namespace

PricePickDialog::PricePickDialog(const cost::PriceBook& book, std::string_view itemType,
                                 const std::vector<std::string>& fields, Date today, QWidget* parent)
    : Dialog(tr("Take prices from the book"),
             tr("The figures go into the item with their source and last day; the item keeps them when the book "
                "changes."),
             parent, Width::Wide)
    , m_list(new QListWidget) {
    setObjectName(QStringLiteral("pricePickDialog"));
    auto* search = new SearchField(tr("Filter"));
    search->setObjectName(QStringLiteral("pricePickSearchEdit"));
    search->setAccessibleName(tr("Filter"));
    connect(search, &QLineEdit::textChanged, this, &PricePickDialog::narrow);
    content()->addWidget(search);
    m_list->setObjectName(QStringLiteral("pricePickList"));
    m_list->setAccessibleName(tr("Prices of"));
    m_list->setItemDelegate(new PriceDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAttribute(Qt::WA_Hover);
    m_list->setFixedHeight(scaled(8 * 42 + 4));
    for (const std::string& subject : book.subjectsFor(itemType)) {
        QStringList parts;
        QString stale;
        for (const review::Price& price : book.all()) {
            if (price.subject != subject || std::find(fields.begin(), fields.end(), price.field) == fields.end())
                continue;
            parts << words(price);
            if (stale.isEmpty())
                stale = q(cost::staleness(price, today));
        }
        auto* item = new QListWidgetItem(q(subject), m_list);
        if (!stale.isEmpty())
            parts << tr("stale: %1").arg(stale);
        item->setData(kDetail, parts.join(QStringLiteral(" · ")));
        item->setData(kStale, stale);
        item->setData(Qt::AccessibleTextRole,
                      QString(q(subject) + QStringLiteral(", ") + parts.join(QStringLiteral(", "))));
    }
    content()->addWidget(m_list);
    acceptButton()->setText(tr("Take them"));
    const auto sync = [this] { acceptButton()->setEnabled(!subject().empty()); };
    connect(m_list, &QListWidget::currentRowChanged, this, sync);
    connect(m_list, &QListWidget::itemDoubleClicked, this, &QDialog::accept);
    m_list->setCurrentRow(0);
    search->setFocus();
    sync();
}

void PricePickDialog::narrow(const QString& text) {
    int first = -1;
    for (int i = 0; i < m_list->count(); ++i) {
        const bool fits = m_list->item(i)->text().contains(text.simplified(), Qt::CaseInsensitive);
        m_list->item(i)->setHidden(!fits);
        if (fits && first < 0)
            first = i;
    }
    m_list->setCurrentRow(first);
}

std::string PricePickDialog::subject() const {
    const QListWidgetItem* item = m_list->currentItem();
    return item == nullptr || item->isHidden() ? std::string() : s(item->text());
}

} // namespace plumb::ui
