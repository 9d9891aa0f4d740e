// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One of a few: segments side by side in one frame. Left and Right move between them, Tab enters at the chosen one.
#pragma once

#include <QVariant>
#include <QWidget>

class QAbstractButton;
class QButtonGroup;

namespace plumb::ui {

class SegmentedControl : public QWidget {
    Q_OBJECT
public:
    /// `name` is what is chosen, for assistive tools ("Confidence").
    explicit SegmentedControl(const QString& name, QWidget* parent = nullptr);

    /// Adds a segment; returns its index.
    int addSegment(const QString& text, const QString& toolTip = {});
    [[nodiscard]] int count() const;
    /// -1: none is chosen (an answer without a basis yet).
    [[nodiscard]] int currentIndex() const;
    /// Does not emit chosen().
    void setCurrentIndex(int index);
    void setSegmentEnabled(int index, bool enabled);
    /// 28 px high instead of 32.
    void setSmall(bool small);
    [[nodiscard]] QAbstractButton* segment(int index) const;

signals:
    void chosen(int index); ///< by the user

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QButtonGroup* m_group;
    bool m_small = false;
};

} // namespace plumb::ui
