// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/compare_table.h"

#include "ui/bridge/session_bridge.h"
#include "ui/models/heat_map_model.h"

#include <QCoreApplication>

namespace plumb::ui {

namespace {

QString words(const char* text) {
    return QCoreApplication::translate("plumb::ui::Compare", text);
}

QString scoreCell(const std::optional<double>& score) {
    return score ? QString::number(qRound(*score)) : words("not asked");
}

QString amount(const std::optional<compare::ScenarioMoney>& money) {
    return money ? QString::number(money->monthly, 'f', 2) : QString();
}

QString safe(QString text, QChar separator) {
    bool number = false;
    text.toDouble(&number);
    // A cell that a spreadsheet would run as a formula is told to be text.
    if (!number && !text.isEmpty() && QStringLiteral("=+-@\t\r").contains(text.front()))
        text.prepend(QLatin1Char('\''));
    if (text.contains(separator) || text.contains(QLatin1Char('"')) || text.contains(QLatin1Char('\n')))
        text = QLatin1Char('"') + text.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
    return text;
}

QString line(const QStringList& cells, QChar separator) {
    QStringList out;
    for (const QString& cell : cells)
        out << safe(cell, separator);
    return out.join(separator) + QLatin1Char('\n');
}

CompareTable::Part scores(const compare::Comparison& comparison, const QString& from, const QString& to) {
    CompareTable::Part part{words("Scores"), {words("Lens and pillar"), from, to, words("Change")}, {}};
    for (const compare::GroupChange& cell : comparison.cells)
        if (cell.before.questions > 0 || cell.after.questions > 0)
            part.rows << QStringList{q(cell.name), scoreCell(cell.before.score), scoreCell(cell.after.score),
                                     deltaWords(cell.before.score, cell.after.score)};
    return part;
}

CompareTable::Part changes(const QString& title, const std::vector<CompareRow>& rows, const QString& from,
                           const QString& to) {
    CompareTable::Part part{title, {words("Title"), words("Where"), words("What happened"), from, to}, {}};
    const auto side = [](const std::optional<MarkKind>& mark) { return mark ? markWord(*mark) : QString(); };
    for (const CompareRow& row : rows)
        part.rows << QStringList{row.title, row.where, row.word, side(row.from), side(row.to)};
    return part;
}

CompareTable::Part causes(const compare::ScoreCauses& causes) {
    CompareTable::Part part{words("Why the score moved"), {words("Cause"), words("Points")}, {}};
    const std::pair<QString, double> parts[] = {
        {words("Better answers"), causes.betterAnswers},    {words("Worse answers"), causes.worseAnswers},
        {words("First answers"), causes.firstAnswers},      {words("Answers taken back"), causes.lostAnswers},
        {words("New lens version"), causes.lens},           {words("Other scope"), causes.scope},
        {words("Other weights or method"), causes.weights}, {words("Together"), causes.sum()}};
    for (const auto& [name, points] : parts)
        part.rows << QStringList{name, QString::number(points, 'f', 2)};
    return part;
}

CompareTable::Part money(const compare::Comparison& comparison, const QString& from, const QString& to) {
    CompareTable::Part part{words("Money a month"), {words("Scenario"), from, to, words("Change")}, {}};
    for (const compare::MoneyChange& change : comparison.money)
        part.rows << QStringList{
            change.name.empty() ? words("The bill") : q(change.name), amount(change.before), amount(change.after),
            change.before && change.after ? QString::number(change.after->monthly - change.before->monthly, 'f', 2)
                                          : QString()};
    return part;
}

} // namespace

CompareTable compareTable(const compare::Comparison& comparison, const QString& from, const QString& to,
                          const std::vector<CompareRow>& questions, const std::vector<CompareRow>& findings) {
    CompareTable table;
    table.parts << scores(comparison, from, to) << changes(words("Questions"), questions, from, to)
                << changes(words("Findings"), findings, from, to);
    if (comparison.causes.known)
        table.parts << causes(comparison.causes);
    if (!comparison.money.empty())
        table.parts << money(comparison, from, to);
    return table;
}

QString asTabs(const CompareTable& table) {
    QString text;
    for (const CompareTable::Part& part : table.parts) {
        if (!text.isEmpty())
            text += QLatin1Char('\n');
        text += line({part.title}, QLatin1Char('\t')) + line(part.heads, QLatin1Char('\t'));
        for (const QStringList& row : part.rows)
            text += line(row, QLatin1Char('\t'));
    }
    return text;
}

QString asHtml(const CompareTable& table) {
    QString html;
    const auto row = [](const QStringList& cells, const QString& tag) -> QString {
        QString out = QStringLiteral("<tr>");
        for (const QString& cell : cells)
            out += QStringLiteral("<%1>%2</%1>").arg(tag, cell.toHtmlEscaped());
        return out + QStringLiteral("</tr>");
    };
    for (const CompareTable::Part& part : table.parts) {
        html += QStringLiteral("<h3>%1</h3><table border=\"1\" cellspacing=\"0\" cellpadding=\"4\">")
                    .arg(part.title.toHtmlEscaped());
        html += row(part.heads, QStringLiteral("th"));
        for (const QStringList& cells : part.rows)
            html += row(cells, QStringLiteral("td"));
        html += QStringLiteral("</table>");
    }
    return html;
}

QByteArray changesCsv(const compare::Comparison& comparison, const std::vector<CompareRow>& questions,
                      const std::vector<CompareRow>& findings) {
    QString text = line({words("Kind"), words("Id"), words("Title"), words("Where"), words("What happened"),
                         words("Before"), words("Now"), words("Points")},
                        QLatin1Char(','));
    const auto side = [](const std::optional<MarkKind>& mark) { return mark ? markWord(*mark) : QString(); };
    for (const std::vector<CompareRow>* rows : {&questions, &findings})
        for (const CompareRow& row : *rows)
            text += line({row.finding ? words("Finding") : words("Question"),
                          row.finding ? q(row.key) : q(row.question.lens + "/" + row.question.question), row.title,
                          row.where, row.word, side(row.from), side(row.to),
                          row.finding ? QString() : QString::number(comparison.questions[row.place].points, 'f', 3)},
                         QLatin1Char(','));
    return QByteArrayLiteral("\xEF\xBB\xBF") + text.toUtf8();
}

} // namespace plumb::ui
