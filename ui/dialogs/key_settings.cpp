// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/key_settings.h"

#include "ui/bridge/action_table.h"
#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/wrap_label.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>

namespace plumb::ui {
namespace {

bool isModifier(int key) {
    return key == Qt::Key_Control || key == Qt::Key_Shift || key == Qt::Key_Alt || key == Qt::Key_Meta ||
           key == Qt::Key_AltGr || key == Qt::Key_CapsLock || key == Qt::Key_unknown;
}

QKeySequence sequenceOf(const QKeyEvent* event) {
    auto modifiers = event->modifiers() & ~Qt::KeypadModifier;
    // Signs that need Shift are written without it ("?"), letters with it ("Shift+J").
    const bool sign = event->key() < 0x80 && !QChar(event->key()).isLetterOrNumber() && event->key() != Qt::Key_Space;
    if (sign)
        modifiers &= ~Qt::ShiftModifier;
    return QKeySequence(QKeyCombination(modifiers, static_cast<Qt::Key>(event->key())));
}

} // namespace

KeyModel::KeyModel(ActionTable* actions, QObject* parent) : QAbstractListModel(parent), m_actions(actions) {
    setFilter({});
    connect(actions, &ActionTable::keysChanged, this, &KeyModel::refresh);
}

void KeyModel::setFilter(const QString& words) {
    beginResetModel();
    m_ids.clear();
    for (const ActionSpec& spec : m_actions->specs()) {
        const QString text = spec.text + u' ' + spec.tooltip + u' ' + m_actions->keyCaps(spec.id).join(u'+');
        if (words.trimmed().isEmpty() || text.contains(words.trimmed(), Qt::CaseInsensitive))
            m_ids.append(spec.id);
    }
    endResetModel();
}

void KeyModel::setWaiting(const QString& id) {
    m_waiting = id;
    refresh();
}

void KeyModel::refresh() {
    if (!m_ids.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, 0));
}

int KeyModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

QVariant KeyModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const QString& id = m_ids[index.row()];
    const ActionSpec* const spec = m_actions->find(id);
    switch (role) {
    case Qt::DisplayRole:
        return spec->text;
    case Qt::ToolTipRole:
        return spec->tooltip;
    case Qt::AccessibleTextRole: {
        const QString key = m_actions->keyCaps(id).join(u'+');
        return QString(spec->text + QStringLiteral(", ") + (key.isEmpty() ? tr("no key") : key));
    }
    case IdRole:
        return id;
    case CapsRole:
        return m_actions->keyCaps(id);
    case ScopeRole:
        return ActionTable::scopeName(spec->scope);
    case ChangedRole:
        return !m_actions->isDefault(id);
    case WaitingRole:
        return id == m_waiting;
    default:
        return {};
    }
}

void KeyDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Tokens& t = tokens();
    painter->save();
    const QRectF row = option.rect;
    drawRowBackground(painter, row, option.state.testFlag(QStyle::State_MouseOver),
                      option.state.testFlag(QStyle::State_Selected), option.state.testFlag(QStyle::State_HasFocus), t);
    qreal right = row.right() - 12;
    if (index.data(KeyModel::WaitingRole).toBool()) {
        drawText(painter, QRectF(row.left(), row.top(), right - row.left(), row.height()),
                 KeyModel::tr("press the new key"), Role::SmallMedium, t[Token::Accent],
                 Qt::AlignRight | Qt::AlignVCenter);
        right -= scaled(120);
    } else {
        const QStringList caps = index.data(KeyModel::CapsRole).toStringList();
        for (auto cap = caps.crbegin(); cap != caps.crend(); ++cap) {
            const QSizeF size = keyCapSize(*cap, scaled(18));
            right -= size.width();
            drawKeyCap(painter, QRectF(QPointF(right, row.center().y() - size.height() / 2), size), *cap, t);
            right -= 4;
        }
        if (index.data(KeyModel::ChangedRole).toBool())
            right -=
                drawText(painter, QRectF(row.left(), row.top(), right - row.left() - 8, row.height()),
                         KeyModel::tr("changed"), Role::Micro, t[Token::Accent], Qt::AlignRight | Qt::AlignVCenter);
    }
    const QRectF room(row.left() + 12, row.top(), right - row.left() - 28, row.height());
    const qreal name = drawText(painter, room, index.data().toString(), Role::Body, t[Token::Ink]);
    drawText(painter, room.adjusted(name + 10, 0, 0, 0), index.data(KeyModel::ScopeRole).toString(), Role::Micro,
             t[Token::Ink3]);
    painter->restore();
}

