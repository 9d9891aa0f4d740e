// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What an item or measure is tied to: prices of the book, items, other measures, findings.
#include "core/cost/price_book.h"
#include "ui/dialogs/finding_pick_dialog.h"
#include "ui/dialogs/price_pick_dialog.h"
#include "ui/models/cost_editor.h"
#include "ui/models/cost_text.h"
#include "ui/models/finding_text.h"
#include "ui/pages/costs_editor.h"
#include "ui/widgets/wrap_label.h"

#include <algorithm>

namespace plumb::ui {

namespace {

const QString kItem = QStringLiteral("item:"), kMeasure = QStringLiteral("measure:"),
              kFinding = QStringLiteral("finding:");

bool has(const std::vector<std::string>& ids, const std::string& id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

QStringList texts(const std::vector<std::string>& ids) {
    QStringList out;
    for (const std::string& id : ids)
        out << q(id);
    return out;
}

std::vector<std::string> ids(const QStringList& texts) {
    std::vector<std::string> out;
    for (const QString& text : texts)
        out.push_back(s(text));
    return out;
}

/// Links with commas between; `nothing` when there are none.
void showLinks(WrapLabel* label, const RichText& links, const QString& nothing) {
    RichText text;
    for (const Run& link : links) {
        if (!text.isEmpty())
            text << plain(QStringLiteral(", "));
        text << link;
    }
    label->setColor(text.isEmpty() ? Token::Ink3 : Token::Ink);
    label->setRich(text.isEmpty() ? RichText{plain(nothing)} : text);
}

bool actsOn(const cost::MeasureTypeInfo& measure, const cost::ItemTypeInfo& item) {
    return measure.items.empty() ||
           std::find(measure.items.begin(), measure.items.end(), item.type) != measure.items.end();
}

/// Keys of the findings that name the measure by its id.
std::vector<std::string> findingsOf(const session::Session& session, const std::string& measure) {
    std::vector<std::string> keys;
    for (const score::Finding& finding : session.findings())
        if (has(finding.measures, measure))
            keys.push_back(finding.key);
    return keys;
}

} // namespace

void CostsEditor::fillItemTies(const review::CostItem& item) {
    RichText links;
    for (const review::CostMeasure& each : m_editor->costs().measures)
        if (has(each.items, item.id))
            links << linkRun(q(each.name), kMeasure + q(each.id));
    showLinks(m_measures, links, tr("Nothing to do about it yet"));
}

void CostsEditor::fillMeasureTies(const review::CostMeasure& measure) {
    const review::Costs& costs = m_editor->costs();
    RichText scope, excludes, needs, findings;
    for (const std::string& id : measure.items)
        if (const review::CostItem* item = costs.findItem(id))
            scope << linkRun(q(item->name), kItem + q(id));
    for (const review::CostMeasure& each : costs.measures) {
        if (has(measure.prerequisites, each.id))
            needs << linkRun(q(each.name), kMeasure + q(each.id));
        if (has(measure.excludes, each.id) || has(each.excludes, measure.id))
            excludes << linkRun(q(each.name), kMeasure + q(each.id));
    }
    for (const std::string& key : findingsOf(m_bridge->session(), measure.id))
        findings << linkRun(findingName(m_bridge->session(), key), kFinding + q(key));
    showLinks(m_scope, scope, tr("Nothing"));
    showLinks(m_needs, needs, tr("Nothing"));
    showLinks(m_excludes, excludes, tr("Nothing"));
    showLinks(m_findings, findings, tr("None: it belongs to those that name its type"));
}

void CostsEditor::followLink(const QString& target) {
    if (!commitPending())
        return;
    if (target.startsWith(kItem))
        emit itemWanted(target.mid(kItem.size()));
    else if (target.startsWith(kMeasure))
        emit measureWanted(target.mid(kMeasure.size()));
    else if (target.startsWith(kFinding))
        emit findingWanted(target.mid(kFinding.size()));
}

void CostsEditor::takePrices() {
    const review::CostItem* one = item();
    if (one == nullptr || m_editor->readOnly())
        return;
    const cost::PriceBook book = m_bridge->session().priceBook();
    std::vector<std::string> priced;
    for (const cost::FieldInfo& field : costFields(false, one->type))
        priced.emplace_back(field.name);
    auto* dialog = new PricePickDialog(book, one->type, priced, m_bridge->session().today(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const review::CostItem* now = item();
        if (now == nullptr)
            return;
        review::CostItem filled = *now;
        const std::string subject = dialog->subject();
        const auto set = m_bridge->session().priceBook().fill(filled, subject);
        if (!set)
            complain(set.error(), nullptr);
        else
            store(withItem(m_editor->costs(), filled, tr("Take prices of %1").arg(q(subject))), nullptr);
    });
    dialog->open();
}

void CostsEditor::pickScope() {
    if (const review::CostItem* one = item()) {
        emit addMeasureWanted(q(one->id));
        return;
    }
    const review::CostMeasure* other = measure();
    const cost::MeasureTypeInfo* type = other == nullptr ? nullptr : measureTypeOf(other->type);
    if (type == nullptr)
        return;
    std::vector<FindingPickDialog::Row> rows;
    for (const review::CostItem& each : m_editor->costs().items)
        if (const cost::ItemTypeInfo* info = itemTypeOf(each.type); info != nullptr && actsOn(*type, *info))
            rows.push_back({q(each.id), q(each.name)});
    auto* dialog = new FindingPickDialog(tr("What does %1 act on?").arg(q(other->name)),
                                         tr("Items of the kinds that it can act on. At least one."), rows,
                                         texts(other->items), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const review::CostMeasure* now = measure();
        if (now == nullptr || dialog->picked().isEmpty())
            return;
        review::CostMeasure changed = *now;
        changed.items = ids(dialog->picked());
        store(withMeasure(m_editor->costs(), changed, tr("Change what %1 acts on").arg(q(now->name))), nullptr);
    });
    dialog->open();
}

void CostsEditor::pickMeasures(const QString& title, const QString& sentence,
                               std::vector<std::string> review::CostMeasure::*ties, const QString& label) {
    const review::CostMeasure* about = measure();
    if (about == nullptr)
        return;
    std::vector<FindingPickDialog::Row> rows;
    for (const review::CostMeasure& each : m_editor->costs().measures)
        if (each.id != about->id)
            rows.push_back({q(each.id), q(each.name)});
    QStringList picked = texts(about->*ties);
    if (ties == &review::CostMeasure::excludes) // holds both ways, whichever of the two says it
        for (const review::CostMeasure& each : m_editor->costs().measures)
            if (has(each.excludes, about->id))
                picked << q(each.id);
    auto* dialog = new FindingPickDialog(title, sentence, rows, picked, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, ties, label] {
        const review::CostMeasure* now = measure();
        if (now == nullptr)
            return;
        review::CostMeasure changed = *now;
        changed.*ties = ids(dialog->picked());
        std::sort((changed.*ties).begin(), (changed.*ties).end());
        CostChange change = withMeasure(m_editor->costs(), changed, label);
        if (ties == &review::CostMeasure::excludes)
            for (review::CostMeasure& each : change.costs.measures)
                if (each.id != changed.id && !has(changed.excludes, each.id))
                    std::erase(each.excludes, changed.id);
        store(change, nullptr);
    });
    dialog->open();
}

