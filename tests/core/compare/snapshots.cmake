# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Properties where rapidcheck is there (librapidcheck-dev).
find_package(rapidcheck QUIET)
if(TARGET rapidcheck)
  plumb_test(tst_state SOURCES tst_state.cpp ${PROJECT_SOURCE_DIR}/tests/support/any_review.h
    ${PROJECT_SOURCE_DIR}/tests/support/any_review.cpp LIBS plumb::compare plumb::store rapidcheck LABELS core compare)
  set_property(TEST tst_state APPEND PROPERTY ENVIRONMENT "RC_PARAMS=seed=20261122 max_success=100")
endif()
