// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A ChartView as a person has it: shown, pointed at, driven by keys, its menu opened, its files answered.
#pragma once

#include "ui/bridge/file_dialogs.h"
#include "ui/charts/chart_plot.h"
#include "ui/charts/chart_table.h"
#include "ui/charts/chart_view.h"

#include <memory>

#include <QSignalSpy>
#include <QStringList>
#include <QTemporaryDir>

class QAction;

namespace plumb::test {

class ChartDriver final : public ui::FileDialogs {
public:
    explicit ChartDriver(const report::Chart& chart, QSize size = {620, 360});

    void key(Qt::Key key, Qt::KeyboardModifiers held = {});
    void point(QPointF at); ///< moves the mouse there
    void pointAtBar(int bar);
    void clickBar(int bar);
    void drag(QPointF from, QPointF to);
    void wheel(QPointF at, int steps, Qt::KeyboardModifiers held);
    [[nodiscard]] QPointF barMiddle(int bar) const;
    /// Opens the menu, triggers the entry and closes it. False: there is none, or it is disabled.
    bool menu(const QString& entry);
    [[nodiscard]] QAction* entry(const QString& name) const;
    /// What stands on the chart in words: ticks, names, labels.
    [[nodiscard]] QStringList words() const;

    [[nodiscard]] QString open(QWidget*, const QString&, const QString&, const QString&) override { return {}; }
    [[nodiscard]] QString save(QWidget*, const QString& title, const QString& suggested, const QString&, bool) override;

    ui::ChartView view;
    ui::ChartPlot* plot;
    ui::ChartTableView* table;
    QTemporaryDir folder;
    QString answer; ///< of the file dialog; empty: the user gives up
    QString asked;  ///< the name that was suggested
    QSignalSpy links, moves, notices;
};

} // namespace plumb::test