void CostsEditor::pickExcludes() {
    if (const review::CostMeasure* about = measure())
        pickMeasures(tr("What excludes %1?").arg(q(about->name)),
                     tr("A scenario has at most one of two that exclude each other."), &review::CostMeasure::excludes,
                     tr("Change what excludes %1").arg(q(about->name)));
}

void CostsEditor::pickNeeds() {
    if (const review::CostMeasure* about = measure())
        pickMeasures(tr("What does %1 need first?").arg(q(about->name)),
                     tr("Without these it has no effect and costs nothing. A circle is refused."),
                     &review::CostMeasure::prerequisites, tr("Change what %1 needs").arg(q(about->name)));
}

void CostsEditor::pickFindings() {
    const review::CostMeasure* about = measure();
    if (about == nullptr)
        return;
    const session::Session& session = m_bridge->session();
    const std::vector<std::string> linked = findingsOf(session, about->id);
    std::vector<FindingPickDialog::Row> rows;
    for (const score::Finding& each : session.findings())
        if (each.open || has(linked, each.key))
            rows.push_back({q(each.key), findingName(session, each.key)});
    auto* dialog = new FindingPickDialog(tr("Findings behind %1").arg(q(about->name)),
                                         tr("Its saving stands beside them, and its bar opens the first."), rows,
                                         texts(linked), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, linked, id = about->id] {
        const std::vector<std::string> wanted = ids(dialog->picked());
        for (const std::string& key : linked)
            if (!has(wanted, key))
                m_editor->link(key, id, false);
        for (const std::string& key : wanted)
            if (!has(linked, key))
                m_editor->link(key, id, true);
        refresh();
    });
    dialog->open();
}

} // namespace plumb::ui
