// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The colours keep the contrast that the design promises. The expected ratios are the design's table, not our output.
#include "ui/theme/tokens.h"

#include <QTest>

#include <set>

using namespace plumb::ui;
using enum plumb::ui::Token;

namespace {

struct Pair {
    const char* name;
    Token one, other;
    double light, dark, highContrast; ///< the design's table; 0 where it gives none
};

// Rounded to one decimal there, "11+" is a lower bound and stands in the second list.
const Pair kTable[] = {
    {"ink on surface", Ink, Surface, 17.2, 14.7, 21},
    {"ink2 on surface", Ink2, Surface, 7.8, 8.6, 21},
    {"ink2 on canvas", Ink2, Canvas, 7.0, 9.2, 21},
    {"ink3 on surface", Ink3, Surface, 5.5, 5.8, 0},
    {"ink3 on canvas", Ink3, Canvas, 4.9, 6.2, 0},
    {"ink3 on atint", Ink3, ATint, 4.7, 4.9, 0},
    {"ink on h0", Ink, H0, 9.1, 7.7, 21},
    {"ink on h3", Ink, H3, 15.3, 11.9, 21},
    {"ink on h6", Ink, H6, 9.2, 6.6, 21},
    {"control on surface", Control, Surface, 3.5, 4.4, 21},
    {"control on canvas", Control, Canvas, 3.2, 4.7, 21},
    {"hatch on surface", Hatch, Surface, 3.3, 3.6, 0},
    {"c3 on surface", C3, Surface, 3.3, 4.0, 0},
    {"accent on surface", Accent, Surface, 7.1, 7.9, 11.5},
    {"accent on atint", Accent, ATint, 6.1, 6.7, 8.0},
    {"onaccent on afill", OnAccent, AFill, 7.1, 5.5, 11.5},
    {"onaccent on afill-hover", OnAccent, AFillHover, 8.4, 4.5, 0},
    {"high on surface", High, Surface, 6.6, 7.5, 10.4},
    {"high on hightint", High, HighTint, 5.7, 6.5, 10.4},
    {"med on surface", Med, Surface, 7.9, 9.9, 14.6},
    {"med on medtint", Med, MedTint, 7.1, 8.2, 14.6},
    {"none on surface", NoRisk, Surface, 6.5, 9.1, 14.3},
    {"none on nonetint", NoRisk, NoRiskTint, 5.7, 7.6, 14.3},
    {"letter on high", HighOn, High, 6.6, 7.8, 0},
    {"letter on medfill", MedOn, MedFill, 7.8, 9.5, 0},
};

const Pair kText[] = {
    {"text on surface", Ink, Surface, 0, 0, 0},
    {"text on canvas", Ink, Canvas, 0, 0, 0},
    {"text on sunken", Ink, Sunken, 0, 0, 0},
    {"text on raised", Ink, Raised, 0, 0, 0},
    {"text on hover", Ink, Hover, 0, 0, 0},
    {"text on press", Ink, Press, 0, 0, 0},
    {"text on selection", Ink, ATint, 0, 0, 0},
    {"second on surface", Ink2, Surface, 0, 0, 0},
    {"second on sunken", Ink2, Sunken, 0, 0, 0},
    {"second on raised", Ink2, Raised, 0, 0, 0},
    {"second on hover", Ink2, Hover, 0, 0, 0},
    {"second on press", Ink2, Press, 0, 0, 0},
    {"second on canvas", Ink2, Canvas, 0, 0, 0},
    {"second on selection", Ink2, ATint, 0, 0, 0},
    {"third on surface", Ink3, Surface, 0, 0, 0},
    {"third on sunken", Ink3, Sunken, 0, 0, 0},
    {"third on canvas", Ink3, Canvas, 0, 0, 0},
    {"third on selection", Ink3, ATint, 0, 0, 0},
    {"third on raised", Ink3, Raised, 0, 0, 0},
    {"third on hover", Ink3, Hover, 0, 0, 0},
    {"link on surface", Accent, Surface, 0, 0, 0},
    {"link on canvas", Accent, Canvas, 0, 0, 0},
    {"chosen on its tint", Accent, ATint, 0, 0, 0},
    {"filled button", OnAccent, AFill, 0, 0, 0},
    {"filled button pressed", OnAccent, AFillPress, 0, 0, 0},
    {"filled button hovered", OnAccent, AFillHover, 0, 0, 0},
    {"high on surface", High, Surface, 0, 0, 0},
    {"high badge", High, HighTint, 0, 0, 0},
    {"medium on surface", Med, Surface, 0, 0, 0},
    {"medium badge", Med, MedTint, 0, 0, 0},
    {"none on surface", NoRisk, Surface, 0, 0, 0},
    {"none badge", NoRisk, NoRiskTint, 0, 0, 0},
    {"H in its mark", HighOn, High, 0, 0, 0},
    {"M in its mark", MedOn, MedFill, 0, 0, 0},
    {"tooltip and undo bar", Surface, Ink, 0, 0, 0},
};

constexpr Scheme kSchemes[] = {Scheme::Light, Scheme::Dark, Scheme::HighContrast};

QString where(const char* name, Scheme scheme, double ratio) {
    return QStringLiteral("%1, scheme %2: %3").arg(QLatin1String(name)).arg(static_cast<int>(scheme)).arg(ratio);
}

} // namespace

