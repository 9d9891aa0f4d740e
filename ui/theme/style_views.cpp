// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Scroll bars, tables, trees, tabs, progress and menus of Style.
#include "ui/theme/style_parts.h"

#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"

#include <QAbstractItemView>
#include <QKeySequence>
#include <QPainter>

namespace plumb::ui::styling {
namespace {

constexpr int kMenuPadding = 10;
constexpr int kMenuGap = 10;

/// The text of a menu item comes with its shortcut behind a tab.
struct MenuText {
    QString label, shortcut;
};

// In the dark scheme hover and raised are nearly one colour; press is the next step.
Token hoverOnRaised(const Tokens& t) {
    return t.scheme == Scheme::Dark ? Token::Press : Token::Hover;
}

MenuText split(const QString& text) {
    const qsizetype tab = text.indexOf(QLatin1Char('\t'));
    MenuText result{tab < 0 ? text : text.left(tab), tab < 0 ? QString() : text.mid(tab + 1)};
    result.label.remove(QLatin1Char('&'));
    if (!result.shortcut.isEmpty())
        result.shortcut = keyText(result.shortcut);
    return result;
}

} // namespace

void scrollBar(const QStyleOptionSlider* option, QPainter* painter, const QRect& handle) {
    const Tokens& t = tokens();
    if (option->maximum <= option->minimum)
        return;
    const bool active = option->state & QStyle::State_Enabled &&
                        (option->state & QStyle::State_MouseOver || option->state & QStyle::State_Sunken);
    const qreal inset = active ? 3 : 4;
    const QRectF bar = QRectF(handle).adjusted(inset, inset, -inset, -inset);
    paintFrame(painter, bar, qMin(bar.width(), bar.height()) / 2, t[active ? Token::Control : Token::Line2], QColor());
}

void headerSection(const QStyleOptionHeader* option, QPainter* painter) {
    const Tokens& t = tokens();
    const QRectF r = option->rect;
    const bool hover = option->state & QStyle::State_MouseOver && option->state & QStyle::State_Enabled;
    painter->fillRect(r, t[hover ? Token::Hover : Token::Surface]);
    if (option->orientation == Qt::Horizontal)
        drawHairline(painter, QRectF(r.left(), r.bottom() - 1, r.width(), 1), t[Token::Line2]);
}

void headerLabel(const QStyleOptionHeader* option, QPainter* painter) {
    const Tokens& t = tokens();
    QRectF r = option->rect;
    const bool right = option->textAlignment & Qt::AlignRight;
    const bool sorted = option->sortIndicator != QStyleOptionHeader::None;
    if (sorted)
        r.setWidth(r.width() - 16);
    const qreal width = drawText(painter, r, option->text, Role::SmallMedium, t[sorted ? Token::Ink : Token::Ink3],
                                 (right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (sorted) {
        const qreal x = right ? r.right() : r.left() + width;
        paintIcon(painter, QRectF(x + 3, r.top(), 12, r.height()),
                  option->sortIndicator == QStyleOptionHeader::SortUp ? Icon::ArrowUp : Icon::ArrowDown, 12,
                  t[Token::Ink2]);
    }
}

void tabShape(const QStyleOptionTab* option, QPainter* painter) {
    const Tokens& t = tokens();
    const QRectF r = option->rect;
    const bool selected = option->state & QStyle::State_Selected;
    if (!selected && option->state & QStyle::State_MouseOver)
        painter->fillRect(r, t[Token::Hover]);
    drawHairline(painter, QRectF(r.left(), r.bottom() - 1, r.width(), 1), t[Token::Line2]);
    if (selected)
        painter->fillRect(QRectF(r.left(), r.bottom() - 2, r.width(), 2), t[Token::Accent]);
    if (option->state & QStyle::State_HasFocus && Theme::instance().focusVisible())
        drawInnerFocus(painter, r.adjusted(1, 1, -1, -3), t, kRadiusBox);
}

void tabLabel(const QStyleOptionTab* option, QPainter* painter) {
    const Tokens& t = tokens();
    const bool selected = option->state & QStyle::State_Selected;
    QString text = option->text;
    text.remove(QLatin1Char('&'));
    const Token ink = !(option->state & QStyle::State_Enabled) ? Token::Disabled
                      : selected                               ? Token::Accent
                                                               : Token::Ink2;
    drawText(painter, option->rect, text, selected ? Role::BodyStrong : Role::BodyMedium, t[ink], Qt::AlignCenter);
}

void progressBar(const QStyleOptionProgressBar* option, QPainter* painter) {
    const double range = option->maximum - option->minimum;
    const double share = range > 0 ? (option->progress - option->minimum) / range : 0;
    QRectF bar = option->rect;
    bar.setTop(bar.center().y() - 2);
    bar.setHeight(4);
    drawProgress(painter, bar, share, tokens(), Token::AFill);
}

QSize menuItemSize(const QStyleOptionMenuItem* option) {
    if (option->menuItemType == QStyleOptionMenuItem::Separator)
        return {scaled(80), 9};
    const MenuText text = split(option->text);
    qreal width = 2 * kMenuPadding + scaled(16) + kMenuGap + textWidth(text.label, Role::Body);
    if (!text.shortcut.isEmpty())
        width += 36; // gap and the cap's sides; QMenu adds the width of the shortcut's text itself
    if (option->menuItemType == QStyleOptionMenuItem::SubMenu)
        width += 24;
    return {qMax(scaled(160), qRound(width)), menuRowHeight()};
}

void menuItem(const QStyleOptionMenuItem* option, QPainter* painter) {
    const Tokens& t = tokens();
    const QRectF r = option->rect;
    painter->fillRect(r, t[Token::Raised]);
    if (option->menuItemType == QStyleOptionMenuItem::Separator) {
        drawHairline(painter, QRectF(r.left(), r.center().y(), r.width(), 1), t[Token::Line]);
        return;
    }
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool selected = enabled && option->state & QStyle::State_Selected;
    if (selected)
        paintFrame(painter, r, kRadiusBox, t[hoverOnRaised(t)], t.highContrast() ? t[Token::Accent] : QColor());
    const int side = scaled(16);
    const QRectF lead(r.left() + kMenuPadding, r.top(), side, r.height());
    const Token ink = enabled ? Token::Ink : Token::Disabled;
    if (option->checkType != QStyleOptionMenuItem::NotCheckable) {
        if (option->checked)
            paintIcon(painter, lead, Icon::Check, side, t[enabled ? Token::Accent : Token::Disabled]);
    } else if (!option->icon.isNull()) {
        const QRect box(qRound(lead.left()), qRound(lead.center().y() - side / 2.0), side, side);
        option->icon.paint(painter, box, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    }
    const MenuText text = split(option->text);
    QRectF rest(lead.right() + kMenuGap, r.top(), r.right() - lead.right() - kMenuGap - kMenuPadding, r.height());
    if (option->menuItemType == QStyleOptionMenuItem::SubMenu) {
        paintIcon(painter, QRectF(rest.right() - 14, r.top(), 14, r.height()), Icon::ChevronRight, 14, t[Token::Ink3]);
    } else if (!text.shortcut.isEmpty()) {
        const QSizeF cap = keyCapSize(text.shortcut, badgeHeight());
        drawKeyCap(painter, QRectF(QPointF(rest.right() - cap.width(), r.center().y() - cap.height() / 2), cap),
                   text.shortcut, t, KeyLook::Plain, enabled);
    }
    drawText(painter, rest, text.label, Role::Body, t[ink]);
}

void menuBarItem(const QStyleOptionMenuItem* option, QPainter* painter) {
    const Tokens& t = tokens();
    if (option->state & QStyle::State_Selected)
        paintFrame(painter, option->rect, kRadiusBox,
                   t[option->state & QStyle::State_Sunken ? Token::Press : Token::Hover], QColor());
    drawText(painter, option->rect, split(option->text).label, Role::Body,
             t[option->state & QStyle::State_Enabled ? Token::Ink : Token::Disabled], Qt::AlignCenter);
}

void branch(const QStyleOption* option, QPainter* painter) {
    if (!(option->state & QStyle::State_Children))
        return;
    paintIcon(painter, option->rect, option->state & QStyle::State_Open ? Icon::ChevronDown : Icon::ChevronRight,
              scaled(14), tokens()[Token::Ink2]);
}

void itemRow(const QStyleOptionViewItem* option, QPainter* painter) {
    const bool selected = option->state & QStyle::State_Selected;
    const bool hover = option->state & QStyle::State_MouseOver && option->state & QStyle::State_Enabled;
    QRectF row = option->rect;
    const auto* view = qobject_cast<const QAbstractItemView*>(option->widget);
    // The list of a combo box is a menu: what the pointer or the arrows are on, and no bar.
    if (view != nullptr && view->inherits("QComboBoxListView")) {
        painter->fillRect(row, tokens()[Token::Raised]);
        if (selected || hover)
            paintFrame(painter, row.adjusted(3, 0, -3, 0), kRadiusBox, tokens()[hoverOnRaised(tokens())],
                       tokens().highContrast() ? tokens()[Token::Accent] : QColor());
        return;
    }
    // Qt calls this for the branch area and for each cell; the bar stands only at the view's left edge.
    if (row.left() <= 0 || !selected)
        drawRowBackground(painter, row, hover, selected, view == nullptr || view->hasFocus(), tokens());
    else
        painter->fillRect(row, tokens()[Token::ATint]);
}

} // namespace plumb::ui::styling
