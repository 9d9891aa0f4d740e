// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// An open review: rail, top bar and the six places. Places are made when they are first shown. Knows no page by name;
// the factory does.
#pragma once

#include "ui/bridge/session_bridge.h"
#include "ui/shell/places.h"

#include <array>
#include <functional>
#include <optional>
#include <QWidget>

class QMenu;
class QStackedWidget;

namespace plumb::ui {

class ActionTable;
class Rail;
class ReviewStrip;
class Settings;
class TopBar;
class UndoBar;

/// Makes the page of a place. Its size policy lets it fill the room.
using PageFactory = std::function<QWidget*(Place place, QWidget* parent)>;

class ReviewView final : public QWidget {
    Q_OBJECT
public:
    /// All of them must outlive the view.
    ReviewView(SessionBridge* bridge, ActionTable* actions, Settings* settings, Clock* clock, PageFactory factory,
               QWidget* parent = nullptr);
    ~ReviewView() override; ///< remembers splitters

    void go(Place place);
    [[nodiscard]] Place place() const noexcept { return m_place; }
    /// The page, made now if it was not shown yet.
    QWidget* page(Place place);
    [[nodiscard]] QWidget* pageIfMade(Place place) const { return m_pages[static_cast<std::size_t>(place)]; }

    /// Shows a page instead of the place, which stays as it is below. One at a time; the view owns it.
    void showOver(QWidget* page);
    void closeOver(); ///< back to the place; nothing when there is none
    [[nodiscard]] QWidget* over() const noexcept { return m_over; }

    /// One line below the top bar, on every place or on one; hidden until it is told to say something.
    [[nodiscard]] ReviewStrip* strip() const noexcept { return m_strip; }
    void showStrip(bool shown, std::optional<Place> onlyOn = std::nullopt);

    void setMenu(QMenu* menu);
    void openMenu();

signals:
    void placeChanged(plumb::ui::Place place);
    void overLeft(); ///< somebody went to a place; the page that stood over it goes

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void showWorkload();
    void showSaved();
    void takeSnapshot();
    void keepSplitters(QWidget* page, bool restore);
    void dropOver();
    void syncStrip();

    SessionBridge* m_bridge;
    ActionTable* m_actions;
    Settings* m_settings;
    Clock* m_clock;
    PageFactory m_factory;
    Rail* m_rail;
    TopBar* m_bar;
    QStackedWidget* m_stack;
    std::array<QWidget*, kPlaces.size()> m_pages{};
    Place m_place = Place::Overview;
    QWidget* m_over = nullptr;
    ReviewStrip* m_strip;
    bool m_stripShown = false;
    std::optional<Place> m_stripPlace;
    UndoBar* m_undo = nullptr;
};

} // namespace plumb::ui
