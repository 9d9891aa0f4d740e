// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Stores changes of the cost model, one undoable command each, and says what was done. The only way from the Costs
// place into the session.
#pragma once

#include "ui/bridge/session_bridge.h"
#include "ui/models/cost_edits.h"

#include <QObject>
#include <QString>
#include <string>

namespace plumb::ui {

class CostEditor final : public QObject {
    Q_OBJECT
public:
    explicit CostEditor(SessionBridge* bridge, QObject* parent = nullptr);

    [[nodiscard]] const review::Costs& costs() const;
    [[nodiscard]] bool readOnly() const;
    /// Stores the change; a refusal goes out through the bridge. False then, and when nothing would change.
    bool apply(const CostChange& change, const std::string& mergeKey = {});
    /// The same, but a refusal comes back for whoever can show it at a field.
    [[nodiscard]] Result<void> offer(const CostChange& change, const std::string& mergeKey = {});
    bool putPrices(const std::vector<review::Price>& prices, const QString& label);
    bool link(const std::string& finding, const std::string& measure, bool linked);
    /// A refusal comes back for the dialog that can show it.
    [[nodiscard]] Result<void> import(const exchange::CostImport& import,
                                      const session::Session::CostImportChoice& choice, const QString& name);

signals:
    void done(const QString& whatWasDone); ///< for the undo bar

private:
    SessionBridge* m_bridge;
};

} // namespace plumb::ui
