// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every action of the window in one table: id, words, keys, icon, where it holds. Menus, tooltips, key caps, the sheet
// of all keys, the go-to palette and the key settings all read it. Pages ask for an action by id and connect to it:
// `connect(actions->action(u"questions.next"), &QAction::triggered, this, &QuestionsPage::goNext);`
// GUI thread only.
#pragma once

#include <QAction>
#include <QHash>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QStringView>
#include <vector>

class QWidget;

namespace plumb::ui {

class Settings;

/// Where an action's keys hold. Window: everywhere. Review: everywhere, needs an open review. Others: on that page
/// only.
enum class ActionScope { Window, Review, Overview, Questions, Findings, Costs, Compare, Merge };

/// One row of the table as written down.
struct ActionSpec {
    QString id;               ///< "questions.next"; its part before the dot groups the sheet of keys
    QString text;             ///< for menus: "Next question"
    QString tooltip;          ///< one sentence or phrase, without the key
    QList<QKeySequence> keys; ///< defaults; the first is the one that is shown
    QString icon;             ///< file name in :/plumb/icons without ending; may be empty
    ActionScope scope = ActionScope::Window;
    bool checkable = false;
    bool inPalette = true; ///< offered by "Go to anything"
};

class ActionTable final : public QObject {
    Q_OBJECT
public:
    /// Makes all actions; keys come from `settings` where the user changed them. `settings` may be null, and must
    /// outlive the table. Actions start enabled; the shell disables those that need a review.
    explicit ActionTable(Settings* settings, QObject* parent = nullptr);

    /// Never null for an id of the table; an unknown id is a programming error (fatal).
    [[nodiscard]] QAction* action(QStringView id) const;
    [[nodiscard]] const std::vector<ActionSpec>& specs() const noexcept { return m_specs; }
    [[nodiscard]] const ActionSpec* find(QStringView id) const noexcept; ///< nullptr when there is none

    /// Makes the keys of all actions of `scope` work while `page` is visible in the active window, wherever the focus
    /// is (text fields keep their letters). A page calls it once, in its constructor.
    void attach(QWidget* page, ActionScope scope);

    /// Key caps to paint for the first key: {"Ctrl", "Shift", "Z"}; empty when it has none.
    [[nodiscard]] QStringList keyCaps(QStringView id) const;
    /// The action's tooltip with the key in brackets: "Take back the last step (Ctrl+Z)". The action's own toolTip()
    /// has no key, since buttons show that as a cap.
    [[nodiscard]] QString tooltip(QStringView id) const;

    /// Ids that could not be told apart from `id` if it had `key` (same key, and scopes that hold at once).
    [[nodiscard]] QStringList conflicts(QStringView id, const QKeySequence& key) const;
    /// Gives `id` these keys and remembers it. Refuses (false, nothing changed) when there is a conflict.
    bool rebind(QStringView id, const QList<QKeySequence>& keys);
    void reset(QStringView id); ///< back to the defaults; an action that took one of them meanwhile keeps it
    void resetAll();
    [[nodiscard]] bool isDefault(QStringView id) const;

    /// Words of one scope for headings: "Everywhere", "Questions".
    [[nodiscard]] static QString scopeName(ActionScope scope);

signals:
    void keysChanged(const QString& id); ///< key caps and tooltips are to be shown anew

private:
    void applyKeys(const ActionSpec& spec, const QList<QKeySequence>& keys);
    Settings* m_settings;
    std::vector<ActionSpec> m_specs;
    QHash<QString, QAction*> m_actions;
};

/// The rows of the table with their default keys, in the order in which they are shown. The words are translated.
[[nodiscard]] std::vector<ActionSpec> standardActions();

/// {"Ctrl", "K"} for a key sequence; several chords follow each other.
[[nodiscard]] QStringList keyCaps(const QKeySequence& sequence);

} // namespace plumb::ui
