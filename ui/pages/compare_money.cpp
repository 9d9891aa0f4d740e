// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare_money.h"

#include "ui/models/cost_text.h"
#include "ui/models/money_text.h"
#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"
#include "ui/widgets/pane_parts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <QHBoxLayout>
#include <QPainter>

namespace plumb::ui {

namespace {

struct MoneyRow {
    QString name, before, after, change;
    int way = 0; ///< -1 cheaper, 1 dearer
};

QString withSign(double amount, const QString& sign) {
    const double whole = std::round(amount);
    if (whole == 0)
        return QStringLiteral("±0");
    return (whole > 0 ? QStringLiteral("+") : QString()) + fullMoney(whole, sign);
}

} // namespace

/// Painted rows; read out as one description.
class CompareMoney::Table final : public QWidget {
public:
    Table() { setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); }
    QStringList heads;
    std::vector<MoneyRow> rows;

    [[nodiscard]] QSize sizeHint() const override {
        return {scaled(280), rows.empty() ? 0 : tableHeadHeight() + static_cast<int>(rows.size()) * scaled(34)};
    }
    [[nodiscard]] QStringList lines() const {
        QStringList out;
        for (const MoneyRow& row : rows)
            out << QStringList{row.name, row.before, row.after, row.change}.join(QStringLiteral(", "));
        return out;
    }

protected:
    /// As wide as their widest number, so that names have the rest.
    [[nodiscard]] std::array<qreal, 3> widths() const {
        std::array<qreal, 3> out{};
        for (std::size_t i = 0; i < out.size(); ++i)
            out[i] = textWidth(heads[static_cast<int>(i) + 1], Role::SmallMedium);
        for (const MoneyRow& row : rows) {
            const QString* const texts[] = {&row.before, &row.after, &row.change};
            for (std::size_t i = 0; i < out.size(); ++i)
                out[i] = std::max(out[i], textWidth(*texts[i], Role::Body, Digits::Tabular));
        }
        for (qreal& width : out)
            width = std::ceil(width) + scaled(16);
        return out;
    }
    void paintEvent(QPaintEvent*) override {
        if (rows.empty())
            return;
        QPainter painter(this);
        const Tokens& colors = tokens();
        const std::array<qreal, 3> columns = widths();
        const auto cells = [&](qreal top, qreal height, const QStringList& texts, Role role, const QColor& ink,
                               const QColor& last) {
            qreal right = width();
            for (int i = 3; i > 0; --i) {
                const qreal column = columns[static_cast<std::size_t>(i - 1)];
                drawText(&painter, {right - column, top, column, height}, texts[i], role, i == 3 ? last : ink,
                         Qt::AlignRight | Qt::AlignVCenter, Digits::Tabular);
                right -= column;
            }
            drawText(&painter, {0, top, right - 4, height}, texts[0], role, ink);
        };
        const qreal head = tableHeadHeight();
        cells(0, head - 1, heads, Role::SmallMedium, colors[Token::Ink3], colors[Token::Ink3]);
        painter.fillRect(QRectF(0, head - 1, width(), 1), colors[Token::Line2]);
        qreal y = head;
        for (const MoneyRow& row : rows) {
            const qreal height = scaled(34);
            cells(y, height, {row.name, row.before, row.after, row.change}, Role::Body, colors[Token::Ink],
                  colors[row.way < 0   ? Token::NoRisk
                         : row.way > 0 ? Token::High
                                       : Token::Ink]);
            painter.fillRect(QRectF(0, y + height - 1, width(), 1), colors[Token::Line]);
            y += height;
        }
    }
};

CompareMoney::CompareMoney(QWidget* corner, QWidget* parent)
    : QWidget(parent)
    , m_title(oneLine(tr("Money by scenario"), Role::BodyStrong, Token::Ink))
    , m_sentence(new WrapLabel(QString(), Role::Small, Token::Ink2))
    , m_table(new Table) {
    setObjectName(QStringLiteral("compareMoneyView"));
    m_sentence->setObjectName(QStringLiteral("moneySentenceLabel"));
    m_table->setObjectName(QStringLiteral("compareMoneyTable"));
    m_table->setAccessibleName(tr("Money by scenario, before and after"));
    auto* column = columnOf(this);
    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(corner, 0, Qt::AlignVCenter);
    head->addSpacing(scaled(32)); // where the other pane has its menu
    column->addLayout(head);
    column->addWidget(m_sentence);
    column->addSpacing(scaled(6));
    column->addWidget(m_table);
    column->addStretch(1);
}

void CompareMoney::show(const compare::Comparison& comparison, const QString& from, const QString& to,
                        const std::string& currencyBefore, const std::string& currencyAfter) {
    const QString signBefore = signOf(currencyBefore), signAfter = signOf(currencyAfter);
    const bool same = currencyBefore == currencyAfter;
    m_table->heads = QStringList{tr("A month"), from, to, tr("Change")};
    m_table->rows.clear();
    const QString none = QStringLiteral("–");
    for (const compare::MoneyChange& change : comparison.money) {
        MoneyRow row;
        row.name = change.name.empty() ? tr("The bill") : QString::fromStdString(change.name);
        row.before = change.before ? fullMoney(std::round(change.before->monthly), signBefore) : none;
        row.after = change.after ? fullMoney(std::round(change.after->monthly), signAfter) : none;
        row.change = none;
        if (change.before && change.after && same) {
            const double moved = change.after->monthly - change.before->monthly;
            row.change = withSign(moved, signAfter);
            row.way = std::abs(moved) < 0.5 ? 0 : moved < 0 ? -1 : 1;
        }
        m_table->rows.push_back(row);
    }
    m_sentence->setText(comparison.money.empty() ? tr("Neither of the two has costs.")
                        : same ? tr("Run rate a month; a scenario that one side has not stands alone.")
                               : tr("The two are in different currencies: they stand beside each other, without a "
                                    "difference."));
    m_table->setAccessibleDescription(m_table->lines().join(QStringLiteral("; ")));
    m_table->updateGeometry();
    m_table->update();
}

QString CompareMoney::text() const {
    return m_table->lines().join(QLatin1Char('\n'));
}

} // namespace plumb::ui
