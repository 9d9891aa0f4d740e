# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
find_path(RAPIDCHECK_INCLUDE_DIR rapidcheck.h REQUIRED)
find_library(RAPIDCHECK_LIBRARY rapidcheck REQUIRED)
foreach(test tst_block_ops tst_distribution tst_statistics tst_simulate tst_sensitivity tst_scenario_risk)
  plumb_test(${test} SOURCES ${test}.cpp LIBS plumb::cost ${RAPIDCHECK_LIBRARY} LABELS core)
  target_include_directories(${test} SYSTEM PRIVATE ${RAPIDCHECK_INCLUDE_DIR})
endforeach()
