// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the program is, which version, and whose work it is made of under which licences.
#pragma once

#include "ui/widgets/dialog.h"

namespace plumb::ui {

class AboutDialog final : public Dialog {
    Q_OBJECT
public:
    explicit AboutDialog(QWidget* parent = nullptr);
};

} // namespace plumb::ui
