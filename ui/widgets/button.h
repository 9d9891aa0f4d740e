// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The button of the window: filled (at most one per place), plain, ghost or link, with an icon and the key that does
// the same. It can be bound to a QAction and then follows its text, tooltip, key, enabled and checked state.
#pragma once

#include "ui/theme/button_look.h"
#include "ui/theme/icon.h"

#include <optional>

#include <QAbstractButton>
#include <QPointer>

class QAction;
class QMenu;

namespace plumb::ui {

class Button : public QAbstractButton {
    Q_OBJECT
public:
    enum class Size : std::uint8_t { Small, Normal, Large }; ///< 28, 32, 40 px high

    explicit Button(const QString& text, ButtonLook look = ButtonLook::Plain, QWidget* parent = nullptr);
    /// Icon only. `name` becomes tooltip and accessible name.
    Button(Icon icon, const QString& name, ButtonLook look = ButtonLook::Ghost, QWidget* parent = nullptr);

    void setLook(ButtonLook look);
    [[nodiscard]] ButtonLook look() const noexcept { return m_look; }
    void setButtonSize(Size size);
    void setLeadingIcon(Icon icon);
    /// Icon behind the text, 14 px (a chevron of a menu, an arrow of "go there").
    void setTrailingIcon(Icon icon);
    /// Colour of the icon instead of the text's.
    void setIconColor(Token token);
    /// Shows the key (portable text such as "Ctrl+N") as a cap at the right end, or in the tooltip of an icon button.
    /// It does not bind the key: actions do.
    void setKey(const QString& portableShortcut);
    /// The key cap in the button; default true. Without it the key stands in the tooltip only.
    void setKeyShown(bool shown);
    /// Text starts at the left instead of the middle (buttons in a column).
    void setLeftAligned(bool left);
    /// Opens below the button on click. Not owned.
    void setMenu(QMenu* menu);
    /// Follows `action` and triggers it. Not owned; the button hides when the action does.
    void bind(QAction* action);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void init();
    void syncAction();
    void showTip(const QPoint& at);
    [[nodiscard]] bool iconOnly() const { return text().isEmpty(); }
    [[nodiscard]] int heightHint() const;
    [[nodiscard]] int padding() const;

    ButtonLook m_look = ButtonLook::Plain;
    Size m_size = Size::Normal;
    std::optional<Icon> m_leading, m_trailing;
    Token m_iconColor = Token::Count_;
    QString m_key;
    bool m_keyShown = true;
    bool m_leftAligned = false;
    QPointer<QMenu> m_menu;
    QPointer<QAction> m_action;
};

} // namespace plumb::ui
