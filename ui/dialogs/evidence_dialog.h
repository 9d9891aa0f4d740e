// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Asks for a piece of evidence: a link or a few words typed or pasted here, or files through the desktop's dialog. The
// dialog only asks; the page attaches.
#pragma once

#include "ui/widgets/dialog.h"

class QLineEdit;
class QPlainTextEdit;

namespace plumb::ui {

class SegmentedControl;

class EvidenceDialog final : public Dialog {
    Q_OBJECT
public:
    explicit EvidenceDialog(QWidget* parent = nullptr);

    [[nodiscard]] QString text() const;  ///< what was typed: an address or words
    [[nodiscard]] QString title() const; ///< may be empty
    [[nodiscard]] bool isLink() const;   ///< the text is one http(s) address

    /// True for one http or https address without spaces.
    [[nodiscard]] static bool looksLikeLink(const QString& text);

signals:
    void filesWanted(); ///< "Choose a file…"; the dialog has closed

private:
    void check();
    QPlainTextEdit* m_text;
    QLineEdit* m_title;
};

/// Asks for another title of a piece of evidence.
class EvidenceRenameDialog final : public Dialog {
    Q_OBJECT
public:
    explicit EvidenceRenameDialog(const QString& title, QWidget* parent = nullptr);
    [[nodiscard]] QString title() const;

private:
    QLineEdit* m_title;
};

/// Asks whether to open evidence with another program, which may run code of whoever made it.
class EvidenceOpenDialog final : public Dialog {
    Q_OBJECT
public:
    EvidenceOpenDialog(const QString& title, bool link, QWidget* parent = nullptr);
};

} // namespace plumb::ui
