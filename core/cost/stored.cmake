# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The cost model as a review stores it, its list prices and the model to start from.
set(plumb_prices ${PROJECT_SOURCE_DIR}/resources/prices/price_defaults.json)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${plumb_prices})
file(READ ${plumb_prices} PLUMB_PRICE_DEFAULTS)
configure_file(price_defaults_bytes.cpp.in ${CMAKE_CURRENT_BINARY_DIR}/price_defaults_bytes.cpp @ONLY)

target_sources(plumb_cost PRIVATE plan.cpp plan_checks.h plan_checks.cpp plan_names.cpp field_json.h field_json.cpp field_text.cpp number_text.h
  number_text.cpp finding_money.cpp price_book.cpp seed.cpp starters.cpp starter_figures.h starter_figures.cpp
  price_defaults.h price_defaults.cpp
  ${CMAKE_CURRENT_BINARY_DIR}/price_defaults_bytes.cpp)
target_sources(plumb_cost PUBLIC FILE_SET HEADERS FILES plan.h finding_money.h price_book.h seed.h starters.h)
