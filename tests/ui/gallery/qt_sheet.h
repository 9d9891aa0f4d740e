// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A second sheet: Qt's own widgets in the program's style.
#pragma once

#include <QWidget>

namespace plumb::ui {

class QtSheet final : public QWidget {
    Q_OBJECT
public:
    explicit QtSheet(QWidget* parent = nullptr);
};

} // namespace plumb::ui
