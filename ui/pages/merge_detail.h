// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One conflict: where it is, what both had before, both values, and what will be kept. Shows the decisions and says
// what a person does; decides nothing.
#pragma once

#include "core/base/result.h"
#include "ui/models/merge_decisions.h"

#include <QWidget>

class QScrollArea;
class QVBoxLayout;

namespace plumb::ui {

class Crumbs;
class MergeBoth;
class MergeKept;
class MergePanel;
class MergeValue;
class WrapLabel;

class MergeDetail final : public QWidget {
    Q_OBJECT
public:
    /// `decisions` must outlive it. `parted`: "17 Nov, 18:02", or empty.
    MergeDetail(MergeDecisions* decisions, const QString& parted, QWidget* parent = nullptr);

    void show(int item);
    [[nodiscard]] QWidget* firstChoice() const; ///< where the keyboard enters

signals:
    void chosen(plumb::ui::MergeDecisions::Choice choice);
    void written(const QString& text);
    void left(); ///< the field with the text was left

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildHead();
    QWidget* buildBefore(const QString& parted);
    QWidget* buildPanels();
    QWidget* buildKept();
    void refresh();
    void fit();

    MergeDecisions* m_decisions;
    int m_item = 0;
    QVBoxLayout* m_column = nullptr;
    Crumbs* m_path = nullptr;
    WrapLabel* m_place = nullptr;
    WrapLabel* m_title = nullptr;
    WrapLabel* m_sentence = nullptr;
    MergeValue* m_before = nullptr;
    QScrollArea* m_beforeScroll = nullptr;
    QWidget* m_panels = nullptr;
    MergePanel* m_ours = nullptr;
    MergePanel* m_theirs = nullptr;
    MergeBoth* m_both = nullptr;
    QWidget* m_keptPart = nullptr;
    WrapLabel* m_keptNote = nullptr;
    MergeKept* m_kept = nullptr;
    QWidget* m_rest = nullptr; ///< takes the room that a short value leaves
};

} // namespace plumb::ui
