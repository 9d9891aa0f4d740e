// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Asks for a finding that no question asks about: what is wrong, how bad, in which pillar, what was seen.
#pragma once

#include "core/base/result.h" // first: Qt's moc can't read <array> before the rest of the library
#include "core/session/finding_edit.h"
#include "ui/widgets/dialog.h"

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace plumb::ui {

class SegmentedControl;

class FindingNewDialog final : public Dialog {
    Q_OBJECT
public:
    explicit FindingNewDialog(QWidget* parent = nullptr);
    [[nodiscard]] session::FindingEdit finding() const;

private:
    void check();
    QLineEdit* m_title;
    SegmentedControl* m_severity;
    QComboBox* m_pillar;
    QPlainTextEdit* m_observation;
};

} // namespace plumb::ui
