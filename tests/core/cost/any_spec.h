// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Generated bills with measures and one scenario of them all, for properties.
#pragma once

#include "core/cost/model.h"
#include "core/cost/types.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <rapidcheck.h>
#include <string>
#include <vector>

namespace plumb::test {

using cost::FieldInfo;
using cost::FieldKind;
using cost::Fields;
using cost::Item;
using cost::ItemType;
using cost::ItemTypeInfo;
using cost::Measure;
using cost::MeasureType;
using cost::MeasureTypeInfo;
using cost::Quantity;
using cost::Range;
using cost::Scenario;
using cost::Spec;

/// A number inside a range, or a distribution inside it.
inline rc::Gen<Quantity> anyQuantity(Range range) {
    return rc::gen::exec([range] {
        const double high = std::isfinite(range.high) ? range.high : range.low + 1000;
        const double step = (high - range.low) / 64;
        std::vector<double> numbers;
        for (int k = 0; k < 3; ++k)
            numbers.push_back(range.low + step * *rc::gen::inRange(range.openLow ? 1 : 0, range.openHigh ? 64 : 65));
        std::sort(numbers.begin(), numbers.end());
        switch (*rc::gen::inRange(0, 4)) {
        case 0:
            return Quantity::uniform(numbers[0], numbers[2]);
        case 1:
            return Quantity::pert(numbers[0], numbers[1], numbers[2]);
        default:
            return Quantity::point(numbers[1]);
        }
    });
}

inline Fields anyFields(const std::vector<FieldInfo>& infos) {
    Fields fields;
    for (const FieldInfo& info : infos) {
        Range range = info.range;
        if (info.name == "hoursOn")
            range.high = 720;
        if (info.kind != FieldKind::Number)
            continue;
        const bool given = info.required || *rc::gen::inRange(0, 3) == 0;
        fields.numbers.push_back(given ? std::optional(*anyQuantity(range)) : std::nullopt);
    }
    return fields;
}

inline rc::Gen<Spec> anySpec(std::size_t mostMeasures) {
    return rc::gen::exec([mostMeasures] {
        Spec spec;
        spec.hoursPerMonth = *rc::gen::element(720.0, 730.0);
        spec.horizonMonths = *rc::gen::inRange(1, 30);
        const std::size_t items = *rc::gen::inRange<std::size_t>(1, 5);
        for (std::size_t k = 0; k < items; ++k) {
            const ItemTypeInfo& info = cost::itemTypes()[*rc::gen::inRange<std::size_t>(0, cost::kItemTypes)];
            Item item{"i" + std::to_string(k), "i" + std::to_string(k), info.type, anyFields(info.fields)};
            if (item.type == ItemType::OpenSearchServerless)
                item.fields.texts["generation"] = "next";
            spec.items.push_back(item);
        }
        const std::size_t measures = *rc::gen::inRange<std::size_t>(0, mostMeasures + 1);
        for (std::size_t k = 0; k < measures; ++k) {
            Measure measure;
            measure.items = {*rc::gen::inRange<std::size_t>(0, items)};
            std::vector<const MeasureTypeInfo*> possible;
            for (const MeasureTypeInfo& info : cost::measureTypes())
                if (info.items.empty() || std::find(info.items.begin(), info.items.end(),
                                                    spec.items[measure.items[0]].type) != info.items.end())
                    possible.push_back(&info);
            const MeasureTypeInfo& info = *possible[*rc::gen::inRange<std::size_t>(0, possible.size())];
            measure.id = measure.name = "m" + std::to_string(k);
            measure.type = info.type;
            measure.fields = anyFields(info.fields);
            if (info.type == MeasureType::Factor)
                measure.fields.texts["driver"] = "cost";
            if (info.type == MeasureType::Schedule && !measure.fields.numbers[cost::schedule::HoursOn])
                measure.fields.numbers[cost::schedule::HoursPerDay] = Quantity::point(12);
            if (info.type == MeasureType::DistributedTraining)
                measure.fields.numbers[cost::distributed::Efficiency] = Quantity::point(0.9);
            measure.startMonth = *rc::gen::inRange(1, 6);
            measure.rampMonths = *rc::gen::inRange(0, 6);
            measure.effort = *rc::gen::inRange(0, 10);
            measure.oneOff = *anyQuantity({});
            spec.measures.push_back(measure);
        }
        Scenario scenario{"s", std::vector<std::size_t>(measures)};
        std::iota(scenario.measures.begin(), scenario.measures.end(), std::size_t{0});
        spec.scenarios = {scenario};
        return spec;
    });
}

} // namespace plumb::test
