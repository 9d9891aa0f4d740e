#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the arrows of docs/architecture.md on every #include and every CMake link line.

A room may include itself and whatever its arrows reach. Core has no Qt, SQLite stands only in core/store, and the
top level holds nothing but the rooms that the architecture names. `--self-test` proves that breaches are found.
"""
import pathlib
import re
import sys

ARROWS = {
    "core/base": [],
    "core/lens": ["core/base"],
    "core/review": ["core/lens"],
    "core/score": ["core/review"],
    "core/cost": ["core/review"],
    "core/compare": ["core/review", "core/score", "core/cost"],
    "core/store": ["core/review"],
    "core/exchange": ["core/review"],
    "core/report": ["core/review", "core/score", "core/cost", "core/compare"],  # docs/decisions/0005
    "core/session": ["core/report", "core/compare", "core/exchange", "core/cost", "core/score", "core/store"],
    "questionnaires": ["core/session"],
    "resources": [],
    "ui/theme": ["core/session", "resources"],
    "ui/bridge": ["core/session"],
    "ui/models": ["ui/bridge", "ui/theme"],
    "ui/widgets": ["ui/bridge", "ui/theme"],
    "ui/charts": ["ui/bridge", "ui/theme", "ui/widgets"],  # docs/decisions/0006
    "ui/print": ["ui/charts", "ui/theme"],
    "ui/dialogs": ["ui/bridge", "ui/theme", "ui/widgets", "ui/models"],
    "ui/pages": ["ui/models", "ui/widgets", "ui/charts", "ui/dialogs", "ui/print"],
    "ui/workshop": ["ui/models", "ui/widgets", "ui/charts", "ui/dialogs"],
    "ui/shell": ["ui/pages", "ui/workshop", "ui/print"],
    "app/gui": ["ui/shell", "questionnaires"],
    "app/cli": ["core/session", "ui/print", "questionnaires"],
}
TOP_LEVEL = {"CMakeLists.txt", "CMakePresets.json", "README.md", "LICENSE", "LICENSES", "NOTICE", ".ci", "docs", "app", "core",
             "ui", "resources", "questionnaires", "tests", "packaging", "cmake", ".gitignore", ".clang-format", ".reuse",
             "REUSE.toml"}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^">]+)[">]', re.M)
QT = re.compile(r"^(Q[A-Z]\w*|Qt\w*/.*|q[a-z]+\.h|qcustomplot\.h)$")


def reach(room, seen=None):
    """Every room that `room` may include."""
    seen = set() if seen is None else seen
    if room not in seen:
        seen.add(room)
        for below in ARROWS[room]:
            reach(below, seen)
    return seen


def room_of(path):
    """The room that a path from the top stands in, or None outside all rooms."""
    parts = path.split("/")
    for room in ("/".join(parts[:2]), parts[0]):
        if room in ARROWS:
            return room
    return None


def breaches_of(path, text):
    """What is wrong with one source file, as lines of text."""
    room = room_of(path)
    if room is None:
        return [f"{path}: stands in no room of the architecture"]
    allowed = reach(room)
    found = []
    for kind, name in INCLUDE.findall(text):
        if kind == '"':
            target = room_of(name)
            if target is None:
                found.append(f'{path}: "{name}" is not written from the root')
            elif target not in allowed:
                found.append(f"{path}: {room} must not know {target} ({name})")
        elif room.startswith("core/") or room == "questionnaires":
            if QT.match(name):
                found.append(f"{path}: core has no Qt ({name})")
        if re.match(r"sqlite3|SQLiteCpp", name) and room != "core/store":
            found.append(f"{path}: SQLite stands only in core/store ({name})")
    return found


def link_breaches(path, text):
    """Links of a room's CMakeLists.txt that go upward or sideways."""
    room = room_of(path)
    if room is None or path.count("/") != len(room.split("/")):
        return []
    found = []
    for target in re.findall(r"plumb::(\w+)", text):
        other = {"questionnaires": "questionnaires", "resources": "resources"}.get(
            target, target.replace("ui_", "ui/") if target.startswith("ui_") else "core/" + target)
        if other in ARROWS and other not in reach(room):
            found.append(f"{path}: {room} must not link {other}")
    if room.startswith("core/") and "Qt6::" in text:
        found.append(f"{path}: core must not link Qt")
    if "SQLite" in text and room != "core/store":
        found.append(f"{path}: only core/store links SQLite")
    return found


def check(top):
    found = []
    for entry in top.iterdir():
        if entry.name not in TOP_LEVEL and entry.name not in {".git", "build", ".cache"}:
            found.append(f"{entry.name}: does not belong on the top level")
    files = 0
    for folder in ("core", "ui", "app", "questionnaires", "resources"):
        for file in sorted((top / folder).rglob("*")):
            path = file.relative_to(top).as_posix()
            if file.suffix in {".h", ".cpp"}:
                files += 1
                found += breaches_of(path, file.read_text(encoding="utf-8"))
            elif file.name == "CMakeLists.txt":
                found += link_breaches(path, file.read_text(encoding="utf-8"))
    if files < 20:
        found.append(f"only {files} source files were seen; is this the right folder?")
    return files, found


def self_test():
    wrong = [
        ("core/lens/x.cpp", '#include "core/store/project.h"\n'),
        ("core/base/x.h", "#include <QString>\n"),
        ("core/score/x.cpp", "#include <QtCore/QString>\n"),
        ("core/session/x.cpp", "#include <sqlite3.h>\n"),
        ("ui/widgets/x.cpp", '#include "ui/pages/questions_page.h"\n'),
        ("ui/pages/x.cpp", '#include "ui/shell/main_window.h"\n'),
        ("core/score/x.cpp", '#include "score.h"\n'),
        ("app/cli/x.cpp", '#include "ui/shell/main_window.h"\n'),
        ("attic/x.cpp", ""),
    ]
    for path, text in wrong:
        assert breaches_of(path, text), f"missed: {path}: {text}"
    assert link_breaches("core/lens/CMakeLists.txt", "PUBLIC plumb::store")
    assert link_breaches("core/lens/CMakeLists.txt", "PUBLIC Qt6::Core")
    assert link_breaches("ui/bridge/CMakeLists.txt", "PUBLIC plumb::ui_pages")
    right = [
        ("core/session/x.cpp", '#include "core/base/result.h"\n#include <vector>\n'),
        ("core/store/x.cpp", "#include <sqlite3.h>\n"),
        ("ui/pages/x.cpp", '#include "ui/theme/tokens.h"\n#include <QWidget>\n'),
    ]
    for path, text in right:
        assert not breaches_of(path, text), breaches_of(path, text)
    print("the checker finds every planted breach")


if __name__ == "__main__":
    if "--self-test" in sys.argv:
        self_test()
        sys.exit(0)
    count, problems = check(pathlib.Path(sys.argv[1]))
    print("\n".join(problems) if problems else f"{count} files keep to the arrows")
    sys.exit(1 if problems else 0)
