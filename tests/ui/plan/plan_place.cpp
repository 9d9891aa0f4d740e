// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/plan/plan_place.h"

#include "ui/pages/plan_foot.h"
#include "ui/pages/plan_row.h"
#include "ui/theme/theme.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/wrap_label.h"

#include <QtTest>

namespace plumb::test {

PlanPlace::PlanPlace(int high, int medium, bool mock) : review({makeLens({.pillars = 4, .questions = 4})}) {
    ui::Theme::instance().install();
    showRisks(review, high, medium);
    if (mock)
        writeMockFindings(review);
    show(review.bridge());
}

std::unique_ptr<ui::SessionBridge> PlanPlace::readOnly() {
    const std::filesystem::path copy = review.path(QStringLiteral("copy.plumb")).toStdString();
    if (!review.session().copyTo(copy))
        qFatal("No copy");
    auto opened = session::Session::open(copy, store::OpenMode::ReadOnly,
                                         session::Environment{m_clock, m_random, "Ines Albrecht", "test"});
    if (!opened)
        qFatal("%s", opened.error().text.c_str());
    return std::make_unique<ui::SessionBridge>(std::move(*opened));
}

void PlanPlace::show(ui::SessionBridge* bridge) {
    view = std::make_unique<ui::PlanView>(bridge, &actions);
    view->resize(1364, 784);
    view->show();
    view->activateWindow();
    if (!QTest::qWaitForWindowActive(view.get()))
        qFatal("The view did not become active");
}

QString PlanPlace::text(const char* label) const {
    return find<ui::WrapLabel>(label)->text();
}

QString PlanPlace::footText() const {
    return view->findChild<ui::PlanFoot*>()->text();
}

QStringList PlanPlace::reasons() const {
    QStringList titles;
    for (const ui::PlanRow* row : view->findChild<ui::PlanRows*>(QStringLiteral("reasonRows"))->rows())
        titles << row->content().title;
    return titles;
}

std::size_t PlanPlace::step(const char* title) const {
    const auto& steps = roadmap()->steps();
    for (std::size_t i = 0; i < steps.size(); ++i)
        if (steps[i].title == QString::fromUtf8(title))
            return i;
    qFatal("No step %s", title);
}

QString PlanPlace::keyOf(const char* title) const {
    return roadmap()->steps()[step(title)].key;
}

void PlanPlace::press(QWidget* widget, Qt::Key key, Qt::KeyboardModifiers modifiers) const {
    widget->setFocus(Qt::TabFocusReason);
    QTest::keyClick(widget, key, modifiers);
}

void PlanPlace::clickStep(const char* title, bool twice) const {
    const QRect box = roadmap()->partRect(static_cast<int>(step(title)));
    QTest::mouseClick(roadmap()->viewport(), Qt::LeftButton, {}, box.center());
    if (twice)
        QTest::mouseDClick(roadmap()->viewport(), Qt::LeftButton, {}, box.center());
}

void PlanPlace::clickMode(int segment) const {
    QTest::mouseClick(find<ui::SegmentedControl>("planModes")->segment(segment), Qt::LeftButton);
}

} // namespace plumb::test
