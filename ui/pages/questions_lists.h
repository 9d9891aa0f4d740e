// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Two painted lists of the facilitator pane: sentences behind dashes, and names between hairlines. One widget each,
// whatever the number of items, so that changing the question costs a layout of text and nothing else.
#pragma once

#include "ui/widgets/rich_layout.h"

#include <QStringList>
#include <QWidget>
#include <vector>

namespace plumb::ui {

class BulletList final : public QWidget {
    Q_OBJECT
public:
    explicit BulletList(QWidget* parent = nullptr);
    void setItems(const QStringList& items);
    [[nodiscard]] const QStringList& items() const noexcept { return m_items; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void rebuild();
    QStringList m_items;
    mutable std::vector<RichLayout> m_layouts;
    mutable int m_laidOutFor = -1;
    [[nodiscard]] int layOut(int width) const;
};

class NameList final : public QWidget {
    Q_OBJECT
public:
    explicit NameList(QWidget* parent = nullptr);
    /// `remarks` stand at the right, one for each item or none at all.
    void setItems(const QStringList& items, const QStringList& remarks = {});
    [[nodiscard]] const QStringList& items() const noexcept { return m_items; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QStringList m_items, m_remarks;
};

} // namespace plumb::ui
