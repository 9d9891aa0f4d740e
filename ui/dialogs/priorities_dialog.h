// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Asks which pillars matter most to the client: a list that is ordered by dragging, by Alt+Up and Alt+Down, or by the
// two buttons. The plan puts findings of an earlier pillar first among those of the same severity.
#pragma once

#include "core/base/result.h" // first: Qt's moc can't read <array> before the rest of the library
#include "core/review/finding.h"
#include "ui/widgets/dialog.h"

class QCheckBox;
class QListWidget;

namespace plumb::ui {

class SessionBridge;

class PrioritiesDialog final : public Dialog {
    Q_OBJECT
public:
    /// `priorities` as in review::Planning: framework pillar ids, empty for all alike.
    explicit PrioritiesDialog(const std::vector<std::string>& priorities, QWidget* parent = nullptr);
    [[nodiscard]] std::vector<std::string> priorities() const;

    /// Opens the dialog over `parent`; when it is accepted the order is stored as one command.
    static void ask(SessionBridge* bridge, QWidget* parent);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void move(int by); ///< the current row
    void reordered();
    void showNumbers();

    QListWidget* m_list;
    QCheckBox* m_alike;
    Button* m_up;
    Button* m_down;
    bool m_filling = false;
};

} // namespace plumb::ui
