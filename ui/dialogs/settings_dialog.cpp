// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/settings_dialog.h"

#include "ui/bridge/settings.h"
#include "ui/dialogs/key_settings.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/switch.h"
#include "ui/widgets/wrap_label.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QStackedWidget>

namespace plumb::ui {
namespace {

constexpr int kFirstScale = 100, kScaleStep = 10, kScales = 6;

} // namespace

SettingsDialog::SettingsDialog(Settings* settings, ActionTable* actions, QWidget* parent)
    : Dialog(tr("Settings"), QString(), parent, Width::Wide)
    , m_settings(settings)
    , m_actions(actions)
    , m_pages(new SegmentedControl(tr("Part"), this)) {
    setObjectName(QStringLiteral("settingsDialog"));
    m_pages->setObjectName(QStringLiteral("partSegments"));
    m_pages->addSegment(tr("Look and name"));
    m_pages->addSegment(tr("Keys"));
    m_pages->setCurrentIndex(0);
    auto* const stack = new QStackedWidget(this);
    stack->addWidget(makeGeneral());
    auto* const keys = new KeySettings(m_actions, stack);
    stack->addWidget(keys);
    content()->addWidget(m_pages, 0, Qt::AlignLeft);
    content()->addSpacing(8);
    content()->addWidget(stack, 1);
    connect(m_pages, &SegmentedControl::chosen, this, [stack, keys](int index) {
        stack->setCurrentIndex(index);
        if (index == 1)
            keys->start();
    });
    acceptButton()->setText(tr("Done"));
    cancelButton()->hide();
}

QWidget* SettingsDialog::makeGeneral() {
    auto* const page = new QWidget(this);
    auto* const column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(14);

    auto* const theme = new SegmentedControl(tr("Colours"), page);
    theme->setObjectName(QStringLiteral("themeSegments"));
    for (const QString& name : {tr("As the system"), tr("Light"), tr("Dark"), tr("High contrast")})
        theme->addSegment(name);
    theme->setCurrentIndex(static_cast<int>(m_settings->theme()));
    connect(theme, &SegmentedControl::chosen, this,
            [this](int index) { m_settings->setTheme(static_cast<ThemeChoice>(index)); });
    column->addWidget(new Field(tr("Colours"), theme, page));

    auto* const scale = new SegmentedControl(tr("Text size"), page);
    scale->setObjectName(QStringLiteral("textScaleSegments"));
    for (int i = 0; i < kScales; ++i)
        scale->addSegment(tr("%1 %").arg(kFirstScale + i * kScaleStep));
    scale->setCurrentIndex((m_settings->textScalePercent() - kFirstScale) / kScaleStep);
    connect(scale, &SegmentedControl::chosen, this,
            [this](int index) { m_settings->setTextScalePercent(kFirstScale + index * kScaleStep); });
    column->addWidget(new Field(tr("Text size"), scale, page));

    auto* const motion = new Switch(tr("Reduce motion"), page);
    motion->setObjectName(QStringLiteral("motionSwitch"));
    motion->setChecked(m_settings->reducedMotion());
    connect(motion, &QAbstractButton::toggled, this, [this](bool on) { m_settings->setReducedMotion(on); });
    column->addWidget(motion, 0, Qt::AlignLeft);

    auto* const author = new QLineEdit(m_settings->author(), page);
    author->setObjectName(QStringLiteral("authorEdit"));
    author->setMaxLength(100);
    connect(author, &QLineEdit::editingFinished, this, [this, author] { m_settings->setAuthor(author->text()); });
    auto* const field = new Field(tr("Your name"), author, page);
    field->setHint(tr("Stands in the history of each step you take, from the next review you open."));
    column->addWidget(field);
    column->addStretch(1);
    return page;
}

} // namespace plumb::ui
