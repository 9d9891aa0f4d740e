// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Listens to what the desktop prefers: dark or light, more contrast, less motion. Qt 6.4 does not know; the desktop
// portal (org.freedesktop.portal.Settings) does, and tells when it changes. Nothing waits for it: without a session bus
// or a portal the first guess of Theme::install() stays.
#pragma once

#include "ui/theme/tokens.h"

#include <QObject>

class QDBusVariant;

namespace plumb::ui {

class Desktop final : public QObject {
    Q_OBJECT
public:
    explicit Desktop(QObject* parent);
    /// Asks and subscribes. Returns at once; does nothing where there is no session bus.
    void listen();

    /// Takes one setting as the portal names it. Unknown ones are ignored. Public for the tests.
    void take(const QString& space, const QString& key, const QVariant& value);

signals:
    void schemeChanged(plumb::ui::Scheme scheme);
    void reducedMotionChanged(bool reduced);

private slots:
    void onSettingChanged(const QString& space, const QString& key, const QDBusVariant& value);

private:
    void ask(const QString& space, const QString& key);
    void tell();
    bool m_dark = false;
    bool m_contrast = false;
};

} // namespace plumb::ui
