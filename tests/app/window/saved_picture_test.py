"""Saves pictures in the real window and asks `capture` for the same: files must be equal to the last byte.

    saved_picture_test.py PROGRAM calf|beside|face

Each join and each layer once; all of them together with FORESHOW_FULL=1 (tests/run --full). Needs Xvfb, xdotool and ImageMagick's import, and the baked meshes where the program looks for them.
"""

import itertools
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

from window_test import Screen, colours, cut, start, until

PLANS = pathlib.Path(__file__).resolve().parents[3] / "assets" / "plans"
STAGE = (310, 60, 970, 540)
CURVE = (100, 640, 1000, 690)
LAYERS = {"skin": None, "muscle": "m", "xray": "x", "heat": "d"}
FULL = os.environ.get("FORESHOW_FULL") == "1"
JOINS = {"none": None, "side": "c", "wipe": "w", "ghost": "g"}


class Desk:
    """A window at some week that takes keys and saves pictures."""

    def __init__(self, screen, program, folder, *arguments, week):
        self.screen, self.program, self.folder = screen, program, pathlib.Path(folder)
        self.join, self.layer, self.saved = "none", "skin", 0
        self.running = start(screen, program, *map(str, arguments), folder=folder)
        screen.focus()
        until(lambda: self.running.poll() is None and colours(cut(screen.picture(), *STAGE)) > 2000, "the model")
        # The curves come last, from the thread that works plans out.
        until(lambda: colours(cut(screen.picture(), *CURVE)) > 8, "the curve")
        for _ in range(week):
            screen.key("Right")

    def choose(self, join, layer):
        """The keys switch on, and off again."""
        for wanted, now, keys in ((join, self.join, JOINS), (layer, self.layer, LAYERS)):
            key = keys.get(wanted) or keys.get(now)
            if wanted != now and key:
                self.screen.key(key)
        self.join, self.layer = join, layer

    def save(self):
        """The newest saved picture and its sidecar."""
        self.screen.key("ctrl+F12")
        # The sidecar is written last.
        [sidecar] = until(lambda: set(self.folder.glob("*.json")) - getattr(self, "known", set()), "a sidecar")
        self.known = set(self.folder.glob("*.json"))
        return sidecar.with_suffix(".png"), json.loads(sidecar.read_text())

    def close(self):
        self.screen.key("ctrl+q")
        assert self.running.wait(timeout=60) == 0, self.running.returncode
        assert self.running.stderr.read() == b""

    def kill(self):
        if self.running.poll() is None:
            self.running.send_signal(signal.SIGKILL)


def capture(program, folder, plan, told, *options):
    """What `capture` makes of what a sidecar tells."""
    size = f"{told['size']['width']}x{told['size']['height']}"
    subprocess.run(
        [program, "capture", str(plan), "-o", str(folder), "--name", "still", "--size", size, "--caption",
         "--weeks", f"{told['week']:g}", "--responder", told["responder"], "--layer", told["layer"],
         "--views", told["view"], *(["--wipe", str(told["wipe"])] if "wipe" in told else []), *map(str, options)],
        env=dict(os.environ, LP_NATIVE_VECTOR_WIDTH="256"), check=True, timeout=300)
    return folder / "still.png", json.loads((folder / "still.json").read_text())


def require_equal(desk, plan, what, *options):
    picture, told = desk.save()
    still, expected = capture(desk.program, desk.folder / "stills", plan, told, *options)
    for name in ("file", "renderer"):  # where the picture lies, and what window or no window it was drawn in
        told.pop(name), expected.pop(name)
    differing = [key for key in sorted(told.keys() | expected.keys()) if told.get(key) != expected.get(key)]
    assert not differing, f"{what}: the sidecars differ in {differing}"
    assert picture.read_bytes() == still.read_bytes(), f"{what}: the pictures differ"
    print(f"{what}: equal, {told['size']['width']}x{told['size']['height']}", flush=True)
    return told


def test_calf(screen, program, folder):
    plan = PLANS / "calf-standard.json"
    desk = Desk(screen, program, folder, plan, week=12)
    try:
        for join, layer in itertools.product(JOINS, LAYERS) if FULL else zip(JOINS, LAYERS):
            desk.choose(join, layer)
            told = require_equal(desk, plan, f"calf {join} {layer}", "--compare", join)
            assert (told["week"], told["compare"], told["layer"]) == (12, join, layer), told
        desk.choose("side", "skin")
        screen.key("t")
        screen.key("n")
        require_equal(desk, plan, "calf side with tape and points", "--compare", "side", "--tape", "largest", "--points")
        desk.choose("none", "skin")
        require_equal(desk, plan, "calf with tape and points", "--tape", "largest", "--points")
        screen.drag((640, 300), (700, 300))
        assert desk.save()[1]["view"] == "free", "a turned body is not seen from a standard view"
        desk.close()
    finally:
        desk.kill()


def test_beside(screen, program, folder):
    plan, other = PLANS / "calf-standard.json", PLANS / "calf-two-sessions.json"
    # One body for both plans.
    text = json.loads(other.read_text())
    text["person"] = json.loads(plan.read_text())["person"]
    other = folder / "other.json"
    other.write_text(json.dumps(text))
    desk = Desk(screen, program, folder, plan, "--beside", other, week=12)
    desk.known = {other}
    try:
        for layer in LAYERS if FULL else ("skin",):
            desk.choose("none", layer)
            told = require_equal(desk, plan, f"two plans {layer}", "--beside", other)
            assert (told["compare"], told["layer"]) == ("beside", layer), told
        desk.close()
    finally:
        desk.kill()


def test_face(screen, program, folder):
    plan = PLANS / "face-full.json"
    desk = Desk(screen, program, folder, plan, week=6)
    try:
        states = (("none", "skin"), ("side", "skin"), ("wipe", "xray"), ("ghost", "heat"))
        for join, layer in states if FULL else states[2:3]:
            desk.choose(join, layer)
            require_equal(desk, plan, f"face {join} {layer}", "--compare", join)
        desk.choose("side", "muscle")
        screen.key("6")
        screen.key("p")
        told = require_equal(desk, plan, "face from the side, another responder", "--compare", "side")
        assert (told["view"], told["responder"]) == ("quarter-right", "high"), told
        desk.close()
    finally:
        desk.kill()


def main():
    program, part = str(pathlib.Path(sys.argv[1]).resolve()), sys.argv[2]
    screen = Screen()
    try:
        with tempfile.TemporaryDirectory() as folder:
            began = time.time()
            {"calf": test_calf, "beside": test_beside, "face": test_face}[part](
                screen, program, pathlib.Path(folder))
            print(f"{time.time() - began:.0f} s")
    finally:
        screen.close()


if __name__ == "__main__":
    main()
