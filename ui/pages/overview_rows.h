// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Painted rows of the overview that lead to a question: a sign of readiness, a top risk.
#pragma once

#include "core/base/result.h" // first: Qt's moc can't read <array> before the rest of the library
#include "core/score/score.h"
#include "ui/models/top_risks.h"

#include <QAbstractButton>

namespace plumb::ui {

class SignRow final : public QAbstractButton {
    Q_OBJECT
public:
    explicit SignRow(QWidget* parent = nullptr);
    void setSign(const score::Readiness::Sign& sign);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    score::Readiness::Sign m_sign;
    QString m_remark;
};

class RiskRow final : public QAbstractButton {
    Q_OBJECT
public:
    explicit RiskRow(QWidget* parent = nullptr);
    void setRisk(const TopRisk& risk);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    TopRisk m_risk;
};

} // namespace plumb::ui
