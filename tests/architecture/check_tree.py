"""Reads the whole source tree and reports what does not belong there.

    check_tree.py ROOT      prints one line per violation; exit 1 if there is one

No file names a package registry or mirror (they come from the machine's own settings), papers like LICENSE sit at
the top, nothing large or baked is kept, and the top has the folders of the design only.
"""

import pathlib
import re
import subprocess
import sys

TOP_FOLDERS = {"app", "assets", "render", "shaders", "simulation", "tests", ".ci"}
BUILT = {"build", "out", ".git"}
PAPERS = re.compile(r"(LICEN[CS]E|COPYING|NOTICE|CHANGELOG|CONTRIBUTING|AUTHORS)(\..*)?$")
# Written in pieces, so that this file does not name them.
HOSTS = re.compile("|".join((
    r"//registry" r"\.", r"npmjs" r"\.", r"\w\.debian" r"\.(org|net)", r"archive" r"\.ubuntu", r"files" r"\.pythonhosted", r"pypi" r"\.org", r"static\.crates" r"\.io", r"nodesource" r"\.")), re.I)
BAKED = {".glb", ".gltf", ".obj", ".ply", ".stl", ".bin", ".tgz", ".otf", ".ttf"}
LARGEST_BYTES = 2_000_000


def tracked(root):
    """Files under version control; every file where git is not at hand."""
    if (root / ".git").exists():
        try:
            names = subprocess.run(["git", "-c", "safe.directory=*", "-C", root, "ls-files", "-z"], check=True,
                                   capture_output=True).stdout.decode().split("\0")
            return sorted(name for name in names if name and (root / name).is_file())
        except (FileNotFoundError, subprocess.CalledProcessError):
            pass
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*")
                  if path.is_file() and path.relative_to(root).parts[0] not in BUILT)


def check_file(root, name):
    parts = name.split("/")
    if len(parts) > 1 and parts[0] not in TOP_FOLDERS:
        yield f"sits in {parts[0]}/, which is no folder of the design"
    if len(parts) > 1 and PAPERS.match(parts[-1]):
        yield "belongs at the top of the repository"
    path = root / name
    if path.stat().st_size > LARGEST_BYTES:
        yield f"is larger than {LARGEST_BYTES} bytes; large data is fetched or baked"
    if path.suffix in BAKED:
        yield "is fetched or baked data and is not kept"
    text = path.read_bytes().decode("utf-8", errors="replace")
    for number, line in enumerate(text.splitlines(), 1):
        if HOSTS.search(line):
            yield f"line {number} names a package registry or mirror"


def violations(root):
    root = pathlib.Path(root)
    return [f"{name}: {problem}" for name in tracked(root) for problem in check_file(root, name)]


if __name__ == "__main__":
    top = pathlib.Path(sys.argv[1])
    count = len(tracked(top))
    if count == 0:
        sys.exit(f"{top}: no files found")
    found = violations(top)
    print("\n".join(found) or f"{count} files are where they belong")
    sys.exit(1 if found else 0)
