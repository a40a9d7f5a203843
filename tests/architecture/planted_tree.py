"""A small tree of files that the self tests of the checks plant."""

import pathlib


def write(root, files):
    """Writes the files, a text by each path from the root, and the folders they need."""
    for name, text in files.items():
        path = pathlib.Path(root, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
