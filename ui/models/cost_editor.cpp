// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/cost_editor.h"

namespace plumb::ui {

CostEditor::CostEditor(SessionBridge* bridge, QObject* parent) : QObject(parent), m_bridge(bridge) {}

const review::Costs& CostEditor::costs() const {
    return m_bridge->session().review().costs;
}

bool CostEditor::readOnly() const {
    return m_bridge->session().readOnly();
}

bool CostEditor::apply(const CostChange& change, const std::string& mergeKey) {
    if (change.costs == costs())
        return false;
    if (!m_bridge->run(
            [&](session::Session& session) { return session.setCosts(change.costs, s(change.label), mergeKey); }))
        return false;
    emit done(change.label);
    return true;
}

Result<void> CostEditor::offer(const CostChange& change, const std::string& mergeKey) {
    if (change.costs == costs())
        return {};
    PLUMB_CHECK(m_bridge->session().setCosts(change.costs, s(change.label), mergeKey));
    emit done(change.label);
    return {};
}

bool CostEditor::putPrices(const std::vector<review::Price>& prices, const QString& label) {
    if (!m_bridge->run([&](session::Session& session) { return session.putPrices(prices, s(label)); }))
        return false;
    emit done(label);
    return true;
}

bool CostEditor::link(const std::string& finding, const std::string& measure, bool linked) {
    if (!m_bridge->run([&](session::Session& session) { return session.linkMeasure(finding, measure, linked); }))
        return false;
    const auto step = m_bridge->session().undoable();
    emit done(step ? q(step->label) : linked ? tr("Link a finding") : tr("Unlink a finding"));
    return true;
}

Result<void> CostEditor::import(const exchange::CostImport& import, const session::Session::CostImportChoice& choice,
                                const QString& name) {
    PLUMB_TRY(made, m_bridge->session().importCosts(import, choice, s(name)));
    static_cast<void>(made);
    const auto step = m_bridge->session().undoable();
    emit done(step ? q(step->label) : tr("Import %1").arg(name));
    return {};
}

} // namespace plumb::ui
