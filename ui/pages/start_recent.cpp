// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/start_recent.h"

#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include "ui/theme/parts.h"
#include "ui/widgets/score_scale.h"

#include <algorithm>
#include <QDir>
#include <QLocale>
#include <QPainter>

namespace plumb::ui {
namespace {

constexpr int kRow = 76;

QString whole(double value) {
    return QString::number(qRound(value));
}

QString rangeWords(const RecentReview& review) {
    if (!review.score)
        return RecentModel::tr("nothing answered");
    if (review.allAnswered || qRound(review.worst) == qRound(review.best))
        return RecentModel::tr("all answered");
    return whole(review.worst) + QChar(0x2013) + whole(review.best);
}

} // namespace

QString shortPath(const QString& path) {
    const QString home = QDir::homePath();
    const bool below = path.startsWith(home + u'/');
    return QDir::toNativeSeparators(below ? u'~' + path.mid(home.size()) : path);
}

RecentModel::RecentModel(Settings* settings, Clock* clock, QObject* parent)
    : QAbstractListModel(parent), m_settings(settings), m_clock(clock) {
    connect(settings, &Settings::recentChanged, this, &RecentModel::reload);
    reload();
}

void RecentModel::reload() {
    m_all = m_settings->recent();
    filter();
}

void RecentModel::setFilter(const QString& words) {
    m_words = words.split(u' ', Qt::SkipEmptyParts);
    filter();
}

void RecentModel::filter() {
    beginResetModel();
    m_shown.clear();
    for (const RecentReview& review : std::as_const(m_all)) {
        const QString text = review.name + u' ' + review.client + u' ' + review.path;
        const bool fits = std::all_of(m_words.cbegin(), m_words.cend(),
                                      [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
        if (fits)
            m_shown.append(review);
    }
    endResetModel();
}

QString RecentModel::opened(int row) const {
    const QDateTime when = review(row).opened;
    if (!when.isValid())
        return {};
    const QDate today = QDateTime::fromMSecsSinceEpoch(m_clock->now().ms).date();
    const QString time = when.time().toString(QStringLiteral("HH:mm"));
    if (when.date() == today)
        return tr("Today, %1").arg(time);
    if (when.date() == today.addDays(-1))
        return tr("Yesterday, %1").arg(time);
    return QLocale(QLocale::English).toString(when.date(), QStringLiteral("d MMM yyyy"));
}

int RecentModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant RecentModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const RecentReview& shown = review(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return shown.name;
    case Qt::ToolTipRole:
        return QDir::toNativeSeparators(shown.path);
    case Qt::AccessibleTextRole: {
        const QString score =
            shown.score ? tr("score %1, range %2").arg(whole(*shown.score), rangeWords(shown)) : rangeWords(shown);
        return QStringList{shown.name, shown.client, score, opened(index.row())}.join(QStringLiteral(", "));
    }
    case PathRole:
        return shown.path;
    default:
        return {};
    }
}

void RecentDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto* const model = qobject_cast<const RecentModel*>(index.model());
    if (!model)
        return;
    const RecentReview& review = model->review(index.row());
    const Tokens& t = tokens();
    const QRectF row = option.rect;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool focus = option.state.testFlag(QStyle::State_HasFocus) && Theme::instance().focusVisible();
    painter->save();
    // The sheet shows no current row until somebody uses the keyboard: the list is to be read first.
    if (option.state.testFlag(QStyle::State_MouseOver) || (selected && focus))
        drawRowBackground(painter, row, true, selected && focus, true, t);
    painter->fillRect(QRectF(row.left(), row.bottom() - 1, row.width(), 1), t[Token::Line]);

    const qreal inset = 12;
    const qreal scaleX = row.right() - scaled(RecentColumns::kScale) - inset;
    const qreal scoreX = row.right() - scaled(RecentColumns::kScore) - inset;
    const QRectF text(row.left() + inset, row.top(), scaleX - row.left() - inset - 24, row.height());
    const qreal upper = row.center().y() - scaled(20), lower = row.center().y() + scaled(1);
    const auto line = [&](qreal x, qreal y, qreal width, const QString& words, plumb::ui::Role role, Token ink,
                          Qt::Alignment side = Qt::AlignLeft, Digits digits = Digits::Proportional) {
        drawText(painter, QRectF(x, y, width, scaled(19)), words, role, t[ink], side | Qt::AlignVCenter, digits);
    };
    line(text.left(), upper, text.width(), review.name, plumb::ui::Role::Head, Token::Ink);
    const QString place = shortPath(review.path);
    line(text.left(), lower, text.width(),
         review.client.isEmpty() ? place : review.client + QStringLiteral(" \u00B7 ") + place, plumb::ui::Role::Small,
         Token::Ink3);
    ScoreView view;
    view.score = review.score;
    if (!review.allAnswered) {
        view.low = review.worst;
        view.high = review.best;
    }
    paintScoreScale(painter, QRectF(scaleX, row.center().y() - 13, scaled(RecentColumns::kScaleWidth), 26), view, t,
                    true);
    if (review.score)
        line(scoreX, upper, 60, whole(*review.score), plumb::ui::Role::Head, Token::Ink, Qt::AlignLeft,
             Digits::Tabular);
    line(scoreX, lower, scaled(110), rangeWords(review), plumb::ui::Role::Micro, Token::Ink3, Qt::AlignLeft,
         Digits::Tabular);
    drawText(painter, QRectF(row.right() - scaled(140) - inset, row.top(), scaled(140), row.height()),
             model->opened(index.row()), plumb::ui::Role::Small, t[Token::Ink2], Qt::AlignRight | Qt::AlignVCenter);
    painter->restore();
}

QSize RecentDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {option.rect.width(), scaled(kRow)};
}

} // namespace plumb::ui
