// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The place where risks become work: the register with its matrix and detail, and the views that other files bring
// (plan, effort and impact, what-if). Every step has a key (scope Findings of the action table) and is one undoable
// command.
#pragma once

#include "ui/models/finding_filter.h"

#include <array>
#include <functional>
#include <QWidget>
#include <vector>

class QScrollArea;
class QSplitter;
class QStackedWidget;

namespace plumb::ui {

class ActionTable;
class Button;
class FileDialogs;
class FindingSteps;
class FindingsDetail;
class FindingsRegister;
class RiskMatrix;
class SegmentedControl;
class UndoBar;
struct MatrixCell;

class FindingsPage final : public QWidget {
    Q_OBJECT
public:
    enum class View { Register, Plan, Effort, WhatIf };

    FindingsPage(SessionBridge* bridge, ActionTable* actions, QWidget* parent);
    ~FindingsPage() override;

    /// Shows the register with this finding chosen. False when there is none with that key.
    bool showFinding(const QString& key);
    void showView(View view);
    [[nodiscard]] View view() const noexcept { return m_view; }
    /// Shows only what the filter lets through.
    void setFilter(const FindingFilter& filter);
    [[nodiscard]] std::string currentKey() const;
    /// Stores what is typed and not stored yet; false when that failed.
    bool commitPending();
    void setFileDialogs(FileDialogs* files) { m_files = files; }

signals:
    void questionWanted(const plumb::QuestionKey& key); ///< go to this question
    void questionsWanted();                             ///< go to the questions, nothing is answered yet

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    QWidget* buildHeader();
    QWidget* buildSide();
    void buildExport();
    QWidget* viewWidget(View view); ///< made now if it was not shown yet
    QWidget* makeView(View view);
    /// Ties what every view of findings says and can be told.
    template <typename Shown> Shown* tie(Shown* widget);
    void connectSession();
    void connectActions();
    void connectParts();
    void on(QStringView action, void (FindingsPage::*what)());
    void applyMetrics();
    void applySizes();

    void changed(); ///< refreshes now when seen, later otherwise
    void refresh();
    void showChosen(); ///< detail and matrix follow the table
    void showMatrix();
    void filterByCell(MatrixCell cell);
    void toTable(); ///< the keys of the place work again
    [[nodiscard]] std::vector<std::string> chosen() const;

    void step(int by);
    void editOwner();
    void editDue();
    void offerEffort();
    void offerStatus();
    void showContextMenu(const QPoint& at);
    void acceptRisk();
    void resolve();
    void goToQuestion();
    void removeFinding();
    void copyTable();
    void saveCsv();
    void toggleSide();
    void enterMatrix();
    [[nodiscard]] QPoint menuPoint(int column) const;

    SessionBridge* m_bridge;
    ActionTable* m_actions;
    FileDialogs* m_files = nullptr;
    FindingSteps* m_steps;
    View m_view = View::Register;
    bool m_stale = false;
    bool m_sized = false;
    bool m_sideWanted = true;
    QSplitter* m_splitter = nullptr;
    QWidget* m_header = nullptr;
    SegmentedControl* m_segments = nullptr;
    std::array<QWidget*, 4> m_views{};                             ///< by View, which is the segment, too
    std::array<std::function<void(const QString& key)>, 4> m_tell; ///< shows a finding in a view
    QStackedWidget* m_stack = nullptr;
    Button* m_export = nullptr;
    Button* m_add = nullptr;
    FindingsRegister* m_register = nullptr;
    QWidget* m_side = nullptr;
    QWidget* m_matrixPane = nullptr;
    QWidget* m_detailPane = nullptr;
    QScrollArea* m_scroll = nullptr;
    RiskMatrix* m_matrix = nullptr;
    FindingsDetail* m_detail = nullptr;
    UndoBar* m_undo = nullptr;
};

} // namespace plumb::ui
