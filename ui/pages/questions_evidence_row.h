// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One piece of evidence in the facilitator pane: icon of its kind, title, who and when, its strength as a badge. Enter
// or a click opens it, the menu (right click, Menu key) has everything else, Delete removes it.
#pragma once

#include "ui/models/question_card_data.h"

#include <QAbstractButton>

namespace plumb::ui {

class EvidenceRow final : public QAbstractButton {
    Q_OBJECT
public:
    explicit EvidenceRow(QWidget* parent = nullptr);

    void setEvidence(const EvidenceData& evidence);
    [[nodiscard]] const EvidenceData& evidence() const noexcept { return m_evidence; }
    void setFirst(bool first); ///< the first row has no hairline above it

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void menuRequested(const QPoint& globalPos);
    void removeRequested();
    void renameRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    EvidenceData m_evidence;
    bool m_first = true;
};

} // namespace plumb::ui
