// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/cost_import_dialog.h"

#include "ui/bridge/error_words.h"
#include "ui/bridge/file_dialogs.h"
#include "ui/dialogs/cost_import_rows.h"
#include "ui/models/cost_editor.h"
#include "ui/models/cost_text.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/progress.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/switch.h"

#include <QComboBox>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QListView>
#include <QLocale>
#include <QMimeData>
#include <QSignalBlocker>

namespace plumb::ui {

namespace {

QString droppedFile(const QMimeData* data) {
    for (const QUrl& url : data->urls())
        if (url.isLocalFile() && CostImportDialog::readable(url.toLocalFile()))
            return url.toLocalFile();
    return {};
}

} // namespace

QString CostImportDialog::filter() {
    return tr("Bills, prices and loads (*.csv *.csv.gz *.gz *.json)");
}

bool CostImportDialog::readable(const QString& path) {
    const QString name = path.toLower();
    return name.endsWith(QLatin1String(".csv")) || name.endsWith(QLatin1String(".gz")) ||
           name.endsWith(QLatin1String(".json"));
}

CostImportDialog::CostImportDialog(CostEditor* editor, JobRunner* jobs, FileDialogs* files, const QString& folder,
                                   QWidget* parent)
    : Dialog(tr("Import costs"), QString(), parent, Width::Wide)
    , m_editor(editor)
    , m_jobs(jobs)
    , m_files(files)
    , m_folder(folder)
    , m_model(new ImportModel(this))
    , m_choose(new Button(tr("Choose a file"), ButtonLook::Plain))
    , m_progress(new ProgressPanel(QString()))
    , m_list(new QListView) {
    setObjectName(QStringLiteral("costImportDialog"));
    setFixedWidth(scaled(680));
    setAcceptDrops(true);
    setSentence(tr("FOCUS or AWS cost and usage exports, Cost Optimization Hub, Pricing Calculator, infracost, LiteLLM "
                   "prices, CloudWatch loads. Nothing changes before you say so."));
    m_choose->setObjectName(QStringLiteral("chooseFileButton"));
    m_choose->setLeadingIcon(Icon::Folder);
    m_choose->setVisible(files != nullptr);
    connect(m_choose, &QAbstractButton::clicked, this, &CostImportDialog::choose);
    content()->addWidget(m_choose, 0, Qt::AlignLeft);
    m_progress->setObjectName(QStringLiteral("importProgress"));
    m_progress->hide();
    connect(m_progress, &ProgressPanel::cancelled, this, [this] {
        if (m_job)
            m_job->cancel();
    });
    content()->addWidget(m_progress);
    buildOptions();
    m_list->setObjectName(QStringLiteral("importList"));
    m_list->setAccessibleName(tr("What the file holds; Space leaves a thing out"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ImportDelegate(m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setMouseTracking(true);
    m_list->setFixedHeight(scaled(300));
    m_list->hide();
    content()->addWidget(m_list);
    m_replace = new Switch(tr("Replace what came from a file of this name"));
    m_replace->setObjectName(QStringLiteral("replaceSwitch"));
    m_replace->hide();
    content()->addWidget(m_replace, 0, Qt::AlignLeft);
    connect(m_model, &ImportModel::ticksChanged, this, &CostImportDialog::sync);
    acceptButton()->setText(tr("Add to baseline"));
    sync();
    m_choose->setFocus();
}

CostImportDialog::~CostImportDialog() {
    if (m_job)
        m_job->cancel();
}

void CostImportDialog::buildOptions() {
    m_optionRow = new QWidget;
    auto* row = new QHBoxLayout(m_optionRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(scaled(12));
    m_grouping = new SegmentedControl(tr("Items by"));
    m_grouping->setObjectName(QStringLiteral("groupingSegments"));
    m_grouping->addSegment(tr("Meaning"), tr("Endpoints, tokens and so on where the row says so"));
    m_grouping->addSegment(tr("Service"), tr("One item for each service"));
    m_grouping->addSegment(tr("Resource"), tr("One item for each resource"));
    m_grouping->setCurrentIndex(0);
    m_month = new QComboBox;
    m_month->setObjectName(QStringLiteral("monthCombo"));
    m_month->addItem(tr("Mean of all"), QString());
    m_currency = new QComboBox;
    m_currency->setObjectName(QStringLiteral("importCurrencyCombo"));
    m_currency->addItem(tr("As in the file"), QString());
    m_target = new QComboBox;
    m_target->setObjectName(QStringLiteral("targetCombo"));
    m_target->addItem(tr("By its label"), QString());
    row->addWidget(new Field(tr("Items by"), m_grouping));
    row->addWidget(new Field(tr("Month"), m_month), 1);
    row->addWidget(new Field(tr("Currency"), m_currency), 1);
    m_targetField = new Field(tr("Load of"), m_target);
    row->addWidget(m_targetField, 1);
    m_optionRow->hide();
    content()->addWidget(m_optionRow);
    connect(m_grouping, &SegmentedControl::chosen, this, [this](int index) {
        m_options.grouping = static_cast<exchange::Grouping>(index);
        readAgain();
    });
    connect(m_month, &QComboBox::activated, this, [this] {
        m_options.month = s(m_month->currentData().toString());
        readAgain();
    });
    connect(m_currency, &QComboBox::activated, this, [this] {
        m_options.currency = s(m_currency->currentData().toString());
        readAgain();
    });
    connect(m_target, &QComboBox::activated, this, [this] {
        m_options.target.clear();
        if (const QString id = m_target->currentData().toString(); !id.isEmpty())
            m_options.target = {s(id)};
        readAgain();
    });
}

void CostImportDialog::choose() {
    const QString path = m_files->open(this, tr("Import costs"), m_folder, filter());
    if (!path.isEmpty())
        read(path);
}

void CostImportDialog::read(const QString& path) {
    m_path = path;
    m_import.reset();
    m_options = {};
    m_options.hoursPerMonth = m_editor->costs().settings.hoursPerMonth;
    m_grouping->setCurrentIndex(0);
    for (QComboBox* box : {m_month, m_currency, m_target})
        while (box->count() > 1)
            box->removeItem(1);
    readAgain();
}

void CostImportDialog::readAgain() {
    if (m_job)
        m_job->cancel();
    const int reading = ++m_reading;
    const QString name = QFileInfo(m_path).fileName();
    m_progress->setTitle(tr("Reading %1").arg(name));
    m_progress->setDetail({});
    m_progress->setShare(0);
    m_job = m_jobs->start<exchange::CostImport>(
        tr("Reading %1").arg(name), this,
        [path = s(m_path), name = s(name), options = m_options](JobContext& job) -> Result<exchange::CostImport> {
            PLUMB_TRY(source, exchange::openImport(path));
            return exchange::readCosts(*source, name, options, [&job](std::uint64_t done, std::uint64_t total) {
                return job.progress(done, total);
            });
        },
        [this, reading](Result<exchange::CostImport> import) {
            if (reading == m_reading)
                show(std::move(import));
        });
    connect(m_job, &Job::progressed, this, &CostImportDialog::showProgress);
    sync();
}

void CostImportDialog::showProgress() {
    if (!m_job)
        return;
    m_progress->show();
    m_progress->setShare(m_job->total() > 0 ? double(m_job->done()) / double(m_job->total()) : 0);
    const QLocale english(QLocale::English);
    m_progress->setDetail(
        tr("%1 of %2 MB")
            .arg(english.toString(m_job->done() / 1'000'000), english.toString(m_job->total() / 1'000'000)));
    adjustSize();
}

void CostImportDialog::show(Result<exchange::CostImport> import) {
    m_progress->hide();
    m_job = nullptr;
    if (!import) {
        m_import.reset();
        m_model->setRows({});
        const Error& error = import.error();
        refuse(error);
        if (error.id == "import.mixedCurrency")
            for (const std::string& code : error.args)
                if (m_currency->findData(q(code)) < 0)
                    m_currency->addItem(q(code), q(code));
    } else {
        m_import = std::make_shared<exchange::CostImport>(std::move(*import));
        const bool spent = !m_import->items.empty() || !m_import->measures.empty();
        const QString sign = spent ? signOf(m_import->currency) : QString();
        setSentence(importSummary(*m_import, sign));
        m_model->setRows(importRows(*m_import, sign));
        showOptions();
    }
    m_list->setVisible(m_import != nullptr);
    m_optionRow->setVisible(m_import != nullptr || m_currency->count() > 1);
    m_choose->setText(tr("Choose another file"));
    sync();
    adjustSize();
    if (m_import)
        m_list->setFocus();
}

void CostImportDialog::refuse(const Error& error) {
    QString words = q(error.text);
    for (std::size_t i = 0; i < error.messages.size() && i < 3; ++i)
        words += QStringLiteral("\n") + q(error.messages[i].text) + QStringLiteral(" ") + q(error.messages[i].fix);
    setSentence(words);
    adjustSize();
}

void CostImportDialog::showOptions() {
    const bool bill = !m_import->items.empty();
    m_grouping->parentWidget()->setVisible(bill);
    m_month->parentWidget()->setVisible(bill && m_import->from.valid());
    m_currency->parentWidget()->setVisible(m_currency->count() > 1);
    m_targetField->setVisible(!m_import->loads.empty());
    if (m_month->count() == 1 && m_import->from.valid())
        for (Date month{m_import->from.year, m_import->from.month, 1}; month <= m_import->to && m_month->count() < 61;
             month = addMonths(month, 1)) {
            const QString id = q(toIso(month).substr(0, 7));
            m_month->addItem(
                QLocale(QLocale::English).toString(QDate(month.year, month.month, 1), QStringLiteral("MMMM yyyy")), id);
        }
    if (m_target->count() == 1)
        for (const review::CostItem& item : m_editor->costs().items)
            m_target->addItem(q(item.name), q(item.id));
    const std::string name = s(QFileInfo(m_path).fileName());
    bool before = false;
    for (const review::CostItem& item : m_editor->costs().items)
        before = before || item.note.find(name) != std::string::npos;
    m_replace->setVisible(before && bill);
}

void CostImportDialog::sync() {
    const bool any = m_import != nullptr && m_job == nullptr &&
                     (m_model->tickedCount() > 0 || !m_import->prices.empty() || !m_import->loads.empty());
    acceptButton()->setEnabled(any && !m_editor->readOnly());
    const bool prices = m_import != nullptr && m_import->items.empty() && m_import->measures.empty();
    acceptButton()->setText(!prices ? m_import != nullptr && m_import->items.empty() ? tr("Add the measures")
                                                                                     : tr("Add to baseline")
                            : m_import->loads.empty() ? tr("Add to the price book")
                                                      : tr("Set the loads"));
    acceptButton()->setToolTip(any ? QString() : tr("Choose a file first"));
}

void CostImportDialog::accept() {
    if (m_import == nullptr)
        return;
    session::Session::CostImportChoice choice;
    choice.leaveOut = m_model->leftOut();
    if (m_replace->isVisible() && m_replace->isChecked())
        choice.into = session::Session::CostImportChoice::Into::Replace;
    if (const auto done = m_editor->import(*m_import, choice, QFileInfo(m_path).fileName()); done)
        Dialog::accept();
    else
        refuse(done.error());
}

void CostImportDialog::dragEnterEvent(QDragEnterEvent* event) {
    if (!droppedFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void CostImportDialog::dropEvent(QDropEvent* event) {
    read(droppedFile(event->mimeData()));
}

} // namespace plumb::ui
