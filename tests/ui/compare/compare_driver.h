// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The Compare place as a person uses it: keys, clicks and what stands on the screen. Tests speak to this and not to
// widgets.
#pragma once

#include "tests/ui/models/review_fixture.h"
#include "ui/bridge/action_table.h"
#include "ui/bridge/file_dialogs.h"
#include "ui/bridge/job_runner.h"
#include "ui/pages/compare_page.h"

#include <QListView>
#include <QtTest>

namespace plumb::test {

/// Answers each question for a file with the prepared path.
class PreparedFile final : public ui::FileDialogs {
public:
    QString path;
    QString open(QWidget*, const QString&, const QString&, const QString&) override { return path; }
    QString save(QWidget*, const QString&, const QString&, const QString&, bool) override { return path; }
};

class CompareDriver {
public:
    enum class With { Nothing, Snapshot, Changes };
    /// Snapshot: answers and the snapshot "May 2026"; Changes: and what moved since: OPS_1 improved, SEC_1 worsened,
    /// SEC_2 answered for the first time, OPS_2 with another note.
    explicit CompareDriver(With with = With::Changes, const QSize& size = {1364, 848});
    ~CompareDriver();

    TestReview review;
    ui::ActionTable actions{nullptr};
    ui::JobRunner jobs;
    PreparedFile files;
    [[nodiscard]] ui::ComparePage& page() { return *m_page; }
    [[nodiscard]] session::Session& session() const { return review.session(); }
    static QuestionKey question(const char* id) { return {"generative-ai", std::string("GAI_") + id}; }

    void settle(); ///< until the comparison on the screen is that of the review
    void resize(const QSize& size);
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void click(const QString& buttonName);
    void type(const QString& text);
    template <typename W = QWidget> [[nodiscard]] W* find(const QString& objectName) const {
        W* widget = m_page->findChild<W*>(objectName);
        if (widget == nullptr)
            qFatal("No %s", qPrintable(objectName));
        return widget;
    }
    [[nodiscard]] QString text(const QString& labelName) const;
    [[nodiscard]] bool shown(const QString& name) const;
    /// "High > None, Short 1, Improved": the rows of the list that is shown.
    [[nodiscard]] QStringList rows() const;
    /// "Improved 1, Worsened 1, ...": the chips that are shown.
    [[nodiscard]] QString chips() const;
    void clickRow(int row);
    void doubleClickRow(int row);
    void pick(const QString& combo, const QString& words); ///< as a person picks
    [[nodiscard]] QStringList offered(const QString& combo) const;
    /// The cells of a map as text, row by row: "67 +17|–|...".
    [[nodiscard]] QString cell(bool after, int row, int column) const;
    [[nodiscard]] QString undoWords() const;
    [[nodiscard]] QDialog* dialog() const; ///< null: none is open

private:
    [[nodiscard]] QWidget* target() const;
    [[nodiscard]] QListView* list() const;
    std::unique_ptr<ui::ComparePage> m_page;
};

} // namespace plumb::test
