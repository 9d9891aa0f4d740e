# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
foreach(test tst_list_csv tst_recommendations tst_pricing_calculator tst_infracost tst_litellm tst_cloudwatch
    tst_hostile_lists tst_list_properties)
  plumb_test(${test} SOURCES ${test}.cpp list_support.h LIBS plumb::exchange plumb::cost LABELS core)
endforeach()
