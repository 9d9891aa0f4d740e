// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/action_table.h"

#include "ui/bridge/settings.h"

#include <QCoreApplication>
#include <QWidget>

namespace plumb::ui {
namespace {

QStringList toPortable(const QList<QKeySequence>& keys) {
    QStringList texts;
    for (const QKeySequence& key : keys)
        texts.append(key.toString(QKeySequence::PortableText));
    return texts;
}

QList<QKeySequence> fromPortable(const QStringList& texts) {
    QList<QKeySequence> keys;
    for (const QString& text : texts) {
        const QKeySequence key(text, QKeySequence::PortableText);
        if (!key.isEmpty() && key[0].key() != Qt::Key_unknown)
            keys.append(key);
    }
    return keys;
}

/// Pages are shown one at a time, so keys of two pages never meet.
bool holdTogether(ActionScope a, ActionScope b) {
    const auto everywhere = [](ActionScope s) { return s == ActionScope::Window || s == ActionScope::Review; };
    return a == b || everywhere(a) || everywhere(b);
}

bool overlap(const QKeySequence& a, const QKeySequence& b) {
    return a.matches(b) != QKeySequence::NoMatch || b.matches(a) != QKeySequence::NoMatch;
}

} // namespace

ActionTable::ActionTable(Settings* settings, QObject* parent)
    : QObject(parent), m_settings(settings), m_specs(standardActions()) {
    const auto changed = settings ? settings->keys() : QHash<QString, QStringList>();
    for (const ActionSpec& spec : m_specs) {
        auto* const made = new QAction(spec.text, this);
        made->setObjectName(spec.id);
        made->setToolTip(spec.tooltip);
        made->setCheckable(spec.checkable);
        made->setShortcutContext(Qt::WindowShortcut);
        made->setMenuRole(QAction::NoRole);
        m_actions.insert(spec.id, made);
        const auto own = changed.constFind(spec.id);
        applyKeys(spec, own == changed.constEnd() ? spec.keys : fromPortable(*own));
    }
}

QAction* ActionTable::action(QStringView id) const {
    QAction* const found = m_actions.value(id.toString());
    if (!found)
        qFatal("No action \"%s\" in the table", qPrintable(id.toString()));
    return found;
}

const ActionSpec* ActionTable::find(QStringView id) const noexcept {
    for (const ActionSpec& spec : m_specs) {
        if (spec.id == id)
            return &spec;
    }
    return nullptr;
}

void ActionTable::attach(QWidget* page, ActionScope scope) {
    for (const ActionSpec& spec : m_specs) {
        if (spec.scope == scope)
            page->addAction(m_actions.value(spec.id));
    }
}

QStringList ActionTable::keyCaps(QStringView id) const {
    return plumb::ui::keyCaps(action(id)->shortcut());
}

QString ActionTable::tooltip(QStringView id) const {
    const QString text = action(id)->toolTip();
    const QKeySequence key = action(id)->shortcut();
    return key.isEmpty()
               ? text
               : QCoreApplication::translate("Actions", "%1 (%2)").arg(text, key.toString(QKeySequence::NativeText));
}

QStringList ActionTable::conflicts(QStringView id, const QKeySequence& key) const {
    QStringList found;
    const ActionSpec* const mine = find(id);
    if (!mine || key.isEmpty())
        return found;
    for (const ActionSpec& spec : m_specs) {
        if (spec.id == id || !holdTogether(spec.scope, mine->scope))
            continue;
        const auto theirs = m_actions.value(spec.id)->shortcuts();
        for (const QKeySequence& other : theirs) {
            if (overlap(key, other)) {
                found.append(spec.id);
                break;
            }
        }
    }
    return found;
}

bool ActionTable::rebind(QStringView id, const QList<QKeySequence>& keys) {
    const ActionSpec* const spec = find(id);
    if (!spec)
        return false;
    for (const QKeySequence& key : keys) {
        if (!conflicts(id, key).isEmpty())
            return false;
    }
    applyKeys(*spec, keys);
    if (m_settings && keys == spec->keys)
        m_settings->resetKeys(spec->id);
    else if (m_settings)
        m_settings->setKeys(spec->id, toPortable(keys));
    emit keysChanged(spec->id);
    return true;
}

void ActionTable::reset(QStringView id) {
    const ActionSpec* const spec = find(id);
    if (!spec)
        return;
    QList<QKeySequence> free;
    for (const QKeySequence& key : spec->keys) {
        if (conflicts(id, key).isEmpty())
            free.append(key);
    }
    rebind(id, free);
}

void ActionTable::resetAll() {
    for (const ActionSpec& spec : m_specs) {
        if (isDefault(spec.id))
            continue;
        applyKeys(spec, spec.keys);
        if (m_settings)
            m_settings->resetKeys(spec.id);
        emit keysChanged(spec.id);
    }
}

bool ActionTable::isDefault(QStringView id) const {
    const ActionSpec* const spec = find(id);
    return spec && action(id)->shortcuts() == spec->keys;
}

void ActionTable::applyKeys(const ActionSpec& spec, const QList<QKeySequence>& keys) {
    m_actions.value(spec.id)->setShortcuts(keys);
}

QString ActionTable::scopeName(ActionScope scope) {
    switch (scope) {
    case ActionScope::Window:
    case ActionScope::Review:
        return QCoreApplication::translate("Actions", "Everywhere");
    case ActionScope::Overview:
        return QCoreApplication::translate("Actions", "Overview");
    case ActionScope::Questions:
        return QCoreApplication::translate("Actions", "Questions");
    case ActionScope::Findings:
        return QCoreApplication::translate("Actions", "Findings");
    case ActionScope::Costs:
        return QCoreApplication::translate("Actions", "Costs");
    case ActionScope::Merge:
        return QCoreApplication::translate("Actions", "Merge two copies");
    case ActionScope::Compare:
        return QCoreApplication::translate("Actions", "Compare");
    }
    return {};
}

QStringList keyCaps(const QKeySequence& sequence) {
    QStringList caps;
    for (int chord = 0; chord < sequence.count(); ++chord) {
        const auto combination = sequence[static_cast<uint>(chord)];
        const auto modifiers = combination.keyboardModifiers();
        if (modifiers & Qt::ControlModifier)
            caps.append(QCoreApplication::translate("Keys", "Ctrl"));
        if (modifiers & Qt::AltModifier)
            caps.append(QCoreApplication::translate("Keys", "Alt"));
        if (modifiers & Qt::ShiftModifier)
            caps.append(QCoreApplication::translate("Keys", "Shift"));
        if (modifiers & Qt::MetaModifier)
            caps.append(QCoreApplication::translate("Keys", "Meta"));
        caps.append(QKeySequence(combination.key()).toString(QKeySequence::NativeText));
    }
    return caps;
}

} // namespace plumb::ui
