# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""No sentence of ours is copied: no run of 8 words stands in a corpus lens or in the article as well."""
import re
import unittest

from support import SHARED, Case, corpus_lenses, folders, load, name_of, pointer, strings

LENGTH = 8
ARTICLE = SHARED / "domain" / "seed-article.txt"
# Not prose: addresses, ids, conditions over ids.
SKIP = ("url", "id", "condition", "risk", "references", "tags", "measures", "schemaVersion")


def words(text):
    """Lower case, without punctuation; apostrophes join, everything else parts."""
    return re.findall(r"[^\W_]+", re.sub(r"['\u2019]", "", text.lower()))


def shingles(text):
    found = words(text)
    return [" ".join(found[i:i + LENGTH]) for i in range(len(found) - LENGTH + 1)]


def index(named_texts):
    """{shingle: name of the source where it stood first}"""
    known = {}
    for name, text in named_texts:
        for shingle in shingles(text):
            known.setdefault(shingle, name)
    return known


def sources():
    for path in corpus_lenses():
        for _, text in strings(load(path), SKIP):
            yield path.name, text
    if not ARTICLE.is_file():
        raise unittest.SkipTest(f"the article is not here ({ARTICLE})")
    yield ARTICLE.name, ARTICLE.read_text("utf-8")


def copies(path, document, known):
    """One line for each text that shares a run of words with a source."""
    for place, text in strings(document, SKIP):
        for shingle in shingles(text):
            if shingle in known:
                yield f"{name_of(path)} {pointer(place)}: \"{shingle}\" stands in {known[shingle]}"
                break


class Shingles(Case):
    def test_ours_are_our_own_words(self):
        known = index(sources())
        self.assertGreater(len(known), 50_000)
        texts = [(folder / file, load(folder / file)) for folder in folders() for file in ("lens.json", "overlay.json")]
        self.none(line for path, document in texts for line in copies(path, document, known))

    def test_a_planted_copy_is_found(self):
        known = index([("source", "One: two three, four five-six SEVEN 'eight' nine.")])
        self.assertEqual(len(known), 2)
        planted = {"pillars": [{"title": "Zero two three four. Five six, seven eight nine"}]}
        self.assertEqual(list(copies("x.json", planted, known)),
                         ["x.json /pillars/0/title: \"two three four five six seven eight nine\" stands in source"])
        self.assertEqual(list(copies("x.json", {"title": "Two three four five six seven eight"}, known)), [])

    def test_a_copy_planted_in_our_files_is_found(self):
        path = corpus_lenses()[0]
        sentence = next(text for _, text in strings(load(path), SKIP) if len(words(text)) > 3 * LENGTH)
        lens = load(folders()[0] / "lens.json")
        place = lens["pillars"][0]["questions"][0]["choices"][0]["improvementPlan"]
        place["displayText"] += " " + sentence.upper()
        self.assertEqual(len(list(copies("x.json", lens, index(sources())))), 1)


if __name__ == "__main__":
    unittest.main()
