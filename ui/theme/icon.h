// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Line icons on a 24 grid in any size and token colour. Strokes are 1.75 px at 20 px and more, 1.5 px below, whatever
// the size. Files are read and rendered on first use and kept per size, colour and device pixel ratio. GUI thread only.
#pragma once

#include "ui/theme/tokens.h"

#include <QIcon>
#include <QLatin1String>
#include <QPixmap>

class QPainter;

namespace plumb::ui {

enum class Icon : std::uint8_t {
    // rail
    Overview,
    Questions,
    Findings,
    Costs,
    Compare,
    Report,
    Settings,
    Help,
    // top bar and general
    Search,
    Undo,
    Redo,
    Snapshot,
    Workshop,
    ChevronDown,
    ChevronRight,
    ChevronLeft,
    ChevronUp,
    ChevronsUpDown,
    Plus,
    Minus,
    Check,
    Close,
    More,
    Filter,
    Copy,
    External,
    Trash,
    Pencil,
    ArrowUp,
    ArrowDown,
    ArrowRight,
    ArrowLeft,
    Sort,
    // review
    Attach,
    Link,
    Image,
    File,
    FilePlus,
    Note,
    Verify,
    Park,
    Decision,
    NotApplicable,
    Vote,
    Eye,
    EyeOff,
    Info,
    User,
    Users,
    Message,
    Book,
    // files and time
    Download,
    Upload,
    Folder,
    Save,
    Print,
    Bell,
    Disk,
    Refresh,
    Database,
    Calendar,
    Clock,
    History,
    Merge,
    // state
    Warning,
    Error,
    Done,
    Task,
    Lock,
    Play,
    Pause,
    Screen,
    Freeze,
    Restore,
    // views
    Table,
    List,
    Layers,
    Scale,
    Split,
    TrendUp,
    TrendDown,
    Target,
    Grip,
    Panel,
    Keyboard,
    Palette,
    Swap,
    Archive,
    Count_
};

/// File name without ending, as in :/plumb/icons.
[[nodiscard]] QLatin1String iconName(Icon icon) noexcept;

/// The icon as a pixmap of `size` x `size` device-independent pixels.
[[nodiscard]] QPixmap iconPixmap(Icon icon, int size, const QColor& color, qreal devicePixelRatio);

/// Paints the icon centred in `box` at `size` px, at the painter's device pixel ratio.
void paintIcon(QPainter* painter, const QRectF& box, Icon icon, int size, const QColor& color);

/// An icon for buttons, actions and menus that reads its colour from the theme when it is painted, so it follows a
/// change of scheme. Disabled things paint it in Token::Disabled.
[[nodiscard]] QIcon icon(Icon icon, Token token = Token::Ink2);

/// The program's mark (blue tile with pillar, beam and line) with all sizes, for windows and the task bar.
[[nodiscard]] QIcon programIcon();

} // namespace plumb::ui
