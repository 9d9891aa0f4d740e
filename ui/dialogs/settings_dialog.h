// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Settings: look, name, keys. Everything holds at once and needs no OK.
#pragma once

#include "ui/widgets/dialog.h"

namespace plumb::ui {

class ActionTable;
class SegmentedControl;
class Settings;

class SettingsDialog final : public Dialog {
    Q_OBJECT
public:
    /// Both must outlive the dialog.
    SettingsDialog(Settings* settings, ActionTable* actions, QWidget* parent = nullptr);

private:
    QWidget* makeGeneral();

    Settings* m_settings;
    ActionTable* m_actions;
    SegmentedControl* m_pages;
};

} // namespace plumb::ui
