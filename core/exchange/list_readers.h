// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Readers of small files about cost: lists of recommendations, estimates, prices and measured loads. Each takes the
// whole file as bytes that are already unpacked; bills, which may be as large as a disk, are streamed elsewhere.
// readCosts (core/exchange/cost_import.h) tells formats apart and calls these.
#pragma once

#include "core/base/result.h"
#include "core/exchange/cost_import.h"

#include <optional>
#include <string_view>

namespace plumb::exchange {

/// Which of the formats below these bytes are, from what stands at their beginning (up to 1 MB is looked at); none
/// when it is none of them. A leading byte order mark is allowed. Never throws.
[[nodiscard]] std::optional<CostFormat> listFormatOf(std::string_view bytes) noexcept;

// All of them: `name` is the file's name, for notes and messages. The result's account sums: rows mapped, left out and
// refused are all rows, and so are their amounts. A row that can't be used is refused with a message that names its
// line or JSON place; the whole is refused ("import.wrongColumns", "import.notJson", "import.brokenQuotes",
// "import.empty", "import.mixedCurrency", "import.unknownFormat" for UTF-16 and binary, each Refused) only when it
// can't be that format. Nothing but lack of memory throws, which readCosts catches; no state, any thread.

/// AWS Cost Optimization Hub: the CSV of its data export, or the JSON of `list-recommendations`. Each recommendation is
/// an item with its monthly cost and a measure whose saving on that item is the recommendation's. Alternatives for one
/// resource share one item and exclude each other. Rows: recommendations; amounts: their monthly costs.
[[nodiscard]] Result<CostImport> readCostOptimizationHub(std::string_view bytes, std::string_view name,
                                                         const CostImportOptions& options);

/// AWS Pricing Calculator: CSV of an estimate. Rows: services; amounts: monthly costs. One-off costs are told.
[[nodiscard]] Result<CostImport> readPricingCalculator(std::string_view bytes, std::string_view name,
                                                       const CostImportOptions& options);

/// infracost: JSON of `breakdown` or `diff`. Rows: cost components; amounts: monthly costs of what is planned. In a
/// diff the difference to what stands is told in the messages.
[[nodiscard]] Result<CostImport> readInfracost(std::string_view bytes, std::string_view name,
                                               const CostImportOptions& options);

/// LiteLLM: model_prices_and_context_window.json, as prices per million tokens. Rows: models; amounts are 0.
[[nodiscard]] Result<CostImport> readLiteLlm(std::string_view bytes, std::string_view name,
                                             const CostImportOptions& options);

/// CloudWatch: CSV of metrics, the console's export with its header lines or a time column and a column of values for
/// each metric. Rows: points (cells with a value); amounts are 0.
[[nodiscard]] Result<CostImport> readCloudWatch(std::string_view bytes, std::string_view name,
                                                const CostImportOptions& options);

} // namespace plumb::exchange
