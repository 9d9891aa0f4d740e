# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""resources/schema says what the program accepts: on our files, on the corpus, and on files broken on purpose."""
import copy
import json
import re
import sys
import tempfile
import unicodedata
import unittest
from pathlib import Path

from support import ROOT, EXAMPLE, Case, corpus_lenses, folders, lint, load, name_of, pointer

try:
    from jsonschema import Draft202012Validator
except ImportError:
    sys.exit("test_schemas.py needs python3-jsonschema (packaging/install-deps test)")

SCHEMAS = {kind: load(ROOT / "resources" / "schema" / f"{kind}.schema.json") for kind in ("lens", "overlay")}

# What the program says of a lens and a schema can't: bytes, ids that stand twice, and conditions as a grammar.
BEYOND_SCHEMA = {"A001", "A003", "A007", "A012", "A013"}


def faults(kind, document):
    """Pointers of what the schema refuses, with the message cut to a line."""
    found = Draft202012Validator(SCHEMAS[kind]).iter_errors(document)
    return [(pointer(error.absolute_path), error.message[:160]) for error in found]


def lines(path, found):
    return [f"{name_of(path)} {place or '(whole file)'}: {message}" for place, message in found]


def edited(document, place, value):
    """A copy with the value at a place, or without it when the value is None."""
    document = copy.deepcopy(document)
    *above, last = place
    at = document
    for key in above:
        at = at[key]
    if value is None:
        del at[last]
    else:
        at[last] = value
    return document


PILLAR = ("pillars", 0)
QUESTION = PILLAR + ("questions", 0)
CHOICE = QUESTION + ("choices", 0)
RULE = QUESTION + ("riskRules", 0)

# name: (place, value, message id of the program)
BROKEN_LENSES = {
    "version": (("schemaVersion",), "2022-11-01", "A002"),
    "no name": (("name",), None, "A004"),
    "empty description": (("description",), "", "A004"),
    "long title": (QUESTION + ("title",), "x" * 129, "A004"),
    "long text": (CHOICE + ("helpfulResource", "displayText"), "x" * 2049, "A004"),
    "number as title": (CHOICE + ("title",), 7, "A004"),
    "unknown risk": (RULE + ("risk",), "LOW_RISK", "A004"),
    "unknown type": (CHOICE + ("additionalResources",), [{"type": "VIDEO", "content": []}], "A004"),
    "short id": (QUESTION + ("id",), "Q1", "A005"),
    "hyphen in an id": (PILLAR + ("id",), "cost-optimization", "A005"),
    "no pillars": (("pillars",), [], "A006"),
    "16 choices": (QUESTION + ("choices",), [{"id": f"c{i:02}_no", "title": "T"} for i in range(16)], "A006"),
    "6 resources": (CHOICE + ("additionalResources",),
                    [{"type": "IMPROVEMENT_PLAN", "content": [{"displayText": "x"}] * 6}], "A006"),
    "two rules of a level": (QUESTION + ("riskRules", 1, "risk"), "NO_RISK", "A006"),
    "percent in a title": (CHOICE + ("title",), "90% are cached", "A008"),
    "long dash": (("name",), "Lens \u2013 new", "A008"),
    "no improvement plan": (CHOICE + ("improvementPlan",), None, "A009"),
    "ftp link": (CHOICE + ("helpfulResource", "url"), "ftp://example.com", "A010"),
    "link without text": (QUESTION + ("helpfulResource",), {"url": "https://example.com"}, "A010"),
    "no default": (QUESTION + ("riskRules", 2, "condition"), "none_no", "A011"),
    "equals sign": (RULE + ("condition",), "a = b", "A012"),
}


def overlay_places(overlay):
    question = ("questions", next(iter(overlay["questions"])))
    return question, question + ("choices", next(iter(overlay["questions"][question[1]]["choices"])))


def broken_overlays(overlay):
    question, choice = overlay_places(overlay)
    pillar = ("pillars", next(iter(overlay["pillars"])))
    return {
        "version": (("overlayVersion",), 2, "O001"),
        "phases": (("phases",), {}, "O001"),
        "phase without id": (("phases", 0), {"name": "x"}, "O001"),
        "pillar": (pillar, "x", "O001"),
        "pillar framework": (pillar + ("framework",), "safety", "O003"),
        "question": (question, [], "O001"),
        "long short title": (question + ("shortTitle",), "x" * 29, "O001"),
        "framework": (question + ("framework",), "cost", "O003"),
        "weight zero": (question + ("weight",), 0, "O002"),
        "weight as text": (question + ("weight",), "2", "O001"),
        "likelihood 6": (question + ("likelihood",), 6, "O002"),
        "impact half": (question + ("impact",), 2.5, "O001"),
        "effort": (question + ("effort",), "XL", "O001"),
        "probe": (question + ("card", "probes"), [1], "O001"),
        "evidence": (question + ("evidence",), "bill", "O001"),
        "severity": (choice + ("severity",), "critical", "O001"),
        "references": (choice + ("references",), "GENSEC01_BP01", "O001"),
        "sign without choices": (("readiness",), {"signs": [{"id": "s", "question": "Q", "choices": []}]}, "O001"),
    }


