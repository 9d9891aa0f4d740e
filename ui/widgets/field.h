// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A caption above any editor, and a sentence below it while the input is wrong. The caption is the editor's accessible
// name and its buddy.
#pragma once

#include <QWidget>

namespace plumb::ui {

class WrapLabel;

class Field : public QWidget {
    Q_OBJECT
public:
    /// Takes ownership of `editor`. `key`: portable text of the key that leads to the field, shown beside the caption.
    Field(const QString& caption, QWidget* editor, QWidget* parent = nullptr, const QString& key = {});

    [[nodiscard]] QWidget* editor() const noexcept { return m_editor; }
    /// Empty: the input is fine.
    void setError(const QString& sentence);
    [[nodiscard]] QString error() const;
    /// A sentence in ink3 below the editor, shown while there is no error.
    void setHint(const QString& sentence);

private:
    void showNote();
    QWidget* m_editor;
    WrapLabel* m_note;
    QString m_error, m_hint;
};

} // namespace plumb::ui
