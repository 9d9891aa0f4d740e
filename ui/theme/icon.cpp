// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See icon.h.
#include "ui/theme/icon.h"

#include "resources/resources.h"
#include "ui/theme/theme.h"

#include <array>
#include <cmath>

#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

namespace plumb::ui {
namespace {

constexpr std::array<const char*, static_cast<std::size_t>(Icon::Count_)> kNames{"compass",
                                                                                 "list-checks",
                                                                                 "flag",
                                                                                 "circle-dollar-sign",
                                                                                 "columns-2",
                                                                                 "file-text",
                                                                                 "settings",
                                                                                 "circle-question-mark",
                                                                                 "search",
                                                                                 "undo-2",
                                                                                 "redo-2",
                                                                                 "camera",
                                                                                 "presentation",
                                                                                 "chevron-down",
                                                                                 "chevron-right",
                                                                                 "chevron-left",
                                                                                 "chevron-up",
                                                                                 "chevrons-up-down",
                                                                                 "plus",
                                                                                 "minus",
                                                                                 "check",
                                                                                 "x",
                                                                                 "ellipsis",
                                                                                 "funnel",
                                                                                 "copy",
                                                                                 "external-link",
                                                                                 "trash-2",
                                                                                 "pencil",
                                                                                 "arrow-up",
                                                                                 "arrow-down",
                                                                                 "arrow-right",
                                                                                 "arrow-left",
                                                                                 "arrow-up-down",
                                                                                 "paperclip",
                                                                                 "link",
                                                                                 "image",
                                                                                 "file",
                                                                                 "file-plus",
                                                                                 "sticky-note",
                                                                                 "badge-check",
                                                                                 "circle-parking",
                                                                                 "gavel",
                                                                                 "circle-slash",
                                                                                 "vote",
                                                                                 "eye",
                                                                                 "eye-off",
                                                                                 "info",
                                                                                 "user",
                                                                                 "users",
                                                                                 "message-square",
                                                                                 "book-open",
                                                                                 "download",
                                                                                 "upload",
                                                                                 "folder-open",
                                                                                 "save",
                                                                                 "printer",
                                                                                 "bell",
                                                                                 "hard-drive",
                                                                                 "refresh-cw",
                                                                                 "database",
                                                                                 "calendar",
                                                                                 "clock",
                                                                                 "history",
                                                                                 "merge",
                                                                                 "triangle-alert",
                                                                                 "circle-alert",
                                                                                 "circle-check",
                                                                                 "square-check",
                                                                                 "lock",
                                                                                 "play",
                                                                                 "pause",
                                                                                 "monitor",
                                                                                 "snowflake",
                                                                                 "rotate-ccw",
                                                                                 "table",
                                                                                 "list",
                                                                                 "layers",
                                                                                 "scale",
                                                                                 "split",
                                                                                 "trending-up",
                                                                                 "trending-down",
                                                                                 "target",
                                                                                 "grip-vertical",
                                                                                 "panel-right",
                                                                                 "keyboard",
                                                                                 "palette",
                                                                                 "arrow-right-left",
                                                                                 "archive"};

QByteArray source(Icon icon) {
    static std::array<QByteArray, kNames.size()> cache;
    QByteArray& bytes = cache[static_cast<std::size_t>(icon)];
    if (bytes.isEmpty()) {
        initResources();
        QFile file(QLatin1String(":/plumb/icons/") + iconName(icon) + QLatin1String(".svg"));
        if (file.open(QIODevice::ReadOnly))
            bytes = file.readAll();
    }
    return bytes;
}

QPixmap render(Icon icon, int size, QRgb color, qreal ratio) {
    const double stroke = (size >= 20 ? 1.75 : 1.5) * 24.0 / size;
    QByteArray svg = source(icon);
    svg.replace("currentColor", QColor::fromRgb(color).name().toLatin1());
    svg.replace("stroke-width=\"2\"", QByteArray("stroke-width=\"" + QByteArray::number(stroke, 'f', 3) + '"'));
    const int pixels = qMax(1, static_cast<int>(std::ceil(size * ratio)));
    QPixmap pixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(svg);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter, QRectF(0, 0, size * ratio, size * ratio));
    painter.end();
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

// Paints at the moment of use instead of holding pixmaps, so that one QIcon serves all schemes and scales.
class ThemedIconEngine final : public QIconEngine {
public:
    ThemedIconEngine(Icon icon, Token token) : m_icon(icon), m_token(token) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        paintIcon(painter, rect, m_icon, qMin(rect.width(), rect.height()), colorFor(mode));
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        return scaledPixmap(size, mode, state, 1.0);
    }
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal scale) override {
        // `size` is in device pixels here; the stroke belongs to the size the user sees.
        const int logical = qMax(1, qRound(qMin(size.width(), size.height()) / scale));
        return iconPixmap(m_icon, logical, colorFor(mode), scale);
    }
    QSize actualSize(const QSize& size, QIcon::Mode, QIcon::State) override { return size; }
    QIconEngine* clone() const override { return new ThemedIconEngine(m_icon, m_token); }
    bool isNull() override { return false; }

private:
    QColor colorFor(QIcon::Mode mode) const { return tokens()[mode == QIcon::Disabled ? Token::Disabled : m_token]; }

