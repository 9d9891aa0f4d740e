// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// "Go to anything": a field and a list of what it finds, over the window. Typing searches, arrows choose, Enter goes,
// Esc or a click elsewhere closes. It only says what was chosen.
#pragma once

#include "ui/shell/goto_index.h"

#include <memory>
#include <QPointer>
#include <QWidget>

class QLineEdit;
class QListView;

namespace plumb::ui {

class GotoModel;

class GotoPalette final : public QWidget {
    Q_OBJECT
public:
    explicit GotoPalette(QWidget* window);
    ~GotoPalette() override;

    /// Shows it with an empty field. The index is what will be searched until it closes.
    void open(std::unique_ptr<GotoIndex> index);
    [[nodiscard]] bool isOpen() const { return isVisible(); }

public slots:
    void closePalette(); ///< gives the focus back to where it was

signals:
    void chosen(const plumb::ui::GotoItem& item); ///< after it has closed

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void search();
    void arrange();
    void choose();
    void step(int rows);

    std::unique_ptr<GotoIndex> m_index;
    GotoModel* m_model;
    QLineEdit* m_field;
    QListView* m_list;
    QPointer<QWidget> m_focusBefore;
};

} // namespace plumb::ui
