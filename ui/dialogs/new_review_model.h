// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the new-review assistant asks for and whether it is enough, without widgets: workload, questionnaires (built-in
// or from files, with what is wrong with them), target file. GUI thread only.
#pragma once

#include "core/session/library.h"
#include "core/session/session.h"

#include <QObject>
#include <QString>
#include <vector>

namespace plumb::ui {

/// A questionnaire that can be ticked.
struct LensOffer {
    QString name, description;
    QString where; ///< file name, empty for built-ins
    int questions = 0, pillars = 0;
    bool builtIn = false;
    bool usable = false; ///< false: it can't be ticked, `messages` say why
    bool ticked = false;
    session::LensSource source;
    std::vector<Message> messages; ///< all that is wrong, also where it is usable
};

/// Reads and judges a questionnaire's bytes: every reader message, then every logic check. Pure; may run in a job.
[[nodiscard]] LensOffer offerFrom(session::LensSource source, bool builtIn);
/// The same for a file; an `overlay.json` beside a `lens.json` is taken along. Errors as readFile().
[[nodiscard]] Result<LensOffer> offerFromFile(const QString& path);

class NewReviewModel final : public QObject {
    Q_OBJECT
public:
    /// Where the user still has something to do.
    enum class Missing { Nothing, Name, Lens, Target };

    /// `folder` is where the review is suggested to go.
    NewReviewModel(session::Library library, QString folder, QObject* parent = nullptr);

    [[nodiscard]] const review::Workload& workload() const noexcept { return m_workload; }
    void setWorkload(const review::Workload& workload);

    [[nodiscard]] const std::vector<LensOffer>& offers() const noexcept { return m_offers; }
    /// Ticks a questionnaire; one that is not usable stays unticked.
    void setTicked(std::size_t index, bool on);
    /// Adds it (ticked when usable). The same file again, or one with the same id, replaces the older. Returns its
    /// index.
    std::size_t add(LensOffer offer);

    /// The file that will be made: chosen, or suggested from the workload's name; never one that exists.
    [[nodiscard]] QString target() const;
    void setTarget(const QString& path);    ///< ".plumb" is added where it is missing; empty: back to the suggestion
    [[nodiscard]] bool targetTaken() const; ///< the chosen file exists

    [[nodiscard]] Missing missing() const;
    [[nodiscard]] session::NewReview content() const; ///< what Session::create takes

signals:
    void changed();       ///< workload, ticks or target
    void offersChanged(); ///< the list is another

private:
    review::Workload m_workload;
    std::vector<LensOffer> m_offers;
    QString m_folder, m_target;
};

} // namespace plumb::ui
