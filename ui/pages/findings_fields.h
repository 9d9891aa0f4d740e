// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Owner, due day, effort and status of one finding or of many, in one line. Says what a person chose; values that
// differ show as such.
#pragma once

#include "core/base/result.h" // first: Qt's moc can't read <array> before the rest of the library
#include "core/score/findings.h"

#include <array>
#include <QComboBox>
#include <QStringList>
#include <QWidget>

class QGridLayout;

namespace plumb::ui {

class DateField;
class Field;

/// A combo box that a turning wheel does not change: it stands in a pane that scrolls.
class CalmCombo final : public QComboBox {
    Q_OBJECT
public:
    explicit CalmCombo(const QString& name, const QString& accessible, QWidget* parent = nullptr);

protected:
    void wheelEvent(QWheelEvent* event) override;
};

class FindingFields final : public QWidget {
    Q_OBJECT
public:
    explicit FindingFields(QWidget* parent = nullptr);
    ~FindingFields() override;

    /// At least one finding; all must live until the call returns.
    void show(const std::vector<const score::Finding*>& findings, const QStringList& owners, Date today);
    using QWidget::show;
    void setReadOnly(bool readOnly);
    /// Hands over what is typed and not handed over yet.
    void flush();

signals:
    void ownerChosen(const QString& owner);
    void dueChosen(const QDate& day); ///< invalid: none
    void effortChosen(plumb::lens::Effort effort);
    void statusChosen(plumb::review::FindingStatus status);
    void left();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void commitOwner();
    void arrange(bool narrow);
    QGridLayout* m_grid = nullptr;
    std::array<Field*, 4> m_parts{};
    bool m_narrow = false;
    CalmCombo* m_owner;
    DateField* m_due;
    Field* m_dueField;
    CalmCombo* m_effort;
    CalmCombo* m_status;
    QString m_shownOwner;
};

} // namespace plumb::ui
