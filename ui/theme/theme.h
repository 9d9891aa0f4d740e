// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The one look of the window: which colour scheme holds, how large text is, whether things move. Widgets that paint
// themselves read tokens() when they paint and connect to changed(); QPalette and the application font follow by
// themselves. GUI thread only.
#pragma once

#include "ui/theme/tokens.h"

#include <QColor>
#include <QObject>

class QWidget;

namespace plumb::ui {

/// What the user chose; System follows the desktop, also while the program runs where the desktop tells.
enum class SchemeChoice : std::uint8_t { System, Light, Dark, HighContrast };

class Theme final : public QObject {
    Q_OBJECT
public:
    /// The theme of the program, made on first use. Without install() it answers with light tokens and changes nothing
    /// of the application, which is enough for painting to an image or a PDF.
    static Theme& instance();

    /// Fonts, style, palette and focus ring for the running QApplication. Call once, before the first widget.
    void install();

    [[nodiscard]] const Tokens& tokens() const noexcept { return tokensFor(m_scheme); }
    [[nodiscard]] QColor color(Token token) const { return tokens()[token]; }
    [[nodiscard]] Scheme scheme() const noexcept { return m_scheme; }

    [[nodiscard]] SchemeChoice choice() const noexcept { return m_choice; }
    void setChoice(SchemeChoice choice);

    /// User text scale, 1.0-1.5 (clamped). Multiplies type sizes and the heights of everything that holds text.
    [[nodiscard]] double textScale() const noexcept { return m_textScale; }
    void setTextScale(double scale);

    /// True: nothing fades and bars jump to their value. Starts with the desktop's setting where it is known.
    [[nodiscard]] bool reducedMotion() const noexcept { return m_reducedMotion; }
    void setReducedMotion(bool reduced);

    /// Compact heights (window narrower than 1360 or lower than 800). The shell sets it; pages and rows follow.
    [[nodiscard]] bool compact() const noexcept { return m_compact; }
    void setCompact(bool compact);

    /// Whether the focused widget shows its ring now: after keyboard use, or always in workshop mode.
    [[nodiscard]] bool focusVisible() const noexcept { return m_keyboardUsed || m_alwaysShowFocus; }
    void setAlwaysShowFocus(bool always);

    /// Says what the desktop prefers; System resolves to it. Called by the desktop watcher and by tests.
    void setSystemScheme(Scheme scheme);

signals:
    /// Colours, text scale, compactness or motion changed: lay out and paint again.
    void changed();
    /// focusVisible() changed.
    void focusVisibleChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    explicit Theme(QObject* parent);
    void apply();
    void resolve();
    void setKeyboardUsed(bool used);

    SchemeChoice m_choice = SchemeChoice::System;
    Scheme m_scheme = Scheme::Light;
    Scheme m_system = Scheme::Light;
    double m_textScale = 1.0;
    bool m_reducedMotion = false;
    bool m_compact = false;
    bool m_installed = false;
    bool m_keyboardUsed = false;
    bool m_alwaysShowFocus = false;
};

/// Shorthand for painting code.
[[nodiscard]] inline const Tokens& tokens() {
    return Theme::instance().tokens();
}

/// Makes a widget that paints itself follow the theme: geometry and paint again at each change.
void followTheme(QWidget* widget);

} // namespace plumb::ui
