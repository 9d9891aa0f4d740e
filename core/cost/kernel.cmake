# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Strict IEEE 754: no fast math and no contraction, in either set of loops; they are optimised in every build type, as a
# simulation in the debug build is run too. The AVX files alone may use those instruction
# sets.
target_sources(plumb_cost PRIVATE block_kernels.h block_ops.cpp block_portable.cpp block_avx2.cpp block_avx512.cpp beta.cpp
  distribution.cpp quantile_table.cpp
  block_program.cpp sampler.cpp statistics.cpp simulate.cpp sensitivity.cpp loss.cpp scenario_risk.cpp
  radix_sort.h radix_sort.cpp month_spreads.h month_spreads.cpp picture_parts.h picture_break_evens.cpp savings_alone.cpp
  scenario_picture.cpp)
target_sources(plumb_cost PUBLIC FILE_SET HEADERS FILES block_ops.h beta.h distribution.h quantile_table.h
  block_program.h sampler.h statistics.h simulate.h sensitivity.h loss.h scenario_risk.h
  scenario_picture.h)
set(PLUMB_STRICT_LOOPS -O3 -ffp-contract=off -fno-math-errno -fno-trapping-math)
set_source_files_properties(block_portable.cpp beta.cpp quantile_table.cpp statistics.cpp radix_sort.cpp month_spreads.cpp
  PROPERTIES COMPILE_OPTIONS "${PLUMB_STRICT_LOOPS}")
include(CheckCXXCompilerFlag)
check_cxx_compiler_flag(-mavx2 PLUMB_COMPILES_AVX2)
if(PLUMB_COMPILES_AVX2 AND CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  set_source_files_properties(block_avx2.cpp PROPERTIES
    COMPILE_OPTIONS "${PLUMB_STRICT_LOOPS};-mavx2;-Wno-ignored-attributes")
endif()
check_cxx_compiler_flag(-mavx512f PLUMB_COMPILES_AVX512)
if(PLUMB_COMPILES_AVX512 AND CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  # GCC 12 takes the deliberately undefined lanes in its own intrinsics for a mistake (GCC bug 105593).
  set_source_files_properties(block_avx512.cpp PROPERTIES
    COMPILE_OPTIONS "${PLUMB_STRICT_LOOPS};-mavx512f;-Wno-ignored-attributes;-Wno-uninitialized;-Wno-maybe-uninitialized")
endif()
