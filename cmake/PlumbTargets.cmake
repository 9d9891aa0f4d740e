# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# How a room of the house becomes a target. Each folder below core/ and ui/ is one static library whose
# PUBLIC link line is exactly its arrows in docs/architecture.md; nothing else may be added here.

add_library(plumb_options INTERFACE)
target_compile_features(plumb_options INTERFACE cxx_std_20)
target_compile_options(plumb_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wold-style-cast -Wimplicit-fallthrough
  -Wno-missing-field-initializers
  # GCC 12 sees overlapping copies in `"text" + std::string` (GCC bug 105651) and unset strings in empty std::optionals
  # (GCC bug 80635) where there are none; only when it optimises.
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict -Wno-maybe-uninitialized>
  # Its other guesses about sizes, made after inlining, are shown but stop no build.
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-error=stringop-overflow>
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-error=stringop-overread>
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-error=array-bounds>
  $<$<BOOL:${PLUMB_WERROR}>:-Werror>
  $<$<BOOL:${PLUMB_SANITIZE}>:-fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer>)
target_link_options(plumb_options INTERFACE
  $<$<BOOL:${PLUMB_SANITIZE}>:-fsanitize=address,undefined>)
target_compile_definitions(plumb_options INTERFACE
  $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>)
target_include_directories(plumb_options INTERFACE ${PROJECT_SOURCE_DIR} ${PROJECT_BINARY_DIR}/generated)

# plumb_core_library(NAME HEADERS h... SOURCES cpp... PUBLIC libs... PRIVATE libs...)
function(plumb_core_library name)
  cmake_parse_arguments(A "" "" "HEADERS;SOURCES;PUBLIC;PRIVATE" ${ARGN})
  add_library(plumb_${name} STATIC)
  add_library(plumb::${name} ALIAS plumb_${name})
  target_sources(plumb_${name} PRIVATE ${A_SOURCES})
  target_sources(plumb_${name} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR} FILES ${A_HEADERS})
  target_link_libraries(plumb_${name} PUBLIC plumb_options ${A_PUBLIC} PRIVATE ${A_PRIVATE})
  set_target_properties(plumb_${name} PROPERTIES POSITION_INDEPENDENT_CODE ON)
endfunction()

# Qt's strict defines, and one precompiled header that all rooms of ui/ share.
set(PLUMB_QT_DEFINES
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH QT_USE_QSTRINGBUILDER)
function(plumb_ui_precompiled)
  file(WRITE ${PROJECT_BINARY_DIR}/generated/ui_precompiled.cpp "// Compiled only for its precompiled header.\n")
  add_library(plumb_ui_precompiled STATIC ${PROJECT_BINARY_DIR}/generated/ui_precompiled.cpp)
  target_link_libraries(plumb_ui_precompiled PRIVATE plumb_options Qt6::Widgets)
  target_compile_definitions(plumb_ui_precompiled PRIVATE ${PLUMB_QT_DEFINES})
  set_target_properties(plumb_ui_precompiled PROPERTIES POSITION_INDEPENDENT_CODE ON)
  target_precompile_headers(plumb_ui_precompiled PRIVATE <QtWidgets> <string> <vector> <memory>)
endfunction()

# A room of ui/: a core library with moc and the above.
function(plumb_ui_library name)
  plumb_core_library(${name} ${ARGN})
  set_target_properties(plumb_${name} PROPERTIES AUTOMOC ON)
  target_compile_definitions(plumb_${name} PRIVATE ${PLUMB_QT_DEFINES})
  if(NOT TARGET plumb_ui_precompiled)
    plumb_ui_precompiled()
  endif()
  target_precompile_headers(plumb_${name} REUSE_FROM plumb_ui_precompiled)
endfunction()
