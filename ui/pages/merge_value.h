// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A value that is only read, with the words that somebody changed on a tint and underlined. As high as its text; longer
// ones stand in a scroll area.
#pragma once

#include "ui/models/word_diff.h"
#include "ui/theme/tokens.h"
#include "ui/theme/type.h"

#include <QTextLayout>
#include <QWidget>

class QScrollArea;

namespace plumb::ui {

class MergeValue final : public QWidget {
    Q_OBJECT
public:
    MergeValue(Role role, Token color, int line, QWidget* parent = nullptr);

    /// `quiet`: a sentence about the value, in the second ink.
    void setText(const QString& text, const QVector<TextSpan>& changed = {}, bool quiet = false);
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] const QVector<TextSpan>& changed() const noexcept { return m_changed; }

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    qreal layOut(qreal width) const;
    void markLine(QPainter* painter, const QTextLine& line) const;

    Role m_role;
    Token m_color;
    int m_line; ///< height of a line at text scale 1
    bool m_quiet = false;
    QString m_text;
    QVector<TextSpan> m_changed;
    mutable QTextLayout m_layout;
    mutable qreal m_laidOut = -1; ///< the width
};

/// A scroll area around it that takes no focus of its own and lets clicks through to what it stands on.
[[nodiscard]] QScrollArea* scrolled(MergeValue* value, const QString& objectName);

} // namespace plumb::ui
