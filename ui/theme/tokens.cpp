// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The table of colours, one row per token: light, dark, high contrast.
#include "ui/theme/tokens.h"

#include <algorithm>
#include <cmath>

namespace plumb::ui {
namespace {

struct Row {
    Token token;
    std::string_view name;
    QRgb light, dark, highContrast;
};

constexpr QRgb opaque(QRgb rgb) {
    return 0xFF000000U | rgb;
}

constexpr std::array<Row, kTokenCount> kTable{{
    {Token::Canvas, "canvas", 0xF3F2EE, 0x131416, 0x000000},
    {Token::Surface, "surface", 0xFFFFFF, 0x1A1B1E, 0x000000},
    {Token::Sunken, "sunken", 0xF8F7F4, 0x16171A, 0x000000},
    {Token::Raised, "raised", 0xFFFFFF, 0x222428, 0x000000},
    {Token::Hover, "hover", 0xF1F0EB, 0x24262A, 0x1F1F1F},
    {Token::Press, "press", 0xE8E6E0, 0x2C2E33, 0x333333},
    {Token::Line, "line", 0xE5E3DD, 0x2B2D31, 0x8A8A8A},
    {Token::Line2, "line2", 0xD3D0C9, 0x3A3D42, 0xC8C8C8},
    {Token::Control, "control", 0x8B8882, 0x7C8088, 0xFFFFFF},
    {Token::Ink, "ink", 0x1A1B1D, 0xEDEDEB, 0xFFFFFF},
    {Token::Ink2, "ink2", 0x515257, 0xB6B7BB, 0xFFFFFF},
    {Token::Ink3, "ink3", 0x68696D, 0x94969C, 0xE0E0E0},
    {Token::Disabled, "disabled", 0xA3A19C, 0x5C5F65, 0x8A8A8A},
    {Token::Accent, "accent", 0x2350BE, 0x8FAEFF, 0x8FC4FF},
    {Token::AFill, "afill", 0x2350BE, 0x3A62D0, 0x8FC4FF},
    {Token::AFillHover, "afill-hover", 0x1D46AB, 0x4A70DB, 0xB5D9FF},
    {Token::AFillPress, "afill-press", 0x183B92, 0x3157BE, 0x6FB1F5},
    {Token::OnAccent, "onaccent", 0xFFFFFF, 0xFFFFFF, 0x000000},
    {Token::ATint, "atint", 0xE8EEFB, 0x1E2943, 0x0A2A4A},
    {Token::ALine, "aline", 0xB9CAF0, 0x35497E, 0x8FC4FF},
    {Token::High, "high", 0xAD2F10, 0xFF8A66, 0xFF9E7D},
    {Token::HighOn, "highon", 0xFFFFFF, 0x2A0D04, 0x000000},
    {Token::HighTint, "hightint", 0xFBECE6, 0x38201A, 0x000000},
    {Token::Med, "med", 0x704A00, 0xF2BC52, 0xFFD166},
    {Token::MedFill, "medfill", 0xF0B53A, 0xF2BC52, 0xFFD166},
    {Token::MedLine, "medline", 0x8A5A00, 0xF2BC52, 0xFFD166},
    {Token::MedOn, "medon", 0x3A2600, 0x2B1D00, 0x000000},
    {Token::MedTint, "medtint", 0xFCF3DF, 0x332913, 0x000000},
    {Token::NoRisk, "none", 0x0B6A5C, 0x5FCFB9, 0x7CE8D2},
    {Token::NoRiskTint, "nonetint", 0xE6F3F0, 0x152E2A, 0x000000},
    {Token::C1, "c1", 0x2350BE, 0x7C9EF5, 0x8FC4FF},
    {Token::C1b, "c1b", 0xC9D6F3, 0x2B3C6B, 0x2F5E8C},
    {Token::C2, "c2", 0x55565B, 0xB0B2B7, 0xFFFFFF},
    {Token::C3, "c3", 0x918E87, 0x777A81, 0xB0B0B0},
    {Token::C4, "c4", 0x0E7C6C, 0x5FCFB9, 0x7CE8D2},
    {Token::C5, "c5", 0xC4571F, 0xF0955F, 0xFFB38A},
    {Token::C6, "c6", 0x7A4E93, 0xC39BDB, 0xDDB7F2},
    {Token::Grid, "grid", 0xECEAE5, 0x26282C, 0x4A4A4A},
    {Token::Hatch, "hatch", 0x918E87, 0x70737A, 0xC8C8C8},
    {Token::Track, "track", 0xD8D5CE, 0x3A3D42, 0x4A4A4A},
    {Token::H0, "h0", 0xF0AE8C, 0x7A3317, 0x000000},
    {Token::H1, "h1", 0xF6CDB6, 0x5A2C1A, 0x000000},
    {Token::H2, "h2", 0xFAE5D9, 0x40281F, 0x000000},
    {Token::H3, "h3", 0xF2F1ED, 0x2B2C2F, 0x000000},
    {Token::H4, "h4", 0xDFE8F5, 0x21304A, 0x000000},
    {Token::H5, "h5", 0xC3D5EF, 0x24406F, 0x000000},
    {Token::H6, "h6", 0xA2BFE8, 0x2A5196, 0x000000},
}};

constexpr bool tableIsInOrder() {
    for (std::size_t i = 0; i < kTable.size(); ++i)
        if (static_cast<std::size_t>(kTable[i].token) != i)
            return false;
    return true;
}
static_assert(tableIsInOrder(), "each token has its row, in the order of the enum");

constexpr Tokens make(Scheme scheme, QRgb Row::*column) {
    Tokens tokens;
    tokens.scheme = scheme;
    for (std::size_t i = 0; i < kTable.size(); ++i)
        tokens.rgb[i] = opaque(kTable[i].*column);
    return tokens;
}

constexpr Tokens kLight = make(Scheme::Light, &Row::light);
constexpr Tokens kDark = make(Scheme::Dark, &Row::dark);
constexpr Tokens kHighContrast = make(Scheme::HighContrast, &Row::highContrast);

double luminance(const QColor& color) {
    const auto linear = [](double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

std::string_view tokenName(Token token) noexcept {
    const auto i = static_cast<std::size_t>(token);
    return i < kTable.size() ? kTable[i].name : std::string_view{};
}

const Tokens& tokensFor(Scheme scheme) noexcept {
    switch (scheme) {
    case Scheme::Dark:
        return kDark;
    case Scheme::HighContrast:
        return kHighContrast;
    case Scheme::Light:
        break;
    }
    return kLight;
}

Token scoreToken(double score) noexcept {
    const int step = std::clamp(static_cast<int>(std::floor(score / 100.0 * 7.0)), 0, 6);
    return static_cast<Token>(static_cast<int>(Token::H0) + step);
}

Token ratingToken(int rating) noexcept {
    return rating >= 20 ? Token::H0 : rating >= 10 ? Token::H1 : rating >= 5 ? Token::H2 : Token::H3;
}

QPalette paletteFor(const Tokens& t) {
    QPalette p;
    const auto all = [&](QPalette::ColorRole role, Token token) { p.setColor(QPalette::All, role, t[token]); };
    all(QPalette::Window, Token::Surface);
    all(QPalette::Base, Token::Surface);
    all(QPalette::AlternateBase, Token::Sunken);
    all(QPalette::Text, Token::Ink);
    all(QPalette::WindowText, Token::Ink);
    all(QPalette::ButtonText, Token::Ink);
    all(QPalette::BrightText, Token::High);
    all(QPalette::PlaceholderText, Token::Ink3);
    all(QPalette::Button, Token::Surface);
    all(QPalette::Light, Token::Line);
    all(QPalette::Midlight, Token::Line);
    all(QPalette::Mid, Token::Line2);
    all(QPalette::Dark, Token::Control);
    all(QPalette::Shadow, Token::Line2);
    all(QPalette::Highlight, Token::ATint);
    all(QPalette::HighlightedText, Token::Ink);
    all(QPalette::Link, Token::Accent);
    all(QPalette::LinkVisited, Token::Accent);
    all(QPalette::ToolTipBase, Token::Ink);
    all(QPalette::ToolTipText, Token::Surface);
    for (const QPalette::ColorRole role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText,
                                           QPalette::HighlightedText, QPalette::PlaceholderText, QPalette::Link})
        p.setColor(QPalette::Disabled, role, t[Token::Disabled]);
    return p;
}

double contrast(const QColor& one, const QColor& other) {
    const double a = luminance(one), b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace plumb::ui
