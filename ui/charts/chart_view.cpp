// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_view.h"

#include "ui/bridge/file_dialogs.h"
#include "ui/charts/chart_export.h"
#include "ui/charts/chart_header.h"
#include "ui/charts/chart_plot.h"
#include "ui/charts/chart_table.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QStackedLayout>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace plumb::ui {
namespace {

constexpr double kExportScale = 2; ///< pixels for one px of the design
constexpr QSize kLeastExport(480, 300);

} // namespace

class ChartView::Private {
public:
    Private(ChartView* q, const QString& name)
        : view(q), header(new ChartHeader), plot(new ChartPlot), table(new ChartTableView), menu(new QMenu(q)) {
        q->setObjectName(name + QStringLiteral("View"));
        plot->setObjectName(name + QStringLiteral("Chart"));
        table->setObjectName(name + QStringLiteral("Table"));
        header->menuButton()->setObjectName(name + QStringLiteral("MenuButton"));
        menu->setObjectName(name + QStringLiteral("Menu"));
        auto* column = new QVBoxLayout(q);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(6);
        column->addWidget(header);
        stack = new QStackedLayout;
        stack->addWidget(plot);
        stack->addWidget(table);
        column->addLayout(stack, 1);
        q->setFocusProxy(plot);
        QWidget::setTabOrder(plot, table);
        QWidget::setTabOrder(table, header->menuButton());
        header->menuButton()->setMenu(menu);
        fillMenu();
    }

    void fillMenu() {
        const auto entry = [this](const char* name, Icon icon, const QString& words, auto run) {
            QAction* action = menu->addAction(plumb::ui::icon(icon), words);
            action->setObjectName(QString::fromLatin1(name));
            QObject::connect(action, &QAction::triggered, view, run);
            return action;
        };
        copy = entry("copyImage", Icon::Copy, tr("Copy image"), [this] { copyImage(); });
        menu->addSeparator();
        exportSvg = entry("exportSvg", Icon::Image, tr("Export SVG..."), [this] {
            save(QStringLiteral("svg"), tr("Export the chart"), tr("SVG drawing (*.svg)"),
                 [this] { return chartSvg(plot->chart(), exportSize()); });
        });
        exportPng = entry("exportPng", Icon::Image, tr("Export PNG..."), [this] {
            save(QStringLiteral("png"), tr("Export the chart"), tr("PNG image (*.png)"),
                 [this] { return chartPng(plot->chart(), exportSize(), kExportScale); });
        });
        exportCsv = entry("exportCsv", Icon::Table, tr("Export CSV..."), [this] {
            save(QStringLiteral("csv"), tr("Export the figures"), tr("CSV table (*.csv)"),
                 [this] { return chartCsv(plot->chart()); });
        });
        menu->addSeparator();
        showTable = entry("showTable", Icon::Table, tr("Show table"), [this] {
            view->setTableShown(!view->tableShown());
            (view->tableShown() ? static_cast<QWidget*>(table) : plot)->setFocus(Qt::OtherFocusReason);
            emit view->tableShownChanged(view->tableShown());
        });
        showAll = entry("showAll", Icon::Refresh, tr("Show all"), [this] { plot->resetZoom(); });
        QObject::connect(menu, &QMenu::aboutToShow, view, [this] { updateMenu(); });
    }

    void updateMenu() {
        const bool empty = !plot->chart().empty.empty();
        for (QAction* action : {copy, exportSvg, exportPng, exportCsv})
            action->setEnabled(!empty);
        showTable->setEnabled(!empty || view->tableShown());
        showTable->setText(view->tableShown() ? tr("Show chart") : tr("Show table"));
        showAll->setVisible(plot->zoomNow().any() && !view->tableShown());
    }

    [[nodiscard]] QSize exportSize() const { return view->size().expandedTo(kLeastExport) + QSize(32, 32); }

    void copyImage() {
        const QImage image = chartImage(plot->chart(), exportSize(), kExportScale);
        QGuiApplication::clipboard()->setImage(image);
        emit view->notice(tr("The chart was copied as an image."));
    }

    template <class Make> void save(const QString& suffix, const QString& title, const QString& filter, Make make) {
        const QString stem =
            fileNameFor(QString::fromStdString(plot->chart().id.empty() ? plot->chart().title : plot->chart().id));
        const QString home = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
        QString path = files->save(view, title, freePath(folder.isEmpty() ? home : folder, stem, suffix), filter, true);
        if (path.isEmpty())
            return;
        if (QFileInfo(path).suffix().isEmpty())
            path += QLatin1Char('.') + suffix;
        const QString failure = writeWhole(path, make());
        emit view->notice(failure.isEmpty() ? tr("Saved as %1.").arg(QFileInfo(path).fileName()) : failure);
    }

    ChartView* view;
    ChartHeader* header;
    ChartPlot* plot;
    ChartTableView* table;
    QMenu* menu;
    QStackedLayout* stack = nullptr;
    QAction *copy = nullptr, *exportSvg = nullptr, *exportPng = nullptr, *exportCsv = nullptr, *showTable = nullptr,
            *showAll = nullptr;
    DesktopFileDialogs desktop;
    FileDialogs* files = &desktop;
    QString folder;
};

ChartView::ChartView(const QString& name, QWidget* parent)
    : QWidget(parent), m_private(std::make_unique<Private>(this, name)) {
    connect(m_private->plot, &ChartPlot::linkActivated, this, &ChartView::linkActivated);
    connect(m_private->plot, &ChartPlot::categoryMoved, this, &ChartView::categoryMoved);
}

ChartView::~ChartView() = default;

void ChartView::show(const report::Chart& chart) {
    m_private->header->setWords(QString::fromStdString(chart.title), QString::fromStdString(chart.conclusion));
    m_private->plot->show(chart);
    m_private->plot->setAccessibleName(QString::fromStdString(chart.title));
    m_private->plot->setAccessibleDescription(
        QString::fromStdString(chart.empty.empty() ? chart.conclusion : chart.empty));
    m_private->table->setAccessibleName(tr("%1, table").arg(QString::fromStdString(chart.title)));
    if (tableShown())
        m_private->table->show(chart.table);
}

const report::Chart& ChartView::chart() const noexcept {
    return m_private->plot->chart();
}

void ChartView::setTableShown(bool shown) {
    if (shown)
        m_private->table->show(chart().table);
    m_private->stack->setCurrentWidget(shown ? static_cast<QWidget*>(m_private->table) : m_private->plot);
    setFocusProxy(m_private->stack->currentWidget());
    m_private->updateMenu();
}

bool ChartView::tableShown() const noexcept {
    return m_private->stack->currentWidget() == m_private->table;
}

void ChartView::setCorner(QWidget* corner) {
    m_private->header->setCorner(corner);
}

void ChartView::setFileDialogs(FileDialogs* files) {
    m_private->files = files != nullptr ? files : &m_private->desktop;
}

void ChartView::setFolder(const QString& folder) {
    m_private->folder = folder;
}

QImage ChartView::image(QSize size, double scale) const {
    return chartImage(chart(), size, scale);
}

QByteArray ChartView::svg(QSize size) const {
    return chartSvg(chart(), size);
}

void ChartView::contextMenuEvent(QContextMenuEvent* event) {
    const Button* button = m_private->header->menuButton();
    m_private->menu->popup(event->reason() == QContextMenuEvent::Keyboard
                               ? button->mapToGlobal(button->rect().bottomLeft())
                               : event->globalPos());
    event->accept();
}

} // namespace plumb::ui
