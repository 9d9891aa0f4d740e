// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/cost_import_rows.h"

#include "ui/models/cost_text.h"
#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"

#include <algorithm>
#include <map>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

namespace plumb::ui {

namespace {

using exchange::AccountLine;
using Fate = AccountLine::Fate;
using Kind = ImportRow::Kind;

constexpr std::size_t kMostPrices = 400; ///< more are put in and not listed
constexpr int kBox = 16, kLeft = 12, kText = 40, kRows = 92, kAmount = 96;

QString countWords(std::uint64_t rows) {
    const QString count = QLocale(QLocale::English).toString(qulonglong(rows));
    return rows == 1 ? ImportModel::tr("1 row") : ImportModel::tr("%1 rows").arg(count);
}

QString money(double amount, const QString& sign) {
    const double size = std::abs(amount);
    const QString digits = QLocale(QLocale::English).toString(size, 'f', size < 100 && size > 0 ? 2 : 0);
    return (amount < 0 && size >= 0.005 ? QString(QChar(0x2212)) : QString()) + sign + digits;
}

ImportRow head(const QString& name, std::uint64_t rows, double amount, const QString& sign) {
    return {Kind::Head, {}, name, {}, countWords(rows), sign.isEmpty() ? QString() : money(amount, sign), false};
}

void addReasons(std::vector<ImportRow>& out, const exchange::Account& account, Fate fate, const QString& name,
                const QString& sign) {
    if (account.rowsOf(fate) == 0)
        return;
    out.push_back(head(name, account.rowsOf(fate), account.amountOf(fate), sign));
    for (const AccountLine& line : account.lines)
        if (line.fate == fate)
            out.push_back({Kind::Reason,
                           {},
                           asSentence(line.reason),
                           line.firstLine > 0 ? ImportModel::tr("from line %1").arg(line.firstLine) : QString(),
                           countWords(line.rows),
                           sign.isEmpty() ? QString() : money(line.amount, sign),
                           fate == Fate::Refused});
}

void addThings(std::vector<ImportRow>& out, const exchange::CostImport& import, const QString& sign) {
    std::map<std::string, const AccountLine*> byName;
    for (const AccountLine& line : import.account.lines)
        if (line.fate == Fate::Mapped)
            byName.emplace(line.reason, &line);
    for (const review::CostItem& item : import.items) {
        const auto found = byName.find(item.name);
        const AccountLine* line = found == byName.end() ? nullptr : found->second;
        out.push_back({Kind::Thing, q(item.id), q(item.name), itemTypeWords(item.type),
                       line == nullptr ? QString() : countWords(line->rows),
                       line == nullptr ? QString() : money(line->amount, sign), false});
    }
    for (const review::CostMeasure& measure : import.measures)
        out.push_back({Kind::Thing, q(measure.id), q(measure.name), measureTypeWords(measure.type), {}, {}, false});
    for (const exchange::MeasuredLoad& load : import.loads)
        out.push_back({Kind::Reason,
                       {},
                       q(load.label),
                       load.item.empty() ? ImportModel::tr("say below which item it is")
                                         : ImportModel::tr("for %1").arg(q(load.item)),
                       ImportModel::tr("%1 points").arg(load.points),
                       percentWords(load.mean),
                       false});
    for (std::size_t i = 0; i < import.prices.size() && i < kMostPrices; ++i) {
        const review::Price& price = import.prices[i];
        out.push_back({Kind::Reason,
                       {},
                       q(price.subject),
                       fieldWords(price.field) + QStringLiteral(", ") + q(price.unit),
                       {},
                       QLocale(QLocale::English).toString(price.amount, 'g', 6),
                       false});
    }
    if (import.prices.size() > kMostPrices)
        out.push_back({Kind::Message,
                       {},
                       ImportModel::tr("and %1 more").arg(import.prices.size() - kMostPrices),
                       {},
                       {},
                       {},
                       false});
}

} // namespace

std::vector<ImportRow> importRows(const exchange::CostImport& import, const QString& sign) {
    std::vector<ImportRow> out;
    const exchange::Account& account = import.account;
    out.push_back(head(ImportModel::tr("Mapped"), account.rowsOf(Fate::Mapped), account.amountOf(Fate::Mapped), sign));
    addThings(out, import, sign);
    addReasons(out, account, Fate::LeftOut, ImportModel::tr("Left out"), sign);
    addReasons(out, account, Fate::Refused, ImportModel::tr("Refused"), sign);
    for (const Message& message : import.messages) {
        QString where = q(message.pointer);
        if (!where.isEmpty())
            where[0] = where[0].toUpper();
        const QString text = q(message.text) + (message.fix.empty() ? QString() : QStringLiteral(" ") + q(message.fix));
        out.push_back(
            {Kind::Message, {}, where.isEmpty() ? text : where + QStringLiteral(": ") + text, {}, {}, {}, true});
    }
    return out;
}

QString importSummary(const exchange::CostImport& import, const QString& sign) {
    QString text = q(import.formatName);
    if (import.from.valid() && import.to.valid())
        text = ImportModel::tr("%1, %2 to %3").arg(text, dayText(import.from), dayText(import.to));
    text += QStringLiteral(". ");
    if (!import.items.empty())
        text += ImportModel::tr("%1 mapped, %2 left out, %3 refused. ")
                    .arg(money(import.account.amountOf(Fate::Mapped), sign),
                         money(import.account.amountOf(Fate::LeftOut), sign),
                         money(import.account.amountOf(Fate::Refused), sign));
    if (import.months > 1.05)
        text += ImportModel::tr("Items are a mean month of %1. ").arg(QString::number(import.months, 'g', 3));
    if (!import.prices.empty())
        text +=
            ImportModel::tr("%1 prices. ").arg(QLocale(QLocale::English).toString(qulonglong(import.prices.size())));
    return text.trimmed();
}

void ImportModel::setRows(std::vector<ImportRow> rows) {
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
    emit ticksChanged();
}

int ImportModel::tickedCount() const {
    return static_cast<int>(std::count_if(m_rows.begin(), m_rows.end(), [this](const ImportRow& row) {
        return row.kind == Kind::Thing && ticked(row.id);
    }));
}

std::vector<std::string> ImportModel::leftOut() const {
    std::vector<std::string> ids;
    for (const ImportRow& row : m_rows)
        if (row.kind == Kind::Thing && !ticked(row.id))
            ids.push_back(s(row.id));
    return ids;
}

int ImportModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ImportModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const ImportRow& at = row(index.row());
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return at.name;
    if (role == Qt::CheckStateRole && at.kind == Kind::Thing)
        return ticked(at.id) ? Qt::Checked : Qt::Unchecked;
    if (role == Qt::AccessibleTextRole) {
        QStringList parts{at.name};
        for (const QString& part : {at.detail, at.rows, at.amount})
            if (!part.isEmpty())
                parts << part;
        return parts.join(QStringLiteral(", "));
    }
    return {};
}

