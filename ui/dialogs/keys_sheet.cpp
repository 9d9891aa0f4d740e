// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/keys_sheet.h"

#include "ui/bridge/action_table.h"
#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/wrap_label.h"

#include <QBoxLayout>
#include <QPainter>
#include <QScrollArea>

namespace plumb::ui {
namespace {

constexpr int kColumnGap = 40, kWidth = 820, kHeight = 520;

/// Text left, keys right; painted, because there are many.
class Line final : public QWidget {
public:
    Line(const KeyLine& line, QWidget* parent) : QWidget(parent), m_line(line) {
        QStringList spoken;
        for (const QStringList& caps : line.keys)
            spoken.append(caps.join(u'+'));
        setAccessibleName(line.text + QStringLiteral(": ") + spoken.join(QStringLiteral(", ")));
        setFixedHeight(scaled(27));
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const Tokens& t = tokens();
        qreal right = width();
        for (auto keys = m_line.keys.crbegin(); keys != m_line.keys.crend(); ++keys) {
            for (auto cap = keys->crbegin(); cap != keys->crend(); ++cap) {
                const QSizeF size = keyCapSize(*cap, scaled(18));
                right -= size.width();
                drawKeyCap(&painter, QRectF(QPointF(right, (height() - size.height()) / 2), size), *cap, t);
                right -= 3;
            }
            right -= 7;
        }
        drawText(&painter, QRectF(0, 0, right, height()), m_line.text, Role::Body, t[Token::Ink]);
    }

private:
    KeyLine m_line;
};

bool isChoice(const QString& id) {
    return id.startsWith(QLatin1String("questions.choice"));
}

KeyLine lineOf(const ActionSpec& spec, const QAction& action) {
    KeyLine line{spec.text, {}};
    const auto shortcuts = action.shortcuts();
    for (const QKeySequence& key : shortcuts)
        line.keys.append(keyCaps(key));
    return line;
}

QWidget* columnOf(const QList<KeyGroup>& groups, qsizetype from, qsizetype to, QWidget* parent) {
    auto* const column = new QWidget(parent);
    auto* const rows = new QVBoxLayout(column);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    for (qsizetype g = from; g < to; ++g) {
        if (g > from)
            rows->addSpacing(18);
        rows->addWidget(new WrapLabel(groups[g].name, Role::BodyStrong, Token::Ink, column));
        rows->addSpacing(4);
        rows->addWidget(new Hairline(Qt::Horizontal, column));
        rows->addSpacing(4);
        for (const KeyLine& line : groups[g].lines)
            rows->addWidget(new Line(line, column));
    }
    rows->addStretch(1);
    return column;
}

} // namespace

QList<KeyGroup> keyGroups(const ActionTable& actions) {
    QList<KeyGroup> groups;
    KeyLine choices{KeysSheet::tr("Tick or untick a choice"), {}};
    for (const ActionSpec& spec : actions.specs()) {
        const QAction* const action = actions.action(spec.id);
        if (action->shortcuts().isEmpty())
            continue;
        const QString name = ActionTable::scopeName(spec.scope);
        if (groups.isEmpty() || groups.last().name != name)
            groups.append({name, {}});
        if (!isChoice(spec.id) || !actions.isDefault(spec.id)) {
            groups.last().lines.append(lineOf(spec, *action));
            continue;
        }
        // First and last digit stand for all of them: 1 ... 9, 0.
        if (choices.keys.isEmpty())
            groups.last().lines.append(choices);
        choices.keys.append(keyCaps(action->shortcut()));
    }
    for (KeyGroup& group : groups) {
        for (KeyLine& line : group.lines) {
            if (line.text == choices.text && choices.keys.size() > 1)
                line.keys = {choices.keys.first(), {QStringLiteral("\u2026")}, choices.keys.last()};
        }
    }
    return groups;
}

KeysSheet::KeysSheet(const ActionTable& actions, QWidget* parent)
    : Dialog(tr("All keys"), tr("Each of them can be changed in Settings."), parent, Width::Wide) {
    setObjectName(QStringLiteral("keysSheet"));
    setFixedWidth(qMin(scaled(kWidth), parent ? parent->window()->width() - 40 : scaled(kWidth)));
    const QList<KeyGroup> groups = keyGroups(actions);
    auto* const sheet = new QWidget(this);
    auto* const columns = new QHBoxLayout(sheet);
    columns->setContentsMargins(0, 0, 12, 0);
    columns->setSpacing(kColumnGap);
    columns->addWidget(columnOf(groups, 0, 1, sheet), 1);
    columns->addWidget(columnOf(groups, 1, groups.size(), sheet), 1);
    auto* const area = new QScrollArea(this);
    area->setObjectName(QStringLiteral("keysArea"));
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(sheet);
    area->viewport()->setAutoFillBackground(false);
    sheet->setAutoFillBackground(false);
    area->setMinimumHeight(qMin(scaled(kHeight), parent ? parent->window()->height() - 200 : scaled(kHeight)));
    content()->addWidget(area, 1);
    acceptButton()->setText(tr("Close"));
    cancelButton()->hide();
}

} // namespace plumb::ui