    Icon m_icon;
    Token m_token;
};

} // namespace

QLatin1String iconName(Icon icon) noexcept {
    return QLatin1String(kNames[static_cast<std::size_t>(icon)]);
}

QPixmap iconPixmap(Icon icon, int size, const QColor& color, qreal devicePixelRatio) {
    // Emptied before the application ends: pixmaps must not outlive it.
    static QHash<quint64, QPixmap> cache;
    static const bool cleaned = (qAddPostRoutine([] { cache.clear(); }), true);
    Q_UNUSED(cleaned)
    const quint64 key = (static_cast<quint64>(icon) << 56) | (static_cast<quint64>(size & 0x3FF) << 46) |
                        (static_cast<quint64>(qRound(devicePixelRatio * 100) & 0xFFF) << 32) | color.rgb();
    auto it = cache.find(key);
    if (it == cache.end()) {
        if (cache.size() > 1024) // a scale slider could fill it; a page needs about fifty
            cache.clear();
        it = cache.insert(key, render(icon, size, color.rgb(), devicePixelRatio));
    }
    return *it;
}

void paintIcon(QPainter* painter, const QRectF& box, Icon icon, int size, const QColor& color) {
    const qreal ratio = painter->device() != nullptr ? painter->device()->devicePixelRatioF() : 1.0;
    const QPixmap pixmap = iconPixmap(icon, size, color, ratio);
    // On whole device pixels, or thin strokes blur.
    const auto snap = [ratio](qreal v) { return std::round(v * ratio) / ratio; };
    painter->drawPixmap(QPointF(snap(box.center().x() - size / 2.0), snap(box.center().y() - size / 2.0)), pixmap);
}

QIcon icon(Icon icon, Token token) {
    return QIcon(new ThemedIconEngine(icon, token));
}

QIcon programIcon() {
    initResources();
    QIcon result;
    const auto add = [&result](QLatin1String file, std::initializer_list<int> sizes) {
        QSvgRenderer renderer(QLatin1String(":/plumb/app/") + file);
        for (const int size : sizes) {
            QPixmap pixmap(size, size);
            pixmap.fill(Qt::transparent);
            QPainter painter(&pixmap);
            painter.setRenderHint(QPainter::Antialiasing);
            renderer.render(&painter, QRectF(0, 0, size, size));
            painter.end();
            result.addPixmap(pixmap);
        }
    };
    add(QLatin1String("plumbline-tiny.svg"), {16, 22});
    add(QLatin1String("plumbline-small.svg"), {24});
    add(QLatin1String("plumbline.svg"), {32, 48, 64, 128});
    return result;
}

} // namespace plumb::ui
