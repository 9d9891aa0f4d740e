#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the fonts of this folder from the npm package inter-ui (https://www.npmjs.com/package/inter-ui).

    npm pack inter-ui@4.1.1 && tar xzf inter-ui-4.1.1.tgz
    python3 make_fonts.py package .

"Inter" and "Inter Display" are the package's WOFF2 files unpacked to TrueType, nothing changed. "Inter Tabular" and
"Inter Display Tabular" map every character that the feature `tnum` replaces straight to its tabular glyph, because
Qt 6.4 cannot switch font features; the families are renamed so that they never stand in for the originals. Inter's
licence (OFL 1.1, LICENSES/OFL-1.1.txt) declares no Reserved Font Name, so the derived names may keep the word Inter.
Needs python3-fonttools and python3-brotli.
"""
import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

PLAIN = ["web/Inter-Regular", "web/Inter-Medium", "web/Inter-SemiBold", "web/Inter-Bold", "display/InterDisplay-SemiBold"]
# Features that stay in the tabular fonts; the others only choose letter forms and cost half the file.
FEATURES = ["calt", "case", "ccmp", "kern", "locl", "mark", "mkmk", "sups", "subs"]


def tabular_map(font):
    """glyph name -> tabular glyph name, from all single substitutions of `tnum`."""
    gsub = font["GSUB"].table
    lookups = {i for r in gsub.FeatureList.FeatureRecord if r.FeatureTag == "tnum" for i in r.Feature.LookupListIndex}
    result = {}
    for index in lookups:
        for table in gsub.LookupList.Lookup[index].SubTable:
            table = getattr(table, "ExtSubTable", table)
            result.update(getattr(table, "mapping", {}))
    return result


def rename(font):
    """Puts "Tabular" behind the family in every name record; drops the WWS names, which would still say Inter."""
    font["name"].names = [r for r in font["name"].names if r.nameID not in (21, 22, 25)]
    for record in font["name"].names:
        if record.nameID in (1, 3, 4, 6, 16):
            text = str(record)
            for family in ("InterDisplay", "Inter Display", "Inter"):
                if family in text:
                    tight = record.nameID in (3, 6)
                    text = text.replace(family, family + ("Tabular" if tight else " Tabular"), 1)
                    break
            record.string = text


def make_tabular(font):
    change = tabular_map(font)
    if not all(f"{d}.tf" in change.values() for d in ("zero", "one", "nine")):
        raise SystemExit("tnum does not lead to the expected glyphs; has Inter renamed them?")
    for table in font["cmap"].tables:
        for code, glyph in list(table.cmap.items()):
            table.cmap[code] = change.get(glyph, glyph)
    widths = {font["hmtx"][font.getBestCmap()[ord(d)]][0] for d in "0123456789"}
    if len(widths) != 1:
        raise SystemExit(f"digits are not tabular: {widths}")
    rename(font)
    options = Options()
    options.layout_features = FEATURES
    options.name_IDs = ["*"]
    options.name_languages = ["*"]
    options.notdef_outline = True
    options.glyph_names = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=font.getBestCmap().keys())
    subsetter.subset(font)


def main():
    package, out = Path(sys.argv[1]), Path(sys.argv[2])
    for source in PLAIN:
        for tabular in (False, True):
            font = TTFont(package / f"{source}.woff2", recalcTimestamp=False)
            font.flavor = None
            name = source.split("/")[1]
            if tabular:
                make_tabular(font)
                name = name.replace("-", "Tabular-")
            font.save(out / f"{name}.ttf")
            print(name, (out / f"{name}.ttf").stat().st_size, len(font.getGlyphOrder()))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    main()
