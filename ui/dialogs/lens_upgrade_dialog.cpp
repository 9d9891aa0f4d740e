// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/lens_upgrade_dialog.h"

#include "ui/bridge/error_words.h"
#include "ui/bridge/file_dialogs.h"
#include "ui/bridge/session_bridge.h"
#include "ui/dialogs/lens_upgrade_rows.h"
#include "ui/dialogs/new_review_model.h"
#include "ui/models/question_facts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/wrap_label.h"

#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QListView>

namespace plumb::ui {

namespace {

enum VersionKind { kBuiltIn, kFile };

session::LensSource sourceOf(const session::BuiltInLens& lens) {
    return {std::string(lens.id), std::string(lens.lens), std::string(lens.overlay), std::string(lens.id)};
}

} // namespace

LensUpgradeDialog::LensUpgradeDialog(SessionBridge* bridge, session::Library library, FileDialogs* files,
                                     const QString& folder, const std::string& lensId, QWidget* parent)
    : Dialog(
          tr("Upgrade a questionnaire"),
          tr("Answers carry over where the question still means the same. Nothing changes before you say so, and the "
             "upgrade is one step that can be undone."),
          parent, Width::Wide)
    , m_bridge(bridge)
    , m_library(library)
    , m_files(files)
    , m_folder(folder)
    , m_lenses(new QComboBox)
    , m_versions(new QComboBox)
    , m_choose(new Button(tr("Choose a file"), ButtonLook::Plain))
    , m_note(new WrapLabel(QString(), Role::Body, Token::Ink2))
    , m_summary(new WrapLabel(QString(), Role::BodyStrong, Token::Ink))
    , m_score(new WrapLabel(QString(), Role::Body, Token::Ink2))
    , m_list(new QListView)
    , m_model(new UpgradeListModel(this)) {
    setObjectName(QStringLiteral("lensUpgradeDialog"));
    setFixedWidth(scaled(640));
    m_lenses->setObjectName(QStringLiteral("lensCombo"));
    m_versions->setObjectName(QStringLiteral("versionCombo"));
    m_choose->setObjectName(QStringLiteral("chooseVersionButton"));
    m_choose->setLeadingIcon(Icon::Folder);
    m_choose->setVisible(files != nullptr);
    m_note->setObjectName(QStringLiteral("upgradeNoteLabel"));
    m_summary->setObjectName(QStringLiteral("upgradeSummaryLabel"));
    m_score->setObjectName(QStringLiteral("upgradeScoreLabel"));
    m_score->setDigits(Digits::Tabular);
    m_list->setObjectName(QStringLiteral("upgradeList"));
    m_list->setAccessibleName(tr("What the new version would do"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new UpgradeListDelegate(m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setMouseTracking(true);
    m_list->setFixedHeight(scaled(220)); // the whole dialog stands on a screen of 720
    const review::Review& review = bridge->session().review();
    int first = -1;
    for (const review::ReviewLens& each : review.lenses) {
        m_lenses->addItem(lensName(each), q(each.lens->id));
        if (lensId.empty() ? first < 0 && otherBuiltIn(library, each) != nullptr : each.lens->id == lensId)
            first = m_lenses->count() - 1;
    }
    m_lenses->setCurrentIndex(std::max(0, first));
    content()->addWidget(new Field(tr("Questionnaire"), m_lenses));
    auto* row = new QHBoxLayout;
    row->setSpacing(kGrid);
    row->addWidget(new Field(tr("New version"), m_versions), 1);
    row->addWidget(m_choose, 0, Qt::AlignBottom);
    content()->addLayout(row);
    content()->addWidget(m_note);
    content()->addWidget(m_summary);
    content()->addWidget(m_score);
    content()->addWidget(m_list);
    acceptButton()->setText(tr("Upgrade"));
    connect(m_lenses, &QComboBox::activated, this, [this] {
        m_file.reset();
        fillVersions();
    });
    connect(m_versions, &QComboBox::activated, this, &LensUpgradeDialog::tryOut);
    connect(m_choose, &QAbstractButton::clicked, this, &LensUpgradeDialog::choose);
    fillVersions();
    m_lenses->setFocus();
}

std::string LensUpgradeDialog::lens() const {
    return s(m_lenses->currentData().toString());
}

void LensUpgradeDialog::fillVersions() {
    m_versions->clear();
    const review::ReviewLens* const now = m_bridge->session().review().findLens(lens());
    if (now != nullptr && otherBuiltIn(m_library, *now) != nullptr)
        m_versions->addItem(tr("The one that comes with this program"), kBuiltIn);
    if (m_file)
        m_versions->addItem(QFileInfo(q(m_file->where)).fileName(), kFile);
    m_versions->setEnabled(m_versions->count() > 0);
    m_versions->setCurrentIndex(m_versions->count() - 1);
    tryOut();
}

void LensUpgradeDialog::choose() {
    const QString path = m_files->open(this, tr("Choose the new version"), m_folder, lensFilter());
    if (!path.isEmpty())
        read(path);
}

void LensUpgradeDialog::read(const QString& path) {
    auto offer = offerFromFile(path);
    if (!offer) {
        m_version.reset();
        refuse(offer.error());
        return;
    }
    m_file = std::move(offer->source);
    fillVersions();
}

void LensUpgradeDialog::tryOut() {
    m_usable = false;
    m_version.reset();
    m_model->setRows({});
    m_summary->setText({});
    m_score->setText({});
    m_note->setColor(Token::Ink2);
    if (m_versions->currentIndex() < 0) {
        m_note->setText(tr("The review has the version that comes with this program. Choose a file with another one."));
        sync();
        return;
    }
    const bool file = m_versions->currentData().toInt() == kFile;
    if (file)
        m_version = m_file;
    else
        m_version = sourceOf(*session::find(m_library, lens()));
    const auto plan = m_bridge->session().planUpgrade(lens(), *m_version);
    if (!plan) {
        refuse(plan.error());
        return;
    }
    m_usable = true;
    const review::ReviewLens* const now = m_bridge->session().review().findLens(lens());
    const bool losesTexts = file && m_version->overlay.empty() && !now->overlay->sha256.empty();
    m_note->setText(losesTexts ? tr("No overlay.json lies beside this file, so weights, short names and facilitator's "
                                    "cards of the questionnaire go.")
                               : QString());
    m_summary->setText(upgradeSummary(*plan));
    m_score->setText(upgradeScore(*plan));
    m_model->setRows(upgradeRows(m_bridge->session().review(), lens(), *plan));
    sync();
}

void LensUpgradeDialog::refuse(const Error& error) {
    const ErrorWords words = wordsFor(error);
    m_usable = false;
    m_note->setColor(Token::High);
    m_note->setText(tr("%1. %2").arg(words.title, words.text));
    m_summary->setText({});
    m_score->setText({});
    std::vector<UpgradeRow> rows;
    for (const Message& message : error.messages)
        rows.push_back({false, q(message.text), message.fix.empty() ? q(message.pointer) : q(message.fix), 0});
    if (!rows.empty())
        rows.insert(rows.begin(), {true, tr("What is wrong"), {}, static_cast<int>(rows.size())});
    m_model->setRows(std::move(rows));
    sync();
}

void LensUpgradeDialog::sync() {
    m_note->setVisible(!m_note->text().isEmpty());
    m_summary->setVisible(!m_summary->text().isEmpty());
    m_score->setVisible(!m_score->text().isEmpty());
    m_list->setVisible(m_model->rowCount() > 0);
    acceptButton()->setEnabled(m_usable && !m_bridge->session().readOnly());
    fit();
}

void LensUpgradeDialog::fit() {
    content()->invalidate(); // what was hidden counts now
    layout()->invalidate();
    resize(sizeHint()); // adjustSize() stops at two thirds of the screen
}

void LensUpgradeDialog::showEvent(QShowEvent* event) {
    Dialog::showEvent(event);
    fit();
}

void LensUpgradeDialog::accept() {
    if (!m_usable || !m_version)
        return;
    const auto done = m_bridge->session().upgradeLens(lens(), *m_version);
    if (!done) {
        refuse(done.error());
        return;
    }
    m_done = tr("Upgraded %1: %2").arg(m_lenses->currentText(), upgradeSummary(*done));
    Dialog::accept();
}

} // namespace plumb::ui
