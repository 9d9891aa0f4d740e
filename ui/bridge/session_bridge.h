// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The session as Qt sees it: commands go straight to session(), change events come out as signals, failures as one
// signal. Pages hold a SessionBridge and nothing else of core's machinery; it holds no state of its own.
#pragma once

#include "core/session/session.h"

#include <functional>
#include <memory>
#include <QObject>
#include <QString>
#include <vector>

namespace plumb::ui {

/// Text of core (UTF-8) for the window, and back.
[[nodiscard]] inline QString q(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}
[[nodiscard]] inline std::string s(const QString& text) {
    return text.toStdString();
}

class SessionBridge final : public QObject {
    Q_OBJECT
public:
    explicit SessionBridge(std::unique_ptr<session::Session> session, QObject* parent = nullptr);
    ~SessionBridge() override;

    [[nodiscard]] session::Session& session() noexcept { return *m_session; }
    [[nodiscard]] const session::Session& session() const noexcept { return *m_session; }

    /// Runs a command; a failure is announced by failed() and answered with false. The usual way for pages:
    /// `m_bridge->run([&](auto& s) { return s.edit(key, edit); });`
    bool run(const std::function<Result<void>(session::Session&)>& command);

signals:
    void workloadChanged();
    void lensesChanged();
    void participantsChanged();
    void answersChanged(const std::vector<plumb::QuestionKey>& questions);
    void evidenceChanged(const std::vector<plumb::QuestionKey>& questions);
    /// The stored half of findings (by key), or planning and events when empty; findings follow answersChanged, too.
    void findingsChanged(const std::vector<std::string>& keys);
    /// The cost model or its prices; money of findings follows it.
    void costsChanged();
    void snapshotsChanged();
    void historyChanged();
    void failed(const plumb::Error& error); ///< the shell shows it; pages need not

private:
    std::unique_ptr<session::Session> m_session;
    session::Subscription m_subscription;
};

} // namespace plumb::ui
