// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What can be chosen for a conflict: a side with its value and who wrote it, or both sides joined. Both are radio
// buttons with the key that chooses them.
#pragma once

#include "core/base/result.h"
#include "ui/models/merge_text.h"

#include <QAbstractButton>

class QScrollArea;

namespace plumb::ui {

class MergeValue;

class MergePanel final : public QAbstractButton {
    Q_OBJECT
public:
    MergePanel(const QString& title, const QString& key, bool strong, QWidget* parent = nullptr);

    /// `base`: the value that changed words are found against.
    void show(const MergeSide& side, const QString& base, bool markWords);
    [[nodiscard]] MergeValue* value() const noexcept { return m_value; }
    /// Height that shows the whole value at that width.
    [[nodiscard]] int wholeHeight(int width) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void nextCheckState() override {} ///< who decides checks it

private:
    void arrange();
    [[nodiscard]] int headHeight() const;
    [[nodiscard]] int footHeight() const;

    QString m_key;
    bool m_strong;
    MergeSide m_side;
    MergeValue* m_value;
    QScrollArea* m_scroll;
};

/// "Keep both" with a sentence.
class MergeBoth final : public QAbstractButton {
    Q_OBJECT
public:
    MergeBoth(const QString& key, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void nextCheckState() override {}

private:
    QString m_key;
};

} // namespace plumb::ui
