// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A small lens that has every field of the format and no fault, for tests that damage it.
#pragma once

#include <string>

inline std::string sampleLens() {
    return R"({
  "schemaVersion": "2021-11-01",
  "name": "Sample",
  "description": "A lens for tests",
  "_note": {"kept": [1, 2.5, null]},
  "pillars": [
    {
      "id": "security",
      "name": "Security",
      "questions": [
        {
          "id": "SEC1",
          "title": "How do you keep secrets?",
          "description": "Ask who can read them.",
          "helpfulResource": {"displayText": "About secrets", "url": "https://example.org/secrets"},
          "choices": [
            {
              "id": "SEC1_vault",
              "title": "In a vault",
              "helpfulResource": {"displayText": "A vault; it is 100% safe", "url": "https://example.org/vault"},
              "improvementPlan": {"displayText": "Use a vault", "url": "https://example.org/plan"},
              "additionalResources": [
                {"type": "HELPFUL_RESOURCE", "content": [{"displayText": "More", "url": "http://example.org/more"}]},
                {"type": "IMPROVEMENT_PLAN", "content": [{"displayText": "Steps"}]}
              ]
            },
            {"id": "SEC1_rotate", "title": "Rotated", "improvementPlan": {"displayText": "Rotate them"}},
            {"id": "SEC1_no", "title": "None of these"}
          ],
          "riskRules": [
            {"condition": "SEC1_vault && SEC1_rotate", "risk": "NO_RISK"},
            {"condition": "SEC1_vault", "risk": "MEDIUM_RISK"},
            {"condition": "default", "risk": "HIGH_RISK"}
          ]
        }
      ]
    },
    {
      "id": "cost",
      "name": "Cost",
      "questions": [
        {
          "id": "COST1",
          "title": "Who reads the bill?",
          "choices": [{"id": "owner", "title": "An owner", "improvementPlan": {"displayText": "Name one"}}],
          "riskRules": [
            {"condition": "owner", "risk": "NO_RISK"},
            {"condition": "default", "risk": "HIGH_RISK"}
          ]
        }
      ]
    }
  ]
}
)";
}
