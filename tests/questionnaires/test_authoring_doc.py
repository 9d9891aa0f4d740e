# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""docs/lens-authoring.md is true: every command prints what stands below it, every JSON is in the example files."""
import json
import os
import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

from support import EXAMPLE, ROOT, Case, cli, lint, load

DOC = ROOT / "docs" / "lens-authoring.md"


def blocks(language):
    """(line number, text) of the fenced blocks of a language."""
    text = DOC.read_text("utf-8")
    for found in re.finditer(rf"^```{language}\n(.*?)^```$", text, flags=re.M | re.S):
        yield text.count("\n", 0, found.start()) + 1, found.group(1)


def commands(block):
    """(command, output that it must have) in order."""
    for part in re.split(r"^\$ ", block, flags=re.M)[1:]:
        command, _, output = part.partition("\n")
        yield command, output.rstrip("\n")


def within(part, whole):
    """Whether a JSON value is an excerpt of another: keys and elements may be left out, "..." is any text."""
    if isinstance(part, dict):
        return isinstance(whole, dict) and all(k in whole and within(v, whole[k]) for k, v in part.items())
    if isinstance(part, list):
        rest = iter(whole if isinstance(whole, list) else [])
        return isinstance(whole, list) and all(any(within(item, other) for other in rest) for item in part)
    return part == whole or (part == "..." and isinstance(whole, str))


def anywhere(part, whole):
    inner = whole.values() if isinstance(whole, dict) else whole if isinstance(whole, list) else ()
    return within(part, whole) or any(anywhere(part, value) for value in inner)


def shapes():
    """(NO_RISK, MEDIUM_RISK) conditions of the table of shapes."""
    for row in re.findall(r"^\|[^|]+\| `(.*?)` \| `(.*?)` \|$", DOC.read_text("utf-8"), flags=re.M):
        yield [condition.replace("\\|", "|") for condition in row]


def question_of(index, conditions):
    """A question whose practices are the ids of the conditions, with `default` as HIGH_RISK."""
    ids = sorted(set(re.findall(r"\w+", " ".join(conditions))))
    choices = [{"id": f"p_{name}", "title": name, "improvementPlan": {"displayText": "x"}} for name in ids]
    named = [re.sub(r"(\w+)", r"p_\1", condition) for condition in conditions] + ["default"]
    rules = [{"condition": c, "risk": risk} for c, risk in zip(named, ("NO_RISK", "MEDIUM_RISK", "HIGH_RISK"))]
    return {"id": f"SHAPE_{index}", "title": "?", "choices": choices + [{"id": "none_no", "title": "None of these"}],
            "riskRules": rules}


class AuthoringDoc(Case):
    def test_every_shape_of_rules_passes_lint(self):
        questions = [question_of(index, conditions) for index, conditions in enumerate(shapes())]
        self.assertEqual(len(questions), 4)
        lens = {"schemaVersion": "2021-11-01", "name": "Shapes", "description": "d",
                "pillars": [{"id": "all", "name": "All", "questions": questions}]}
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "shapes.json"
            file.write_text(json.dumps(lens), "utf-8")
            self.none(f"docs/lens-authoring.md shape {m['pointer']}: {m['id']} {m['text']}"
                      for m in lint(file)[str(file)]["messages"])

    def test_every_command_prints_what_the_page_shows(self):
        program = Path(cli())
        shown = [(line, command, output) for line, block in blocks("console") for command, output in commands(block)]
        self.assertGreater(len(shown), 8)
        with tempfile.TemporaryDirectory() as folder:
            shutil.copytree(EXAMPLE, folder, dirs_exist_ok=True)
            environment = {**os.environ, "PATH": f"{program.parent}:{os.environ['PATH']}", "PLUMBLINE_AUTHOR": "Mara",
                           "LC_ALL": "C.UTF-8"}
            for line, command, output in shown:
                ran = subprocess.run(["sh", "-c", command], cwd=folder, env=environment, text=True, check=False,
                                     stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
                printed = "\n".join(text.rstrip() for text in ran.stdout.rstrip("\n").split("\n"))
                self.assertEqual(printed, output, f"docs/lens-authoring.md, block of line {line}: {command}")

    def test_every_json_is_an_excerpt_of_the_example(self):
        files = [load(path) for path in sorted(EXAMPLE.glob("*.json"))]
        shown = list(blocks("json"))
        self.assertGreater(len(shown), 2)
        self.none(f"docs/lens-authoring.md line {line}: not in docs/examples/lens-authoring" for line, block in shown
                  if not any(anywhere(json.loads(block), file) for file in files))


class Excerpts(unittest.TestCase):
    def test_what_is_no_excerpt_is_found(self):
        whole = {"a": [{"id": "x", "n": 1}, {"id": "y", "n": 2}], "t": "text"}
        for part in ({"t": "..."}, {"a": [{"id": "y"}]}, {"id": "x"}, [{"n": 1}, {"n": 2}]):
            self.assertTrue(anywhere(part, whole), part)
        for part in ({"t": "other"}, {"a": [{"id": "z"}]}, [{"n": 2}, {"n": 1}], {"b": "..."}, {"id": "x", "n": 2}):
            self.assertFalse(anywhere(part, whole), part)


if __name__ == "__main__":
    unittest.main()
