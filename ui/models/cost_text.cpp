// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/cost_text.h"

#include "core/base/json.h"
#include "core/report/cost_charts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <QCoreApplication>
#include <QDate>
#include <QLocale>

namespace plumb::ui {
namespace {

struct CostWords {
    Q_DECLARE_TR_FUNCTIONS(CostWords)
};

constexpr std::array<const char*, cost::kItemTypes> kItemWords = {
    QT_TRANSLATE_NOOP("CostWords", "Real-time endpoint"),
    QT_TRANSLATE_NOOP("CostWords", "Provisioned throughput"),
    QT_TRANSLATE_NOOP("CostWords", "Token stream"),
    QT_TRANSLATE_NOOP("CostWords", "Batch tokens"),
    QT_TRANSLATE_NOOP("CostWords", "OpenSearch Serverless"),
    QT_TRANSLATE_NOOP("CostWords", "pgvector on Aurora"),
    QT_TRANSLATE_NOOP("CostWords", "S3 Vectors"),
    QT_TRANSLATE_NOOP("CostWords", "Training"),
    QT_TRANSLATE_NOOP("CostWords", "Storage"),
    QT_TRANSLATE_NOOP("CostWords", "Data transfer"),
    QT_TRANSLATE_NOOP("CostWords", "Monitoring"),
    QT_TRANSLATE_NOOP("CostWords", "Other monthly cost")};

constexpr std::array<const char*, cost::kMeasureTypes> kMeasureWords = {
    QT_TRANSLATE_NOOP("CostWords", "Schedule"),
    QT_TRANSLATE_NOOP("CostWords", "Scale to zero"),
    QT_TRANSLATE_NOOP("CostWords", "Share hosts"),
    QT_TRANSLATE_NOOP("CostWords", "Batch inference"),
    QT_TRANSLATE_NOOP("CostWords", "Prompt caching"),
    QT_TRANSLATE_NOOP("CostWords", "Move to pgvector"),
    QT_TRANSLATE_NOOP("CostWords", "Move to S3 Vectors"),
    QT_TRANSLATE_NOOP("CostWords", "Collection that sleeps"),
    QT_TRANSLATE_NOOP("CostWords", "Other instance"),
    QT_TRANSLATE_NOOP("CostWords", "Spot training"),
    QT_TRANSLATE_NOOP("CostWords", "Distributed training"),
    QT_TRANSLATE_NOOP("CostWords", "Agent step budget"),
    QT_TRANSLATE_NOOP("CostWords", "Shorter answers"),
    QT_TRANSLATE_NOOP("CostWords", "Cheaper model for a share"),
    QT_TRANSLATE_NOOP("CostWords", "Buy provisioned throughput"),
    QT_TRANSLATE_NOOP("CostWords", "Leave provisioned throughput"),
    QT_TRANSLATE_NOOP("CostWords", "Savings plan"),
    QT_TRANSLATE_NOOP("CostWords", "Off-peak training"),
    QT_TRANSLATE_NOOP("CostWords", "Factor on a driver")};

template <typename Types> auto typeNamed(const Types& types, std::string_view name) -> decltype(&types.front()) {
    const auto found = std::find_if(types.begin(), types.end(), [&](const auto& type) { return type.name == name; });
    return found == types.end() ? nullptr : &*found;
}

/// Short forms that people write in capitals.
QString wordOf(const QString& word) {
    for (const char* capital : {"OCU", "ACU", "GB", "TB", "TTL", "IO", "vCPU"})
        if (word.compare(QLatin1String(capital), Qt::CaseInsensitive) == 0)
            return QString::fromLatin1(capital);
    return word;
}

} // namespace

const cost::ItemTypeInfo* itemTypeOf(std::string_view type) {
    return typeNamed(cost::itemTypes(), type);
}

const cost::MeasureTypeInfo* measureTypeOf(std::string_view type) {
    return typeNamed(cost::measureTypes(), type);
}

std::vector<cost::FieldInfo> costFields(bool ofMeasure, std::string_view type) {
    if (!ofMeasure) {
        const cost::ItemTypeInfo* info = itemTypeOf(type);
        return info == nullptr ? std::vector<cost::FieldInfo>() : info->fields;
    }
    std::vector<cost::FieldInfo> fields;
    if (const cost::MeasureTypeInfo* info = measureTypeOf(type))
        fields = info->fields;
    for (const cost::FieldInfo& each : cost::commonMeasureFields())
        if (each.kind == cost::FieldKind::Number)
            fields.push_back(each);
    return fields;
}

QString itemTypeWords(std::string_view type) {
    const cost::ItemTypeInfo* info = itemTypeOf(type);
    return info == nullptr ? q(type) : CostWords::tr(kItemWords[static_cast<std::size_t>(info->type)]);
}

QString measureTypeWords(std::string_view type) {
    const cost::MeasureTypeInfo* info = measureTypeOf(type);
    return info == nullptr ? q(type) : CostWords::tr(kMeasureWords[static_cast<std::size_t>(info->type)]);
}

QString fieldWords(std::string_view field) {
    QStringList words;
    QString word;
    for (const QChar letter : q(field)) {
        if (letter.isUpper() && !word.isEmpty()) {
            words << wordOf(word);
            word.clear();
        }
        word += letter.toLower();
    }
    words << wordOf(word);
    QString text = words.join(QLatin1Char(' '));
    if (text == QLatin1String("one off"))
        return CostWords::tr("One-off cost");
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

QString asSentence(std::string_view words) {
    QString text = q(words).simplified();
    if (text.isEmpty())
        return text;
    // Formulas begin with a name, which keeps its letters.
    if (!text.contains(QLatin1String(" = ")) || text.indexOf(QLatin1String(" = ")) > 40)
        text[0] = text[0].toUpper();
    return text.endsWith(QLatin1Char('.')) ? text : text + QLatin1Char('.');
}

QString formulaWords(std::string_view formula) {
    QString out, word;
    const auto flush = [&] {
        // Names of fields are the only words with a capital inside.
        const bool name = std::any_of(word.begin(), word.end(), [](QChar letter) { return letter.isLower(); }) &&
                          std::any_of(word.begin(), word.end(), [](QChar letter) { return letter.isUpper(); });
        QString text = name ? fieldWords(s(word)) : word;
        if (name)
            text[0] = text[0].toLower();
        out += text;
        word.clear();
    };
    const QString all = q(formula);
    for (const QChar letter : all) {
        if (letter.isLetter()) {
            word += letter;
            continue;
        }
        flush();
        out += letter == QLatin1Char('*') ? QChar(0x00D7) : letter;
    }
    flush();
    return out;
}

std::optional<cost::Quantity> quantityOf(std::string_view json) {
    const JsonDocument document = parseJson(json);
    if (!document.usable)
        return std::nullopt;
    std::vector<Message> faults;
    constexpr double kAny = std::numeric_limits<double>::infinity();
    return cost::readQuantity(document.root, {}, {-kAny, kAny, false, false}, faults);
}

std::string jsonOf(const cost::Quantity& quantity) {
    const Json written = cost::writeQuantity(quantity);
    if (written.is_number_float()) // 1500 and not 1500.0, as people write it
        if (const double value = written.get<double>(); value == std::floor(value) && std::abs(value) < 1e15)
            return std::to_string(static_cast<long long>(value));
    return writeJsonCompact(written);
}

std::optional<double> plainNumber(const review::CostFields& fields, const std::string& name) {
    const auto found = fields.find(name);
    if (found == fields.end())
        return std::nullopt;
    const auto quantity = quantityOf(found->second);
    return quantity ? std::optional(cost::mean(*quantity)) : std::nullopt;
}

QString wholeMoney(double amount) {
    const QString digits = QLocale(QLocale::English).toString(qRound64(std::abs(amount)));
    return amount <= -0.5 ? QChar(0x2212) + digits : digits;
}

QString signOf(std::string_view currency) {
    return q(report::currencySign(currency));
}

QString percentWords(double share) {
    return CostWords::tr("%1 %").arg(qRound(share * 100));
}

QString daysWords(double days) {
    if (days <= 0)
        return {};
    if (days == 1)
        return CostWords::tr("S effort");
    if (days == 5)
        return CostWords::tr("M effort");
    if (days == 20)
        return CostWords::tr("L effort");
    return CostWords::tr("%1 days").arg(QLocale(QLocale::English).toString(days, 'g', 3));
}

QString measureMeta(const review::CostMeasure& measure, const QString& sign) {
    QStringList parts;
    if (const QString effort = daysWords(plainNumber(measure.fields, "effort").value_or(0)); !effort.isEmpty())
        parts << effort;
    if (const double once = plainNumber(measure.fields, "oneOff").value_or(0); once > 0)
        parts << CostWords::tr("%1%2 once").arg(sign, wholeMoney(once));
    parts << CostWords::tr("from month %1")
                 .arg(
                     QLocale(QLocale::English).toString(plainNumber(measure.fields, "startMonth").value_or(1), 'g', 3));
    QString text = parts.join(QStringLiteral(", "));
    text[0] = text[0].toUpper();
    return text;
}

QString dayText(Date day) {
    if (!day.valid())
        return {};
    return QLocale(QLocale::English).toString(QDate(day.year, day.month, day.day), QStringLiteral("d MMM yyyy"));
}

} // namespace plumb::ui