bool ImportModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (!index.isValid() || role != Qt::CheckStateRole || row(index.row()).kind != Kind::Thing)
        return false;
    const QString id = row(index.row()).id;
    if (value.toInt() == Qt::Checked)
        m_off.remove(id);
    else
        m_off.insert(id);
    emit dataChanged(index, index);
    emit ticksChanged();
    return true;
}

Qt::ItemFlags ImportModel::flags(const QModelIndex& index) const {
    if (!index.isValid())
        return Qt::NoItemFlags;
    return row(index.row()).kind == Kind::Thing ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable
                                                : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

QSize ImportDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto kind = static_cast<const ImportModel*>(index.model())->row(index.row()).kind;
    return {option.rect.width(), scaled(kind == Kind::Head ? 34 : 28)};
}

void ImportDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto* model = static_cast<const ImportModel*>(index.model());
    const ImportRow& at = model->row(index.row());
    const Tokens& t = tokens();
    const QRectF box = option.rect;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool isHead = at.kind == Kind::Head;
    drawRowBackground(painter, box, option.state.testFlag(QStyle::State_MouseOver) && !isHead,
                      option.state.testFlag(QStyle::State_Selected) && !isHead,
                      option.state.testFlag(QStyle::State_Active), t);
    if (isHead)
        painter->fillRect(QRectF(box.left(), box.bottom(), box.width(), 1), t[Token::Line2]);
    if (at.kind == Kind::Thing)
        drawCheckBox(painter, {box.left() + kLeft, box.center().y() - kBox / 2.0, kBox, kBox},
                     model->ticked(at.id) ? BoxState::On : BoxState::Off, true, t);
    const QColor ink = t[at.kind == Kind::Thing && !model->ticked(at.id) ? Token::Ink3 : Token::Ink];
    const Role role = isHead ? Role::SmallStrong : Role::Small;
    const qreal end = box.right() - kLeft;
    const Qt::Alignment right = Qt::AlignRight | Qt::AlignVCenter;
    drawText(painter, {end - scaled(kAmount), box.top(), scaled(kAmount) * 1.0, box.height()}, at.amount, role, ink,
             right, Digits::Tabular);
    drawText(painter, {end - scaled(kAmount + kRows), box.top(), scaled(kRows) * 1.0 - 8, box.height()}, at.rows,
             isHead ? Role::Small : Role::Micro, t[Token::Ink3], right, Digits::Tabular);
    const qreal left = box.left() + (isHead || at.kind == Kind::Message ? kLeft : kText);
    const bool wide = at.rows.isEmpty() && at.amount.isEmpty();
    const qreal room = (wide ? end : end - scaled(kAmount + kRows)) - left - 8;
    const qreal name = drawText(painter, {left, box.top(), room, box.height()}, at.name, role,
                                at.kind == Kind::Message && at.wrong ? t[Token::High] : ink);
    if (room - name > 40)
        drawText(painter, {left + name + 10, box.top(), room - name - 10, box.height()}, at.detail, Role::Micro,
                 t[Token::Ink3]);
    painter->restore();
}

bool ImportDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                                 const QModelIndex& index) {
    const bool space = event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space;
    const bool click = event->type() == QEvent::MouseButtonRelease &&
                       static_cast<QMouseEvent*>(event)->position().x() < option.rect.left() + kText;
    if (!space && !click)
        return false;
    return model->setData(index, index.data(Qt::CheckStateRole).toInt() == Qt::Checked ? Qt::Unchecked : Qt::Checked,
                          Qt::CheckStateRole);
}

} // namespace plumb::ui
