"""Starts the built program on a display of its own and uses it as a person would.

    window_test.py PROGRAM consultant|kiosk|beside|structure|case

Needs Xvfb, xdotool and ImageMagick's import, and the baked meshes where the program looks for them.
"""

import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

WIDTH, HEIGHT = 1280, 800
PATIENCE_S = 150  # a software renderer on a busy machine


class Screen:
    """A display that nobody else uses."""

    def __init__(self):
        read, write = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-nolisten", "tcp"],
            pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as pipe:
            self.name = ":" + pipe.readline().strip()
        self.environment = dict(os.environ, DISPLAY=self.name)
        self.home_holder = tempfile.TemporaryDirectory()
        self.home = pathlib.Path(self.home_holder.name)

    def run(self, *command):
        return subprocess.run(command, env=self.environment, capture_output=True, timeout=60, check=True).stdout

    def picture(self):
        """Rows of the whole screen, three bytes per pixel."""
        raw = self.run("import", "-window", "root", "-depth", "8", "rgb:-")
        assert len(raw) == WIDTH * HEIGHT * 3, len(raw)
        return [raw[y * WIDTH * 3:(y + 1) * WIDTH * 3] for y in range(HEIGHT)]

    def move(self, x, y):
        self.run("xdotool", "mousemove", str(x), str(y))
        time.sleep(0.3)

    def press(self, x, y):
        self.move(x, y)
        self.run("xdotool", "mousedown", "1")
        time.sleep(0.3)
        self.run("xdotool", "mouseup", "1")
        time.sleep(0.5)

    def drag(self, start, end):
        self.move(*start)
        self.run("xdotool", "mousedown", "1")
        for step in range(1, 6):
            self.move(start[0] + (end[0] - start[0]) * step // 5, start[1] + (end[1] - start[1]) * step // 5)
        self.run("xdotool", "mouseup", "1")

    def key(self, name):
        self.run("xdotool", "key", name)
        time.sleep(0.4)

    def focus(self):
        window = self.run("xdotool", "search", "--sync", "--name", "Foreshow").split()[-1].decode()
        self.run("xdotool", "windowfocus", window)
        time.sleep(0.3)

    def processor_s(self):
        """What the started program has used so far, all threads, user and system."""
        fields = pathlib.Path(f"/proc/{self.program.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def close(self):
        self.server.terminate()
        self.server.wait()
        self.home_holder.cleanup()


def cut(picture, left, top, right, bottom):
    return [row[left * 3:right * 3] for row in picture[top:bottom]]


def differing_pixels(a, b):
    count = 0
    for row_a, row_b in zip(a, b):
        if row_a != row_b:
            count += sum(row_a[i:i + 3] != row_b[i:i + 3] for i in range(0, len(row_a), 3))
    return count


def colours(part):
    return len({row[i:i + 3] for row in part for i in range(0, len(row), 3)})


def until(question, what):
    """Asks again until the answer is yes; a picture that is drawn in software takes its time."""
    end = time.time() + PATIENCE_S
    while time.time() < end:
        answer = question()
        if answer:
            return answer
        time.sleep(0.5)
    raise AssertionError(f"waited {PATIENCE_S} s for {what}")


def settled(screen, part):
    """A picture that is finished: its part did not change for a second in which the program did nothing, or for
    several, where a clock keeps it busy."""
    last, spent, alike = None, 0.0, 0

    def still():
        nonlocal last, spent, alike
        now, used = screen.picture(), screen.processor_s()
        alike = alike + 1 if last is not None and cut(now, *part) == cut(last, *part) else 0
        finished = alike >= 6 or (alike >= 1 and used - spent < 0.05)
        last, spent = now, used
        if not finished:
            time.sleep(0.7)
        return now if finished else None

    return until(still, "the picture to stand still")


def rests(screen):
    """Once its picture is finished, an untouched window costs nothing."""
    before = screen.processor_s()
    time.sleep(3.0)
    used = screen.processor_s() - before
    assert used < 0.1, f"an idle window took {used:.2f} s of the processor in 3 s"


def changed(screen, part, before, what):
    """A picture that stands still and whose part is another than before."""
    until(lambda: differing_pixels(cut(before, *part), cut(screen.picture(), *part)) > 5000, what)
    return settled(screen, part)


def whole_again(screen, what):
    """Drawn piece by piece where something changed, a window shows what it shows when all of it is drawn: as it is
    when it was hidden."""
    screen.move(WIDTH // 2, 2)
    pieces = settled(screen, (0, 0, WIDTH, HEIGHT))
    window = screen.run("xdotool", "search", "--name", "Foreshow").split()[-1].decode()
    screen.run("xdotool", "windowunmap", "--sync", window)
    assert colours(screen.picture()) == 1, "the window was not hidden"
    screen.run("xdotool", "windowmap", "--sync", window)
    screen.focus()
    whole = settled(screen, (0, 0, WIDTH, HEIGHT))
    different = differing_pixels(pieces, whole)
    assert different == 0, f"{what}: {different} pixels of the window were out of date"


def start(screen, program, *arguments, folder=None):
    """Runs the program as a person without settings, whose pictures and documents lie in `folder`."""
    environment = dict(screen.environment, LP_NATIVE_VECTOR_WIDTH="256", FORESHOW_CHOOSER="window",
                       XDG_STATE_HOME=str(screen.home / "state"), XDG_CONFIG_HOME=str(screen.home / "config"))
    (screen.home / "config").mkdir(exist_ok=True)
    (screen.home / "config" / "user-dirs.dirs").write_text(
        "".join(f'XDG_{kind}_DIR="{folder or screen.home}"\n' for kind in ("PICTURES", "DOCUMENTS")))
    screen.program = subprocess.Popen([program, *arguments], env=environment, stderr=subprocess.PIPE, cwd=folder)
    return screen.program


def test_consultant(screen, program):
    stage = (340, 120, 900, 540)
    label = (0, HEIGHT - 30, 420, HEIGHT)
    running = start(screen, program)
    try:
        screen.focus()
        until(lambda: running.poll() is None and colours(cut(screen.picture(), *stage)) > 2000, "the model")
        # The curves come after the model, from the thread that works them out.
        until(lambda: colours(cut(screen.picture(), 100, 640, 1000, 690)) > 8, "the curve")
        before = settled(screen, stage)
        screen.drag((90, 700), (430, 700))
        after = settled(screen, stage)
        moved = differing_pixels(cut(before, *stage), cut(after, *stage))
        assert moved > 2000, f"{moved} pixels of the model changed"
        assert cut(before, *label) == cut(after, *label), "the permanent label changed"
        assert colours(cut(after, *label)) > 10, "the permanent label is not there"
        rests(screen)
        screen.key("Home")
        back = settled(screen, stage)
        # The pill with the week is the same again, and so is the body.
        assert differing_pixels(cut(before, *stage), cut(back, *stage)) == 0, "week 0 is not week 0 again"
        screen.key("t")
        tape = settled(screen, stage)
        assert differing_pixels(cut(back, *stage), cut(tape, *stage)) > 500, "no tape was laid"
        whole_again(screen, "a tape")
        screen.key("t")
        bare = settled(screen, stage)
        assert differing_pixels(cut(back, *stage), cut(bare, *stage)) == 0, "the tape left something behind"
        screen.key("ctrl+q")
        assert running.wait(timeout=60) == 0, running.returncode
        assert running.stderr.read() == b""
    finally:
        if running.poll() is None:
            running.send_signal(signal.SIGKILL)


def test_structure(screen, program):
    """A key opens the card of a muscle and outlines it; Esc takes both away; a saved picture never has the line."""
    stage = (310, 60, 970, 540)
    with tempfile.TemporaryDirectory() as folder:
        running = start(screen, program, folder=folder)
        saved = [pathlib.Path(folder) / f"foreshow_calf_w00_{n}.png" for n in (1, 2)]
        try:
            screen.focus()
            until(lambda: running.poll() is None and colours(cut(screen.picture(), *stage)) > 2000, "the model")
            until(lambda: colours(cut(screen.picture(), 100, 640, 1000, 690)) > 8, "the curve")
            skin = settled(screen, stage)
            screen.key("m")
            bare = changed(screen, stage, skin, "the muscles")
            screen.key("period")
            first = changed(screen, stage, bare, "a card")
            screen.key("ctrl+F12")
            until(saved[0].exists, "the first picture")
            screen.key("period")
            second = changed(screen, stage, first, "another card")
            whole_again(screen, "a card")
            screen.key("Escape")
            back = changed(screen, stage, second, "no card")
            assert differing_pixels(cut(bare, *stage), cut(back, *stage)) == 0, "the card left something behind"
            screen.key("ctrl+F12")
            until(saved[1].exists, "the second picture")
            screen.key("ctrl+q")
            assert running.wait(timeout=60) == 0, running.returncode
            assert running.stderr.read() == b""
            assert saved[0].read_bytes() == saved[1].read_bytes(), "the outline is in a saved picture"
        finally:
            if running.poll() is None:
                running.send_signal(signal.SIGKILL)


def test_beside(screen, program):
    """Two plans with rhythms of their own: one body at week 0, two later, on one clock."""
    plans = pathlib.Path(__file__).resolve().parents[3] / "assets" / "plans"
    shift = 336  # from the left pane to the right one
    left = (420, 200, 560, 460)
    right = (left[0] + shift, left[1], left[2] + shift, left[3])
    running = start(screen, program, str(plans / "face-years-standard.json"), "--beside",
                    str(plans / "face-years-rebalanced.json"))
    try:
        screen.focus()
        until(lambda: running.poll() is None and colours(cut(screen.picture(), *right)) > 1000, "the second model")
        until(lambda: colours(cut(screen.picture(), 100, 640, 1000, 690)) > 8, "the curves")
        before = settled(screen, (310, 200, 970, 460))
        assert differing_pixels(cut(before, *left), cut(before, *right)) == 0, "week 0 differs between the plans"
        screen.press(1010, 690)  # the curve, late in the run
        after = settled(screen, (310, 200, 970, 460))
        whole_again(screen, "two plans")
        after = settled(screen, (310, 200, 970, 460))
        assert differing_pixels(cut(before, *left), cut(after, *left)) > 300, "the first plan did nothing"
        assert differing_pixels(cut(before, *right), cut(after, *right)) > 300, "the second plan did nothing"
        assert differing_pixels(cut(after, *left), cut(after, *right)) > 300, "both plans look the same"
        screen.key("Home")
        back = settled(screen, (310, 200, 970, 460))
        assert differing_pixels(cut(back, *left), cut(before, *left)) == 0, "week 0 is not week 0 again"
        assert differing_pixels(cut(back, *right), cut(before, *right)) == 0, "week 0 is not week 0 again"
        screen.key("ctrl+q")
        assert running.wait(timeout=60) == 0, running.returncode
        assert running.stderr.read() == b""
    finally:
        if running.poll() is None:
            running.send_signal(signal.SIGKILL)


def test_case(screen, program):
    """Saves a case under a name typed in the window, changes it, is killed, and gets all of it back."""
    stage = (310, 60, 970, 540)
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        state = screen.home / "state" / "foreshow"
        running = start(screen, program, folder=folder)
        try:
            screen.focus()
            until(lambda: running.poll() is None and colours(cut(screen.picture(), *stage)) > 2000, "the model")
            until(lambda: colours(cut(screen.picture(), 100, 640, 1000, 690)) > 8, "the curve")
            before = screen.picture()
            screen.key("ctrl+s")
            changed(screen, stage, before, "the chooser")
            screen.key("ctrl+a")
            screen.run("xdotool", "type", "--delay", "60", "mine")
            screen.key("Return")
            saved = folder / "mine.json"
            until(saved.exists, "the saved case")
            assert saved.stat().st_mode & 0o7777 == 0o600
            told = json.loads(saved.read_text())
            assert told["foreshow_case"] == 1 and told["view"]["camera"] == "back", told["view"]
            for _ in range(5):
                screen.key("Right")
            screen.press(60, 26)  # the menu, and in it the title
            screen.press(120, 96)
            screen.run("xdotool", "type", "--delay", "60", "Peak")

            def kept():
                return [path for path in state.glob("run-*.calf.json")
                        if json.loads(path.read_text())["case"].get("title") == "Peak"]

            [recovery] = until(kept, "the recovery file")
            assert recovery.stat().st_mode & 0o7777 == 0o600
            running.send_signal(signal.SIGKILL)
            running.wait()
            assert json.loads(saved.read_text()) == told, "the saved case changed"

            running = start(screen, program, folder=folder)
            screen.focus()
            until(lambda: running.poll() is None and colours(cut(screen.picture(), 100, 640, 1000, 690)) > 8, "the window")
            time.sleep(2)
            screen.key("Return")  # opens it again
            until(lambda: not recovery.exists(), "the work to be taken over")
            screen.key("ctrl+s")
            until(lambda: json.loads(saved.read_text()).get("title") == "Peak", "the case to be saved again")
            assert json.loads(saved.read_text())["view"]["week"] == 5
            screen.key("ctrl+q")
            assert running.wait(timeout=60) == 0, running.returncode
            assert running.stderr.read() == b""
            assert [path.name for path in state.iterdir()] == ["recent.json"], list(state.iterdir())
        finally:
            if running.poll() is None:
                running.send_signal(signal.SIGKILL)


def contents(folder):
    """Every file below a folder with its bytes and the time of its last change."""
    return {str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns)
            for path in sorted(folder.rglob("*")) if path.is_file()}


def test_kiosk(screen, program):
    whole = (0, 0, WIDTH, HEIGHT - 60)  # without the label
    label = (300, HEIGHT - 48, 980, HEIGHT)
    with tempfile.TemporaryDirectory() as folder:
        config = pathlib.Path(folder) / "kiosk.json"
        config.write_text('{"foreshow_kiosk": 1, "idle_seconds": 600, "hold_seconds": 2, "exit_pin": "1470", '
                          '"text_scale": 1.0, "reduced_motion": true}')
        cache = pathlib.Path(folder) / "cache"
        screen.environment["FORESHOW_CACHE"] = str(cache)
        # Where the driver would keep its programs.
        drivers = pathlib.Path(folder) / "drivers"
        screen.environment["MESA_SHADER_CACHE_DIR"] = str(drivers)
        subprocess.run([program, "kiosk", "--prepare"], env=screen.environment, check=True, timeout=PATIENCE_S)
        prepared = contents(cache)
        assert sorted({pathlib.Path(name).suffix for name in prepared}) == [".body", ".leg", ".response"], prepared.keys()
        running = start(screen, program, "kiosk", "--config", str(config))
        try:
            screen.focus()
            until(lambda: running.poll() is None and colours(cut(screen.picture(), *whole)) > 2000, "the attract loop")
            attract = screen.picture()
            for keys in ("Escape", "alt+F4", "ctrl+q"):
                screen.key(keys)
            assert running.poll() is None, "a key closed the kiosk"
            screen.press(WIDTH // 2, HEIGHT // 2)
            notice = settled(screen, whole)
            assert differing_pixels(cut(attract, *whole), cut(notice, *whole)) > 10000, "a touch did not begin"
            screen.press(439, 448)  # "I am 18 or older"
            main_screen = settled(screen, whole)
            assert differing_pixels(cut(notice, *whole), cut(main_screen, *whole)) > 10000, "the notice did not close"
            assert cut(main_screen, *label) == cut(attract, *label), "the permanent label changed"
            screen.press(1188, 676)  # one month on
            later = settled(screen, whole)
            assert differing_pixels(cut(main_screen, *whole), cut(later, *whole)) > 1000, "a month on changed nothing"
            screen.move(WIDTH - 30, HEIGHT - 24)  # the hidden corner, held
            screen.run("xdotool", "mousedown", "1")
            time.sleep(5)
            screen.run("xdotool", "mouseup", "1")
            settled(screen, whole)
            for x, y in ((548, 308), (548, 376), (548, 444), (548, 512)):  # 1 4 7 0
                assert running.poll() is None, "the kiosk closed before the PIN was whole"
                screen.press(x, y)
            assert running.wait(timeout=60) == 0, running.returncode
            assert running.stderr.read() == b""
            assert contents(cache) == prepared, "a visit left something in the cache"
            assert not any(drivers.rglob("*")), "a visit left something in the driver's cache"
        finally:
            if running.poll() is None:
                running.send_signal(signal.SIGKILL)


def main():
    program, part = sys.argv[1:3]
    screen = Screen()
    try:
        {"consultant": test_consultant, "kiosk": test_kiosk, "beside": test_beside,
         "structure": test_structure, "case": test_case}[part](screen, program)
    finally:
        screen.close()


if __name__ == "__main__":
    main()
