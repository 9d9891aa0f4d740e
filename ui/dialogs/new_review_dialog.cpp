// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/new_review_dialog.h"

#include "ui/bridge/error_words.h"
#include "ui/bridge/session_bridge.h"
#include "ui/dialogs/new_review_lens_row.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/wrap_label.h"

#include <QBoxLayout>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QLineEdit>
#include <QMimeData>
#include <QScrollArea>

namespace plumb::ui {
namespace {

constexpr int kMaxRows = 5, kMessagesHeight = 128;

QLineEdit* lineEdit(const char* name, QWidget* parent) {
    auto* const edit = new QLineEdit(parent);
    edit->setObjectName(QLatin1String(name));
    return edit;
}

QString firstLensFile(const QMimeData* data) {
    const auto urls = data->urls();
    for (const QUrl& url : urls) {
        if (url.isLocalFile() && url.toLocalFile().endsWith(QLatin1String(".json"), Qt::CaseInsensitive))
            return url.toLocalFile();
    }
    return {};
}

QScrollArea* quietArea(QWidget* content, QWidget* parent) {
    auto* const area = new QScrollArea(parent);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(content);
    area->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    return area;
}

} // namespace

NewReviewDialog::NewReviewDialog(session::Library library, const QString& folder, FileDialogs* dialogs, JobRunner* jobs,
                                 Create create, QWidget* parent)
    : Dialog(tr("New review"), tr("One file holds the whole review. It stays on this computer."), parent, Width::Wide)
    , m_model(library, folder)
    , m_folder(folder)
    , m_dialogs(dialogs)
    , m_jobs(jobs)
    , m_create(std::move(create)) {
    setObjectName(QStringLiteral("newReviewDialog"));
    setAcceptDrops(true);
    content()->setSpacing(0);
    makeWorkload();
    makeLenses();
    makeTarget();
    acceptButton()->setText(tr("Create review"));
    m_problem = new WrapLabel(QString(), Role::Small, Token::High, this);
    m_problem->setObjectName(QStringLiteral("problemLabel"));
    m_problem->hide();
    content()->addWidget(m_problem);
    connect(&m_model, &NewReviewModel::offersChanged, this, &NewReviewDialog::showLenses);
    connect(&m_model, &NewReviewModel::changed, this, &NewReviewDialog::showTarget);
    showLenses();
    showTarget();
    m_name->setFocus();
}

void NewReviewDialog::makeWorkload() {
    m_name = lineEdit("nameEdit", this);
    m_name->setPlaceholderText(tr("What is reviewed, as the client calls it"));
    m_name->setMaxLength(200);
    m_client = lineEdit("clientEdit", this);
    m_owner = lineEdit("ownerEdit", this);
    m_owner->setPlaceholderText(tr("Who answers for the workload"));
    m_description = lineEdit("descriptionEdit", this);
    m_description->setPlaceholderText(tr("What it does, in one sentence"));
    m_environment = new SegmentedControl(tr("Environment"), this);
    m_environment->setObjectName(QStringLiteral("environmentSegments"));
    m_environment->addSegment(tr("Production"));
    m_environment->addSegment(tr("Pre-production"));
    m_environment->setCurrentIndex(0);
    m_nameField = new Field(tr("Workload"), m_name, this);
    content()->addWidget(m_nameField);
    content()->addSpacing(12);
    auto* const people = new QHBoxLayout;
    people->setSpacing(12);
    people->addWidget(new Field(tr("Client"), m_client, this), 1);
    people->addWidget(new Field(tr("Owner"), m_owner, this), 1);
    content()->addLayout(people);
    content()->addSpacing(12);
    auto* const about = new QHBoxLayout;
    about->setSpacing(12);
    about->addWidget(new Field(tr("Description"), m_description, this), 1);
    about->addWidget(new Field(tr("Environment"), m_environment, this), 0);
    content()->addLayout(about);
    content()->addSpacing(16);
    for (QLineEdit* const edit : {m_name, m_client, m_owner, m_description})
        connect(edit, &QLineEdit::textChanged, this, &NewReviewDialog::takeWorkload);
    connect(m_environment, &SegmentedControl::chosen, this, &NewReviewDialog::takeWorkload);
    takeWorkload();
}

void NewReviewDialog::makeLenses() {
    auto* const head = new QHBoxLayout;
    head->addWidget(new WrapLabel(tr("Questionnaires"), Role::Caption, Token::Ink3, this), 1, Qt::AlignVCenter);
    auto* const add = new Button(tr("Add from a file"), ButtonLook::Link, this);
    add->setObjectName(QStringLiteral("addLensButton"));
    add->setButtonSize(Button::Size::Small);
    add->setLeadingIcon(Icon::Plus);
    add->setToolTip(tr("Any AWS custom lens; you can also drop it on this window"));
    connect(add, &QAbstractButton::clicked, this, &NewReviewDialog::chooseLensFile);
    head->addWidget(add);
    content()->addLayout(head);
    m_rows = new QWidget(this);
    auto* const rows = new QVBoxLayout(m_rows);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    m_rowsArea = quietArea(m_rows, this);
    m_rowsArea->setObjectName(QStringLiteral("lensArea"));
    content()->addWidget(m_rowsArea);
    m_lensError = new WrapLabel(tr("Tick at least one questionnaire."), Role::Small, Token::High, this);
    m_lensError->setObjectName(QStringLiteral("lensErrorLabel"));
    m_lensError->hide();
    content()->addWidget(m_lensError);
    m_messages = new WrapLabel(QString(), Role::Small, Token::Ink2, this);
    m_messages->setObjectName(QStringLiteral("lensMessagesLabel"));
    m_messagesArea = quietArea(m_messages, this);
    m_messagesArea->setFixedHeight(scaled(kMessagesHeight));
    m_messagesArea->hide();
    content()->addSpacing(6);
    content()->addWidget(m_messagesArea);
    content()->addSpacing(12);
}

void NewReviewDialog::makeTarget() {
    content()->addWidget(new WrapLabel(tr("File"), Role::Caption, Token::Ink3, this));
    auto* const row = new QHBoxLayout;
    m_target = new WrapLabel(QString(), Role::Body, Token::Ink, this);
    m_target->setObjectName(QStringLiteral("targetLabel"));
    m_target->setMaxLines(1);
    auto* const change = new Button(tr("Change"), ButtonLook::Plain, this);
    change->setObjectName(QStringLiteral("targetButton"));
    change->setButtonSize(Button::Size::Small);
    connect(change, &QAbstractButton::clicked, this, &NewReviewDialog::chooseTarget);
    row->addWidget(m_target, 1);
    row->addWidget(change);
    content()->addLayout(row);
}

void NewReviewDialog::takeWorkload() {
    review::Workload workload;
    workload.name = s(m_name->text());
    workload.client = s(m_client->text().trimmed());
    workload.owner = s(m_owner->text().trimmed());
    workload.description = s(m_description->text().trimmed());
    workload.environment = m_environment->currentIndex() == 1 ? "Pre-production" : "Production";
    m_model.setWorkload(workload);
    if (!m_name->text().trimmed().isEmpty())
        m_nameField->setError({});
}

void NewReviewDialog::showLenses() {
    const auto& offers = m_model.offers();
    while (m_lensRows.size() < offers.size()) {
        const std::size_t index = m_lensRows.size();
        auto* const row = new LensRow(m_rows);
        row->setObjectName(QStringLiteral("lensRow%1Button").arg(index + 1));
        connect(row, &QAbstractButton::toggled, this, [this, index](bool on) {
            m_model.setTicked(index, on);
            m_lensError->hide();
        });
        m_rows->layout()->addWidget(row);
        m_lensRows.push_back(row);
    }
    for (std::size_t i = 0; i < offers.size(); ++i)
        m_lensRows[i]->show(offers[i]);
    const int shown = qMin(static_cast<int>(offers.size()), kMaxRows);
    m_rowsArea->setFixedHeight(shown * scaled(36));
    m_rowsArea->setVisible(shown > 0);
}

void NewReviewDialog::showTarget() {
    m_target->setText(QDir::toNativeSeparators(m_model.target()));
    m_target->setToolTip(QDir::toNativeSeparators(m_model.target()));
    say({});
}

void NewReviewDialog::showMessages(const LensOffer* offer) {
    const bool any = offer && !offer->messages.empty();
    m_messagesArea->setVisible(any);
    if (any) {
        RichText text{strong(offer->usable ? tr("%1 can be used. What would not work as written:").arg(offer->name)
                                           : tr("%1 can't be used:").arg(offer->name),
                             Token::Ink)};
        for (const Message& message : offer->messages) {
            const QString where = message.pointer.empty() ? QString() : QStringLiteral("  ") + q(message.pointer);
            text.append(plain(QStringLiteral("\n") + q(message.id) + QStringLiteral("  ") + q(message.text)));
            if (!message.fix.empty())
                text.append(plain(QStringLiteral(" ") + q(message.fix), Token::Ink));
            text.append(plain(where, Token::Ink3));
        }
        m_messages->setRich(text);
        m_messagesArea->ensureVisible(0, 0);
    }
    adjustSize();
}

void NewReviewDialog::addLensFile(const QString& path) {
    m_jobs->start<LensOffer>(
        tr("Reading %1").arg(QFileInfo(path).fileName()), this, [path](JobContext&) { return offerFromFile(path); },
        [this](Result<LensOffer> offer) {
            if (!offer) {
                say(wordsFor(offer.error()).text);
                return;
            }
            const std::size_t index = m_model.add(std::move(*offer));
            m_lensError->hide();
            showMessages(&m_model.offers()[index]);
            m_rowsArea->ensureWidgetVisible(m_lensRows[index]);
        });
}

void NewReviewDialog::chooseLensFile() {
    const QString path = m_dialogs->open(this, tr("Add a questionnaire"), m_folder, lensFilter());
    if (!path.isEmpty())
        addLensFile(path);
}

void NewReviewDialog::chooseTarget() {
    const QString path = m_dialogs->save(this, tr("Where the review is kept"), m_model.target(), reviewFilter(), false);
    if (!path.isEmpty())
        m_model.setTarget(path);
    if (m_model.targetTaken())
        complain(NewReviewModel::Missing::Target);
}

void NewReviewDialog::complain(NewReviewModel::Missing missing) {
    switch (missing) {
    case NewReviewModel::Missing::Name:
        m_nameField->setError(tr("A review needs the name of the workload."));
        m_name->setFocus();
        break;
    case NewReviewModel::Missing::Lens:
        m_lensError->show();
        if (!m_lensRows.empty())
            m_lensRows.front()->setFocus();
        break;
    case NewReviewModel::Missing::Target:
        say(tr("This file is there already and is never overwritten. Choose another name."));
        break;
    case NewReviewModel::Missing::Nothing:
        break;
    }
    adjustSize();
}

void NewReviewDialog::say(const QString& sentence) {
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

void NewReviewDialog::accept() {
    if (const auto missing = m_model.missing(); missing != NewReviewModel::Missing::Nothing) {
        complain(missing);
        return;
    }
    const auto made = m_create(m_model.target(), m_model.content());
    if (made) {
        Dialog::accept();
        return;
    }
    const ErrorWords words = wordsFor(made.error());
    say(words.title + QStringLiteral(". ") + words.text);
    adjustSize();
}

void NewReviewDialog::dragEnterEvent(QDragEnterEvent* event) {
    if (!firstLensFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void NewReviewDialog::dropEvent(QDropEvent* event) {
    addLensFile(firstLensFile(event->mimeData()));
}

} // namespace plumb::ui
