# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The stored model, prices, the seed and the money of findings.
foreach(test tst_seed tst_plan tst_field_text tst_starters tst_price_book tst_finding_money)
  plumb_test(${test} SOURCES ${test}.cpp any_spec.h cost_support.h LIBS plumb::cost ${RAPIDCHECK_LIBRARY} LABELS core)
  target_include_directories(${test} SYSTEM PRIVATE ${RAPIDCHECK_INCLUDE_DIR})
endforeach()
