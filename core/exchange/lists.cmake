# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(plumb_exchange PRIVATE
  list_csv.h list_csv.cpp list_import.h list_import.cpp list_items.cpp list_detect.cpp
  recommendations.h recommendations.cpp recommendation_measures.cpp pricing_calculator.cpp infracost.cpp litellm.cpp
  cloudwatch.cpp utilisation.h utilisation.cpp)
target_sources(plumb_exchange PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR} FILES list_readers.h)
