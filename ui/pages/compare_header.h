// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The head of the Compare place: which two states, swap, another file, snapshots, copy. Offers what it is given and
// says what is chosen.
#pragma once

#include "core/base/result.h" // first: Qt's moc can't read <array> before the rest of the library
#include "core/session/states.h"
#include "core/store/project.h"

#include <QWidget>
#include <vector>

class QComboBox;
class QMenu;

namespace plumb::ui {

class ActionTable;
class Button;

class CompareHeader final : public QWidget {
    Q_OBJECT
public:
    explicit CompareHeader(ActionTable* actions, QWidget* parent = nullptr);

    /// What can be picked: the snapshots by time, and states of other files that were chosen.
    void setOffer(const std::vector<store::SnapshotRecord>& snapshots, const std::vector<session::StateRef>& others);
    /// Does not emit chosen().
    void setSides(const session::StateRef& from, const session::StateRef& to);
    /// Nothing to compare: pickers and copying are out of reach.
    void setComparing(bool comparing);

signals:
    void chosen(bool after, const plumb::session::StateRef& ref);
    void fileWanted(bool after); ///< "Another file..." of a picker

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Entry {
        session::StateRef ref;
        QString words, tip;
    };
    [[nodiscard]] QComboBox* makePicker(bool after);
    void fill(QComboBox* picker, bool after);
    void select(QComboBox* picker, const session::StateRef& ref);
    void applyMetrics();

    ActionTable* m_actions;
    std::vector<Entry> m_entries; ///< now first, then snapshots newest first, then other files
    session::StateRef m_from, m_to;
    QComboBox* m_fromPicker;
    QComboBox* m_toPicker;
    Button* m_swap;
    Button* m_file;
    Button* m_copy;
    Button* m_snapshots;
    Button* m_more;
    QMenu* m_menu;
};

} // namespace plumb::ui
