// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare_charts.h"

#include "core/report/compare_charts.h"
#include "ui/bridge/action_table.h"
#include "ui/charts/chart_view.h"
#include "ui/models/compare_words.h"
#include "ui/pages/compare_feed.h"
#include "ui/pages/compare_money.h"
#include "ui/widgets/pane_parts.h"
#include "ui/widgets/segmented.h"

#include <map>
#include <QDateTime>
#include <QLocale>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace plumb::ui {

CompareCauses::CompareCauses(ActionTable* actions, QWidget* parent)
    : QWidget(parent), m_stack(new QStackedWidget), m_chart(new ChartView(QStringLiteral("causes"))) {
    setObjectName(QStringLiteral("compareCauses"));
    m_chart->setCorner(makeSegments(actions));
    m_money = new CompareMoney(makeSegments(actions));
    m_stack->addWidget(m_chart);
    m_stack->addWidget(m_money);
    columnOf(this)->addWidget(m_stack);
    setFocusProxy(m_chart);
}

SegmentedControl* CompareCauses::makeSegments(ActionTable* actions) {
    auto* control = new SegmentedControl(tr("What moved"));
    control->setObjectName(m_segments.empty() ? QStringLiteral("causesSegments") : QStringLiteral("moneySegments"));
    control->setSmall(true);
    control->addSegment(tr("Score"), actions->tooltip(u"compare.causes"));
    control->addSegment(tr("Money"), actions->tooltip(u"compare.money"));
    control->setCurrentIndex(0);
    connect(control, &SegmentedControl::chosen, this, [this](int index) { setPart(static_cast<Part>(index)); });
    m_segments.push_back(control);
    return control;
}

void CompareCauses::setPart(Part part) {
    const bool focused = focusWidget() != nullptr && focusWidget()->hasFocus();
    m_part = part;
    const int index = static_cast<int>(part);
    m_stack->setCurrentIndex(index);
    for (SegmentedControl* control : m_segments)
        control->setCurrentIndex(index);
    if (focused && m_segments[static_cast<std::size_t>(index)]->isVisible())
        m_segments[static_cast<std::size_t>(index)]->segment(index)->setFocus(Qt::OtherFocusReason);
}

void CompareCauses::setSegmentsShown(bool shown) {
    for (SegmentedControl* control : m_segments)
        control->setVisible(shown);
}

void CompareCauses::show(const CompareShown& shown, const QString& from, const QString& to) {
    compare::Comparison named = shown.comparison;
    named.from = from.toStdString();
    named.to = to.toStdString();
    report::Chart chart = report::scoreCausesChart(named);
    for (report::ChartCategory& category : chart.categories)
        if (category.name == "Answers taken back") // three words break into three lines below a bar
            category.name = tr("Taken back").toStdString();
    m_chart->show(chart);
    m_money->show(shown.comparison, from, to, shown.before->currency, shown.after->currency);
}

std::vector<compare::TrendPoint> namedForChart(std::vector<compare::TrendPoint> points) {
    const auto said = [](const compare::TrendPoint& point, QStringView format) {
        return QLocale(QLocale::English).toString(QDateTime::fromMSecsSinceEpoch(point.time.ms), format).toStdString();
    };
    std::map<std::string, int> months;
    for (std::size_t i = 0; i + 1 < points.size(); ++i)
        ++months[said(points[i], u"MMM yyyy")];
    for (std::size_t i = 0; i < points.size(); ++i) {
        const std::string month = said(points[i], u"MMM yyyy");
        // Two of one month are told apart by their day.
        points[i].name = i + 1 == points.size() ? CompareCauses::tr("Now").toStdString()
                         : months[month] > 1    ? said(points[i], u"d MMM yyyy")
                                                : month;
    }
    return points;
}

} // namespace plumb::ui
