"""Reads every string of the C++ sources and reports the English that belongs into assets/texts.

    check_words.py ROOT      prints one line per violation; exit 1 if there is one

What the user reads stands in assets/texts/en.json and is asked for by key. A string of app/, render/ or simulation/
is taken for English when three words follow each other in it; in the rooms that put words before the user
already when it has one word and a space, since labels are pieced together from such parts (`"Week " + n`).
Left in the sources are error messages, the command line's help, and the few strings listed below.
"""

import pathlib
import re
import sys

FOLDERS = ("app", "render", "simulation")
# The rooms whose strings the user reads.
SPEAKING = ("app/check/", "app/marks/", "app/session/", "app/studio/", "app/window/")

WORD = r"[A-Za-z][A-Za-z'-]*"
THREE_WORDS = re.compile(rf"{WORD}(?:[,;:.?!]?\s+{WORD}){{2,}}")
LONG_WORD = re.compile(r"[A-Za-z]{3,}")

# A statement that makes an error message. Those are written for whoever mends the file, option or call they name,
# and stay beside the test that found the fault.
ERROR = re.compile(r"\bthrow\b|\b(?:fail|require)\w*\(|Error\(|\bExitCode::|\bstatic_assert\(")
# A part of an error message that is made ready before it is thrown: these words stand in error messages only.
ERROR_WORDS = re.compile(r"\bexpected\b|\bdid you mean\b")

# A name the graphics driver puts into its own complaints.
DEBUG_NAME = re.compile(r"\bgl::")

# Files that may speak, and why.
FILES = {
    **{f"simulation/anatomy/{part}_rows.cpp": "the Latin terms of the structures"
       for part in ("calf", "forehead", "midface", "lower_face")},
    "app/commands/command_line.cpp": "the help of the command line",
}
# Strings that are no English for the user, and why.
PAGE_KEY = "what stands on a key of the keyboard"
UNIT = "a unit as data files write it"
CONTEXT = "how a drawing context came about, in error messages and reports"
STRINGS = {
    ("app/files/json_field.cpp", "true or false"): "a kind of value, in error messages",
    ("app/window/panels/shortcuts.cpp", "Page Up"): PAGE_KEY,
    ("app/window/panels/shortcuts.cpp", "Page Down"): PAGE_KEY,
    ("app/window/panels/shortcuts.cpp", "Ctrl+Page Up"): PAGE_KEY,
    ("app/window/panels/shortcuts.cpp", "Ctrl+Page Down"): PAGE_KEY,
    ("simulation/response/model.cpp", "units per reference unit"): UNIT,
    ("render/context/context.cpp", "EGL default display"): CONTEXT,
    ("render/context/egl_context.cpp", "EGL default display, "): CONTEXT,
    ("render/context/egl_context.cpp", "%s failed, EGL error 0x%04x"): "an error message, thrown a line later",
    ("render/mesh/mesh_writer.cpp", r"# millimetres, Y up\no surface\n"): "the head of an .obj file",
}


def strings(text):
    """(line, statement before it, string) of each string of a source, without comments and preprocessor lines.

    Strings that stand side by side are one. A statement starts after a semicolon, a closing brace, or an opening
    brace or a label that ends its line.
    """
    token = re.compile(
        r'//[^\n]*|/\*.*?\*/|^[ \t]*#(?:\\\n|[^\n])*'  # comments, preprocessor
        r'|R"(?P<mark>[^(\s]*)\((?P<raw>.*?)\)(?P=mark)"|"(?P<plain>(?:\\.|[^"\\\n])*)"'
        r"|'(?:\\.|[^'\\\n])+'(?!\w)|(?P<end>;|\}|[{:][ \t]*$)", re.S | re.M)
    statement, at, last_end, last = "", 0, None, None
    for found in token.finditer(text):
        between = text[at:found.start()]
        statement += between
        at = found.end()
        if found["plain"] is not None or found["raw"] is not None:
            words = found["raw"] if found["raw"] is not None else found["plain"]
            if last and last_end and not text[last_end:found.start()].strip():
                last[2] += words
            else:
                if last:
                    yield last
                last = [text.count("\n", 0, found.start()) + 1, statement, words]
            last_end = found.end()
            statement += '""'
        elif found["end"]:
            statement = ""
        elif found[0].startswith("'"):
            statement += "''"
    if last:
        yield last


def is_english(name, words):
    words = re.sub(r"\\[nt]", " ", words)
    if name.startswith(SPEAKING):
        return " " in words and LONG_WORD.search(words)
    three = THREE_WORDS.search(words)
    return three and re.search(r"[a-z]{2}", three[0])


def is_allowed(statement, words):
    return ERROR.search(statement) or ERROR_WORDS.search(words) or DEBUG_NAME.search(statement)


def check_file(name, text):
    english = [(line, words) for line, statement, words in strings(text)
               if is_english(name, words) and not is_allowed(statement, words)]
    if name in FILES:
        if not english:
            yield f"{name}: has no English any more, its exception in tests/architecture/check_words.py can go"
        return
    for line, words in english:
        if (name, words) not in STRINGS:
            yield f'{name}:{line}: "{words}" is English in the sources, expected a text of assets/texts by its key'
    for exempt_name, exempt in STRINGS:
        if exempt_name == name and exempt not in (words for _, words in english):
            yield f'{name}: has no "{exempt}" any more, its exception in tests/architecture/check_words.py can go'


def sources(root):
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in (".h", ".cpp", ".hpp", ".cc", ".inl") and path.is_file():
                yield path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")


def violations(root):
    return [problem for name, text in sources(pathlib.Path(root)) for problem in check_file(name, text)]


if __name__ == "__main__":
    top = pathlib.Path(sys.argv[1])
    count = sum(1 for _ in sources(top))
    if count == 0:
        sys.exit(f"{top}: no source files found")
    found = violations(top)
    print("\n".join(found) or f"{count} files leave English to the texts")
    sys.exit(1 if found else 0)
