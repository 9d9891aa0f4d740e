// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A message that a person can act on: icon, what is the case, what follows from it, and what to do. Stays until its
// cause is gone or it is put off.
#pragma once

#include "ui/theme/icon.h"
#include "ui/widgets/panes.h"

class QHBoxLayout;

namespace plumb::ui {

class WrapLabel;
class Button;

class MessageBar : public FramePane {
    Q_OBJECT
public:
    MessageBar(Icon icon, Token iconColor, const QString& title, const QString& sentence, QWidget* parent = nullptr);
    void setTitle(const QString& title);
    void setSentence(const QString& sentence);
    /// Adds a button at the right (the first is the most left). Owned by the bar.
    Button* addButton(const QString& text, bool ghost = false);

private:
    WrapLabel* m_title;
    WrapLabel* m_sentence;
    QHBoxLayout* m_row;
};

} // namespace plumb::ui
