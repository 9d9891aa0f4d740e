// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/new_review_model.h"

#include "core/base/files.h"
#include "core/lens/lint.h"
#include "core/lens/overlay.h"
#include "core/lens/reader.h"
#include "ui/bridge/file_dialogs.h"
#include "ui/bridge/session_bridge.h"

#include <algorithm>
#include <QDir>
#include <QFileInfo>

namespace plumb::ui {
namespace {

/// As large as the largest questionnaire that is worth reading; a lens of AWS is at most half a megabyte.
constexpr std::size_t kMaxLensBytes = 16u << 20;

bool onlySpace(const std::string& text) {
    return q(text).trimmed().isEmpty();
}

} // namespace

LensOffer offerFrom(session::LensSource source, bool builtIn) {
    LensOffer offer;
    offer.builtIn = builtIn;
    offer.where = builtIn ? QString() : QFileInfo(q(source.where)).fileName();
    offer.name = offer.where;
    lens::ReadLens read = lens::readLens(source.lens);
    offer.messages = std::move(read.messages);
    if (read.lens) {
        offer.usable = true;
        if (!read.lens->name.empty())
            offer.name = q(read.lens->name);
        offer.description = q(read.lens->description);
        offer.questions = static_cast<int>(read.lens->questionCount());
        offer.pillars = static_cast<int>(read.lens->pillars.size());
        auto logic = lens::lint(*read.lens);
        std::move(logic.messages.begin(), logic.messages.end(), std::back_inserter(offer.messages));
    }
    if (!source.overlay.empty()) {
        if (const auto overlay = lens::readOverlay(source.overlay); !overlay) {
            offer.usable = false;
            const auto& problems = overlay.error().messages;
            offer.messages.insert(offer.messages.end(), problems.begin(), problems.end());
        }
    }
    offer.source = std::move(source);
    return offer;
}

Result<LensOffer> offerFromFile(const QString& path) {
    session::LensSource source;
    source.where = s(path);
    PLUMB_TRY(bytes, readFile(s(path), kMaxLensBytes));
    source.lens = std::move(bytes);
    const QFileInfo file(path);
    const QString beside = file.dir().filePath(QStringLiteral("overlay.json"));
    if (file.fileName() == QLatin1String("lens.json") && QFileInfo::exists(beside)) {
        PLUMB_TRY(overlay, readFile(s(beside), kMaxLensBytes));
        source.overlay = std::move(overlay);
    }
    return offerFrom(std::move(source), false);
}

NewReviewModel::NewReviewModel(session::Library library, QString folder, QObject* parent)
    : QObject(parent), m_folder(std::move(folder)) {
    for (const session::BuiltInLens& lens : library) {
        session::LensSource source;
        source.id = lens.id;
        source.lens = lens.lens;
        source.overlay = lens.overlay;
        source.where = lens.id;
        m_offers.push_back(offerFrom(std::move(source), true));
    }
}

void NewReviewModel::setWorkload(const review::Workload& workload) {
    if (workload == m_workload)
        return;
    m_workload = workload;
    emit changed();
}

void NewReviewModel::setTicked(std::size_t index, bool on) {
    LensOffer& offer = m_offers.at(index);
    if (offer.ticked == on || !offer.usable)
        return;
    offer.ticked = on;
    emit changed();
}

std::size_t NewReviewModel::add(LensOffer offer) {
    offer.ticked = offer.usable && offer.questions > 0;
    const auto same = std::find_if(m_offers.begin(), m_offers.end(), [&](const LensOffer& other) {
        return !other.builtIn &&
               (other.source.where == offer.source.where || (offer.usable && other.name == offer.name));
    });
    std::size_t index = m_offers.size();
    if (same != m_offers.end()) {
        index = static_cast<std::size_t>(same - m_offers.begin());
        *same = std::move(offer);
    } else {
        m_offers.push_back(std::move(offer));
    }
    emit offersChanged();
    emit changed();
    return index;
}

QString NewReviewModel::target() const {
    if (!m_target.isEmpty())
        return m_target;
    return freePath(m_folder, fileNameFor(q(m_workload.name)), QStringLiteral("plumb"));
}

void NewReviewModel::setTarget(const QString& path) {
    QString wanted = path;
    if (!wanted.isEmpty() && !wanted.endsWith(QLatin1String(".plumb"), Qt::CaseInsensitive))
        wanted += QLatin1String(".plumb");
    if (wanted == m_target)
        return;
    m_target = wanted;
    emit changed();
}

bool NewReviewModel::targetTaken() const {
    return !m_target.isEmpty() && QFileInfo::exists(m_target);
}

NewReviewModel::Missing NewReviewModel::missing() const {
    if (onlySpace(m_workload.name))
        return Missing::Name;
    if (std::none_of(m_offers.begin(), m_offers.end(), [](const LensOffer& o) { return o.ticked; }))
        return Missing::Lens;
    return targetTaken() ? Missing::Target : Missing::Nothing;
}

session::NewReview NewReviewModel::content() const {
    session::NewReview review;
    review.workload = m_workload;
    review.workload.name = s(q(m_workload.name).trimmed());
    for (const LensOffer& offer : m_offers) {
        if (offer.ticked)
            review.lenses.push_back(offer.source);
    }
    return review;
}

} // namespace plumb::ui
