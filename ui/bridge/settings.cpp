// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/settings.h"

#include <algorithm>
#include <QDir>
#include <QSettings>
#include <QStandardPaths>
#include <utility>

namespace plumb::ui {
namespace {

constexpr std::pair<ThemeChoice, const char*> kThemes[] = {{ThemeChoice::System, "system"},
                                                           {ThemeChoice::Light, "light"},
                                                           {ThemeChoice::Dark, "dark"},
                                                           {ThemeChoice::HighContrast, "high-contrast"}};

constexpr QLatin1String kTheme("look/theme");
constexpr QLatin1String kTextScale("look/textScale");
constexpr QLatin1String kReducedMotion("look/reducedMotion");
constexpr QLatin1String kAuthor("author");
constexpr QLatin1String kKeys("keys");
constexpr QLatin1String kWindow("window/");
constexpr QLatin1String kPlace("place");
constexpr QLatin1String kFolder("folder");
constexpr QLatin1String kRecent("recent");

QString key(const char* name) {
    return QString::fromLatin1(name);
}

void writeNumber(QSettings& settings, const char* name, const std::optional<double>& value) {
    if (value)
        settings.setValue(key(name), *value);
}

std::optional<double> readNumber(const QSettings& settings, const char* name) {
    bool ok = false;
    const double value = settings.value(key(name)).toDouble(&ok);
    return ok ? std::optional(std::clamp(value, 0.0, 100.0)) : std::nullopt;
}

} // namespace

QString toText(ThemeChoice choice) {
    for (const auto& [value, name] : kThemes) {
        if (value == choice)
            return QString::fromLatin1(name);
    }
    return {};
}

std::optional<ThemeChoice> themeFromText(const QString& text) {
    for (const auto& [value, name] : kThemes) {
        if (text.compare(QLatin1String(name), Qt::CaseInsensitive) == 0)
            return value;
    }
    return std::nullopt;
}

Settings::Settings(QObject* parent)
    : Settings(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
                   QStringLiteral("/plumbline/plumbline.ini"),
               parent) {}

Settings::Settings(const QString& file, QObject* parent)
    : QObject(parent), m_settings(new QSettings(file, QSettings::IniFormat, this)) {}

Settings::~Settings() = default;

ThemeChoice Settings::theme() const {
    return themeFromText(m_settings->value(kTheme).toString()).value_or(ThemeChoice::System);
}

void Settings::setTheme(ThemeChoice choice) {
    if (choice == theme())
        return;
    m_settings->setValue(kTheme, toText(choice));
    emit lookChanged();
}

int Settings::textScalePercent() const {
    const int percent = m_settings->value(kTextScale, 100).toInt();
    return std::clamp((percent + 5) / 10 * 10, 100, 150);
}

void Settings::setTextScalePercent(int percent) {
    if (percent == textScalePercent())
        return;
    m_settings->setValue(kTextScale, percent);
    emit lookChanged();
}

bool Settings::reducedMotion() const {
    return m_settings->value(kReducedMotion, false).toBool();
}

void Settings::setReducedMotion(bool on) {
    if (on == reducedMotion())
        return;
    m_settings->setValue(kReducedMotion, on);
    emit lookChanged();
}

QString Settings::author() const {
    const QString chosen = m_settings->value(kAuthor).toString().trimmed();
    if (!chosen.isEmpty())
        return chosen;
    for (const char* const variable : {"USER", "LOGNAME", "USERNAME"}) {
        const QString account = qEnvironmentVariable(variable).trimmed();
        if (!account.isEmpty())
            return account;
    }
    return tr("Reviewer");
}

void Settings::setAuthor(const QString& name) {
    const QString before = author();
    if (name.trimmed().isEmpty())
        m_settings->remove(kAuthor);
    else
        m_settings->setValue(kAuthor, name.trimmed());
    if (author() != before)
        emit authorChanged();
}

QHash<QString, QStringList> Settings::keys() const {
    QHash<QString, QStringList> keys;
    m_settings->beginGroup(kKeys);
    const auto ids = m_settings->childKeys();
    for (const QString& id : ids)
        keys.insert(id, m_settings->value(id).toStringList());
    m_settings->endGroup();
    return keys;
}

void Settings::setKeys(const QString& actionId, const QStringList& portable) {
    m_settings->setValue(kKeys + u'/' + actionId, portable);
}

void Settings::resetKeys(const QString& actionId) {
    m_settings->remove(kKeys + u'/' + actionId);
}

QByteArray Settings::bytes(const QString& name) const {
    return m_settings->value(kWindow + name).toByteArray();
}

void Settings::setBytes(const QString& name, const QByteArray& value) {
    m_settings->setValue(kWindow + name, value);
}

QString Settings::place() const {
    return m_settings->value(kPlace).toString();
}

void Settings::setPlace(const QString& place) {
    m_settings->setValue(kPlace, place);
}

QString Settings::folder() const {
    const QString last = m_settings->value(kFolder).toString();
    if (!last.isEmpty() && QDir(last).exists())
        return last;
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QDir(documents).exists() ? documents : QDir::homePath();
}

void Settings::setFolder(const QString& folder) {
    m_settings->setValue(kFolder, folder);
}

QList<RecentReview> Settings::recent() const {
    QList<RecentReview> list;
    const int size = std::min(m_settings->beginReadArray(kRecent), kMaxRecent);
    for (int i = 0; i < size; ++i) {
        m_settings->setArrayIndex(i);
        RecentReview review;
        review.path = m_settings->value(key("path")).toString();
        review.name = m_settings->value(key("name")).toString();
        review.client = m_settings->value(key("client")).toString();
        review.score = readNumber(*m_settings, "score");
        review.worst = readNumber(*m_settings, "worst").value_or(0.0);
        review.best = readNumber(*m_settings, "best").value_or(100.0);
        review.verified = readNumber(*m_settings, "verified");
        review.allAnswered = m_settings->value(key("allAnswered")).toBool();
        review.opened = QDateTime::fromString(m_settings->value(key("opened")).toString(), Qt::ISODate);
        review.due = QDate::fromString(m_settings->value(key("due")).toString(), Qt::ISODate);
        review.dueWhy = m_settings->value(key("dueWhy")).toString();
        if (!review.path.isEmpty())
            list.append(review);
    }
    m_settings->endArray();
    return list;
}

void Settings::addRecent(const RecentReview& review) {
    auto list = recent();
    RecentReview entry = review;
    const auto old = std::find_if(list.begin(), list.end(), [&](const auto& r) { return r.path == review.path; });
    if (old != list.end()) {
        if (entry.name.isEmpty())
            entry.name = old->name;
        if (!entry.opened.isValid())
            entry.opened = old->opened;
        list.erase(old);
    }
    list.prepend(entry);
    writeRecent(list.mid(0, kMaxRecent));
}

void Settings::removeRecent(const QString& path) {
    auto list = recent();
    if (list.removeIf([&](const RecentReview& r) { return r.path == path; }) > 0)
        writeRecent(list);
}

void Settings::writeRecent(const QList<RecentReview>& list) {
    m_settings->remove(kRecent);
    m_settings->beginWriteArray(kRecent, static_cast<int>(list.size()));
    for (int i = 0; i < list.size(); ++i) {
        const RecentReview& review = list[i];
        m_settings->setArrayIndex(i);
        m_settings->setValue(key("path"), review.path);
        m_settings->setValue(key("name"), review.name);
        m_settings->setValue(key("client"), review.client);
        writeNumber(*m_settings, "score", review.score);
        m_settings->setValue(key("worst"), review.worst);
        m_settings->setValue(key("best"), review.best);
        writeNumber(*m_settings, "verified", review.verified);
        m_settings->setValue(key("allAnswered"), review.allAnswered);
        m_settings->setValue(key("opened"), review.opened.toString(Qt::ISODate));
        m_settings->setValue(key("due"), review.due.toString(Qt::ISODate));
        m_settings->setValue(key("dueWhy"), review.dueWhy);
    }
    m_settings->endArray();
    emit recentChanged();
}

QString Settings::fileName() const {
    return m_settings->fileName();
}

void Settings::sync() {
    m_settings->sync();
}

} // namespace plumb::ui
