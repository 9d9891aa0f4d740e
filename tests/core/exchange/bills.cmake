# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
plumb_test(tst_csv_reader SOURCES tst_csv_reader.cpp slow_csv.h LIBS plumb::exchange LABELS core)
plumb_test(tst_decimal SOURCES tst_decimal.cpp LIBS plumb::exchange LABELS core)
foreach(test tst_bill_focus tst_bill_cur tst_bill_corpus tst_cost_import)
  plumb_test(${test} SOURCES ${test}.cpp bill_support.h list_support.h slow_csv.h
    LIBS plumb::exchange plumb::cost ZLIB::ZLIB LABELS core)
endforeach()
