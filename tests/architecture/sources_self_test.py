"""Plants bad sources and bad citations in a small tree and expects check_sources to name each."""

import json
import tempfile
import unittest

from check_sources import comments, violations
from planted_tree import write

IDENTIFIERS = """  doi = {10.1000/abc.1},
  pmid = {123456},
  pmcid = {PMC77},
  nct = {NCT00000001}
"""
PAPER = f"""@article{{able2001,
  author = {{Able, Ann and others}},
  title = {{A paper}},
  journal = {{J 1:2}},
  year = {{2001}},
{IDENTIFIERS}}}
"""
METHOD = "@misc{baker2002,\n  author = {Baker},\n  title = {A method},\n  year = {2002},\n  keywords = {method}\n}\n"
UNREAD = "@misc{leaflets,\n  title = {Leaflets},\n  verified = {no: no study is behind them}\n}\n"
PAGE = ("@misc{leaflets,\n  author = {Clinics},\n  title = {Leaflets},\n  year = {2001},\n"
        "  url = {https://a.org/b}\n}\n")
ASSUMED = "@misc{assumption,\n  title = {An assumption}\n}\n"
BIB = "% Sources.\n\n" + "\n".join((PAPER, METHOD, UNREAD, ASSUMED))
TABLE = "id,source,value\nC1,able2001,1\n"

GOOD = {
    "assets/sources.bib": BIB,
    "assets/clinical/response.json": json.dumps(
        {"a": {"sources": ["leaflets", "assumption"], "why": "doi 10.1000/abc.1."}}),
    "assets/clinical/limits.json": json.dumps({"sources": {"x": "Able 2001, J 1:2, PMID 123456"}, "y": "NCT00000001"}),
    "assets/clinical/published.csv": TABLE,
    "assets/texts/en.json": json.dumps({"card.a.source1": "Able 2001, J 1:2. PMC77.", "view.x": "Nobody 1900, free"}),
    "render/a.h": '/// A formula [baker2002] of old.\nint a[3];  // [i], [0], [x, y]\n'
                  'const char* url = "http://[nobody1900]";\n',
    "shaders/a.frag": "// source key able2001\n",
}

TWO_LINES = "/// Two papers [able2001,\n/// {key}] agree.\nint a;\n"


def bib(old, new):
    assert old in BIB
    return {"assets/sources.bib": BIB.replace(old, new)}


BAD = [
    (bib(IDENTIFIERS, "  note = {nothing}\n"),
     ["able2001: has neither DOI, PMID, PMC nor NCT", "names 10.1000/abc.1", "names 123456", "names PMC77",
      "names NCT00000001"]),
    (bib("{no: no study is behind them}", "{yes}"), ["leaflets: verified `yes` does not say"]),
    (bib("{no: no study is behind them}", "{no: }"), ["leaflets: verified `no: ` does not say"]),
    (bib("  verified = {no: no study is behind them}\n", "  note = {x}\n"),
     ["leaflets: has neither DOI", "leaflets: has no author", "leaflets: has no year"]),
    (bib(IDENTIFIERS, "  url = {https://a.org/b}\n"),
     ["able2001: has neither DOI, PMID, PMC nor NCT", "names 10.1000/abc.1", "names 123456", "names PMC77",
      "names NCT00000001"]),
    (bib("  title = {A paper},\n", ""), ["able2001: has no title"]),
    (bib("  journal = {J 1:2},\n", ""), ["able2001: has no journal"]),
    (bib("pmcid = {PMC77}", "pmcid = {77}"), ["able2001: pmcid `77` is not", "names PMC77"]),
    (bib(UNREAD, PAGE.replace("https://a.org/b", "a.org")), ["leaflets: url `a.org` is not"]),
    (bib(UNREAD, PAGE.replace("  url = {https://a.org/b}", "  note = {x}")), ["leaflets: has neither DOI"]),
    (bib("  year = {2002},\n", ""), ["baker2002: has no year"]),
    (bib("doi = {10.1000/abc.1}", "doi = {https://10.1000/abc.1}"), ["able2001: doi `https", "names 10.1000/abc.1"]),
    (bib(METHOD, METHOD + METHOD), ["baker2002 is there twice"]),
    (bib(UNREAD, UNREAD.replace("\n}", "}")), ["an entry is not of the form", "cites `assumption`"]),
    ({"assets/clinical/response.json": json.dumps({"a": [{"sources": ["leaflets", "hearsay", "assumption"]}]})},
     ["response.json: cites `hearsay`"]),
    ({"assets/clinical/published.csv": TABLE + "C2,hearsay,1\n"}, ["published.csv: cites `hearsay`"]),
    ({"assets/clinical/limits.json": json.dumps({"sources": {"x": "Baker 2001, J 1:2"}})},
     ["limits.json: names Baker 2001"]),
    ({"assets/texts/en.json": json.dumps({"card.a.source1": "Able 2002, J 1:2."})},
     ["card.a.source1: names Able 2002"]),
    ({"assets/texts/en.json": json.dumps({"card.a.text": "As in PMID 99999."})}, ["card.a.text: names 99999"]),
    ({"shaders/a.frag": "void main() {}  // source key nobody\n"}, ["shaders/a.frag: line 1: cites `nobody`"]),
    ({"app/a.cpp": "int a;\n\n// Text [nobody1900] and more.\n"}, ["app/a.cpp: line 3: cites `nobody1900`"]),
    ({"simulation/a.h": TWO_LINES.format(key="nobody1900")}, ["simulation/a.h: line 1: cites `nobody1900`"]),
    ({"assets/bake/a.h": "// see doi 10.1000/other.\n"}, ["assets/bake/a.h: line 1: names 10.1000/other"]),
    ({"render/a.h": "int a;  // [i]\n"}, ["sources.bib: baker2002: is cited nowhere"]),
    ({"assets/clinical/response.json": json.dumps({"sources": ["assumption"]})},
     ["sources.bib: leaflets: is cited nowhere"]),
]


