# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
if(TARGET plumb_ui_questions AND TARGET plumb_test_review)
  plumb_bench(bench_answer_ui SOURCES bench_answer_ui.cpp
    LIBS plumb::ui_questions plumb_test_review Qt6::Widgets Qt6::Test)
endif()
if(TARGET plumb_costs_driver)
  plumb_bench(bench_costs_ui SOURCES bench_costs_ui.cpp LIBS plumb_costs_driver Qt6::Widgets Qt6::Test)
endif()
