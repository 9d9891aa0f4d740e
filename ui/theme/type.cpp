// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See type.h.
#include "ui/theme/type.h"

#include "resources/resources.h"
#include "ui/theme/theme.h"

#include <array>

#include <QFontDatabase>

namespace plumb::ui {
namespace {

constexpr std::array<TypeSpec, static_cast<std::size_t>(Role::Count_)> kSpecs{{
    {40, 600, 44, 98, true},     {30, 600, 40, 99, true},    {22, 600, 30, 98.6, false}, {20, 600, 28, 98.8, false},
    {16, 600, 22, 99.4, false},  {15, 600, 22, 99.4, false}, {15, 500, 23, 99.6, false}, {14, 400, 20, 100, false},
    {13.5, 400, 21, 100, false}, {13, 400, 20, 100, false},  {13, 400, 22, 100, false},  {13, 500, 20, 100, false},
    {13, 600, 20, 100, false},   {12, 400, 18, 100, false},  {12, 500, 18, 100, false},  {12, 600, 18, 100, false},
    {11, 600, 16, 100, false},   {11, 400, 16, 100, false},  {11, 500, 16, 100, false},  {11, 600, 16, 100, false},
    {10, 600, 14, 100, false},
}};

QString family(const TypeSpec& spec, Digits digits) {
    if (spec.display)
        return digits == Digits::Tabular ? QStringLiteral("Inter Display Tabular") : QStringLiteral("Inter Display");
    return digits == Digits::Tabular ? QStringLiteral("Inter Tabular") : QStringLiteral("Inter");
}

} // namespace

void loadFonts() {
    static bool done = false;
    if (done)
        return;
    done = true;
    initResources();
    // A tenth of a millisecond each; what costs is fontconfig's first look at the system, which any text would pay.
    static constexpr const char* kFiles[] = {"Inter-Regular",         "Inter-Medium",
                                             "Inter-SemiBold",        "Inter-Bold",
                                             "InterDisplay-SemiBold", "InterTabular-Regular",
                                             "InterTabular-Medium",   "InterTabular-SemiBold",
                                             "InterTabular-Bold",     "InterDisplayTabular-SemiBold"};
    for (const char* file : kFiles)
        QFontDatabase::addApplicationFont(QLatin1String(":/plumb/fonts/") + QLatin1String(file) +
                                          QLatin1String(".ttf"));
}

const TypeSpec& typeSpec(Role role) noexcept {
    return kSpecs[static_cast<std::size_t>(role)];
}

QFont font(Role role, Digits digits) {
    loadFonts();
    const TypeSpec& spec = typeSpec(role);
    QFont result(family(spec, digits));
    result.setPixelSize(qMax(1, qRound(spec.px * Theme::instance().textScale())));
    result.setWeight(static_cast<QFont::Weight>(spec.weight));
    if (spec.spacing != 100)
        result.setLetterSpacing(QFont::PercentageSpacing, spec.spacing);
    result.setHintingPreference(QFont::PreferNoHinting);
    return result;
}

int lineHeight(Role role) {
    return qRound(typeSpec(role).line * Theme::instance().textScale());
}

} // namespace plumb::ui