class Schemas(Case):
    def test_they_are_schemas(self):
        for schema in SCHEMAS.values():
            Draft202012Validator.check_schema(schema)

    def test_every_key_is_described(self):
        found = []
        for kind, schema in SCHEMAS.items():
            nodes = {"": schema, **{f"/$defs/{name}": node for name, node in schema["$defs"].items()}}
            for place, node in nodes.items():
                for key, value in node.get("properties", {}).items():
                    target = schema["$defs"][value["$ref"].rsplit("/", 1)[1]] if "$ref" in value else {}
                    if not ("description" in value or "description" in target):
                        found.append(f"resources/schema/{kind}.schema.json {place}/properties/{key}: no description")
        self.none(found)

    def test_our_files_follow_them(self):
        found = []
        for folder in folders():
            for kind in SCHEMAS:
                path = folder / f"{kind}.json"
                found += lines(path, faults(kind, load(path)))
        self.none(found)

    def test_broken_lenses_are_refused(self):
        lens = load(EXAMPLE / "lens.json")
        self.none(f"the variant \"{name}\" passes" for name, (place, value, _) in BROKEN_LENSES.items()
                  if not faults("lens", edited(lens, place, value)))

    def test_broken_overlays_are_refused(self):
        overlay = load(EXAMPLE / "overlay.json")
        self.none(f"the variant \"{name}\" passes" for name, (place, value, _) in broken_overlays(overlay).items()
                  if not faults("overlay", edited(overlay, place, value)))

    def test_other_keys_are_allowed(self):
        lens = edited(load(EXAMPLE / "lens.json"), CHOICE + ("description",), "x")
        self.assertEqual(faults("lens", edited(lens, ("_version",), 3)), [])
        overlay = load(EXAMPLE / "overlay.json")
        self.assertEqual(faults("overlay", edited(overlay, ("note",), {"any": 1})), [])

    def test_no_letter_is_refused_and_signs_are(self):
        pattern = re.compile(SCHEMAS["lens"]["$defs"]["plainCharacters"]["pattern"])
        every = [chr(c) for c in range(0x110000) if not 0xD800 <= c <= 0xDFFF]
        letters = [c for c in every if unicodedata.category(c)[0] in "LM" or unicodedata.category(c) == "Nd"]
        self.assertTrue(pattern.search("".join(letters) + " \n-_.,:/()@!&#+'?\u2019"))
        blocks = list(range(0x100)) + list(range(0x2000, 0x2C00)) + list(range(0x1F300, 0x1F600))
        allowed = set(letters) | set(" \n-_.,:/()@!&#+'?\u2019")
        self.none(f"U+{c:04X} {unicodedata.name(chr(c), 'unnamed')} is not refused" for c in blocks
                  if chr(c) not in allowed and pattern.search(chr(c)))


class AgreementWithTheProgram(Case):
    """What the schema refuses, `lens lint` refuses, and the other way round."""

    def messages(self, kind, document):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "file.json"
            file.write_text(json.dumps(document), "utf-8")
            if kind == "lens":
                return {message["id"] for message in lint(file)[str(file)]["messages"]}
            lens = EXAMPLE / "lens.json"
            return {message["id"] for message in lint(lens, "--overlay", file)[str(lens)]["overlay"]["messages"]}

    def test_on_broken_lenses(self):
        lens = load(EXAMPLE / "lens.json")
        for name, (place, value, wanted) in BROKEN_LENSES.items():
            self.assertIn(wanted, self.messages("lens", edited(lens, place, value)), name)

    def test_on_broken_overlays(self):
        overlay = load(EXAMPLE / "overlay.json")
        for name, (place, value, wanted) in broken_overlays(overlay).items():
            self.assertIn(wanted, self.messages("overlay", edited(overlay, place, value)), name)

    def test_on_the_corpus(self):
        """23 published lenses: a lens passes the schema exactly when lint has no A message that a schema can say."""
        paths = corpus_lenses()
        said = lint(*paths)
        wrong, refused = [], []
        for path in paths:
            ids = {m["id"] for m in said[str(path)]["messages"] if m["id"].startswith("A")} - BEYOND_SCHEMA
            found = faults("lens", load(path))
            refused += [f"{path.name}: {', '.join(sorted(ids))}"] if found else []
            if bool(found) != bool(ids):
                wrong += lines(path, found[:5]) or [f"{path.name}: lint says {sorted(ids)}, the schema nothing"]
        print(f"{len(paths) - len(refused)} of {len(paths)} corpus lenses follow the schema; the others as lint says:",
              *refused, sep="\n  ", file=sys.stderr)
        self.none(wrong)

    def test_lint_is_silent_on_our_files(self):
        found = []
        for folder in folders():
            said = lint(folder / "lens.json")[str(folder / "lens.json")]
            for file, messages in (("lens.json", said["messages"]), ("overlay.json", said["overlay"]["messages"])):
                found += [f"{name_of(folder / file)} {m['pointer']}: {m['id']} {m['text']}" for m in messages]
        self.none(found)


if __name__ == "__main__":
    unittest.main()
