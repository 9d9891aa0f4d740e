// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/answers_input.h"

#include "core/report/build.h"
#include "core/session/answers_json.h"

#include <algorithm>

namespace plumb::cli {

Result<std::map<std::string, review::Answer>> readLensAnswersFile(Context& context, const lens::Lens& lens,
                                                                  const std::optional<std::string>& path) {
    if (!path)
        return std::map<std::string, review::Answer>{};
    PLUMB_TRY(json, readJsonFile(context, *path));
    return session::readLensAnswers(json, lens);
}

std::string whyOf(const lens::Question& question, const lens::Explanation& explanation) {
    std::string why = report::plainText(report::explainInWords(question, explanation));
    std::replace(why.begin(), why.end(), '\n', ' ');
    return why;
}

} // namespace plumb::cli
