// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the program remembers for its user between runs: look, author, keys, window, recent reviews. One INI file;
// nothing of a review's content goes in but what the list of recent reviews shows. GUI thread only.
#pragma once

#include <optional>
#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

class QSettings;

namespace plumb::ui {

/// The user's choice of colours; System follows the desktop.
enum class ThemeChoice { System, Light, Dark, HighContrast };

/// "system", "light", "dark", "high-contrast": in the settings file and on the command line.
[[nodiscard]] QString toText(ThemeChoice choice);
[[nodiscard]] std::optional<ThemeChoice> themeFromText(const QString& text);

/// A line of the list of recent reviews, as it was when the review was last closed.
struct RecentReview {
    QString path; ///< absolute
    QString name, client;
    std::optional<double> score; ///< 0-100; none when nothing was answered
    double worst = 0.0, best = 100.0;
    std::optional<double> verified;
    bool allAnswered = false;
    QDateTime opened; ///< local time
    QDate due;        ///< of the next review; invalid when it is not known
    QString dueWhy;   ///< one sentence
    friend bool operator==(const RecentReview&, const RecentReview&) = default;
};

class Settings final : public QObject {
    Q_OBJECT
public:
    /// The user's own file ($XDG_CONFIG_HOME/plumbline/plumbline.ini).
    explicit Settings(QObject* parent = nullptr);
    /// A given file; for tests.
    explicit Settings(const QString& file, QObject* parent = nullptr);
    ~Settings() override;

    [[nodiscard]] ThemeChoice theme() const;
    void setTheme(ThemeChoice choice);
    [[nodiscard]] int textScalePercent() const; ///< 100-150, in steps of 10
    void setTextScalePercent(int percent);
    [[nodiscard]] bool reducedMotion() const;
    void setReducedMotion(bool on);
    /// Name recorded with each command; never empty (falls back to the account's name, then to "Reviewer").
    [[nodiscard]] QString author() const;
    void setAuthor(const QString& name); ///< empty: back to the account's name

    /// Keys that differ from the table's defaults, by action id. An empty list means "no key".
    [[nodiscard]] QHash<QString, QStringList> keys() const;
    void setKeys(const QString& actionId, const QStringList& portable);
    void resetKeys(const QString& actionId);

    [[nodiscard]] QByteArray bytes(const QString& key) const; ///< geometry and splitters, by widget name
    void setBytes(const QString& key, const QByteArray& value);
    [[nodiscard]] QString place() const; ///< where the user was: "questions"; empty at first
    void setPlace(const QString& place);
    [[nodiscard]] QString folder() const; ///< folder of the last file dialog, or the documents folder
    void setFolder(const QString& folder);

    static constexpr int kMaxRecent = 20;
    [[nodiscard]] QList<RecentReview> recent() const; ///< latest first
    /// Puts it first, replacing an entry with the same path. Facts that `review` has not are kept from the old entry.
    void addRecent(const RecentReview& review);
    void removeRecent(const QString& path);

    [[nodiscard]] QString fileName() const;
    void sync();

signals:
    void lookChanged(); ///< theme, text scale or motion
    void authorChanged();
    void recentChanged();

private:
    void writeRecent(const QList<RecentReview>& list);
    QSettings* m_settings;
};

} // namespace plumb::ui
