# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The loops over every byte and every row are optimised in every build type, as a bill is read in the debug build too.
# The AVX2 file alone may use those instructions.
target_link_libraries(plumb_exchange PRIVATE ZLIB::ZLIB)
target_sources(plumb_exchange PRIVATE
  cost_import.cpp import_source.cpp layered_source.h gunzip.h gunzip.cpp
  csv_scan.h csv_scan_kernel.h csv_scan.cpp csv_scan_avx2.cpp csv_reader.h csv_reader.cpp
  decimal.h decimal.cpp clean_text.h clean_text.cpp key_table.h
  bill_layout.h bill_layout.cpp bill_days.h bill_days.cpp bill_meaning.h bill_meaning.cpp bill_items.h bill_items.cpp
  bill_account.h bill_account.cpp bill_reader.h bill_reader.cpp bill_result.cpp)
set(PLUMB_BILL_LOOPS -O2)
set_source_files_properties(csv_scan.cpp csv_reader.cpp decimal.cpp bill_days.cpp bill_reader.cpp PROPERTIES
  COMPILE_OPTIONS "${PLUMB_BILL_LOOPS}")
include(CheckCXXCompilerFlag)
check_cxx_compiler_flag("-mavx2 -mpclmul -mbmi -mpopcnt" PLUMB_COMPILES_AVX2_SCAN)
if(PLUMB_COMPILES_AVX2_SCAN AND CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  set_source_files_properties(csv_scan_avx2.cpp PROPERTIES
    COMPILE_OPTIONS "${PLUMB_BILL_LOOPS};-mavx2;-mpclmul;-mbmi;-mpopcnt;-Wno-ignored-attributes")
endif()
