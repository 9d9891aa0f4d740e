// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Assertions on results for Qt Test: on failure they show the error's sentence, not just "false".
#pragma once

#include <QTest>

/// The Result holds a value.
#define VERIFY_OK(result)                                                                                              \
    do {                                                                                                               \
        const auto& checkedOk = (result);                                                                              \
        QVERIFY2(checkedOk.has_value(), checkedOk.has_value() ? "" : checkedOk.error().text.c_str());                  \
    } while (false)

/// The Result is the error `errorId`.
#define VERIFY_FAILS(result, errorId)                                                                                  \
    do {                                                                                                               \
        const auto& checkedError = (result);                                                                           \
        QVERIFY2(!checkedError.has_value(), "succeeded");                                                              \
        QCOMPARE(checkedError.error().id, std::string(errorId));                                                       \
    } while (false)
