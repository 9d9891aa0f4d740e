// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/about_dialog.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/wrap_label.h"

#include <QCoreApplication>
#include <QGridLayout>

namespace plumb::ui {
namespace {

struct Part {
    const char* name;
    const char* licence;
};

constexpr Part kParts[] = {{"Qt", "LGPL-3.0-only"},
                           {"QCustomPlot", "GPL-3.0-or-later"},
                           {"SQLite", "blessing (public domain)"},
                           {"nlohmann/json, fmt", "MIT"},
                           {"tl::expected", "CC0-1.0"},
                           {"OpenSSL, qpdf", "Apache-2.0"},
                           {"Inter", "OFL-1.1"},
                           {"Lucide icons", "ISC"}};

} // namespace

AboutDialog::AboutDialog(QWidget* parent)
    : Dialog(tr("Plumbline %1").arg(QCoreApplication::applicationVersion()),
             tr("A workbench for Well-Architected reviews of AI workloads."), parent) {
    setObjectName(QStringLiteral("aboutDialog"));
    content()->addWidget(new WrapLabel(
        tr("Free software under the GNU General Public License, version 3 or later. The questionnaires and the "
           "documentation are under CC BY 4.0. It comes without any warranty. Nothing leaves this computer: the "
           "program "
           "needs no account and no network."),
        Role::Body, Token::Ink, this));
    content()->addSpacing(8);
    content()->addWidget(new WrapLabel(tr("Made with"), Role::Caption, Token::Ink3, this));
    content()->addWidget(new Hairline(Qt::Horizontal, this));
    auto* const grid = new QGridLayout;
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const Part& part : kParts) {
        grid->addWidget(new WrapLabel(QLatin1String(part.name), Role::Body, Token::Ink, this), row, 0);
        grid->addWidget(new WrapLabel(QLatin1String(part.licence), Role::Body, Token::Ink2, this), row, 1);
        ++row;
    }
    content()->addLayout(grid);
    acceptButton()->setText(tr("Close"));
    cancelButton()->hide();
}

} // namespace plumb::ui
