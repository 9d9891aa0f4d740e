// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One questionnaire of the new-review assistant: box, name, what it holds, and a mark when something is wrong with it.
#pragma once

#include "ui/dialogs/new_review_model.h"

#include <QAbstractButton>

namespace plumb::ui {

class LensRow final : public QAbstractButton {
    Q_OBJECT
public:
    explicit LensRow(QWidget* parent = nullptr);
    void show(const LensOffer& offer);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_meta;
    bool m_faulty = false;
    bool m_usable = true;
};

/// "30 questions, 6 pillars", "can't be used, 3 faults".
[[nodiscard]] QString metaWords(const LensOffer& offer);

} // namespace plumb::ui
