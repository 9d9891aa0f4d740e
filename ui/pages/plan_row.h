// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A row of a side pane that leads somewhere: a sign, a title and a sentence. A click or Enter goes there. PlanRows is a
// column of them; Up and Down move inside it.
#pragma once

#include "ui/theme/icon.h"
#include "ui/theme/paint.h"

#include <optional>
#include <vector>

#include <QAbstractButton>

class QVBoxLayout;

namespace plumb::ui {

class WrapLabel;

struct PlanRowText {
    QString key; ///< where it leads; may be empty
    std::optional<Icon> icon;
    MarkKind mark = MarkKind::High; ///< shown when there is no icon
    QString title, sentence;
    bool warning = false; ///< the icon is in `high`
    friend bool operator==(const PlanRowText&, const PlanRowText&) = default;
};

class PlanRow final : public QAbstractButton {
    Q_OBJECT
public:
    explicit PlanRow(QWidget* parent = nullptr);
    void setContent(const PlanRowText& text);
    [[nodiscard]] const PlanRowText& content() const noexcept { return m_text; }
    void setChosen(bool chosen);

    [[nodiscard]] QSize sizeHint() const override { return QWidget::sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    PlanRowText m_text;
    WrapLabel* m_title;
    WrapLabel* m_sentence;
    bool m_chosen = false;
};

class PlanRows final : public QWidget {
    Q_OBJECT
public:
    explicit PlanRows(QWidget* parent = nullptr);
    /// Rows that stay the same stay where they are.
    void show(const std::vector<PlanRowText>& rows);
    using QWidget::show;
    void setCurrent(const QString& key);
    [[nodiscard]] std::vector<PlanRow*> rows() const; ///< those that are shown

signals:
    void chosen(const QString& key);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QVBoxLayout* m_column;
    std::vector<PlanRow*> m_rows;
    std::size_t m_shown = 0;
    QString m_current;
};

} // namespace plumb::ui