class TestTokens : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void everyTokenIsSetInEachScheme() {
        for (const Scheme scheme : kSchemes) {
            const Tokens& t = tokensFor(scheme);
            QCOMPARE(t.scheme, scheme);
            for (std::size_t i = 0; i < kTokenCount; ++i) {
                QCOMPARE(qAlpha(t.rgb[i]), 255);
                QVERIFY(!tokenName(static_cast<Token>(i)).empty());
            }
        }
    }

    void namesAreUnique() {
        std::set<std::string_view> names;
        for (std::size_t i = 0; i < kTokenCount; ++i)
            names.insert(tokenName(static_cast<Token>(i)));
        QCOMPARE(names.size(), kTokenCount);
    }

    void contrastEqualsTheDesignsTable() {
        for (const Pair& pair : kTable) {
            const double expected[] = {pair.light, pair.dark, pair.highContrast};
            for (const Scheme scheme : kSchemes) {
                const double want = expected[static_cast<int>(scheme)];
                if (want == 0)
                    continue;
                const Tokens& t = tokensFor(scheme);
                const double ratio = contrast(t[pair.one], t[pair.other]);
                QVERIFY2(std::abs(ratio - want) <= 0.06, qPrintable(where(pair.name, scheme, ratio)));
            }
        }
    }

    void highContrastReachesItsLowerBounds() {
        const Tokens& t = tokensFor(Scheme::HighContrast);
        QVERIFY(contrast(t[Ink3], t[Surface]) >= 11);
        QVERIFY(contrast(t[Ink3], t[ATint]) >= 11);
        QVERIFY(contrast(t[Hatch], t[Surface]) >= 9.7);
        QVERIFY(contrast(t[C3], t[Surface]) >= 9.65); // 9.7 after rounding
        QVERIFY(contrast(t[HighOn], t[High]) >= 10);
        QVERIFY(contrast(t[MedOn], t[MedFill]) >= 10);
    }

    void textReachesFourAndAHalf() {
        for (const Scheme scheme : kSchemes) {
            const Tokens& t = tokensFor(scheme);
            for (const Pair& pair : kText) {
                const double ratio = contrast(t[pair.one], t[pair.other]);
                QVERIFY2(ratio >= 4.495, qPrintable(where(pair.name, scheme, ratio)));
            }
        }
    }

    void marksReachThreeOnEachScoreCell() {
        const double lowest[3][3] = {{3.5, 3.1, 3.4}, {3.3, 4.4, 4.1}, {10, 10, 10}}; // high, medline, none
        const Token marks[] = {High, MedLine, NoRisk};
        for (const Scheme scheme : kSchemes) {
            const Tokens& t = tokensFor(scheme);
            for (int m = 0; m < 3; ++m) {
                double worst = 21;
                for (int h = 0; h <= 6; ++h)
                    worst = std::min(worst, contrast(t[marks[m]], t[static_cast<Token>(static_cast<int>(H0) + h)]));
                QVERIFY2(worst >= 3.0, qPrintable(where("mark on cell", scheme, worst)));
                QVERIFY2(worst >= lowest[static_cast<int>(scheme)][m] - 0.06,
                         qPrintable(where("mark on cell against the table", scheme, worst)));
            }
        }
    }

    void chartSeriesReachThree() {
        for (const Scheme scheme : kSchemes)
            for (const Token series : {C1, C2, C3, C4, C5, C6, Control, Hatch})
                QVERIFY(contrast(tokensFor(scheme)[series], tokensFor(scheme)[Surface]) >= 3.0);
    }

    void scoreStepsAreSevenEqualParts() {
        QCOMPARE(scoreToken(0), H0);
        QCOMPARE(scoreToken(14.2), H0);
        QCOMPARE(scoreToken(14.3), H1);
        QCOMPARE(scoreToken(50), H3);
        QCOMPARE(scoreToken(85.8), H6);
        QCOMPARE(scoreToken(100), H6);
        QCOMPARE(scoreToken(-5), H0);
        QCOMPARE(scoreToken(120), H6);
    }

    void ratingBandsFollowTheRegister() {
        QCOMPARE(ratingToken(4), H3);
        QCOMPARE(ratingToken(5), H2);
        QCOMPARE(ratingToken(10), H1);
        QCOMPARE(ratingToken(16), H1);
        QCOMPARE(ratingToken(20), H0);
        QCOMPARE(ratingToken(25), H0);
    }

    void paletteFollowsTheTokens() {
        for (const Scheme scheme : kSchemes) {
            const Tokens& t = tokensFor(scheme);
            const QPalette p = paletteFor(t);
            QCOMPARE(p.color(QPalette::Window), t[Surface]);
            QCOMPARE(p.color(QPalette::AlternateBase), t[Sunken]);
            QCOMPARE(p.color(QPalette::Text), t[Ink]);
            QCOMPARE(p.color(QPalette::PlaceholderText), t[Ink3]);
            QCOMPARE(p.color(QPalette::Highlight), t[ATint]);
            QCOMPARE(p.color(QPalette::HighlightedText), t[Ink]);
            QCOMPARE(p.color(QPalette::Link), t[Accent]);
            QCOMPARE(p.color(QPalette::ToolTipBase), t[Ink]);
            QCOMPARE(p.color(QPalette::Disabled, QPalette::Text), t[Disabled]);
        }
    }
};

QTEST_APPLESS_MAIN(TestTokens)
#include "tst_tokens.moc"
