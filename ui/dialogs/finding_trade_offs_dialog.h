// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Asks what closing a finding does to the pillars: helps, harms, and a word on how.
#pragma once

#include "core/base/result.h" // first: Qt's moc can't read <array> before the rest of the library
#include "core/review/finding.h"
#include "ui/widgets/dialog.h"

#include <vector>

class QComboBox;
class QLineEdit;

namespace plumb::ui {

class FindingTradeOffsDialog final : public Dialog {
    Q_OBJECT
public:
    explicit FindingTradeOffsDialog(const std::vector<review::TradeOff>& tradeOffs, QWidget* parent = nullptr);
    [[nodiscard]] std::vector<review::TradeOff> tradeOffs() const;

private:
    struct Row {
        std::string framework;
        QComboBox* effect;
        QLineEdit* note;
    };
    std::vector<Row> m_rows;
};

} // namespace plumb::ui
