// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/costs_foot.h"

#include "ui/models/cost_text.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include "ui/theme/parts.h"

#include <cmath>
#include <optional>
#include <QAbstractButton>
#include <QLocale>
#include <QPainter>

namespace plumb::ui {

namespace {

/// The bob and the band, with what they mean.
class ChartSigns final : public QWidget {
public:
    explicit ChartSigns(QWidget* parent) : QWidget(parent) {
        setAccessibleName(CostsFoot::tr("Bob: the likely value. Band: P10 to P90."));
        followTheme(this);
    }
    QSize sizeHint() const override {
        return {static_cast<int>(std::ceil(textWidth(bob(), Role::Micro) + textWidth(band(), Role::Micro))) +
                    scaled(14 + 16 + 6 + 8 + 24),
                scaled(20)};
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Tokens& t = tokens();
        plumbLine(&painter, {5, height() / 2.0 + 6}, height() / 2.0 - 7, t[Token::Accent]);
        const qreal end =
            14 + drawText(&painter, {14, 0, width() - 14.0, height() * 1.0}, bob(), Role::Micro, t[Token::Ink2]);
        const QRectF box(end + scaled(24), std::round(height() / 2.0 - 5), scaled(16), 10);
        painter.fillRect(box, t[Token::C1b]);
        drawText(&painter, {box.right() + 6, 0, width() - box.right() - 6, height() * 1.0}, band(), Role::Micro,
                 t[Token::Ink2]);
    }

private:
    static QString bob() { return CostsFoot::tr("the likely value"); }
    static QString band() { return CostsFoot::tr("P10 to P90"); }
};

/// A word of the foot line that can be pressed.
class FootButton final : public QAbstractButton {
public:
    explicit FootButton(QWidget* parent) : QAbstractButton(parent) {
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        followTheme(this);
    }
    void say(const QString& text, std::optional<Icon> icon = {}) {
        m_icon = icon;
        setText(text);
        setAccessibleName(text);
        updateGeometry();
        update();
    }
    QSize sizeHint() const override {
        return {static_cast<int>(std::ceil(textWidth(text(), Role::Micro, Digits::Tabular))) + 2 * kPad +
                    (m_icon ? scaled(18) : 0),
                scaled(24)};
    }
    static constexpr int kPad = 8;

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Tokens& t = tokens();
        if (isDown() || underMouse())
            paintFrame(&painter, rect(), kRadiusBox, t[isDown() ? Token::Press : Token::Hover], QColor());
        qreal left = kPad;
        if (m_icon) {
            paintIcon(&painter, {left, height() / 2.0 - 7, 14, 14}, *m_icon, 14, t[Token::Med]);
            left += scaled(18);
        }
        drawText(&painter, {left, 0, width() - left, height() * 1.0}, text(), Role::Micro, t[Token::Ink2],
                 Qt::AlignLeft | Qt::AlignVCenter, Digits::Tabular);
    }

private:
    std::optional<Icon> m_icon;
};

} // namespace

CostsFoot::CostsFoot(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("costsFoot"));
    m_month = add(QStringLiteral("monthButton"), Part::Month, tr("Change the length of a month (H)"));
    m_currency = add(QStringLiteral("currencyButton"), Part::Currency, tr("Change the currency (H)"));
    m_prices = add(QStringLiteral("pricesButton"), Part::Prices, tr("Open the price book (P)"));
    m_trials = add(QStringLiteral("trialsButton"), Part::Trials, tr("Change trials and seed of the simulation (H)"));
    m_horizon = add(QStringLiteral("horizonButton"), Part::Horizon, tr("Change horizon and discount rate (H)"));
    m_legend = new ChartSigns(this);
    connect(&Theme::instance(), &Theme::changed, this, &CostsFoot::arrange);
    show(review::CostSettings(), 0, {});
}

QAbstractButton* CostsFoot::add(const QString& name, Part part, const QString& tip) {
    auto* button = new FootButton(this);
    button->setObjectName(name);
    button->setToolTip(tip);
    connect(button, &QAbstractButton::clicked, this, [this, part] { emit editWanted(part); });
    return button;
}

void CostsFoot::show(const review::CostSettings& settings, int stale, Date until) {
    const QLocale english(QLocale::English);
    const auto say = [](QAbstractButton* button, const QString& text, std::optional<Icon> icon = {}) {
        static_cast<FootButton*>(button)->say(text, icon);
    };
    say(m_month, settings.hoursPerMonth == 720
                     ? tr("Month of 30 days, 720 hours")
                     : tr("Month of %1 hours").arg(english.toString(settings.hoursPerMonth, 'g', 5)));
    say(m_currency, q(settings.currency));
    say(m_prices,
        stale == 1      ? tr("1 stale price")
        : stale > 1     ? tr("%1 stale prices").arg(stale)
        : until.valid() ? tr("prices valid until %1").arg(dayText(until))
                        : tr("prices without a last day"),
        stale > 0 ? std::optional(Icon::Warning) : std::nullopt);
    say(m_trials,
        tr("%1 trials, seed %2").arg(english.toString(qlonglong(settings.trials)), QString::number(settings.seed)));
    say(m_horizon, tr("%1 months, %2 % a year")
                       .arg(settings.horizonMonths)
                       .arg(QString::number(settings.discountRate * 100, 'g', 3)));
    arrange();
}

void CostsFoot::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    drawHairline(&painter, rect(), tokens()[Token::Line]);
}

void CostsFoot::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void CostsFoot::arrange() {
    const bool compact = Theme::instance().compact();
    setFixedHeight(scaled(compact ? 34 : 40));
    // Text begins where that of the panes above does; the padding of the button hangs out to the left.
    int x = (compact ? 20 : 28) - FootButton::kPad;
    for (QAbstractButton* button : {m_month, m_currency, m_prices, m_trials, m_horizon}) {
        const QSize size = button->sizeHint();
        button->setGeometry(x, (height() - size.height()) / 2 + 1, size.width(), size.height());
        button->setVisible(x + size.width() <= width());
        x += size.width() + (compact ? 4 : 12);
    }
    const QSize legend = m_legend->sizeHint();
    m_legend->setGeometry(width() - (compact ? 20 : 28) - legend.width(), (height() - legend.height()) / 2 + 1,
                          legend.width(), legend.height());
    m_legend->setVisible(m_legend->x() > x);
}

} // namespace plumb::ui
