// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The name of a JSON document without its library, for headers that only point to one. Who looks inside includes
// core/base/json.h.
#pragma once

#include <nlohmann/json_fwd.hpp>

namespace plumb {

/// Objects keep the order of their keys.
using Json = nlohmann::ordered_json;

} // namespace plumb
