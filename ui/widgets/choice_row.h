// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One choice of a question: key, box, text, weight. The whole row clicks; Space toggles. A choice that is marked not
// applicable shows a dash instead of its box, its text struck through, and the reason at the right.
#pragma once

#include "ui/widgets/rich_layout.h"

#include <QAbstractButton>

namespace plumb::ui {

class ChoiceRow : public QAbstractButton {
    Q_OBJECT
public:
    enum class Kind : std::uint8_t {
        Choice, ///< 42 px (compact 36, two lines 52), hairline below
        Aside   ///< "None of these", "Not applicable": 36 px, body text in ink2, no hairline, no tint
    };
    explicit ChoiceRow(const QString& text, QWidget* parent = nullptr, Kind kind = Kind::Choice);

    void setText(const QString& text);
    /// The key that toggles the row, shown as a cap: "1" ... "9", "0", "N", "X". Shown, not bound.
    void setKey(const QString& key);
    /// Right column: "high", "medium", "low".
    void setWeight(const QString& weight);
    /// Not applicable with its reason; an empty reason makes the choice apply again. Such a row can't be ticked, a
    /// click emits notApplicableClicked() so that the page can ask whether it applies again.
    void setNotApplicable(const QString& reason);
    [[nodiscard]] bool notApplicable() const noexcept { return !m_reason.isEmpty(); }
    [[nodiscard]] QString key() const { return m_key; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

signals:
    void notApplicableClicked();
    /// The user asks for the menu of the choice (not applicable, improvement plan): right click or Menu key.
    void menuRequested(const QPoint& globalPos);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;
    void nextCheckState() override;

private:
    void updateAccessible();
    void rebuild();
    [[nodiscard]] qreal textLeft() const;
    [[nodiscard]] qreal rightRoom() const;
    [[nodiscard]] Role role() const { return m_kind == Kind::Choice ? Role::Choice : Role::Body; }

    Kind m_kind;
    QString m_key, m_weight, m_reason;
    mutable RichLayout m_layout;
};

} // namespace plumb::ui
