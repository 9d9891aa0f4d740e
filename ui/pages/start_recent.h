// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The recent reviews of the start page: rows from the settings, a filter over name, client and path, and their look. No
// file is touched: what is shown is what was true when the review was closed.
#pragma once

#include "core/base/time.h"
#include "ui/bridge/settings.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace plumb::ui {

class RecentModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { PathRole = Qt::UserRole };

    /// `clock` says what "today" is. Both must outlive the model.
    RecentModel(Settings* settings, Clock* clock, QObject* parent = nullptr);

    void setFilter(const QString& words);                             ///< every word must occur in name, client or path
    [[nodiscard]] bool anyRecent() const { return !m_all.isEmpty(); } ///< without the filter
    [[nodiscard]] const RecentReview& review(int row) const { return m_shown.at(row); }
    [[nodiscard]] QString opened(int row) const; ///< "Today, 14:32", "Yesterday, 09:10", "9 Nov 2026"

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    void reload();
    void filter();
    Settings* m_settings;
    Clock* m_clock;
    QList<RecentReview> m_all, m_shown;
    QStringList m_words;
};

/// Columns of a row, counted from its right end, at text scale 1.
struct RecentColumns {
    static constexpr int kScale = 322, kScaleWidth = 108, kScore = 202;
};

class RecentDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/// "~/Reviews/claims.plumb" for files below the home folder.
[[nodiscard]] QString shortPath(const QString& path);

} // namespace plumb::ui
