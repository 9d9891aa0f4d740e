// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a person does to findings, one or many, as one command of the session each. Failures go out through the bridge;
// functions answer false then and nothing has changed.
#pragma once

#include "ui/bridge/session_bridge.h"

#include <functional>
#include <QObject>
#include <QString>
#include <string>
#include <vector>

namespace plumb::ui {

class FindingEditor final : public QObject {
    Q_OBJECT
public:
    using Keys = std::vector<std::string>;
    explicit FindingEditor(SessionBridge* bridge, QObject* parent = nullptr);

    bool setOwner(const Keys& keys, const QString& owner);
    bool setDue(const Keys& keys, Date due);
    bool setEffort(const Keys& keys, lens::Effort effort);
    /// Statuses that need no reason: Open, InProgress, Resolved.
    bool setStatus(const Keys& keys, review::FindingStatus status);
    /// Accepted (all three), Transferred (reason, decidedBy), FalseAlarm (reason).
    bool decide(const Keys& keys, review::FindingStatus status, const QString& reason, const QString& decidedBy,
                Date until);
    /// Anything else, of one finding.
    bool edit(const std::string& key, const session::FindingEdit& edit);
    /// Measures of the cost model that it is about, and no longer is.
    bool linkMeasures(const std::string& key, const std::vector<std::string>& linked,
                      const std::vector<std::string>& unlinked);
    /// Those behind it, in the chosen scenario with what they need; ones that exclude each other stay as they are.
    bool switchOnMeasures(const std::string& key);
    /// The new key; empty when it was refused.
    [[nodiscard]] std::string add(const session::FindingEdit& content);
    bool remove(const std::string& key);

signals:
    void done(const QString& whatWasDone); ///< a command ran; for the undo bar
    void warned(const QString& sentence);  ///< it ran, and something is remarkable (a due day in the past)

private:
    bool run(const std::function<Result<void>(session::Session&)>& command);
    bool run(const Keys& keys, const session::FindingEdit& edit, const QString& words);

    SessionBridge* m_bridge;
};

} // namespace plumb::ui