QSize KeyDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {option.rect.width(), scaled(30)};
}

KeySettings::KeySettings(ActionTable* actions, QWidget* parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_model(new KeyModel(actions, this))
    , m_search(new SearchField(tr("Search actions and keys"), this))
    , m_list(new QListView(this))
    , m_change(new Button(tr("Change key"), ButtonLook::Plain, this))
    , m_remove(new Button(tr("No key"), ButtonLook::Plain, this))
    , m_reset(new Button(tr("Default"), ButtonLook::Plain, this))
    , m_resetAll(new Button(tr("All defaults"), ButtonLook::Ghost, this))
    , m_note(new WrapLabel(QString(), Role::Small, Token::Ink2, this)) {
    m_search->setObjectName(QStringLiteral("keySearchField"));
    m_search->setAccessibleName(tr("Search actions and keys"));
    m_list->setObjectName(QStringLiteral("keyList"));
    m_list->setAccessibleName(tr("Actions and their keys"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new KeyDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->installEventFilter(this);
    m_change->setObjectName(QStringLiteral("changeKeyButton"));
    m_remove->setObjectName(QStringLiteral("removeKeyButton"));
    m_reset->setObjectName(QStringLiteral("resetKeyButton"));
    m_resetAll->setObjectName(QStringLiteral("resetAllKeysButton"));
    m_note->setObjectName(QStringLiteral("keyNoteLabel"));
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    column->addWidget(m_note);
    auto* const row = new QHBoxLayout;
    for (Button* const button : {m_change, m_remove, m_reset})
        row->addWidget(button);
    row->addStretch(1);
    row->addWidget(m_resetAll);
    column->addLayout(row);
    m_list->setMinimumHeight(scaled(240));
    m_list->setCurrentIndex(m_model->index(0, 0));
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& words) {
        m_model->setFilter(words);
        m_list->setCurrentIndex(m_model->index(0, 0));
    });
    connect(m_list, &QListView::doubleClicked, this, &KeySettings::wait);
    connect(m_change, &QAbstractButton::clicked, this, &KeySettings::wait);
    connect(m_remove, &QAbstractButton::clicked, this, [this] { m_actions->rebind(currentId(), {}); });
    connect(m_reset, &QAbstractButton::clicked, this, [this] { m_actions->reset(currentId()); });
    connect(m_resetAll, &QAbstractButton::clicked, m_actions, &ActionTable::resetAll);
    say(tr("Enter, then the new key."), false);
}

void KeySettings::start() {
    m_search->setFocus(Qt::TabFocusReason);
}

QString KeySettings::currentId() const {
    return m_list->currentIndex().data(KeyModel::IdRole).toString();
}

void KeySettings::wait() {
    if (currentId().isEmpty())
        return;
    m_model->setWaiting(currentId());
    m_list->setFocus();
    say(tr("Press the new key, or Esc to leave it as it is."), false);
}

void KeySettings::stopWaiting() {
    m_model->setWaiting({});
}

void KeySettings::take(const QKeySequence& key) {
    const QString id = m_model->waiting();
    stopWaiting();
    const QStringList others = m_actions->conflicts(id, key);
    const QString name = plumb::ui::keyCaps(key).join(u'+');
    if (!others.isEmpty()) {
        say(tr("%1 belongs to \u201C%2\u201D. Give that another key first.")
                .arg(name, m_actions->find(others.first())->text),
            true);
        return;
    }
    m_actions->rebind(id, {key});
    say(tr("%1: %2").arg(m_actions->find(id)->text, name), false);
}

void KeySettings::say(const QString& sentence, bool fault) {
    m_note->setColor(fault ? Token::High : Token::Ink2);
    m_note->setText(sentence);
}

bool KeySettings::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_list)
        return QWidget::eventFilter(watched, event);
    const bool waiting = !m_model->waiting().isEmpty();
    if (event->type() == QEvent::FocusOut && waiting)
        stopWaiting();
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return false;
    const auto* const key = static_cast<QKeyEvent*>(event);
    if (event->type() == QEvent::ShortcutOverride) {
        event->setAccepted(waiting);
        return waiting;
    }
    if (waiting) {
        if (key->key() == Qt::Key_Escape) {
            stopWaiting();
            say(tr("Nothing was changed."), false);
        } else if (!isModifier(key->key())) {
            take(sequenceOf(key));
        }
        return true;
    }
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        wait();
        return true;
    }
    if (key->key() == Qt::Key_Delete) {
        m_actions->rebind(currentId(), {});
        return true;
    }
    return false;
}

} // namespace plumb::ui
