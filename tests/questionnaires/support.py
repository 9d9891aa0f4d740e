# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files of the questionnaires and how to speak of a place in them. For the tests beside this file."""
import json
import os
import shutil
import subprocess
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
CORPUS = SHARED / "corpus" / "lenses"
EXAMPLE = ROOT / "docs" / "examples" / "lens-authoring"
BUILT_IN = ("responsible-ai", "machine-learning", "generative-ai", "ai-quick-scan")


def folders():
    """Every folder of ours with a lens.json and an overlay.json."""
    return [ROOT / "questionnaires" / name for name in BUILT_IN] + [EXAMPLE]


def corpus_lenses():
    """The lenses of the shared corpus; skips the test when it is not here."""
    if not CORPUS.is_dir():
        raise unittest.SkipTest(f"the shared corpus is not here ({CORPUS})")
    return [path for path in sorted(CORPUS.glob("*.json")) if path.name != "EXPECTED_LINT.json"]


def load(path):
    """Strict JSON: no NaN, no key twice."""
    return json.loads(path.read_text("utf-8-sig"), object_pairs_hook=_once, parse_constant=_refuse)


def _once(pairs):
    if len({key for key, _ in pairs}) != len(pairs):
        raise ValueError(f"a key stands twice among {[key for key, _ in pairs]}")
    return dict(pairs)


def _refuse(word):
    raise ValueError(f"{word} is not JSON")


def name_of(path):
    """A path as a failure names it."""
    path = Path(path)
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else path.name


def pointer(parts):
    """RFC 6901."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in parts)


def strings(value, skip=(), place=()):
    """(place, text) of every text below a value, except under the keys to skip."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key not in skip:
                yield from strings(inner, skip, place + (key,))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from strings(inner, skip, place + (index,))


def cli():
    """The program: $PLUMB_CLI (ctest sets it) or plumbline-cli on the path; skips the test when there is none."""
    found = os.environ.get("PLUMB_CLI") or shutil.which("plumbline-cli")
    if not found or not Path(found).is_file():
        raise unittest.SkipTest("there is no plumbline-cli; set PLUMB_CLI to it")
    return str(Path(found).resolve())


def lint(*arguments):
    """What `lens lint --json` says of files."""
    ran = subprocess.run([cli(), "lens", "lint", *map(str, arguments), "--json"], capture_output=True, check=False)
    return json.loads(ran.stdout)["files"]


class Case(unittest.TestCase):
    """Failures are collected, one line each: FILE POINTER: what is wrong."""
    maxDiff = None

    def none(self, failures):
        failures = list(failures)
        if failures:
            self.fail("\n".join([f"{len(failures)} found:"] + failures[:40]))
