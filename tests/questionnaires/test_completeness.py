# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing is left out of the built-in questionnaires: official ids, cards, texts, links, severities, and their size."""
import copy
import csv
import re
import unittest

from support import BUILT_IN, EXAMPLE, ROOT, SHARED, Case, load, name_of, pointer

OUTLINE = SHARED / "domain" / "ai-lens-outline.txt"
LEVELS = SHARED / "domain" / "ai-best-practice-levels.csv"
MOST_BYTES = 500_000  # of a file that AWS imports
LEAST = {"generative-ai": (29, 90), "machine-learning": (35, 120), "responsible-ai": (28, 110)}
QUICK_SCAN_QUESTIONS = 15


def questions_of(lens):
    for p, pillar in enumerate(lens["pillars"]):
        for q, question in enumerate(pillar["questions"]):
            yield ("pillars", p, "questions", q), question


def practices_of(question):
    """(index, choice) of every choice that is no none-choice."""
    return [(i, c) for i, c in enumerate(question["choices"]) if not c["id"].endswith("_no")]


def is_text(value):
    return isinstance(value, str) and bool(value.strip())


def are_texts(value, least, most=99):
    return isinstance(value, list) and least <= len(value) <= most and all(map(is_text, value))


def question_faults(entry, has_phases):
    """(key, what is wrong) of a question of the overlay."""
    card = entry.get("card", {})
    checks = {
        "shortTitle": is_text(entry.get("shortTitle")),
        "card/opening": is_text(card.get("opening")),
        "card/probes": are_texts(card.get("probes"), 3, 5),
        "card/redFlags": are_texts(card.get("redFlags"), 2, 4),
        "card/good": is_text(card.get("good")),
        "evidence": are_texts(entry.get("evidence"), 1),
        "weight": entry.get("weight", 0) in (1, 2, 3),
        "phase": is_text(entry.get("phase")) or not has_phases,
        "framework": is_text(entry.get("framework")),
        "likelihood": entry.get("likelihood") in range(1, 6),
        "impact": entry.get("impact") in range(1, 6),
        "effort": entry.get("effort") in ("S", "M", "L"),
        "finding/title": 1 <= len(entry.get("finding", {}).get("title", "")) <= 60,
        "finding/consequence": bool(entry.get("finding", {}).get("consequence")),
    }
    return [key for key, fine in checks.items() if not fine]


def resource_faults(choice):
    for key in ("helpfulResource", "improvementPlan"):
        resource = choice.get(key, {})
        if not is_text(resource.get("displayText")):
            yield f"{key}/displayText"
        if not re.match(r"https://[\w.-]+/", resource.get("url", "")):
            yield f"{key}/url"


def practice_faults(entry):
    if entry.get("severity") not in ("high", "medium", "low"):
        yield "severity"
    if not are_texts(entry.get("tags"), 1):
        yield "tags"


def gaps(lens, overlay):
    """(file, pointer, what) of everything that is not there."""
    for pillar in lens["pillars"]:
        if not is_text(overlay["pillars"].get(pillar["id"], {}).get("failureMode")):
            yield "overlay.json", pointer(("pillars", pillar["id"])), "no failureMode"
    for place, question in questions_of(lens):
        entry = overlay["questions"].get(question["id"], {})
        at = ("questions", question["id"])
        for key in question_faults(entry, bool(overlay.get("phases"))):
            yield "overlay.json", pointer(at) + "/" + key, "missing, or too few or too many"
        for index, choice in practices_of(question):
            for key in resource_faults(choice):
                yield "lens.json", pointer(place + ("choices", index)) + "/" + key, "missing"
            for key in practice_faults(entry.get("choices", {}).get(choice["id"], {})):
                yield "overlay.json", pointer(at + ("choices", choice["id"])) + "/" + key, "missing"


