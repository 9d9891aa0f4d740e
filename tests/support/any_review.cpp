// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/any_review.h"

#include "core/base/hash.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <random>

namespace plumb::testing {
namespace {

using namespace review;

class Maker {
public:
    Maker(std::uint64_t seed, int most, int least) : m_random(seed), m_most(most), m_least(least) {}

    int below(int end) { return static_cast<int>(m_random() % static_cast<std::uint64_t>(end)); }
    bool flag() { return below(2) == 0; }
    template <typename Enum> Enum one(int count) { return static_cast<Enum>(below(count)); }

    /// Letters of one to four bytes, quotes, backslashes, controls.
    std::string text(int most = 12) {
        static constexpr std::array<const char*, 14> letters{"a",  "Z",    "0", " ", "\"", "\\",   "/",
                                                             "\n", "\x01", "é", "ß", "漢", "🙂", "\x7F"};
        std::string out;
        for (int i = below(most + 1); i > 0; --i)
            out += letters[static_cast<std::size_t>(below(static_cast<int>(letters.size())))];
        return out;
    }
    std::string name() { return "n" + text(); }
    std::string id(const char* stem, int i) { return stem + std::to_string(i) + (flag() ? "é\"" : ""); }
    std::string fitId(const char* stem, int i) { return stem + std::string("-") + std::to_string(i); }
    std::string hash() { return sha256(std::to_string(m_random())); }
    Date day() { return {1 + below(9999), 1 + below(12), 1 + below(28)}; }
    Date mayBeDay() { return flag() ? day() : Date{}; }
    /// Any number in the range: by its bits, round ones, sums that are not round.
    double real(double low, double high) {
        const double any = std::bit_cast<double>(m_random());
        if (below(3) == 0 && std::isfinite(any) && any >= low && any <= high)
            return any;
        return std::clamp(flag() ? below(1000) / 10.0 : low + (high - low) * (below(1'000'000) / 999'999.0), low, high);
    }
    int count() { return m_least + below(m_most - m_least + 1); }

    Answer answer() {
        Answer a;
        for (int i = count(); i > 0; --i)
            a.choices[id("c", i)] = {one<ChoiceStatus>(3), one<NaReason>(5), name()};
        a.applicable = flag();
        a.reason = one<NaReason>(5);
        a.reasonText = text();
        a.note = text(30);
        a.privateNote = text();
        a.confidence = one<Confidence>(4);
        a.basis = one<Basis>(4);
        a.needsVerification = flag();
        a.parked = flag();
        a.parkedTopic = text();
        for (int i = count(); i > 0; --i)
            a.people.push_back("person " + std::to_string(i));
        a.reconfirm = text();
        if (a == Answer{})
            a.note = "said";
        return a;
    }

    Evidence evidence(int number) {
        Evidence e{id("e", number), number, one<EvidenceKind>(4), text(), text(), text(), text(30), text(), text()};
        e.date = mayBeDay();
        e.expires = mayBeDay();
        e.strength = one<Basis>(4);
        e.sha256 = flag() ? hash() : "";
        e.bytes = m_random() >> 1;
        e.addedAt = Instant{static_cast<std::int64_t>(m_random())};
        e.addedBy = text();
        for (int i = count(); i > 0; --i)
            e.links.push_back({{fitId("lens", i), name()}, text()});
        std::sort(e.links.begin(), e.links.end());
        return e;
    }

    std::vector<std::string> ids(const char* stem) {
        std::vector<std::string> all;
        for (int i = 0, n = count(); i < n; ++i)
            all.push_back(fitId(stem, i));
        return all;
    }

    Finding finding(int number) {
        Finding f;
        f.number = number;
        if (flag())
            f.question = {fitId("lens", number), name()};
        f.key = f.byHand() ? fitId("uuid", number) : findingKey(f.question);
        f.title = text();
        f.observation = text();
        f.consequence = text();
        f.recommendation = text();
        f.severity = flag() ? lens::Risk::High : lens::Risk::Medium;
        f.framework = text();
        f.inherent = {below(6), below(6)};
        f.residual = {below(6), below(6)};
        f.owner = text();
        f.due = mayBeDay();
        f.effort = one<lens::Effort>(4);
        f.days = real(0, kMaxDays);
        f.progress = below(101);
        f.status = one<FindingStatus>(6);
        f.reason = name();
        f.decidedBy = name();
        f.until = day();
        if (flag()) {
            f.loss = LossModel{real(1e-9, kMaxLossesPerYear), real(1e-9, kMaxMoney), 0};
            f.loss->p90 = real(f.loss->p10, kMaxMoney);
        }
        f.needs = ids("uuid");
        f.evidence = ids("e");
        f.measures = ids("m");
        for (int i = count(); i > 0; --i)
            f.practices.push_back({{fitId("lens", i), name()}, name()});
        std::sort(f.practices.begin(), f.practices.end());
        for (int i = count(); i > 0; --i)
            f.tradeOffs.push_back({fitId("pillar", i), flag(), text()});
        return f;
    }

    CostFields fields() {
        CostFields all;
        for (int i = count(); i > 0; --i)
            all[fitId("field", i)] = flag() ? "30" : R"({"dist": "pert","low":0.2, "mode":0.3,"high":0.5})";
        return all;
    }

    Costs costs() {
        Costs c;
        c.settings = {real(1, 744), 1 + below(120), real(-0.99, 10), "EUR", 100 + below(1000), below(1000), "s-0"};
        for (int i = count(); i > 0; --i)
            c.items.push_back({fitId("item", i), name(), "endpoint", text(), fields()});
        for (int i = count(); i > 0; --i)
            c.measures.push_back({fitId("m", i), name(), "factor", text(), fields(), ids("item"), ids("x"), ids("y")});
        for (int i = count(); i > 0; --i)
            c.scenarios.push_back({fitId("s", i), name(), ids("m")});
        for (int i = 0, n = count(); i < n; ++i)
            c.prices.push_back({fitId("subject", i), "pricePerHour", text(), real(0, kMaxMoney), "USD", text(), text(),
                                mayBeDay(), mayBeDay()});
        return c;
    }

    ReviewLens lens(int i) {
        auto lens = std::make_shared<lens::Lens>();
        lens->id = fitId("lens", i);
        lens->sha256 = hash();
        auto overlay = std::make_shared<lens::Overlay>();
        overlay->sha256 = flag() ? hash() : "";
        return {lens, overlay, i * 3};
    }

    Review review() {
        Review r;
        r.fileId = name();
        r.createdAt = Instant{static_cast<std::int64_t>(m_random() >> 20)};
        r.workload = {name(), text(), text(), text(30), text(), text(), text()};
        for (int i = 0, n = count(); i < n; ++i)
            r.lenses.push_back(lens(i));
        for (int i = count(); i > 0; --i)
            r.answers[{fitId("lens", below(3)), name()}] = answer();
        for (int i = 0, n = count(); i < n; ++i)
            r.participants.push_back({id("p", i), std::to_string(i) + text(), text(), text()});
        for (int i = 0, n = count(); i < n; ++i)
            r.evidence.push_back(evidence(1 + i));
        for (int i = 0, n = count(); i < n; ++i)
            r.findings.push_back(finding(1 + i));
        r.planning = {ids("pillar"), one<PlanMode>(2), real(0.1, kMaxCapacity), mayBeDay(), 1 + below(kMaxCadence)};
        for (int i = 0, n = count(); i < n; ++i)
            r.events.push_back({id("event", i), one<EventKind>(4), {2000 + i, 1, 1}, text()});
        r.costs = costs();
        return r;
    }

private:
    std::mt19937_64 m_random;
    int m_most, m_least;
};

} // namespace

Review anyReview(std::uint64_t seed, int most, int least) {
    return Maker(seed, most, least).review();
}

Review shuffled(Review review, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    const auto mix = [&](auto& list) { std::shuffle(list.begin(), list.end(), random); };
    mix(review.lenses);
    mix(review.participants);
    mix(review.evidence);
    for (Evidence& evidence : review.evidence)
        mix(evidence.links);
    mix(review.findings);
    for (Finding& finding : review.findings) {
        mix(finding.needs);
        mix(finding.evidence);
        mix(finding.measures);
        mix(finding.practices);
    }
    mix(review.events);
    for (CostMeasure& measure : review.costs.measures) {
        mix(measure.excludes);
        mix(measure.prerequisites);
    }
    mix(review.costs.prices);
    review.answers[{"lens", "said nothing"}] = {};
    return review;
}

LensByHash lensesOf(const Review& review) {
    return [lenses = review.lenses](std::string_view id, std::string_view sha256,
                                    std::string_view overlay) -> Result<LensText> {
        for (const ReviewLens& one : lenses)
            if (one.lens->id == id && one.lens->sha256 == sha256 && one.overlay->sha256 == overlay)
                return LensText{one.lens, one.overlay};
        return fail(ErrorKind::Usage, "store.noLens", "The questionnaire is not there.");
    };
}

bool sameReview(const Review& a, const Review& b) {
    const auto sameLens = [](const ReviewLens& x, const ReviewLens& y) {
        return x.lens->id == y.lens->id && x.lens->sha256 == y.lens->sha256 && x.overlay->sha256 == y.overlay->sha256 &&
               x.position == y.position;
    };
    return a.fileId == b.fileId && a.createdAt == b.createdAt && a.workload == b.workload &&
           std::equal(a.lenses.begin(), a.lenses.end(), b.lenses.begin(), b.lenses.end(), sameLens) &&
           a.answers == b.answers && a.participants == b.participants && a.evidence == b.evidence &&
           a.findings == b.findings && a.planning == b.planning && a.events == b.events && a.costs == b.costs;
}

} // namespace plumb::testing
