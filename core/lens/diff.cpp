// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lens/diff.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace plumb::lens {
namespace {

struct Located {
    const Pillar* pillar = nullptr;
    const Question* question = nullptr;
};
using QuestionMap = std::unordered_map<std::string_view, Located>;

/// Of two questions with one id the first counts, as in Lens::findQuestion.
QuestionMap mapQuestions(const Lens& lens) {
    QuestionMap map;
    for (const auto& pillar : lens.pillars)
        for (const auto& question : pillar.questions)
            map.emplace(question.id, Located{&pillar, &question});
    return map;
}

template <typename T> std::unordered_map<std::string_view, const T*> mapById(const std::vector<T>& values) {
    std::unordered_map<std::string_view, const T*> map;
    for (const T& value : values)
        map.emplace(value.id, &value);
    return map;
}

/// A rule without its white space and needless parentheses, so that only its meaning is compared.
std::string normalForm(const RiskRule& rule) {
    std::vector<std::string> forms;
    for (const auto& node : rule.condition.nodes) {
        std::string form;
        switch (node.kind) {
        case Condition::Kind::Default:
            form = "*";
            break;
        case Condition::Kind::Id:
            form = rule.text.substr(node.begin, node.end - node.begin);
            break;
        case Condition::Kind::Not:
            form = std::move(forms[node.children.front()]);
            form.insert(form.begin(), '!');
            break;
        case Condition::Kind::And:
        case Condition::Kind::Or:
            form = "(";
            for (const std::uint32_t child : node.children) {
                if (form.size() > 1)
                    form += node.kind == Condition::Kind::And ? '&' : '|';
                form += std::exchange(forms[child], {});
            }
            form += ')';
            break;
        }
        forms.push_back(std::move(form));
    }
    return forms.empty() ? std::string{} : std::move(forms.back());
}

bool sameRules(const Question& before, const Question& after) {
    return std::equal(before.rules.begin(), before.rules.end(), after.rules.begin(), after.rules.end(),
                      [](const RiskRule& a, const RiskRule& b) {
                          return a.risk == b.risk && (a.text == b.text || normalForm(a) == normalForm(b));
                      });
}

std::string rulesText(const Question& question) {
    std::string text;
    for (const auto& rule : question.rules) {
        if (!text.empty())
            text += '\n';
        text += rule.text;
        text += " -> ";
        text += toText(rule.risk);
    }
    return text;
}

std::string additionalText(const Choice& choice) {
    std::string text;
    for (const auto& group : choice.additionalResources)
        for (const auto& resource : group.content) {
            text += text.empty() ? "" : "\n";
            text += group.type + ": " + resource.displayText;
            text += resource.url.empty() ? "" : " <" + resource.url + ">";
        }
    return text;
}

class Differ {
public:
    Differ(const Lens& before, const Lens& after)
        : m_before(before), m_after(after), m_old(mapQuestions(before)), m_new(mapQuestions(after)) {}
    std::vector<Change> run();

private:
    void add(ChangeKind kind, ChangeLevel level, std::string id, std::string before = {}, std::string after = {}) {
        m_changes.push_back({kind, level, std::move(id), {}, std::move(before), std::move(after)});
    }
    void text(const std::string& id, std::string_view field, const std::string& before, const std::string& after) {
        if (before != after)
            m_changes.push_back({ChangeKind::Changed, ChangeLevel::Text, id, std::string(field), before, after});
    }
    void resource(const std::string& id, const std::string& field, const std::optional<Resource>& before,
                  const std::optional<Resource>& after);
    void questionsOf(const Pillar& pillar);
    void removedQuestionsOf(const Pillar& pillar);
    void question(const Question& before, const Question& after);
    void choice(const std::string& id, const Choice& before, const Choice& after);

