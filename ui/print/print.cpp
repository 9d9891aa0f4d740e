// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/print.h"

#include "core/base/files.h"
#include "core/base/hash.h"
#include "ui/print/document_layout.h"
#include "ui/print/page_painter.h"
#include "ui/print/pdf_finish.h"

#include <QBuffer>
#include <QGuiApplication>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

namespace plumb::ui::print {
namespace {

constexpr int kCoverPages = 1;

Grid gridFor(PageSize size) {
    Grid grid;
    if (size == PageSize::Letter) {
        grid.pageWidth = 612;
        grid.pageHeight = 792;
    }
    return grid;
}

tl::unexpected<Error> cancelled() {
    return fail(ErrorKind::Cancelled, "print.cancelled", "The report was not written, because it was cancelled.");
}

/// Qt's part: pages as vectors. False when the caller cancelled.
bool paintPages(const report::Document& document, const LaidOut& laid, const Grid& grid, PageSize size,
                QByteArray& bytes, const store::Progress& progress) {
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(kResolution);
    writer.setPageLayout(QPageLayout(QPageSize(size == PageSize::A4 ? QPageSize::A4 : QPageSize::Letter),
                                     QPageLayout::Portrait, QMarginsF(0, 0, 0, 0)));
    QPainter painter(&writer);
    const int total = static_cast<int>(laid.pages.size()) + kCoverPages;
    const RunningText running = runningText(document.cover);
    paintCover(&painter, document.cover, "Plumbline", grid);
    for (int i = 0; i + kCoverPages < total; ++i) {
        if (progress && !progress(static_cast<std::uint64_t>(i + 1), static_cast<std::uint64_t>(total))) {
            painter.end();
            return false;
        }
        writer.newPage();
        const Page& page = laid.pages[static_cast<std::size_t>(i)];
        const QString chapter = page.chapter >= 0
                                    ? QString::fromStdString(laid.chapters[static_cast<std::size_t>(page.chapter)])
                                    : QString();
        paintPage(&painter, page, chapter, running, i + 1 + kCoverPages, total, grid);
    }
    painter.end();
    return !progress || progress(static_cast<std::uint64_t>(total), static_cast<std::uint64_t>(total));
}

PdfTarget targetOf(const Place& place) {
    return {place.page + kCoverPages, place.y};
}

PdfExtras extrasOf(const report::Document& document, const LaidOut& laid, const PrintOptions& options) {
    PdfExtras extras;
    extras.title = document.cover.title;
    extras.author = document.cover.author.empty() ? document.producer : document.cover.author;
    extras.subject = document.subject;
    extras.keywords = document.keywords;
    extras.creator = document.producer.empty() ? "Plumbline" : document.producer;
    extras.language = document.language;
    extras.createdMs = options.fixedTimeMs.value_or(document.createdMs);
    extras.outline.push_back({1, "Cover", {0, 0}});
    for (const OutlineEntry& entry : laid.outline)
        if (const auto it = laid.places.find(entry.anchor); it != laid.places.end())
            extras.outline.push_back({entry.level, entry.title, targetOf(it->second)});
    for (const auto& [name, place] : laid.places)
        extras.places.emplace(name, targetOf(place));
    for (std::size_t i = 0; i < laid.pages.size(); ++i)
        for (const LinkArea& area : linksOf(laid.pages[i])) {
            PdfLink link{static_cast<int>(i) + kCoverPages,
                         area.rect.left(),
                         area.rect.top(),
                         area.rect.right(),
                         area.rect.bottom(),
                         {},
                         {}};
            if (!area.url.empty() && area.url[0] == '#') {
                const auto it = laid.places.find(area.url.substr(1));
                if (it == laid.places.end())
                    continue;
                link.target = targetOf(it->second);
            } else {
                link.url = area.url;
            }
            extras.links.push_back(std::move(link));
        }
    return extras;
}

} // namespace

Result<std::string> renderPdf(const report::Document& document, const PrintOptions& options,
                              const store::Progress& progress, int* pages) {
    if (qobject_cast<QGuiApplication*>(QCoreApplication::instance()) == nullptr)
        return fail(ErrorKind::Usage, "print.noApplication",
                    "Printing needs a QGuiApplication, because it needs fonts.");
    const Grid grid = gridFor(options.page);
    const LaidOut laid = layOut(document, grid, 1 + kCoverPages);
    QByteArray bytes;
    if (!paintPages(document, laid, grid, options.page, bytes, progress))
        return cancelled();
    if (pages != nullptr)
        *pages = static_cast<int>(laid.pages.size()) + kCoverPages;
    return finishPdf(bytes.toStdString(), extrasOf(document, laid, options));
}

Result<PrintInfo> printPdf(const report::Document& document, const std::filesystem::path& out,
                           const PrintOptions& options, const store::Progress& progress) {
    PrintInfo info;
    PLUMB_TRY(bytes, renderPdf(document, options, progress, &info.pages));
    PLUMB_CHECK(writeFileAtomically(out, bytes));
    info.sha256 = sha256(bytes);
    info.bytes = bytes.size();
    return info;
}

} // namespace plumb::ui::print
