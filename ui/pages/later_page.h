// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A place that a later version fills: says what will be there and what can be done meanwhile.
#pragma once

#include "ui/theme/icon.h"

#include <QString>
#include <QWidget>

class QAction;

namespace plumb::ui {

/// What such a place says.
struct LaterWords {
    QString name; ///< of the place, as its header
    Icon icon = Icon::Info;
    QString title;    ///< "Findings come with a later version"
    QString sentence; ///< what will be here, and what can be done now
};

class LaterPage final : public QWidget {
    Q_OBJECT
public:
    /// `main` and `other` are what can be done meanwhile; both may be null. Not owned.
    LaterPage(const LaterWords& words, QAction* main, QAction* other, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace plumb::ui
