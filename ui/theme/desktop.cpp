// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See desktop.h.
#include "ui/theme/desktop.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QFileInfo>

namespace plumb::ui {
namespace {

const QString kService = QStringLiteral("org.freedesktop.portal.Desktop");
const QString kPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString kInterface = QStringLiteral("org.freedesktop.portal.Settings");
const QString kAppearance = QStringLiteral("org.freedesktop.appearance");
const QString kGnome = QStringLiteral("org.gnome.desktop.interface");
const QString kColorScheme = QStringLiteral("color-scheme");
const QString kContrast = QStringLiteral("contrast");
const QString kAnimations = QStringLiteral("enable-animations");

// Without an address libdbus would start a bus of its own, which takes time and serves nobody.
bool hasSessionBus() {
    if (!qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
        return true;
    const QString folder = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !folder.isEmpty() && QFileInfo::exists(folder + QStringLiteral("/bus"));
}

} // namespace

Desktop::Desktop(QObject* parent) : QObject(parent) {
    setObjectName(QStringLiteral("desktop"));
}

void Desktop::listen() {
    if (!hasSessionBus())
        return;
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(kService, kPath, kInterface, QStringLiteral("SettingChanged"), this,
                SLOT(onSettingChanged(QString, QString, QDBusVariant)));
    ask(kAppearance, kColorScheme);
    ask(kAppearance, kContrast);
    ask(kGnome, kAnimations);
}

void Desktop::ask(const QString& space, const QString& key) {
    QDBusMessage call = QDBusMessage::createMethodCall(kService, kPath, kInterface, QStringLiteral("Read"));
    call << space << key;
    call.setAutoStartService(false);
    auto* watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call, 2000), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, space, key](QDBusPendingCallWatcher* done) {
        const QDBusPendingReply<QDBusVariant> reply = *done;
        if (reply.isValid())
            take(space, key, reply.value().variant());
        done->deleteLater();
    });
}

void Desktop::onSettingChanged(const QString& space, const QString& key, const QDBusVariant& value) {
    take(space, key, value.variant());
}

void Desktop::take(const QString& space, const QString& key, const QVariant& value) {
    QVariant inner = value;
    while (inner.canConvert<QDBusVariant>() && inner.userType() == qMetaTypeId<QDBusVariant>())
        inner = inner.value<QDBusVariant>().variant(); // Read() wraps twice
    if (space == kAppearance && key == kColorScheme) {
        m_dark = inner.toUInt() == 1; // 0 no preference, 1 dark, 2 light
        tell();
    } else if (space == kAppearance && key == kContrast) {
        m_contrast = inner.toUInt() == 1;
        tell();
    } else if (space == kGnome && key == kAnimations && inner.isValid()) {
        emit reducedMotionChanged(!inner.toBool());
    }
}

void Desktop::tell() {
    emit schemeChanged(m_contrast ? Scheme::HighContrast : m_dark ? Scheme::Dark : Scheme::Light);
}

} // namespace plumb::ui
