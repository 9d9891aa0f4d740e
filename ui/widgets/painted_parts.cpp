// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/painted_parts.h"

#include <vector>

#include <QAccessible>
#include <QAccessibleWidget>
#include <QPointer>

namespace plumb::ui {

namespace {

/// One part. Its parent interface outlives it in QAccessible's cache or deletes it.
class PartFace final : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    PartFace(QWidget* widget, int part) : m_widget(widget), m_part(part) {}

    [[nodiscard]] bool isValid() const override { return parts() != nullptr && m_part < parts()->partCount(); }
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QWindow* window() const override { return m_widget ? m_widget->window()->windowHandle() : nullptr; }
    [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* parent() const override {
        return QAccessible::queryAccessibleInterface(m_widget);
    }
    [[nodiscard]] QAccessibleInterface* child(int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    [[nodiscard]] QString text(QAccessible::Text t) const override {
        return t == QAccessible::Name && isValid() ? parts()->partName(m_part) : QString();
    }
    void setText(QAccessible::Text, const QString&) override {}
    [[nodiscard]] QRect rect() const override {
        if (!isValid())
            return {};
        const QRect box = parts()->partRect(m_part);
        return {m_widget->mapToGlobal(box.topLeft()), box.size()};
    }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::Button; }
    [[nodiscard]] QAccessible::State state() const override {
        QAccessible::State state;
        state.focusable = state.selectable = true;
        if (isValid()) {
            state.selected = parts()->currentPart() == m_part;
            state.focused = state.selected && m_widget->hasFocus();
            state.offscreen = parts()->partRect(m_part).isEmpty();
        }
        return state;
    }
    void* interface_cast(QAccessible::InterfaceType type) override {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
    }
    [[nodiscard]] QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString& name) override {
        if (name == pressAction() && isValid())
            parts()->pressPart(m_part);
    }
    [[nodiscard]] QStringList keyBindingsForAction(const QString&) const override { return {}; }
    [[nodiscard]] int part() const noexcept { return m_part; }

private:
    [[nodiscard]] PaintedParts* parts() const { return dynamic_cast<PaintedParts*>(m_widget.data()); }
    QPointer<QWidget> m_widget;
    int m_part;
};

class PartsFace final : public QAccessibleWidget {
public:
    PartsFace(QWidget* widget, PaintedParts* parts) : QAccessibleWidget(widget, QAccessible::List), m_parts(parts) {}
    ~PartsFace() override {
        for (const QAccessible::Id id : m_ids)
            QAccessible::deleteAccessibleInterface(id);
    }
    [[nodiscard]] int childCount() const override { return m_parts->partCount(); }
    [[nodiscard]] QAccessibleInterface* child(int index) const override {
        if (index < 0 || index >= m_parts->partCount())
            return nullptr;
        while (static_cast<int>(m_ids.size()) <= index)
            m_ids.push_back(
                QAccessible::registerAccessibleInterface(new PartFace(widget(), static_cast<int>(m_ids.size()))));
        return QAccessible::accessibleInterface(m_ids[static_cast<std::size_t>(index)]);
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface* face) const override {
        const auto* part = dynamic_cast<const PartFace*>(face);
        return part != nullptr ? part->part() : -1;
    }
    [[nodiscard]] QAccessibleInterface* childAt(int x, int y) const override {
        const QPoint at = widget()->mapFromGlobal(QPoint(x, y));
        for (int i = 0; i < m_parts->partCount(); ++i)
            if (m_parts->partRect(i).contains(at))
                return child(i);
        return nullptr;
    }
    [[nodiscard]] QAccessibleInterface* focusChild() const override {
        return widget()->hasFocus() ? child(m_parts->currentPart()) : nullptr;
    }

private:
    PaintedParts* m_parts;
    mutable std::vector<QAccessible::Id> m_ids;
};

QAccessibleInterface* make(const QString&, QObject* object) {
    auto* const parts = dynamic_cast<PaintedParts*>(object);
    return parts != nullptr ? new PartsFace(static_cast<QWidget*>(object), parts) : nullptr;
}

} // namespace

void installPaintedParts() {
    static const bool done = (QAccessible::installFactory(make), true);
    Q_UNUSED(done)
}

void announceCurrentPart(QWidget* widget, int part) {
    QAccessibleEvent event(widget, QAccessible::Focus);
    event.setChild(part);
    QAccessible::updateAccessibility(&event);
}

} // namespace plumb::ui
