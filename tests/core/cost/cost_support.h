// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the tests of core/cost share: published numbers, specifications from text, comparison of doubles.
#pragma once

#include "core/base/json.h"
#include "core/cost/evaluate.h"
#include "core/cost/spec.h"

#include <QTest>

#include <cmath>
#include <fstream>
#include <iterator>
#include <string>

namespace plumb::test {

/// tests/data/cost/reference_values.json.
inline const Json& reference() {
    static const Json values = [] {
        std::ifstream file(PLUMB_SOURCE_DIR "/tests/data/cost/reference_values.json");
        const std::string text{std::istreambuf_iterator<char>(file), {}};
        return parseJson(text).root;
    }();
    return values;
}
inline double reference(const char* section, const char* name) {
    return reference().at(section).at(name).get<double>();
}

inline cost::Spec specOf(const std::string& text) {
    const JsonDocument document = parseJson(text);
    auto spec = cost::readSpec(document.root);
    if (!document.usable || !spec)
        qFatal("%s", spec ? "not JSON" : spec.error().text.c_str());
    return *spec;
}

/// Messages as lines "id pointer text".
inline std::string faultsOf(const std::string& text) {
    const auto spec = cost::readSpec(parseJson(text).root);
    std::string out;
    if (!spec)
        for (const Message& message : spec.error().messages)
            out += message.id + " " + message.pointer + " " + message.text + "\n";
    return out;
}

inline bool near(double actual, double expected, double relative = 1e-9) {
    if (std::abs(actual - expected) <= relative * std::max(1e-12, std::abs(expected)))
        return true;
    qWarning("%.17g is not %.17g", actual, expected);
    return false;
}

} // namespace plumb::test

#define COMPARE_NEAR(actual, expected) QVERIFY(plumb::test::near(actual, expected))
#define COMPARE_WITHIN(actual, expected, relative) QVERIFY(plumb::test::near(actual, expected, relative))
