// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/session_bridge.h"

#include <type_traits>
#include <variant>

namespace plumb::ui {

SessionBridge::SessionBridge(std::unique_ptr<session::Session> session, QObject* parent)
    : QObject(parent), m_session(std::move(session)) {
    m_subscription = m_session->subscribe([this](const session::Event& event) {
        std::visit(
            [this](const auto& e) {
                using E = std::decay_t<decltype(e)>;
                if constexpr (std::is_same_v<E, session::WorkloadChanged>)
                    emit workloadChanged();
                else if constexpr (std::is_same_v<E, session::LensesChanged>)
                    emit lensesChanged();
                else if constexpr (std::is_same_v<E, session::ParticipantsChanged>)
                    emit participantsChanged();
                else if constexpr (std::is_same_v<E, session::AnswersChanged>)
                    emit answersChanged(e.questions);
                else if constexpr (std::is_same_v<E, session::EvidenceChanged>)
                    emit evidenceChanged(e.questions);
                else if constexpr (std::is_same_v<E, session::FindingsChanged>)
                    emit findingsChanged(e.keys);
                else if constexpr (std::is_same_v<E, session::CostsChanged>)
                    emit costsChanged();
                else if constexpr (std::is_same_v<E, session::SnapshotsChanged>)
                    emit snapshotsChanged();
                else
                    emit historyChanged();
            },
            event);
    });
}

SessionBridge::~SessionBridge() = default;

bool SessionBridge::run(const std::function<Result<void>(session::Session&)>& command) {
    const auto done = command(*m_session);
    if (!done)
        emit failed(done.error());
    return done.has_value();
}

} // namespace plumb::ui
