// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a person can do to findings from table, detail or key: menus that offer, dialogs that ask, one command each.
// Holds no selection; who calls says which findings it is about.
#pragma once

#include "ui/models/finding_editor.h"

#include <functional>

class QMenu;
class QWidget;

namespace plumb::ui {

class FindingSteps final : public QObject {
    Q_OBJECT
public:
    using Keys = FindingEditor::Keys;
    /// Dialogs and menus open over `place`.
    FindingSteps(SessionBridge* bridge, QWidget* place);

    [[nodiscard]] FindingEditor* editor() const noexcept { return m_editor; }
    [[nodiscard]] bool readOnly() const;

    /// Menus of statuses and efforts, at a point of the screen. The common present value is ticked.
    void offerStatus(const Keys& keys, const QPoint& at);
    void offerEffort(const Keys& keys, const QPoint& at);
    /// Sets it at once, or asks first what the status needs. `finished` is called in the end, done or not.
    void setStatus(const Keys& keys, review::FindingStatus status, const std::function<void()>& finished = {});
    void add();
    void remove(const std::string& key);
    void chooseNeeds(const std::string& key);
    void chooseEvidence(const std::string& key);
    void chooseMeasures(const std::string& key);
    void switchOnMeasures(const std::string& key); ///< in the chosen scenario, with what they need
    void choosePractices(const std::string& key);
    void askLoss(const std::string& key);
    void askTradeOffs(const std::string& key);

signals:
    void added(const QString& key);

private:
    [[nodiscard]] const score::Finding* finding(const std::string& key) const;

    SessionBridge* m_bridge;
    QWidget* m_place;
    FindingEditor* m_editor;
};

} // namespace plumb::ui