def strays(lens, overlay):
    """Pointers of what the overlay names and the lens has not."""
    known = {question["id"]: {c["id"] for c in question["choices"]} for _, question in questions_of(lens)}
    for pillar in set(overlay["pillars"]) - {pillar["id"] for pillar in lens["pillars"]}:
        yield pointer(("pillars", pillar))
    for question, entry in overlay["questions"].items():
        if question not in known:
            yield pointer(("questions", question))
            continue
        for choice in set(entry["choices"]) - known[question]:
            yield pointer(("questions", question, "choices", choice))


def references(overlay):
    """(pointer, id) of every reference."""
    for question, entry in overlay["questions"].items():
        for choice, inner in entry["choices"].items():
            for index, reference in enumerate(inner.get("references", [])):
                yield pointer(("questions", question, "choices", choice, "references", index)), reference


def official_ids():
    """{lens: ids} of the outline and of the list of levels together."""
    for path in (OUTLINE, LEVELS):
        if not path.is_file():
            raise unittest.SkipTest(f"the list of official ids is not here ({path})")
    ids = {}
    for part in re.split(r"^##### ", OUTLINE.read_text("utf-8"), flags=re.M)[1:]:
        lens = part.split(" Lens", 1)[0].lower().replace(" ", "-")
        ids[lens] = set(re.findall(r"^ +- (\w+) \|", part, flags=re.M))
    with LEVELS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            ids.setdefault(row["lens"], set()).add(row["best_practice"].replace("-", "_"))
    return ids


def reference_faults(overlay, wanted, known):
    """Official ids that nothing names, and references that no official lens has."""
    named = list(references(overlay))
    for missing in sorted(wanted - {reference for _, reference in named}):
        yield "/questions", f"no practice names {missing}"
    for place, reference in named:
        if reference not in known:
            yield place, f"\"{reference}\" is no official id"


class Completeness(Case):
    @classmethod
    def setUpClass(cls):
        cls.pairs = {}
        for name in BUILT_IN:
            folder = ROOT / "questionnaires" / name
            cls.pairs[name] = (load(folder / "lens.json"), load(folder / "overlay.json"))

    def test_nothing_is_missing(self):
        self.none(f"questionnaires/{name}/{file} {place}: {what}" for name, (lens, overlay) in self.pairs.items()
                  for file, place, what in gaps(lens, overlay))

    def test_the_overlay_names_only_what_the_lens_has(self):
        self.none(f"questionnaires/{name}/overlay.json {place}: the lens has no such id"
                  for name, (lens, overlay) in self.pairs.items() for place in strays(lens, overlay))

    def test_every_official_id_is_covered_and_every_reference_is_one(self):
        ids = official_ids()
        self.assertEqual({name: len(ids[name]) for name in LEAST},
                         {"generative-ai": 51, "machine-learning": 105, "responsible-ai": 99})
        known = set().union(*ids.values())
        self.none(f"questionnaires/{name}/overlay.json {place}: {what}" for name, (_, overlay) in self.pairs.items()
                  for place, what in reference_faults(overlay, ids.get(name, set()), known))

    def test_there_are_enough_questions_and_practices(self):
        counts = {name: (sum(1 for _ in questions_of(lens)), sum(len(practices_of(q)) for _, q in questions_of(lens)))
                  for name, (lens, _) in self.pairs.items()}
        self.none(f"questionnaires/{name}/lens.json /pillars: {counts[name]} questions and practices, {least} wanted"
                  for name, least in LEAST.items() if counts[name][0] < least[0] or counts[name][1] < least[1])
        self.assertEqual(counts["ai-quick-scan"][0], QUICK_SCAN_QUESTIONS)

    def test_the_quick_scan_has_five_signs(self):
        lens, overlay = self.pairs["ai-quick-scan"]
        choices = {q["id"]: {c["id"] for c in q["choices"]} for _, q in questions_of(lens)}
        signs = overlay["readiness"]["signs"]
        self.assertEqual(len(signs), 5)
        self.none(f"questionnaires/ai-quick-scan/overlay.json /readiness/signs/{i}: question or choices unknown"
                  for i, sign in enumerate(signs) if not set(sign["choices"]) <= choices.get(sign["question"], set()))

    def test_every_question_ends_with_a_none_choice(self):
        self.none(f"questionnaires/{name}/lens.json {pointer(place)}/choices: the last is not \"None of these\""
                  for name, (lens, _) in self.pairs.items() for place, question in questions_of(lens)
                  if question["choices"][-1] != {"id": "none_no", "title": "None of these"})

    def test_aws_would_take_their_size(self):
        paths = [ROOT / "questionnaires" / name / "lens.json" for name in BUILT_IN]
        self.none(f"{name_of(path)} (whole file): {path.stat().st_size} bytes" for path in paths
                  if path.stat().st_size > MOST_BYTES)


