// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The risk of the question on screen and why it is what it is, with the keys of the choices in the sentence. Its height
// depends on its width only, never on what it says: the room must not move while people answer.
#pragma once

#include "ui/widgets/rich_text.h"

#include <QFrame>

namespace plumb::ui {

class WrapLabel;
class RiskMark;

class RiskPanel : public QFrame {
    Q_OBJECT
public:
    explicit RiskPanel(QWidget* parent = nullptr);

    /// `why` follows the headline ("High risk. Neither ... nor ... is in place."), `lower` says what would lower it
    /// (may be empty). The headline comes from the mark unless `headline` is given.
    void setRisk(MarkKind kind, const RichText& why, const RichText& lower = {}, const QString& headline = {});
    /// The link behind the second line; default "Show the rule". Empty hides it.
    void setLinkText(const QString& text);
    [[nodiscard]] QString text() const; ///< both lines as plain text

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

signals:
    void linkActivated(); ///< "Show the rule"

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void place();
    [[nodiscard]] int linesFor(int width) const;

    RiskMark* m_mark;
    WrapLabel* m_why;
    WrapLabel* m_lower;
    WrapLabel* m_link;
};

} // namespace plumb::ui
