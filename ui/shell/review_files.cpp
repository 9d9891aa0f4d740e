// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/review_files.h"

#include "core/session/sample.h"
#include "ui/bridge/session_bridge.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSysInfo>

namespace plumb::ui {

session::Environment environmentFor(const Services& services) {
    const QString author = services.settings->author();
    const QString holder = QStringLiteral("%1 on %2, Plumbline, pid %3")
                               .arg(author, QSysInfo::machineHostName())
                               .arg(QCoreApplication::applicationPid());
    return {*services.clock, *services.random, s(author), s(holder)};
}

Result<std::unique_ptr<session::Session>> openSample(const Services& services) {
    const QDir folder(services.sampleFolder);
    if (!folder.mkpath(QStringLiteral(".")))
        return fail(ErrorKind::System, "file.noFolder", "The folder for the sample review can't be made.",
                    s(services.sampleFolder));
    const QString path = folder.filePath(QStringLiteral("northwind-claims.plumb"));
    if (QFileInfo::exists(path))
        return session::Session::open(s(path), session::OpenMode::ReadWrite, environmentFor(services));
    return session::makeSample(s(path), services.library, services.sampleScript, environmentFor(services));
}

RecentReview recentOf(const session::Session& session, Clock& clock) {
    RecentReview recent;
    recent.path = QFileInfo(q(session.path().string())).absoluteFilePath();
    recent.name = q(session.review().workload.name);
    recent.client = q(session.review().workload.client);
    const score::ScopeScore& overall = session.scores().overall();
    recent.score = overall.score;
    recent.worst = overall.worst;
    recent.best = overall.best;
    recent.verified = overall.verified;
    recent.allAnswered = overall.applicable > 0 && overall.answered == overall.applicable;
    const score::Cadence cadence = session.cadence();
    recent.due = QDate(cadence.due.year, cadence.due.month, cadence.due.day);
    recent.dueWhy = q(cadence.text);
    recent.opened = QDateTime::fromMSecsSinceEpoch(clock.now().ms);
    return recent;
}

bool looksLikeReview(const QString& path) {
    return path.endsWith(QLatin1String(".plumb"), Qt::CaseInsensitive);
}

bool looksLikeLens(const QString& path) {
    return path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive);
}

} // namespace plumb::ui
