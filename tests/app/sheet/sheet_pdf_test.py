"""Makes take-home sheets and reads them as others do: qpdf, pdfinfo, pdffonts, pdftotext.

    sheet_pdf_test.py PROGRAM

Every example plan on A4, some on Letter, and plans with the longest words. Needs qpdf and poppler-utils.
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

PROGRAM = sys.argv.pop(1)
PLANS = pathlib.Path(__file__).resolve().parents[3] / "assets" / "plans"
ENVIRONMENT = dict(os.environ, SOURCE_DATE_EPOCH="1795824000", FONTCONFIG_FILE="/nowhere/fonts.conf")
LABEL = "Simulation - a model, not a patient. Results vary."
LIMIT = 1_000_000
PAPERS = {"a4": (595.276, 841.89), "letter": (612.0, 792.0)}


def told(*command):
    run = subprocess.run(list(map(str, command)), capture_output=True, text=True, timeout=300)
    assert run.returncode == 0, f"{command}: {run.returncode} {run.stdout} {run.stderr}"
    return run.stdout


class Sheets(unittest.TestCase):
    def setUp(self):
        box = tempfile.TemporaryDirectory()
        self.addCleanup(box.cleanup)
        self.folder = pathlib.Path(box.name)

    def make(self, plan, *options, name="sheet.pdf"):
        file = self.folder / name
        run = subprocess.run([PROGRAM, "sheet", str(plan), "-o", str(file), *options], env=ENVIRONMENT,
                             capture_output=True, text=True, timeout=300)
        self.assertEqual((run.returncode, run.stderr, run.stdout), (0, "", ""))
        return file

    def words(self, file):
        return re.sub(r"\s+", " ", told("pdftotext", file, "-"))

    def judge(self, file, paper):
        """What holds of every sheet."""
        told("qpdf", "--check", file)
        facts = dict(re.findall(r"^([^:\n]+):\s+(.*)$", told("pdfinfo", file), re.M))
        self.assertEqual((facts["Pages"], facts["Tagged"], facts["Encrypted"]), ("1", "yes", "no"))
        self.assertIn("what may happen - ", facts["Title"])
        self.assertTrue(facts["CreationDate"].startswith("Sat Nov 28"), facts["CreationDate"])
        self.assertLess(file.stat().st_size, LIMIT)
        fonts = told("pdffonts", file).splitlines()[2:]
        self.assertTrue(fonts)
        for font in fonts:
            self.assertRegex(font, r"^[A-Z]{6}\+Inter-\S+ .* yes yes yes +\d+ +0$")  # embedded, a part, readable
        words = self.words(file)
        for wanted in ("What to expect when, and aftercare", "What it cannot do", "Where this comes from",
                       "28 November 2026", "Take your time to decide.", LABEL):
            self.assertIn(wanted, words)
        self.in_order(words, "Your plan", "What to expect when", "Where this comes from", "Take your time to decide.", LABEL)
        # With fewer pictures it stands beside the curve.
        self.in_order(words, "Your plan", "What it cannot do", "Where this comes from")
        self.on_the_page(file, *PAPERS[paper])
        return words

    def in_order(self, words, *parts):
        places = [words.index(part) for part in parts]
        self.assertEqual(places, sorted(places), parts)

    def on_the_page(self, file, width, height):
        """No word leaves the page, and none lies on another."""
        boxes = [(*map(float, box), word) for *box, word in re.findall(
            r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)</word>',
            told("pdftotext", "-bbox", file, "-"))]
        self.assertGreater(len(boxes), 150)
        for x0, y0, x1, y1, word in boxes:
            self.assertTrue(18 <= x0 <= x1 <= width - 18 and 18 <= y0 <= y1 <= height - 18, word)
        for i, (ax0, ay0, ax1, ay1, a) in enumerate(boxes):
            for bx0, by0, bx1, by1, b in boxes[i + 1:]:
                across = min(ax1, bx1) - max(ax0, bx0)
                down = min(ay1, by1) - max(ay0, by0)
                # Boxes hold the room for accents: lines of one paragraph touch a little.
                self.assertFalse(across > 1.0 and down > 0.45 * min(ay1 - ay0, by1 - by0), f"{a} lies on {b}")

    def test_every_plan_is_one_sound_page(self):
        for plan in sorted(PLANS.glob("*.json")):
            with self.subTest(plan.stem):
                words = self.judge(self.make(plan), "a4")
                calf = "calf" in plan.stem and "untreated" not in plan.stem
                self.assertEqual("Slimming calves is off-label" in words, calf)
                self.assertEqual("Get medical help at once" in words, "untreated" not in plan.stem)

    def test_letter_and_weeks_of_ones_own(self):
        for name in ("calf-standard", "face-full"):
            file = self.make(PLANS / f"{name}.json", "--paper", "letter", "--weeks", "0,2,8,20", "--responder", "high")
            words = self.judge(file, "letter")
            self.assertIn("with a high response", words)
            self.assertEqual(told("pdfimages", "-list", file).count(" jpeg "), 4)

    def test_the_same_input_gives_the_same_bytes(self):
        first, second = (self.make(PLANS / "face-glabella.json", name=name).read_bytes() for name in ("a.pdf", "b.pdf"))
        self.assertEqual(first, second)

    def longest(self, region):
        """Sessions that all differ, every filler, and a title of many words."""
        plan = json.loads((PLANS / f"{region}.json").read_text())
        plan["title"] = "A plan with a very long title, " * 5 + "which ends here"
        first = plan["sessions"][0]
        plan["sessions"] = []
        for n in range(6):
            session = json.loads(json.dumps(first))
            session["week"] = 13 * n
            for injection in session["injections"]:
                injection["units"] += n
            plan["sessions"].append(session)
        if "face" in region:
            plan["fillers"] = [{"site": site, "millilitres": 1.5, "week": n} for n, site in enumerate(
                ("glabella", "nasolabial_fold", "cheek", "lips", "tear_trough"))]
        file = self.folder / "long.json"
        file.write_text(json.dumps(plan))
        return file

    def test_the_longest_words_are_smaller_and_whole(self):
        for region, last in (("calf-standard", "Week 65"), ("face-full", "Under the eyes")):
            for paper in PAPERS:
                with self.subTest(region=region, paper=paper):
                    words = self.judge(self.make(self.longest(region), "--paper", paper), paper)
                    self.assertIn("which ends here", words)
                    self.assertIn(last, words)

    def test_wrong_input_is_one_line_and_no_file(self):
        for options, fault in ((["--paper", "a3"], "--paper"), (["--weeks", "0,60"], "--weeks"),
                               (["--weeks", "0,1,2,3,4"], "at most 4"), (["--responder", "all"], "--responder")):
            run = subprocess.run([PROGRAM, "sheet", str(PLANS / "calf-standard.json"), "-o",
                                  str(self.folder / "x.pdf"), *options], capture_output=True, text=True, timeout=60)
            self.assertEqual(run.returncode, 2, run.stderr)
            self.assertIn(fault, run.stderr)
            self.assertEqual(run.stderr.count("\n"), 1)
        run = subprocess.run([PROGRAM, "sheet", str(PLANS / "calf-standard.json"), "-o", str(self.folder / "x.txt")],
                             capture_output=True, text=True, timeout=60)
        self.assertEqual(run.returncode, 2)
        self.assertEqual(list(self.folder.iterdir()), [])


if __name__ == "__main__":
    unittest.main()
