#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts, from the JSON files alone, what an upgrade between two versions of a lens must carry, drop and ask to confirm.

Takes every two consecutive versions of each lens in the corpus, in both directions, and compares with upgrade_probe.
Nothing here knows the program's reader, differ or planner.
"""
import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys


def lens_of(path):
    """The lens that a file is a version of: its name without versions and the words for "custom lens"."""
    stem = path.name.split("@")[0].lower()
    stem = re.sub(r"[-_.]?v?\d+(\.\d+)*$", "", stem)
    return re.sub(r"custom[-_]lens", "", stem).strip("-_.")


def versions(folder):
    lenses = collections.defaultdict(list)
    for path in folder.glob("*.json"):
        lenses[lens_of(path)].append(path)
    return {name: sorted(paths, key=lambda p: (p.name.split("@")[1][:10], p.name)) for name, paths in lenses.items()}


def normal(condition):
    """A condition as nested tuples, so that spaces and needless parentheses do not count."""
    tokens = re.findall(r"&&|\|\||[!()]|[A-Za-z0-9_]+", condition)
    place = 0

    def peek():
        return tokens[place] if place < len(tokens) else None

    def take():
        nonlocal place
        place += 1
        return tokens[place - 1]

    def unary():
        if peek() == "!":
            take()
            return ("!", unary())
        if peek() == "(":
            take()
            inner = chain("||")
            take()
            return inner
        return take()

    def chain(operator):
        below = (lambda: chain("&&")) if operator == "||" else unary
        parts = [below()]
        while peek() == operator:
            take()
            parts.append(below())
        return parts[0] if len(parts) == 1 else (operator, *parts)

    return chain("||")


def display(holder, key):
    return (holder.get(key) or {}).get("displayText") or ""


def more(choice):
    return [(group.get("type"), text.get("displayText") or "", text.get("url") or "")
            for group in choice.get("additionalResources") or [] for text in group.get("content") or []]


def choice_text(choice):
    return (choice.get("title") or "", choice.get("description") or "", display(choice, "helpfulResource"),
            display(choice, "improvementPlan"), more(choice))


def first_by_id(things):
    found = {}
    for thing in things:
        found.setdefault(thing["id"], thing)
    return found


def asked(question):
    """All that an answer to the question rests on."""
    return (question.get("title") or "", question.get("description") or "", display(question, "helpfulResource"),
            {key: choice_text(choice) for key, choice in first_by_id(question["choices"]).items()},
            [(normal(rule["condition"]), rule["risk"]) for rule in question["riskRules"]])


def questions(path):
    lens = json.loads(path.read_text(encoding="utf-8-sig"))
    return first_by_id(question for pillar in lens["pillars"] for question in pillar["questions"])


def expected(old_file, new_file):
    old, new = questions(old_file), questions(new_file)
    result = {"carried": 0, "reconfirm": [], "dropped": [], "answers": {}}
    for number, (key, question) in enumerate(old.items()):
        choices = [choice["id"] for choice in question["choices"]]
        ticks = [] if number % 7 == 0 else choices[:1] + choices[-1:] * (number % 2)
        if key not in new:
            result["dropped"].append(key + "/")
            continue
        there = {choice["id"] for choice in new[key]["choices"]}
        result["dropped"] += [f"{key}/{tick}" for tick in sorted(set(ticks)) if tick not in there]
        result["answers"][key] = sorted({tick for tick in ticks if tick in there})
        if asked(question) == asked(new[key]):
            result["carried"] += 1
        else:
            result["reconfirm"].append(key)
    return result


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--probe", required=True)
    parser.add_argument("--corpus", required=True, type=pathlib.Path)
    options = parser.parse_args()
    if not options.corpus.is_dir():
        print(f"no corpus at {options.corpus}")
        return 77
    wrong, tried, totals = 0, 0, collections.Counter()
    for name, files in sorted(versions(options.corpus).items()):
        for a, b in zip(files, files[1:]):
            for old, new in ((a, b), (b, a)):
                done = subprocess.run([options.probe, old, new], capture_output=True, check=True)
                got, want = json.loads(done.stdout), expected(old, new)
                got["answers"] = {key: sorted(ticks) for key, ticks in got["answers"].items()}
                tried += 1
                totals.update(carried=want["carried"], confirm=len(want["reconfirm"]), dropped=len(want["dropped"]))
                for part in want:
                    if got[part] != want[part]:
                        wrong += 1
                        print(f"{name}: {old.name} -> {new.name}: {part}\n  program {got[part]}\n  counted {want[part]}")
    print(f"{tried} upgrades between versions counted: {dict(totals)}; {wrong} differences")
    if tried < 20:
        print("too few upgrades; is this the right folder?")
    return 1 if wrong or tried < 20 else 0


if __name__ == "__main__":
    sys.exit(main())
