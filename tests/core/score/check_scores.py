#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A second implementation of score/1, written from the text of the method alone (docs/scoring.md).

    check_scores.py --probe score_probe --corpus FOLDER --scratch FOLDER [--seed N]
        compares with core/score on every lens of the corpus and on made-up lenses, with random answers
    check_scores.py --lens LENS.json --answers ANSWERS.json [--overlay OVERLAY.json]
        prints risks and scores of one set of answers

Answers: {"QUESTION": {"applicable": true, "basis": "shown", "choices": {"CHOICE": "selected" | "notApplicable"}}}
It shares no code with the program and must not be "fixed" by reading the program.
"""
import argparse
import json
import pathlib
import random
import re
import subprocess
import sys

FRAMEWORK = ["operationalExcellence", "security", "reliability", "performance", "costOptimization", "sustainability"]
LEVELS = ["NONE", "MEDIUM", "HIGH"]
PENALTY = {"NONE": 0.0, "MEDIUM": 0.5, "HIGH": 1.0}
SEVERITY = {"high": 3, "medium": 2, "low": 1}
TOKEN = re.compile(r"\s*(&&|\|\||!|\(|\)|[A-Za-z0-9_]+)")


# Conditions: ("id", name), ("not", node), ("and", nodes), ("or", nodes), or None for default.

def parse(text):
    if text.strip() == "default":
        return None
    tokens, at = [], 0
    text = text.rstrip()
    while at < len(text):
        match = TOKEN.match(text, at)
        if not match:
            raise ValueError(f"condition {text!r}: offset {at}")
        tokens.append(match.group(1))
        at = match.end()
    tokens.reverse()

    def chain(separator, kind, part):
        nodes = [part()]
        while tokens and tokens[-1] == separator:
            tokens.pop()
            nodes.append(part())
        return nodes[0] if len(nodes) == 1 else (kind, nodes)

    def unary():
        token = tokens.pop()
        if token == "!":
            return ("not", unary())
        if token == "(":
            node = either()
            if tokens.pop() != ")":
                raise ValueError(text)
            return node
        return ("id", token)

    def both():
        return chain("&&", "and", unary)

    def either():
        return chain("||", "or", both)

    tree = either()
    if tokens:
        raise ValueError(f"condition {text!r}: {tokens}")
    return tree


def holds(node, selected, excluded, place="alone"):
    """The value of a condition; `place` is the operator that the node is a term of."""
    if node is None:
        return True
    kind, body = node
    if kind == "id":
        if body in excluded:
            return place != "or"
        return body in selected
    if kind == "not":
        if body[0] == "id" and body[1] in excluded:
            return place == "and"
        return not holds(body, selected, excluded)
    values = [holds(part, selected, excluded, kind) for part in body]
    return all(values) if kind == "and" else any(values)


def is_none(choice):
    return choice["id"].endswith("_no") or bool(
        re.match(r"none of (these|the above|above|them)\b", choice.get("title", ""), re.I | re.A))


def level_of(rule):
    return {"NO_RISK": "NONE", "MEDIUM_RISK": "MEDIUM", "HIGH_RISK": "HIGH"}[rule["risk"]]


def reachable(question, rules):
    """Lowest and highest level over every set of practices, the empty one included, and every none-choice alone.

    One Python integer holds the truth table of a term, one bit a set of practices.
    """
    practices = [c["id"] for c in question["choices"] if not is_none(c)]
    count = 1 << len(practices)
    everything = (1 << count) - 1
    columns = {}
    for i, practice in enumerate(practices):
        period = 1 << (i + 1)
        block = ((1 << (1 << i)) - 1) << (1 << i)
        column, width = block, period
        while width < count:
            column |= column << width
            width *= 2
        columns[practice] = column

    def table(node):
        if node is None:
            return everything
        kind, body = node
        if kind == "id":
            return columns.get(body, 0)
        if kind == "not":
            return everything & ~table(body)
        result = everything if kind == "and" else 0
        for part in body:
            result = result & table(part) if kind == "and" else result | table(part)
        return result

    levels, open_states = set(), everything
    for condition, level in rules:
        true_here = table(condition) & open_states
        if true_here:
            levels.add(level)
        open_states &= ~true_here
    for choice in question["choices"]:
        if is_none(choice):
            levels.update(level for condition, level in
                          [next((r for r in rules if holds(r[0], {choice["id"]}, set())), (None, None))]
                          if level is not None)
    order = sorted(levels, key=LEVELS.index)
    return (order[0], order[-1]) if order else ("NONE", "HIGH")


class Questionnaire:
    def __init__(self, lens, overlay=None):
        self.overlay = overlay or {}
        self.pillars = [(p["id"], [q["id"] for q in p["questions"]]) for p in lens["pillars"]]
        self.questions = {q["id"]: q for p in lens["pillars"] for q in p["questions"]}
        self.pillar_of = {q: p for p, ids in self.pillars for q in ids}
        self.rules = {i: [(parse(r["condition"]), level_of(r)) for r in q["riskRules"]]
                      for i, q in self.questions.items()}
        self.reach = {i: reachable(q, self.rules[i]) for i, q in self.questions.items()}

    def of_question(self, question):
        return self.overlay.get("questions", {}).get(question, {})

    def framework(self, question):
        pillar = self.pillar_of[question]
        return (self.of_question(question).get("framework")
                or self.overlay.get("pillars", {}).get(pillar, {}).get("framework")
                or (pillar if pillar in FRAMEWORK else ""))

    def split(self, question, answer):
        known = {c["id"] for c in self.questions[question]["choices"]}
        given = {c: s for c, s in answer.get("choices", {}).items() if c in known}
        return ({c for c, s in given.items() if s == "selected"}, {c for c, s in given.items() if s == "notApplicable"})

    def risk(self, question, answer):
        if not answer.get("applicable", True):
            return "NOT_APPLICABLE"
        selected, excluded = self.split(question, answer)
        if not selected and not excluded:
            return "UNANSWERED"
        for condition, level in self.rules[question]:
            if holds(condition, selected, excluded):
                return level
        return "UNMATCHED"

    def scope(self, ids, answers):
        risks = {i: self.risk(i, answers.get(i, {})) for i in ids}
        weight = {i: self.of_question(i).get("weight", 1.0) for i in ids}
        applicable = [i for i in ids if risks[i] != "NOT_APPLICABLE"]
        answered = [i for i in applicable if risks[i] != "UNANSWERED"]
        level = {i: self.reach[i][1] if risks[i] == "UNMATCHED" else risks[i] for i in answered}

        def points(questions, levels):
            total = sum(weight[i] for i in questions)
            return 100 * (1 - sum(weight[i] * PENALTY[levels[i]] for i in questions) / total) if questions else None

        verified = [i for i in answered if answers[i].get("basis") in ("shown", "verified")]
        low = {i: level.get(i, self.reach[i][1]) for i in applicable}
        high = {i: level.get(i, self.reach[i][0]) for i in applicable}
        score = points(answered, level)
        coverage = sum(weight[i] for i in answered) / sum(weight[i] for i in applicable) if applicable else 0.0
        worst_open = max(level.values(), key=LEVELS.index) if level else "UNANSWERED"
        counted = {name: sum(1 for i in ids if risks[i] == state) for name, state in
                   (("high", "HIGH"), ("medium", "MEDIUM"), ("none", "NONE"), ("unmatched", "UNMATCHED"),
                    ("notApplicable", "NOT_APPLICABLE"))}
        return {"score": score, "worst": points(applicable, low) if applicable else 0.0,
                "best": points(applicable, high) if applicable else 100.0, "coverage": coverage,
                "verified": points(verified, level), "practiceCoverage": self.practices(applicable, answers),
                "label": self.label(score, coverage, worst_open), "questions": len(ids),
                "applicable": len(applicable), "answered": len(answered), **counted, "worstOpen": worst_open}

    @staticmethod
    def label(score, coverage, worst_open):
        if score is None:
            return None
        if worst_open == "HIGH":
            return "at risk"
        if worst_open == "MEDIUM" or score < 80:
            return "needs work"
        return "sound" if score >= 80 and coverage >= 0.9 - 1e-9 else "needs work"

    def practices(self, applicable, answers):
        in_place = total = 0
        for i in applicable:
            selected, excluded = self.split(i, answers.get(i, {}))
            severities = self.of_question(i).get("choices", {})
            for choice in self.questions[i]["choices"]:
                if is_none(choice) or choice["id"] in excluded:
                    continue
                weight = SEVERITY[severities.get(choice["id"], {}).get("severity", "low")]
                total += weight
                in_place += weight if choice["id"] in selected else 0
        return in_place / total if total else None

    def readiness(self, answers):
        signs = []
        for sign in self.overlay.get("readiness", {}).get("signs", []):
            answer = answers.get(sign["question"], {})
            selected, excluded = self.split(sign["question"], answer)
            settled = [c in selected or c in excluded for c in sign["choices"]]
            if not answer.get("applicable", True) or all(settled):
                status = "in place"
            elif any(settled):
                status = "partly"
            else:
                status = "missing" if selected or excluded else "unanswered"
            signs.append({"id": sign["id"], "status": status})
        states = {s["status"] for s in signs}
        verdict = ("not determined" if not signs or "unanswered" in states
                   else "production" if states == {"in place"} else "proof of concept")
        return {"verdict": verdict, "signs": signs}

    def compute(self, answers):
        groups = [("pillar", p, ids) for p, ids in self.pillars]
        groups += [("phase", ph["id"], [i for i in self.questions if self.of_question(i).get("phase") == ph["id"]])
                   for ph in self.overlay.get("phases", [])]
        groups += [("framework", f, [i for i in self.questions if self.framework(i) == f]) for f in FRAMEWORK]
        return {"overall": self.scope(list(self.questions), answers),
                "questions": {i: {"risk": self.risk(i, answers.get(i, {})), "worst": self.reach[i][1],
                                  "best": self.reach[i][0]} for i in self.questions},
                "groups": [{"by": by, "id": i, "score": self.scope(ids, answers)} for by, i, ids in groups if ids],
                "readiness": self.readiness(answers)}


# Made-up input.

def random_condition(rng, ids, depth):
    if depth == 0 or rng.random() < 0.35:
        name = rng.choice(ids)
        return ("!" if rng.random() < 0.2 else "") + (f"( {name} )" if rng.random() < 0.1 else name)
    space = rng.choice(["", " ", "  "])
    operator = rng.choice(["&&", "||"])
    parts = [random_condition(rng, ids, depth - 1) for _ in range(rng.randint(2, 3))]
    text = (space + operator + space).join(p if re.fullmatch(r"!?\w+", p) or rng.random() < 0.3 else f"({p})"
                                           for p in parts)
    return f"!({text})" if rng.random() < 0.1 else text


def random_lens(rng, number):
    pillars = []
    for p in range(rng.randint(1, 4)):
        questions = []
        for q in range(rng.randint(1, 5)):
            name = f"q{p}{q}"
            choices = [{"id": f"{name}_{c}", "title": f"Choice {c}"} for c in range(rng.randint(1, 7))]
            if rng.random() < 0.5:
                choices.append({"id": f"{name}_no", "title": "Nothing yet"})
            elif rng.random() < 0.3:
                choices.append({"id": f"{name}_x", "title": rng.choice(["None of these", "NONE OF THEM, sadly"])})
            ids = [c["id"] for c in choices]
            rules = [{"condition": random_condition(rng, ids, rng.randint(0, 3)), "risk": level}
                     for level in rng.sample(["NO_RISK", "MEDIUM_RISK", "HIGH_RISK"], rng.randint(1, 3))]
            if rng.random() < 0.6:
                rules[-1]["condition"] = "default"
            for choice in choices:
                choice["improvementPlan"] = {"displayText": "Do it"}
            questions.append({"id": name, "title": name, "description": name, "choices": choices, "riskRules": rules})
        pillars.append({"id": FRAMEWORK[p] if rng.random() < 0.5 else f"own{p}", "name": f"P{p}",
                        "questions": questions})
    return {"schemaVersion": "2021-11-01", "name": f"Made up {number}", "description": "Made up", "pillars": pillars}


def random_overlay(rng, lens):
    phases = [{"id": f"phase{i}", "name": f"Phase {i}"} for i in range(rng.randint(1, 3))]
    overlay = {"phases": phases, "pillars": {}, "questions": {}, "readiness": {"signs": []}}
    for pillar in lens["pillars"]:
        if rng.random() < 0.5:
            overlay["pillars"][pillar["id"]] = {"framework": rng.choice(FRAMEWORK)}
        for question in pillar["questions"]:
            own = {"weight": rng.choice([0.5, 1, 1.3, 2, 3])} if rng.random() < 0.7 else {}
            if rng.random() < 0.6:
                own["phase"] = rng.choice(phases)["id"]
            if rng.random() < 0.2:
                own["framework"] = rng.choice(FRAMEWORK)
            own["choices"] = {c["id"]: {"severity": rng.choice(list(SEVERITY))} for c in question["choices"]
                              if rng.random() < 0.6}
            overlay["questions"][question["id"]] = own
            ids = [c["id"] for c in question["choices"]]
            if rng.random() < 0.15:
                overlay["readiness"]["signs"].append(
                    {"id": f"sign_{question['id']}", "name": "Sign", "question": question["id"], "missing": "Missing",
                     "choices": rng.sample(ids, min(len(ids), rng.randint(1, 2)))})
    return overlay


def random_answers(rng, lens):
    answers = {}
    answered, ticked, excluded = rng.choice([0.3, 0.95, 1.0]), rng.random(), rng.choice([0, 0.15, 0.5])
    for pillar in lens["pillars"]:
        for question in pillar["questions"]:
            if rng.random() > answered:
                continue
            choices = {}
            for choice in question["choices"]:
                if rng.random() < excluded and not is_none(choice):
                    choices[choice["id"]] = "notApplicable"
                elif rng.random() < ticked * (0.2 if is_none(choice) else 1):
                    choices[choice["id"]] = "selected"
            answers[question["id"]] = {"applicable": rng.random() > 0.08, "choices": choices,
                                       "basis": rng.choice(["", "said", "shown", "verified"])}
    return answers


# Comparison.

def differences(ours, theirs, path=""):
    if isinstance(ours, dict) and isinstance(theirs, dict):
        for key in sorted(ours.keys() | theirs.keys()):
            yield from differences(ours.get(key, "absent"), theirs.get(key, "absent"), f"{path}/{key}")
    elif isinstance(ours, list) and isinstance(theirs, list) and len(ours) == len(theirs):
        for i, (one, other) in enumerate(zip(ours, theirs)):
            yield from differences(one, other, f"{path}/{i}")
    elif isinstance(ours, (int, float)) and isinstance(theirs, (int, float)):
        if abs(ours - theirs) > 1e-9:
            yield f"{path}: expected {ours}, got {theirs}"
    elif ours != theirs:
        yield f"{path}: expected {ours}, got {theirs}"


def make_cases(rng, corpus, scratch):
    """(lens path, lens) of the corpus and of made-up files, each with overlays and answers."""
    lenses = [(p, json.loads(p.read_text("utf-8-sig"))) for p in sorted(corpus.glob("*.json"))
              if p.name != "EXPECTED_LINT.json"]
    found = len(lenses)
    for number in range(50):
        path = scratch / f"lens{number}.json"
        lens = random_lens(rng, number)
        path.write_text(json.dumps(lens), "utf-8")
        lenses.append((path, lens))
    cases = []
    for number, (path, lens) in enumerate(lenses):
        plain = Questionnaire(lens)
        for i in range(5):
            overlay = random_overlay(rng, lens) if i % 2 else None
            overlay_path = scratch / f"overlay{number}_{i}.json"
            if overlay:
                overlay_path.write_text(json.dumps(overlay), "utf-8")
            plain.overlay = overlay or {}
            answers = random_answers(rng, lens)
            cases.append(({"lens": str(path), "overlay": str(overlay_path) if overlay else "", "answers": answers},
                          plain.compute(answers)))
    return found, cases


def compare(options):
    scratch = pathlib.Path(options.scratch)
    scratch.mkdir(parents=True, exist_ok=True)
    found, cases = make_cases(random.Random(options.seed), pathlib.Path(options.corpus), scratch)
    answer = subprocess.run([options.probe], input=json.dumps({"cases": [c for c, _ in cases]}), text=True,
                            stdout=subprocess.PIPE, check=False, encoding="utf-8")
    if answer.returncode:
        return f"score_probe ended with {answer.returncode}"
    wrong = 0
    for (case, ours), theirs in zip(cases, json.loads(answer.stdout)["cases"], strict=True):
        found_here = list(differences(ours, theirs))
        if found_here:
            wrong += 1
            print(case["lens"], case["overlay"], *found_here[:5], sep="\n  ")
            print("  answers:", json.dumps(case["answers"])[:2000])
    seen = {q["risk"] for _, ours in cases for q in ours["questions"].values()}
    labels = {scope["label"] for _, ours in cases for scope in [ours["overall"], *(g["score"] for g in ours["groups"])]}
    verdicts = {ours["readiness"]["verdict"] for _, ours in cases}
    print(f"{len(cases)} cases, {found} corpus lenses, states {sorted(seen)}, labels {sorted(map(str, labels))}, "
          f"verdicts {sorted(verdicts)}, {wrong} wrong")
    if len(seen) != 6 or len(labels) != 4 or len(verdicts) != 3:
        return "the random cases do not reach every state, label and verdict"
    return f"{wrong} cases differ" if wrong else None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("probe", "corpus", "scratch", "lens", "answers", "overlay"):
        parser.add_argument("--" + name)
    parser.add_argument("--seed", type=int, default=20260801)
    options = parser.parse_args()
    if options.lens and options.answers:
        def read(path):
            return json.loads(pathlib.Path(path).read_text("utf-8-sig"))
        lens = Questionnaire(read(options.lens), read(options.overlay) if options.overlay else None)
        json.dump(lens.compute(read(options.answers)), sys.stdout, indent=2)
        return None
    if not (options.probe and options.corpus and options.scratch):
        parser.error("give --probe, --corpus and --scratch, or --lens and --answers")
    return compare(options)


if __name__ == "__main__":
    sys.exit(main())
