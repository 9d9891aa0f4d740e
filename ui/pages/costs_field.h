// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One field of an item or measure: typed as text ("30", "30 %", "0.2 to 0.5"), slid between its ends, given a shape, a
// source and a last day. Values are the JSON that is stored; an empty text means that the field is not given. Wrong
// text stays with a sentence below it and is not taken.
#pragma once

#include "core/base/result.h" // first: Qt's moc can't read <array> before the rest of the library
#include "core/base/time.h"
#include "core/cost/reshape.h"
#include "core/cost/types.h"

#include <optional>
#include <QString>
#include <QWidget>
#include <string>
#include <vector>

class QComboBox;
class QLineEdit;
class QMenu;
class QSlider;

namespace plumb::ui {

class Button;
class DateField;
class Switch;
class WrapLabel;

class CostField final : public QWidget {
    Q_OBJECT
public:
    CostField(const cost::FieldInfo& info, bool ofMeasure, const std::string& type, Date today,
              QWidget* parent = nullptr);

    [[nodiscard]] const std::string& name() const noexcept { return m_name; }
    /// `stale`: why its price must be looked up again; empty while it holds.
    void setValue(const std::string& json, const QString& stale, const QString& currency);
    void setReadOnly(bool readOnly);
    void setError(const QString& sentence);
    [[nodiscard]] QString error() const { return m_error; }
    /// Takes what is typed and not taken yet. False when it is wrong.
    bool flush();
    void enter(); ///< the keyboard stands in it

signals:
    void committed(const QString& json); ///< empty: not given
    void tried(const QString& json);     ///< the slider is on its way
    void slid(const QString& json);      ///< it has arrived

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void buildNumber(class QVBoxLayout* column);
    void buildParts(class QVBoxLayout* column);
    void buildShapes();
    void take();
    void takeParts();
    void takeNotes();
    void slide();
    void show(const cost::Quantity& quantity);
    void showNote();
    void commit(cost::Quantity quantity);
    void open(bool open);
    [[nodiscard]] std::string slidTo(int position) const;

    cost::FieldInfo m_info;
    bool m_ofMeasure;
    std::string m_type, m_name, m_json;
    std::optional<cost::Quantity> m_quantity;
    cost::SlideEnds m_ends{0, 1};
    Date m_today;
    QString m_error, m_stale, m_shown;
    bool m_filling = false, m_open = false, m_readOnly = false;
    WrapLabel* m_unit = nullptr;
    WrapLabel* m_note = nullptr;
    QLineEdit* m_text = nullptr;
    QComboBox* m_choice = nullptr;
    Switch* m_flag = nullptr;
    QSlider* m_slider = nullptr;
    Button* m_shape = nullptr;
    QMenu* m_shapes = nullptr;
    QWidget* m_parts = nullptr;
    QLineEdit* m_low = nullptr;
    QLineEdit* m_mode = nullptr;
    QLineEdit* m_high = nullptr;
    std::vector<WrapLabel*> m_partNames;
    QWidget* m_notes = nullptr;
    QLineEdit* m_source = nullptr;
    DateField* m_until = nullptr;
};

} // namespace plumb::ui
