// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The base of all dialogs: raised ground, title, one explaining sentence, content, actions at the right with their
// keys. Dialogs ask for something; they never confirm what undo can take back.
#pragma once

#include <QDialog>

class QVBoxLayout;

namespace plumb::ui {

class Button;
class WrapLabel;

class Dialog : public QDialog {
    Q_OBJECT
public:
    enum class Width : std::uint8_t { Narrow, Wide }; ///< 440, 560 px

    Dialog(const QString& title, const QString& sentence, QWidget* parent = nullptr, Width width = Width::Narrow);

    /// Where the fields go.
    [[nodiscard]] QVBoxLayout* content() const noexcept { return m_content; }
    /// Text of the main action (Enter); default "OK". Disable the button while the input is not complete.
    [[nodiscard]] Button* acceptButton() const noexcept { return m_accept; }
    [[nodiscard]] Button* cancelButton() const noexcept { return m_cancel; }
    void setSentence(const QString& sentence);
    /// Key of the main action where Enter belongs to a text area: "Ctrl+Return".
    void setAcceptKey(const QString& portableShortcut);
    /// The fixed width, and the height that wrapped text takes at it.
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    WrapLabel* m_sentence;
    QVBoxLayout* m_content;
    Button* m_accept;
    Button* m_cancel;
    QString m_acceptKey;
};

} // namespace plumb::ui
