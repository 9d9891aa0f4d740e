// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The focus ring: one QFocusFrame that follows the focused widget, 2 px of accent 2 px outside of it, and only after
// keyboard use (Theme::focusVisible). Rows and item views paint their focus inside and are left alone.
#pragma once

#include <QObject>
#include <QPointer>

class QFocusFrame;
class QWidget;

namespace plumb::ui {

/// Property (bool true) of widgets that paint their own focus; see paintsOwnFocus().
inline constexpr const char* kOwnFocusProperty = "plumbOwnFocus";
/// Property (int) of widgets whose frame has another corner radius than 6.
inline constexpr const char* kFocusRadiusProperty = "plumbFocusRadius";

/// Marks `widget` as one that shows its focus itself.
void paintsOwnFocus(QWidget* widget);

class FocusRing final : public QObject {
    Q_OBJECT
public:
    /// Follows the focus of the application; a child of the Theme.
    explicit FocusRing(QObject* theme);

private:
    void follow(QWidget* widget);
    QPointer<QFocusFrame> m_frame;
};

} // namespace plumb::ui