def found_in(files):
    with tempfile.TemporaryDirectory() as root:
        write(root, files)
        return violations(root)


class Sources(unittest.TestCase):
    def test_a_good_tree_passes(self):
        self.assertEqual(found_in(GOOD), [])

    def test_each_bad_example_is_named_and_nothing_else(self):
        for files, words in BAD:
            with self.subTest(words=words):
                found = found_in({**GOOD, **files})
                for word in words:
                    self.assertEqual(sum(word in line for line in found), 1, (word, found))
                self.assertEqual(len(found), len(words), found)

    def test_one_identifier_is_enough(self):
        cited = {"assets/clinical/a.json": json.dumps({"sources": ["able2001", "leaflets"]})}
        for one in IDENTIFIERS.splitlines():
            with self.subTest(one=one):
                paper = PAPER.replace(IDENTIFIERS, one.rstrip(",") + "\n")
                self.assertEqual(found_in({"assets/sources.bib": "\n" + paper + PAGE, **cited}), [])
        for one in ("isbn = {978-0-00-000000-2}", "isbn = {000000000X}"):
            with self.subTest(one=one):
                book = PAGE.replace("url = {https://a.org/b}", one)
                self.assertEqual(found_in({"assets/sources.bib": "\n" + PAPER + book, **cited}), [])

    def test_each_way_to_cite_is_enough_alone(self):
        paper = {"assets/sources.bib": "\n" + PAPER}
        for files in ({"assets/clinical/a.json": json.dumps({"sources": ["able2001"]})},
                      {"assets/clinical/a.json": json.dumps({"sources": {"x": "Able 2001, J 1:2"}})},
                      {"assets/clinical/a.json": json.dumps({"why": "PMID 123456"})},
                      {"assets/clinical/published.csv": TABLE},
                      {"assets/texts/en.json": json.dumps({"card.a.source2": "Able 2001, J 1:2."})},
                      {"simulation/a.h": TWO_LINES.format(key="able2001")},
                      {"shaders/a.glsl": "float a = 0.5;  // [able2001]\n"}):
            with self.subTest(files=files):
                self.assertEqual(found_in({**paper, **files}), [])
        self.assertEqual(len(found_in({**paper, "tests/a.cpp": "// [able2001]\n"})), 1)

    def test_comments_are_told_from_strings_and_joined_where_they_stand_alone(self):
        self.assertEqual(comments('a("// no");  // one\n// two\n/// three\nint b;  // four\n'),
                         [(1, "one two three"), (4, "four")])


if __name__ == "__main__":
    unittest.main()