    const Lens& m_before;
    const Lens& m_after;
    QuestionMap m_old, m_new;
    std::vector<Change> m_changes;
};

std::vector<Change> Differ::run() {
    if (m_before.schemaVersion != m_after.schemaVersion)
        m_changes.push_back({ChangeKind::Changed,
                             ChangeLevel::Lens,
                             {},
                             "schemaVersion",
                             m_before.schemaVersion,
                             m_after.schemaVersion});
    text({}, "name", m_before.name, m_after.name);
    text({}, "description", m_before.description, m_after.description);
    const auto oldPillars = mapById(m_before.pillars);
    const auto newPillars = mapById(m_after.pillars);
    for (const auto& pillar : m_after.pillars) {
        const auto old = oldPillars.find(pillar.id);
        if (old == oldPillars.end())
            add(ChangeKind::New, ChangeLevel::Pillar, pillar.id);
        else
            text(pillar.id, "name", old->second->name, pillar.name);
        questionsOf(pillar);
        if (old != oldPillars.end())
            removedQuestionsOf(*old->second);
    }
    for (const auto& pillar : m_before.pillars)
        if (newPillars.count(pillar.id) == 0) {
            add(ChangeKind::Removed, ChangeLevel::Pillar, pillar.id);
            removedQuestionsOf(pillar);
        }
    return std::move(m_changes);
}

void Differ::questionsOf(const Pillar& pillar) {
    for (const auto& now : pillar.questions) {
        if (m_new.at(now.id).question != &now)
            continue; // its id stood before
        const auto old = m_old.find(now.id);
        if (old == m_old.end()) {
            add(ChangeKind::New, ChangeLevel::Question, now.id);
            continue;
        }
        if (old->second.pillar->id != pillar.id)
            add(ChangeKind::Moved, ChangeLevel::Question, now.id, old->second.pillar->id, pillar.id);
        question(*old->second.question, now);
    }
}

void Differ::removedQuestionsOf(const Pillar& pillar) {
    for (const auto& old : pillar.questions)
        if (m_new.count(old.id) == 0 && m_old.at(old.id).question == &old)
            add(ChangeKind::Removed, ChangeLevel::Question, old.id);
}

void Differ::question(const Question& before, const Question& after) {
    text(after.id, "title", before.title, after.title);
    text(after.id, "description", before.description, after.description);
    resource(after.id, "helpfulResource", before.helpfulResource, after.helpfulResource);
    const auto oldChoices = mapById(before.choices);
    const auto newChoices = mapById(after.choices);
    for (const auto& now : after.choices) {
        if (newChoices.at(now.id) != &now)
            continue;
        const auto old = oldChoices.find(now.id);
        if (old == oldChoices.end())
            add(ChangeKind::New, ChangeLevel::Choice, after.id + "/" + now.id);
        else
            choice(after.id + "/" + now.id, *old->second, now);
    }
    for (const auto& old : before.choices)
        if (newChoices.count(old.id) == 0 && oldChoices.at(old.id) == &old)
            add(ChangeKind::Removed, ChangeLevel::Choice, after.id + "/" + old.id);
    if (!sameRules(before, after))
        add(ChangeKind::Changed, ChangeLevel::Rules, after.id, rulesText(before), rulesText(after));
}

void Differ::choice(const std::string& id, const Choice& before, const Choice& after) {
    text(id, "title", before.title, after.title);
    text(id, "description", before.description, after.description);
    resource(id, "helpfulResource", before.helpfulResource, after.helpfulResource);
    resource(id, "improvementPlan", before.improvementPlan, after.improvementPlan);
    text(id, "additionalResources", additionalText(before), additionalText(after));
}

/// A resource without text and link is the same as none.
void Differ::resource(const std::string& id, const std::string& field, const std::optional<Resource>& before,
                      const std::optional<Resource>& after) {
    const Resource old = before.value_or(Resource{});
    const Resource now = after.value_or(Resource{});
    text(id, field + ".displayText", old.displayText, now.displayText);
    text(id, field + ".url", old.url, now.url);
}

} // namespace

std::string_view toText(ChangeKind kind) noexcept {
    switch (kind) {
    case ChangeKind::New:
        return "new";
    case ChangeKind::Removed:
        return "removed";
    case ChangeKind::Changed:
        return "changed";
    case ChangeKind::Moved:
        break;
    }
    return "moved";
}

std::string_view toText(ChangeLevel level) noexcept {
    switch (level) {
    case ChangeLevel::Lens:
        return "lens";
    case ChangeLevel::Pillar:
        return "pillar";
    case ChangeLevel::Question:
        return "question";
    case ChangeLevel::Choice:
        return "choice";
    case ChangeLevel::Text:
        return "text";
    case ChangeLevel::Rules:
        break;
    }
    return "rules";
}

std::vector<Change> diff(const Lens& before, const Lens& after) {
    return Differ(before, after).run();
}

} // namespace plumb::lens