class TheCheckCanFail(Case):
    """Each thing taken out of a complete pair is named at its place."""

    def setUp(self):
        self.lens, self.overlay = load(EXAMPLE / "lens.json"), load(EXAMPLE / "overlay.json")
        self.entry = self.overlay["questions"]["VB_HANDOVER"]

    def found(self):
        return [f"{file} {place}" for file, place, _ in gaps(self.lens, self.overlay)]

    def test_the_example_is_complete(self):
        self.assertEqual(self.found(), [])
        self.assertEqual(list(strays(self.lens, self.overlay)), [])

    def test_keys_of_a_question(self):
        complete = copy.deepcopy(self.entry)
        for key in ("shortTitle", "card", "evidence", "weight", "phase", "framework", "likelihood", "impact", "effort",
                    "finding"):
            self.overlay["questions"]["VB_HANDOVER"] = {k: v for k, v in complete.items() if k != key}
            found = self.found()
            self.assertTrue(found and all(f"/questions/VB_HANDOVER/{key}" in line for line in found), (key, found))

    def test_a_card_with_two_probes_and_five_red_flags(self):
        self.entry["card"]["probes"].pop()
        self.entry["card"]["redFlags"] = ["x"] * 5
        at = "overlay.json /questions/VB_HANDOVER/card/"
        self.assertEqual(self.found(), [at + "probes", at + "redFlags"])

    def test_texts_of_a_practice(self):
        choice = self.lens["pillars"][0]["questions"][1]["choices"][2]
        choice["helpfulResource"]["url"] = ""
        choice["improvementPlan"]["displayText"] = " "
        del self.overlay["questions"]["VB_RECORDING"]["choices"]["deletion_rule"]["severity"]
        at = "/pillars/0/questions/1/choices/2/"
        self.assertEqual(self.found(), [f"lens.json {at}helpfulResource/url",
                                        f"lens.json {at}improvementPlan/displayText",
                                        "overlay.json /questions/VB_RECORDING/choices/deletion_rule/severity"])

    def test_a_pillar_without_failure_mode(self):
        del self.overlay["pillars"]["calls"]
        self.assertEqual(self.found(), ["overlay.json /pillars/calls"])

    def test_ids_that_the_lens_has_not(self):
        self.entry["choices"]["gone"] = {}
        self.overlay["questions"]["VB_GONE"] = {}
        self.assertEqual(list(strays(self.lens, self.overlay)),
                         ["/questions/VB_HANDOVER/choices/gone", "/questions/VB_GONE"])

    def test_references(self):
        known = {"GENREL03_BP01", "GENOPS01_BP02", "GENSEC04_BP02", "GENSEC01_BP04"}
        self.assertEqual(list(reference_faults(self.overlay, known, known)), [])
        self.entry["choices"]["exit_phrase"]["references"] = ["GENREL03_BP99"]
        found = list(reference_faults(self.overlay, known, known))
        self.assertEqual(found[0], ("/questions", "no practice names GENREL03_BP01"))
        self.assertEqual(found[1][0], "/questions/VB_HANDOVER/choices/exit_phrase/references/0")


if __name__ == "__main__":
    unittest.main()
