// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See theme.h.
#include "ui/theme/theme.h"

#include "resources/resources.h"
#include "ui/theme/desktop.h"
#include "ui/theme/focus_ring.h"
#include "ui/theme/icon.h"
#include "ui/theme/style.h"
#include "ui/theme/type.h"

#include <algorithm>

#include <QApplication>
#include <QKeyEvent>
#include <QPointer>
#include <QToolTip>

namespace plumb::ui {
namespace {

// Keys that move the focus or act on the focused thing. Letters alone don't count: typing a search after a click should
// not draw rings.
bool isNavigationKey(int key) {
    switch (key) {
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_F6:
        return true;
    default:
        return false;
    }
}

} // namespace

Theme& Theme::instance() {
    static QPointer<Theme> theme;
    if (!theme)
        theme = new Theme(QCoreApplication::instance());
    return *theme;
}

Theme::Theme(QObject* parent) : QObject(parent) {}

void Theme::install() {
    if (m_installed)
        return;
    m_installed = true;
    initResources();
    // Before our palette covers it: a desktop with a dark window colour wants a dark window.
    m_system = QGuiApplication::palette().color(QPalette::Window).lightness() < 110 ? Scheme::Dark : Scheme::Light;
    resolve();
    loadFonts();
    QApplication::setStyle(new Style);
    apply();
    qApp->installEventFilter(this);
    new FocusRing(this);
    auto* desktop = new Desktop(this);
    connect(desktop, &Desktop::schemeChanged, this, &Theme::setSystemScheme);
    connect(desktop, &Desktop::reducedMotionChanged, this, &Theme::setReducedMotion);
    desktop->listen();
}

void Theme::setChoice(SchemeChoice choice) {
    if (m_choice == choice)
        return;
    m_choice = choice;
    resolve();
    apply();
}

void Theme::setSystemScheme(Scheme scheme) {
    if (m_system == scheme)
        return;
    m_system = scheme;
    const Scheme before = m_scheme;
    resolve();
    if (before != m_scheme)
        apply();
}

void Theme::setTextScale(double scale) {
    scale = std::clamp(scale, 1.0, 1.5);
    if (qFuzzyCompare(m_textScale, scale))
        return;
    m_textScale = scale;
    apply();
}

void Theme::setReducedMotion(bool reduced) {
    if (std::exchange(m_reducedMotion, reduced) != reduced)
        emit changed();
}

void Theme::setCompact(bool compact) {
    if (std::exchange(m_compact, compact) != compact)
        emit changed();
}

void Theme::setAlwaysShowFocus(bool always) {
    const bool before = focusVisible();
    m_alwaysShowFocus = always;
    if (before != focusVisible())
        emit focusVisibleChanged();
}

void Theme::setKeyboardUsed(bool used) {
    const bool before = focusVisible();
    m_keyboardUsed = used;
    if (before != focusVisible())
        emit focusVisibleChanged();
}

void Theme::resolve() {
    switch (m_choice) {
    case SchemeChoice::System:
        m_scheme = m_system;
        break;
    case SchemeChoice::Light:
        m_scheme = Scheme::Light;
        break;
    case SchemeChoice::Dark:
        m_scheme = Scheme::Dark;
        break;
    case SchemeChoice::HighContrast:
        m_scheme = Scheme::HighContrast;
        break;
    }
}

void Theme::apply() {
    if (m_installed) {
        const QPalette palette = paletteFor(tokens());
        QApplication::setPalette(palette);
        QToolTip::setPalette(palette);
        const QFont body = font(Role::Body);
        if (QApplication::font() != body)
            QApplication::setFont(body);
        QToolTip::setFont(font(Role::Small));
    }
    emit changed();
}

bool Theme::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        if (isNavigationKey(static_cast<QKeyEvent*>(event)->key()))
            setKeyboardUsed(true);
    } else if (event->type() == QEvent::MouseButtonPress) {
        setKeyboardUsed(false);
    }
    return QObject::eventFilter(watched, event);
}

void followTheme(QWidget* widget) {
    QObject::connect(&Theme::instance(), &Theme::changed, widget, [widget] {
        widget->updateGeometry();
        widget->update();
    });
}

} // namespace plumb::ui
