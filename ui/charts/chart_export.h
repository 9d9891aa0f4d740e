// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A chart as a picture for other programs: pixels or SVG with its title and sentence above it, always in the light
// palette and without the user's text scale, like the report. SVG holds text as text and no raster image.
#pragma once

#include "core/report/chart.h"

#include <QByteArray>
#include <QImage>
#include <QSize>
#include <QString>

namespace plumb::ui {

/// `size` in px of the design; the image has `scale` times as many pixels each way. Null for an empty size.
[[nodiscard]] QImage chartImage(const report::Chart& chart, QSize size, double scale);
[[nodiscard]] QByteArray chartSvg(const report::Chart& chart, QSize size);
[[nodiscard]] QByteArray chartPng(const report::Chart& chart, QSize size, double scale);
/// With the mark that spreadsheets need to read UTF-8.
[[nodiscard]] QByteArray chartCsv(const report::Chart& chart);

/// Writes the file whole or not at all; an older one stays when anything fails. Empty on success, else what failed.
[[nodiscard]] QString writeWhole(const QString& path, const QByteArray& bytes);

} // namespace plumb::ui
